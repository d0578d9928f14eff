"""How a sentence looks on what it tells: as decided, meant, gone by, only supposed, or said by nobody it names.

In: the words of a sentence, and the word that tells. Out: yes or no. These are words by which English news says so;
what an event finder makes of grammar stands beside it (`model.Status`), and tells less about whether a line holds now.
"""

import re

_REACH = 60  # letters before a word in which its sentence says how it is meant
_DECISION = re.compile(
    r"\b(?:decided|agreed|voted|resolved|opted|ordered|announced (?:\w+ ){0,2}(?:plans?|decision))\b", re.IGNORECASE
)
_OPEN = re.compile(r"\b(?:not|never|yet to|whether|if|would have|n['’]?t)\b|\bn['’]t\b", re.IGNORECASE)
_INTENT = re.compile(
    r"\b(?:will|shall|plan(?:s|ned|ning)?|going to|prepar\w+|(?:set|due|about|ready) to|expected|scheduled"
    r"|intend(?:s|ed)?|aims? to|agreed|decided|pledged|promised|vowed|committed|announced|proposed|wants? to)\b"
    r"|['’]ll\b",
    re.IGNORECASE,
)
_DOUBTED = re.compile(r"\b(?:not|never|no|n['’]t|whether|if|how|unclear)\b|n['’]t\b", re.IGNORECASE)
_LABELLED = re.compile(r"[A-Z][A-Z.' -]+ ?:")
_FORECAST = re.compile(
    r"\b(?:predict|forecast|estimat|reckon|projection|project(?:s|ed)\b|odds\b|bet(?:s|ting)\b|analysts?\b|experts?\b)",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:was|were)(?:\s+\w+)?\s+\w+ing\b", re.IGNORECASE)
_SUPPOSED = re.compile(r"(?:even |but |and )?(?:had|if|were|should|suppose|what if)\b", re.IGNORECASE)
_UNNAMED = re.compile(r"(?:''|[\"”])\s*(?:he|she|they|it|we)\s+\w+")


def is_decision(words: str, trigger: str) -> bool:
    """Whether a sentence says that what its trigger tells has been decided.

    >>> is_decision("NATO has decided to withdraw from Iraq.", "withdraw")
    True
    >>> is_decision("NATO has yet to say whether it has decided to withdraw.", "withdraw")
    False
    """
    at = words.casefold().find(trigger) if trigger else -1
    return any(
        not _OPEN.search(words, max(0, found.start() - _REACH), at)
        for found in _DECISION.finditer(words, 0, max(at, 0))
    )


def is_meant(words: str, trigger: str) -> bool:
    """Whether a sentence says before its trigger that somebody will do it.

    >>> is_meant("The company will cut the dividend.", "cut")
    True
    >>> is_meant("It hopes the storm would spare the coast.", "spare")
    False
    """
    folded = words.casefold()
    return any(_intends(words, found.start()) for found in re.finditer(re.escape(trigger), folded))


def _intends(words: str, at: int) -> bool:
    """Whether words of intent stand before a place, and are neither denied nor gone by ("were set to crush")."""
    start = max(0, at - _REACH)
    found = _INTENT.search(words, start, at)
    if found is None or _DOUBTED.search(words, start, found.start()):
        return False
    return not words[: found.start()].casefold().endswith((" was ", " were "))


def is_forecast(words: str) -> bool:
    """Whether a sentence tells what somebody reckons will be: nobody means to do it.

    >>> is_forecast("Analysts estimate that the clean-up will take ten months.")
    True
    """
    return _FORECAST.search(words) is not None


def was_going_on(words: str) -> bool:
    """Whether a sentence tells what went on at some time gone by.

    >>> was_going_on("Stragglers were leaving toward us.")
    True
    """
    return _PAST.search(words) is not None


def is_no_line(words: str) -> bool:
    """Whether a sentence only supposes what it tells, or quotes somebody whom it does not name.

    >>> is_no_line("Even had he stepped down, it would not have been enough.")
    True
    """
    return _SUPPOSED.match(words) is not None or _UNNAMED.search(words) is not None


def is_transcript(words: str) -> bool:
    """Whether a sentence opens with the name of who speaks it, as in a transcript: reporters tell there, not take part.

    >>> is_transcript("LEMON : They called for the removal of the president.")
    True
    """
    return _LABELLED.match(words) is not None
