"""A small JSON file beside a page that says what the page does not: its title, outlet, url, published date ...

`page.html.json` always is one; `page.json` is, unless it holds a page itself (`text` or `html`). A sidecar that
can't be understood is a problem, and the page is read without it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Final

from throughline.extract.intake.decode import decode
from throughline.extract.intake.found import NOTHING, Found, trouble
from throughline.extract.intake.limits import Limits
from throughline.extract.intake.lines import holds_page
from throughline.extract.media import PAGE_NAMES
from throughline.model import Declared, Problem, Severity

KEYS: Final = tuple(field.name for field in fields(Declared))
_ORDERS: Final = ("dmy", "mdy", "ymd")
_LONGEST: Final = 4000  # characters of a value: the longest addresses in use stay below it


def declared(found: Found, limits: Limits) -> tuple[Declared, tuple[Problem, ...]]:
    """What the page's sidecar declares, and what is wrong with the sidecar."""
    for name in _candidates(found.name):
        data = found.beside(name, limits.sidecar_bytes + 1) if found.beside else None
        if data is None:
            continue
        own = name == found.name + ".json"
        values = _parse(data, limits)
        if values is not None and not own and holds_page(values):
            continue
        where = found.source.removesuffix(found.name) + name
        if values is None:
            advice = f"make it one JSON object with some of: {', '.join(KEYS)}"
            return NOTHING, (trouble(where, "the sidecar can't be read", advice, Severity.WARNING),)
        return _read(values), tuple(_complaints(values, where))
    return NOTHING, ()


def belongs(found: Found, limits: Limits) -> bool:
    """Whether this .json file is the sidecar of a page beside it, and so no input of its own."""
    name = found.name
    if found.beside is None or not name.lower().endswith(".json"):
        return False
    stem = name[: -len(".json")]
    if stem.lower().removesuffix(".gz").endswith(PAGE_NAMES) and found.beside(stem, 0) is not None:
        return True
    if not any(found.beside(stem + ending + packed, 0) is not None for ending in PAGE_NAMES for packed in ("", ".gz")):
        return False
    values = _parse(found.beside(name, limits.sidecar_bytes + 1) or b"", limits)
    return values is not None and not holds_page(values)


def _candidates(name: str) -> Iterator[str]:
    yield name + ".json"
    plain = name.removesuffix(".gz")
    if "." in plain and plain.lower().endswith(PAGE_NAMES):
        yield plain.rpartition(".")[0] + ".json"


def _parse(data: bytes, limits: Limits) -> dict[str, object] | None:
    if len(data) > limits.sidecar_bytes:
        return None
    try:
        values = json.loads(decode(data))
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def _good(key: str, value: object) -> bool:
    if not isinstance(value, str) or len(value) > _LONGEST:
        return False
    return key != "date_order" or value in _ORDERS


def _read(values: Mapping[str, object]) -> Declared:
    return Declared(**{key: str(value) for key, value in values.items() if key in KEYS and _good(key, value)})


def _complaints(values: Mapping[str, object], where: str) -> Iterator[Problem]:
    """Strict reading: a misspelt key must not pass in silence."""
    unknown = sorted(key for key in values if key not in KEYS)[:5]
    wrong = sorted(key for key, value in values.items() if key in KEYS and value is not None and not _good(key, value))
    if unknown:
        names = ", ".join(f"{key[:40]!r}" for key in unknown)
        yield trouble(where, f"keys that mean nothing here: {names}", f"known are {', '.join(KEYS)}", Severity.NOTE)
    if wrong:
        advice = f"write them as text; date_order is one of {', '.join(_ORDERS)}"
        yield trouble(where, f"values that can't be used: {', '.join(wrong)}", advice, Severity.WARNING)
