"""People whom a page names by an office: "President Barack Obama", "Ivo Daalder, the U.S. Ambassador to NATO".

In: passages. Out: `Named`, each with the terms of office that are meant. A surname alone counts only on a page that
names the state or body too, and only if it is no other holder's of that office.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from throughline.dates.testimony.passages import Passage
from throughline.model import Token
from throughline.tables.names import lookup
from throughline.tables.offices import Term, holders_named, longest_title, offices_named
from throughline.text.fold import fold_name

PAST = frozenset("former ex then late deposed ousted onetime erstwhile".split())
NOT_YET = frozenset("incoming designate elect future designated nominee appointed".split())
_MARKS = PAST | NOT_YET
_RANKS = frozenset(
    "gen general lt lieutenant adm admiral maj major brig brigadier col colonel sir lord dr mr mrs ms".split()
)
# "The prospects of a President Smith".
_HYPOTHETICAL = frozenset(("a", "an", "any", "no", "potential", "possible"))
_DETERMINERS = frozenset("the a an its their his her 's ’s - new current country nation alliance".split())
_LESSER = frozenset("deputy assistant under vice associate shadow junior undersecretary sub principal".split())
_LONGEST_NAME = 5  # words
_NEAR = 3  # tokens before a title among which "former" stands
_APPOSITION = 5  # tokens between a name's comma and its title: ", the new U.S."


@dataclass(frozen=True, slots=True)
class Named:
    """A holder named by an office: the tokens that name him, where the name ends, the terms meant, and "former"."""

    passage: Passage
    first: int
    stop: int
    name: int
    terms: tuple[Term, ...]
    marked: str


def find(passages: Sequence[Passage]) -> Iterator[Named]:
    """Yield the holders that passages name."""
    bodies: frozenset[str] | None = None
    for passage in passages:
        for first, stop, title in _titles(passage.tokens):
            if bodies is None:
                bodies = _bodies(passages)
            named = _after(passage, first, stop, title, bodies) or _before(passage, first, stop, title)
            if named:
                yield named


def _bodies(passages: Sequence[Passage]) -> frozenset[str]:
    """The keys of the states and bodies that a page names by one word."""
    words = {fold_name(t.text) for p in passages for t in p.tokens if t.text[:1].isupper()}
    return frozenset(entity.key for word in words if (entity := lookup(word)))


def _titles(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """Find title words: their place and the words folded; the longest title wins."""
    for index, token in enumerate(tokens):
        longest = _longest(_bare(token))
        for length in range(min(longest, index + 1), 0, -1) if longest else ():
            first = index + 1 - length
            if not tokens[first].text[:1].isalpha():
                continue
            title = fold_name(" ".join(_bare(t) for t in tokens[first : index + 1]))
            if offices_named(title):
                yield first, index + 1, title
                break


def _bare(token: Token) -> str:
    """Take "then-" and "-elect" off a word."""
    if "-" not in token.text:
        return token.text
    return "-".join(part for part in token.text.split("-") if part.lower() not in _MARKS)


def _mark_in(tokens: Sequence[Token]) -> str:
    """Find what is joined to a title: "ex-president", "President-elect"."""
    return next((part for t in tokens if "-" in t.text for part in t.norm.split("-") if part in _MARKS), "")


@lru_cache(maxsize=50_000)  # words recur, and most end no title
def _longest(word: str) -> int:
    """How many words the longest title has that ends in this one; 0 for none."""
    return longest_title(fold_name(word).rpartition(" ")[2])


def _after(passage: Passage, first: int, stop: int, title: str, bodies: frozenset[str]) -> Named | None:
    """Read the name after a title: "NATO Secretary-General Jaap de Hoop Scheffer", "President-elect Barack Obama"."""
    tokens = passage.tokens
    before = [t.norm.rstrip("-") for t in tokens[max(first - _NEAR, 0) : first]]
    if before and before[-1] in _HYPOTHETICAL | _LESSER:
        return None
    marked = _mark_in(tokens[first:stop]) or next((word for word in reversed(before) if word in PAST), "")
    if not marked and before and before[-1] in NOT_YET:
        marked = before[-1]
    start = stop
    while start < len(tokens) and (word := tokens[start].norm.strip("-.")) in _RANKS | _MARKS | {""}:
        marked = marked or (word if word in _MARKS else "")
        start += 1
    for length in range(min(_LONGEST_NAME, len(tokens) - start), 0, -1):
        words = tokens[start : start + length]
        if not words[0].text[:1].isalpha() or words[-1].text.islower():
            continue
        name = fold_name(" ".join(t.text for t in words))
        terms = tuple(t for t in holders_named(name) if t.office in offices_named(title))
        whole = tuple(t for t in terms if name in t.names and " " in name)
        found = whole or tuple(t for t in terms if t.body in bodies)
        if found:
            return Named(passage, first, start + length, start + length, found, marked) if _is_one(found) else None
    return None


def _before(passage: Passage, first: int, stop: int, title: str) -> Named | None:
    """Read the whole name before a title: "Ivo Daalder, the U.S. Ambassador to NATO, said"."""
    tokens = passage.tokens
    comma = next((i for i in range(first - 1, max(first - 2 - _APPOSITION, 1), -1) if tokens[i].text == ","), None)
    ends = stop == len(tokens) or tokens[stop].text in {",", ".", "and", "said", "told", ";", ")"}
    if comma is None or not ends or tokens[first - 1].norm in _LESSER:
        return None
    between = tokens[comma + 1 : first]
    marked = next((word for t in between if (word := t.norm.rstrip("-")) in _MARKS), _mark_in(tokens[first:stop]))
    if any(t.norm not in _DETERMINERS and not t.text[:1].isupper() and t.norm.rstrip("-") != marked for t in between):
        return None
    for length in range(min(_LONGEST_NAME, comma), 1, -1):
        words = tokens[comma - length : comma]
        if not words[0].text[:1].isupper():
            continue
        name = fold_name(" ".join(t.text for t in words))
        whole = tuple(t for t in holders_named(name) if t.office in offices_named(title) and name in t.names)
        if whole and _is_one(whole):
            return Named(passage, comma - length, stop, comma, whole, marked)
    return None


def _is_one(terms: Sequence[Term]) -> bool:
    return len({(t.body, t.person) for t in terms}) == 1
