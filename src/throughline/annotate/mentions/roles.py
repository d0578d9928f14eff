"""Role words beside a name: titles before it, appositions after it.

In: tokens and the tokens of a name. Out: a half-open token range, or None. "NATO secretary-general Anders Fogh
Rasmussen" and "Ivo Daalder, the U.S. Ambassador to NATO," have roles; "Mr. Brown" has a form of address, no role.
"""

from collections.abc import Mapping, Sequence

from throughline.annotate.mentions.names import Kind, Piece, is_capital
from throughline.model import Token
from throughline.tables.agents import Agent, agent

_WHO = Agent.OFFICE | Agent.PERSON
_FAR_LEFT = 9  # tokens a title may take before the name: "the Iranian Revolutionary Guards Quds Force commander"
_FAR_RIGHT = 16  # tokens an apposition may take: "a member of the COR's security and defense committee" has ten
_HEAD_WITHIN = 8  # its head noun comes early
_ARTICLES = frozenset({"a", "an", "the", "one", "another", "its", "his", "her", "their", "our", "my"})
_STOPS = frozenset({",", ".", ";", ":", "--", "(", ")", '"', "-", "!", "?"})
_CLAUSE = frozenset(
    """who which whose that where when while but is was are were has have had said says told will would can could
    may might did does do been being and or""".split()
)


def before(tokens: Sequence[Token], at: Mapping[int, Piece], first: int, floor: int) -> tuple[int, int] | None:
    """Find the title that ends where the name at `first` begins; `at` maps a token to its piece."""
    last = first
    start = first - 1
    if start < floor:
        return None
    piece = at.get(start)
    if piece is not None and piece.kind is Kind.TITLE:
        if all(agent(t.norm) & Agent.HONORIFIC for t in tokens[piece.first : piece.last]):
            last = piece.first
            return before(tokens, at, last, floor)
        return _widen(tokens, at, piece.first, floor), last
    word = tokens[start].norm
    if not is_capital(tokens[start]):
        if agent(word) & _WHO:
            return _widen(tokens, at, start, floor), last
        of = start - 2 >= floor and tokens[start - 1].norm == "of" and word not in _ARTICLES  # "minister of defence"
        if of and agent(tokens[start - 2].norm) & Agent.OFFICE:
            return _widen(tokens, at, start - 2, floor), last
    return None


def _widen(tokens: Sequence[Token], at: Mapping[int, Piece], start: int, floor: int) -> int:
    """Take in the words before a title's head that belong to it: modifiers, bodies, states and demonyms."""
    limit = max(floor, start - _FAR_LEFT)
    while start > limit:
        word = tokens[start - 1]
        piece = at.get(start - 1)
        if piece is not None and piece.first >= limit and piece.kind is not Kind.TITLE:
            start = piece.first
        elif agent(word.norm) & (Agent.MODIFIER | Agent.OFFICE | Agent.BODY) and word.norm not in _ARTICLES:
            start -= 1
        else:
            break
    return start


def after(tokens: Sequence[Token], at: Mapping[int, Piece], last: int, ceiling: int) -> tuple[int, int] | None:
    """Find the apposition after the name that ends at `last`: ", the U.S. Ambassador to NATO,"."""
    if last + 1 >= ceiling or tokens[last].norm != ",":
        return None
    start = last + 1
    if start + 1 < ceiling and tokens[start].norm.isdigit() and tokens[start + 1].norm == ",":  # an age
        start += 2
    if start < ceiling and tokens[start].norm in _ARTICLES:
        start += 1
    head = _head(tokens, at, start, min(ceiling, start + _HEAD_WITHIN))
    if head is None:
        return None
    stop = head
    while stop < min(ceiling, start + _FAR_RIGHT) and tokens[stop].norm not in _STOPS:
        if tokens[stop].norm in _CLAUSE - {"and"}:
            return (start, head)
        stop += 1
    whole = stop < ceiling and tokens[stop].norm in _STOPS and stop < start + _FAR_RIGHT
    return (start, stop) if whole else (start, head)


def _head(tokens: Sequence[Token], at: Mapping[int, Piece], start: int, limit: int) -> int | None:
    """Give the token after the apposition's head noun; None where there is no apposition."""
    index = start
    head = None
    while index < limit:
        word = tokens[index]
        piece = at.get(index)
        if piece is not None and piece.kind is Kind.TITLE:
            head = piece.last
            index = piece.last
            continue
        if piece is not None and head is not None:
            return None  # a titled name of its own: ", President Bush"
        if piece is not None:
            index = piece.last
            continue
        if agent(word.norm) & _WHO:
            head = index + 1
        elif word.norm in _CLAUSE or word.norm in _STOPS or head is not None:
            return head
        index += 1
    return head
