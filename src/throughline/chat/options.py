"""The options of a tool: what a chat may ask, as a schema, and how its arguments are read.

In: a table of options, and arguments as a client sent them. Out: a JSON schema; values of the types that a story
takes. Invariant: an argument that no option has is refused: an answer must never ignore a day that was asked for.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from throughline.dates.typed import typed
from throughline.errors import QueryError
from throughline.export.values import Json, tame

_LONGEST = 2000  # characters of words; no name or question needs more
_DAYS = "a day (2011-12-31), month (2011-12), year (2011) or EDTF"


class Kind(StrEnum):
    """What an option takes."""

    WORDS = "words"
    DAYS = "days"
    NUMBER = "number"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Option:
    """An option: its name on the command line, what it is for, what it takes. `least` and `most` bound a number."""

    name: str
    about: str
    kind: Kind = Kind.WORDS
    is_required: bool = False
    choices: tuple[str, ...] = ()
    default: int | None = None
    least: int = 0
    most: int = 100


def schema(options: Iterable[Option]) -> dict[str, Json]:
    """The options as JSON Schema."""
    options = tuple(options)
    return {
        "type": "object",
        "properties": {option.name: _property(option) for option in options},
        "required": [option.name for option in options if option.is_required],
        "additionalProperties": False,
    }


def _property(option: Option) -> dict[str, Json]:
    if option.kind is Kind.NUMBER:
        bounds = {"minimum": option.least, "maximum": option.most, "default": option.default}
        return {"type": "integer", "description": option.about} | bounds
    if option.kind is Kind.FLAG:
        return {"type": "boolean", "description": option.about, "default": False}
    if option.kind is Kind.DAYS:
        return {"type": "string", "description": f"{option.about} As {_DAYS}."}
    described: dict[str, Json] = {"type": "string", "description": option.about, "maxLength": _LONGEST}
    return described | ({"enum": list(option.choices)} if option.choices else {})


def read(tool: str, options: Iterable[Option], given: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments by option, those not given at their defaults; QueryError, with advice, where one can't be read."""
    known = {option.name: option for option in options}
    strange = [tame(str(name))[:40] for name in given if name not in known]
    if strange:
        takes = f"it takes {', '.join(known)}" if known else "it takes none"
        raise QueryError(f"{tool} has no option {', '.join(map(repr, strange))}: {takes}")
    return {name: _value(option, given.get(name)) for name, option in known.items()}


def _value(option: Option, given: object) -> Any:  # noqa: ANN401 - of the option's type
    if given is None or given == "":
        if option.is_required:
            raise QueryError(f"{option.name} is missing: {option.about}")
        return False if option.kind is Kind.FLAG else option.default
    if option.kind is Kind.FLAG:
        if not isinstance(given, bool):
            raise QueryError(f"{option.name} is true or false")
        return given
    if option.kind is Kind.NUMBER:
        return _number(option, given)
    words = _words(option, given)
    if option.kind is Kind.DAYS:
        return typed(words)
    if option.choices and words.upper() not in {choice.upper() for choice in option.choices}:
        raise QueryError(f"{option.name} is one of {', '.join(option.choices)}")
    return words


def _number(option: Option, given: object) -> int:
    is_whole = isinstance(given, int | float) and not isinstance(given, bool) and given == given // 1
    if not is_whole or not option.least <= given <= option.most:  # type: ignore[operator]
        raise QueryError(f"{option.name} is a whole number from {option.least} to {option.most}")
    return int(given)  # type: ignore[call-overload, no-any-return]


def _words(option: Option, given: object) -> str:
    if not isinstance(given, str):
        raise QueryError(f"{option.name} takes {_DAYS if option.kind is Kind.DAYS else 'words'}")
    words = tame(given)
    if not words or len(words) > _LONGEST:
        raise QueryError(f"{option.name} takes some words, {_LONGEST:,} characters at most")
    return words
