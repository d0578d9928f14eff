"""The lines of a page's comment sections, and what each is for.

In: a draft, whose comment sections are blocks of role comment. Out: its sections, each a row of `Line`s: a head says
who wrote and when, words are what was written, a foot is everything else (votes, links to answer, forms, headings).
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from throughline.extract.comments import posts, signatures
from throughline.extract.comments.signatures import Signature
from throughline.extract.draft import Draft
from throughline.extract.markup.signals import Signal
from throughline.model import Block, Role

HEAD, WORDS, FOOT = "head", "words", "foot"
_MOST_APART = 12  # blocks of something else (a form, a notice) inside one section
_ABOVE = 4  # blocks above a section among which its heading stands
_SHORT_NAME = 5  # words of a line that may be a name because a day stands below it
_CLOSE = ".!?…:;"
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_FIRST = 3  # lines of a block that can be a name, its day and the clock
_LEAST_SIGNS = 2  # "notify of", "newest oldest": what only a thread's own furniture says
_LEAST_SAID = 2  # characters behind a signature that are a post
_USUAL = 0.5  # share of a page's comment words from which on a mark (a class on the whole thread) tells lines no more


@dataclass(frozen=True, slots=True)
class Line:
    """A block of a comment section: its place, its words on one line, what it is for, and who signs in it."""

    start: int
    end: int
    words: str
    kind: str
    signature: Signature | None


def sections(draft: Draft) -> list[list[Line]]:
    """Cut a page's comment blocks into sections; what stands between the blocks of one is a foot."""
    believed = _believed(draft)
    sections: list[list[Line]] = []
    run: list[Line] = []
    apart: list[Line] = []
    for block in draft.blocks:
        if block.role is not Role.COMMENT:
            words = " ".join(draft.text[block.start : block.end].split())
            apart.append(Line(block.start, block.end, words, FOOT, None))
            continue
        if run and len(apart) > _MOST_APART:
            sections.append(run)
            run = []
        run += apart if run else apart[-_ABOVE:]
        apart = []
        for part in _parts(draft.text, block):
            run += _read(draft.text, part, draft.marks.get(block.start, 0) & believed)
    if run:
        sections.append(run)
    return [_with_names(section) for section in sections if draft.marks or _is_thread(section)]


def _is_thread(section: list[Line]) -> bool:
    """Tell a thread of a page without markup from a list of other stories, which names authors and days as well."""
    return any(
        posts.is_heading(line.words)
        or posts.is_answer_link(line.words)
        or (line.signature is not None and line.signature.is_exact and not line.signature.day)
        for line in section
    ) or (sum(line.kind is FOOT and posts.is_worded_sign(line.words) for line in section) >= _LEAST_SIGNS)


def _parts(text: str, block: Block) -> list[Block]:
    """Cut a block at its line ends where a signature is among its first lines: layouts run those into the post."""
    if "\n" not in text[block.start : block.end]:
        return [block]
    spans = [match.span() for match in _LINE.finditer(text, block.start, block.end)]
    if not any(signatures.read(" ".join(text[start:end].split())) for start, end in spans[:_FIRST]):
        return [block]
    return [Block(block.role, start, end) for start, end in spans]


def _read(text: str, block: Block, marks: int) -> list[Line]:
    """Read a line; two where a signature opens it and the post follows."""
    words = " ".join(text[block.start : block.end].split())
    line = _line(block, words, marks)
    opened = signatures.leading(words) if line.kind is WORDS else None
    if opened and len(words) - opened[1] >= _LEAST_SAID:
        return _parted(text, block, words, *opened)
    return [line]


def _parted(text: str, block: Block, words: str, signature: Signature, cut: int) -> list[Line]:
    """Part a block that a signature opens: it, and what was written."""
    token = len(words[:cut].split())
    starts = [match.start() for match in re.finditer(r"\S+", text[block.start : block.end])]
    at = block.start + starts[min(token, len(starts) - 1)]
    head = " ".join(text[block.start : at].split())
    return [
        Line(block.start, at, head, HEAD, signature),
        Line(at, block.end, " ".join(text[at : block.end].split()), WORDS, None),
    ]


def _believed(draft: Draft) -> int:
    """The marks that tell a head from other lines: those that only a few words of the comments bear."""
    total = 0
    sizes = dict.fromkeys((Signal.BYLINE, Signal.DAY), 0)
    for block in draft.blocks:
        if block.role is Role.COMMENT:
            total += block.end - block.start
            for signal in sizes:
                if draft.marks.get(block.start, 0) & signal:
                    sizes[signal] += block.end - block.start
    return sum(signal for signal, size in sizes.items() if size < _USUAL * total)


def _line(block: Block, words: str, marks: int) -> Line:
    """Say what a block of a comment section is for."""
    signature = None
    kind = WORDS
    if posts.is_heading(words) or posts.is_rule(words):
        kind = FOOT
    elif found := signatures.read(words):
        kind, signature = HEAD, found
    elif not any(char.isalpha() for char in words) or (posts.is_sign(words) and not posts.is_nameless(words)):
        kind = FOOT
    elif marks & Signal.BYLINE and _may_name(words):
        kind, signature = HEAD, Signature(signatures.name_in(words, 0, len(words)))
    return Line(block.start, block.end, words, kind, signature)


def _may_name(words: str) -> bool:
    return (
        len(words.split()) <= _SHORT_NAME
        and words[-1] not in _CLOSE
        and signatures.name_in(words, 0, len(words)) is not None
    )


def _with_names(section: list[Line]) -> list[Line]:
    """Read short lines above a day that names nobody as names: "angry_reader" above "5 May 2019, 12:30".

    So is one that stands twice in a row, as the text of a portrait and below it. A name once known is one wherever it
    is all of a line. Another short line that closes several posts is a link.
    """
    found = list(section)
    for index, line in enumerate(section):
        if line.kind is HEAD and line.signature and not line.signature.name:
            above = index - 1
            if (
                above > 0
                and found[above].kind is FOOT
                and not posts.is_answer_link(found[above].words)
                and found[above - 1].kind is WORDS
            ):
                above -= 1  # "Ana", "Guest", "2 hours ago"
            if above >= 0 and found[above].kind is WORDS and _may_name(found[above].words):
                found[above] = _named(found[above])
    for index, (line, following) in enumerate(pairwise(found)):
        if line.kind is following.kind is WORDS and line.words == following.words and _may_name(line.words):
            found[index] = _named(line)
    known = {line.words for line in found if line.kind is HEAD and line.signature and line.signature.name}
    said = Counter(line.words for line in found if line.kind is WORDS and len(line.words.split()) <= _SHORT_NAME)
    for index, line in enumerate(found):
        if line.kind is WORDS and line.words in known:
            found[index] = _named(line)
        elif line.kind is WORDS and said[line.words] > 1 and index and found[index - 1].kind is not HEAD:
            found[index] = replace(line, kind=FOOT)
    return found


def _named(line: Line) -> Line:
    return replace(line, kind=HEAD, signature=Signature(signatures.name_in(line.words, 0, len(line.words))))
