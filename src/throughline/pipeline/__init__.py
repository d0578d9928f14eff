"""The steps that a page goes through, in one explicit list, and the engine that takes pages through them."""
