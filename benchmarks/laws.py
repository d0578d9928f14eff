"""The laws of a story on real piles: what was known on a day, and whether the order of adding matters.

In: a folder of pages, or one with a folder a story in it. Of each story the first PAGES pages are read (so many as
`THROUGHLINE_LAW_PAGES` says); of every tenth the day is taken away, so that undated pages stand among them. Out:
`asof.checked` and `asof.broken`: days on which the whole export of the story differs from that of a story built of the
pages known by then (law 2; five days a story, evenly over its pages, with the day before); `order.checked` and
`order.broken`: stories that come out otherwise when their pages are added in another order (law 3). None may break.
With `--out`, what differs is written there.
"""

import difflib
import os
import random
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from pathlib import Path

import throughline
from throughline import reader
from throughline.extract.inputs import pages
from throughline.ledger import Ledger
from throughline.model import Article, Page, Parse, page_of
from throughline.pipeline.local import add
from throughline.pipeline.steps import STEPS

PAGES = 300
DAYS = 5
UNDATED = 10  # one page in so many loses its day
_SHOWN = 40  # lines of a difference


def run(data: Path, out: Path | None = None) -> dict[str, float]:
    """Check every story below a folder."""
    scores = {"asof.checked": 0.0, "asof.broken": 0.0, "order.checked": 0.0, "order.broken": 0.0}
    for story in stories(data):
        pile = pile_of(story, int(os.environ.get("THROUGHLINE_LAW_PAGES", PAGES)))
        if not pile:
            continue
        with tempfile.TemporaryDirectory() as folder:
            broken = _check(Path(folder), pile, scores)
        print(f"{story.name}: {len(pile)} pages, {len(broken)} laws broken", file=sys.stderr, flush=True)
        for name, lines in broken.items():
            if out is not None:
                (out / f"{story.name}.{name}.diff").write_text("\n".join(lines), encoding="utf-8")
    return scores if scores["order.checked"] else {}


def stories(data: Path) -> list[Path]:
    """The folders that hold a story each: those with pages, else the folder itself."""
    return sorted(one.parent for one in data.glob("*/articles.jsonl.gz")) or [data]


def pile_of(story: Path, count: int) -> list[Page]:
    """The first pages of a story, every tenth without its day."""
    source = story / "articles.jsonl.gz"
    found = pages([str(source if source.is_file() else story)])
    first = [one for one in islice(found, count) if isinstance(one, Page)]
    return [
        one
        if number % UNDATED
        else page_of(one.data, one.media_type, one.source, replace(one.declared, published=None))
        for number, one in enumerate(first)
    ]


def _check(room: Path, pile: Sequence[Page], scores: dict[str, float]) -> dict[str, list[str]]:
    """Check both laws on one pile; what broke, by name, with what differs."""
    whole = _build(room / "whole.story", pile)
    broken: dict[str, list[str]] = {}
    known = {head.page: head.known for head in throughline.open(whole).articles().values()}
    for day in _days(sorted(day for day in known.values() if day)):
        by_then = [page for page in pile if (since := known.get(page.id)) and since <= day]
        part = _build(room / f"{day}.story", by_then)
        scores["asof.checked"] += 1
        if lines := _difference(_export(whole, day), _export(part, day)):
            scores["asof.broken"] += 1
            broken[f"asof-{day}"] = lines
    shuffled = random.Random(0).sample(pile, len(pile))  # noqa: S311 - the same order every time, no secret
    scores["order.checked"] += 1
    if lines := _difference(_export(whole, None), _export(_build(room / "shuffled.story", shuffled), None)):
        scores["order.broken"] += 1
        broken["order"] = lines
    return broken


def _days(known: Sequence[date]) -> list[date]:
    """Days evenly over what is known, and the day before each: where a day's news is not yet told."""
    marks = {known[len(known) * number // DAYS] for number in range(1, DAYS)} if known else set()
    return sorted(marks | {day - timedelta(days=1) for day in list(marks)[:1]})


def _build(path: Path, pile: Sequence[Page]) -> Path:
    with Ledger.create(path) as ledger:
        add(ledger, iter(pile), steps=replace(STEPS, parse=_seen))
    return path


@lru_cache(maxsize=2 * PAGES)
def _seen(article: Article) -> Parse:
    """What the reader sees in an article; it sees the same each time, and takes most of the time."""
    return reader.read(article)


def _export(path: Path, day: date | None) -> list[str]:
    return "".join(throughline.open(path).export("jsonl", as_of=day)).splitlines()


def _difference(left: Sequence[str], right: Sequence[str]) -> list[str]:
    if left == right:
        return []
    return list(islice(difflib.unified_diff(left, right, lineterm="", n=0), _SHOWN))
