"""What a sentence is about, as a set of folded word stems: enough to tell whether two sentences say the same.

In: words of evidence, hard wraps and Penn Treebank marks included. Out: sets of stems, and prints by which two copies
of one sentence are known. Stems are cut, not analysed: they are only ever compared with one another.
"""

import re
from collections.abc import Set as AbstractSet
from hashlib import blake2b

_WORD = re.compile(r"[^\W_]+")
_STEM = (
    6  # letters kept: "withdraws", "withdrawal", "withdrew" meet at five to seven; six keeps "minister"/"ministry" one
)
_SHORT = 3  # shorter words are function words, except numbers
# English function words of four letters and more: determiners, pronouns, auxiliaries, prepositions, conjunctions.
_FUNCTION = frozenset(
    """that this these those them they their theirs there then than with from into onto upon over under after before
    during while when where which what whom whose will would shall should could might must have been being were does
    done doing about above below between among against because since until unless though although through toward
    towards within without across along also only even very more most much many some such same other others another
    each every both either neither just still however here your yours ours ourselves himself herself itself
    themselves myself yourself said says told saying like according""".split()
)


def stems(text: str) -> frozenset[str]:
    """Stems of the content words and numbers of a text.

    >>> sorted(stems("NATO has decided to withdraw its 170 trainers."))
    ['170', 'decide', 'nato', 'traine', 'withdr']
    """
    return frozenset(
        word[:_STEM]
        for word in _WORD.findall(text.casefold())
        if (len(word) > _SHORT and word not in _FUNCTION) or word[0].isdigit()
    )


def overlap(left: AbstractSet[str], right: AbstractSet[str]) -> float:
    """Share of the smaller set that the other holds too; 0 where one is empty."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def likeness(left: AbstractSet[str], right: AbstractSet[str]) -> float:
    """Jaccard: shared stems over all stems; 0 where both are empty."""
    shared = len(left & right)
    total = len(left) + len(right) - shared
    return shared / total if total else 0.0


def letters(text: str) -> str:
    """The bare words of a sentence, to compare prints of it: case, marks and spacing do not count."""
    return " ".join(_WORD.findall(text.casefold()))


def print_of(text: str) -> int:
    """A number of 63 bits that two prints of a sentence share: case, marks and spacing do not count."""
    return int.from_bytes(blake2b(letters(text).encode("utf-8", "replace"), digest_size=8).digest(), "big") >> 1


def is_whole(words: str) -> bool:
    """Whether the words open like a sentence and end like one; capitals throughout are a heading."""
    tokens = words.split()
    if not tokens:
        return False
    first = next((char for char in words if char.isalnum()), "")
    ends = tokens[-1].rstrip("\"'”’)]}`")[-1:] in {".", "!", "?", "…"} or tokens[-1] in {"''", "-RRB-"}
    return (first.isupper() or first.isdigit()) and ends and not words.isupper()
