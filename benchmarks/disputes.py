"""What contradicts what, on invented pairs of reports: `benchmarks/data/disputes`, two short pages a pair.

Format: `pairs.txt`, three lines a pair. First its number, "true" (the pages hold a contradiction that belongs side by
side) or "false" (they look alike and hold none), a kind and a remark; then, for each page, its day, its outlet and its
words. A pair is found where a story of the two pages shows any dispute; of a true pair, one of its kind: figures and
days are one kind, statuses and stances the other.

Out: `precision`, `recall` and `f1` over all pairs; `tuned.*` over odd numbers, which were read while the rules were
made, and `held.*` over even ones, which were only counted. What holds on real news is another figure: see the notes.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

import throughline
from throughline.model import Dispute

PAIRS: Final = "pairs.txt"
_HEAD = re.compile(r"(\d+) (true|false) (\w+): (.*)")
_PAGE = re.compile(r"(\d{4}-\d\d-\d\d) ([^|]+) \| (.*)")
_NUMBERS = frozenset({"figure", "date"})


class Pair(NamedTuple):
    """Two pages, and whether they contradict each other."""

    number: int
    is_true: bool
    about: str
    remark: str
    pages: tuple[dict[str, str], ...]


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Score every pair; with `out`, write what was found in each."""
    found = [(pair, disputes(pair)) for pair in read(data / PAIRS)]
    if out:
        lines = [json.dumps({"pair": pair.number, "disputes": _shown(held)}) + "\n" for pair, held in found]
        (out / "disputes.jsonl").write_text("".join(lines), encoding="utf-8")
    told = [(pair, any(_is_kind(pair, one) for one in held)) for pair, held in found]
    odd = [(pair, is_found) for pair, is_found in told if pair.number % 2]
    even = [(pair, is_found) for pair, is_found in told if not pair.number % 2]
    return scores("", told) | scores("tuned.", odd) | scores("held.", even) | {"pairs": len(told)}


def read(path: Path) -> Iterator[Pair]:
    """The pairs of a file."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    for at in range(0, len(lines), 3):
        head = _HEAD.fullmatch(lines[at])
        if head is None:
            raise ValueError(f"{path}: no pair begins with {lines[at]!r}")
        pages = tuple(_page(line) for line in lines[at + 1 : at + 3])
        yield Pair(int(head[1]), head[2] == "true", head[3], head[4], pages)


def _page(line: str) -> dict[str, str]:
    said = _PAGE.fullmatch(line)
    if said is None:
        raise ValueError(f"not a day, an outlet and words: {line!r}")
    return {"date": said[1], "outlet": said[2], "text": said[3]}


def disputes(pair: Pair) -> tuple[Dispute, ...]:
    """What a story of the two pages shows."""
    with TemporaryDirectory() as folder:
        source = Path(folder, "pages.jsonl")
        source.write_text("".join(json.dumps(page) + "\n" for page in pair.pages), encoding="utf-8")
        with throughline.open(Path(folder, "pair.story")) as story:
            story.add([str(source)])
            return story.disputes()


def scores(name: str, told: Iterable[tuple[Pair, bool]]) -> dict[str, object]:
    """Precision, recall and F1 of pairs that are contradictions."""
    seen = [(pair.is_true, is_found) for pair, is_found in told]
    hit = sum(is_true and found for is_true, found in seen)
    precision = hit / max(1, sum(found for _, found in seen))
    recall = hit / max(1, sum(is_true for is_true, _ in seen))
    f1 = 2 * precision * recall / (precision + recall) if hit else 0.0
    return {f"{name}precision": round(precision, 4), f"{name}recall": round(recall, 4), f"{name}f1": round(f1, 4)}


def _is_kind(pair: Pair, found: Dispute) -> bool:
    """Whether a dispute is of a true pair's kind; of a false pair, any is one too many."""
    return not pair.is_true or (found.about in _NUMBERS) == (pair.about in _NUMBERS)


def _shown(held: Iterable[Dispute]) -> list[dict[str, object]]:
    return [{"about": one.about, "sides": [side.words for side in one.sides]} for one in held]
