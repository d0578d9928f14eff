"""Small pure functions on text. Offsets always point into the text that was given."""
