"""What was due."""

from throughline.ledger.view import View
from throughline.model import Deadline


def deadlines(view: View) -> tuple[Deadline, ...]:
    """Due and conditional events, and what became of them: met, missed, dropped, open, unknown."""
    raise NotImplementedError
