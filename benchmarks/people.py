"""Whether an author found is an author known, as a reader would say.

Gold lines are what a page printed: "By Ana Ruiz", "Dr. Ana Ruiz, MD, Head of Content", "Ana Ruiz and Tom Rehn". Words
around a name are no other person: a name found counts where its words, in any order, are those of one of the people in
a gold line, or stand in one after another; a single word counts only where it is all of the name known.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

_SEVERAL = re.compile(r"[;,|/()\[\]\n]|\s(?:and|und|et|y|e|og|with|mit|&)\s")
_AROUND = frozenset("by von par por di dr prof professor mr mrs ms phd md".split())
_FEWEST_WORDS = 2  # of a name that may stand among other words


def any_known(found: Iterable[str], gold: object) -> bool:
    """Tell whether some author found is some author known. `gold` is a string, or lists of strings at any depth."""
    known = [_words(part) for line in _lines(gold) for part in (line, *_SEVERAL.split(line))]
    return any(_same(_words(name), other) for name in found for other in known if other)


def _lines(gold: object) -> Iterator[str]:
    if isinstance(gold, str):
        yield gold
    elif isinstance(gold, list):
        for item in gold:
            yield from _lines(item)


def _words(name: str) -> list[str]:
    """Fold a name: without accents, case, marks, and what is said before or after it."""
    plain = unicodedata.normalize("NFKD", name.replace("\u00ad", ""))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    words = re.findall(r"[^\W_]+", plain)
    while len(words) > 1 and words[0] in _AROUND:
        words.pop(0)
    while len(words) > 1 and words[-1] in _AROUND:
        words.pop()
    return words


def _same(found: list[str], known: list[str]) -> bool:
    if not found:
        return False
    return sorted(found) == sorted(known) or _within(found, known) or _within(known, found)


def _within(short: list[str], long: list[str]) -> bool:
    size = len(short)
    return size >= _FEWEST_WORDS and any(long[k : k + size] == short for k in range(len(long) - size + 1))
