"""Where somebody is first named: the words that a record of an actor rests on where no role of theirs is told.

In: a view, and actors. Out: evidence by the actor's id. Invariant: the first in the order in which pages became known.
"""

from collections.abc import Sequence

from throughline.chronicle.actors import bearers
from throughline.ledger.view import View
from throughline.model import Actor, Evidence


def first_named(view: View, found: Sequence[Actor]) -> dict[str, Evidence]:
    """Find the words."""
    actor_of = {key: actor.id for actor in found for key in bearers(view, actor)}
    order = {article: place for place, article in enumerate(view.heads())}
    first: dict[str, str] = {}
    for key, article in view.first_named(actor_of).items():
        actor = actor_of[key]
        first[actor] = min(article, first.get(actor, article), key=order.__getitem__)
    texts = view.texts(set(first.values()))
    places: dict[str, Evidence] = {}
    for row in view.mentioned(set(first.values())):
        actor = actor_of.get(row.key, "")
        if actor not in places and first.get(actor) == row.article:
            places[actor] = Evidence(row.article, row.start, row.end, texts[row.article][row.start : row.end])
    return places
