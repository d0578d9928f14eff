"""The command line: it asks `story`, and never a stage."""
