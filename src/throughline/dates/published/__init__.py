"""The day that a page was published on: what claims it, how the claims stand against each other, and the card."""
