"""Events: what happened, is planned, asked for, denied or called off; one module a question asked of a trigger."""

from throughline.annotate.events.finder import find

__all__ = ["find"]
