"""Figures: amounts in context, how many of what, when, according to whom."""

from throughline.annotate.figures.finder import find

__all__ = ["find"]
