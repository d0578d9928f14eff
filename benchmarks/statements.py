"""Attributions: brat standoff over plain text (`text/*.txt`, `attributions/*.ann`), source, cue and content.

A span counts as exact when it covers the same words (spaces and the parting of a span in pieces aside), as
overlapping when it shares a word with one of the other side's; each is an F1 over all documents of the folder. A text
that several people annotated counts once for each. Statements inside others are not scored apart: the
format gives every word one label.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from throughline import reader
from throughline.annotate import mentions, statements, times
from throughline.model import UNKNOWN, Article, Block, DateCard, Findings, Role

_KINDS = ("cue", "source", "content")
_SPAN = re.compile(r"^T\d+\t(Source|Cue|Content) ([\d; ]+)\t")
_WORD = re.compile(r"\w+|[^\w\s]")
_ANNOTATOR = re.compile(r"_[0-9a-f]{4}$")

Span = frozenset[int]  # the starts of the words that it covers


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Score every annotated document under `data`; no scores where there is none."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    read: dict[Path, dict[str, list[Span]]] = {}
    lines: list[str] = []
    documents = 0
    for text, annotation in _documents(data):
        if text not in read:
            words = text.read_bytes().decode("utf-8")
            read[text], line = _predicted(text.stem, words)
            lines.append(line)
        documents += 1
        gold = _gold(annotation, text.read_bytes().decode("utf-8"))
        for kind in _KINDS:
            _count(gold[kind], read[text][kind], counts[kind])
    if not documents:
        return {}
    if out:
        (out / "statements.jsonl").write_text("".join(lines), "utf-8")
    scores: dict[str, object] = {"documents": documents}
    for kind in _KINDS:
        found, wanted, exact, hit, touched = counts[kind]
        scores |= _f1(f"{kind}.exact", exact, exact, found, wanted)
        scores |= _f1(f"{kind}.overlap", hit, touched, found, wanted)
    return scores


def _documents(data: Path) -> Iterator[tuple[Path, Path]]:
    for annotation in sorted(data.rglob("*.ann")):
        text = annotation.parent.parent / "text" / f"{_ANNOTATOR.sub('', annotation.stem)}.txt"
        if text.exists():
            yield text, annotation


def _gold(annotation: Path, text: str) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {kind: [] for kind in _KINDS}
    for line in annotation.read_text("utf-8").splitlines():
        if match := _SPAN.match(line):
            ranges = [tuple(map(int, part.split())) for part in match[2].split(";")]
            found[match[1].lower()].append(_words(text, [(r[0], r[1]) for r in ranges]))
    return found


def _words(text: str, ranges: Sequence[tuple[int, int]]) -> Span:
    return frozenset(m.start() for first, last in ranges for m in _WORD.finditer(text, first, last))


def _predicted(name: str, text: str) -> tuple[dict[str, list[Span]], str]:
    blocks = tuple(Block(Role.BODY, m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    article = Article(name, name, name, None, None, (), None, "en", DateCard(UNKNOWN), None, None, text, blocks)
    parse = reader.read(article)
    findings = Findings(mentions=mentions.find(article, parse, Findings()))
    findings = Findings(mentions=findings.mentions, times=times.find(article, parse, findings))
    found: dict[str, list[Span]] = {kind: [] for kind in _KINDS}
    listed = []
    for statement in statements.find(article, parse, findings):
        parts = {
            "cue": [statement.cue] if statement.cue else [],
            "source": [statement.source.evidence] if statement.source else [],
            "content": list(statement.content),
        }
        for kind, evidence in parts.items():
            if evidence:
                found[kind].append(_words(text, [(e.start, e.end) for e in evidence]))
        listed.append({kind: [[e.start, e.end, e.words] for e in own] for kind, own in parts.items()})
    return found, json.dumps({"id": name, "statements": listed}, ensure_ascii=False) + "\n"


def _count(gold: Sequence[Span], found: Sequence[Span], counts: list[int]) -> None:
    exact = set(gold)
    all_gold = frozenset().union(*gold)
    all_found = frozenset().union(*found)
    counts[0] += len(found)
    counts[1] += len(gold)
    counts[2] += sum(span in exact for span in set(found))
    counts[3] += sum(bool(span & all_gold) for span in found)
    counts[4] += sum(bool(span & all_found) for span in gold)


def _f1(name: str, right: int, reached: int, found: int, wanted: int) -> dict[str, float]:
    precision = right / found if found else 0.0
    recall = reached / wanted if wanted else 0.0
    total = precision + recall
    return {
        f"{name}.f1": 2 * precision * recall / total if total else 0.0,
        f"{name}.precision": precision,
        f"{name}.recall": recall,
    }
