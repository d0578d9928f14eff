"""How whoever wrote a page writes a day in numbers, as far as the outlet, its country or its language tells.

In: a draft and its address. Out: the order ("dmy", "mdy", "ymd") and the reason for a person, or None. A habit settles
only what nothing on the page does: papers break it.
"""

from itertools import islice
from typing import NamedTuple
from urllib.parse import urlsplit

from throughline.extract.draft import Draft
from throughline.extract.masthead import language
from throughline.tables import outlets

_FIRST = {"dmy": "day", "mdy": "month", "ymd": "year"}
# Languages whose countries all write the day first; English is written in countries of all habits.
_DAY_FIRST = frozenset("bg ca cs da de el es fi fr hr it nl no pl pt ro ru sk sl sr tr uk".split())
_PIECES = 20  # blocks that tell the language


class Usage(NamedTuple):
    """An order of day, month and year, and whose habit it is."""

    order: str
    reason: str


def find(draft: Draft, url: str | None) -> Usage | None:
    """Say how the page's outlet, country or language writes numeric dates."""
    host = _host(url)
    order = outlets.shipped().order_of_host(host) if host else None
    if order:
        return Usage(order, f"{host} is of an outlet or country that writes the {_FIRST[order]} first")
    readable = (draft.text[block.start : block.end] for block in draft.blocks if block.is_readable)
    code = language.decide(draft.clues.language, islice(readable, _PIECES))
    if code in _DAY_FIRST:
        return Usage("dmy", f"in its language ({code}) the day is written first")
    return None


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None
