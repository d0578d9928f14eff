"""Attributions: brat standoff over plain text (`text/*.txt`, `attributions/*.ann`), source, cue and content.

A span counts as exact when it covers the same words (spaces and the parting of a span in pieces aside), as
overlapping when it shares a word with one of the other side's; each is an F1 over all documents of the folder.
`linked` counts whole attributions: one of ours is right when each part that a gold one has overlaps with the same part
of ours, one to one. A span that serves two attributions counts once. A text that several people annotated counts once
for each. Statements inside others are not scored apart: the format gives every word one label.

The scores are those of the finder; under `heads.` stand those of the reader's attributions before any rule of ours.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.splits import measured
from throughline import reader
from throughline.annotate import mentions, statements, times
from throughline.model import UNKNOWN, Article, Block, DateCard, Evidence, Findings, Role, Stretch

_KINDS = ("cue", "source", "content")
_SPAN = re.compile(r"^(T\d+)\t(Source|Cue|Content) ([\d; ]+)\t")
_RELATION = re.compile(r"^E\d+\t(.*)$")
_WORD = re.compile(r"\w+|[^\w\s]")
_ANNOTATOR = re.compile(r"_[0-9a-f]{4}$")

Span = frozenset[int]  # the starts of the words that it covers
Ranges = list[tuple[int, int]]
Whole = Mapping[str, Span]  # the parts that an attribution has


class Attributed(NamedTuple):
    """What is attributed in a text: spans by kind, and which of them belong together."""

    spans: dict[str, list[Span]]
    wholes: list[Whole]


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Score every annotated document under `data`; no scores where there is none."""
    tallies = {"": _Tally(), "heads.": _Tally()}
    read: dict[Path, dict[str, Attributed]] = {}
    lines: list[str] = []
    documents = 0
    for text, annotation in _documents(data):
        words = text.read_bytes().decode("utf-8", "replace")
        if text not in read:
            read[text], line = _predicted(text.stem, words)
            lines.append(line)
        documents += 1
        gold = _gold(annotation, words)
        for prefix, found in read[text].items():
            tallies[prefix].add(gold, found)
    if not documents:
        return {}
    if out:
        (out / "statements.jsonl").write_text("".join(lines), "utf-8")
    scores: dict[str, object] = {"documents": documents}
    for prefix, tally in tallies.items():
        scores |= {f"{prefix}{name}": value for name, value in tally.scores().items()}
    return scores


def _documents(data: Path) -> Iterator[tuple[Path, Path]]:
    for annotation in measured(data, "*.ann"):
        text = annotation.parent.parent / "text" / f"{_ANNOTATOR.sub('', annotation.stem)}.txt"
        if text.exists():
            yield text, annotation


def _gold(annotation: Path, text: str) -> Attributed:
    parts: dict[str, tuple[str, Span]] = {}
    wholes: list[Whole] = []
    lines = annotation.read_text("utf-8", "replace").splitlines()
    for line in lines:
        if match := _SPAN.match(line):
            ranges = [tuple(map(int, part.split())) for part in match[3].split(";")]
            parts[match[1]] = (match[2].lower(), _words(text, [(r[0], r[1]) for r in ranges]))
    for line in lines:
        if match := _RELATION.match(line):
            own = [parts[name] for each in match[1].split() if (name := each.rpartition(":")[2]) in parts]
            wholes.append({kind: frozenset().union(*(s for k, s in own if k == kind)) for kind, _ in own})
    return _attributed([{kind: span} for kind, span in parts.values()], wholes)


def _words(text: str, ranges: Ranges) -> Span:
    return frozenset(m.start() for first, last in ranges for m in _WORD.finditer(text, first, last))


def _predicted(name: str, text: str) -> tuple[dict[str, Attributed], str]:
    blocks = tuple(Block(Role.BODY, m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    article = Article(name, name, name, None, None, (), None, "en", DateCard(UNKNOWN), None, None, text, blocks)
    parse = reader.read(article)
    findings = Findings(mentions=mentions.find(article, parse, Findings()))
    findings = Findings(mentions=findings.mentions, times=times.find(article, parse, findings))
    found: list[dict[str, Ranges]] = []
    for statement in statements.find(article, parse, findings):
        source = statement.source.evidence if statement.source else None
        found.append(_ranges(statement.cue, source, statement.content))
    heads = [_ranges(each.cue, each.source, each.contents) for each in parse.attributions]
    listed = [{kind: [[*r, text[slice(*r)]] for r in ranges] for kind, ranges in own.items()} for own in found]
    line = json.dumps({"id": name, "statements": listed}, ensure_ascii=False) + "\n"
    return {"": _spans(text, found), "heads.": _spans(text, heads)}, line


def _ranges(
    cue: Evidence | Stretch | None, source: Evidence | Stretch | None, content: Sequence[Evidence | Stretch]
) -> dict[str, Ranges]:
    own = {"cue": [cue], "source": [source], "content": content}
    return {kind: [(part.start, part.end) for part in parts if part is not None] for kind, parts in own.items()}


def _spans(text: str, found: Sequence[Mapping[str, Ranges]]) -> Attributed:
    wholes = [{kind: _words(text, ranges) for kind, ranges in own.items() if ranges} for own in found]
    return _attributed(wholes, wholes)


def _attributed(spans: Sequence[Whole], wholes: Sequence[Whole]) -> Attributed:
    """Gather spans by kind: a source of two statements is one span."""
    own = {kind: list(dict.fromkeys(parts[kind] for parts in spans if parts.get(kind))) for kind in _KINDS}
    return Attributed(own, list(wholes))


class _Tally:
    """Counts over documents: of each kind found, wanted, exact, overlapping ours and overlapped of the gold's."""

    def __init__(self) -> None:
        self._spans: dict[str, list[int]] = {kind: [0] * 5 for kind in _KINDS}
        self._wholes = [0, 0, 0]

    def add(self, gold: Attributed, found: Attributed) -> None:
        """Count one document."""
        for kind, counts in self._spans.items():
            _count(gold.spans[kind], found.spans[kind], counts)
        whole = [each for each in found.wholes if "cue" in each and "content" in each]
        self._wholes[0] += len(whole)
        self._wholes[1] += len(gold.wholes)
        self._wholes[2] += linked(gold.wholes, whole)

    def scores(self) -> dict[str, float]:
        """Return every score by its name."""
        scores: dict[str, float] = {}
        for kind, (found, wanted, exact, hit, touched) in self._spans.items():
            scores |= _f1(f"{kind}.exact", exact, exact, found, wanted)
            scores |= _f1(f"{kind}.overlap", hit, touched, found, wanted)
        found, wanted, right = self._wholes
        return scores | _f1("linked", right, right, found, wanted)


def linked(gold: Sequence[Whole], found: Sequence[Whole]) -> int:
    """Pair whole attributions, those that share most words first, and return how many pairs there are."""
    pairs = []
    for wanted, whole in enumerate(gold):
        for own, other in enumerate(found):
            shared = [len(span & other.get(kind, frozenset())) for kind, span in whole.items()]
            if all(shared):
                pairs.append((-sum(shared), wanted, own))
    used: set[tuple[str, int]] = set()
    for _, wanted, own in sorted(pairs):
        if not used & {("gold", wanted), ("found", own)}:
            used |= {("gold", wanted), ("found", own)}
    return len(used) // 2


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
