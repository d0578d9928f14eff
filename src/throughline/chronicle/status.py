"""What is in a story."""

from throughline.ledger.view import View
from throughline.model import Overview


def status(view: View) -> Overview:
    """Counts, days, what is undated or ambiguous, and the problems."""
    raise NotImplementedError
