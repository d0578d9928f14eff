"""Where an article ends and its comment section begins, and what stands in that section.

In: lines, and which of them were judged article. Out: the first line of the section, and roles for its lines: what
readers wrote is comment, the house's rules and the form are boilerplate.
"""

from collections.abc import Sequence

from throughline.extract import furniture, posts
from throughline.extract.paragraphs import is_finished
from throughline.model import Role

_ENOUGH = 60  # words of article before a post or a rule can close it
_SOME = 6  # words of finished sentences before a heading can: a "Comments" link also stands above articles
_TOGETHER = 4  # lines within which a second heading ("Post a comment", "1 comment") makes a section of the first
_REACH = 40  # lines after the heading in which a thread must show itself, where prose follows
_LEAST_POSTS = 2  # post heads close together: one alone may be a byline with its hour
_PROSE = 12  # words


def opening(lines: Sequence[str], is_article: Sequence[bool]) -> int:
    """Find the line that opens the comment section; `len(lines)` when there is none."""
    words = sentences = 0
    for index, line in enumerate(lines):
        if sentences >= _SOME and posts.is_heading(line) and _heads(lines, is_article, index):
            return index
        if words >= _ENOUGH and _opens(lines, is_article, index):
            return index
        if is_article[index]:
            size = len(line.split())
            words += size
            sentences += size if size >= _SOME and is_finished(line) else 0
    return len(lines)


def _heads(lines: Sequence[str], is_article: Sequence[bool], index: int) -> bool:
    """Tell whether a comments heading opens a section here: not a link to one further down."""
    if _is_mostly_read(lines, is_article, index):
        return True
    following = lines[index + 1 : index + 1 + _TOGETHER]
    if any(posts.is_heading(line) and line != lines[index] for line in following):
        return True
    if _words(lines, is_article, 0, index) < _ENOUGH:
        return _posts(lines, index + 1) >= _LEAST_POSTS
    return _is_thread(lines, index)


def _opens(lines: Sequence[str], is_article: Sequence[bool], index: int) -> bool:
    """Tell whether a post or a rule for readers opens the section: its heading was lost."""
    line = lines[index]
    if posts.is_head(line):
        if _posts(lines, index) < _LEAST_POSTS:
            return False
        answered = any(posts.is_answer_link(line) for line in lines[index : index + _REACH])
        return answered or _is_mostly_read(lines, is_article, index)
    if posts.is_rule(line):
        return not is_article[index] or _is_thread(lines, index) or "comment" in line.casefold()[:60]
    return False


def _is_mostly_read(lines: Sequence[str], is_article: Sequence[bool], index: int) -> bool:
    """Tell whether at least half of what was judged article stands above the line."""
    return _words(lines, is_article, 0, index) >= _words(lines, is_article, index, len(lines))


def _posts(lines: Sequence[str], index: int) -> int:
    return sum(posts.is_head(line) for line in lines[index : index + _REACH])


def _words(lines: Sequence[str], is_article: Sequence[bool], first: int, last: int) -> int:
    return sum(len(lines[k].split()) for k in range(first, last) if is_article[k])


def _is_thread(lines: Sequence[str], index: int) -> bool:
    following = lines[index + 1 : index + 1 + _REACH]
    signs = sum(posts.is_sign(line) or posts.is_rule(line) for line in following)
    return signs >= _LEAST_POSTS or _posts(lines, index) > 0


def roles(lines: Sequence[str]) -> list[Role]:
    """Name the lines of a comment section. Rules and form come first; from the first sign of a thread on, comments.

    A section that its heading opens holds comments at once, unless rules follow the heading.
    """
    found: list[Role] = []
    has_rules = any(posts.is_rule(line) for line in lines[:_REACH])
    in_thread = False
    for line in lines:
        is_rule = posts.is_rule(line) or furniture.is_notice(line)
        in_thread = in_thread or posts.is_sign(line) or posts.is_head(line)
        if posts.is_count(line):
            found.append(Role.BOILERPLATE)
            in_thread = True
            continue
        is_prose = len(line.split()) >= _PROSE
        is_comment = not is_rule and (in_thread or (is_prose and not has_rules))
        found.append(Role.COMMENT if is_comment else Role.BOILERPLATE)
    return found
