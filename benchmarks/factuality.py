"""Factuality: a sentence a line (`*.jsonl`), and how certain it makes it that what some of its words tell happened.

An object a line: `text` (words parted by spaces) and `targets`, each with `span1` (first word, word after the last)
and `label` in [-3, 3]. A target of several words is read at the one that governs the others. `pearson` is the
correlation of our scores with the labels, `mae` the mean distance. A folder of several sets is scored set by set
(`UDS_IH2.pearson`), and its headline is the largest set: made-up sentences test a rule each, running text tests them
as they come.
"""

import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.splits import measured
from throughline.model import Parse
from throughline.reader import parse_words


class Item(NamedTuple):
    """A sentence, and its targets: first word, word after the last, label."""

    id: str
    words: list[str]
    targets: list[tuple[int, int, float]]


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Score every set under `data`; no scores where there is none."""
    pairs: dict[str, list[tuple[float, float]]] = {}
    lines: list[str] = []
    for path in measured(data, "*.jsonl"):
        name = path.parent.name if path.parent != data else path.stem
        for item in _items(path):
            parse = parse_words([item.words])
            found = [_factuality(parse, first, last) for first, last, _ in item.targets]
            pairs.setdefault(name, []).extend(
                (label, own) for (_, _, label), own in zip(item.targets, found, strict=True)
            )
            lines.append(json.dumps({"set": name, "id": item.id, "factuality": found}) + "\n")
    pairs = {name: own for name, own in pairs.items() if own}
    if not pairs:
        return {}
    if out is not None:
        (out / "factuality.jsonl").write_text("".join(lines), "utf-8")
    first = max(pairs, key=lambda name: len(pairs[name]))
    scores: dict[str, object] = {**_scores(pairs[first]), "targets": len(pairs[first])}
    if len(pairs) > 1:
        for name, own in pairs.items():
            scores |= {f"{name}.{score}": value for score, value in _scores(own).items()}
    return scores


def _items(path: Path) -> Iterator[Item]:
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        if line.strip():
            row = json.loads(line)
            words = str(row["text"]).split(" ")
            targets = [(int(each["span1"][0]), int(each["span1"][1]), float(each["label"])) for each in row["targets"]]
            own = [(first, last, label) for first, last, label in targets if 0 <= first < min(last, len(words))]
            yield Item(str(row.get("idx", number)), words, own)


def _factuality(parse: Parse, first: int, last: int) -> float:
    """Return the factuality of the topmost word of a stretch."""
    tokens = parse.tokens
    last = min(last, len(tokens))
    top = next((i for i in range(first, last) if not first <= tokens[i].head < last), first)
    return tokens[top].factuality


def _scores(pairs: Sequence[tuple[float, float]]) -> dict[str, float]:
    return {"pearson": pearson(pairs), "mae": sum(abs(gold - own) for gold, own in pairs) / len(pairs)}


def pearson(pairs: Sequence[tuple[float, float]]) -> float:
    """Return the correlation of two variables; 0 where one does not vary."""
    count = len(pairs)
    mean_x, mean_y = sum(x for x, _ in pairs) / count, sum(y for _, y in pairs) / count
    joint = sum((x - mean_x) * (y - mean_y) for x, y in pairs)
    alone = math.sqrt(sum((x - mean_x) ** 2 for x, _ in pairs) * sum((y - mean_y) ** 2 for _, y in pairs))
    return joint / alone if alone else 0.0
