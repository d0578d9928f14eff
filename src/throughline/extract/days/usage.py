"""How whoever wrote a page writes a day in numbers, as far as the outlet, its country or its language tells.

In: a draft and its address; the words of a day. Out: the order ("dmy", "mdy", "ymd") and the reason for a person, or
None; and whether such figures are read no other way there. A template from elsewhere breaks a habit, and shows: it
writes slashes where the country writes dots, or a clock to the second.
"""

import re
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlsplit

from throughline.extract.draft import Draft
from throughline.extract.masthead import language
from throughline.tables import outlets
from throughline.tables.dateorders import usual

_FIRST = {"dmy": "day", "mdy": "month", "ymd": "year"}
# Languages whose countries all write the day first; English is written in countries of all habits.
_DAY_FIRST = frozenset("bg ca cs da de el es fi fr hr it nl no pl pt ro ru sk sl sr tr uk".split())
# Those of them that write days with slashes or hyphens: 18 of 18 pages in French, Spanish and Portuguese. Where dots
# are the rule, slashes are a foreign template's: 3 of 15 German pages mean the month by the first number.
_SLASHED = frozenset("ca el es fr it nl pt".split())
# Of machines: "05/04/2022 08:43:31 am". Three of the four days that break a habit are so written or German.
_MACHINE = re.compile(r"\d:\d\d:\d\d|\d\s?[ap]m\b", re.IGNORECASE | re.ASCII)
_PIECES = 20  # blocks that tell the language


class Usage(NamedTuple):
    """An order of day, month and year, whose habit it is, and whether they write slashes and hyphens no other way."""

    order: str
    reason: str
    is_custom: bool = False

    def settles(self, words: str) -> bool:
        """Tell whether it leaves no doubt about a day in figures."""
        return self.is_custom and not _MACHINE.search(words)


def find(draft: Draft, url: str | None) -> Usage | None:
    """Say how the page's outlet, country or language writes numeric dates.

    A region that markup declares ("en-GB") is often a template's: right on 7 of 9 pages, where nothing else tells.
    """
    readable = (draft.text[block.start : block.end] for block in draft.blocks if block.is_readable)
    code = language.decide(draft.clues.language, islice(readable, _PIECES))
    host = _host(url)
    order = outlets.shipped().order_of_host(host) if host else None
    if order:
        reason = f"{host} is of an outlet or country that writes the {_FIRST[order]} first"
        return Usage(order, reason, code == "en" or (order == "dmy" and code in _SLASHED))
    if code in _DAY_FIRST:
        return Usage("dmy", f"in its language ({code}) the day is written first", code in _SLASHED)
    region = draft.clues.region or ""
    order = usual(region)
    if order:
        return Usage(order, f"its markup is of a region ({region}) that writes the {_FIRST[order]} first")
    return None


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None
