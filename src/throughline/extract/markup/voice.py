"""Trafilatura's word on what is body, laid over our own blocks.

In: a parsed page and its blocks. Out: for each block, the share of it that trafilatura kept (0 to 1). Trafilatura
(Barbaresi, ACL 2021) is the best-kept extractor of article text; it gives strings without places, so a block is
matched by its shingles, and a short one only where the words between its matched neighbours hold it. The tree is spent:
trafilatura cuts it up.
"""

import logging
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

import trafilatura
from lxml import etree, html

_WORD = re.compile(r"\w+")
_SHORT = 5  # words, more than the three of a shingle; shorter blocks recur in menus, so they count only in their place
_KEPT = 0.5
_SILENT = "style"
# What trafilatura drops as well, but copies four times first and searches for each of its many forms.
_DROPPED = (
    *("aside", "audio", "canvas", "embed", "footer", "iframe", "img", "input", "link", "object", "picture", "source"),
    *(_SILENT, "svg", "video"),
)

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def listen(root: html.HtmlElement) -> str:
    """Trafilatura's text of the article, "" where it finds none. The tree must not be used afterwards.

    Without its second opinions (`fast`): they cost a third of its time, and a vote that sees the tree gains nothing.
    """
    for script in [*root.iter("script")]:
        if "json" not in (script.get("type") or ""):
            script.tag = _SILENT  # a program is never read, and long; data may hold the article
    try:
        etree.strip_elements(root, *_DROPPED, with_tail=False)
        document = trafilatura.bare_extraction(root, fast=True, include_comments=False, with_metadata=False)
    except Exception:  # noqa: BLE001 - whatever breaks inside the extractor, the tree's own signals still speak
        return ""
    if document is None or isinstance(document, dict):
        return ""
    return document.text or ""


def agreement(voice: str, blocks: Sequence[str]) -> list[float]:
    """Find for each block the share of it that the voice holds: by shingles, or in its place when it is short."""
    spoken = _WORD.findall(voice.lower())
    heard = set(zip(spoken, spoken[1:], spoken[2:], strict=False))
    line = f" {' '.join(spoken)} "
    words = [_WORD.findall(block.lower()) for block in blocks]
    shares = [0.0] * len(blocks)
    found: list[tuple[int, int, int]] = []
    for index, block in enumerate(words):
        if len(block) < _SHORT:
            continue
        if f" {' '.join(block)} " in line:  # most that is heard at all is heard whole
            shares[index] = 1.0
            found.append((index, *_place(line, block[:3], block[-3:])))
            continue
        shingles = list(zip(block, block[1:], block[2:], strict=False))
        matched = list(filter(heard.__contains__, shingles))
        shares[index] = len(matched) / len(shingles)
        if shares[index] >= _KEPT:
            found.append((index, *_place(line, matched[0], matched[-1])))
    _place_short(line, words, shares, _in_order(found))
    return shares


def _place(line: str, first: Sequence[str], last: Sequence[str]) -> tuple[int, int]:
    """Find where a block stands in the voice: from its first matched shingle to its last."""
    start = line.find(f" {' '.join(first)} ")
    final = f" {' '.join(last)} "
    end = line.find(final, start)
    return start, end + len(final) if end >= 0 else start


def _in_order(found: Sequence[tuple[int, int, int]]) -> dict[int, tuple[int, int]]:
    """Keep the longest run of places that follow one another (a teaser that repeats the article drops out)."""
    ends: list[int] = []  # the smallest start that ends a run of each length
    at: list[int] = []
    before: list[int] = []
    for number, (_, start, _) in enumerate(found):
        length = bisect_left(ends, start)
        before.append(at[length - 1] if length else -1)
        if length == len(ends):
            ends.append(start)
            at.append(number)
        else:
            ends[length] = start
            at[length] = number
    places: dict[int, tuple[int, int]] = {}
    number = at[-1] if at else -1
    while number >= 0:
        index, start, end = found[number]
        places[index] = (start, end)
        number = before[number]
    return places


def _place_short(
    line: str, words: Sequence[Sequence[str]], shares: list[float], places: Mapping[int, tuple[int, int]]
) -> None:
    """Give a short block its share: all of it, if the voice has it between the placed blocks around it."""
    limits = [len(line)] * (len(words) + 1)
    for index in range(len(words) - 1, -1, -1):
        limits[index] = places[index][0] if index in places else limits[index + 1]
    cursor = 0
    for index, block in enumerate(words):
        if index in places:
            cursor = max(cursor, places[index][1])
        elif block and len(block) < _SHORT:
            phrase = f" {' '.join(block)} "
            at = line.find(phrase, max(0, cursor - 1), limits[index] + 1)
            if at >= 0:
                shares[index] = 1.0
                cursor = at + len(phrase)
