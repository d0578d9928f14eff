"""The sets that the reader learns from, each to documents of sentences of words with their labels.

In: a folder in the set's own format. Out: `Document`s, whose labels lie beside the words: -100 where a set says
nothing. Words are parted as at run time, so what is learned here is what is read there.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from throughline.reader.words import words as parted
from throughline.text.sentences import split
from throughline.text.tokens import tokenise

NONE = -100  # what a loss leaves out
KINDS = ("Person", "Organization", "Location", "NORP", "Facility", "Product", "Date", "Money", "Misc")
_ENTITY = {kind: number for number, kind in enumerate(KINDS)}


@dataclass(slots=True)
class Sentence:
    """Words, and for each a label of every kind that its set knows (absent kinds have no list)."""

    words: list[str]
    labels: dict[str, list[int]] = field(default_factory=dict)
    scores: dict[int, float] = field(default_factory=dict)  # factuality, by word
    texts: dict[str, list[str]] = field(default_factory=dict)  # labels that are still names: tag, xpos, relation


@dataclass(slots=True)
class Document:
    """Sentences that stand beside each other.

    `links` ties the first words of spans: (kind, from, to) over the whole document, `to` being -1 where there is
    nothing to tie to.
    """

    name: str
    sentences: list[Sentence]
    links: list[tuple[str, int, int]] = field(default_factory=list)


def treebank(path: Path) -> Iterator[Document]:
    """CoNLL-U: tags, heads (0 the root, else the number of the word in its sentence) and relations."""
    document = Document(path.stem, [])
    rows: list[list[str]] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("# newdoc"):
            if document.sentences:
                yield document
            document = Document(line.rpartition("=")[2].strip(), [])
        elif line and not line.startswith("#"):
            row = line.split("\t")
            if row[0].isdigit():
                rows.append(row)
        elif not line and rows:
            texts = {"tag": [r[3] for r in rows], "xpos": [r[4] for r in rows], "relation": [r[7] for r in rows]}
            heads = {"head": [int(r[6]) for r in rows]}
            document.sentences.append(Sentence([r[1] for r in rows], heads, texts=texts))
            rows = []
    if document.sentences:
        yield document


def entities(folder: Path) -> Iterator[Document]:
    """Token and tag a line, a document a file.

    `name` is 0 outside names, odd where one of kind (n - 1) / 2 begins, even where it goes on.
    """
    for path in sorted(folder.rglob("*.tsv")):
        sentences: list[Sentence] = []
        own, tags = [], []
        for line in [*path.read_text("utf-8", "replace").splitlines(), ""]:
            word, _, tag = line.partition("\t")
            if not word.strip():
                if own:
                    sentences.append(Sentence(own, {"name": tags}))
                own, tags = [], []
                continue
            mark, _, kind = tag.split("\t")[0].strip().partition("-")
            own.append(word.strip())
            tags.append(0 if kind not in _ENTITY else 2 * _ENTITY[kind] + (1 if mark == "B" else 2))
        if sentences:
            yield Document(path.stem, sentences)


_SPAN = re.compile(r"^(T\d+)\t(Source|Cue|Content) ([\d; ]+)\t")
_RELATION = re.compile(r"^E\d+\t(.*)$")
_ANNOTATOR = re.compile(r"_[0-9a-f]{4}$")


def attributions(folder: Path) -> Iterator[Document]:
    """Brat standoff: `source`, `cue`, `content` (0 outside, 1 begins, 2 goes on), and which belongs to which.

    Of an article that several people marked, the first one's marks are taken. A span in pieces begins anew with each.
    """
    seen: set[str] = set()
    for annotation in sorted(folder.rglob("*.ann")):
        stem = _ANNOTATOR.sub("", annotation.stem)
        path = annotation.parent.parent / "text" / f"{stem}.txt"
        if stem in seen or not path.exists():
            continue
        seen.add(stem)
        yield _attributed(stem, path.read_bytes().decode("utf-8"), annotation.read_text("utf-8").splitlines())


def _attributed(stem: str, text: str, lines: list[str]) -> Document:
    places, document = _sentences(stem, text)
    labels, firsts = _spans(places, lines)
    for line in lines:
        if match := _RELATION.match(line):
            document.links.extend(_links([part.partition(":")[::2] for part in match[1].split()], firsts))
    at = 0
    for sentence in document.sentences:
        sentence.labels = {kind: row[at : at + len(sentence.words)] for kind, row in labels.items()}
        at += len(sentence.words)
    return document


def _spans(places: list[tuple[int, int]], lines: list[str]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Return the labels of all words by kind, and the first word of each piece of each span by the span's id."""
    labels = {kind: [0] * len(places) for kind in ("source", "cue", "content")}
    firsts: dict[str, list[int]] = {}
    for line in lines:
        if not (match := _SPAN.match(line)):
            continue
        row = labels[match[2].lower()]
        firsts[match[1]] = []
        for part in match[3].split(";"):
            first, last = map(int, part.split())
            inside = [i for i, (start, end) in enumerate(places) if start < last and first < end]
            if inside and not any(row[i] for i in inside):
                firsts[match[1]].append(inside[0])
                row[inside[0]] = 1
                for i in inside[1:]:
                    row[i] = 2
    return labels, firsts


def _links(parts: list[tuple[str, str]], firsts: dict[str, list[int]]) -> Iterator[tuple[str, int, int]]:
    """Yield the links of one attribution, given its parts as (kind, id of the span)."""
    cue = next((firsts[at][0] for kind, at in parts if kind.startswith("Cue") and firsts.get(at)), None)
    if cue is None:
        return
    source = next((firsts[at][0] for kind, at in parts if kind.startswith("Source") and firsts.get(at)), -1)
    yield "cue_source", cue, source
    for kind, at in parts:
        if kind.startswith("Content"):
            yield from (("content_cue", piece, cue) for piece in firsts.get(at, ()))


def _sentences(stem: str, text: str) -> tuple[list[tuple[int, int]], Document]:
    """A raw text as at run time: a block a line, tokens, sentences, words."""
    document = Document(stem, [])
    places: list[tuple[int, int]] = []
    for block in re.finditer(r"[^\n]+", text):
        tokens = list(tokenise(text, block.start(), block.end()))
        for first, last in split(text, tokens):
            own = parted(tokens[first:last])
            places.extend((word.start, word.end) for word in own)
            document.sentences.append(Sentence([word.text for word in own]))
    return places, document


def factuality(path: Path) -> Iterator[Document]:
    """A sentence a line, with the words whose factuality was judged, in [-3, 3].

    Sentences from one file that follow each other stand together; the others stand alone.
    """
    document: Document | None = None
    last = -2
    for line in path.read_text("utf-8").splitlines():
        item = json.loads(line)
        sentence = Sentence(item["text"].split(" "))
        for target in item["targets"]:
            if target["span1"][0] < len(sentence.words):
                sentence.scores[target["span1"][0]] = float(target["label"])
        if document is not None and item.get("file_idx") == last + 1 and "uID" not in item:
            document.sentences.append(sentence)
        else:
            if document is not None:
                yield document
            document = Document(f"{path.parent.name}-{item['idx']}", [sentence])
        last = item.get("file_idx", -2)
    if document is not None:
        yield document
