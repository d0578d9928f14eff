"""Spellings of one name from another script: "Nuri" and "Nouri", "Gaddafi" and "Qadhafi", "Soleimani" and "Sulaimani".

In: folded words of names. Out: the frame of a word, which all its spellings share, and whether two words that share it
may be one. Arabic, Persian and Cyrillic names reach English by ear: vowels, doubled letters and the marks of breath
change from paper to paper, and the other consonants stay.
"""

import re
from functools import lru_cache

# Letters that papers write for one sound. The frame takes them for one; `alike` looks again at g and k.
_SOUNDS = {
    "kh": "k", "gh": "g", "dh": "d", "th": "t", "ph": "f", "dj": "j", "ck": "k", "tch": "ch", "q": "k", "x": "ks",
    "v": "f",
}  # fmt: skip
_WRITTEN = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_VOWELS = "aeiouy"
_RUN = re.compile(f"[{_VOWELS}]+")
_DOUBLED = re.compile(r"(.)\1+")
_BREATH = re.compile(f"(?<=[{_VOWELS}])h$")
_FULL = {"a": "a", "e": "ai", "i": "i", "y": "i", "o": "u", "u": "u"}
_LONGER = 2  # letters by which a run of vowels is another one: "Landry" is not "Landrieu"
_SHORTEST = 4  # letters of words that may be two spellings: "Dan" and "Den" are two names


@lru_cache(maxsize=1 << 16)
def frame(word: str) -> str:
    """What the spellings of a word share.

    >>> frame("nuri") == frame("nouri"), frame("gaddafi") == frame("qadhafi"), frame("ajdabiya") == frame("ajdabiyah")
    (True, True, True)
    """
    plain = _BREATH.sub("", _sounds(word))
    found = _RUN.sub("a", plain)
    return _DOUBLED.sub(r"\1", "k" + found[1:] if found[:1] == "g" else found)


def alike(left: str, right: str) -> bool:
    """Tell whether two folded words may be spellings of one name: the same frame, and vowels that may be one.

    >>> alike("mohammed", "muhammad"), alike("hassan", "hussein"), alike("gamal", "kamal")
    (True, False, False)
    """
    if left == right:
        return True
    if min(len(left), len(right)) < _SHORTEST or frame(left) != frame(right):
        return False
    hard = {left[0], right[0]}
    if hard == {"g", "k"}:
        return False
    return all(_meet(one, other) for one, other in zip(_runs(left), _runs(right), strict=False))


def _runs(word: str) -> list[str]:
    return _RUN.findall(_BREATH.sub("", _sounds(word)))


def _meet(one: str, other: str) -> bool:
    """Whether two runs of vowels have a sound in common: "ou" and "u", "ei" and "ai", never "a" and "u"."""
    sounds = ({sound for v in run for sound in _FULL[v]} for run in (one, other))
    return abs(len(one) - len(other)) < _LONGER and bool(set.intersection(*sounds))


@lru_cache(maxsize=1 << 16)
def _sounds(word: str) -> str:
    return _WRITTEN.sub(lambda match: _SOUNDS[match.group()], word)
