r"""Text whose markup is lost to blocks with roles.

In: text as it stands. Out: a `Draft` with the same text ("\\n" line ends, NUL left out). A stated cascade: cut into
pieces; judge which pieces are article; end it where readers' comments begin; take captions, links to other stories,
the page's buttons and menus and the site's notices out of it; name what is left by its form and place.
"""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from statistics import median

from throughline.extract import captions, controls, furniture, judge
from throughline.extract.comments import posts, threads
from throughline.extract.draft import Draft
from throughline.extract.markup.tree import TooLargeError
from throughline.extract.masthead import dateline, names, people
from throughline.extract.plaintext import traits, treebank
from throughline.extract.plaintext.paragraphs import Piece, is_finished, is_list_item, pieces
from throughline.model import READABLE, Block, Role

MOST_CHARACTERS = 5_000_000  # a novel has 1 million; nothing longer is one article
MOST_PIECES = 25_000  # nine times the largest of 1,366 real ones; as many take two seconds

_WEIGHTS = "lines"
_SENTENCE = 6  # words from which on a finished line counts as a sentence
_SHORT_ARTICLE = 150  # words: only 9 of the 683 pages of known text that the network was fitted on are shorter
# Log odds that are added to the network's: what F1 on folds peaks at, then more until the article is no longer short
# (F1 +.002 on lines one a node).
_LEANS = (0.5, 1.5, 2.5)
_APART = 2  # lines of something else (a caption, a link) that may stand between two sentences of a short article
_SENTENCE_END = re.compile(r"[.!?][\"”’»)]? ")  # within a line
_BESIDE = 2  # lines within which a notice speaks for a paragraph above it
_DOUBTED = 0.5  # share of the article's usual log odds up to which it does
_WEAK = 1.0  # log odds up to which a last line that is no sentence goes
_FEW_NAMES = 25  # words up to which a paragraph beside a notice is judged by its names


def draft(text: str) -> Draft:
    """Read a plain text. Raises `TooLargeError` beyond the limits."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if len(text) > MOST_CHARACTERS:
        raise TooLargeError(f"{len(text):,} characters of text; at most {MOST_CHARACTERS:,} are read")
    found = pieces(text)
    if len(found) > MOST_PIECES:
        raise TooLargeError(f"more than {MOST_PIECES:,} lines of text")
    if treebank.is_treebank(text):
        found, named = treebank.read(text, found)
    else:
        named = _read(text, found)
    blocks = [Block(role, piece.start, piece.end) for piece, role in zip(found, named, strict=True)]
    return Draft(text, dateline.part(text, blocks))


def given(text: str) -> Draft:
    """Read what a collector gives as an article's text: where nothing in it looks like one, all of it is."""
    found = draft(text)
    if found.is_article or not found.text.strip():
        return found
    blocks = [Block(Role.BODY, piece.start, piece.end) for piece in pieces(found.text)]
    return Draft(found.text, dateline.part(found.text, blocks))


def _read(text: str, found: Sequence[Piece]) -> list[Role]:
    lines = [" ".join(text[piece.start : piece.end].split()) for piece in found]
    odds = judge.odds(_WEIGHTS, traits.rows(lines, [piece.gap for piece in found]))
    menus = {index for index, piece in enumerate(found) if controls.is_menu(text[piece.start : piece.end])}
    return roles(lines, odds, judge.load(_WEIGHTS).change, menus)


def roles(
    lines: Sequence[str], odds: Sequence[float], change: float, menus: AbstractSet[int] = frozenset()
) -> list[Role]:
    """Name each line, given the log odds that it is article, and which lines have a menu's spaces."""
    is_article = _course(lines, odds, change)
    end = threads.opening(lines, is_article)
    found: list[Role] = [
        _within(line) if article and index < end else Role.BOILERPLATE
        for index, (line, article) in enumerate(zip(lines, is_article, strict=True))
    ]
    found[end:] = threads.roles(lines[end:])
    _drop_beside(lines, found, menus, end)
    _drop_tail(lines, found, odds, end)
    _name_head(lines, found, menus)
    _name_rest(lines, found, end)
    return found


def _course(lines: Sequence[str], odds: Sequence[float], change: float) -> list[bool]:
    """Tell which lines are article; where that is little, ask for less, at last for sentences alone."""
    for lean in _LEANS:
        is_article = judge.course([vote + lean for vote in odds], change)
        if sum(line.count(" ") + 1 for line, kept in zip(lines, is_article, strict=True) if kept) >= _SHORT_ARTICLE:
            return is_article
    _grow(lines, is_article)
    return is_article


def _grow(lines: Sequence[str], is_article: list[bool]) -> None:
    """Take every sentence near a short article's into it: the vote was fitted on pages with more to go by."""
    sentences = [_is_sentence(line) for line in lines]
    if not any(is_article):
        is_article[:] = sentences
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        apart = _APART + 1
        for index in order:
            is_article[index] = is_article[index] or (sentences[index] and apart <= _APART)
            apart = 0 if is_article[index] else apart + 1


def _is_sentence(line: str) -> bool:
    return is_finished(line) and len(line.split()) >= _SENTENCE and not furniture.is_notice(line)


def _within(line: str) -> Role:
    """Name a piece that was judged article: body, unless its form says otherwise."""
    if captions.is_caption(line):
        return Role.CAPTION
    if furniture.is_link(line) or furniture.is_related_heading(line):
        return Role.RELATED
    is_label = furniture.is_tags(line) or furniture.is_advert(line) or posts.is_heading(line)
    if is_label or controls.is_control(line) or controls.is_tagged(line):
        return Role.BOILERPLATE
    return Role.LIST if is_list_item(line) else Role.BODY


def _drop_beside(lines: Sequence[str], found: list[Role], menus: AbstractSet[int], end: int) -> None:
    """Take menus and the like off the article above its first sentence and below its last, and notices above it."""
    told = [k for k in range(end) if found[k] in READABLE and _is_sentence(lines[k])]
    if not told:
        return
    for k in (*range(told[0]), *range(told[-1] + 1, end)):
        is_notice = k < told[0] and furniture.is_notice(lines[k])
        if found[k] in READABLE and (k in menus or is_notice or controls.is_beside(lines[k])):
            found[k] = Role.BOILERPLATE


def _drop_tail(lines: Sequence[str], found: list[Role], odds: Sequence[float], end: int) -> None:
    """Take the site's notices and stray links off the end of the article."""
    below = 0  # where a notice stands below
    article = [vote for vote, role in zip(odds, found, strict=True) if role in READABLE]
    doubted = _DOUBTED * median(article) if article else 0.0
    for index in range(end - 1, -1, -1):
        line = lines[index]
        is_notice = furniture.is_notice(line) or posts.is_rule(line) or furniture.source_name(line) is not None
        if is_notice:
            below = index
        if found[index] not in READABLE:
            continue
        is_beside = 0 < below - index <= _BESIDE and odds[index] < doubted
        if is_notice or (is_beside and _is_stranger(line, lines[:index], found)):
            found[index] = Role.BOILERPLATE
        elif not is_finished(line) and odds[index] < _WEAK and not _SENTENCE_END.search(line):
            is_link = found[index] is Role.BODY and _is_title_like(line)
            found[index] = Role.RELATED if is_link else Role.BOILERPLATE
        else:
            break


def _is_stranger(line: str, before: Sequence[str], roles: Sequence[Role]) -> bool:
    """Tell whether a short paragraph names nobody whom the article names."""
    words = line.split()
    names = {
        word.strip(".,;:!?\"'“”‘’()")
        for before_it, word in pairwise(words)
        if word[:1].isupper() and not is_finished(before_it)
    }
    if len(words) > _FEW_NAMES or not names:
        return False
    told = {
        word.strip(".,;:!?\"'“”‘’()")
        for text, role in zip(before, roles, strict=False)
        if role is Role.BODY
        for word in text.split()
    }
    return not names & told


def _is_title_like(line: str) -> bool:
    words = line.split()
    is_short = 4 <= len(words) <= 25 and words[0][:1].isupper()
    return is_short and furniture.asks(line) == 0 and not controls.is_control(line)


def _first_body(lines: Sequence[str], roles: Sequence[Role]) -> int:
    """Find the first body piece that reads as prose."""
    for index, (line, role) in enumerate(zip(lines, roles, strict=True)):
        if role is Role.BODY and (is_finished(line) or len(line.split()) > 25):
            return index
    return len(lines)


def _name_head(lines: Sequence[str], roles: list[Role], menus: AbstractSet[int]) -> None:
    """Name the lines above the article: its title (each time it stands there), byline and day."""
    first = _first_body(lines, roles)
    titles = [k for k in range(first) if k not in menus and _can_be_title(lines[k], roles[k])]
    if titles:
        chosen = lines[_best_title(lines, titles, first)].casefold()
        for k in titles:
            if lines[k].casefold() == chosen:
                roles[k] = Role.TITLE
        for k in range(roles.index(Role.TITLE)):
            if roles[k] is Role.BODY and not _is_sentence(lines[k]):
                roles[k] = Role.BOILERPLATE
    for k in range(first):
        if roles[k] in {Role.BODY, Role.BOILERPLATE}:
            roles[k] = _head_role(lines[k], roles[k])


def _best_title(lines: Sequence[str], titles: Sequence[int], first: int) -> int:
    """Choose a title: said twice before all, then the longest of those nearest to the article."""
    said = Counter(lines[k].casefold() for k in titles)
    return max(
        titles, key=lambda k: (min(said[lines[k].casefold()], 2), min(len(lines[k].split()), 8) - 0.7 * (first - k))
    )


def _can_be_title(line: str, role: Role) -> bool:
    words = line.split()
    return (
        role in {Role.BODY, Role.BOILERPLATE}
        and 2 <= len(words) <= 30
        and line[-1] not in ".,;"
        and not furniture.is_byline(line)
        and not furniture.is_tags(line)
        and not furniture.is_day(line)
        and not furniture.is_stamp(line)
        and not names.is_outlet(line)
        and furniture.asks(line) == 0
        and not furniture.is_menu(line)
        and not controls.is_control(line)
        and not controls.is_beside(line)
    )


def _head_role(line: str, role: Role) -> Role:
    if furniture.is_byline(line) or (role is Role.BODY and people.is_full_name(line)):
        return Role.BYLINE
    if furniture.is_day(line) or furniture.is_stamp(line):
        return Role.DATELINE
    return Role.BOILERPLATE if names.is_outlet(line) else role


def _name_rest(lines: Sequence[str], roles: list[Role], end: int) -> None:
    """Name links to other stories and credits among the furniture."""
    after = max((k for k, role in enumerate(roles) if role is Role.BODY), default=-1)
    for k in range(end):
        if roles[k] is Role.BOILERPLATE:
            if captions.is_caption(lines[k]):
                roles[k] = Role.CAPTION
            elif furniture.is_link(lines[k]) or (k > after and _is_title_like(lines[k]) and not is_finished(lines[k])):
                roles[k] = Role.RELATED
