"""Quoted passages: where a quotation opens and closes, whatever the marks.

In: a text and its parse. Out: `Quotation`s in text order, never overlapping. Straight,
typographic and Penn Treebank marks open and close by their shape, or by the space around them where the shape is
silent; a closing mark of the other kind closes too, since captures mix them. Single marks count only when they
plainly quote. A passage over several paragraphs, each opened anew and only the last closed, is one per paragraph,
`goes_on` set on all but the last; one that is opened once and closed blocks later is one passage.
"""

from collections.abc import Iterator
from typing import NamedTuple

from throughline.model import Parse, Sentence, Token

_OPEN, _CLOSE, _EITHER = "open", "close", "either"
_SHAPES = {"“": _OPEN, "``": _OPEN, "«": _OPEN, "„": _OPEN, "”": _CLOSE, "»": _CLOSE}
_CARRIED = 8  # blocks that a quotation may run on for without a mark, where its mark tells that it opens
_SINGLE_OPEN = frozenset({"‘", "`"})
_BEFORE_OPENING = frozenset("([{—–-/")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-…*")


class Quotation(NamedTuple):
    """Token positions: `first` and `last` are the marks themselves (`last` is one past the end where none closes).

    The words quoted are tokens `first + 1` up to, not including, `last`.
    """

    first: int
    last: int
    closed: bool = True
    goes_on: bool = False
    single: bool = False

    @property
    def after(self) -> int:
        """The first token after the passage and its mark."""
        return self.last + 1 if self.closed else self.last


def find(text: str, parse: Parse) -> tuple[Quotation, ...]:
    """Find the quoted passages of an article."""
    treebank = any(token.text == "``" for token in parse.tokens)
    found: list[Quotation] = []
    carried = 0
    for first, last in _blocks(parse.sentences):
        start = first
        if 0 < carried <= _CARRIED:
            mark = next((i for i in range(first, last) if parse.tokens[i].norm == '"'), None)
            if mark is None:
                carried += 1
                continue
            if _shape(text, parse.tokens[mark], treebank=treebank) == _CLOSE:
                found[-1] = Quotation(found[-1].first, mark)
                start = mark + 1
        own = list(_double(text, parse.tokens, (start, last), treebank=treebank))
        if own and found and not found[-1].closed and _opens_block(own[0], first):
            found[-1] = found[-1]._replace(goes_on=True)
        found.extend(own)
        carried = int(bool(own) and not own[-1].closed and parse.tokens[own[-1].first].text in _SHAPES)
        if len(own) == 0 or own[-1].closed:
            found.extend(_single(text, parse.tokens, start, last, own))
    return tuple(sorted(_believable(found, parse)))


def _blocks(sentences: tuple[Sentence, ...]) -> Iterator[tuple[int, int]]:
    """Yield the token range of each block."""
    start = 0
    while start < len(sentences):
        stop = start
        while stop < len(sentences) and sentences[stop].block == sentences[start].block:
            stop += 1
        yield sentences[start].first, sentences[stop - 1].last
        start = stop


def _opens_block(quotation: Quotation, first: int) -> bool:
    return quotation.first == first


def _double(text: str, tokens: tuple[Token, ...], span: tuple[int, int], *, treebank: bool) -> Iterator[Quotation]:
    """Yield the passages in double marks of one block."""
    opened: int | None = None
    first, last = span
    for index in range(first, last):
        token = tokens[index]
        if token.norm != '"':
            continue
        shape = _shape(text, token, treebank=treebank)
        if opened is None:
            if shape != _CLOSE:
                opened = index
        elif shape != _OPEN:
            if index > opened + 1:
                yield Quotation(opened, index)
            opened = None
        elif _starts_line(text, token):
            yield Quotation(opened, index, closed=False, goes_on=True)
            opened = index
    if opened is not None and opened + 1 < last:
        yield Quotation(opened, last, closed=False)


def _shape(text: str, token: Token, *, treebank: bool) -> str:
    """Tell an opening from a closing mark; two single ones close in Treebank text, elsewhere they tell nothing."""
    return _SHAPES.get(token.text) or (_CLOSE if treebank and token.text == "''" else _by_space(text, token))


def _by_space(text: str, token: Token) -> str:
    """Judge a straight mark: no space inside a quotation's ends; spaces on both sides say nothing."""
    before = text[token.start - 1 : token.start]
    after = text[token.end : token.end + 1]
    opens = not before.strip() or before in _BEFORE_OPENING
    closes = not after.strip() or after in _AFTER_CLOSING
    if opens == closes:
        return _EITHER
    return _OPEN if opens else _CLOSE


def _starts_line(text: str, token: Token) -> bool:
    return text[max(0, token.start - 2) : token.start].endswith("\n")


def _single(text: str, tokens: tuple[Token, ...], first: int, last: int, own: list[Quotation]) -> Iterator[Quotation]:
    """Yield passages in typographic or backtick single marks that close, outside the double ones."""
    inside = {i for q in own for i in range(q.first, q.after)}
    opened: int | None = None
    for index in range(first, last):
        token = tokens[index]
        if index in inside:
            opened = None  # single marks around double ones: the double ones stand
            continue
        if token.text in _SINGLE_OPEN:
            opened = index
        elif opened is not None and token.text in {"’", "'"} and _by_space(text, token) == _CLOSE:
            if index > opened + 1:
                yield Quotation(opened, index, single=True)
            opened = None


def _believable(found: list[Quotation], parse: Parse) -> Iterator[Quotation]:
    """Drop a passage that never closes and does not go on: a stray mark says nothing about who spoke."""
    going = False
    for quotation in found:
        if quotation.closed or quotation.goes_on or going:
            yield quotation
        else:
            stop = next((s.last for s in parse.sentences if s.first <= quotation.first < s.last), quotation.last)
            yield quotation._replace(last=min(stop, quotation.last))
        going = quotation.goes_on
