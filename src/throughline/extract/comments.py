"""What readers wrote below an article, post by post.

In: a draft whose comment sections are blocks of role comment, and what its markup says of them. Out: a `Comment` for
each post: the place of its own words, who wrote it and when, as far as the page says. A section is read as a row of
lines: a head (who, when), words, a foot (votes, links to answer). Which of the two the heads stand above or below is
the same for all posts of a page. Words that follow a foot without a head are nobody's post, where others have heads.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from throughline.dates import read_day
from throughline.extract import ages, posts, signatures
from throughline.extract.draft import Draft
from throughline.extract.signals import Signal
from throughline.extract.signatures import Signature
from throughline.model import Block, Comment, Evidence, Page, Role, When


def read(page: Page, draft: Draft, article: str) -> tuple[Comment, ...]:
    """Find the readers' posts of a page, in order. `article` is the id that evidence carries."""
    found = [post for section in _sections(draft) for post in _posts(section)]
    order = page.declared.date_order or _order([post.day for post in found if post.day])
    return tuple(
        Comment(
            post.lines[0].start,
            post.lines[-1].end,
            _evidence(draft.text, article, post.author) if post.author else None,
            _when(post.day, page, order),
        )
        for post in found
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """A block of a comment section: its place, its words on one line, what it is for, and who signs in it."""

    start: int
    end: int
    words: str
    kind: str
    signature: Signature | None


@dataclass(slots=True)
class _Post:
    """A post while it is gathered."""

    author: _Line | None = None
    day: str = ""
    lines: list[_Line] = field(default_factory=list)


_HEAD, _WORDS, _FOOT = "head", "words", "foot"
_MOST_APART = 12  # blocks of something else (a form, a notice) inside one section
_SHORT_NAME = 5  # words of a line that may be a name because a day stands below it
_CLOSE = ".!?…:;"
_USUAL = 0.5  # share of a page's comment words from which on a mark (a class on the whole thread) tells lines no more


def _sections(draft: Draft) -> list[list[_Line]]:
    """Cut the comment blocks into sections; what stands between the blocks of one is a foot."""
    believed = _believed(draft)
    sections: list[list[_Line]] = []
    run: list[_Line] = []
    apart: list[_Line] = []
    for block in draft.blocks:
        words = " ".join(draft.text[block.start : block.end].split())
        if block.role is not Role.COMMENT:
            apart.append(_Line(block.start, block.end, words, _FOOT, None))
            continue
        if run and len(apart) > _MOST_APART:
            sections.append(run)
            run = []
        elif run:
            run += apart
        apart = []
        run.append(_line(block, words, draft.marks.get(block.start, 0) & believed))
    if run:
        sections.append(run)
    return [_with_names(section) for section in sections]


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


def _line(block: Block, words: str, marks: int) -> _Line:
    """Say what a block of a comment section is for."""
    signature = None
    kind = _WORDS
    if posts.is_heading(words) or posts.is_rule(words):
        kind = _FOOT
    elif found := signatures.read(words):
        kind, signature = _HEAD, found
    elif not any(char.isalpha() for char in words) or (posts.is_sign(words) and not posts.is_nameless(words)):
        kind = _FOOT
    elif marks & Signal.BYLINE and _may_name(words):
        kind, signature = _HEAD, Signature(signatures.name_in(words, 0, len(words)))
    return _Line(block.start, block.end, words, kind, signature)


def _may_name(words: str) -> bool:
    return (
        len(words.split()) <= _SHORT_NAME
        and words[-1] not in _CLOSE
        and signatures.name_in(words, 0, len(words)) is not None
    )


def _with_names(section: list[_Line]) -> list[_Line]:
    """Read short lines above a day that names nobody as names: "angry_reader" above "5 May 2019, 12:30".

    A name once known is one wherever it is all of a line. Another short line that closes several posts is a link.
    """
    found = list(section)
    for index, line in enumerate(section):
        if line.kind is _HEAD and line.signature and not line.signature.name:
            above = index - 1
            if (
                above > 0
                and found[above].kind is _FOOT
                and not posts.is_answer_link(found[above].words)
                and found[above - 1].kind is _WORDS
            ):
                above -= 1  # "Ana", "Guest", "2 hours ago"
            if above >= 0 and found[above].kind is _WORDS and _may_name(found[above].words):
                found[above] = _named(found[above])
    known = {line.words for line in found if line.kind is _HEAD and line.signature and line.signature.name}
    said = Counter(line.words for line in found if line.kind is _WORDS and len(line.words.split()) <= _SHORT_NAME)
    for index, line in enumerate(found):
        if line.kind is _WORDS and line.words in known:
            found[index] = _named(line)
        elif line.kind is _WORDS and said[line.words] > 1 and index and found[index - 1].kind is not _HEAD:
            found[index] = replace(line, kind=_FOOT)
    return found


def _named(line: _Line) -> _Line:
    return replace(line, kind=_HEAD, signature=Signature(signatures.name_in(line.words, 0, len(line.words))))


def _posts(section: list[_Line]) -> list[_Post]:
    """Part a section into posts."""
    kinds = [line.kind for line in section if line.kind is not _FOOT]
    if _HEAD not in kinds:
        return _headless(section)
    is_reversed = kinds[0] is _WORDS and kinds[-1] is _HEAD
    found: list[_Post] = []
    post = _Post()
    is_open = False  # whether a head was read that words can follow
    for line in reversed(section) if is_reversed else section:
        if line.kind is _HEAD:
            if post.lines:
                found.append(post)
                post = _Post()
            is_open = True
            _sign(post, line)
        elif line.kind is _WORDS and is_open:
            post.lines.append(line)
        elif post.lines:
            found.append(post)
            post, is_open = _Post(), False
    if post.lines:
        found.append(post)
    if is_reversed:
        for post in found:
            post.lines.reverse()
        found.reverse()
    return found


def _headless(section: list[_Line]) -> list[_Post]:
    """Part a section whose posts nobody signs: a post is what stands above a link to answer it."""
    found: list[_Post] = []
    post = _Post()
    for line in section:
        if line.kind is _WORDS:
            post.lines.append(line)
        elif post.lines:
            if posts.is_answer_link(line.words):
                found.append(post)
            post = _Post()
    return found


def _sign(post: _Post, line: _Line) -> None:
    """Keep who signs a post, and when: the first of several names, the first of several days."""
    if line.signature is None:
        return
    if line.signature.name and post.author is None:
        post.author = line
    post.day = post.day or line.signature.day


_OPEN_ORDER = re.compile(r"(\d{1,2})[/-]\s?(\d{1,2})[/-]")
_MONTHS = 12


def _order(days: Sequence[str]) -> str | None:
    """Which way round the page writes day and month: the way that suits all of its posts."""
    pairs = [(int(match[1]), int(match[2])) for day in days if (match := _OPEN_ORDER.match(day))]
    day_first, month_first = any(a > _MONTHS for a, _ in pairs), any(b > _MONTHS for _, b in pairs)
    if day_first is month_first:
        return None
    return "dmy" if day_first else "mdy"


def _when(words: str, page: Page, order: str | None) -> When | None:
    """The day that the words name: counted back from the capture where they tell an age; None where it is open."""
    if not words:
        return None
    age = ages.find(words)
    if age is not None:
        return ages.when(age, page.captured) if page.captured else None
    found = read_day(words, order)
    return found[0] if len(found) == 1 else None


def _evidence(text: str, article: str, line: _Line) -> Evidence | None:
    """The place of the name in the text. A line that was put together from several is looked through for it."""
    if line.signature is None or line.signature.name is None:
        return None
    start, end = line.signature.name
    name = line.words[start:end]
    at = text.find(name, line.start, line.end)
    return Evidence(article, at, at + len(name), name) if at >= 0 else None
