"""The notation for people, `.chron`: written and read back.

In: holdings, or the text of a `.chron` file. Out: lines, or `Told` records. Invariants: `read(write(told)) == told`
and `write(read(text)) == text` for any text that `write` made; ids are left out, so that a diff reads like an erratum.

    as of 2012-01-01

    2011-12-12..2011-12-31  RETREAT  NATO > Iraq  planned, due ..2012
      "NATO has decided to withdraw from Iraq."
      WorldTribune  1 report, 1 origin, known 2011-12-12
      was: CONSULT ongoing (known 2011-12-02..2011-12-03)
      was: conditional (known 2011-12-02..2011-12-03)
      now: planned (known 2011-12-12)

A block is an entry; blocks are parted by an empty line, fields by two spaces. A name that holds a mark of the
notation stands in quotes. "-" is an event of no PLOVER type; "undated" are days that nobody knows. A turn with a type
is one of another happening, on which this one hangs.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from throughline.export.holdings import Holdings
from throughline.export.values import tame
from throughline.model import Entry, Plover, Status, When

_MARKS = re.compile(r'[,"]| > |^>|>$|^no outlet$|^$')  # what a bare name can't hold
_COUNTS = re.compile(r"(\d+) reports?, (\d+) origins?, known (\S+)")
_TURN = re.compile(r"(?:was|now): (?:([A-Z]+|-) )?([a-z_]+) \(known (?:(\S+?)\.\.)?(\S+)\)")


class Past(NamedTuple):
    """A turn: the status, since when it is known, at the earliest where that is not sure.

    `type` is empty in a happening's own turns, and "-" where what it hangs on has none.
    """

    status: Status
    known: date | None
    since: date | None = None
    type: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One entry as the notation has it. `when` and `due` are EDTF; `history` has the oldest turn first."""

    when: str
    type: Plover | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    status: Status
    due: str | None
    headline: str
    outlets: tuple[str, ...]
    reports: int
    origins: int
    known: date | None
    history: tuple[Past, ...] = ()


def lines(holdings: Holdings) -> Iterator[str]:
    """The dated record of a story."""
    yield write((told(entry) for entry in holdings.entries), holdings.as_of)


def told(entry: Entry) -> Told:
    """What the notation keeps of an entry: the words on one line, no ids, a history only where there is one."""
    happening = entry.happening
    turns = tuple(
        Past(turn.status, turn.known, turn.since, str(turn.type or "-") if turn.happening else "")
        for turn in happening.history
    )
    return Told(
        _edtf(happening.when) or "..",
        happening.type,
        tuple(map(tame, entry.actors)),
        tuple(map(tame, entry.recipients)),
        happening.status,
        _edtf(entry.due),
        tame(happening.headline.words),
        tuple(map(tame, entry.outlets)),
        happening.reports,
        happening.origins,
        happening.known,
        turns if len(turns) > 1 else (),
    )


def write(entries: Iterable[Told], as_of: date | None = None) -> str:
    """Entries in the notation, in the order given."""
    head = [f"as of {as_of.isoformat()}\n"] if as_of else []
    return "\n".join(head + ["\n".join(_block(entry)) + "\n" for entry in entries])


def read(text: str) -> tuple[Told, ...]:
    """Read the notation back. Raises ValueError that names the line which is none of it."""
    found: list[Told] = []
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if line.strip():
            block.append((number, line))
        elif block:
            if not (not found and len(block) == 1 and block[0][1].startswith("as of ")):
                found.append(_read_block(block))
            block = []
    return tuple(found)


def days(edtf: str) -> str:
    """EDTF as the notation writes it.

    >>> days("../2012"), days("2011-12-12/2011-12-31"), days("..")
    ('..2012', '2011-12-12..2011-12-31', 'undated')
    """
    if edtf == "..":
        return "undated"
    first, slash, last = edtf.partition("/")
    return f"{first.removesuffix('..')}..{last.removesuffix('..')}" if slash else edtf


def _undays(text: str) -> str:
    if text == "undated":
        return ".."
    first, dots, last = text.partition("..")
    return f"{first or '..'}/{last or '..'}" if dots else text


def _edtf(when: When | None) -> str | None:
    return when.edtf if when else None


def _block(entry: Told) -> Iterator[str]:
    status = str(entry.status) + (f", due {days(entry.due)}" if entry.due else "")
    yield "  ".join(part for part in (days(entry.when), str(entry.type or "-"), _sides(entry), status) if part)
    yield f'  "{entry.headline}"'
    counts = f"{_count(entry.reports, 'report')}, {_count(entry.origins, 'origin')}, known {_day(entry.known)}"
    yield f"  {_names(entry.outlets) or 'no outlet'}  {counts}"
    own = [number for number, past in enumerate(entry.history) if not past.type]
    for number, past in enumerate(entry.history):
        known = f"{past.since.isoformat()}.." if past.since else ""
        what = f"{past.type} {past.status}".strip()
        yield f"  {'now' if number in own[-1:] else 'was'}: {what} (known {known}{_day(past.known)})"


def _sides(entry: Told) -> str:
    return f"{_names(entry.actors)} > {_names(entry.recipients)}".strip() if entry.recipients else _names(entry.actors)


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(json.dumps(name, ensure_ascii=False) if _MARKS.search(name) else name for name in names)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _day(day: date | None) -> str:
    return day.isoformat() if day else "undated"


def _read_block(block: list[tuple[int, str]]) -> Told:
    number = block[0][0]
    try:
        when, kind, sides, status, due = _read_head(block[0][1])
        number += 1
        headline = _between_quotes(_at(block, 1))
        number += 1
        outlets, reports, origins, known = _read_counts(_at(block, 2))
        history = []
        for number, line in block[3:]:  # noqa: B007 - the message below names it
            history.append(_read_turn(line))
    except ValueError as error:
        raise ValueError(f"line {number} is not in the .chron notation: {error}") from error
    return Told(when, kind, *sides, status, due, headline, outlets, reports, origins, known, tuple(history))


def _at(block: list[tuple[int, str]], index: int) -> str:
    if index >= len(block):
        raise ValueError("an entry has three lines at least: days, words, counts")
    return block[index][1]


def _read_head(line: str) -> tuple[str, Plover | None, tuple[tuple[str, ...], tuple[str, ...]], Status, str | None]:
    parts = line.split("  ")
    if len(parts) not in {3, 4}:
        raise ValueError("expected days, type, who > whom, status, with two spaces between")
    status, _, due = parts[-1].partition(", due ")
    kind = None if parts[1] == "-" else Plover(parts[1])
    sides = _read_sides(parts[2]) if len(parts) == 4 else ((), ())
    return _undays(parts[0]), kind, sides, Status(status), _undays(due) if due else None


def _read_sides(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    actors: list[str] = []
    recipients: list[str] = []
    side = actors
    if text.startswith("> "):
        side, text = recipients, text[2:]
    while text:
        name, text = _read_name(text)
        side.append(name)
        if text.startswith(" > "):
            side, text = recipients, text[3:]
        elif text:
            text = text.removeprefix(", ")
    return tuple(actors), tuple(recipients)


def _read_name(text: str) -> tuple[str, str]:
    """The first name of a list, and what follows it."""
    if text.startswith('"'):
        name, end = json.JSONDecoder(strict=False).raw_decode(text)
        return str(name), text[end:]
    end = min((at for mark in (", ", " > ") if (at := text.find(mark)) >= 0), default=len(text))
    if end == 0:
        raise ValueError("a name is missing")
    return text[:end], text[end:]


def _between_quotes(line: str) -> str:
    words = line.strip()
    if len(words) < 2 or not (words.startswith('"') and words.endswith('"')):
        raise ValueError("expected the words in quotes")
    return words[1:-1]


def _read_counts(line: str) -> tuple[tuple[str, ...], int, int, date | None]:
    names, _, counts = line.strip().rpartition("  ")
    found = _COUNTS.fullmatch(counts)
    if not found:
        raise ValueError("expected outlets, two spaces, and N reports, M origins, known DAY")
    outlets = () if names == "no outlet" else _read_sides(names)[0]
    return outlets, int(found[1]), int(found[2]), _read_day(found[3])


def _read_turn(line: str) -> Past:
    found = _TURN.fullmatch(line.strip())
    if not found:
        raise ValueError("expected was: STATUS (known DAY)")
    kind, status, since, known = found.groups()
    return Past(Status(status), _read_day(known), _read_day(since) if since else None, kind or "")


def _read_day(text: str) -> date | None:
    return None if text == "undated" else date.fromisoformat(text)
