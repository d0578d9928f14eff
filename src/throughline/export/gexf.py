"""GEXF 1.3: who acts on whom, over time, for Gephi and other tools of networks.

In: holdings. Out: one XML document: a node an actor that takes part, an edge an (actor, recipient, type, status).
Invariants: `weight` counts happenings, so copies add nothing; edges of different status never merge, because each has
its own `kind`, and a plan stays an edge of plans; a spell has only the ends that are known; `known` is since when the
first of them was. Nothing of a page can act as markup.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from xml.sax.saxutils import quoteattr

from throughline.export.holdings import Holdings
from throughline.export.values import tame
from throughline.model import Actor, Event, Happening, Participant

_NODE = (("type", "string"), ("aliases", "liststring"), ("mentions", "integer"), ("articles", "integer"))
_EDGE = (("status", "string"), ("type", "string"), ("known", "string"), ("reports", "integer"), ("words", "string"))
_Key = tuple[str, str, str, str]  # actor, recipient, type, status


def lines(holdings: Holdings) -> Iterator[str]:
    """The network, a line a node or edge."""
    ties = _ties(holdings)
    sides = {side for key in ties for side in key[:2]}
    actors = sorted((one for one in holdings.actors if one.id in sides), key=lambda one: one.id)
    there = {one.id for one in actors}
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    modified = f' lastmodifieddate="{holdings.as_of.isoformat()}"' if holdings.as_of else ""
    yield f"<meta{modified}><creator>Throughline</creator></meta>\n"
    yield '<graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">\n'
    yield from _declared("node", _NODE)
    yield from _declared("edge", _EDGE)
    yield "<nodes>\n"
    yield from map(_node, actors)
    yield "</nodes>\n<edges>\n"
    yield from (_edge(key, ties[key]) for key in sorted(ties) if key[0] in there and key[1] in there)
    yield "</edges>\n</graph>\n</gexf>\n"


def _ties(holdings: Holdings) -> dict[_Key, list[Happening]]:
    """Happenings by who acts on whom in any of their events."""
    events = {event.id: event for event in holdings.events}
    ties: dict[_Key, list[Happening]] = defaultdict(list)
    for happening in sorted(holdings.happenings, key=lambda one: one.id):
        told = [events[name] for name in happening.events if name in events]
        pairs = {pair for event in told for pair in _pairs(event, holdings)}
        for actor, recipient in pairs:
            key = (actor, recipient, str(happening.type or ""), happening.status.words)
            ties[key].append(happening)
    return ties


def _pairs(event: Event, holdings: Holdings) -> Iterator[tuple[str, str]]:
    for actor in _known(event.actor, holdings):
        for recipient in _known(event.recipient, holdings):
            if actor != recipient:
                yield actor, recipient


def _known(found: Iterable[Participant], holdings: Holdings) -> Iterator[str]:
    for one in found:
        actor = holdings.actor_of(one.mention) if one.mention else None
        if actor:
            yield actor


def _declared(kind: str, attributes: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield f'<attributes class="{kind}" mode="static">\n'
    for name, type_ in attributes:
        yield f'<attribute id="{name}" title="{name}" type="{type_}"/>\n'
    yield "</attributes>\n"


def _node(actor: Actor) -> str:
    values = (str(actor.type), _listed(actor.aliases), str(actor.mentions), str(actor.articles))
    return f"<node id={_quoted(actor.id)} label={_quoted(actor.name)}>{_values(_NODE, values)}</node>\n"


def _edge(key: _Key, tie: Sequence[Happening]) -> str:
    actor, recipient, type_, status = key
    known = min((one.known for one in tie if one.known), default=None)
    reports = sum(one.reports for one in tie)
    words = " / ".join(one.headline.words for one in tie)
    values = (status, type_, known.isoformat() if known else "", str(reports), words)
    kind = f"{type_ or 'other'}, {status}"
    spells = "".join(_spells(tie))
    return (
        f"<edge id={_quoted(' '.join(key))} source={_quoted(actor)} target={_quoted(recipient)} kind={_quoted(kind)}"
        f' label={_quoted(kind)} weight="{len(tie)}">{_values(_EDGE, values)}'
        f"{f'<spells>{spells}</spells>' if spells else ''}</edge>\n"
    )


def _spells(happenings: Iterable[Happening]) -> Iterator[str]:
    """The days of the happenings; those that meet are one spell, because Gephi takes none that overlap."""
    spells: list[tuple[date | None, date | None]] = []
    days = {(one.when.first, one.when.last) for one in happenings if one.when}
    for first, last in sorted(days, key=lambda ends: (ends[0] or date.min, ends[1] or date.max)):
        if first is None and last is None:
            continue
        end = spells[-1][1] if spells else date.min
        if spells and (end is None or first is None or first <= end):
            spells[-1] = (spells[-1][0], None if end is None or last is None else max(end, last))
        else:
            spells.append((first, last))
    for first, last in spells:
        start, end_ = f' start="{first}"' if first else "", f' end="{last}"' if last else ""
        yield f"<spell{start}{end_}/>"


def _values(attributes: tuple[tuple[str, str], ...], values: tuple[str, ...]) -> str:
    pairs = zip(attributes, values, strict=True)
    found = "".join(f'<attvalue for="{name}" value={_quoted(value)}/>' for (name, _), value in pairs if value)
    return f"<attvalues>{found}</attvalues>"


def _listed(names: Iterable[str]) -> str:
    """A list as GEXF writes it, between brackets; a mark of its own in a name becomes a space."""
    found = [name.translate({ord(mark): " " for mark in '[],;|"'}) for name in names]
    return f"[{', '.join(found)}]" if found else ""


def _quoted(words: str) -> str:
    """An attribute's value in quotes, on one line, without anything that no XML can hold."""
    return quoteattr(tame(words).replace("\ufffe", "").replace("\uffff", ""))
