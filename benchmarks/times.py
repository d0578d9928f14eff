"""Time expressions: TimeML documents (TIMEX3, `*.tml`) or inline TIMEX2 (`*.xml`), one document a file.

Scores are those of TempEval-3 (UzZaman et al., 2013), over all documents of the folder: `strict` wants the same
code points, `relaxed` any overlap, `value` an overlap and the same value; each is an F1 with its precision and
recall. Of nested expressions the outermost counts. The document's own date is given, its text has no other
help; scores that begin with `parsed` are those with the reader's grammar.
Histories in TIMEX2 are scored as that standard marks phrases (`benchmarks.timex2`). A folder of
`DateTimeModel*.json` is scored by `benchmarks.specs` instead.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from benchmarks import specs, timex2
from throughline import reader
from throughline.annotate.anchors import anchor
from throughline.dates.expression import TimeExpression
from throughline.dates.phrases.find import find_times, times_of
from throughline.dates.written import read_day
from throughline.model import UNKNOWN, Article, Block, DateCard, Role, When


@dataclass(frozen=True, slots=True)
class Timed:
    """An expression in a document's text: its place and value."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its text, the day it was written, the expressions that people marked."""

    name: str
    text: str
    anchor: When
    times: tuple[Timed, ...]
    is_timex2: bool


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Score every document under `data`; no scores where there is none."""
    counts, parsed = nothing_yet(), nothing_yet()
    lines: list[str] = []
    for document in documents(data):
        found = list(_find(document))
        count(document.times, found, counts)
        count(document.times, list(_find_parsed(document)), parsed)
        lines.append(
            json.dumps(
                {
                    "id": document.name,
                    "times": [
                        {"start": t.start, "end": t.end, "words": document.text[t.start : t.end], "value": t.value}
                        for t in found
                    ],
                }
            )
        )
    if not lines:
        return specs.run(data, out)
    if out:
        (out / "times.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with_grammar = {f"parsed.{name}": score for name, score in scored(parsed).items() if name.endswith(".f1")}
    return scored(counts) | with_grammar | {"documents": len(lines)}


def nothing_yet() -> dict[str, list[int]]:
    """Hits, guesses and gold of each score, before the first document."""
    return {"strict": [0, 0, 0], "relaxed": [0, 0, 0], "value": [0, 0, 0]}


def scored(counts: Mapping[str, list[int]]) -> dict[str, object]:
    """F1, precision and recall of each score."""
    scores: dict[str, object] = {}
    for name, (hits, guessed, gold) in counts.items():
        precision, recall = hits / max(guessed, 1), hits / max(gold, 1)
        scores[f"{name}.f1"] = round(2 * precision * recall / max(precision + recall, 1e-9), 4)
        scores[f"{name}.precision"], scores[f"{name}.recall"] = round(precision, 4), round(recall, 4)
    return scores


def _find(document: Document) -> Iterator[Timed]:
    return _marked(document, times_of(document.text, document.anchor))


def _find_parsed(document: Document) -> Iterator[Timed]:
    """Find with the reader's parse, as an article is read: with tenses, and events that date what follows them."""
    text, card = document.text, DateCard(document.anchor)
    block = Block(Role.BODY, 0, len(text))
    article = Article("article", "page", document.name, None, None, (), None, None, card, None, None, text, (block,))
    parse = reader.read(article)
    found = tuple(find_times(text, parse.tokens, parse.sentences, document.anchor))
    return _marked(document, anchor(article, found, parse))


def _marked(document: Document, times: Iterable[TimeExpression]) -> Iterator[Timed]:
    for time in times:
        if document.is_timex2:
            yield from (Timed(*place) for place in timex2.marked(document.text, time))
        else:
            yield Timed(time.start, time.end, time.value)


def count(gold: Sequence[Timed], found: Sequence[Timed], counts: dict[str, list[int]]) -> None:
    """Add one document's hits, guesses and gold to each score; each expression is matched once."""
    for tally in counts.values():
        tally[1] += len(found)
        tally[2] += len(gold)
    places = {(t.start, t.end) for t in gold}
    counts["strict"][0] += sum((t.start, t.end) in places for t in found)
    left = list(gold)
    for time in found:
        overlapping = [g for g in left if g.start < time.end and time.start < g.end]
        if overlapping:
            best = min(overlapping, key=lambda g: abs(g.start - time.start) + abs(g.end - time.end))
            left.remove(best)
            counts["relaxed"][0] += 1
            counts["value"][0] += best.value == time.value


def documents(data: Path) -> Iterator[Document]:
    """Yield every document below `data`."""
    for path in sorted(p for p in data.rglob("*") if p.suffix in {".tml", ".xml"}):
        parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
        root = etree.fromstring(path.read_bytes(), parser)
        body = root.find(".//TEXT") if root is not None else None
        if body is None:
            continue
        pieces: list[str] = []
        times = tuple(_inside(body, pieces))
        is_timex2 = next(root.iter("TIMEX2"), None) is not None
        yield Document(path.name, "".join(pieces), _anchor(root), times, is_timex2)


def _inside(element: etree._Element, pieces: list[str], depth: int = 0) -> Iterator[Timed]:
    """Collect an element's text into `pieces` and yield its outermost expressions with their places."""
    start = sum(map(len, pieces))
    is_time = element.tag in {"TIMEX3", "TIMEX2"}
    pieces.append(element.text or "")
    for child in element:
        yield from _inside(child, pieces, depth + is_time)
        pieces.append(child.tail or "")
    if is_time and depth == 0:
        value = element.get("value") or element.get("val") or ""
        yield Timed(start, sum(map(len, pieces)), value)


def _anchor(root: etree._Element) -> When:
    """The document's date: TimeML's creation time, or the header of a TIMEX2 document."""
    timexes: Iterable[etree._Element] = root.iterfind(".//DCT/TIMEX3")
    values = [t.get("value") or "" for t in timexes] + [t.get("val") or "" for t in root.iterfind(".//DATETIME/TIMEX2")]
    for value in values:
        readings = read_day(value)
        if readings:
            return readings[0]
    return UNKNOWN
