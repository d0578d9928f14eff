"""What stands."""

from throughline.ledger.view import View
from throughline.chronicle.query import Query
from throughline.model import State


def state(view: View, query: Query | None = None) -> State:
    """Open deadlines, ongoing and planned happenings, the latest figure of each series."""
    raise NotImplementedError
