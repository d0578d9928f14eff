"""What a condition waits for: "without an agreement by Dec. 31", "unless they sign", "if he has left by June".

In: the words of a condition. Out: the part of them that must come about, and whether the event comes without it
("without an agreement ... they leave") or through it ("if they agree ... they stay"). Words that set nobody anything
to do wait for nothing: "if necessary", "even if they object", "if it had not rained".
"""

import re
from dataclasses import dataclass

# Openers after which the event comes when the rest does not, and those after which it comes when the rest does.
_FAILING = re.compile(r"(?:without|unless|barring|failing|short of|in the absence of|absent)\s+", re.IGNORECASE)
_GIVEN = re.compile(
    r"(?:only\s+)?(?:if|provided(?:\s+that)?|providing|as long as|so long as|until|till|once|in case"
    r"|on condition that)\s+",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|no|fails? to|refuses? to)\b|n['’]t\b|\bn['’]?t\b", re.IGNORECASE)
_IDLE = re.compile(  # they concede, doubt or imagine
    r"\b(?:even if|whether|if (?:necessary|needed|possible|required|so|not|anything|any|ever|only)\b(?!\s+\w+\s+\w+)"
    r"|(?:had|were)\s+(?:not|n['’]?t|been)|would\s+(?:have|['’]ve))",
    re.IGNORECASE,
)
_LEAST = 2  # words that something awaited has


@dataclass(frozen=True, slots=True)
class Awaited:
    """What must come about: `start` is where it begins in the condition's words; `failing`: the event comes without."""

    start: int
    failing: bool


def awaited(words: str) -> Awaited | None:
    """What a condition's words wait for; None where they wait for nothing.

    >>> awaited("without an agreement by Dec. 31")
    Awaited(start=8, failing=True)
    >>> awaited("if they do not sign by June")
    Awaited(start=3, failing=True)
    >>> awaited("if the council has voted by then").failing
    False
    >>> awaited("if necessary") is None
    True
    """
    if _IDLE.search(words):
        return None
    opener = _FAILING.match(words)
    failing = opener is not None
    opener = opener or _GIVEN.match(words)
    if opener is None or len(words[opener.end() :].split()) < _LEAST:
        return None
    return Awaited(opener.end(), failing or _NOT.search(words, opener.end()) is not None)
