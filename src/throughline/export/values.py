"""Records as plain values: what JSON, CSV and data frames are made of.

In: any record of the model. Out: dicts, lists, text, numbers. Invariant: `when` and `evidence` have the same shape
everywhere (design.md section 6), and equal records give equal values.
"""

import dataclasses
import functools
import json
import re
import types
import typing
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum

from throughline.model import Entry, Evidence, When

# C0 and C1 controls, and the marks that turn text around: a page must not move a reader's cursor or reverse a line.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_ESCAPED = re.compile(r"[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_ADDRESS = re.compile(r"https?://[!#-;=?-\[\]_a-z~]+", re.ASCII)  # what RFC 3986 allows, without the marks of markup
Json = typing.Any  # whatever json.dumps takes; a recursive alias tells a reader no more
Scalar = str | int | float | bool | None


def when(value: When | None) -> dict[str, Json] | None:
    """Days, as the export writes them."""
    if value is None:
        return None
    return {
        "edtf": value.edtf,
        "first": day(value.first),
        "last": day(value.last),
        "grain": str(value.grain),
        "words": value.words,
        "rule": value.rule,
    }


def evidence(value: Evidence | None) -> dict[str, Json] | None:
    """A place and its words, as the export writes them."""
    if value is None:
        return None
    return {"article": value.article, "start": value.start, "end": value.end, "words": value.words}


def day(value: date | None) -> str | None:
    """A day as ISO 8601."""
    return None if value is None else value.isoformat()


def prefix(value: When | None) -> str | None:
    """The part of an ISO date that is certain, for fields that hold no interval: a day, a month, a year, or nothing.

    >>> from throughline.model import Grain
    >>> prefix(When(date(2011, 12, 2), date(2011, 12, 31), Grain.INTERVAL))
    '2011-12'
    """
    if value is None or value.first is None or value.last is None or value.first.year != value.last.year:
        return None
    if value.first.month != value.last.month:
        return value.first.isoformat()[:4]
    return value.first.isoformat() if value.first == value.last else value.first.isoformat()[:7]


def address(url: str | None) -> str | None:
    """An address that a program may follow: of the web, without a blank or anything that is no URI; else None."""
    return url if url and _ADDRESS.fullmatch(url) else None


def number(value: float | None) -> int | float | None:
    """A number without a needless ".0", so that 5,000 soldiers are 5000."""
    if value is None or not float(value).is_integer():
        return value
    return int(value)


def plain(value: object) -> Json:
    """Any record, or a collection of them, as plain values. A record opens with its kind; an entry is one flat object.

    >>> plain(Evidence("article-1", 0, 4, "NATO"))
    {'article': 'article-1', 'start': 0, 'end': 4, 'words': 'NATO'}
    """
    if isinstance(value, When):
        return when(value)
    if isinstance(value, Evidence):
        return evidence(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float):
        return number(value)
    if isinstance(value, date):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {"kind": type(value).__name__.lower()} | _fields(value)
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: plain(part) for name, part in value._asdict().items()}
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        parts = sorted(value) if isinstance(value, set | frozenset) else value
        return [plain(part) for part in parts]
    return value


def _fields(record: typing.Any) -> dict[str, Json]:  # noqa: ANN401 - any dataclass
    found: dict[str, Json] = {}
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        if isinstance(record, Entry) and field.name == "happening":
            found |= _fields(value)
        else:
            found[field.name] = plain(value)
    return found


def dumps(value: Json, indent: int | None = None) -> str:
    """JSON with letters as they are; what could steer a terminal, or can't be encoded, goes out as an escape."""
    separators = (",", ":") if indent is None else None
    text = json.dumps(value, ensure_ascii=False, separators=separators, indent=indent)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def tame(words: str) -> str:
    r"""Words on one line, one space between them, without anything that steers a terminal.

    >>> tame("NATO \x1b[31m said\n so")
    'NATO [31m said so'
    """
    return " ".join(CONTROL.sub("", " ".join(words.split())).split())


def flat(record: object) -> dict[str, Scalar]:
    """One record as a row: the same columns for every record of a type.

    Days become four columns (`when`, `when_first`, `when_last`, `when_grain`), evidence four (`headline` for the
    words, `headline_article`, `headline_start`, `headline_end`); lists of words are joined with "; ", other lists
    are JSON.
    """
    if isinstance(record, Mapping):
        return {str(name): _cell(value) for name, value in record.items()}
    return _row(type(record), record, "")


def _row(kind: type, record: object, prefix: str) -> dict[str, Scalar]:
    row: dict[str, Scalar] = {}
    for name, inner in _columns(kind):
        value = None if record is None else getattr(record, name)
        column = prefix + name
        if inner is When:
            row |= _days(column, value)
        elif inner is Evidence:
            row |= _place(column, value)
        elif inner is not None:
            row |= _row(inner, value, prefix if kind is Entry else f"{column}_")
        else:
            row[column] = _cell(value)
    return row


def _days(column: str, value: When | None) -> dict[str, Scalar]:
    return {
        column: value.edtf if value else None,
        f"{column}_first": day(value.first) if value else None,
        f"{column}_last": day(value.last) if value else None,
        f"{column}_grain": str(value.grain) if value else None,
    }


def _place(column: str, value: Evidence | None) -> dict[str, Scalar]:
    return {
        column: value.words if value else None,
        f"{column}_article": value.article if value else None,
        f"{column}_start": value.start if value else None,
        f"{column}_end": value.end if value else None,
    }


def _cell(value: object) -> Scalar:
    found = plain(value)
    if isinstance(found, list) and all(isinstance(part, str) for part in found):
        return "; ".join(found)
    if isinstance(found, list | dict):
        return dumps(found)
    return typing.cast("Scalar", found)


def columns(kind: type) -> dict[str, type]:
    """The columns that `flat` gives the records of a type: text, or bool, int, float or date where all are that."""
    return dict(_typed(kind, ""))


def _typed(kind: type, prefix: str) -> Iterator[tuple[str, type]]:
    hints = typing.get_type_hints(kind)
    for name, inner in _columns(kind):
        column = prefix + name
        if inner is When:
            yield from ((column, str), (f"{column}_first", date), (f"{column}_last", date), (f"{column}_grain", str))
        elif inner is Evidence:
            yield from ((column, str), (f"{column}_article", str), (f"{column}_start", int), (f"{column}_end", int))
        elif inner is not None:
            yield from _typed(inner, prefix if kind is Entry else f"{column}_")
        else:
            yield column, _scalar(hints[name])


def _scalar(hint: object) -> type:
    options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    found = [option for option in options if option is not type(None)]
    return typing.cast("type", found[0]) if len(found) == 1 and found[0] in {bool, int, float, date} else str


@functools.cache
def _columns(kind: type) -> tuple[tuple[str, type | None], ...]:
    """The fields of a record type, each with the record type that it nests, if it does."""
    hints = typing.get_type_hints(kind)
    names = kind._fields if hasattr(kind, "_fields") else [field.name for field in dataclasses.fields(kind)]
    return tuple((name, _nested(hints[name])) for name in names)


def _nested(hint: object) -> type | None:
    options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    for option in options:
        if isinstance(option, type) and (dataclasses.is_dataclass(option) or option is Evidence):
            return option
    return None
