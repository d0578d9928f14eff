"""Values as columns hold them."""

import json
from collections.abc import Iterable
from datetime import date

from throughline.model import When

_NO_WHEN = (None, None, None, None, None, None)


def when(days: When | None) -> tuple[str | None, ...]:
    """The six columns of a `When`: EDTF, first, last, grain, words, rule."""
    if days is None:
        return _NO_WHEN
    return days.edtf, day(days.first), day(days.last), days.grain, days.words, days.rule


def day(value: date | None) -> str | None:
    """A day as text."""
    return None if value is None else value.isoformat()


def listed(items: Iterable[str]) -> str:
    """Words as a JSON list."""
    return json.dumps(list(items), ensure_ascii=False)
