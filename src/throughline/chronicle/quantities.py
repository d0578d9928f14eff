"""What a figure counts, folded so that figures of one quantity meet and figures of others don't.

In: the counted words, the event that they take part in, and the sentence around the figure. Out: a `Quantity`: head
noun with what tells it apart, whose they are, and what became of them. "5,000 soldiers", "5,000 Iraqi soldiers",
"air sorties" and "31 soldiers killed" are four quantities; "14 killed", "14 people killed", "a death toll of 14" one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from throughline.tables.fates import fates, flows
from throughline.tables.names import state_of
from throughline.tables.units import MONEY, RATES, UNITS
from throughline.text.fold import fold_name, squeeze

_CUT = re.compile(
    r"\b(?:of|in|at|from|to|who|that|which|with|for|on|by|and|or|as|under|over|into|among|across)\b|[,;(]"
)
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_OWNER = re.compile(r"([A-Z][\w.]*)\s?['’]s?\s+(?:\w+\s+){0,2}$")  # "Iraq's (more than) " right before a figure
# The same in another unit, in brackets or commas: "(210,000 gallons)", ", or 210,000 gallons,"; or what is left of it.
_BRACKET = r"[^(),]{0,60}?(?:-RRB-|[)])|(?:-LRB-|[(])[^()]{0,60}?(?:-RRB-|[)])|\s*, or [\d., ]{1,16}\w+\s*,|\s*,"
_RATE = re.compile(
    rf"\s*(?:{_BRACKET})?\s*(?:of (?!the |its )[a-z]+(?: (?!on |in |for |at |by )[a-z]+)?)?\s*(?:{_BRACKET})?\s*"
    r"(?:(?:a|an|per|each|every) (day|hour|minute|second|week|month|year)|(daily|weekly|monthly|yearly|annually))\b"
)
_KIND = re.compile(
    r"\S{1,12}?(?:-| ?)(?:inch|mm|millimetre|millimeter|calibre|caliber|gauge)\b(?! of)|\S+-(?:foot|ft)\b",
    re.IGNORECASE,
)
_BEFORE, _AFTER = 45, 30  # code points around a figure in which a word still says what became of the counted
# Nouns that only say that what the word before names is people or things: "police officers", "military personnel".
_LIGHT = frozenset(
    """officer personnel member staff people person man men woman women worker employee unit force official
    individual""".split()
)
_PEOPLE = frozenset("people person persons victim victims casualty casualties others toll life lives".split())
# Nouns that only measure, and count what "of" hangs on them: "the number of dead", "members of parliament".
_MEASURES = frozenset("number total tally count toll amount estimate figure share proportion percentage level".split())
_PARTS = frozenset("member case kind type piece round group batch victim act pair set sort family score".split())
# Adjectives that tell nothing of what is counted, or only how the writer sees it.
_IDLE = frozenset(
    """more other new further additional extra fewer total whole entire first last next same own several many few most
    such certain various different innocent young old brave angry heavily well newly mainly mostly fresh recent
    estimated reported""".split()
)
# Nouns that name nothing by themselves: "two men", "eight states", "three things" are as many matters as sentences.
_ANYTHING = frozenset(
    """man men woman women boy girl child children adult kid guy fellow person someone thing something element item
    object state country nation place spot location site area region province city town village side part piece
    point step way reason factor option choice example issue matter question problem case time occasion instance
    day night week month year hour minute other one pair couple group type kind sort form set series number
    level stage phase rule word name line list page answer idea thought view""".split()
)
TOLLS = frozenset({"killed", "injured", "detained", "missing", "displaced", "evacuated", "rescued", "infected"})  # grow


class Quantity(NamedTuple):
    """What is counted: the folded head noun, the unit, whose they are ("" where nobody's), what became of them.

    `kind` is the other words that tell it apart, folded, in order: "strike" of "strike sorties".
    """

    head: str
    unit: str
    whose: str
    fate: str
    kind: str = ""


def quantity(of: str | None, unit: str, sentence: str, start: int, end: int, deed: str | None = None) -> Quantity:
    """The quantity of a figure that stands at `sentence[start:end]`; `deed` is the event's word, where it has one."""
    words = _counted(of, unit)
    names = [word for word in words[:-1] if word[:1].isupper()] or _OWNER.findall(sentence[:start][-_BEFORE:])
    plain = _plain(words)
    told = [*plain, *_told(of)]
    while len(plain) > 1 and (plain[-1] in _LIGHT or plain[-1] in fates()):
        plain.pop()
    head = plain[-1] if plain else ""
    is_stuff = unit != "" and unit.partition("/")[0] not in MONEY | {"percent"}
    table = flows() if is_stuff else fates()
    fate = next((table[word] for word in told if word in table), None)
    if fate is None:
        fate = _fate(table, sentence, start, end) if deed is None else table.get(deed.casefold(), "")
    if head in _PEOPLE or head in fates():
        head = "person"
    kind = "" if is_stuff else " ".join(word for word in plain[:-1] if word not in _IDLE and word not in fates())
    return Quantity(
        head, rated(unit, sentence, end) if is_stuff else unit, " ".join(_owner(name) for name in names), fate, kind
    )


def kind(of: str | None) -> frozenset[str]:
    """The words of the counted that are no names: figures of two kinds ("air sorties", "strike sorties") may differ."""
    return frozenset(_plain(_counted(of, "")))


def _owner(name: str) -> str:
    """A state by its key, so that "US", "U.S." and "American" are one; any other name folded."""
    folded = fold_name(name)
    return state_of(folded) or folded


def _told(of: str | None) -> list[str]:
    """All words of the counted, folded: "number of people killed"."""
    return [word.casefold() for word in _WORD.findall(of)] if of else []


def _counted(of: str | None, unit: str) -> list[str]:
    """The words of the counted up to what is only said about it; of a measure or a part, what it is of."""
    if not of:
        return []
    before, *rest = _CUT.split(of, maxsplit=1)
    words = _WORD.findall(before)
    last = _singular(words[-1].casefold()) if words else ""
    is_unit = bool(unit) and (last in UNITS or (words and words[-1].casefold() in UNITS))
    if not rest or not (is_unit or last in _MEASURES or last in _PARTS):
        return ([] if is_unit or _is_rate(words, unit) else words) or ([] if unit else _WORD.findall(of))
    inner = [word for word in _WORD.findall(_CUT.split(rest[0], maxsplit=1)[0]) if word.casefold() not in _ARTICLES]
    if is_unit and len(inner) > 2 and inner[-2].casefold() in {"a", "per"}:
        inner = inner[:-2]
    if last in _PARTS and not is_unit:
        inner = [*inner[:-1], *words[:-1], *inner[-1:]] if inner else words
    return inner or words


_ARTICLES = frozenset({"the", "its", "their", "his", "her", "our", "those", "these"})


def _is_rate(words: Sequence[str], unit: str) -> bool:
    """Tell a unit with its rate and nothing else: "barrels a day"."""
    folded = [word.casefold() for word in words]
    return bool(unit) and all(word in UNITS or word in RATES or word in {"a", "per", "an"} for word in folded)


def _plain(words: Sequence[str]) -> list[str]:
    """The words that are no names, in the singular; the last one where all are."""
    return [_singular(word.casefold()) for word in words if not word[:1].isupper()] or [
        _singular(word.casefold()) for word in words[-1:]
    ]


def label(what: Quantity, of: Iterable[str | None]) -> str:
    """The quantity as people read it: the commonest of the counted words, and what became of them."""
    counts = Counter(squeeze(words) for words in of if words)
    words = max(counts, key=lambda w: (counts[w], -len(w), w)) if counts else what.unit
    is_told = any(fates().get(word) == what.fate for word in _told(words))
    return f"{words} {what.fate}" if what.fate and not is_told else words


def _fate(table: Mapping[str, str], sentence: str, start: int, end: int) -> str:
    """The nearest word around a figure that says what became of the counted; after it before before it."""
    after = [word for word in _told(sentence[end : end + _AFTER]) if word in table]
    before = [word for word in _told(sentence[max(0, start - _BEFORE) : start]) if word in table]
    nearest = after[:1] or before[-1:]
    return table[nearest[0]] if nearest else ""


def rated(unit: str, sentence: str, end: int) -> str:
    """The unit with the rate that follows, over brackets: "5,000 barrels (210,000 gallons) of oil a day"."""
    if "/" in unit:
        return unit
    found = _RATE.match(sentence, end)
    every = RATES.get((found[1] or found[2]).casefold()) if found else None
    return f"{unit}/{every}" if every else unit


def is_kind(words: str) -> bool:
    """Tell a size that names a kind of thing: "seven-inch vinyl", "9mm pistol", "12-foot yacht"."""
    return _KIND.match(words) is not None


def is_counted(what: Quantity) -> bool:
    """Whether anything is told of the counted: not of "people", of "two men", nor of "barrels"."""
    if what.head == "person" or what.head in _ANYTHING:
        return bool(what.fate or what.whose or what.kind)
    return bool((what.head and what.head not in UNITS) or what.fate or "/" in what.unit)


def _singular(noun: str) -> str:
    """A noun without its plural ending, near enough to compare."""
    noun = noun.rstrip(".")
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3 else noun
