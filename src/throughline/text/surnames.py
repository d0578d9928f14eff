"""Names without what tells nothing: titles of people, small words of bodies.

In: folded names (`fold.fold_name`). Out: their words, or their initials.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from throughline.text.spellings import frame

# Words that open or close a name without telling one bearer from another.
_TITLES = frozenset(
    """mr mrs ms miss dr sir dame lord lady prof professor president minister prime secretary general gen colonel col
    captain capt lieutenant lt major maj sergeant sgt admiral adm senator sen representative rep governor gov
    ambassador king queen prince princess sheikh ayatollah pope bishop judge justice chancellor chairman speaker mayor
    jr sr""".split()
)
_GENERATIONS = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv"})
_ARTICLES = frozenset({"al", "el", "ul", "as", "ad", "ar", "an", "at", "ash", "az"})
_SERVANTS = frozenset({"abd", "abdel", "abdul", "abdal", "abdol", "abdoul"})  # one name with the word after them
_SERVANT = re.compile("abd(?:[eauo]|ou)l-?(?=[a-z]{3})")  # written as one word: "Abdelkarim"

_JOINTS = frozenset({"of", "for", "the", "and", "on", "in", "to", "de", "la", "du", "des", "al"})
_SHORTEST_ACRONYM = 3


class Parts(NamedTuple):
    """The words of a name that tell bearers apart: without titles and the Arabic article; "abdul X" is one word.

    `generation` is "jr", "ii" or "".
    """

    words: tuple[str, ...]
    generation: str

    @property
    def first(self) -> str:
        """The first word."""
        return self.words[0]

    @property
    def last(self) -> str:
        """The surname."""
        return self.words[-1]


def untitled(name: str) -> list[str]:
    """The words of a folded name that are no titles.

    >>> untitled("prime minister nouri al maliki")
    ['nouri', 'al', 'maliki']
    """
    return [word for word in name.split() if word not in _TITLES]


def surname(name: str) -> str:
    """The last of them: whoever goes by a bare surname shares it with the full name; "" where titles are all.

    >>> surname("nouri al maliki")
    'maliki'
    """
    words = untitled(name)
    return words[-1] if words else ""


@lru_cache(maxsize=1 << 16)
def parts(name: str) -> Parts:
    """The words of a folded name that tell bearers apart.

    >>> parts("dr abdul rahman al tamani jr")
    Parts(words=('abdrahman', 'tamani'), generation='jr')
    """
    words = name.split()
    generation = words[-1] if len(words) > 1 and words[-1] in _GENERATIONS else ""
    kept: list[str] = []
    given = [word for word in (words[:-1] if generation else words) if word not in _TITLES]
    for at, word in enumerate(given):
        if word in _ARTICLES and (at or len(given) > 1):
            continue
        if kept and kept[-1] == "abd":
            kept[-1] += word
        else:
            is_servant = word in _SERVANTS and at < len(given) - 1
            kept.append("abd" if is_servant else _SERVANT.sub("abd", word))
    return Parts(tuple(kept), generation)


@lru_cache(maxsize=1 << 16)
def framed(name: str) -> tuple[str, ...]:
    """What the spellings of each of these words share.

    >>> framed("nouri al maliki") == framed("nuri maliki")
    True
    """
    return tuple(map(frame, parts(name).words))


@lru_cache(maxsize=1 << 16)
def initials(name: str) -> str:
    """The acronym that a body's full name may have; "" where it would be too short to tell.

    >>> initials("syrian observatory for human rights")
    'sohr'
    """
    words = name.split()
    found = "".join(word[0] for word in words if word not in _JOINTS)
    return found if len(words) > 2 and len(found) >= _SHORTEST_ACRONYM else ""
