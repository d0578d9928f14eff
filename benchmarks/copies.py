"""Which of two pages copies the other: precision and recall of the links of near-copies, pair by pair.

In: a folder with `pairs.jsonl`, one pair a line: `left` and `right`, each with `page` (HTML, or text that begins with
the title), and if they are known `outlet`, `date` and `url`; `copy`, true or false; `how`, a name to report under. Or a
folder of the newsroom's reports (see newsroom.articles), of which the pairs are made. A pair is found where the pages,
read as pages of a pile are, get a link that says copy. With `--out` the pairs and what was found are written.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.newsroom import articles, pairs
from throughline.extract import media
from throughline.extract.article import article
from throughline.model import Article, Declared, Relation, Sketch, page_of
from throughline.reader.layout import lay
from throughline.resolve import copies

PAIRS = "pairs.jsonl"


def run(data: Path, out: Path | None) -> dict[str, object]:
    """Score every pair below `data`; with `out`, write each with the weight of its link, or null."""
    answers = [(pair, weight(pair["left"], pair["right"])) for pair in read(data)]
    if out:
        lines = [json.dumps({**pair, "weight": found}, ensure_ascii=False) + "\n" for pair, found in answers]
        (out / PAIRS).write_text("".join(lines), encoding="utf-8")
    return scores((pair, found is not None) for pair, found in answers)


def read(data: Path) -> Iterator[Mapping[str, Any]]:
    """The pairs of a folder: as stored, or made of its reports."""
    stored = data / PAIRS
    if stored.is_file():
        with stored.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())
        return
    yield from (asdict(pair) for pair in pairs.make(articles.read(data)))


def weight(left: Mapping[str, Any], right: Mapping[str, Any]) -> float | None:
    """How much of the one stands in the other, if they get a link of copies; the same page twice is its own copy."""
    one, other = (_sketch(side, name) for side, name in ((left, "left"), (right, "right")))
    if not one or not other:
        return None
    found = copies.judge(one, other)
    if one.article == other.article:
        return 1.0
    return found.weight if found and found.relation is Relation.COPY_OF else None


def scores(told: Iterable[tuple[Mapping[str, Any], bool]]) -> dict[str, object]:
    """Precision, recall and F1 over all pairs; `found.*` and `apart.*` say how many came out right of each kind."""
    seen = [(bool(pair["copy"]), str(pair.get("how", "")), found) for pair, found in told]
    if not seen:
        return {}
    hit = sum(copy and found for copy, _, found in seen)
    precision = hit / max(1, sum(found for _, _, found in seen))
    recall = hit / max(1, sum(copy for copy, _, _ in seen))
    kinds: dict[tuple[bool, str], list[bool]] = {}
    for copy, how, found in seen:
        kinds.setdefault((copy, how), []).append(found == copy)
    return {
        "pairs": len(seen),
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / ((precision + recall) or 1),
        **{
            f"{'found' if copy else 'apart'}.{how or 'all'}": f"{sum(right)} of {len(right)}"
            for (copy, how), right in kinds.items()
        },
    }


def _sketch(side: Mapping[str, Any], name: str) -> Sketch | None:
    text = str(side["page"])
    declared = Declared(
        title=side.get("title"),
        outlet=side.get("outlet"),
        url=side.get("url"),
        published=side.get("date"),
    )
    kind = media.HTML if text.lstrip().startswith("<") else media.TEXT
    page = page_of(text.encode(), kind, name, declared)
    made = article(page)
    return copies.sketch(page, made, lay(made)) if isinstance(made, Article) else None
