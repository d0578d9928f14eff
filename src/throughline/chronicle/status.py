"""What is in a story, and what needs a person's eye.

In: a view. Out: an `Overview`.
"""

from throughline.ledger.view import View
from throughline.model import Overview
from throughline.tables.outlets import identity
from throughline.text.fold import fold_name


def status(view: View) -> Overview:
    """Counts, days, what is undated or ambiguous, and the problems."""
    heads = view.heads()
    days = sorted(head.known for head in heads.values() if head.known)
    return Overview(
        view.as_of,
        tuple(view.counts()._asdict().items()),
        days[0] if days else None,
        days[-1] if days else None,
        len({identity(fold_name(head.outlet)) for head in heads.values() if head.outlet}),
        tuple(h.id for h in heads.values() if h.published.first is None and h.published.last is None),
        tuple(h.id for h in heads.values() if h.known and not h.published.is_day),
        tuple(view.problems()),
    )
