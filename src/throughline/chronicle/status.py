"""What is in a story, and what needs a person's eye.

In: a view. Out: an `Overview`.
"""

from collections.abc import Iterator, Sequence

from throughline.dates.published.ruled import RULE
from throughline.ledger.rows import Head
from throughline.ledger.view import View, open_view
from throughline.model import Doubt, Overview
from throughline.tables.outlets import identity
from throughline.text.fold import fold_name

_SAID = 2  # reasons of a date in doubt: the first often says only that no date is given


def status(view: View) -> Overview:
    """Counts, days, what is undated or ambiguous, and the problems. What a person has ruled on is in no doubt."""
    heads = view.heads()
    accepted = view.decided().accepted
    vague = [one for one in heads.values() if not one.published.is_day and one.published.rule != RULE]
    unsure = [one for one in vague if one.id not in accepted]
    problems = tuple(one for one in view.problems() if one.id not in accepted)
    days = sorted(head.known for head in heads.values() if head.known)
    return Overview(
        view.as_of,
        tuple(view.counts()._replace(problems=len(problems))._asdict().items()),
        days[0] if days else None,
        days[-1] if days else None,
        len({identity(fold_name(head.outlet)) for head in heads.values() if head.outlet}),
        tuple(head.id for head in unsure if head.published.first is None and head.published.last is None),
        tuple(head.id for head in unsure if head.known),
        problems,
        doubts=tuple(_doubts(view, unsure)),
    )


def perhaps(view: View) -> tuple[Doubt, ...]:
    """The articles that may have been known by the view's day, but were not for certain.

    A view of what was certainly known leaves them out, one of what may have been counts them in.
    """
    day = view.as_of
    if day is None:
        return ()
    with open_view(view.path, day, maybe=True) as more:
        unsure = [head for head in more.heads().values() if head.known is None or head.known > day]
        return tuple(_doubts(more, [head for head in unsure if head.published.first or head.published.last]))


def _doubts(view: View, unsure: Sequence[Head]) -> Iterator[Doubt]:
    leanings = view.leanings([head.id for head in unsure])
    for head in unsure:
        guess, reasons = leanings[head.id]
        yield Doubt(
            head.id, head.title or head.outlet or head.source, head.published, guess, "; ".join(reasons[:_SAID])
        )
