"""Who held which office when, as a clue to a page's day: "President Barack Obama said".

In: passages. Out: constraints. Whoever a page names by an office has taken it; whoever speaks in an office on it still
holds it. "Former" and "then" before the title, and a title that no table knows, say nothing.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from throughline.dates import days
from throughline.dates.constraint import Constraint, Strength, not_before
from throughline.dates.passages import Passage
from throughline.model import Evidence, Token
from throughline.tables.names import lookup
from throughline.tables.offices import Term, holders_named, longest_title, offices_named
from throughline.text.fold import fold_name

_GONE = frozenset("former ex then late deposed ousted incoming designate elect future onetime".split())
_SPEAKS = frozenset(
    """said says told tells added adds stated announced warned insisted has urged urges called calls asked vowed
    acknowledged denied confirmed declined rejected""".split()
)
_REACH = 4  # tokens between a name and its verb of speech: "Esper, speaking in Cairo, said" is the longest usual
_SLACK = 7  # days: titles are used a little before the oath and after the farewell
_LONGEST_NAME = 5  # words
_SUBJECTLESS = frozenset(". ; : ? !".split())


def constraints(passages: Sequence[Passage], article: str, text: str) -> Iterator[Constraint]:
    """Yield what the holders of offices say of the page's day."""
    bodies: frozenset[str] | None = None
    for passage in passages:
        for first, stop, title in _titles(passage.tokens):
            if bodies is None:
                bodies = _bodies(passages)
            end, terms = _holder(passage.tokens, stop, title, bodies)
            if terms:
                tokens = passage.tokens
                start, last = tokens[first].start, tokens[end - 1].end
                cited = Evidence(article, start, last, text[start:last])
                yield from _bounds(terms, cited, is_speaking=_speaks(passage, end))


def _bodies(passages: Sequence[Passage]) -> frozenset[str]:
    """The keys of the states and bodies that a page names by one word."""
    words = {fold_name(t.text) for p in passages for t in p.tokens if t.text[:1].isupper()}
    return frozenset(entity.key for word in words if (entity := lookup(word)))


def _titles(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """Find title words that a name follows: their place and the words folded; the longest title wins."""
    for index, token in enumerate(tokens[:-1]):
        if not tokens[index + 1].text[:1].isalpha():
            continue
        for length in range(min(_longest(token.text), index + 1), 0, -1):
            first = index + 1 - length
            title = fold_name(" ".join(t.text for t in tokens[first : index + 1]))
            if offices_named(title):
                if not any(t.norm.rstrip("-") in _GONE for t in tokens[max(first - 3, 0) : first]):
                    yield first, index + 1, title
                break


@lru_cache(maxsize=50_000)  # words recur, and most end no title
def _longest(word: str) -> int:
    """How many words the longest title has that ends in this one; 0 for none."""
    return longest_title(fold_name(word).rpartition(" ")[2])


def _holder(tokens: Sequence[Token], first: int, title: str, bodies: frozenset[str]) -> tuple[int, tuple[Term, ...]]:
    """Read the name after a title: where it ends, and the terms that it can mean, all of one state or body.

    A surname alone counts only on a page that names the state or body too.
    """
    offices = offices_named(title)
    for length in range(min(_LONGEST_NAME, len(tokens) - first), 0, -1):
        words = tokens[first : first + length]
        if not words[0].text[:1].isalpha() or words[-1].text.islower():
            continue
        name = fold_name(" ".join(t.text for t in words))
        terms = tuple(t for t in holders_named(name) if t.office in offices)
        whole = tuple(t for t in terms if name in t.names and " " in name)
        found = whole or tuple(t for t in terms if t.body in bodies)
        if found and len({t.body for t in found}) == 1:
            return first + length, found
    return first, ()


def _speaks(passage: Passage, stop: int) -> bool:
    """Tell whether who is named speaks, and not in a sentence about some earlier year."""
    if any(mark.time.when is not None and mark.time.type == "DATE" for mark in passage.marks):
        return False
    for token in passage.tokens[stop : stop + _REACH]:
        if token.norm in _SPEAKS:
            return True
        if token.norm in _SUBJECTLESS:
            return False
    return False


def _bounds(terms: Sequence[Term], cited: Evidence, *, is_speaking: bool) -> Iterator[Constraint]:
    first = min(t.first for t in terms)
    yield Constraint(
        not_before(days.shift_days(first, -_SLACK)),
        Strength.LIKELY,
        f"it names “{cited.words}”, in office since {first.isoformat()}",
        cited,
    )
    if is_speaking:
        windows = tuple((days.shift_days(t.first, -_SLACK), days.shift_days(t.last or date.max, _SLACK)) for t in terms)
        spans = " and ".join(f"{t.first.isoformat()} to {t.last.isoformat() if t.last else 'now'}" for t in terms)
        yield Constraint(windows, Strength.LIKELY, f"“{cited.words}” speaks in it, in office {spans}", cited)
