"""The one door to machine learning: an article in, its `Parse` out."""

from throughline.reader.rules import read

__all__ = ["read"]
