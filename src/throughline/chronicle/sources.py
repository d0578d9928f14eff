"""Outlets."""

from throughline.ledger.view import View
from throughline.model import Source


def sources(view: View) -> tuple[Source, ...]:
    """Outlets, their articles and copies, whom they credit and cite; most articles first."""
    raise NotImplementedError
