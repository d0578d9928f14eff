"""Who and what an article names: people, bodies, states and places, with their roles, tied to their fullest name."""

from throughline.annotate.mentions.finder import find

__all__ = ["find"]
