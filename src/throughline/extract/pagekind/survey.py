"""What kind of page it is, as its markup says it and as its links and prose show it.

In: a parsed page; then its blocks and their roles. Out: a `Survey`, for `kinds` to judge. Nothing here reads words:
only types, links and counts.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml import html

from throughline.extract.markup.signals import Signal
from throughline.extract.markup.tree import Leaf
from throughline.model import READABLE, Block, Role

REFRESH, PASSWORD = "refresh", "password"
_TYPE = re.compile(r'"@type"\s{0,20}:\s{0,20}(?:"([^"]{1,60})"|\[([^\]]{1,300})\])')
_LONGEST_JSON = 200_000  # characters of one JSON-LD block that are looked at; types stand at its head
_QUICK = 30  # seconds up to which a refresh leads elsewhere; slower ones load the page anew
_REFRESH = re.compile(r"\s{0,9}(\d{1,5})\s{0,9}[;,]\s{0,9}url\s{0,9}=", re.IGNORECASE)
_LINKED = 0.8  # share of a block's characters from which on all of it is a link
_ROW = 0.25  # the same for what is no paragraph: a row that holds a headline and its summary
_HEADLINE = 4  # words from which on a linked block names a page, not a section
_OWN_PROSE = 30  # words of prose right below a linked heading that make it a story of its own


@dataclass(frozen=True, slots=True)
class Survey:
    """Types that the markup states, with how often; headlines that are links; the longest run of prose, in words.

    `stories` counts linked headings with a piece of prose below, as on a page of many stories.
    """

    types: Counter[str]
    teasers: int = 0
    run: int = 0
    stories: int = 0


def types(root: html.HtmlElement) -> Counter[str]:
    """Count the types that the page names, in lower case: schema.org's, Open Graph's (`og:...`), `refresh`, ..."""
    found: Counter[str] = Counter()
    for element in root.iter("script", "meta", "input"):
        if element.tag == "script":
            if "ld+json" in (element.get("type") or ""):
                for one, several in _TYPE.findall((element.text or "")[:_LONGEST_JSON]):
                    found.update(word.strip().strip('"').lower() for word in (one or several).split(","))
        elif element.tag == "input":
            if (element.get("type") or "").lower() == PASSWORD:
                found[PASSWORD] += 1
        elif (element.get("property") or element.get("name")) == "og:type":
            found[f"og:{(element.get('content') or '').strip().lower()}"] += 1
        elif (element.get("http-equiv") or "").lower() == REFRESH:
            match = _REFRESH.match(element.get("content") or "")
            if match and int(match[1]) <= _QUICK:
                found[REFRESH] += 1
    return found


def take(types: Counter[str], leaves: Sequence[Leaf], roles: Sequence[Role]) -> Survey:
    """Measure a page's blocks: a headline that links to another page ends a run of prose; captions are none."""
    is_row = _rows(leaves, roles)
    teasers = run = longest = stories = 0
    is_below = False  # whether a linked heading stands right above
    for leaf, role in zip(leaves, roles, strict=True):
        words = size(leaf.text)
        if leaf.links * words >= _HEADLINE and leaf.links >= (_ROW if is_row(leaf) else _LINKED):
            teasers += 1
            run = 0
            is_below = bool(leaf.signals & Signal.HEADING)
        elif role in READABLE and not leaf.signals & Signal.CAPTION:
            run += words
            longest = max(longest, run)
            if is_below and run >= _OWN_PROSE:
                stories += 1
                is_below = False
    return Survey(types, teasers, longest, stories)


def _rows(leaves: Sequence[Leaf], roles: Sequence[Role]) -> Callable[[Leaf], bool]:
    """Tell which blocks may be a headline and its summary in one: paragraphs only where nearly all of them are."""
    prose = [
        leaf for leaf, role in zip(leaves, roles, strict=True) if role in READABLE and leaf.signals & Signal.PARAGRAPH
    ]
    rows = sum(leaf.links >= _ROW and leaf.links * size(leaf.text) >= _HEADLINE for leaf in prose)
    if rows >= _FEWEST_ROWS and rows >= _MOST_ROWS * len(prose):
        return lambda leaf: True  # noqa: ARG005 - any block
    return lambda leaf: not leaf.signals & Signal.PARAGRAPH


_FEWEST_ROWS, _MOST_ROWS = 6, 0.8  # paragraphs that hold a linked headline, and their share of all


def size(text: str) -> int:
    """Count words, roughly: by spaces, or by length where a script has none."""
    return max(text.count(" ") + 1, len(text) // _LONG_WORD)


_LONG_WORD = 8  # characters; an English word and its space have 6, a German one 7


def of_text(text: str, blocks: Sequence[Block]) -> Survey:
    """Measure a page whose markup is lost: a line that reads like a headline stands for a link."""
    teasers = run = longest = 0
    for block in blocks:
        line = text[block.start : block.end].rstrip()
        words = size(line)
        if block.is_readable and line.endswith(_ENDS):
            run += words
            longest = max(longest, run)
        elif _HEADLINE <= words <= _LONGEST_HEADLINE and line[0].isupper() and block.role not in _NAMED:
            teasers += 1
            run = 0
    return Survey(Counter(), teasers, longest)


_ENDS = (".", "!", "?", "…", '"', "”", "“", "»", ")", "'", "’")
_LONGEST_HEADLINE = 20  # words
_NAMED = frozenset({Role.TITLE, Role.BYLINE, Role.DATELINE, Role.CAPTION, Role.COMMENT})
