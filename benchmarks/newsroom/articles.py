"""The reports that the newsroom starts from. In: a folder of .txt files, one a story. Out: articles, as written.

A file holds pieces that begin with `= kind`; header lines `name: value`, a blank line, then one paragraph a line.
Kinds: `report` (what others copy; it brings a new title, a new lead and a local paragraph for them), `other` (the
same event by another hand), `next` (a later day, which repeats a paragraph of background), `roundup` (takes up one
paragraph) and `bulletin` (an instalment of a series that is always worded alike).
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Article:
    """One text as an outlet has it, before it is made a page."""

    story: str
    kind: str
    title: str
    outlet: str
    day: date
    place: str
    paragraphs: tuple[str, ...]
    credit: str = ""
    retitled: str = ""
    lead: str = ""
    local: str = ""


def read(folder: Path) -> tuple[Article, ...]:
    """Every article of a folder, by file name and then in the file's order."""
    return tuple(article for path in sorted(folder.glob("*.txt")) for article in _pieces(path))


def _pieces(path: Path) -> list[Article]:
    pieces = re.split(r"^= ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [_article(path.stem, piece) for piece in pieces]


def _article(story: str, piece: str) -> Article:
    head, body = piece.split("\n\n", 1)
    kind, *lines = head.splitlines()
    told = {name.strip(): value.strip() for name, value in (line.split(":", 1) for line in lines)}
    day = date.fromisoformat(told.pop("date"))
    paragraphs = tuple(line.strip() for line in body.splitlines() if line.strip())
    return Article(story=story, kind=kind.strip(), day=day, paragraphs=paragraphs, **told)
