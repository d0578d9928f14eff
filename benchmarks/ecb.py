"""ECB+ (Cybulska and Vossen 2014): articles with the events that their words tell of, and which of these are one.

In: a folder with `*.xml` anywhere below: tokens in sentences, markables on tokens, relations of markables. Out: an
`Item` a file, with the mentions of actions. Annotation is complete in some sentences only: those that a table of the
folder names (`Topic,File,Sentence Number`), as published scores have it, or, without a table, those with a mention that
is linked to other articles.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

_ACTIONS = ("ACTION_", "NEG_ACTION_")  # beside participants, places and times
_ACROSS = "CROSS_DOC_COREF"
_COLUMNS = {"Topic", "File", "Sentence Number"}

Complete = Mapping[str, frozenset[int]]


@dataclass(frozen=True)
class Told:
    """A mention: its tokens, as places in the item's words taken in a row, and the event it tells of."""

    tokens: tuple[int, ...]
    event: str


@dataclass(frozen=True)
class Item:
    """An article: its sentences in words, which of these (by place) are annotated, and the mentions in them."""

    id: str
    sentences: tuple[tuple[str, ...], ...]
    complete: frozenset[int]
    told: tuple[Told, ...]


def read(folder: Path) -> Iterator[Item]:
    """Read every file under `folder`, in the order of their paths; what is no ECB+ is passed by."""
    complete = _complete(folder)
    for path in sorted(folder.rglob("*.xml")):
        try:
            root = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
        except (etree.XMLSyntaxError, OSError):
            continue
        if root.find("Markables") is not None:
            yield _item(path.stem, root, complete)


def _complete(folder: Path) -> Complete | None:
    """Read which sentences are annotated: file stem to numbers of sentences; None where no table says so."""
    found: dict[str, set[int]] = {}
    for path in sorted(folder.rglob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.DictReader(lines)
            if set(rows.fieldnames or ()) >= _COLUMNS:
                for row in rows:
                    found.setdefault(f"{row['Topic']}_{row['File']}", set()).add(int(row["Sentence Number"]))
    return {name: frozenset(numbers) for name, numbers in found.items()} or None


def _item(name: str, root: etree._Element, complete: Complete | None) -> Item:
    tokens = list(root.iter("token"))
    numbers = sorted({int(token.get("sentence", "0")) for token in tokens})
    ordered = sorted(tokens, key=lambda token: int(token.get("sentence", "0")))  # stable: in order within a sentence
    places = {token.get("t_id", ""): place for place, token in enumerate(ordered)}
    inside = [numbers.index(int(token.get("sentence", "0"))) for token in ordered]
    mentions = _mentions(root, places)
    events, across = _events(name, root)
    if complete is None:
        kept = frozenset(inside[at[0]] for mention, at in mentions.items() if mention in across)
    else:
        kept = frozenset(i for i, number in enumerate(numbers) if number in complete.get(name, ()))
    sentences: list[list[str]] = [[] for _ in numbers]
    for token, sentence in zip(ordered, inside, strict=True):
        sentences[sentence].append(token.text or "")
    told = [
        Told(at, events.get(mention, f"{name} {mention}"))  # one that is linked to none is an event of its own
        for mention, at in mentions.items()
        if inside[at[0]] in kept
    ]
    return Item(name, tuple(map(tuple, sentences)), kept, tuple(told))


def _mentions(root: etree._Element, places: Mapping[str, int]) -> dict[str, tuple[int, ...]]:
    """Return the mentions of actions by their ids: the places of their tokens."""
    found = {}
    for markable in root.iterfind("Markables/*"):
        at = sorted(places[i] for each in markable.iter("token_anchor") if (i := each.get("t_id", "")) in places)
        if at and str(markable.tag).startswith(_ACTIONS):
            found[markable.get("m_id", "")] = tuple(at)
    return found


def _events(name: str, root: etree._Element) -> tuple[dict[str, str], frozenset[str]]:
    """Return the events of mentions that are linked to others, and which are linked to those of other articles."""
    events: dict[str, str] = {}
    across: set[str] = set()
    for relation in root.iterfind("Relations/*"):
        shared = relation.tag == _ACROSS
        event = relation.get("note") if shared else None
        for source in relation.iter("source"):
            events[source.get("m_id", "")] = event or f"{name} within {relation.get('r_id')}"
            if shared:
                across.add(source.get("m_id", ""))
    return events, frozenset(across)


def words(sentences: Sequence[Sequence[str]]) -> str:
    """Return the text that `reader.parse_words` takes places in: a space between words, a line a sentence."""
    return "\n".join(" ".join(sentence) for sentence in sentences)
