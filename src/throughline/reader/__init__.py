"""The one door to machine learning: an article in, its `Parse` out."""

from throughline.reader.door import OURS, check, read
from throughline.reader.trained import parse_words

__all__ = ["OURS", "check", "parse_words", "read"]
