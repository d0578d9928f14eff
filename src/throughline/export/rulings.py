r"""Rulings as text, for people and for other stories of the same pages: tab-separated values, or JSON lines.

In: rulings, or a text. Out: a text with a line each, or the rulings that a text holds; QueryError names the line that
can't be read. Invariant: what is written is read back the same, id and all. Columns: made (ISO 8601, with its zone),
author, verdict, target, value, reason, id. In values, a tab is `\t`, a line break `\n`, a backslash `\\`, and whatever
else would end a line or steer a terminal a `\u` and four hex digits. Lines that open with "#" are remarks. A line
written by hand may leave its id out; an id that does not fit its line is refused, since others may name it.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime

from throughline.dates.edtf import parse_edtf
from throughline.errors import QueryError
from throughline.export.holdings import Holdings
from throughline.ledger.rulings import DATE, NOT_SAME, NOTE, SAME, SPEAKER, UNDO, VERDICTS
from throughline.model import Ruling, content_id

COLUMNS = ("made", "author", "verdict", "target", "value", "reason", "id")
_ID = re.compile(r"[a-z]+-[0-9a-f]{16}")
_STEERS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\\\\]")
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.|$)", re.DOTALL)
_SHORT = {"\t": r"\t", "\n": r"\n", "\\": r"\\"}
_LONG = {"t": "\t", "n": "\n", "\\": "\\"}
_HALVES = re.compile("[\ud800-\udfff]")


def lines(holdings: Holdings) -> Iterator[str]:
    """Every ruling, in the order in which they were made, a remark before each that says what it is about."""
    yield "\t".join(COLUMNS) + "\n"
    for one, words in holdings.rulings:
        if words:
            yield f"# {_escaped(words)}\n"
        yield line(one) + "\n"


def line(one: Ruling) -> str:
    """One ruling as tab-separated values."""
    values = (one.made.isoformat(), one.author, one.verdict, one.target, one.value, one.reason, one.id)
    return "\t".join(map(_escaped, values))


def read(text: str, place: str) -> list[Ruling]:
    """The rulings that a text holds, of either form; `place` is what to call it when a line can't be read."""
    found = []
    columns: tuple[str, ...] = COLUMNS
    for number, row in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        own = row.rstrip("\r")
        if not own.strip() or own.startswith("#"):
            continue
        try:
            if own.lstrip().startswith("{"):
                found.append(_ruling(_object(own)))
            elif {"made", "verdict", "target"} <= set(own.split("\t")):
                columns = _header(own)
            else:
                found.append(_ruling(_row(own, columns)))
        except ValueError as error:
            raise QueryError(f"{place}, line {number}: {error}") from error
    return found


def _header(row: str) -> tuple[str, ...]:
    columns = tuple(row.split("\t"))
    unknown = [name for name in columns if name not in COLUMNS]
    if unknown or len(set(columns)) < len(columns):
        raise ValueError(f"the columns are {', '.join(COLUMNS)}, each once at most")
    return columns


def _row(row: str, columns: tuple[str, ...]) -> dict[str, str]:
    values = row.split("\t")
    if len(values) > len(columns) or len(values) < len(columns) - len({"id", "reason"} & set(columns)):
        raise ValueError(f"there are {len(values)} values, and {len(columns)} columns: {', '.join(columns)}")
    return dict(zip(columns, map(_unescaped, values), strict=False))


def _object(row: str) -> dict[str, str]:
    try:
        value = json.loads(row)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"this is no JSON object: {error}") from error
    wrong = [name for name in COLUMNS if not isinstance(value.get(name, ""), str)]
    if wrong:
        raise ValueError(f"{wrong[0]} is text, in quotes")
    return {name: value[name] for name in COLUMNS if name in value}


def _ruling(row: Mapping[str, str]) -> Ruling:
    missing = [name for name in ("made", "verdict", "target") if not row.get(name)]
    if missing:
        raise ValueError(f"it has no {missing[0]}")
    if any(_HALVES.search(value) for value in row.values()):
        raise ValueError("it holds half a character, which no file can keep")
    verdict, target, value = row["verdict"], row["target"], row.get("value", "")
    if verdict not in VERDICTS:
        raise ValueError(f"there is no ruling by {verdict!r}: it is one of {', '.join(VERDICTS)}")
    if not _ID.fullmatch(target):
        raise ValueError(f"{target!r} is no whole id of a record")
    _VALUES.get(verdict, _any)(value)
    said = (target, verdict, value, row.get("reason", ""), row.get("author", ""))
    made = _moment(row["made"])
    name = content_id("ruling", *said, made)
    if row.get("id", name) not in {name, ""}:
        raise ValueError(f"it was changed after {row['id']} was made: leave the id out to make a ruling of your own")
    return Ruling(name, *said, made=made)


def _moment(said: str) -> datetime:
    try:
        made = datetime.fromisoformat(said)
        if made.tzinfo is None:
            raise ValueError  # noqa: TRY301 - said in one place
        return made.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"{said!r} is no moment with a zone, like 2026-03-05T14:00:00+00:00") from error


def _record(value: str) -> None:
    if not _ID.fullmatch(value):
        raise ValueError(f"{value!r} is no whole id of a record")


def _day(value: str) -> None:
    try:
        parse_edtf(value)
    except ValueError as error:
        raise ValueError(f"{value!r} is no date in EDTF") from error


def _words(value: str) -> None:
    if not value.strip():
        raise ValueError("its value is empty")


def _none(value: str) -> None:
    if value:
        raise ValueError("an undo has no value")


def _any(value: str) -> None:
    """Any value is right."""


_VALUES: Mapping[str, Callable[[str], None]] = {
    DATE: _day, SAME: _record, NOT_SAME: _record, SPEAKER: _words, NOTE: _words, UNDO: _none,
}  # fmt: skip


def _escaped(value: str) -> str:
    return _STEERS.sub(lambda match: _SHORT.get(match[0], f"\\u{ord(match[0]):04x}"), value)


def _unescaped(value: str) -> str:
    return _ESCAPE.sub(_meant, value)


def _meant(match: re.Match[str]) -> str:
    said = match[1]
    if said.startswith("u") and len(said) > 1:
        return chr(int(said[1:], 16))
    if said not in _LONG:
        raise ValueError(rf"\{said} is no escape: a backslash is \\, a tab \t, a line break \n")
    return _LONG[said]
