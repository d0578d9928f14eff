"""One SQLite file is the product: its schema, rows in and rows out. Nobody else here knows SQL."""

from throughline.ledger.ledger import Ledger
from throughline.ledger.reading import Reading
from throughline.ledger.view import View, open_view

__all__ = ["Ledger", "Reading", "View", "open_view"]
