"""Grammar: CoNLL-U (`*.conllu`), with its words and sentences as given.

`upos`, `uas` and `las` are shares of all words, punctuation counted; relations are compared without their subtypes,
as the CoNLL 2018 scorer does for LAS (Zeman et al. 2018). `xpos` and `lemma` (case aside) are of the words that have
one. Words of several tokens ("1-2") and empty nodes ("1.1") are no words.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.splits import measured
from throughline.model import Parse, Token
from throughline.reader import parse_words

_AT_ONCE = 100  # sentences: a treebank without documents is read so many at a time


class Row(NamedTuple):
    """A word; `head` counts the sentence's words from 1, 0 being the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    relation: str


class Sentence(NamedTuple):
    """The words of one sentence."""

    id: str
    rows: tuple[Row, ...]


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Score every treebank under `data`; no scores where there is none."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    lines: list[str] = []
    sentences = 0
    for path in measured(data, "*.conllu"):
        for document in _documents(path):
            parse = parse_words([[row.form for row in sentence.rows] for sentence in document])
            for sentence, seen in zip(document, _seen(document, parse), strict=True):
                sentences += 1
                for gold, found in zip(sentence.rows, seen, strict=True):
                    answers = _compare(gold, found)
                    right.update(name for name, is_right in answers.items() if is_right)
                    asked.update(answers.keys())
                lines.append(json.dumps({"id": sentence.id, "rows": seen}, ensure_ascii=False) + "\n")
    if not asked:
        return {}
    if out is not None:
        (out / "syntax.jsonl").write_text("".join(lines), "utf-8")
    scores = {name: right[name] / asked[name] for name in ("upos", "uas", "las", "xpos", "lemma") if asked[name]}
    return {**scores, "sentences": sentences, "words": asked["upos"]}


def _documents(path: Path) -> Iterator[list[Sentence]]:
    """Read a treebank, a document at a time."""
    document: list[Sentence] = []
    rows: list[Row] = []
    name = ""
    for line in [*path.read_text("utf-8", "replace").splitlines(), ""]:
        if line.startswith("# newdoc") or len(document) == _AT_ONCE:
            if document:
                yield document
            document = []
        if line.startswith("# sent_id"):
            name = line.partition("=")[2].strip()
        elif line and not line.startswith("#"):
            cells = line.split("\t")
            if cells[0].isdigit():
                rows.append(Row(cells[1], cells[2], cells[3], cells[4], int(cells[6]), cells[7]))
        elif not line and rows:
            document.append(Sentence(name, tuple(rows)))
            rows = []
    if document:
        yield document


def _seen(document: Sequence[Sentence], parse: Parse) -> Iterator[list[Row]]:
    """Yield what the parse says of each sentence, in the treebank's terms."""
    first = 0
    for sentence in document:
        last = first + len(sentence.rows)
        yield [_row(token, first) for token in parse.tokens[first:last]]
        first = last


def _row(token: Token, first: int) -> Row:
    head = token.head - first + 1 if token.head >= 0 else 0
    return Row(token.text, token.lemma, token.tag, token.xpos, head, token.relation)


def _compare(gold: Row, found: Row) -> dict[str, bool]:
    is_attached = gold.head == found.head
    answers = {
        "upos": gold.upos == found.upos,
        "uas": is_attached,
        "las": is_attached and _universal(gold.relation) == _universal(found.relation),
    }
    if gold.xpos != "_":
        answers["xpos"] = gold.xpos == found.xpos
    if gold.lemma != "_" or gold.form == "_":
        answers["lemma"] = gold.lemma.lower() == found.lemma.lower()
    return answers


def _universal(relation: str) -> str:
    return relation.partition(":")[0]
