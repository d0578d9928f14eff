"""ROUGE-n counts as timeline summarisation scores them: stop words out, words stemmed, counts clipped.

In: sentences. Out: counters of n-grams, and how many two of them share. Follows ROUGE-1.5.5 (Lin 2004) with stemming
and without stop words: everything but ASCII letters and digits parts words; a word of four letters or more goes to
the base of an irregular form, else to its Porter stem (Porter 1980); the sentences of a day are one text. The words
left out and the irregular forms are our own lists. Beside the usual ones they change a task's score by at most .0025
(ar1) and .0023 (ar2), over the ten tasks of Timeline17 scored both ways; dates do not depend on them.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from benchmarks.function_words import WORDS as STOP
from throughline.tables.verbs import irregular

Grams = Counter[tuple[str, ...]]

# Irregular plurals and degrees of comparison that news uses; irregular verbs come from the package's own table.
_OTHER_FORMS = {
    "children": "child", "feet": "foot", "teeth": "tooth", "mice": "mouse", "men": "man", "women": "woman",
    "lives": "life", "wives": "wife", "knives": "knife", "leaves": "leaf", "thieves": "thief", "halves": "half",
    "crises": "crisis", "analyses": "analysis", "bases": "base", "criteria": "criterion", "media": "medium",
    "data": "datum", "bigger": "big", "biggest": "big", "hotter": "hot", "hottest": "hot", "worse": "bad",
    "worst": "bad", "stronger": "strong", "strongest": "strong", "younger": "young", "youngest": "young",
    "longer": "long", "longest": "long", "larger": "large", "largest": "large", "higher": "high", "highest": "high",
    "lower": "low", "lowest": "low", "greater": "great", "greatest": "great",
}  # fmt: skip
_DEGREE = re.compile("(ier|iest|ied)$")  # "heavier", "deadliest", "carried"
_STEMMED = 4  # letters from which a word is reduced; shorter ones are counted as they stand
_WORD = re.compile(r"[a-z0-9]+")


@cache
def base(word: str) -> str:
    """The form a word is counted under: as it stands up to three letters, else an irregular base or a stem."""
    if len(word) < _STEMMED:
        return word
    irregular_base = _OTHER_FORMS.get(word) or _verbs().get(word)
    if irregular_base:
        return irregular_base
    return _DEGREE.sub("y", word) if len(word) > _STEMMED and _DEGREE.search(word) else stem(word)


@cache
def _verbs() -> dict[str, str]:
    """Base forms of irregular verbs, by their past forms."""
    return {form: verb for verb, pasts in irregular().items() for forms in pasts for form in forms if form != verb}


def words(text: str) -> list[str]:
    """Content words of a text, as they are counted."""
    folded = "".join(c.lower() if c.isascii() else " " for c in text)
    return [base(word) for word in _WORD.findall(folded) if word not in STOP]


def grams(sentences: Iterable[str], size: int) -> Grams:
    """Count runs of `size` content words in the sentences, taken as one text."""
    found = words(" ".join(sentences))
    return Counter(tuple(found[i : i + size]) for i in range(len(found) - size + 1))


def shared(left: Grams, right: Grams) -> int:
    """How many n-grams the two have in common, each counted as often as in both."""
    return sum(min(count, right[gram]) for gram, count in left.items() if gram in right)


# Porter's algorithm: suffix tables by step, then the conditions on the stem that is left.

_STEP_2 = (
    "ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ousli:ous ization:ize "
    "ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble logi:log"
)
_STEP_3 = "icate:ic ative: alize:al iciti:ic ical:ic ful: ness:"
_STEP_4 = (
    "al ance ence er ic able ible ant ement ou ism ate iti ous ive ize".split(),
    ["ment"],
    ["ent"],
    ["ion"],
)


def _rules(table: str) -> list[tuple[str, str]]:
    pairs = (entry.split(":") for entry in table.split(" "))
    return sorted(((old, new) for old, new in pairs), key=lambda pair: -len(pair[0]))


_DERIVED = (_rules(_STEP_2), _rules(_STEP_3))


def stem(word: str) -> str:
    """The Porter stem of a lower-case word."""
    if len(word) < 3:
        return word
    word = _inflected(word)
    for rules in _DERIVED:
        old, new = next((rule for rule in rules if word.endswith(rule[0])), ("", ""))
        if old and _measure(word[: -len(old)]) > 0:
            word = word[: -len(old)] + new
    for suffixes in _STEP_4:  # ROUGE's stemmer tries "ment", "ent" and "ion" again after the others
        old = max((s for s in suffixes if word.endswith(s)), key=len, default="")
        rest = word[: -len(old)]
        if old and _measure(rest) > 1 and (old != "ion" or rest[-1] in "st"):
            word = rest
    return _tidy(word)


def _inflected(word: str) -> str:
    """Step 1: plural, past, progressive, final y."""
    if word.endswith(("sses", "ies")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if word.endswith("eed"):
        word = word[:-1] if _measure(word[:-3]) else word
    elif word.endswith(("ed", "ing")):
        rest = word[:-2] if word.endswith("ed") else word[:-3]
        if "v" in _pattern(rest):
            word = _mended(rest)
    if word.endswith("y") and "v" in _pattern(word[:-1]):
        word = word[:-1] + "i"
    return word


def _mended(rest: str) -> str:
    """Give back the e, or drop the doubled letter, that an inflection took or brought."""
    if rest.endswith(("at", "bl", "iz")) or _is_short(rest):
        return rest + "e"
    if len(rest) > 1 and rest[-1] == rest[-2] and rest[-1] not in "aeiouylsz":
        return rest[:-1]
    return rest


def _tidy(word: str) -> str:
    """Step 5: a final e, a doubled l."""
    if word.endswith("e"):
        rest = word[:-1]
        if _measure(rest) > 1 or (_measure(rest) == 1 and not _is_short(rest)):
            word = rest
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word


def _pattern(word: str) -> str:
    """The word as c and v; y after a consonant is a vowel."""
    pattern = ""
    for letter in word:
        pattern += "v" if letter in "aeiou" or (letter == "y" and pattern[-1:] == "c") else "c"
    return pattern


def _measure(word: str) -> int:
    return _pattern(word).count("vc")


def _is_short(word: str) -> bool:
    pattern = _pattern(word)
    return pattern.endswith("vc") and "v" not in pattern[:-2] and len(pattern) > 2 and word[-1] not in "wxy"
