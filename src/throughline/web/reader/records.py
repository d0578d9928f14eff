"""The records of an article in order of place, each with a short key for the page and the words that it rests on.

In: a dossier. Out: `Item`s. Invariant: keys are the same whatever is shown: "s3" is the third statement of the article.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from throughline.model import Dossier, Event, Evidence, Figure, Finding, Participant, Relay, Span, Statement
from throughline.web.reader.marks import Mark

# Kinds by the letter that an address and a key name them with, in the order of the list.
KINDS: Mapping[str, str] = MappingProxyType(
    {"s": "statement", "e": "event", "f": "figure", "t": "time", "m": "mention"}
)
USUAL = "seft"  # names stand in every line: they are shown when asked for


@dataclass(frozen=True, slots=True)
class Item:
    """A record on its page. `anchor` are the words that stand for it: those that are a link."""

    key: str
    kind: str
    record: Finding
    anchor: Span
    marks: tuple[Mark, ...]

    @property
    def whole(self) -> Span:
        """All the words that it rests on."""
        return self.record.evidence.span

    @property
    def place(self) -> tuple[int, int]:
        """By what it is listed: a statement by its beginning, what stands in a sentence by its own words."""
        return (self.whole if self.kind == "statement" else self.anchor).start, self.anchor.end


def items(found: Dossier) -> tuple[Item, ...]:
    """All records, in order of place."""
    several: tuple[tuple[Finding, ...], ...] = (
        found.statements,
        found.events,
        found.figures,
        found.times,
        found.mentions,
    )
    listed = [
        _item(f"{letter}{number}", KINDS[letter], record)
        for letter, records in zip(KINDS, several, strict=True)
        for number, record in enumerate(sorted(records, key=_place), start=1)
    ]
    order = {letter: rank for rank, letter in enumerate(KINDS)}
    return tuple(sorted(listed, key=lambda one: (one.place, order[one.key[0]], one.record.id)))


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody in a record: the name to show, the actor's id where one is meant, the words where they say less."""

    name: str
    id: str | None = None
    words: str = ""


def who(found: Dossier) -> Callable[[Participant | Relay], Who]:
    """What to call those who take part in records of an article."""
    names = {mention.id: mention.name for mention in found.mentions}

    def called(one: Participant | Relay) -> Who:
        words = " ".join(one.evidence.words.split())
        meant = found.whom.get(one.mention or "")
        name = meant.name if meant else names.get(one.mention or "", words)
        return Who(name, meant.id if meant else None, "" if name in words else words)

    return called


def tellers(found: Dossier) -> dict[str, Who | None]:
    """Who makes each statement, by its id; None where nobody is named."""
    called = who(found)
    told: dict[str, Who | None] = {}
    for statement in found.statements:
        source = called(statement.source) if statement.source else None
        meant = found.whom.get(statement.id)
        if meant:
            words = " ".join(statement.source.evidence.words.split()) if statement.source else ""
            source = Who(meant.name, meant.id, "" if meant.name in words else words)
        told[statement.id] = source
    return told


def _place(record: Finding) -> tuple[int, int, str]:
    return record.evidence.start, record.evidence.end, record.id


def _item(key: str, kind: str, record: Finding) -> Item:
    parts = list(_parts(record))
    anchor = parts[0][1].span
    return Item(key, kind, record, anchor, tuple(Mark(one.start, one.end, part, key) for part, one in parts))


def _parts(record: Finding) -> Iterator[tuple[str, Evidence]]:
    """The words of a record and what they are in it, those that stand for it first."""
    if isinstance(record, Statement):
        if record.cue:
            yield "cue", record.cue
        if record.source:
            yield "source", record.source.evidence
        yield from (("relay", relay.evidence) for relay in record.chain)
        yield from (("content", piece) for piece in record.content)
        yield "sentence", record.evidence
    elif isinstance(record, Event):
        yield "trigger", record.trigger
        yield "sentence", record.evidence
    elif isinstance(record, Figure):
        yield "figure", record.evidence
    else:
        yield type(record).__name__.lower(), record.evidence
