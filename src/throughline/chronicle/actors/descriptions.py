"""Names that tell one from all others, and descriptions that mean somebody in their own article only.

In: the words that a mention carries as its name. Out: whether they are a description: "troops", "an alliance official",
"U.S. officials", "Gaddafi's justice minister". What a table knows ("the Iraqi parliament", "the NATO chief" on a day)
has a key, and is never asked about here.
"""

import re
from functools import lru_cache

from throughline.tables.agents import Agent, agent
from throughline.tables.names import gender, is_small, state_of
from throughline.text.fold import fold_name

_BODY = Agent.BODY
_KINSHIP = frozenset("father mother son daughter brother sister wife husband uncle aunt cousin".split())
_OWNERS = frozenset("my our your his her its their this that these those some several many all no a an".split())
_OPENINGS = tuple(f"{word.capitalize()} " for word in ("the", *_OWNERS))
_SMALL = re.compile(r"(?:^|\s)[^A-ZÀ-Þ]")  # a word that begins with no capital


@lru_cache(maxsize=1 << 16)
def is_description(name: str) -> bool:
    """Tell a description from a name.

    >>> is_description("officials"), is_description("U.S. troops")
    (True, True)
    >>> is_description("the Obama administration")
    False
    >>> is_description("Muslim Brotherhood")
    False
    """
    if _SMALL.search(name) is None and " " in name and not name.startswith(_OPENINGS):
        return False
    words = name.removeprefix("the ").removeprefix("The ").split()
    if not words or (len(words) < len(name.split()) and not any(word[0].isupper() for word in words)):
        return True  # "the military"
    if words[0].casefold() in _OWNERS or not any(map(str.isalpha, name)):
        return True
    at = next((i for i, word in enumerate(words) if _is_noun(word)), None)
    if at is None:
        bits = agent(words[0].casefold()) if len(words) == 1 else Agent.NONE
        return bool(bits & Agent.PEOPLE) or (bool(bits) and is_small(words[0].casefold()))
    if not agent(words[at].casefold()) & _BODY:
        return True
    return not any(map(_is_telling, words))


def _is_noun(word: str) -> bool:
    """Whether a word is a noun for those who act, written small: names have none."""
    return word.islower() and bool(agent(word) or word in _KINSHIP)


def _is_telling(word: str) -> bool:
    """Whether a word says which body is meant: "Obama" of "the Obama administration", not "American" of "company"."""
    return word[0].isupper() and not is_small(word.casefold()) and state_of(fold_name(word)) is None


def is_first_name(folded: str) -> bool:
    """Tell a first name alone, which means one person in its article only: "Michael", "Mary"."""
    return " " not in folded and gender(folded) in {"m", "f"}
