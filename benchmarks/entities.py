"""Names: token and tag (B-, I-, O) a line, a blank line between sentences, a document a file (`*.tsv`).

An entity is right when its tokens and its type are. Nine types are tagged; ours stand for six of them (a state
is a Location, a demonym a NORP, a date a Date); Misc, Product, Money and Facility are never answered here
and count as missed.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from throughline import reader
from throughline.annotate import mentions, times
from throughline.model import UNKNOWN, Article, Block, DateCard, Findings, MentionForm, MentionType, Role

_TYPES = {
    MentionType.PERSON: "Person",
    MentionType.ORGANISATION: "Organization",
    MentionType.STATE: "Location",
    MentionType.PLACE: "Location",
    MentionType.NATIONALITY: "NORP",
}


class Entity(NamedTuple):
    """Tokens `first` up to, not including, `last` of a document, and the type."""

    first: int
    last: int
    type: str


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Score every document under `data`; no scores where there is none."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    lines: list[str] = []
    documents = 0
    for path in sorted(data.rglob("*.tsv")):
        words, gold = _gold(path)
        if not any(words):
            continue
        documents += 1
        found = _found(path.stem, words)
        for kind in {e.type for e in (*gold, *found)}:
            own, wanted = {e for e in found if e.type == kind}, {e for e in gold if e.type == kind}
            for name in (kind, ""):
                counts[name][0] += len(own)
                counts[name][1] += len(wanted)
                counts[name][2] += len(own & wanted)
        lines.append(json.dumps({"id": path.stem, "entities": found}) + "\n")
    if not documents:
        return {}
    if out:
        (out / "entities.jsonl").write_text("".join(lines), "utf-8")
    by_type = {kind: _f1(tally) for kind, tally in sorted(counts.items()) if kind}
    return {"documents": documents, **_f1(counts[""]), "by_type": by_type}


def _gold(path: Path) -> tuple[list[str], list[Entity]]:
    """Read words (an empty one parts sentences) and entities."""
    words: list[str] = []
    found: list[Entity] = []
    for line in path.read_text("utf-8", "replace").splitlines():
        word, tag, *_inner = [*line.split("\t"), ""]  # a second tag is for a name inside the name: the outer counts
        mark, _, kind = tag.strip().partition("-")
        if mark == "I" and found and found[-1].last == len(words) and found[-1].type == kind:
            found[-1] = found[-1]._replace(last=len(words) + 1)
        elif mark in {"B", "I"}:
            found.append(Entity(len(words), len(words) + 1, kind))
        words.append(word.strip())
    return words, found


def _found(name: str, words: Sequence[str]) -> list[Entity]:
    text, starts, ends = _written(words)
    blocks = tuple(Block(Role.BODY, first, last) for first, last in _lines(text))
    article = Article(name, name, name, None, None, (), None, "en", DateCard(UNKNOWN), None, None, text, blocks)
    parse = reader.read(article)
    named = mentions.find(article, parse, Findings())
    spans = [(m.evidence, _TYPES[m.type]) for m in named if m.form is MentionForm.NAME and m.type in _TYPES]
    spans += [(t.evidence, "Date") for t in times.find(article, parse, Findings()) if t.type == "DATE"]
    return [Entity(starts[e.start], ends[e.end], kind) for e, kind in spans if e.start in starts and e.end in ends]


def _written(words: Sequence[str]) -> tuple[str, dict[int, int], dict[int, int]]:
    """Write words as a text, a sentence a line; and say which word starts, and ends, where."""
    parts: list[str] = []
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    at = 0
    for index, word in enumerate(words):
        if word:
            starts[at], ends[at + len(word)] = index, index + 1
        part = f"{word} " if word else "\n\n"
        parts.append(part)
        at += len(part)
    return "".join(parts), starts, ends


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, at + len(line.rstrip())
        at += len(line) + 1


def _f1(tally: Sequence[int]) -> dict[str, float]:
    found, wanted, right = tally
    precision, recall = right / found if found else 0.0, right / wanted if wanted else 0.0
    total = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / total if total else 0.0}
