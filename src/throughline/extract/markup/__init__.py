"""A page's markup: its tree, what its elements say, which of its blocks are article, and what each is called."""
