"""What a number counts: the noun phrase that follows it.

In: tokens and the index after a number. Out: a token range, from the first modifier to the head noun (and
"of ..." where the head is only a measure or a group), or None. Without a parse the head is told by its plural.
"""

from collections.abc import Sequence

from throughline.annotate.wordclasses import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    SUBORDINATORS,
    is_adverb,
    is_plural,
)
from throughline.model import Token
from throughline.tables.lexicon import verb_features
from throughline.tables.units import RATES, TIME_UNITS
from throughline.text.numbers import word_value

Range = tuple[int, int]

_LONGEST = 7  # words of a counted phrase; a longer run without a plural is no phrase
_BREAKS = AUXILIARIES | CONJUNCTIONS | PREPOSITIONS | PRONOUNS | STOPS | SUBORDINATORS | {"to", "not", "n't", "ago"}
_ADDRESSES = frozenset("street avenue road lane drive boulevard square st. ave. rd. blvd. court terrace".split())
# Adverbs that may stand between a number and its noun; any other ends the phrase.
_INNER_ADVERBS = frozenset("more further newly heavily seriously severely critically highly mostly mainly".split())
# Words in -s after a plural that are verbs agreeing with nothing before them are rare; these are real nouns.
_NOMINAL_ADJECTIVES = frozenset("dead wounded injured missing homeless unemployed".split())


def read(tokens: Sequence[Token], index: int, last: int) -> Range | None:
    """Read the counted noun phrase that begins at `index`, within `last`."""
    first = _opening(tokens, index, last)
    head = _head(tokens, first, last)
    if (
        head is None
        or any(token.norm in _ADDRESSES for token in tokens[first : head + 1])
        or tokens[head].norm in TIME_UNITS
    ):
        return None
    stop = _conjoined(tokens, head + 1, last)
    return first, _of_phrase(tokens, stop, last)


def _opening(tokens: Sequence[Token], index: int, last: int) -> int:
    """Step over "of", "of the", "of its" between a number and what it is a part of."""
    if index < last and tokens[index].norm == "of":
        index += 1
        while index < last and (tokens[index].norm in DETERMINERS or tokens[index].norm in {"'s", "'"}):
            index += 1
        while index < last and (tokens[index].norm[:1].isdigit() or word_value(tokens[index].norm) is not None):
            index += 1
    elif index < last and tokens[index].norm == "-":
        index += 1
    while index < last and tokens[index].norm in {"more", "other", "further", "additional"}:
        index += 1
    return index


def _head(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Find the plural that ends the noun phrase: "police officers", "Iraqi army and police personnel"."""
    head = None
    for index in range(first, min(last, first + _LONGEST)):
        norm = tokens[index].norm
        if norm in {"'s", "'"}:
            head = None
            continue
        if not (norm[:1].isalpha()) or norm in DETERMINERS:
            break
        if norm in _BREAKS:
            if head is None and norm == "and" and index > first:
                continue
            break
        if norm == "times" or (is_adverb(norm) and norm not in _INNER_ADVERBS and not is_plural(norm)):
            break
        if is_plural(norm) and not (head is not None and norm in _NOMINAL_ADJECTIVES):
            head = index
        elif head is not None and not _goes_on(tokens, head, index, last):
            break
    return head


def _goes_on(tokens: Sequence[Token], head: int, index: int, last: int) -> bool:
    """Tell a plural that is no head yet: part of a name, or a modifier ("10 wildlife management areas")."""
    if tokens[index].text[:1].isupper() and tokens[head].text[:1].isupper():
        return True
    if tokens[head].norm.endswith("s") or tokens[index].norm in verb_features() or index + 1 >= last:
        return False
    following = tokens[index + 1].norm
    return is_plural(following) and following not in verb_features()


def _conjoined(tokens: Sequence[Token], stop: int, last: int) -> int:
    """Take in a second noun under the same number: "bases and facilities"; never a new clause."""
    if stop + 1 >= last or tokens[stop].norm not in {"and", "or"}:
        return stop
    for index in range(stop + 1, min(last, stop + 4)):
        norm = tokens[index].norm
        if norm in _BREAKS or norm in DETERMINERS or not norm[:1].isalpha() or _is_past(norm) or word_value(norm):
            return stop
        if is_plural(norm) and norm not in _PLURAL_NUMBERS:
            after = tokens[index + 1].norm if index + 1 < last else "."
            return index + 1 if after in _BREAKS - AUXILIARIES else stop
    return stop


_PLURAL_NUMBERS = frozenset("dozens scores hundreds thousands millions billions".split())
_GROUPS = frozenset(
    """members barrels gallons tonnes tons litres liters acres hectares cases rounds pieces pounds bottles pairs
    boxes bags loads truckloads types kinds sets rows cubic miles metres meters feet units copies lines heads
    victims residents citizens employees representatives nationals percent bits counts acts""".split()
)


def _of_phrase(tokens: Sequence[Token], stop: int, last: int) -> int:
    """Take in "of oil" after a measure or a group: without it nobody knows what is counted."""
    if stop + 1 >= last or tokens[stop].norm != "of" or tokens[stop - 1].norm not in _GROUPS:
        return stop
    index = stop + 1
    while index < last and tokens[index].norm in DETERMINERS:
        index += 1
    begin = index
    while index < last and index - begin < 4 and tokens[index].norm[:1].isalpha() and tokens[index].norm not in _BREAKS:
        if is_adverb(tokens[index].norm) or tokens[index].norm in DETERMINERS:
            break
        index += 1
    return index if index > begin else stop


def read_measured(tokens: Sequence[Token], number: int, stop: int, last: int) -> Range | None:
    """Read what is measured: from the unit word through "of oil a day"; "percent of voters" gives "voters"."""
    if tokens[number].norm == "of":  # "millions of gallons of oil"
        number += 1
    if stop < last and tokens[stop].norm == "of":
        begin = stop + 1
        while begin < last and tokens[begin].norm in DETERMINERS:
            begin += 1
        end = _run(tokens, begin, last) if not _is_past(tokens[begin].norm) else begin + 1  # "of those surveyed"
        if end == begin:
            return None
        if tokens[number].norm in {"%", "percent", "per", "pct", "percentage"}:
            return begin, end
        if end + 1 < last and tokens[end].norm in {"a", "per"} and tokens[end + 1].norm in RATES:
            end += 2
        return number, end
    if tokens[number].norm == "-":  # "a 200-mile slick"
        end = _run(tokens, stop, last)
        return (stop, end) if end > stop else None
    if tokens[number].norm in _STUFFED and number < stop:
        return number, stop
    return None


def read_priced(tokens: Sequence[Token], stop: int, last: int) -> Range | None:
    """Read what a sum of money is of: "$20bn fund", "$5 million in aid", "£3m of damage"; else None."""
    if stop >= last:
        return None
    if tokens[stop].norm in {"in", "of", "worth"}:
        begin = stop + (2 if tokens[stop].norm == "worth" and stop + 1 < last and tokens[stop + 1].norm == "of" else 1)
        if begin < last and (tokens[begin].norm in DETERMINERS or tokens[begin].text[:1].isupper()):
            return None
    else:
        begin = stop + 1 if tokens[stop].norm == "-" else stop
    end = _run(tokens, begin, last)
    is_noun = end > begin and tokens[begin].text[:1].islower() and "-" not in tokens[begin].norm[:2]
    return (begin, end) if is_noun else None


_STUFFED = frozenset("barrel barrels gallon gallons acre acres hectare hectares tonne tonnes ton tons".split())


def _run(tokens: Sequence[Token], begin: int, last: int) -> int:
    """Return where a run of words that can be one noun phrase ends: no verb, preposition, conjunction or mark."""
    index = begin
    while index < min(last, begin + _LONGEST - 2):
        norm = tokens[index].norm
        if not norm[:1].isalpha() or norm in _BREAKS or norm in DETERMINERS or is_adverb(norm):
            break
        if index > begin and (_is_past(norm) or is_plural(tokens[index - 1].norm)):
            break
        if index > begin and tokens[index].text[:1].isupper() and tokens[index - 1].text[:1].islower():
            break  # "the $40 billion charge BP has taken"
        index += 1
    return index


def _is_past(norm: str) -> bool:
    return norm.endswith("ed") or "D" in verb_features().get(norm, "")
