"""The words by which a person decides a matter: what it rests on, in its place, cut to read.

In: a matter. Out: `Quote`s of each party. Invariant: what is marked are the words of the article at that place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from throughline.asked import Clock
from throughline.chronicle.ids import UnknownId
from throughline.chronicle.why.blank import CONTEXT
from throughline.errors import QueryError
from throughline.export.values import tame
from throughline.model import Evidence, Explanation, Hit, Matter, Party
from throughline.text.fold import fold_name
from throughline.web.desk import Desk

DATED = frozenset({"undated", "ambiguous"})  # queues of pages whose day is asked for
_SAID, _LOOKED = 2, 20  # passages that show a name in use, and from among how many
_OPENING, _LINE = 280, 40  # letters of a page's beginning; letters from which a block is no mere line
_NOW = Clock()


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article in their place, cut to read; `at` leads to them."""

    before: str
    at: Evidence
    after: str


def explained(desk: Desk, matter: Matter) -> dict[str, Explanation]:
    """What stands around the words of a matter, and why its page has its day; by record."""
    found = {}
    for party in matter.parties:
        if party.evidence or matter.queue in DATED:
            try:
                found[party.record] = desk.why(_NOW, party.record)
            except UnknownId:  # a sentence without an event is no record of its own
                continue
    return found


def of(desk: Desk, matter: Matter, party: Party, why: Explanation | None) -> Iterator[Quote]:
    """The words that a party rests on; of a page, how it opens and what dates it; of a name, where it is used."""
    if matter.queue in DATED | {"unread"} and party.record in desk.articles(_NOW):
        yield from _opening(desk, party.record)
    if why and why.evidence:
        yield Quote(_tail(why.before), why.evidence[0], _head(why.after))
    elif party.evidence:
        yield Quote("", party.evidence, "")
    if matter.queue == "names":
        others = [fold_name(one.words) for one in matter.parties if one is not party]
        yield from (Quote("", hit.evidence, "") for hit in _said(desk, party.words, others))


def _opening(desk: Desk, article: str) -> Iterator[Quote]:
    """The first words of an article that are to be read."""
    whole = desk.article(_NOW, article).article
    first = next((span for span in whole.readable() if span.end - span.start >= _LINE), None)
    if first is not None:
        end = min(first.end, first.start + _OPENING)
        yield Quote("", whole.evidence(first.start, end), " …" if end < first.end else "")


def _tail(words: str) -> str:
    """What stands before, from a word on."""
    kept = words if len(words) < CONTEXT else f"… {words.partition(' ')[2]}"
    return tame(kept) + " " * words[-1:].isspace()


def _head(words: str) -> str:
    """What stands after, up to a word."""
    kept = words if len(words) < CONTEXT else f"{words.rpartition(' ')[0]} …"
    return " " * words[:1].isspace() + tame(kept)


def _said(desk: Desk, name: str, others: Sequence[str]) -> list[Hit]:
    """Sentences in which a name is used, and no longer one of which it is part: that tells nothing of it."""
    try:
        found = desk.search(_NOW, '"{}"'.format(name.replace('"', " ")), _LOOKED)
    except QueryError:  # no word in it that could be looked for
        return []
    longer = [other for other in others if fold_name(name) in other]
    alone = [hit for hit in found if not any(other in fold_name(hit.evidence.words) for other in longer)]
    return (alone or list(found))[:_SAID]
