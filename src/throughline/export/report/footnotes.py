"""Footnotes as a report is written: each place in a page gets one number, however often it is quoted.

In: evidence, in the order in which the report quotes it. Out: references, then the notes and the sources they are of.
Invariant: the words of a note stand in its page's text just there, between `before` and `after`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from throughline.export.report.layout import Cite, Listed, Note
from throughline.export.values import tame
from throughline.ledger.rows import Head
from throughline.model import Article, Evidence

_AROUND = 240  # characters on either side: about two sentences
_MARK = "¶"  # where a paragraph ends
_PARAGRAPH = re.compile(r"\n[ \t]*\n")


class Footnotes:
    """The footnotes of one report, as far as it is written."""

    def __init__(self, heads: Mapping[str, Head], article_of: Callable[[str], Article]) -> None:
        self._heads = heads
        self._article = cache(article_of)
        self._numbers: dict[Evidence, int] = {}
        self._times: Counter[Evidence] = Counter()
        self._told: set[str] = set()
        self.shown: set[str] = set()

    def cite(self, *places: Evidence | None) -> tuple[Cite, ...]:
        """Refer to words; None is passed over, and a place given twice is referred to once."""
        found = []
        for place in dict.fromkeys(place for place in places if place is not None):
            number = self._numbers.setdefault(place, len(self._numbers) + 1)
            self._times[place] += 1
            found.append(Cite(number, self._times[place]))
        return tuple(found)

    def shows(self, *records: str, told: Iterable[str] = ()) -> None:
        """Take note that the report shows records, and that pages tell of them, quoted or not."""
        self.shown.update(records)
        self._told.update(article for article in told if article in self._heads)

    def find(self, article: str, words: str) -> Evidence | None:
        """Find the place of the same words in another page, as a copy has them."""
        start = self._article(article).text.find(words) if article in self._heads else -1
        return Evidence(article, start, start + len(words), words) if start >= 0 else None

    def sources(self, remarks: Mapping[str, str]) -> tuple[Listed, ...]:
        """Every page that is quoted or tells what the report tells, in order of since when it is known."""
        quoted: dict[str, list[int]] = {}
        for place, number in self._numbers.items():
            quoted.setdefault(place.article, []).append(number)
        shown = self._told | quoted.keys()
        ordered = [head for article, head in self._heads.items() if article in shown]  # heads are in order of known
        return tuple(
            Listed(number, head, tuple(quoted.get(head.id, ())), remarks.get(head.id, ""))
            for number, head in enumerate(ordered, start=1)
        )

    def notes(self, sources: Iterable[Listed]) -> tuple[Note, ...]:
        """The footnotes, in the order of the first references to them."""
        numbers = {one.head.id: one.number for one in sources}
        found = []
        for number, (place, times) in enumerate(self._times.items(), start=1):
            before, after = around(self._article(place.article), place)
            found.append(Note(number, place, before, after, numbers[place.article], self._heads[place.article], times))
        return tuple(found)


def around(article: Article, place: Evidence) -> tuple[str, str]:
    """What an article says before and after words, cut between words; other paragraphs stand behind a mark.

    Of the page around it, its menus and its comments, nothing.
    """
    readable = article.readable()
    before = _joined(article.text[span.start : min(span.end, place.start)] for span in readable)
    after = _joined(article.text[max(span.start, place.end) : span.end] for span in readable)
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    head, tail = article.text[: place.start], article.text[place.end :]
    opens = any(span.start == place.start for span in readable) or _parts(head[len(head.rstrip()) :])
    closes = any(span.end == place.end for span in readable) or _parts(tail[: len(tail) - len(tail.lstrip())])
    return f"{before} {_MARK}" if before and opens else before, f"{_MARK} {after}" if after and closes else after


def _parts(space: str) -> bool:
    """Whether white space stands between paragraphs."""
    return space.count("\n") > 1


def _joined(stretches: Iterable[str]) -> str:
    paragraphs = (tame(one) for stretch in stretches for one in _PARAGRAPH.split(stretch))
    return f" {_MARK} ".join(one for one in paragraphs if one)
