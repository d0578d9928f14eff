"""Rows to records.

In: rows in the column order of the SELECTs beside each function. Out: the model's records, equal to those written.
Functions run once a row, hundreds of thousands of times: they take positions, not names.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from sys import intern
from typing import Any

from throughline.ledger.rows import Days, EventRow, FigureRow, GistRow, Head, StatementRow, TimeRow
from throughline.model import (
    UNKNOWN,
    Amount,
    Article,
    Block,
    DateCard,
    Event,
    Evidence,
    Figure,
    Grain,
    Link,
    Mention,
    MentionForm,
    MentionType,
    Mode,
    Origin,
    Participant,
    Plover,
    Problem,
    Relation,
    Relay,
    Rival,
    Ruling,
    Severity,
    Statement,
    Status,
    Time,
    When,
)

Row = tuple[Any, ...]
Parts = Mapping[str, list[Row]]

# Looked up by value: calling an enumeration takes five times as long.
_GRAIN = {grain.value: grain for grain in Grain}
_TYPE = {kind.value: kind for kind in MentionType}
_FORM = {form.value: form for form in MentionForm}
_MODE = {mode.value: mode for mode in Mode}
_PLOVER: dict[str | None, Plover | None] = {None: None, **{plover.value: plover for plover in Plover}}
_STATUS = {status.value: status for status in Status}

PART = "SELECT owner, part, start, end, words, mention, name"
HEAD = """SELECT article.id, page.id, (SELECT min(source) FROM page_source WHERE page_source.page = page.key), title,
    outlet, authors, url, language, published_edtf, published_first, published_last, published_grain, published_words,
    published_rule, known, origin, captured, dated_since,
    CASE WHEN json_extract(guess, '$.words') <> '' AND json_extract(guess, '$.first') = json_extract(guess, '$.last')
        THEN json_extract(guess, '$.first') END"""
MENTION = "SELECT f.id, f.start, f.end, words, f.type, form, name, entity, rule"
TIME = """SELECT f.id, f.start, f.end, words, f.type, f.value, when_edtf, when_first, when_last, when_grain, when_words,
    when_rule, rule, mod, anchor_start, anchor_end, anchor"""
STATEMENT = """SELECT f.id, f.start, f.end, words, mode, said_edtf, said_first, said_last, said_grain, said_words,
    said_rule, rule, is_thought"""
FIGURE = """SELECT f.id, f.start, f.end, words, low, high, approximate, unit, of_start, of_end, of, when_edtf,
    when_first, when_last, when_grain, when_words, when_rule, statement, rule, event"""
EVENT = """SELECT f.id, f.start, f.end, words, trigger_start, trigger_end, trigger, f.type, status, when_edtf,
    when_first, when_last, when_grain, when_words, when_rule, due_edtf, due_first, due_last, due_grain, due_words,
    due_rule, statement, rule"""
EVENT_ROW = """SELECT f.id, f.start, f.end, trigger, f.type, status, when_first, when_last, when_grain, due_first,
    due_last, due_grain, actors, recipients, statement"""
TIME_ROW = "SELECT f.id, f.start, f.end, when_first, when_last, when_grain"
STATEMENT_ROW = "SELECT f.id, f.start, f.end, speaker, print, is_thought"
GIST = """SELECT gist.article, gist.place, gist.start, gist.end, gist.when_first, gist.when_last, gist.when_grain,
    print, length, stems"""
FIGURE_ROW = """SELECT f.id, f.start, f.end, low, high, approximate, unit, of, when_first, when_last, when_grain,
    statement, (SELECT trigger FROM event WHERE event.id = f.event)"""


@lru_cache(maxsize=100_000)
def day(text: str | None) -> date | None:
    """Read a day."""
    return None if text is None else date.fromisoformat(text)


def when(edtf: str | None, *columns: str) -> When | None:
    """Read the six columns of a `When`."""
    if edtf is None:
        return None
    first, last, grain, words, rule = columns
    return When(day(first), day(last), _GRAIN[grain], words, rule, "~" in edtf)


def head(row: Row) -> Head:
    """Read a HEAD row."""
    name, page, source, title, outlet, authors, url, language, *published, known, credit = row[:-3]
    return Head(
        name,
        page,
        source,
        title,
        outlet,
        tuple(json.loads(authors)),
        url,
        language,
        when(*published) or UNKNOWN,
        day(known),
        credit,
        *map(day, row[-3:]),
    )


def grain(value: str) -> Grain:
    """Read a grain."""
    return _GRAIN[value]


def article(own: Head, row: Sequence[Any], blocks: tuple[Block, ...]) -> Article:
    """Make an article from an ARTICLE row, without its evidence, its date's guess, notes and comments."""
    text, dateline, reasons, rivals, subtitle, section, home, moment = row
    lost = tuple(_rival(rival) for rival in json.loads(rivals))
    return Article(
        own.id,
        own.page,
        own.source,
        own.title,
        own.outlet,
        own.authors,
        own.url,
        own.language,
        DateCard(own.published, (), tuple(json.loads(reasons)), lost, None, moment),
        None,
        dateline,
        text,
        blocks,
        subtitle,
        section,
        home,
    )


def card_evidence(article_id: str, rows: Iterable[Row]) -> tuple[Evidence, ...]:
    """Return the evidence of an article's date."""
    return tuple(Evidence(article_id, *row[2:5]) for row in rows if row[1] == "published")


def origin(article_id: str, name: str | None, rows: Iterable[Row]) -> Origin | None:
    """Return an article's origin credit."""
    places = [Evidence(article_id, *row[2:5]) for row in rows if row[1] == "origin"]
    return Origin(name, places[0]) if name is not None and places else None


def mention(article_id: str, row: Row, parts: Parts) -> Mention:
    """Read a MENTION row."""
    name, start, end, words, kind, form, full, entity, rule = row
    role = next((Evidence(article_id, *part[2:5]) for part in parts.get(name, ())), None)
    evidence = Evidence(article_id, start, end, words)
    return Mention(name, evidence, _TYPE[kind], _FORM[form], full, entity, role, rule)


def time(article_id: str, row: Row, _parts: Parts) -> Time:
    """Read a TIME row."""
    counted_from = None if row[16] is None else Evidence(article_id, *row[14:17])
    own = (row[0], Evidence(article_id, *row[1:4]), row[4], row[5])
    return Time(*own, when(*row[6:12]), row[12], row[13], counted_from)


def statement(article_id: str, row: Row, parts: Parts) -> Statement:
    """Read a STATEMENT row."""
    source: Participant | None = None
    cue: Evidence | None = None
    content: list[Evidence] = []
    chain: list[Relay] = []
    for _, part, start, end, words, mentioned, name in parts.get(row[0], ()):
        evidence = Evidence(article_id, start, end, words)
        if part == "content":
            content.append(evidence)
        elif part == "source":
            source = Participant(evidence, mentioned)
        elif part == "cue":
            cue = evidence
        else:
            chain.append(Relay(name, evidence, mentioned))
    return Statement(
        row[0],
        Evidence(article_id, *row[1:4]),
        source,
        cue,
        tuple(content),
        _MODE[row[4]],
        tuple(chain),
        when(*row[5:11]),
        row[11],
        bool(row[12]),
    )


def figure(article_id: str, row: Row, _parts: Parts) -> Figure:
    """Read a FIGURE row."""
    name, start, end, words, low, high, approximate, unit, of_start, of_end, of = row[:11]
    return Figure(
        name,
        Evidence(article_id, start, end, words),
        Amount(low, high, bool(approximate), unit),
        None if of is None else Evidence(article_id, of_start, of_end, of),
        when(*row[11:17]),
        *row[17:],
    )


def event(article_id: str, row: Row, parts: Parts) -> Event:
    """Read an EVENT row."""
    people: dict[str, list[Participant]] = {"actor": [], "recipient": [], "place": [], "condition": []}
    for _, part, start, end, words, mentioned, _ in parts.get(row[0], ()):
        people[part].append(Participant(Evidence(article_id, start, end, words), mentioned))
    return Event(
        row[0],
        Evidence(article_id, *row[1:4]),
        Evidence(article_id, *row[4:7]),
        _PLOVER[row[7]],
        _STATUS[row[8]],
        tuple(people["actor"]),
        tuple(people["recipient"]),
        tuple(people["place"]),
        when(*row[9:15]),
        when(*row[15:21]),
        people["condition"][0].evidence if people["condition"] else None,
        *row[21:],
    )


def event_row(article_id: str, row: Row) -> EventRow:
    """Read an EVENT_ROW row."""
    return EventRow(
        row[0],
        article_id,
        row[1],
        row[2],
        row[3],
        _PLOVER[row[4]],
        _STATUS[row[5]],
        _days(row[6], row[7], row[8]),
        _days(row[9], row[10], row[11]),
        _keys(row[12]),
        _keys(row[13]),
        row[14],
    )


def time_rows(article_id: str, row: Row) -> Iterator[TimeRow]:
    """Read a TIME_ROW row; nothing where the expression covers no days."""
    days = _days(*row[3:])
    if days is not None:
        yield TimeRow(row[0], article_id, row[1], row[2], days)


def statement_row(article_id: str, row: Row) -> StatementRow:
    """Read a STATEMENT_ROW row."""
    name, start, end, speaker, number, is_thought = row
    return StatementRow(name, article_id, start, end, speaker, number, bool(is_thought))


def gist_row(article_id: str, row: Row) -> GistRow:
    """Read a GIST row."""
    place, start, end, first, last, grain, number, length, stems = row
    return GistRow(article_id, place, start, end, _days(first, last, grain), number, length, _stems(stems))


def figure_row(article_id: str, row: Row) -> FigureRow:
    """Read a FIGURE_ROW row."""
    name, start, end, low, high, approximate, unit, of, first, last, grain, said, deed = row
    days = _days(first, last, grain)
    return FigureRow(name, article_id, start, end, low, high, bool(approximate), unit, of, days, said, deed)


def problems(rows: Iterable[Row]) -> list[Problem]:
    """Read PROBLEMS rows."""
    return [
        Problem(name, where, what, Severity(severity), advice, page)
        for name, where, what, severity, advice, page in rows
    ]


def links(rows: Iterable[Row]) -> list[Link]:
    """Read LINKS rows."""
    return [
        Link(name, left, right, Relation(kind), weight, tuple(json.loads(reasons)), day(known))
        for name, left, right, kind, weight, reasons, known in rows
    ]


def rulings(rows: Iterable[Row]) -> list[Ruling]:
    """Read RULINGS rows."""
    return [
        Ruling(name, target, verdict, value, reason, author, datetime.fromisoformat(made))
        for name, target, verdict, value, reason, author, made in rows
    ]


@lru_cache(maxsize=100_000)
def _days(first: str | None, last: str | None, grain: str | None) -> Days | None:
    return None if grain is None else Days(day(first), day(last), _GRAIN[grain])


@lru_cache(maxsize=100_000)
def _keys(text: str) -> tuple[str, ...]:
    return tuple(text.split("; ")) if text else ()


@lru_cache(maxsize=1 << 16)
def _stems(text: str) -> frozenset[str]:
    """Stems of a sentence, one set for all days that it is looked at on; a stem is one string wherever it stands."""
    return frozenset(map(intern, text.split()))


def _rival(columns: Mapping[str, Any]) -> Rival:
    read = when(*(columns[name] for name in ("edtf", "first", "last", "grain", "words", "rule")))
    return Rival(read or UNKNOWN, columns["reason"])
