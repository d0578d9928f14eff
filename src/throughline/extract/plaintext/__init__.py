"""Text whose markup is lost: its pieces, what they look like, and corpora without layout."""
