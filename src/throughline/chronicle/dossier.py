"""All that the record holds of one article.

In: a view and an article's id. Out: its `Dossier`. Invariant: everything in it rests on this article, and was known to
the view's day.
"""

from collections.abc import Iterator, Mapping

from throughline.chronicle.actors import naming
from throughline.ledger.found import who
from throughline.ledger.view import View
from throughline.model import Dossier, Event, Mention, Statement, Whom


def dossier(view: View, record: str) -> Dossier:
    """Open an article; QueryError where the view has none of that id."""
    article = view.article(record)
    head = view.heads()[record]
    asked = [record]
    statements, events, mentions = view.statements(asked), view.events(asked), view.mentions(asked)
    return Dossier(
        article,
        head.known,
        head.since,
        head.captured,
        tuple(statements),
        tuple(events),
        tuple(view.figures(asked)),
        tuple(view.times(asked)),
        tuple(mentions),
        _whom(view, statements, events, mentions),
        tuple(link for link in view.links() if record in {link.left, link.right}),
    )


def _whom(view: View, statements: list[Statement], events: list[Event], mentions: list[Mention]) -> Mapping[str, Whom]:
    """Whom statements and those who take part in anything mean, where that is one in every article."""
    taking_part = set(_participants(statements, events))
    keys = {one.id: who(one.entity, one.name) for one in mentions if one.id in taking_part}
    keys |= view.speakers([one.id for one in statements])
    known = naming(view, view.names(set(keys.values())))
    return {one: Whom(known.id(key), known.name(key)) for one, key in keys.items() if known.is_one(key)}


def _participants(statements: list[Statement], events: list[Event]) -> Iterator[str]:
    """The mentions that take part in statements or events."""
    for statement in statements:
        several = (statement.source, *statement.chain)
        yield from (one.mention for one in several if one and one.mention)
    for event in events:
        involved = (*event.actor, *event.recipient, *event.place)
        yield from (one.mention for one in involved if one.mention)
