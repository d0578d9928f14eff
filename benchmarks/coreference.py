"""Pronouns: CoNLL-U with GUM's `Entity=` annotation of entities and coreference (Zeldes 2017; `*.conllu`).

Asked for is whom a third-person pronoun means, where an entity of its document that is a person, body or place is also
named or described. An answer is right when the name that it carries is that of such a mention. Text is read from raw
words, as in use; `by_genre` parts the documents by their `meta::genre`.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from benchmarks.splits import measured
from throughline import reader
from throughline.annotate import mentions
from throughline.model import UNKNOWN, Article, Block, DateCard, Findings, Mention, MentionForm, Role

_AGENTS = frozenset({"person", "organization", "place"})
_KINDS = {
    "he": "he_she", "him": "he_she", "his": "he_she", "himself": "he_she", "she": "he_she", "her": "he_she",
    "hers": "he_she", "herself": "he_she", "they": "they", "them": "they", "their": "they", "theirs": "they",
    "themselves": "they", "it": "it", "its": "it", "itself": "it",
}  # fmt: skip
_OTHERS = frozenset("i me my mine you your yours we us our ours who whom whose which that this these those".split())
_MARK = re.compile(r"\([^()]+\)?|[^()]+\)")


class Gold(NamedTuple):
    """A mention of the treebank: code points of the whole and of its head word, its entity and that one's type."""

    start: int
    end: int
    head: tuple[int, int]
    entity: str
    type: str


@dataclass
class Document:
    """One document: its text in paragraphs, its mentions, and where its last sentence begins."""

    name: str
    genre: str = ""
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    golds: list[Gold] = field(default_factory=list)
    sentence: int = 0

    @property
    def article(self) -> Article:
        """The document as an article without a day."""
        name, blocks = self.name, tuple(self.blocks)
        return Article(name, name, name, None, None, (), None, "en", DateCard(UNKNOWN), None, None, self.text, blocks)


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Score every document under `data`; no scores where there is none."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    genres: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    lines: list[str] = []
    documents = 0
    for path in measured(data, "*.conllu"):
        for document in read(path):
            documents += 1
            parse = reader.read(document.article)
            found = mentions.find(document.article, parse, Findings())
            for kind, tally in score(document, found).items():
                for counted in (counts[kind], counts[""], genres[document.genre]):
                    for index, number in enumerate(tally):
                        counted[index] += number
            lines.append(json.dumps({"id": document.name, "pronouns": _answers(found)}) + "\n")
    if not documents:
        return {}
    if out:
        (out / "coreference.jsonl").write_text("".join(lines), "utf-8")
    by_kind = {kind: _f1(tally) for kind, tally in sorted(counts.items()) if kind}
    by_genre = {genre: _f1(tally) for genre, tally in sorted(genres.items())}
    return {"documents": documents, **_f1(counts[""]), "by_kind": by_kind, "by_genre": by_genre}


def score(document: Document, found: Sequence[Mention]) -> dict[str, list[int]]:
    """Count by kind of pronoun: answered, asked for, right."""
    told = {g.entity for g in document.golds if not _is_pronoun(document, g)}
    asked = {
        (g.start, g.end): g.entity
        for g in document.golds
        if document.text[g.start : g.end].lower() in _KINDS and g.entity in told and g.type in _AGENTS
    }
    named = [m for m in found if m.form is not MentionForm.PRONOUN]
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for start, end in asked:
        counts[_KINDS[document.text[start:end].lower()]][1] += 1
    for pronoun in found:
        kind = _KINDS.get(pronoun.evidence.words.lower())
        if pronoun.form is not MentionForm.PRONOUN or kind is None:
            continue
        counts[kind][0] += 1
        wanted = asked.get((pronoun.evidence.start, pronoun.evidence.end))
        bearer = _bearer(pronoun, named)
        counts[kind][2] += wanted is not None and bearer is not None and _entity(document, bearer) == wanted
    return counts


def _answers(found: Sequence[Mention]) -> list[tuple[int, int, str]]:
    return [(m.evidence.start, m.evidence.end, m.name) for m in found if m.form is MentionForm.PRONOUN]


def _bearer(pronoun: Mention, named: Sequence[Mention]) -> Mention | None:
    """The nearest mention before the pronoun that carries its name, else the first one after it."""
    own = [m for m in named if m.name == pronoun.name]
    before = [m for m in own if m.evidence.start < pronoun.evidence.start]
    return before[-1] if before else own[0] if own else None


def _entity(document: Document, mention: Mention) -> str | None:
    """The entity of the gold mention with its head in ours that is most like it."""
    first, last = mention.evidence.start, mention.evidence.end
    near = [g for g in document.golds if first <= g.head[0] and g.head[1] <= last]
    if not near:
        return None
    return max(near, key=lambda g: (min(g.end, last) - max(g.start, first)) / (max(g.end, last) - min(g.start, first)))[
        3
    ]


def _is_pronoun(document: Document, gold: Gold) -> bool:
    word = document.text[gold.start : gold.end].lower()
    return word in _KINDS or word in _OTHERS


def read(path: Path) -> Iterator[Document]:
    """Read the documents of a CoNLL-U file."""
    document = Document("")
    lines: list[str] = []
    begins = True
    for line in [*path.read_text("utf-8").splitlines(), "# newdoc id = "]:
        if line.startswith("# newdoc id = "):
            if document.text:
                yield document
            document, begins = Document(line.removeprefix("# newdoc id = ")), True
        elif line.startswith("# meta::genre = "):
            document.genre = line.removeprefix("# meta::genre = ")
        elif line == "# newpar" or line.startswith("# newpar "):
            begins = True
        elif line.startswith("# text = "):
            _write(document, line.removeprefix("# text = "), begins=begins)
            begins, lines = False, []
        elif line[:1].isdigit():
            lines.append(line)
        elif not line and lines:
            _annotate(document, [line.split("\t") for line in lines if line.split("\t")[0].isdigit()])
            lines = []


def _write(document: Document, words: str, *, begins: bool) -> None:
    """Write a sentence, in the paragraph at hand or in a new one."""
    if begins and document.text:
        document.text += "\n\n"
    elif document.text:
        document.text += " "
    start = len(document.text)
    document.text += words
    document.sentence = start
    if begins or not document.blocks:
        document.blocks.append(Block(Role.BODY, start, len(document.text)))
    else:
        document.blocks[-1] = Block(Role.BODY, document.blocks[-1].start, len(document.text))


def _annotate(document: Document, rows: Sequence[Sequence[str]]) -> None:
    """Add the mentions of the sentence last written; one that is left open at its end is left out."""
    places: list[tuple[int, int]] = []
    at = document.sentence
    for row in rows:
        start = max(at, document.text.find(row[1], at))
        at = start + len(row[1])
        places.append((start, at))
    open_: list[tuple[int, str, Sequence[str]]] = []
    for index, row in enumerate(rows):
        marks = next((m.removeprefix("Entity=") for m in row[9].split("|") if m.startswith("Entity=")), "")
        for mark in _MARK.findall(marks):
            fields = mark.strip("()").split("-")
            if mark.startswith("("):
                open_.append((index, fields[0], fields))
            if mark.endswith(")"):
                number = next((i for i in reversed(range(len(open_))) if open_[i][1] == fields[0]), None)
                if number is not None:
                    first, _, opened = open_.pop(number)
                    document.golds.append(_gold(places[first : index + 1], opened))


def _gold(places: Sequence[tuple[int, int]], fields: Sequence[str]) -> Gold:
    """Make a mention of its words and the fields of its opening mark: entity, type, ..., words of its core."""
    core = next((f.split(",")[0] for f in fields[4:] if f.split(",")[0].isdigit()), "1")
    head = places[min(len(places), int(core)) - 1]
    return Gold(places[0][0], places[-1][1], head, fields[0].split("[")[0], fields[1])


def _f1(tally: Sequence[int]) -> dict[str, float]:
    found, wanted, right = tally
    precision, recall = right / found if found else 0.0, right / wanted if wanted else 0.0
    total = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / total if total else 0.0}
