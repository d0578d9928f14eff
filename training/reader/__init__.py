"""How the reader's weights are made: sets to windows, windows to a network, the network to an int8 graph."""
