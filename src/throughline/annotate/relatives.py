"""Relative clauses: "the mission, which began in 2004, trained ...".

In: a sentence's tokens and verb groups. Out: token ranges. What stands in such a clause (a day, above all) belongs to
the verb there and to no other.
"""

from collections.abc import Sequence

from throughline.annotate.verbgroups import VerbGroup
from throughline.annotate.wordclasses import CONJUNCTIONS, PREPOSITIONS, STOPS, SUBORDINATORS, is_adverb
from throughline.model import Token
from throughline.tables.complements import complements
from throughline.tables.lexicon import verb_features

Range = tuple[int, int]

_PRONOUNS = frozenset("who which whose whom".split())
_ENDS = frozenset({";", ":", "--", '"', "(", ")"})


def find(tokens: Sequence[Token], first: int, last: int, groups: Sequence[VerbGroup]) -> tuple[Range, ...]:
    """Find the relative clauses of `tokens[first:last]`, in order; one may lie within another."""
    found = []
    for index in range(first + 1, last):
        norm = tokens[index].norm
        if norm in _PRONOUNS or (norm == "that" and _is_relative(tokens, index, groups)):
            after = [group for group in groups if group.main > index and group.is_finite]
            if after and not _asks(tokens, index):
                found.append((index, _stop(tokens, index, last, after)))
    return tuple(found)


def innermost(ranges: Sequence[Range], index: int) -> Range | None:
    """Return the smallest clause that holds a token."""
    return max((each for each in ranges if each[0] <= index < each[1]), default=None)


def _is_relative(tokens: Sequence[Token], index: int, groups: Sequence[VerbGroup]) -> bool:
    """Tell "the barracks that will house them" from "said that": a noun before it, its verb right after."""
    before = tokens[index - 1].norm
    is_noun = before[:1].isalpha() and not is_adverb(before) and before not in PREPOSITIONS
    if not is_noun or before in complements("that") or "D" in verb_features().get(before, ""):
        return False
    if any(group.first == index + 1 and group.is_finite for group in groups):
        return True
    return not any(group.main < index for group in groups)  # "The barracks that they promised": no verb takes it


def _asks(tokens: Sequence[Token], index: int) -> bool:
    """Tell "asked who had fired": the clause of a question."""
    return bool({"D", "G"} & set(verb_features().get(tokens[index - 1].norm, "")))


def _stop(tokens: Sequence[Token], index: int, last: int, after: Sequence[VerbGroup]) -> int:
    """Return where the clause ends: at the comma that answers its own, or before the main clause goes on."""
    lead = index - 1 if tokens[index - 1].norm not in PREPOSITIONS else index - 2
    has_comma = lead >= 0 and tokens[lead].norm in STOPS
    second = after[1] if len(after) > 1 else None
    for place in range(after[0].main + 1, last):
        norm = tokens[place].norm
        if norm in _ENDS or (norm == "," and (has_comma or second is not None)):
            return place
        if second is not None and place == second.first and not has_comma:
            opened = {token.norm for token in tokens[after[0].main + 1 : place]}
            if opened.isdisjoint(SUBORDINATORS | CONJUNCTIONS):
                return place
    return last
