"""How the compiled tables and the reader's weights are made."""
