"""Invented articles with hand-made findings, in a real story file: what the chronicle is tested on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from throughline.ledger import Ledger
from throughline.ledger.reading import Reading
from throughline.model import (
    Amount,
    Article,
    Block,
    DateCard,
    Event,
    Evidence,
    Figure,
    Findings,
    Grain,
    Link,
    Mention,
    MentionForm,
    MentionType,
    Mode,
    Origin,
    Participant,
    Plover,
    Relation,
    Relay,
    Role,
    Span,
    Statement,
    Status,
    Time,
    When,
    content_id,
    page_of,
)


@dataclass(frozen=True)
class Deed:
    """An event to find in a sentence: its trigger and who is in it, by their words there."""

    trigger: str
    type: Plover | None = None
    status: Status = Status.HAPPENED
    actor: str | None = None
    recipient: str | None = None
    when: date | None = None
    due: date | None = None
    due_words: str = ""
    condition: str | None = None


@dataclass(frozen=True)
class Line:
    """A sentence and what is found in it. `day`: a time expression (its words) and the day it names.

    `relay`: the words for who passed on what is said. `unit`: that of the count. `places`: the words of
    places, with the key that the tables have for each.
    """

    words: str
    deeds: tuple[Deed, ...] = ()
    day: tuple[str, date] | None = None
    people: tuple[tuple[str, str], ...] = ()
    said: tuple[str, str, str] | None = None
    count: tuple[str, float, str] | None = None
    relay: str | None = None
    unit: str = ""
    places: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Piece:
    """An article to be: published on a day (None: nobody knows), by an outlet, crediting an origin."""

    lines: tuple[Line, ...]
    published: date | None
    outlet: str | None = None
    credit: str | None = None
    url: str | None = None
    copies: "Piece | None" = field(default=None, compare=False)
    title: str | None = None


def day_of(day: date | None, words: str = "") -> When | None:
    return When(day, day, Grain.DAY, words, "test") if day else None


class _Writer:
    """Finds in an article what its lines say is there."""

    def __init__(self, piece: Piece) -> None:
        text = "\n\n".join(line.words for line in piece.lines)
        tail = f"\n\n({piece.credit})" if piece.credit else ""
        known = When(piece.published, piece.published, Grain.DAY if piece.published else Grain.UNKNOWN)
        identity = f"{piece.published}|{piece.outlet}|{piece.url}|{text}{tail}"
        self.page = page_of(identity.encode(), "text/plain", f"{content_id('x', identity)}.txt")
        self.id = content_id("article", self.page.id)
        at = len(text) + 2
        credit = piece.credit and Evidence(self.id, at + 1, at + 1 + len(piece.credit), piece.credit)
        origin = Origin(credit.words, credit) if credit else None
        blocks = [Block(Role.BODY, 0, len(text))] + ([Block(Role.BYLINE, at, len(text + tail))] if tail else [])
        self.article = Article(
            self.id,
            self.page.id,
            self.page.source,
            piece.title,
            piece.outlet,
            (),
            piece.url,
            "en",
            DateCard(known),
            origin,
            None,
            text + tail,
            tuple(blocks),
        )
        self.spans: list[Span] = []
        self.mentions: dict[tuple[int, int], Mention] = {}
        self.times: list[Time] = []
        self.statements: list[Statement] = []
        self.figures: list[Figure] = []
        self.events: list[Event] = []
        start = 0
        for line in piece.lines:
            self.spans.append(Span(start, start + len(line.words)))
            self._line(line, start)
            start += len(line.words) + 2

    def _cut(self, start: int, line: Line, words: str) -> Evidence:
        at = start + line.words.index(words)
        return self.article.evidence(at, at + len(words))

    def _who(self, start: int, line: Line, words: str) -> Participant:
        evidence = self._cut(start, line, words)
        name = dict(line.people).get(words, words)
        mention = Mention(
            content_id("mention", *evidence), evidence, MentionType.PERSON, MentionForm.NAME, name, None, None, "test"
        )
        self.mentions[evidence.span] = mention
        return Participant(evidence, mention.id)

    def _line(self, line: Line, start: int) -> None:
        whole = self.article.evidence(start, start + len(line.words))
        for words, _ in line.people:
            self._who(start, line, words)
        for words, key in line.places:
            own = self._cut(start, line, words)
            self.mentions[own.span] = Mention(
                content_id("mention", *own), own, MentionType.PLACE, MentionForm.NAME, words, key, None, "test"
            )
        if line.day:
            evidence = self._cut(start, line, line.day[0])
            value = line.day[1].isoformat()
            self.times.append(Time(content_id("time", *evidence), evidence, "DATE", value, day_of(line.day[1]), "test"))
        for deed in line.deeds:
            trigger = self._cut(start, line, deed.trigger)
            self.events.append(
                Event(
                    content_id("event", *trigger),
                    whole,
                    trigger,
                    deed.type,
                    deed.status,
                    (self._who(start, line, deed.actor),) if deed.actor else (),
                    (self._who(start, line, deed.recipient),) if deed.recipient else (),
                    (),
                    day_of(deed.when),
                    day_of(deed.due, deed.due_words),
                    self._cut(start, line, deed.condition) if deed.condition else None,
                    content_id("statement", *whole) if line.said else None,
                    "test",
                )
            )
        if line.said:
            source, cue, content = line.said
            pieces = (self._cut(start, line, content),)
            relay = line.relay and self._cut(start, line, line.relay)
            self.statements.append(
                Statement(
                    content_id("statement", *whole),
                    whole,
                    self._who(start, line, source),
                    self._cut(start, line, cue),
                    pieces,
                    Mode.DIRECT,
                    (Relay(relay.words, relay),) if relay else (),
                    None,
                    "test",
                )
            )
        if line.count:
            words, number, of = line.count
            evidence = self._cut(start, line, words)
            amount = Amount(number, number, unit=line.unit)
            self.figures.append(
                Figure(
                    content_id("figure", *evidence), evidence, amount, self._cut(start, line, of), None, None, "test"
                )
            )

    def reading(self, links: tuple[Link, ...]) -> Reading:
        findings = Findings(
            tuple(sorted(self.mentions.values(), key=lambda m: m.evidence.start)),
            tuple(self.times),
            tuple(self.statements),
            tuple(self.figures),
            tuple(self.events),
        )
        return Reading(self.page, self.article, findings, tuple(self.spans), None, links)


def write(path: Path, pieces: Sequence[Piece]) -> None:
    """Write a story; a piece that copies another is linked to it."""
    with Ledger.create(path) as ledger:
        for piece in pieces:
            writer = _Writer(piece)
            links: tuple[Link, ...] = ()
            if piece.copies:
                right = _Writer(piece.copies)
                days = [p.published for p in (piece, piece.copies) if p.published]
                known = max(days) if len(days) == 2 else None
                name = content_id("link", writer.id, right.id)
                links = (Link(name, writer.id, right.id, Relation.COPY_OF, 1.0, ("the same words",), known),)
            ledger.write(writer.reading(links))
