"""What readers wrote below an article, post by post.

In: a draft whose comment sections are blocks of role comment, and what its markup says of them. Out: a `Comment` for
each post: the place of its own words, who wrote it and when, as far as the page says. A section is read as a row of
lines: a head (who, when), words, a foot (votes, links to answer). Which of the two the heads stand above or below is
the same for all posts of a page. Words that follow a foot without a head are nobody's post, where others have heads.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from throughline.dates.written import read_day
from throughline.extract.comments import ages, posts
from throughline.extract.comments.postlines import FOOT, HEAD, WORDS, Line, sections
from throughline.extract.draft import Draft
from throughline.model import Comment, Evidence, Page, When


def read(page: Page, draft: Draft, article: str) -> tuple[Comment, ...]:
    """Find the readers' posts of a page, in order. `article` is the id that evidence carries."""
    found = [post for section in sections(draft) for post in _posts(section)]
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


@dataclass(slots=True)
class _Post:
    """A post while it is gathered."""

    author: Line | None = None
    day: str = ""
    lines: list[Line] = field(default_factory=list)


def _posts(section: list[Line]) -> list[_Post]:
    """Part a section into posts."""
    kinds = [line.kind for line in section if line.kind is not FOOT]
    if HEAD not in kinds:
        return _headless(section)
    is_reversed = kinds[0] is WORDS and kinds[-1] is HEAD
    found: list[_Post] = []
    post = _Post()
    is_open = False  # whether a head was read that words can follow
    for line in reversed(section) if is_reversed else section:
        if line.kind is HEAD:
            if post.lines:
                found.append(post)
                post = _Post()
            is_open = True
            _sign(post, line)
        elif line.kind is WORDS and is_open:
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


def _headless(section: list[Line]) -> list[_Post]:
    """Part a section whose posts nobody signs: a post is what stands above a link to answer it."""
    found: list[_Post] = []
    post = _Post()
    for line in section:
        if line.kind is WORDS:
            post.lines.append(line)
        elif post.lines:
            if posts.is_answer_link(line.words):
                found.append(post)
            post = _Post()
    return found


def _sign(post: _Post, line: Line) -> None:
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


def _evidence(text: str, article: str, line: Line) -> Evidence | None:
    """The place of the name in the text. A line that was put together from several is looked through for it."""
    if line.signature is None or line.signature.name is None:
        return None
    start, end = line.signature.name
    name = line.words[start:end]
    at = text.find(name, line.start, line.end)
    return Evidence(article, at, at + len(name), name) if at >= 0 else None
