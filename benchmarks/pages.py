"""Pages with known article text, as the extraction, text and dates tasks read them, and the shingle score.

A folder of that format holds `pages/ID.html.gz` and `gold.jsonl`; a parent of several such folders is read as one.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

_WORD = re.compile(r"\w+")
SHINGLE = 4  # words, as in the published comparison that the anchors come from


@dataclass(frozen=True, slots=True)
class Known:
    """One page: its bytes, and what is known of it (`text title authors date must must_not comments`)."""

    id: str
    data: bytes
    gold: dict[str, Any]


class Found(NamedTuple):
    """What an extractor says of a page; a field that it does not know stays empty. `date` is a day, or EDTF."""

    text: str = ""
    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    comments: str = ""


def read(data: Path) -> Iterator[Known]:
    """Yield every page below `data`, folder by folder."""
    for listing in sorted(data.rglob("gold.jsonl")):
        folder = listing.parent / "pages"
        for line in filter(None, listing.read_text(encoding="utf-8").split("\n")):
            gold = json.loads(line)
            path = folder / f"{gold['id']}.html.gz"
            if path.is_file():
                yield Known(gold["id"], gzip.decompress(path.read_bytes()), gold)


def overlap(found: str, known: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of the shingles of words, counted with repeats."""
    ours, theirs = _shingles(found), _shingles(known)
    if not ours or not theirs:
        both_empty = float(not ours and not theirs)
        return both_empty, both_empty, both_empty
    shared = sum((ours & theirs).values())
    precision, recall = shared / sum(ours.values()), shared / sum(theirs.values())
    return precision, recall, 2 * precision * recall / (precision + recall) if shared else 0.0


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    if len(words) < SHINGLE:
        return Counter([tuple(words)]) if words else Counter()
    return Counter(zip(*(words[k:] for k in range(SHINGLE)), strict=False))


def mean(values: Sequence[float]) -> float:
    """The mean, rounded as the scores are shown; 0 for none."""
    return round(sum(values) / len(values), 4) if values else 0.0


def triple(scores: Sequence[tuple[float, float, float]], prefix: str = "") -> dict[str, float]:
    """Name the means of precision, recall and F1."""
    names = ("precision", "recall", "f1")
    return {f"{prefix}{name}": mean([score[k] for score in scores]) for k, name in enumerate(names)}
