"""The page that an article was read from, as text.

In: a view and an article's id. Out: a `Capture`. Invariant: the bytes are decoded just as they were for reading, so
what a person sees is what was read; nothing of it is markup any more.
"""

from throughline.extract.intake.decode import decode, doubt
from throughline.extract.media import charset
from throughline.ledger.view import View
from throughline.model import Capture


def capture(view: View, record: str) -> Capture:
    """Give the page of an article; QueryError where the view has none of that id."""
    page = view.page(view.article(record).page)
    declared = charset(page.media_type)
    return Capture(
        page.id,
        page.source,
        page.media_type,
        page.captured,
        len(page.data),
        decode(page.data, declared),
        doubt(page.data, declared),
    )
