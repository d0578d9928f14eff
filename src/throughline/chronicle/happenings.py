"""Events that are one."""

from throughline.ledger.view import View
from throughline.model import Happening


def happenings(view: View) -> tuple[Happening, ...]:
    """All happenings the view knows, in order of known."""
    raise NotImplementedError
