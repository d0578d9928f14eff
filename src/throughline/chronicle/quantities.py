"""What a figure counts, folded so that figures of one quantity meet.

In: the counted words and the sentence around the figure. Out: a `Quantity`: head noun, whose they are, and what became
of them. "5,000 soldiers", "more than 5,000 Iraqi soldiers" and "31 soldiers killed" are three quantities.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from throughline.text.fold import fold_name, squeeze

_CUT = re.compile(
    r"\b(?:of|in|at|from|to|who|that|which|with|for|on|by|and|or|as|under|over|into|among|across)\b|[,;(]"
)
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_BEFORE, _AFTER = 45, 30  # code points around a figure in which a word still says what became of the counted
# Nouns that only say that what the word before names is people or things: "police officers", "military personnel".
_LIGHT = frozenset(
    """officer personnel member staff people person man men woman women worker employee unit force official
    individual""".split()
)
# What became of the counted, by the stem of the word that says so. Field knowledge: what news counts by.
_FATES = {
    "kill": "killed", "dead": "killed", "death": "killed", "died": "killed", "dies": "killed", "slain": "killed",
    "wound": "injured", "injur": "injured", "hurt": "injured", "arrest": "detained", "detain": "detained",
    "missing": "missing", "train": "trained", "instruct": "trained", "evacuat": "evacuated", "displac": "displaced",
    "fled": "displaced", "rescu": "rescued", "captur": "captured", "deploy": "deployed", "withdrew": "withdrawn",
    "withdrawn": "withdrawn",
    "remain": "remaining", "infect": "infected", "hospital": "hospitalised",
}  # fmt: skip
TOLLS = frozenset({"killed", "injured", "detained", "missing", "displaced", "evacuated", "rescued", "infected"})  # grow
_FATE = re.compile(r"\b(" + "|".join(sorted(_FATES, key=len, reverse=True)) + r")", re.IGNORECASE)


class Quantity(NamedTuple):
    """What is counted: the folded head noun, the unit, whose they are ("" where nobody's), what became of them."""

    head: str
    unit: str
    whose: str
    fate: str


def quantity(of: str | None, unit: str, sentence: str, start: int, end: int) -> Quantity:
    """The quantity of a figure that stands at `sentence[start:end]`."""
    words = _counted(of)
    whose = " ".join(fold_name(word) for word in words[:-1] if word[:1].isupper())
    plain = _plain(words)
    while len(plain) > 1 and plain[-1] in _LIGHT:
        plain.pop()
    return Quantity(plain[-1] if plain else "", unit, whose, _fate(sentence, start, end))


def kind(of: str | None) -> frozenset[str]:
    """The words of the counted that are no names: figures of two kinds ("air sorties", "strike sorties") may differ."""
    return frozenset(_plain(_counted(of)))


def _counted(of: str | None) -> list[str]:
    """The words of the counted up to what is only said about it."""
    return (_WORD.findall(_CUT.split(of, maxsplit=1)[0]) or _WORD.findall(of)) if of else []


def _plain(words: Sequence[str]) -> list[str]:
    """The words that are no names, in the singular; the last one where all are."""
    return [_singular(word.casefold()) for word in words if not word[:1].isupper()] or [
        _singular(word.casefold()) for word in words[-1:]
    ]


def label(what: Quantity, of: Iterable[str | None]) -> str:
    """The quantity as people read it: the commonest of the counted words, and what became of them."""
    counts = Counter(squeeze(words) for words in of if words)
    words = max(counts, key=lambda w: (counts[w], -len(w), w)) if counts else what.unit
    return f"{words} {what.fate}" if what.fate and what.fate not in words else words


def _fate(sentence: str, start: int, end: int) -> str:
    """The nearest word around a figure that says what became of the counted; after it before before it."""
    after = _FATE.search(sentence, end, min(len(sentence), end + _AFTER))
    if after:
        return _FATES[after[1].casefold()]
    before = _FATE.findall(sentence, max(0, start - _BEFORE), start)
    return _FATES[before[-1].casefold()] if before else ""


def _singular(noun: str) -> str:
    """A noun without its plural ending, near enough to compare."""
    noun = noun.rstrip(".")
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3 else noun
