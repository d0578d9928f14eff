"""Everything on a page that claims the day it was published, for `dates.settle`.

In: the page, its draft and address. Out: `Candidate`s, each with its basis, a reason for a person, and its place in
the text where it has one. Nothing is decided here.
"""

import re
from collections.abc import Iterator
from itertools import chain

from throughline.dates import Candidate, parse_edtf, read_day
from throughline.extract.draft import Draft
from throughline.model import Evidence, Page, Role, When

_IN_ADDRESS = re.compile(
    r"/(?P<day>(?:19|20)\d\d[/_-]?(?:0[1-9]|1[0-2])[/_-]?(?:0[1-9]|[12]\d|3[01]))(?!\d)"
    r"|/(?P<month>(?:19|20)\d\d[/-](?:0?[1-9]|1[0-2]))/"
)
# A day with the clock beside it stands in mastheads and hardly ever in a sentence: "29 April 2010 09.28 BST".
_STAMP = re.compile(
    r"(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"\b(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2},?),? (?:19|20)\d\d"
    r",?(?: -|\s\||\sat)? \d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)?(?: (?:[A-Z]{2,4}))?\b",
    re.IGNORECASE,
)
_HEAD = 600  # characters at the top in which a stamp is a masthead's
_MOST_WORDS = 20  # of a masthead line that a day is read from


def gather(page: Page, draft: Draft, article: str, url: str | None) -> list[Candidate]:
    """Collect the claims."""
    order = page.declared.date_order
    return list(
        chain(
            _declared(page),
            _clued(draft, order),
            _address(url),
            _masthead(draft, article, order),
        )
    )


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
            yield Candidate(when, clue.basis, None, clue.reason)


def _address(url: str | None) -> Iterator[Candidate]:
    match = _IN_ADDRESS.search(url or "")
    if match is None:
        return
    if match["day"]:
        found = read_day(match["day"].replace("_", "-"), "ymd")
    else:
        year, month = re.split(r"[/-]", match["month"])
        found = (parse_edtf(f"{year}-{int(month):02}"),)
    for when in found:
        yield Candidate(when, "address", None, f"the page's address holds {(match['day'] or match['month'])}")


def _masthead(draft: Draft, article: str, order: str | None) -> Iterator[Candidate]:
    """Read days in the lines above the article, and in its dateline."""
    text = draft.text
    body_seen = False
    for block in draft.blocks:
        if block.is_readable:
            body_seen = True
            break
        words = text[block.start : block.end]
        if block.role not in {Role.DATELINE, Role.BYLINE} or len(words.split()) > _MOST_WORDS:
            continue
        evidence = Evidence(article, block.start, block.end, words)
        for when in read_day(words, order):
            yield Candidate(when, "masthead", evidence, f"the line “{words}” stands above the article")
    stamp = _STAMP.search(text, 0, _HEAD) if body_seen else None
    if stamp:
        evidence = Evidence(article, stamp.start(), stamp.end(), stamp.group())
        for when in read_day(stamp.group(), order):
            yield Candidate(when, "masthead", evidence, f"“{stamp.group()}” stands at the top, with the clock")
