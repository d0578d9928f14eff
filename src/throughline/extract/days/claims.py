"""Everything on a page that claims the day it was published, for `dates.settle`.

In: the page, its draft and address. Out: `Candidate`s, each with its basis and kind, a reason for a person, and its
place in the text where it has one. Nothing is decided here.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from urllib.parse import unquote

from throughline.dates.edtf import parse_edtf
from throughline.dates.published.claim import Candidate
from throughline.dates.words import MONTHS
from throughline.dates.written import read_day
from throughline.extract.days import daylines, usage
from throughline.extract.draft import Draft
from throughline.model import Evidence, Page, When

_DAY_IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[/_-]?)(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)"
)
_NAMED_IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[/_-](?P<name>[a-z]{3,9})[/_-](?P<day>0?[1-9]|[12]\d|3[01])(?!\d)", re.IGNORECASE
)
_MONTH_IN_ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>0?[1-9]|1[0-2])/")
_PLACES = {
    "title": "is in the title",
    "over": "stands above the title",
    "near": "stands under the title",
    "head": "stands above the article",
    "top": "stands at the top of the page",
    "opening": "opens the article",
    "closing": "closes the article",
    "body": "stands in the article",
    "paragraph": "stands in the article",
    "under": "stands under the article",
    "foot": "stands below the article",
    "comment": "stands among the comments",
}


def gather(page: Page, draft: Draft, article: str, url: str | None) -> list[Candidate]:
    """Collect the claims."""
    order = page.declared.date_order
    found = list(chain(_declared(page), _clued(draft, order), _address(url), _shown(draft, article, order)))
    return _with_usage(found, draft, url)


def _with_usage(found: list[Candidate], draft: Draft, url: str | None) -> list[Candidate]:
    """Mark the readings of ambiguous strings that the outlet's habit speaks for."""
    readings = Counter((c.basis, c.kind, c.evidence, c.when.words) for c in found)
    ambiguous = [readings[c.basis, c.kind, c.evidence, c.when.words] > 1 for c in found]
    habit = usage.find(draft, url) if any(ambiguous) else None
    if habit is None:
        return found
    return [
        replace(c, usage=habit.reason, is_custom=habit.settles(c.when.words))
        if is_open and read_day(c.when.words, habit.order)[:1] == (c.when,)
        else c
        for c, is_open in zip(found, ambiguous, strict=True)
    ]


def _declared(page: Page) -> Iterator[Candidate]:
    words = page.declared.published
    if not words:
        return
    for when in _read(words, page.declared.date_order):
        yield Candidate(when, "declared", None, f"declared as published {words}")


def _read(words: str, order: str | None) -> tuple[When, ...]:
    try:
        return (parse_edtf(words),)
    except ValueError:
        return read_day(words, order)


def _clued(draft: Draft, order: str | None) -> Iterator[Candidate]:
    for clue in draft.clues.days:
        for when in _read(clue.words, order):
            yield Candidate(when, clue.basis, None, clue.reason, clue.kind)


def _address(url: str | None) -> Iterator[Candidate]:
    address = unquote(url or "")
    named = _NAMED_IN_ADDRESS.search(address)
    if named and (month := MONTHS.get(named["name"].lower())):
        for when in read_day(f"{named['year']}-{month:02}-{int(named['day']):02}", "ymd"):
            yield Candidate(when, "address", None, f"the page's address holds {named.group()}")
        return
    match = _DAY_IN_ADDRESS.search(address)
    if match and (match["mark"] or len(match["month"]) == len(match["day"]) == 2):
        words = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    else:
        match = _MONTH_IN_ADDRESS.search(address)
        words = f"{match['year']}-{int(match['month']):02}" if match else ""
    if match and words:
        for when in read_day(words, "ymd") if len(words) > 7 else (parse_edtf(words),):
            yield Candidate(when, "address", None, f"the page's address holds {match.group().strip('/')}")


def _shown(draft: Draft, article: str, order: str | None) -> Iterator[Candidate]:
    """Read the days in the lines of the page."""
    for found in daylines.find(draft, order):
        words = draft.text[found.start : found.end]
        evidence = Evidence(article, found.start, found.end, words)
        place = _PLACES[found.kind.partition(" ")[0]]
        line = " ".join(found.line.split())
        reason = f"the line “{line}” {place}" if len(line) < _LONG_LINE else f"“{words}” {place}"
        for when in found.written.readings:
            yield Candidate(when, "masthead", evidence, reason, found.kind)


_LONG_LINE = 120  # characters: of a paragraph only the date is shown to a person
