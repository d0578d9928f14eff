"""What the blocks of a page are called, once it is known which of them are article.

In: a page's blocks in order, the judgement on each, and the titles that its head knows. Out: a role for each. Form
decides first (a caption's credit, a byline, a box's request), then what the elements say, then the page around it: its
title stands once, what a pull quote repeats is said elsewhere, and days and names below belong to other stories.
"""

import re
from collections.abc import Sequence

from throughline.extract import boxes, captions, furniture
from throughline.extract.markup import echoes
from throughline.extract.markup.signals import Signal
from throughline.extract.markup.tree import Leaf
from throughline.model import READABLE, Role


def roles(leaves: Sequence[Leaf], is_article: Sequence[bool], titles: Sequence[str] = ()) -> list[Role]:
    """Name every block of a page."""
    heads = _heads(leaves, is_article, titles)
    named = [
        Role.TITLE if index in heads else _within(leaf) if article else _without(leaf)
        for index, (leaf, article) in enumerate(zip(leaves, is_article, strict=True))
    ]
    _name_lists_of_links(leaves, named)
    _name_pulled(leaves, named)
    _name_end(leaves, named)
    return named


def _heads(leaves: Sequence[Leaf], is_article: Sequence[bool], titles: Sequence[str]) -> set[int]:
    """Find the page's title, each time it stands there: as its head has it, else the first element named as one."""
    prose = (k for k, leaf in enumerate(leaves) if is_article[k] and leaf.text.count(" ") > _MOST_TITLE_WORDS)
    start = next(prose, len(leaves))
    found = {
        index
        for index in echoes.titles([leaf.text for leaf in leaves], titles)
        if leaves[index].links < _LINKED or leaves[index].signals & Signal.HEADING
    }
    above = {leaves[index].text.casefold() for index in found if index < start}
    if above:
        return {index for index in found if index < start or leaves[index].text.casefold() in above}
    first = next((k for k in range(start) if _can_be_title(leaves[k], Signal.TITLE | Signal.HEADING)), None)
    if first is None and not found:
        first = next((k for k, leaf in enumerate(leaves) if _can_be_title(leaf, Signal.TITLE)), None)
    if first is None:
        return found
    return {index for index, leaf in enumerate(leaves) if leaf.text == leaves[first].text}


def _can_be_title(leaf: Leaf, wanted: int) -> bool:
    return leaf.signals & wanted == wanted and leaf.text.count(" ") < _MOST_TITLE_WORDS


def _within(leaf: Leaf) -> Role:
    """Name a block of the article by its form; a long one has none but its element's."""
    text, marks = leaf.text, leaf.signals
    named = _by_form(text, marks) if text.count(" ") < _MOST_FORM_WORDS else None
    if leaf.tag == "figcaption" and named is not Role.BOILERPLATE:
        return Role.CAPTION
    if named:
        return named
    if marks & Signal.QUOTE:
        return Role.QUOTE
    if marks & Signal.HEADING:
        return Role.BODY
    is_row = marks & Signal.TABLE and not marks & Signal.PARAGRAPH and text[-1] not in _ENDS
    return Role.LIST if is_row or marks & Signal.LIST else Role.BODY


def _by_form(text: str, marks: int) -> Role | None:
    """Name a short block of the article that reads like none of its prose."""
    if not marks & Signal.TABLE and captions.is_caption(text):
        return Role.CAPTION
    if marks & Signal.QUOTE:
        return None  # who is quoted, and when, belongs to the quotation
    if furniture.is_byline(text) or boxes.is_credits(text):
        return Role.BYLINE
    if _is_day(text):
        return Role.DATELINE
    if furniture.is_related_heading(text) or furniture.is_link(text.lstrip(_BRACKETS)):
        return Role.RELATED
    is_box = furniture.is_tags(text) or boxes.is_offer(text) or boxes.is_paid_notice(text) or captions.is_owner(text)
    return Role.BOILERPLATE if is_box else None


def _without(leaf: Leaf) -> Role:
    """Name a block that is no article by what its elements say, and by its form."""
    text, marks = leaf.text, leaf.signals
    words = text.count(" ") + 1
    if marks & Signal.FORM or captions.is_owner(text):
        return Role.BOILERPLATE
    if marks & Signal.COMMENT:
        return Role.COMMENT
    if furniture.is_byline(text):
        return Role.BYLINE
    if words <= (_MOST_NAME_WORDS if leaf.links < _LINKED else _MOST_LINKED_WORDS) and text[-1] not in _ENDS:
        if marks & Signal.DAY and _DATED.search(text) and not _DURATION.fullmatch(text):
            return Role.DATELINE
        if marks & Signal.BYLINE and not boxes.is_bio(text):
            return Role.BYLINE
    if leaf.links >= _LINKED and words >= _HEADLINE and not furniture.asks(text):
        return Role.RELATED
    if marks & Signal.CAPTION or captions.is_caption(text):
        return Role.CAPTION
    if marks & Signal.RELATED:
        return Role.RELATED
    return Role.BOILERPLATE


def _is_day(text: str) -> bool:
    """Tell the line of a day or an hour: the article's own, or that of an entry of a running report."""
    if len(text) > _LONGEST_DAY or text[-1] in ".!?":
        return False
    return furniture.is_day(text) or _CLOCK.fullmatch(text) is not None


def _name_lists_of_links(leaves: Sequence[Leaf], named: list[Role]) -> None:
    """Take the links below the heading of a list of other stories with it."""
    is_below = False
    for index, leaf in enumerate(leaves):
        if named[index] is Role.RELATED and leaf.links < _LINKED:
            is_below = furniture.is_related_heading(leaf.text)
        elif is_below and leaf.links >= _LINKED and named[index] in READABLE:
            named[index] = Role.RELATED
        elif named[index] in READABLE:
            is_below = False


def _name_pulled(leaves: Sequence[Leaf], named: list[Role]) -> None:
    """Take what repeats the article's own words out of it, or their findings would count twice."""
    places = [
        index
        for index, role in enumerate(named)
        if role is Role.QUOTE or (role is Role.BODY and not leaves[index].signals & _NO_PROSE)
    ]
    repeats = echoes.pulled([leaves[k].text for k in places], [named[k] is Role.QUOTE for k in places])
    for index, is_repeat in zip(places, repeats, strict=True):
        if is_repeat:
            named[index] = Role.BOILERPLATE


def _name_end(leaves: Sequence[Leaf], named: list[Role]) -> None:
    """Take notes on the author off the article's end, and the days and names of other stories that stand below it."""
    places = [index for index, role in enumerate(named) if role in READABLE]
    for index in places[-_END:]:
        if named[index] is Role.BODY and boxes.is_bio(leaves[index].text):
            named[index] = Role.BOILERPLATE
    last = places[-1] if places else len(named)
    for index in range(last + 1, len(named)):
        beside = {*named[max(last + 1, index - _BESIDE) : index], *named[index + 1 : index + 1 + _BESIDE]}
        if named[index] in _OF_A_STORY and Role.RELATED in beside:
            named[index] = Role.RELATED


_MOST_TITLE_WORDS = 40
_LONGEST_DAY = 120  # characters
_MOST_FORM_WORDS = 60  # words of a caption, a box, a line of links; what is longer is told by its element alone
_MOST_NAME_WORDS = 14  # words of a line that names authors or a day, as its element says, ...
_MOST_LINKED_WORDS = 8  # ... and of a link that does; longer ones are headlines
_LINKED = 0.8  # share of a block's characters from which on all of it is a link
_HEADLINE = 4  # words from which on a link names a story, not a section
_END = 4  # last blocks of an article in which a note on its author stands
_BESIDE = 2  # blocks each way within which a day belongs to the headline of another story
_NO_PROSE = Signal.HEADING | Signal.TABLE
_OF_A_STORY = frozenset({Role.BYLINE, Role.DATELINE})
_ENDS = ".!?…"
_BRACKETS = "[(•*>»›→►▶ "
_DATED = re.compile(r"\d.{0,20}[^\W\d_]|[^\W\d_].{0,20}\d|\d{1,4}\W{1,3}\d")  # a number with a word or another number
_DURATION = re.compile(
    r"[\d ./–-]{1,12} ?(?:min(?:ute[ns]?|s)?\b|sec\w{0,5}|std|stunden?|hours?|hrs?)\.?(?: .{1,20})?", re.IGNORECASE
)
# The line above an entry of a running report: an hour and little else.
_CLOCK = re.compile(
    r"(?:(?:updated?|aktualisiert|posted|stand)(?: at)?:? )?(?:um )?\d{1,2}[:.h]\d\d(?: ?(?:[ap]\.?m\.?|uhr|h))?"
    r"(?: ?\(?[A-Z]{2,4}\)?)?(?: ?[-–|,] .{1,30})?|\d{1,2} ?(?:[ap]\.?m\.?|uhr)(?: [A-Z]{2,4})?|(?:\d{1,2}"
    r"|an?) (?:min(?:ute)?s?|hours?|h|m) ago",
    re.IGNORECASE,
)
