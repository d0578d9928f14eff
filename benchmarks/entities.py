"""Names: token and tag (B-, I-, O) a line, a blank line between sentences, a document a file (`*.tsv`).

An entity is right when its tokens and its type are. Nine types are tagged. Our mentions stand for seven of them (a
state or another place is a Location, a nationality a NORP); a Date or Money is the reader's own name of that kind,
because our times and figures are other things ("now" is a time, and no Date; "$5" of "$5 a barrel" is no amount). The
scores are those of the finder, which reads the tokens written out as a text; under `heads.` stand those of the
reader's names alone, read from the tokens as they are.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from benchmarks.splits import measured
from throughline import reader
from throughline.annotate import mentions
from throughline.model import (
    UNKNOWN,
    Article,
    Block,
    DateCard,
    Evidence,
    Findings,
    MentionForm,
    MentionType,
    Name,
    Role,
)

_TYPES = {
    MentionType.PERSON: "Person",
    MentionType.ORGANISATION: "Organization",
    MentionType.STATE: "Location",
    MentionType.PLACE: "Location",
    MentionType.NATIONALITY: "NORP",
    MentionType.GROUP: "NORP",
    MentionType.FACILITY: "Facility",
    MentionType.PRODUCT: "Product",
    MentionType.OTHER: "Misc",
    MentionType.FACILITY: "Facility",
    MentionType.PRODUCT: "Product",
    MentionType.OTHER: "Misc",
}
_AS_READ = frozenset({"Date", "Money"})  # kinds that are no mention


class Entity(NamedTuple):
    """Tokens `first` up to, not including, `last` of a document, and the type."""

    first: int
    last: int
    type: str


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Score every document under `data`; no scores where there is none."""
    tallies = {"": _Tally(), "heads.": _Tally()}
    lines: list[str] = []
    documents = 0
    for path in measured(data, "*.tsv"):
        words, gold = _gold(path)
        if not any(words):
            continue
        documents += 1
        found = _found(path.stem, words)
        tallies[""].add(gold, found)
        tallies["heads."].add(gold, _seen(words))
        lines.append(json.dumps({"id": path.stem, "entities": found}) + "\n")
    if not documents:
        return {}
    if out:
        (out / "entities.jsonl").write_text("".join(lines), "utf-8")
    scores: dict[str, object] = {"documents": documents}
    for prefix, tally in tallies.items():
        scores |= {f"{prefix}{name}": value for name, value in tally.scores().items()}
    return scores


class _Tally:
    """Counts over documents, by type and ("") in all: found, wanted, right."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])

    def add(self, gold: Sequence[Entity], found: Sequence[Entity]) -> None:
        """Count one document."""
        for kind in {e.type for e in (*gold, *found)}:
            own, wanted = {e for e in found if e.type == kind}, {e for e in gold if e.type == kind}
            for name in (kind, ""):
                self._counts[name][0] += len(own)
                self._counts[name][1] += len(wanted)
                self._counts[name][2] += len(own & wanted)

    def scores(self) -> dict[str, object]:
        """Return precision, recall and F1, and the same by type."""
        by_type = {kind: _f1(tally) for kind, tally in sorted(self._counts.items()) if kind}
        return {**_f1(self._counts[""]), "by_type": by_type}


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
    spans: list[tuple[Evidence | Name, str]] = [
        (m.evidence, _TYPES[m.type]) for m in named if m.form is MentionForm.NAME and m.type in _TYPES
    ]
    spans += [(name, name.kind) for name in parse.names if name.kind in _AS_READ]
    return [Entity(starts[s.start], ends[s.end], kind) for s, kind in spans if s.start in starts and s.end in ends]


def _seen(words: Sequence[str]) -> list[Entity]:
    """Return the reader's names in the words as they are."""
    sentences = [list(own) for is_word, own in groupby(words, bool) if is_word]
    numbers = [index for index, word in enumerate(words) if word]
    parse = reader.parse_words(sentences)
    starts = {token.start: number for token, number in zip(parse.tokens, numbers, strict=True)}
    ends = {token.end: number + 1 for token, number in zip(parse.tokens, numbers, strict=True)}
    return [Entity(starts[name.start], ends[name.end], name.kind) for name in parse.names]


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
