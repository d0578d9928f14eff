"""Figures: sentences and the amounts in them (Recognizers-Text `*Model.json`), or articles with VALUEs (MEANTIME).

Specs: by kind, `recall` is the share of the expected amounts that are found with their value, and `precision` the share
of ours that are expected; the unit must be money for a currency and some unit for a dimension, its name is not
compared. MEANTIME annotates the headline and the first sentences: `values` scores figures against the markables by
overlap, `counted` is the share of values inside an entity mention whose figure counts words of that mention.
A bare number is no figure here, and a gold VALUE there: recall pays for it.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from throughline import reader
from throughline.annotate import figures, times
from throughline.annotate.figures import amounts
from throughline.annotate.tree import Tree
from throughline.model import UNKNOWN, Amount, Article, Block, DateCard, Figure, Findings, Role
from throughline.tables.units import MONEY

_KINDS = {
    "NumberModel": "number",
    "NumberRangeModel": "range",
    "PercentModel": "percent",
    "CurrencyModel": "currency",
    "DimensionModel": "dimension",
}
_ANNOTATED = 6  # sentences of a MEANTIME article that carry markables: headline, date, and four more
_RANGE = re.compile(r"[\[(](-?[\d.]*),(-?[\d.]*)[\])]")


class _Value(NamedTuple):
    """Code points `start` up to, not including, `end`; `low` and `high` None where open."""

    start: int
    end: int
    low: float | None
    high: float | None


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Score all specs and articles under `data`; no scores where there is none."""
    lines: list[str] = []
    scores = {**_specs(data, lines), **_meantime(data, lines)}
    if out and lines:
        (out / "figures.jsonl").write_text("".join(lines), "utf-8")
    return scores


def _specs(data: Path, lines: list[str]) -> dict[str, object]:
    tallies: dict[str, Counter[str]] = {}
    for path in sorted(data.rglob("*Model.json")):
        kind = _KINDS.get(path.stem)
        if kind is None or path.parent.name != "English":
            continue
        tally = tallies.setdefault(kind, Counter())
        for number, case in enumerate(json.loads(path.read_text("utf-8-sig"))):
            gold = list(_gold(kind, case))
            found = [each for each in _amounts(case["Input"]) if _is_kind(kind, each[2])]
            matched = {spot for spot, value in enumerate(gold) if any(_agree(value, *each) for each in found)}
            tally.update(gold=len(gold), found=len(found), hits=len(matched))
            tally.update(right=sum(any(_agree(value, *each) for value in gold) for each in found))
            missed = [case["Input"][v.start : v.end] for spot, v in enumerate(gold) if spot not in matched]
            told = [(start, end, amount.low, amount.high, amount.unit) for start, end, amount in found]
            lines.append(json.dumps({"id": f"{path.stem}-{number}", "missed": missed, "found": told}) + "\n")
    return {
        f"{kind}.{name}": round(tally[over] / max(1, tally[under]), 4)
        for kind, tally in sorted(tallies.items())
        for name, over, under in (("recall", "hits", "gold"), ("precision", "right", "found"))
    }


def _gold(kind: str, case: Mapping[str, Any]) -> Iterator[_Value]:
    for result in case["Results"]:
        said = str((result.get("Resolution") or {}).get("value"))
        place = int(result["Start"]), int(result["End"]) + 1 if "End" in result else int(result["Start"]) + 1
        ends = _RANGE.fullmatch(said)
        if ends:
            low, high = (float(end) if end else None for end in ends.groups())
        else:
            try:
                low = high = float(said.rstrip("%"))
            except ValueError:
                continue  # "null": the specs themselves give no value
        if kind != "range" or ends:
            yield _Value(*place, low, high)


def _amounts(text: str) -> list[tuple[int, int, Amount]]:
    parse = reader.read(_article("spec", text))
    tree = Tree(parse)
    return [
        (tree[found.first].start, tree[found.stop - 1].end, found.amount)
        for sentence in parse.sentences
        for found in amounts.find(tree, sentence.first, sentence.last, ())
    ]


def _is_kind(kind: str, amount: Amount) -> bool:
    unit = amount.unit.partition("/")[0].removesuffix(" cent")
    if kind == "currency":
        return unit in MONEY
    if kind == "percent":
        return unit == "percent"
    if kind == "range":
        return amount.low != amount.high
    return kind != "dimension" or (unit != "" and unit not in MONEY | {"percent"})


def _agree(gold: _Value, start: int, end: int, amount: Amount) -> bool:
    if not (start < gold.end and gold.start < end):
        return False
    if gold.low == gold.high:
        return any(_near(gold.low, one) for one in (amount.low, amount.high) if one is not None)
    return _near(gold.low, amount.low) and _near(gold.high, amount.high)


def _near(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 0.01 * max(1.0, abs(one))


def _article(name: str, text: str, ends: Sequence[tuple[int, int]] | None = None) -> Article:
    blocks = tuple(Block(Role.BODY, *end) for end in (ends or [(0, len(text))]))
    return Article(name, "page", "", None, None, (), None, "en", DateCard(UNKNOWN), None, None, text, blocks)


def _meantime(data: Path, lines: list[str]) -> dict[str, object]:
    tally: Counter[str] = Counter()
    for path in sorted(data.rglob("*.xml")):
        if "intra_cross-doc" in str(path):
            continue  # the same articles again
        root = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
        if root.find("Markables") is None:
            continue
        text, places, blocks = _text(root)
        values = _spans(root, places, "VALUE")
        entities = _spans(root, places, "ENTITY_MENTION")
        article = _article(path.stem, text, blocks)
        parse = reader.read(article)
        found = figures.find(article, parse, Findings(times=times.find(article, parse, Findings())))
        _count(values, entities, found, tally)
        told = [(f.evidence.words, f.of.words if f.of else None) for f in found]
        lines.append(json.dumps({"id": path.stem, "gold": [text[a:b] for a, b in values], "found": told}) + "\n")
    if not tally:
        return {}
    precision, recall = tally["right"] / max(1, tally["found"]), tally["hits"] / max(1, tally["gold"])
    return {
        "values.precision": round(precision, 4),
        "values.recall": round(recall, 4),
        "values.f1": round(2 * precision * recall / max(precision + recall, 1e-9), 4),
        "counted": round(tally["of_hits"] / max(1, tally["of_gold"]), 4),
    }


def _count(
    values: Sequence[tuple[int, int]],
    entities: Sequence[tuple[int, int]],
    found: Sequence[Figure],
    tally: Counter[str],
) -> None:
    tally["found"] += len(found)
    tally["right"] += sum(any(a < f.evidence.end and f.evidence.start < b for a, b in values) for f in found)
    for start, end in values:
        own = [f for f in found if start < f.evidence.end and f.evidence.start < end]
        around = [span for span in entities if span[0] <= start and end <= span[1] and span != (start, end)]
        tally["gold"] += 1
        tally["hits"] += bool(own)
        if around:
            first, last = max(around, key=lambda span: span[1] - span[0])
            tally["of_gold"] += 1
            tally["of_hits"] += any(f.of and first <= f.of.start and f.of.end <= last for f in own)


def _text(root: etree._Element) -> tuple[str, dict[str, tuple[int, int]], list[tuple[int, int]]]:
    """The annotated sentences, a block each: the text, where each token stands, and the blocks."""
    text = ""
    places: dict[str, tuple[int, int]] = {}
    blocks: dict[int, tuple[int, int]] = {}
    for token in root.iter("token"):
        number = int(token.get("sentence", "0"))
        if number >= _ANNOTATED:
            break
        start = len(text)
        text += f"{token.text or ''} "
        places[token.get("t_id", "")] = (start, len(text) - 1)
        blocks[number] = (blocks.get(number, (start, 0))[0], len(text) - 1)
    return text, places, list(blocks.values())


def _spans(root: etree._Element, places: Mapping[str, tuple[int, int]], kind: str) -> list[tuple[int, int]]:
    found = []
    for markable in root.iter(kind):
        own = [places[key] for anchor in markable.iter("token_anchor") if (key := anchor.get("t_id", "")) in places]
        if own:
            found.append((min(own)[0], max(own)[1]))
    return found
