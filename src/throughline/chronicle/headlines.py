"""How well a sentence stands alone as a line of the record, and which of its words to show.

In: a sentence's words. Out: a share of 1, its fitness; and the part that is a line. A line that a reader can use is a
whole sentence of 5 to 30 words that states something and needs no sentence before it; longer ones lose by their length.
Pages that lost their lines run stamps ("Last updated at 18:51 GMT"), captions and fact boxes into the sentence after
them: a stamp and a caption are left out where the seam shows, a box is no line.
"""

import re
from functools import lru_cache

from throughline.text.gist import is_whole

SHORT, LONG = 5, 30  # words; shorter ones are labels and headings, longer ones hold more than one thing
# Words that a sentence opens with when somebody or something was named before it.
_DANGLING = frozenset("he she it they this these those his her their its that such here there him them both".split())
_LEANING = frozenset(
    """but and or so yet nor however meanwhile moreover furthermore also then thus therefore instead besides
    nevertheless nonetheless still otherwise similarly likewise additionally indeed because which who""".split()
)
_WHO = frozenset("he she it they".split())
_NEAR = 4  # words within which one of these is who the sentence is about: "On Friday they hit a low"
# What was told in the sentence before, summed up: "The move comes a day after".
_SUMS = frozenset("move decision announcement news statement comments remarks latter former same".split())
_OURSELVES = frozenset("i we you my our your me us".split())
_MARKS = "\"'`()[]{}.,:;!?-–—“”‘’«»"
_OPENING = 4  # words of a sentence in which "also" says that it goes on from another
_HEAD = 90  # letters among which a stamp has its time of day
_STAMPED = 16  # words within which a stamp stands; times of day further on are the sentence's own
_CAPTION = 3  # words of the shortest caption
_LABELS = 2  # from which on a sentence is a box: one stands before a quotation too
_BOX = 0.1
_PICTURE = 0.3  # of a picture's caption
_SEAM = 0.7  # of a sentence with a caption before it: how the words go together is less sure

_NAMELESS = 0.7  # of a sentence that names nobody and nothing: only its article says who and what it is on
_SHIFTED = 0.7  # of a sentence with a day that is another's under its own date: "yesterday"
_ELSEWHEN = re.compile(
    r"\b(?:yesterday|tomorrow|(?:last|next) (?:night|week|month|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b",
    re.IGNORECASE,
)
_ASIDE = 0.8  # of a sentence that tells something else, and this by the way
_HANGING = frozenset("which who whom whose where when after since before until because while that".split())

_MONTH_NAME = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATED_ENTRY = re.compile(
    rf"\W{{0,6}}(?:on )?(?:{_MONTH_NAME} ?\d{{1,2}}|\d{{1,2}} {_MONTH_NAME})(?!\w)", re.IGNORECASE
)

_STAMP = re.compile(
    r"(?:(?:page|last|first|updated|published|posted|modified|on|at|time|\d{1,2}|\d{4}|[|,.:;/–-]|am|pm|a\.m\.|p\.m\."
    r"|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|[012]?\d[:.][0-5]\d|gmt|bst|uk|et|edt|est|pdt|pst|utc|cet|help)[,;:]?\s+)+",
    re.IGNORECASE,
)
_UPDATE = re.compile(r"\W{0,6}(?:\(|-LRB- )updated?\b.{0,80}?(?:\)|-RRB-)\W{0,4}(?:-RRB-)?\W{0,4}", re.IGNORECASE)
_PRINTED = re.compile(r".{0,60}\bpage [a-z]?\d{1,3}\b\W{0,3}\s", re.IGNORECASE)  # "Monday, 3 March 2014; Page A23"
_CREDIT = re.compile(  # who took a picture, or that it is one: the sentence tells what is to be seen in it
    r"(?:\(|-LRB- ?)[^()]{0,60}\b(?:AP|AFP|EPA|Reuters|Getty|Photo|Images)\b[^()]{0,40}?(?:\)|-RRB-)"
    r"|\b(?:in this|handout|file|undated|courtesy) (?:photo|image|picture|video)"
    r"|\b(?:photo|image|picture)s? (?:by|taken|provided)\b",
    re.IGNORECASE,
)
_VALUE = re.compile(r"[A-Z][\w'’-]*(?: [\w'’-]+){0,6} ?: ?[+$€£#-]? ?\d")  # "Index: +298.76", a box's line
_SECTION = re.compile(r"[^|]{1,40}\|\s+")  # "Host | 12:20 UK time, Monday": who keeps a page, before its stamp
_DATELINE = re.compile(  # "DJERBA, Tunisia (Reuters) - ", as agencies open
    r"[A-Z][A-Z.'/ ]{2,30}(?:\s?,\s?[A-Z][\w. ]{1,25})?\s?(?:(?:\(|-LRB-)\s?[\w .]{2,20}\s?(?:\)|-RRB-))?\s?"
    r"(?:--?|[–—])\s+(?=[\"“`A-Z])"
)
_WROTE = re.compile(  # a reader's comment below a page: "Orla wrote: I do not agree."
    r"\W{0,3}(?!The )[\w.-]{2,20}(?: [\w.-]{1,20})? (?:wrote|commented|posted) ?: "
)
_POSTED = re.compile(r"\b[012]?\d[:.][0-5]\d\b.{0,60}\b(?:wrote|writes|posted|commented|says|said)\s?:(?=\s)")
_DATED_BLOCK = re.compile(r"\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4} [A-Z]")
_CLOCK = re.compile(r"\b[012]?\d[:.][0-5]\d\b")
_LABEL = re.compile(r"(?:^|\s)[A-Z][\w'-]*(?: [\w'-]+){0,3} ?:(?=\s)")
# Words that open a sentence after a caption without a full stop, before a small letter or a number.
_OPENERS = frozenset("The An He She It They There This But On In At After Before When While As".split())
_NAMING = frozenset("The He She They But".split())  # those that no name goes on with
_NO_END = frozenset(  # words that no caption ends in: what follows is a title's capital
    """of in on at by to for from with the a an and or but as is was are were be been has have had that which who
    not its his her their into over under about after before than""".split()
)
_DAYS = re.compile(
    r"(?:\d|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Janu|Febru|March|April|May|June|July|Augu|Septem|Octo|Novem|Decem)"
)
_DATED = frozenset("On In At".split())


@lru_cache(maxsize=1 << 14)
def fitness(words: str, trigger: str = "") -> float:
    """Fitness of a sentence, from 0 (no line at all) to 1, as a line of what its word `trigger` tells."""
    tokens = words.split()
    plain = [bare for token in tokens if (bare := token.strip(_MARKS).casefold())]
    if not plain or not any(char.isalpha() for char in words):
        return 0.0
    fit = _length(len(plain))
    if not is_whole(words):
        fit *= 0.4
    if "?" in words:
        fit *= 0.3
    fit *= _independence(plain)
    if _OURSELVES.intersection(plain) and not ("US" in words and _OURSELVES.isdisjoint({*plain} - {"us"})):
        fit *= 0.6
    if not any(token[0].isupper() for token in tokens[1:]):
        fit *= _NAMELESS
    if _ELSEWHEN.search(words):
        fit *= _SHIFTED
    if trigger and _is_aside(words, trigger):
        fit *= _ASIDE
    return fit * _cleanness(words)


def _independence(plain: list[str]) -> float:
    """How well words do without the sentence before them."""
    is_summing = plain[0] == "the" and plain[1:2] and plain[1] in _SUMS
    if plain[0] in _DANGLING or is_summing or not _WHO.isdisjoint(plain[:_NEAR]):
        return 0.5
    return 0.75 if plain[0] in _LEANING or "also" in plain[1:_OPENING] else 1.0


def _cleanness(words: str) -> float:
    """How far words are a sentence of the article, and not a box, a reader's comment or a caption run into one."""
    clean = 1.0
    if words.count(":") >= _LABELS and len(_LABEL.findall(words)) >= _LABELS:
        clean *= _BOX
    is_posted = _POSTED.search(words, 0, _HEAD) or _WROTE.match(words)
    if is_posted or "|" in words or (_VALUE.match(words) and not _DATED_ENTRY.match(words)):
        clean *= _BOX
    if _CREDIT.search(words):
        clean *= _PICTURE
    return clean * (_SEAM if _seams(words) else 1.0)


def is_entry(words: str) -> bool:
    """Whether a sentence opens with its day, as the entries of a chronology do: "March 5 - The council meets"."""
    return _DATED_ENTRY.match(words) is not None


def _is_aside(words: str, trigger: str) -> bool:
    """Whether a clause that hangs on another tells it: "the rig, which exploded on 20 April, is to be raised"."""
    at = words.casefold().find(trigger)
    before = words[:at].casefold().split()[-_NEAR:] if at > 0 else []
    return any(word.strip(_MARKS) in _HANGING for word in before)


@lru_cache(maxsize=1 << 14)
def opening(words: str, trigger: str) -> int:
    """Where the line in a sentence begins: after a page's stamp and a caption, if what is told stands after them.

    `trigger` is the word that tells it, folded; empty where only a day is known. A caption ends at the last seam.
    """
    start = _stamp_end(words)
    for seam in reversed(_seams(words)):
        if seam >= start and (not trigger or trigger in words[seam:].casefold()):
            return seam
    return start


def _stamp_end(words: str) -> int:
    """Where the text begins after a stamp: a time of day among words of the calendar, before a capital."""
    update = _UPDATE.match(words) or _PRINTED.match(words)
    if update and len(words[update.end() :].split()) >= SHORT:
        return update.end()
    if not _CLOCK.search(words, 0, _HEAD):
        dateline = _DATELINE.match(words)
        return dateline.end() if dateline else 0
    section = _SECTION.match(words)
    found = _STAMP.match(words, section.end() if section else 0)
    if found is None or not _CLOCK.search(found.group()) or len(found.group().split()) > _STAMPED:
        return 0
    rest = words[found.end() :]
    return found.end() if rest[:1].isupper() and len(rest.split()) >= SHORT else 0


def _seams(words: str) -> list[int]:
    """Where a caption or a heading without a full stop meets the sentence after it."""
    if _OPENERS.isdisjoint(words.split()[_CAPTION:]) and not _DATED_BLOCK.search(words, 1):
        return []
    tokens = [(found.group(), found.start()) for found in re.finditer(r"\S+", words)]
    return [
        tokens[at][1]
        for at in range(_CAPTION, len(tokens) - SHORT)
        if _meets(tokens[at - 1][0], *(token for token, _ in tokens[at : at + 4]))
    ]


def _meets(before: str, opener: str, after: str, third: str, fourth: str) -> bool:
    """Whether a sentence opens between two words: "any wrongdoing | On 8 February", "in London | The judge said"."""
    if before.casefold() in _NO_END or not before[-1].isalnum():
        return False
    if opener not in _OPENERS:  # "was read out | 1 November 2011 The mayor"
        return before.islower() and _DATED_BLOCK.fullmatch(f"{opener} {after} {third} {fourth[0]}") is not None
    if before[0].isupper() and opener not in _NAMING:
        return False
    return after[0].islower() or (opener in _DATED and _DAYS.match(after) is not None)


def _length(count: int) -> float:
    if count < SHORT:
        return 0.1 + 0.5 * count / SHORT
    return 1.0 if count <= LONG else LONG / count
