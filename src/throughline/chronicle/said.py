"""Statements."""

from throughline.ledger.view import View
from throughline.model import Saying


def said(view: View, by: str | None = None, about: str | None = None) -> tuple[Saying, ...]:
    """Statements by a speaker (any name of theirs), whose content holds the words; in order of known, copies counted once."""
    raise NotImplementedError
