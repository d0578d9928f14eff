"""Where somebody is first named: the words that a record of an actor rests on where no role of theirs is told.

In: a view, and actors. Out: evidence by the actor's id. Invariant: the first in the order in which pages became known.
"""

from collections.abc import Sequence

from throughline.chronicle.meant import actor_ids
from throughline.ledger.view import View
from throughline.model import Actor, Evidence
from throughline.model.ids import content_id


def first_named(view: View, found: Sequence[Actor]) -> dict[str, Evidence]:
    """Find the words."""
    wanted = {one: actor.id for actor in found for one in actor_ids(actor)}
    places: dict[str, Evidence] = {}
    for article in view.heads():  # in order of known
        if len(places) == len(found):
            break
        for row in view.mentioned([article]):
            actor = wanted.get(content_id("actor", row.key))
            if actor is not None and actor not in places:
                words = view.article(article).text[row.start : row.end]
                places[actor] = Evidence(article, row.start, row.end, words)
    return places
