"""What the words just before an expression do to it: "the end of 2011", "early May", "more than two years".

In: the tokens and letters of a sentence, and where an expression begins. Out: where it begins with the words that
belong to it, and its meaning with them: the part of the span, TIMEX3's `mod`, or an open interval. Signals ("by",
"until", "since") stay outside the expression.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from throughline.dates import days
from throughline.dates.phrases.reading import DAY_PARTS, Meaning
from throughline.model import Grain, Token, When

_PARTS = re.compile(r"(?:t?(?P<noun>N)f|t?(?P<adjective>e)I?|t?(?P<part>P)f)$")
_REACH = 3  # tokens: no edge is longer

# Signals by their letter: which way they make a sentence look when a date has no year (certain: 2), 0: tense decides.
SIGNALS = {"B": 1, "u": 0, "s": -2, "b": 0, "A": 0, "F": 0}
_START = frozenset("beginning start early".split())
_END = frozenset("end close late".split())
_MODS = {**dict.fromkeys(_START, "START"), **dict.fromkeys(_END, "END")}  # all others: MID

# Words that say how exact a length is, by their folded words, with TIMEX3's mod. The longest that fits counts.
_MEASURES = {
    tuple(words.split()): mod
    for mod, group in (
        ("APPROX", "about,around,approximately,roughly,some"),
        ("LESS_THAN", "nearly,almost,less than,fewer than,under"),
        ("MORE_THAN", "more than,over,upwards of"),
        ("EQUAL_OR_MORE", "at least,no less than,no fewer than,not less than"),
        ("EQUAL_OR_LESS", "at most,up to,no more than,not more than"),
    )
    for words in group.split(",")
}
_AGO = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER"}  # "more than a year ago" is before that
_COUNTED = frozenset("ndavhCJ")  # letters that a length begins with: "over two years", but "over the years"
_ROUGH = frozenset("Yc")  # letters of dates that may be "about": "about 1910"


@dataclass(frozen=True, slots=True)
class Edge:
    """Words before an expression: the first of them, and what each kind says, as far as it stands there."""

    first: int
    word: str = ""
    day_part: str = ""
    mod: str = ""


def before(tokens: Sequence[Token], letters: str, index: int, floor: int) -> Edge:
    """Find the words that belong to an expression which begins at `index`, at `floor` or later."""
    floor = max(index - _REACH, floor)
    found = _PARTS.search(letters, floor, index)
    if found and found["part"]:
        return Edge(found.start(), day_part=tokens[found.start("part")].norm)
    if found:
        return Edge(found.start(), word=tokens[found.start("noun" if found["noun"] else "adjective")].norm)
    if letters[index] in _COUNTED or letters[index] in _ROUGH:
        for first in range(floor, index):
            mod = _MEASURES.get(tuple(token.norm for token in tokens[first:index]))
            if mod and (letters[index] in _COUNTED or mod == "APPROX"):
                return Edge(first, mod=mod)
    return Edge(index)


def widen(edge: Edge, meaning: Meaning) -> Meaning | None:
    """Say what an expression means with the words before it; None where they are not of it."""
    when = meaning.when
    if edge.day_part:
        code = DAY_PARTS.get(edge.day_part)
        is_day = meaning.type == "DATE" and when is not None and when.is_day
        return replace(meaning, type="TIME", value=f"{meaning.value}T{code}") if code and is_day else None
    if edge.word:
        if meaning.type not in {"DATE", "TIME"}:
            return None
        mod = _MODS.get(edge.word, "MID")
        return replace(meaning, when=part(when, edge.word) if when else None, mod=mod)
    if meaning.type == "DURATION":
        return replace(meaning, mod=edge.mod)
    if meaning.type == "DATE":
        rough = replace(when, approximate=True) if when else None
        return replace(meaning, when=rough, mod=_AGO.get(edge.mod, edge.mod))
    return None


def part(when: When, word: str) -> When:
    """Return the part of a span that "end", "early" or "middle" names: a last or first twelfth, or third.

    A noun names the very edge ("the end of 2011": December), an adjective a third ("late 2011": September on).
    """
    if when.first is None or when.last is None or when.is_day:
        return when
    length = (when.last - when.first).days + 1
    size = max(length // (12 if word in {"end", "beginning", "start", "close"} else 3), 1)
    if when.grain is Grain.MONTH:
        size = 10
    if when.grain is Grain.WEEK:
        size = 3
    if word in _START:
        first, last = when.first, days.shift_days(when.first, size)
    elif word in _END:
        first, last = days.shift_days(when.last, -size), when.last
    else:
        first, last = days.shift_days(when.first, length // 3), days.shift_days(when.last, -(length // 3))
    return replace(when, first=first, last=last, grain=Grain.INTERVAL, approximate=True)


def bound(when: When, letter: str) -> When:
    """Open an interval by its signal: "by", "until" and "before" leave no first day, "since" and "after" no last.

    A day that "until" or "by" names is still inside; "before" and "after" leave out what they name.
    """
    grain = when.grain if when.grain in {Grain.YEAR, Grain.MONTH} else Grain.DAY
    if letter in "Bu":
        return replace(when, first=None, grain=grain, approximate=False)
    if letter in "sF":
        return replace(when, last=None, grain=grain, approximate=False)
    if letter == "b":
        return replace(when, first=None, last=_next(when.first, -1), grain=grain, approximate=False)
    return replace(when, first=_next(when.last, 1), last=None, grain=grain, approximate=False)


def _next(value: date | None, step: int) -> date | None:
    return days.shift_days(value, step) if value else None
