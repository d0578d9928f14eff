"""Where an article ends and its comment section begins, and what stands in that section.

In: lines, and which of them were judged article. Out: the first line of the section, and roles for its lines: what
readers wrote is comment, the house's rules and the form are boilerplate.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from throughline.extract import furniture
from throughline.extract.comments import posts, signatures
from throughline.extract.plaintext.paragraphs import is_finished
from throughline.model import Role

_ENOUGH = 60  # words of article before a post or a rule can close it
_SOME = 6  # words of finished sentences before a heading can: a "Comments" link also stands above articles
_TOGETHER = 4  # lines within which a second heading ("Post a comment", "1 comment") makes a section of the first
_REACH = 40  # lines after the heading in which a thread must show itself, where prose follows
_LEAST_POSTS = 2  # post heads close together: one alone may be a byline with its hour
_PROSE = 12  # words


@dataclass(frozen=True, slots=True)
class _Page:
    """A page's lines, what each could be in a thread, and how many words of article stand above each."""

    lines: Sequence[str]
    heads: Sequence[bool]
    signed: Sequence[bool]
    answers: Sequence[bool]
    above: Sequence[int]

    def words(self, first: int, last: int) -> int:
        """Count the words of article in a stretch of lines."""
        return self.above[min(last, len(self.lines))] - self.above[first]

    def posts(self, index: int) -> int:
        """Count the heads of posts, and links to answer them, from a line on."""
        reach = slice(index, index + _REACH)
        signed = sum(self.signed[reach])
        return sum(self.heads[reach]) + sum(self.answers[reach]) + (signed if signed >= _LEAST_SIGNED else 0)


def opening(lines: Sequence[str], is_article: Sequence[bool]) -> int:
    """Find the line that opens the comment section; `len(lines)` when there is none."""
    sizes = [len(line.split()) if article else 0 for line, article in zip(lines, is_article, strict=True)]
    heads, signed = _find_heads(lines)
    answers = [posts.is_answer_link(line) for line in lines]
    page = _Page(lines, heads, signed, answers, [0, *accumulate(sizes)])
    sentences = 0
    for index, line in enumerate(lines):
        if sentences >= _SOME and posts.is_heading(line) and _heads(page, index):
            return index
        if page.above[index] >= _ENOUGH and _opens(page, index, is_article=is_article[index]):
            return index - 1 if heads[index] and _is_name(lines[index - 1]) else index
        sentences += sizes[index] if sizes[index] >= _SOME and is_finished(line) else 0
    return len(lines)


def _find_heads(lines: Sequence[str]) -> tuple[list[bool], list[bool]]:
    """Tell the lines above posts, which say who wrote and when, to the minute or how long ago; and names with a day.

    The clock may stand in a line of its own.
    """
    found = [signatures.read(line) for line in lines]
    heads = [
        one is not None and (one.is_exact or signatures.is_clock(following))
        for one, following in zip(found, (*lines[1:], ""), strict=False)
    ]
    signed = [one is not None and one.name is not None and not head for one, head in zip(found, heads, strict=True)]
    return heads, signed


_LEAST_SIGNED = 3  # names with a day but no clock are posts where so many stand closely below a heading


def _heads(page: _Page, index: int) -> bool:
    """Tell whether a comments heading opens a section here: no link to one further down or in a sentence."""
    if page.lines[index][:1].islower() and page.lines[index + 1 : index + 2] and _carries_on(page.lines[index + 1]):
        return False
    if _is_mostly_read(page, index):
        return True
    following = page.lines[index + 1 : index + 1 + _TOGETHER]
    if any(posts.is_heading(line) and line != page.lines[index] for line in following):
        return True
    if page.above[index] < _ENOUGH:
        return page.posts(index + 1) >= _LEAST_POSTS and _is_near(page, index)
    return _is_thread(page, index)


def _carries_on(line: str) -> bool:
    return line[0].islower() or line[0] in ".,;:!?)"


def _opens(page: _Page, index: int, *, is_article: bool) -> bool:
    """Tell whether a post or a rule for readers opens the section: its heading was lost."""
    line = page.lines[index]
    if page.heads[index] or page.answers[index]:
        if page.posts(index) < _LEAST_POSTS:
            return False
        return (any(page.answers[index : index + _REACH]) and _is_near(page, index)) or _is_mostly_read(page, index)
    if posts.is_rule(line):
        if not is_article and _is_mostly_read(page, index):
            return True
        return page.posts(index + 1) >= _LEAST_POSTS and _is_near(page, index)
    return False


def _is_mostly_read(page: _Page, index: int) -> bool:
    """Tell whether at least half of what was judged article stands above the line."""
    return page.above[index] >= page.words(index, len(page.lines))


def _is_near(page: _Page, index: int) -> bool:
    """Tell whether the thread shows itself before another article's worth of words: no link to one below it."""
    for place in range(index + 1, min(index + 1 + _REACH, len(page.lines))):
        if page.heads[place] or page.answers[place] or posts.is_worded_sign(page.lines[place]):
            return page.words(index, place) < _ENOUGH * _POST_LENGTHS
    return False


def _is_thread(page: _Page, index: int) -> bool:
    following = page.lines[index + 1 : index + 1 + _REACH]
    if _alternates(following):
        return True
    signs = sum(posts.is_worded_sign(line) or posts.is_rule(line) for line in following)
    return (signs >= _LEAST_POSTS or page.posts(index + 1) > 0) and _is_near(page, index)


def _is_name(line: str) -> bool:
    """Tell a line that may name who wrote, where a day stands below it."""
    return len(line.split()) <= _LONGEST_NAME and not is_finished(line) and not posts.is_heading(line)


def _alternates(lines: Sequence[str]) -> bool:
    """Tell lines that are a name and what was said, in turn: posts whose days were lost."""
    names = [len(line.split()) <= _LONGEST_NAME and not is_finished(line) for line in lines]
    turns = sum(name and not following for name, following in pairwise(names))
    return turns >= _LEAST_TURNS and turns >= _MOSTLY * len(lines)


_LONGEST_NAME = 4  # words
_LEAST_TURNS = 6  # names with words below
_MOSTLY = 0.4  # share of the lines that such names make up; half would be no post of two paragraphs
_POST_LENGTHS = 5  # times those words: a long post may stand between a heading and the next post's head


def roles(lines: Sequence[str]) -> list[Role]:
    """Name the lines of a comment section. Rules and form come first; from the first sign of a thread on, comments.

    A section that its heading opens holds comments at once, unless rules follow the heading. Signs above the first post
    ("newest, oldest, most voted") are the section's own furniture.
    """
    found: list[Role] = []
    has_rules = any(posts.is_rule(line) for line in lines[:_REACH])
    in_thread = False
    heads, signed = _find_heads(lines)
    is_signed = sum(signed) >= _LEAST_SIGNED
    for line, *marks, above, below in zip(lines, heads, signed, (False, *heads), (*heads[1:], False), strict=False):
        is_rule = posts.is_rule(line) or (furniture.is_notice(line) and not above)
        in_thread = in_thread or marks[0] or (marks[1] and is_signed) or posts.is_sign(line)
        in_thread = in_thread or (below and _is_name(line))
        if posts.is_count(line):
            found.append(Role.BOILERPLATE)
            in_thread = True
            continue
        is_prose = len(line.split()) >= _PROSE
        is_furniture = Role.COMMENT not in found and posts.is_worded_sign(line) and not posts.is_nameless(line)
        is_comment = not is_rule and not (is_furniture and not marks[0]) and (in_thread or (is_prose and not has_rules))
        found.append(Role.COMMENT if is_comment else Role.BOILERPLATE)
    return found
