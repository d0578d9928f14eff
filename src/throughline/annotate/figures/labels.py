"""Numbers that count nothing: those of articles, flights and models, ages, years, lengths of time, parts of names.

In: a tree, the place of a bare number, and the tokens that stand in names. Out: whether it is the number of a thing.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from throughline.annotate.figures import hedges
from throughline.annotate.tree import Tree
from throughline.annotate.wordclasses import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from throughline.model import Name
from throughline.tables.units import TIME_UNITS

# Nouns that are told apart by the number after them.
_NUMBERED = frozenset(
    """no. no nos. number numbers page pages section chapter article room channel flight route highway interstate
    phase level act clause line rule part title volume vol. figure fig. type paragraph pp p. resolution version
    model unit block gate platform lot item verse psalm stage round grade category class aged age junction runway
    terminal camp zone district ward apartment apt. suite floor bus boeing airbus protocol directive amendment
    proposition exhibit count series chapter season episode size top group committee battalion brigade""".split()
)
_YEAR_PREPOSITIONS = frozenset("in since by until of during from before after for mid late early the".split())
_SMALL = frozenset("two three four".split())
_DEFINITE = frozenset("the these those its their his her our other last first next past final top both".split())
_OPENING_WORDS = ADVERBS | CONJUNCTIONS | DETERMINERS | PREPOSITIONS | PRONOUNS | SUBORDINATORS | AUXILIARIES
_HOLDING = frozenset({"Product", "Facility", "Organization", "Location", "Misc"})  # "Boeing 737", "Group of 20"
_GLUE = frozenset({"#", "/", ":", "-", "'"})  # before a number they make it a piece of something longer
# How a number hangs on the noun before it, where it is that thing's number: "Article 5", "page 71".
_NUMBERING = frozenset({"nummod", "flat", "nmod:unmarked", "compound", "dep", "appos", "nmod:desc"})
_YEARS, _YEAR_DIGITS, _ROUND = range(1400, 2101), 4, 50


def is_label(tree: Tree, index: int, stop: int, first: int, last: int) -> bool:
    """Tell the number of a thing, an age, a year or a length of time from a count, by the words around it."""
    tokens = tree.tokens
    after = tokens[stop].norm if stop < last else ""
    if after == "-" or after in TIME_UNITS or after[:1] in {"/", "\\"}:
        return True  # "a 45-year-old man", "a 30-page list", "9\\/11"
    digits = tokens[index].norm.isdigit()
    if digits and stop == index + 1 and _is_year(tree, index, first, last):
        return True
    if index == first:
        return stop < last and after in {")", "]"}
    if tokens[index].text[:1].isupper() and tokens[index - 1].norm not in {'"', "(", ":", "--"}:
        return True  # "Four Crosses"
    before = tokens[index - 1]
    if before.norm in _GLUE or (before.norm in _NUMBERED and before.tag not in {"VERB", "ADP"}):
        return True
    if tokens[index].norm in _SMALL and before.norm in _DEFINITE:
        return True  # "the two leaders" points at two that are known, and counts nothing
    own = tokens[stop - 1]
    if own.head == index - 1 and before.tag in {"NOUN", "PROPN"} and own.relation in _NUMBERING:
        return True
    # "Apollo 11 astronauts": digits after a name are part of it.
    is_name = before.text[:1].isupper() and (index - 1 > first or before.norm not in _OPENING_WORDS)
    return digits and is_name and len(tokens[index].norm) < 4 and hedges.before(tokens, index, first)[0] == index


def named(tree: Tree, names: Iterable[Name]) -> dict[int, tuple[int, int]]:
    """Return the token ranges of the names that can hold a number which counts nothing, by each of their tokens."""
    starts = [token.start for token in tree.tokens]
    found: dict[int, tuple[int, int]] = {}
    for name in names:
        if name.kind in _HOLDING:
            first, stop = bisect_left(starts, name.start), bisect_left(starts, name.end)
            found.update(dict.fromkeys(range(first, stop), (first, stop)))
    return found


def is_in_name(names: Mapping[int, tuple[int, int]], index: int) -> bool:
    """Tell a number inside a name; one that opens a name counts: readers take "14 Airbus jets" for one."""
    return index in names and index > names[index][0]


def _is_year(tree: Tree, index: int, first: int, last: int) -> bool:
    """Tell a year from a count: a count of that size is hedged, or round and has its noun right after it."""
    tokens = tree.tokens
    value = int(tokens[index].norm[:_YEAR_DIGITS])
    if value not in _YEARS or len(tokens[index].norm) > _YEAR_DIGITS:
        return False
    if index + 1 >= last or (index > first and tokens[index - 1].norm in _YEAR_PREPOSITIONS):
        return True
    is_hedged = hedges.before(tokens, index, first)[0] != index
    return not is_hedged and (value % _ROUND != 0 or tokens[index + 1].text[:1].isupper())
