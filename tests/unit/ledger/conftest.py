"""Readings made by hand for the ledger's tests: an invented story, every field of every record filled somewhere."""

import sqlite3
from collections.abc import Callable
from datetime import date

import pytest

from throughline.ledger import Reading
from throughline.model import (
    Amount,
    Article,
    Block,
    Comment,
    DateCard,
    Event,
    Evidence,
    Figure,
    Findings,
    Grain,
    Mention,
    MentionForm,
    MentionType,
    Mode,
    Note,
    NoteKind,
    Origin,
    Participant,
    Plover,
    Problem,
    Relay,
    Rival,
    Role,
    Severity,
    Sketch,
    Span,
    Statement,
    Status,
    Time,
    When,
    content_id,
    page_of,
)

BODY = (
    "KESTREL BAY, May 3 – The Harbour Council will withdraw 1,200 guards by June, Governor Ada Lindqvist said, "
    'according to Bay Wire. "We leave if the lake road opens," she said.'
)


LATER_COLUMNS = (  # what the steps after the sixth added
    *(("article", "guess"), ("article", "moment"), ("article", "dated_since")),
    *(("time", "mod"), ("time", "anchor_start"), ("time", "anchor_end"), ("time", "anchor")),
)


@pytest.fixture
def sixth_form() -> Callable[[sqlite3.Connection], None]:
    """Make a file what it was after the sixth step."""

    def undo(raw: sqlite3.Connection) -> None:
        for table, column in LATER_COLUMNS:
            raw.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        for table in ("claim", "alike", "root", "telling", "tale", "dating", "parse", "trace", "undated"):
            raw.execute(f"DROP TABLE {table}")
        for index in ("print_article", "span_article"):
            raw.execute(f"DROP INDEX {index}")
        raw.execute("DELETE FROM migration WHERE number > 6")
        raw.execute("PRAGMA user_version = 6")

    return undo


@pytest.fixture
def reading() -> Callable[..., Reading]:
    """The maker of sample readings."""
    return sample


def sample(
    number: int = 1, day: date | None = date(2031, 5, 3), body: str = BODY, source: str | None = None
) -> Reading:
    """One page of the story with its article and findings; other numbers give other pages."""
    title, comment = f"Guards to leave, part {number}", "Reader: they never leave"
    text = f"{title}\n\n{body}\n\n{comment}"
    page = page_of(text.encode(), "text/plain", source or f"pile/{number:04}.txt")
    start = len(title) + 2
    article = _article(page.id, page.source, text, (len(title), start, start + len(body)), day)
    passages = tuple(Span(start + a, start + b) for a, b in _sentences(body))
    sketch = Sketch(
        article.id, article.outlet or "", None, day, None, frozenset(range(number, number + 90)), frozenset({1, number})
    )
    note = Problem(
        content_id("problem", page.id, "note"), page.source, "a note", Severity.NOTE, "nothing to do", page.id
    )
    found = _sample_findings(article) if body == BODY else Findings()
    return Reading(page, article, found, passages, sketch, (), (note,))


def _sample_findings(article: Article) -> Findings:
    """Findings of the sample body."""

    def at(words: str, nth: int = 0) -> Evidence:
        start = -1
        for _ in range(nth + 1):
            start = article.text.index(words, start + 1)
        return article.evidence(start, start + len(words))

    def name(words: str, kind: MentionType, nth: int = 0, full: str | None = None, **more: object) -> Mention:
        evidence = at(words, nth)
        form = MentionForm.PRONOUN if full else MentionForm.NAME
        return Mention(content_id("mention", *evidence), evidence, kind, form, full or words, **more)  # type: ignore[arg-type]

    council = name("Harbour Council", MentionType.ORGANISATION, entity="body:harbour-council", rule="table")
    ada = name("Ada Lindqvist", MentionType.PERSON, role=at("Governor"))
    she = name("she", MentionType.PERSON, full="Ada Lindqvist")
    wire = name("Bay Wire", MentionType.ORGANISATION)
    may = When(date(2031, 5, 3), date(2031, 5, 3), Grain.DAY, "May 3", "month day")
    june = When(None, date(2031, 6, 30), Grain.MONTH, "by June", "deadline", approximate=True)
    first, second = (
        at(BODY[BODY.index("The Harbour") : BODY.index(' "We')]),
        at('"We leave if the lake road opens," she said.'),
    )
    says = Statement(
        content_id("statement", *first),
        first,
        Participant(ada.evidence, ada.id),
        at("said"),
        (at("The Harbour Council will withdraw"), at("1,200 guards by June")),
        Mode.INDIRECT,
        (Relay("Bay Wire", wire.evidence, wire.id),),
        may,
        "reported",
    )
    quote = Statement(
        content_id("statement", *second), second, Participant(she.evidence), None, (at('"We leave'),), Mode.DIRECT
    )
    guards = at("1,200")
    return Findings(
        (council, ada, wire, she),
        (
            Time(content_id("time", *at("May 3")), at("May 3"), "DATE", "2031-05-03", may, "month day"),
            Time(content_id("time", *at("June")), at("June"), "DATE", "2031-06", None, "", "BEFORE", at("lake")),
        ),
        (says, quote),
        (
            Figure(
                content_id("figure", *guards),
                guards,
                Amount(1200, None, approximate=True),
                at("guards"),
                may,
                says.id,
                "n",
            ),
        ),
        (
            Event(
                content_id("event", *at("withdraw")),
                first,
                at("withdraw"),
                Plover.RETREAT,
                Status.PLANNED,
                (Participant(council.evidence, council.id),),
                (Participant(at("guards")),),
                (Participant(at("lake road")),),
                may,
                june,
                at("if the lake road opens"),
                says.id,
                "frame",
            ),
            Event(content_id("event", *at("opens")), second, at("opens"), None, Status.CONDITIONAL),
        ),
    )


def _article(page: str, source: str, text: str, cuts: tuple[int, int, int], day: date | None) -> Article:
    name = content_id("article", page)
    title_end, start, end = cuts
    when = When(day, day, Grain.DAY if day else Grain.UNKNOWN, "May 3", "dateline")
    dated = Evidence(name, start, start + 11, text[start : start + 11])
    guess = When(date(2031, 5, 1), date(2031, 5, 31), Grain.MONTH, "May", "dateline", approximate=True)
    rival = Rival(When(None, None, Grain.UNKNOWN), "no better")
    return Article(
        name,
        page,
        source,
        text[:title_end],
        "Kestrel Courier",
        ("Jo Brandt", "Li Ode"),
        "https://courier.example/guards",
        "en",
        DateCard(when, (dated,), ("the dateline says so",), (rival,), guess, "2031-05-03T22:04+01:00"),
        Origin("Bay Wire", dated),
        "KESTREL BAY, May 3",
        text,
        (Block(Role.TITLE, 0, title_end), Block(Role.BODY, start, end), Block(Role.COMMENT, end + 2, len(text))),
        "What the guards found",
        "World",
        "courier.example",
        (Note(NoteKind.UPDATE, dated, when), Note(NoteKind.CORRECTION, dated)),
        (Comment(end + 4, len(text), Evidence(name, end + 2, end + 4, text[end + 2 : end + 4]), when),),
    )


def _sentences(body: str) -> list[tuple[int, int]]:
    cut = body.find(". ")
    return [(0, len(body))] if cut < 0 else [(0, cut + 1), (cut + 2, len(body))]
