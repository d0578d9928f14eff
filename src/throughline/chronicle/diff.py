"""What a reader learned."""

from throughline.ledger.view import View
from throughline.model import Diff


def diff(earlier: View, later: View) -> Diff:
    """New happenings, new turns of older ones, new figures and statements that `later` knows and `earlier` does not."""
    raise NotImplementedError
