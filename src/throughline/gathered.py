"""All that a story holds as of a day, gathered for whoever hands it on: exports and reports.

In: a view. Out: `Holdings`. Invariant: a part is computed when it is walked, not before.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TypeVar

from throughline.chronicle import actors, deadlines, disputes, entries, happenings, labels, series, versions
from throughline.export import Holdings
from throughline.ledger.found import who
from throughline.ledger.view import View
from throughline.model import Relation, Ruling

_T = TypeVar("_T")


def holdings(view: View, name: str) -> Holdings:
    """Everything that a view knows, each part computed when an exporter walks it."""
    heads = view.heads()
    return Holdings(
        name=name,
        as_of=view.as_of,
        maybe=view.maybe,
        heads=heads,
        copies={link.left: link.right for link in sorted(view.links(Relation.COPY_OF), key=lambda one: one.weight)},
        versions=versions.earlier(view),
        articles=map(view.article, heads),
        mentions=_later(view.mentions),
        times=_later(view.times),
        statements=_later(view.statements),
        events=_later(view.events),
        figures=_later(view.figures),
        actor_of=_actor_of(view),
        speaker_of=_speaker_of(view),
        article_of=view.article,
        tellings=lambda events: [event.evidence for event in view.events(ids=events)],
        page_of=lambda page: (view.page(page), view.arrived(page)),
        actors=_later(lambda: actors.actors(view)),
        happenings=_later(lambda: happenings.happenings(view)),
        entries=_later(lambda: entries.chronicle(view).entries),
        series=_later(lambda: series.figures(view)),
        deadlines=_later(lambda: deadlines.deadlines(view)),
        disputes=_later(lambda: disputes.disputes(view)),
        problems=_later(view.problems),
        rulings=_later(lambda: _rulings(view)),
    )


def _later(ask: Callable[[], Iterable[_T]]) -> Iterator[_T]:
    yield from ask()


def _actor_of(view: View) -> Callable[[str], str | None]:
    """Give the actor of a mention, where it is more than a description; all are worked out when one is asked for."""

    @cache
    def known() -> dict[str, str]:
        naming = actors.everyone(view)
        keys = {mention.id: who(mention.entity, mention.name) for mention in view.mentions()}
        return {mention: naming.id(key) for mention, key in keys.items() if naming.is_one(key)}

    return lambda mention: known().get(mention)


def _speaker_of(view: View) -> Callable[[str], str | None]:
    """Give the actor whom a person ruled a statement to be of."""
    ruled_to = view.decided().speakers
    return lambda statement: actors.everyone(view).id(ruled_to[statement]) if statement in ruled_to else None


def _rulings(view: View) -> Iterator[tuple[Ruling, str]]:
    called = labels.about(view, view.rulings())
    yield from ((one, called[one.id]) for one in view.rulings())
