"""Who says, thinks, wants or denies what, through whom: `find(article, parse, earlier)`."""

from throughline.annotate.statements.finder import find

__all__ = ["find"]
