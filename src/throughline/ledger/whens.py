"""Days as a JSON object, where a row holds several of them in one column.

In: a `When` or None. Out: a plain object or None; and back, equal to what it was made of.
"""

import json
from collections.abc import Mapping
from typing import Any

from throughline.ledger.hydrate import day, grain
from throughline.model import When


def value(when: When | None) -> dict[str, Any] | None:
    """Give the object of some days."""
    if when is None:
        return None
    first, last = (one.isoformat() if one else None for one in (when.first, when.last))
    return {
        "first": first, "last": last, "grain": when.grain, "words": when.words, "rule": when.rule,
        "approximate": when.approximate,
    }  # fmt: skip


def dumps(when: When | None) -> str | None:
    """Give the object of some days as text."""
    return None if when is None else json.dumps(value(when), ensure_ascii=False)


def loads(text: str | None) -> When | None:
    """Undo `dumps`."""
    return None if text is None else read(json.loads(text))


def read(held: Mapping[str, Any] | None) -> When | None:
    """Give the days of an object."""
    if held is None:
        return None
    return When(
        day(held["first"]), day(held["last"]), grain(held["grain"]), held["words"], held["rule"], held["approximate"]
    )
