"""The one door to machine learning: an article in, its `Parse` out."""

from throughline.reader.trained import parse_words, read

__all__ = ["parse_words", "read"]
