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
    r"\b(?:predict|forecast|estimat|reckon|projection|project(?:s|ed)\b|odds\b|bet(?:s|ting)\b|analysts?\b|experts?\b"
    r"|will have \w+ed\b)",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:was|were)(?:\s+\w+)?\s+\w+ing\b", re.IGNORECASE)
_BEING = r"(?:\b(?:is|are|am|been|being|be|keeps?|continues?|remains?)|['’](?:s|re))"
_UNDER_WAY = r"{being}(?:\s+(?:also|still|now|\w+ly))?(?:\s+to)?\s+{trigger}"
_SINCE = r"\b(?:ha[sd]|have|['’]ve)\s+(?:(?!not\b|never\b)\w+\s+){{0,2}}{trigger}"
_STATE = r"\b(?:is|are|stands?|remains?)\s+(?:\w+ly\s+)?{trigger}"
_AHEAD = r"\b(?:due|set|about|scheduled|expected|hop(?:es?|ed|ing)|plan(?:s|ned)?) to\s+(?:\w+ly\s+)?{trigger}"
_THING = r"(?:\b(?:the|an?|this|that|of|its|their|his|her)|['’]s)\s+(?:[\w-]+\s+){{0,2}}{trigger}\b(?!\s+by)"
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_LASTING = re.compile(r"\b(?:until|till|through)\b", re.IGNORECASE)
_POSSIBLE = re.compile(r"\b(?:could|may|might)\b")
_RELATIVE = frozenset("who whom whose which where".split())
_HANGING = _RELATIVE | frozenset("when after since before until because while".split())
_NOT_FAR = 12  # letters before a word within which it is denied
_FIRST = re.compile(r"(?:after|since|before|when|while|following|amid)\b[^,]*$", re.IGNORECASE)  # before any comma
_EARLIER = re.compile(r"\b(?:had|has|have) (?:previously|already|earlier)\b[^,]*$", re.IGNORECASE)
_LEADING = re.compile(r"[^,]{3,60} ?, (?:he|she|they|it)\b")  # "To focus on the firm, he will step down"
_SHORTEST = 7  # words of a line: shorter ones tell too little to be news
_BYGONE = re.compile(r"\bhad (?:previously|earlier)\b", re.IGNORECASE)
_NEAR = 4  # words within which one of these has its verb
_DROPPED = re.compile(r"\b(?:planned|intended|hoped|wanted|meant|was to|were to)\b.{0,60}\bbut\b", re.IGNORECASE)
_ALWAYS = re.compile(
    r"\b(?:for|over|in) (?:\w+ ){0,2}(?:years|decades)\b|\b(?:long|repeatedly|always|often)\b", re.IGNORECASE
)
_ASKS = re.compile(
    r"\b(?:call(?:s|ed|ing)?|urg\w+|demand\w*|ask(?:s|ed|ing)?|wants?|wanted|told|tells|order\w*|request\w*|appeal\w*"
    r"|press(?:ed|es|ing)|seek\w*|sought|must|should|plead\w*|recommend\w*|suggest\w*|propos\w+"
    r"|insist\w* on)\b",
    re.IGNORECASE,
)
_ASKED_BEFORE = re.compile(
    r"\bhad (?:\w+ ){0,2}(?:asked|called|urged|demanded|ordered|requested|told)\b", re.IGNORECASE
)
_ALLEGED = re.compile(
    r"\b(?:claims?|allegations?|allege[sd]?|accus\w+|reports) (?:\w+ ){0,6}(?:that|of)\b", re.IGNORECASE
)
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


def is_aside(words: str, trigger: str, *, is_sure: bool) -> bool:
    """Whether a clause that hangs on another tells it: background, unless words give its day (`is_sure`).

    >>> is_aside("The doctor, who is charged with theft, spoke.", "charged", is_sure=True)
    True
    >>> is_aside("Nine died when a strike hit a street.", "strike", is_sure=True)
    False
    """
    at = words.casefold().find(trigger)
    if at > 0 and (_FIRST.match(words, 0, at) or _EARLIER.search(words, 0, at)):
        return True
    before = words[:at].casefold().split()[-_NEAR:] if at > 0 else []
    return any(word.strip(",;`'\"") in (_RELATIVE if is_sure else _HANGING) for word in before)


def _intends(words: str, at: int) -> bool:
    """Whether words of intent stand before a place, and are neither denied nor gone by ("were set to crush")."""
    start = max(0, at - _REACH)
    found = _INTENT.search(words, start, at)
    if found is None or _DOUBTED.search(words, start, found.start()) or _DROPPED.search(words):
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


def is_under_way(words: str, trigger: str) -> bool:
    """Whether a sentence says of what its trigger tells that it is going on: a bare "freeing others" is no news.

    >>> is_under_way("The navy is still searching the bay.", "searching")
    True
    >>> is_under_way("It sent ships, freeing others to search.", "freeing")
    False
    """
    return _holds(_UNDER_WAY, words, trigger) or re.search(rf"\bcontinues? to {re.escape(trigger)}", words) is not None


def is_state(words: str, trigger: str) -> bool:
    """Whether what is told as done is a state that holds, and may be old: "is charged with".

    >>> is_state("The doctor stands accused of theft.", "accused")
    True
    """
    return _holds(_STATE, words, trigger)


def is_ahead(words: str, trigger: str) -> bool:
    """Whether what is told as done was only to come: "due to meet".

    >>> is_ahead("With the mayor due to meet the council later today, shares fell.", "meet")
    True
    """
    return _holds(_AHEAD, words, trigger)


def is_lasting(words: str) -> bool:
    """Whether a sentence tells until when something lasts."""
    return _LASTING.search(words) is not None


def is_thing(words: str, trigger: str) -> bool:
    """Whether a sentence names what its trigger tells as something known: "the explosion drew attention".

    >>> is_thing("The explosion drew the world's attention.", "explosion")
    True
    """
    return _holds(_THING, words, trigger)


def is_possible(words: str) -> bool:
    """Whether a sentence tells what may be."""
    return _POSSIBLE.search(words) is not None


def is_of_years_before(words: str, year: int) -> bool:
    """Whether a sentence names years, all before one.

    >>> is_of_years_before("In 1991, the Senate voted to expand its powers.", 2009)
    True
    """
    years = [int(found) for found in _YEAR.findall(words)]
    return bool(years) and max(years) < year


def is_since(words: str, trigger: str) -> bool:
    """Whether a sentence tells in the perfect what has come about: news, where it gives no day.

    >>> is_since("A spokesman said that the alliance had suspended all flights.", "suspended")
    True
    """
    return _holds(_SINCE, words, trigger)


def is_asked(words: str, trigger: str) -> bool:
    """Whether a sentence says that somebody asks now for what its trigger tells.

    >>> is_asked("The council urged the firm to pay.", "pay")
    True
    >>> is_asked("A lawyer said that the firm had asked for a loan.", "loan")
    False
    >>> is_asked("The firm insisted that it would recover.", "recover")
    False
    """
    at = words.casefold().rfind(trigger)
    before = words[: at + len(trigger)] if at >= 0 else words
    asks = _ASKS.search(before)
    if not asks or not before[: asks.start()].strip() or _ASKED_BEFORE.search(before) or was_going_on(before):
        return False
    if _DOUBTED.search(before, max(0, asks.start() - _NOT_FAR), asks.start()):
        return False  # "did not call on"
    return _ALWAYS.search(before) is None and _ALLEGED.search(before) is None


def _holds(pattern: str, words: str, trigger: str) -> bool:
    known = pattern.format(being=_BEING, trigger=re.escape(trigger))
    return bool(trigger) and re.search(known, words, re.IGNORECASE) is not None


def is_no_line(words: str) -> bool:
    """Whether a sentence only supposes what it tells, tells what was before, or quotes somebody whom it does not name.

    >>> is_no_line("Even had he stepped down, it would not have been enough.")
    True
    """
    if _SUPPOSED.match(words) or _UNNAMED.search(words) or _BYGONE.search(words):
        return True
    return _LEADING.match(words) is not None or len(words.split()) < _SHORTEST


def is_transcript(words: str) -> bool:
    """Whether a sentence opens with the name of who speaks it, as in a transcript: reporters tell there, not take part.

    >>> is_transcript("LEMON : They called for the removal of the president.")
    True
    """
    return _LABELLED.match(words) is not None
