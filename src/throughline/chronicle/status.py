"""What is in a story, and what needs a person's eye.

In: a view. Out: an `Overview`.
"""

from collections.abc import Iterator, Sequence

from throughline.ledger.rows import Head
from throughline.ledger.view import View
from throughline.model import Doubt, Overview
from throughline.tables.outlets import identity
from throughline.text.fold import fold_name

_SAID = 2  # reasons of a date in doubt: the first often says only that no date is given


def status(view: View) -> Overview:
    """Counts, days, what is undated or ambiguous, and the problems."""
    heads = view.heads()
    undated = [one for one in heads.values() if one.published.first is None and one.published.last is None]
    days = sorted(head.known for head in heads.values() if head.known)
    return Overview(
        view.as_of,
        tuple(view.counts()._asdict().items()),
        days[0] if days else None,
        days[-1] if days else None,
        len({identity(fold_name(head.outlet)) for head in heads.values() if head.outlet}),
        tuple(head.id for head in undated),
        tuple(head.id for head in heads.values() if head.known and not head.published.is_day),
        tuple(view.problems()),
        doubts=tuple(_doubts(view, [head for head in heads.values() if not head.published.is_day])),
    )


def _doubts(view: View, unsure: Sequence[Head]) -> Iterator[Doubt]:
    leanings = view.leanings([head.id for head in unsure])
    for head in unsure:
        guess, reasons = leanings[head.id]
        yield Doubt(
            head.id, head.title or head.outlet or head.source, head.published, guess, "; ".join(reasons[:_SAID])
        )
