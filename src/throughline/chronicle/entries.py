"""The dated record."""

from throughline.ledger.view import View
from throughline.chronicle.query import Query
from throughline.model import Chronicle


def chronicle(view: View, query: Query | None = None) -> Chronicle:
    """Entries in order of when, as the view knows them; the weightiest where the query or the pile asks for fewer."""
    raise NotImplementedError
