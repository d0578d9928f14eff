"""Those who pass a statement on: "cited by Reuters", "told AFP", "according to the BBC", "a statement from his office".

In: a `Ground` and a reporting clause. Out: `Link`s, nearest the source first.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from throughline.annotate.statements import sources
from throughline.annotate.statements.clauses import Clause
from throughline.annotate.statements.sources import Ground, Source
from throughline.model import Mention, MentionType
from throughline.tables.names import is_outlet

_PASSED = frozenset({"cited", "quoted", "interviewed", "contacted", "reported", "carried", "published", "posted"})
_OUTLET_TAILS = frozenset(
    """times post news agency tv television radio herald tribune gazette journal telegraph magazine channel network
    newspaper daily press weekly standard observer star chronicle mail express independent mirror review today
    website""".split()
)
_DOCUMENTS = frozenset(
    "statement release letter report communique communiqué message memo email e-mail text document transcript".split()
)


class Link(NamedTuple):
    """One who passed a statement on: tokens, name, the mention's id where one was found."""

    first: int
    last: int
    name: str
    mention: str | None


def beside(g: Ground, clause: Clause, reported: Sequence[Clause]) -> tuple[Link, ...]:
    """Find those who passed on what a clause reports."""
    found = [
        *([link(g, clause.via)] if clause.via is not None else []),
        *_through(g, clause),
        *_heard(g, clause),
        *_besides(g, clause, reported),
    ]
    return tuple(dict.fromkeys(found))


def _through(g: Ground, clause: Clause) -> Iterator[Link]:
    """Find "cited by Reuters" between source and cue or after the source."""
    if clause.source is None:
        return
    first = clause.source.first
    last = max(clause.first, clause.source.last)
    for index in range(first, last - 2):
        if g.tokens[index].norm in _PASSED and g.tokens[index + 1].norm == "by":
            found = sources.after(g, index + 2, last)
            if found is not None:
                yield link(g, found)


def _heard(g: Ground, clause: Clause) -> Iterator[Link]:
    """Find an outlet among those spoken to: "told AFP"."""
    if clause.cue is None:
        return
    at = clause.last
    if clause.cue.addresses and at in g.starting:
        placed = g.starting[at]
        if is_news(placed.mention, g, placed.last):
            yield Link(placed.first, placed.last, placed.mention.name, placed.mention.id)


def _besides(g: Ground, clause: Clause, reported: Sequence[Clause]) -> Iterator[Link]:
    """Find ", according to AFP" beside a clause of its own."""
    if clause.cue is None:
        return
    for other in reported:
        if other.first > clause.first and is_relay(g, other) and other.source is not None:
            yield link(g, other.source)


def is_relay(g: Ground, clause: Clause) -> bool:
    """Tell whether ", according to AFP" can pass on what a clause before it in the sentence reports."""
    if clause.cue is not None or clause.source is None or g.tokens[clause.first - 1].norm != ",":
        return False
    return clause.source.last >= len(g.tokens) or g.tokens[clause.source.last].norm != "'s"


def link(g: Ground, source: Source) -> Link:
    """Make a link of a source's phrase."""
    mention = source.mention
    words = " ".join(g.article.text[g.tokens[source.first].start : g.tokens[source.last - 1].end].split())
    return Link(source.first, source.last, mention.name if mention else words, mention.id if mention else None)


def is_news(mention: Mention, g: Ground, last: int) -> bool:
    """Tell whether a mention is a news outlet."""
    if mention.type is not MentionType.ORGANISATION:
        return False
    if mention.entity is not None and is_outlet(mention.entity):
        return True
    return g.tokens[last - 1].norm in _OUTLET_TAILS


def is_document(g: Ground, source: Source | None) -> bool:
    """Tell whether a source is a paper, not a person: "a statement from his office"."""
    if source is None:
        return False
    return any(t.norm in _DOCUMENTS for t in g.tokens[source.first : min(source.last, source.first + 4)])


def document(g: Ground, source: Source) -> Link:
    """A paper as one that passed words on; its name is its words."""
    words = " ".join(g.article.text[g.tokens[source.first].start : g.tokens[source.last - 1].end].split())
    return Link(source.first, source.last, words, None)
