"""Figures over time."""

from throughline.ledger.view import View
from throughline.model import Series


def figures(view: View, of: str | None = None) -> tuple[Series, ...]:
    """Figures of one quantity, in time order; copies counted once. `of` asks for words of the counted thing."""
    raise NotImplementedError
