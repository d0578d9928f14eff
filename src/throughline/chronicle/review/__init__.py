"""What needs a person's eye, queue by queue: the record's own doubts, with what would settle each.

In: a view. Out: `Matter`s, those that most hangs on first. Invariants: nothing is proposed that `ruled.ruling` would
not take; what a person has ruled on is in no queue any more, until the ruling is taken back.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from throughline.chronicle.review import findings, happenings, names, pages, rulings, speakers
from throughline.chronicle.review.names import LISTED
from throughline.errors import QueryError
from throughline.ledger.view import View
from throughline.model import Matter

QUEUES: Mapping[str, Callable[[View], tuple[Matter, ...]]] = MappingProxyType(
    {
        "undated": pages.undated,
        "ambiguous": pages.ambiguous,
        "names": names.names,
        "happenings": happenings.happenings,
        "speakers": speakers.speakers,
        "findings": findings.findings,
        "rulings": rulings.orphaned,
        "unread": pages.unread,
    }
)


# What takes long to find, and is found in the pages alone: rulings only take matters away.
LASTING = frozenset({"names", "happenings", "speakers", "findings"})


__all__ = ["LASTING", "LISTED", "QUEUES", "matters", "proposed"]


def matters(view: View, queue: str, known: Iterable[Matter] | None = None) -> tuple[Matter, ...]:
    """One queue; QueryError where there is none of that name.

    `known` is what `proposed` found in the same pages before, to save the time.
    """
    if queue not in LASTING:
        return _queue(queue)(view)
    decided = view.decided()
    settled = {frozenset(pair) for pair in (*decided.same, *decided.apart)}
    settled |= {frozenset({record}) for record in (*decided.accepted, *decided.rejected, *decided.speakers)}
    found = proposed(view, queue) if known is None else known
    return tuple(one for one in found if frozenset(one.id.split("~")) not in settled)


def proposed(view: View, queue: str) -> tuple[Matter, ...]:
    """A lasting queue as it would be had nobody ruled on anything."""
    with view.under(()) as untouched:
        return _queue(queue)(untouched)


def _queue(name: str) -> Callable[[View], tuple[Matter, ...]]:
    if name not in QUEUES:
        raise QueryError(f"there is no queue {name!r}: choose one of {', '.join(QUEUES)}")
    return QUEUES[name]
