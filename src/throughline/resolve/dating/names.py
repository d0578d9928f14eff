"""Whether two names, however they are spelled, are one person's: "Qasem Soleimani", "Ghassem Suleimani".

In: folded names. Out: a key that spellings of one surname share, and a verdict on a pair. Foreign names come to English
in many spellings, which differ in vowels, in doubled letters and in letters for one sound; so these do not count in the
key, and the pair must then be near by edit distance (Levenshtein, 1966), given names too.
"""

import re
from functools import lru_cache
from itertools import groupby

from throughline.text.surnames import untitled

_SOUNDS = str.maketrans({"q": "k", "c": "k", "g": "k", "z": "s", "v": "f", "w": "f", "j": "s", "x": "s"})
_DIGRAPHS = (("gh", "k"), ("kh", "k"), ("ck", "k"), ("ph", "f"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "s"))
_VOWELS = re.compile("[aeiouyh]")
_ARTICLES = frozenset("al el bin ibn abu van von de der den di da la le".split())  # they open surnames, and go missing
_PART = 3  # letters of a name for each one that may differ: "soleimani" and "sulaimani" differ in two of nine
_SHORT = 4  # letters up to which names must be the same: "John" and "Joan" are two
_ALONE = 6  # letters of a surname that may stand for its bearer without a given name


def key(name: str) -> str:
    """Return what all spellings of a name's surname share; "" where no surname can be told.

    >>> key("qasem soleimani") == key("gen ghassem suleimani")
    True
    """
    words = _own(name)
    return _skeleton(words[-1]) if words else ""


def is_named_in_full(name: str) -> bool:
    """Whether a name tells one bearer from another: a given name and a surname, or a long surname."""
    words = _own(name)
    return len(words) > 1 or (len(words) == 1 and len(words[0]) >= _ALONE)


def same(one: str, other: str) -> bool:
    """Tell whether two names are one person's."""
    mine, others = _own(one), _own(other)
    if not mine or not others:
        return False
    if min(len(mine), len(others)) == 1:  # a bare surname allows for no other spelling
        return mine[-1] == others[-1] and len(mine[-1]) >= _ALONE
    return _near(mine[-1], others[-1]) and _near(mine[0], others[0])


@lru_cache(maxsize=20_000)
def _own(name: str) -> tuple[str, ...]:
    words = [word for word in untitled(name) if word not in _ARTICLES]
    return tuple(word for word in words if len(word) > 1 or word == words[-1])


def _skeleton(word: str) -> str:
    bare = _VOWELS.sub("", _sounds(word)[1:])
    first = word[:1] if word[:1] in "aeiou" else _sounds(word)[:1]
    return ("a" if first in "aeiouyh" else first) + "".join(letter for letter, _ in groupby(bare))


def _sounds(word: str) -> str:
    for letters, sound in _DIGRAPHS:
        word = word.replace(letters, sound)
    return "".join(letter for letter, _ in groupby(word.translate(_SOUNDS)))


def _near(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) <= _SHORT or _skeleton(one)[:1] != _skeleton(other)[:1]:
        return False
    mine, others = _sounds(one), _sounds(other)
    return _distance(mine, others) <= max(len(mine), len(others)) // _PART


@lru_cache(maxsize=20_000)
def _distance(one: str, other: str) -> int:
    """Count the letters to change, add or leave out."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, start=1):
        above, row[0] = row[0], number
        for place, theirs in enumerate(other, start=1):
            above, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, above + (letter != theirs))
    return row[-1]
