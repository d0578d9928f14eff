"""Tokens to symbols: one letter a token, so that the patterns of `rules` are regular expressions over a sentence.

In: the tokens of one sentence. Out: a string of the same length; `_` stands for any word that is no word of time.
Words that have one letter wherever they stand are in `letters`.
Letters, in the order of the calendar:

    M month      W weekday    w weekend     S season      P part of a day   Y year 1000-2199   c decade "1990s"
    d 1 to 31    o ordinal    n number      v "several"   R "2-4"           y "2004-2008"      D "2018-03-05"
    U day..century            G quarter     H hour..second    h half        i fiscal           p "post-2011", "mid-May"
    C clock "10:30"           m a.m., p.m.  z time zone   J "three-year"    Q daily, weekly    q every, each
    L last, past X next       Z this        K same, that  e early, late, mid    N end, beginning   l earlier, later
    j yesterday, today ...    r now, recently ...         g ago             k one of "more than"   x about
    t the   a a, an   f of    I in   O on   B by   u until   s since   b before   A after   F from   T to, -   & and
    ε BC, AD     σ time, moment       η eve
    V for, over, during ...   E between     , comma       ( bracket         ' possessive or apostrophe
    ! a holiday's name        @ at          # o'clock     $ once, twice     * times            ? other
    % all, whole              = fortnight   ~ "Q3"        < "FY2019", "2017-Q1"                > "3-8pm", "10:00-12:30"
    ; "22/04", a day and a month by number      μ "11/2016"    ρ rest, remainder
    ω "year-end"   θ "third-quarter"   κ "year-earlier"   π period   ν recent   φ future   τ these, those   χ ahead
    λ long
"""

import re
from collections.abc import Sequence

from throughline.dates.phrases.clockface import read_clock
from throughline.dates.phrases.letters import LETTERS
from throughline.dates.rules.holidays import FIRST_WORDS, holiday_at
from throughline.dates.words import ERAS, MONTHS, SEASONS, WEEKDAYS
from throughline.model import Token
from throughline.text.numbers import word_value

OTHER = "_"


_UNIT = "day|week|month|quarter|year|decade|hour|minute|second"
_HYPHENED = re.compile(rf"([a-z]+|\d{{1,4}})-(?:and-a-half-)?(?:{_UNIT})(?:-long)?|(?:{_UNIT})s?-?long", re.ASCII)
_PERIOD = re.compile(r"(?:first|second|third|fourth|[1-4](?:st|nd|rd|th))-(?:quarter|half)")
_BESIDE_YEAR = frozenset({"year-earlier", "year-ago"})
_UNIT_ENDS = frozenset({"year-end", "month-end", "quarter-end"})
_DECADE = re.compile(r"'?(?:1[0-9]|20|[1-9])?\d0'?s", re.ASCII)
_DECADE_WORDS = frozenset("twenties thirties forties fifties sixties seventies eighties nineties".split())
_FULL = re.compile(r"\d{4}-\d\d?-\d\d?|\d{4}/\d\d?/\d\d?|\d\d?([-/.])\d\d?\1(?:\d{4}|\d\d)|(?:19|20)\d{6}", re.ASCII)
_DAY_RANGE = re.compile(r"(\d{1,2})-(\d{1,2})", re.ASCII)
_YEAR_RANGE = re.compile(r"((?:1[5-9]|20)\d\d)[-/](\d{4}|\d\d?)", re.ASCII)
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)(?::[0-5]\d)?(?:am|pm)?|(?:[1-9]|1[0-2])(?:am|pm|a|p|ish)", re.ASCII)
_FRACTIONS = frozenset("1/2 1/3 2/3 1/4 3/4".split())  # after a whole number: "5 1/2 hours"
_TIMES = r"(?:[0-2]?\d[:.][0-5]\d(?::[0-5]\d)?(?:[ap]m)?|1?\d[ap]m)"
_CLOCK_RANGE = re.compile(rf"{_TIMES}-(?:{_TIMES}|1?\d)|1?\d-{_TIMES}", re.ASCII)
_MONTH_YEAR = re.compile(r"(?:0?[1-9]|1[0-2])[-/](?:19|20)\d\d", re.ASCII)
_DAY_MONTH = re.compile(r"(?:[0-2]?\d|3[01])/(?:[0-2]?\d|3[01])", re.ASCII)
_PART_OF_YEAR = re.compile(r"[qh][1-4]", re.ASCII)
_CODED_YEAR = re.compile(r"(?:fy|cy|sy)'?(?:(?:19|20)\d\d|\d\d)|[qh][1-4]-?(?:19|20)\d\d", re.ASCII)
_OTHER_WORDS = frozenset("march may august".split())  # names of months that are other words too
_SHORT_NAMES = frozenset("tues thur thurs sept".split())
_BEFORE_NAMES = frozenset("in on by until since before after from to next last this of".split())
_DAY_ORDINAL = re.compile(r"[0-3]?\d(?:st|nd|rd|th)", re.ASCII)
_BEFORE_PLAIN = frozenset("in from since until by of between".split())  # no verb follows these
_SHORT_MONTHS = frozenset("jan feb apr jun jul aug sep sept oct nov dec".split())
_SPECIAL = frozenset((*MONTHS, *WEEKDAYS, *SEASONS, *ERAS, *_DECADE_WORDS, *(f"{name}s" for name in WEEKDAYS)))
_SHORT_PLURAL = 5  # "suns" and "weds" are no weekdays
_PREFIXABLE = frozenset(
    (*MONTHS, *SEASONS, *"week month quarter year decade century morning afternoon evening night".split())
)
_PREFIXED = re.compile(r"(?:post|pre|early|mid|late)-.{2,12}")


def symbols(tokens: Sequence[Token]) -> str:
    """Write one letter for each token of a sentence."""
    letters = [_symbol(tokens, index) for index in range(len(tokens))]
    for index, token in enumerate(tokens):
        if token.norm in FIRST_WORDS and letters[index] != "!":
            length = holiday_at(tokens, index)
            letters[index : index + length] = "!" * length
    return "".join(letters)


def _symbol(tokens: Sequence[Token], index: int) -> str:
    token = tokens[index]
    norm = token.norm
    letter = LETTERS.get(norm)
    if letter is not None:
        return letter
    first = norm[0]
    if first.isdigit():
        return _digits(norm)
    if norm.isalpha():
        return _word(tokens, index) if norm in _SPECIAL else OTHER
    return _marked(tokens, index) if first.isalpha() or first == "'" else OTHER


def _word(tokens: Sequence[Token], index: int) -> str:
    """Read a word of letters, with its full stop if it has one."""
    token = tokens[index]
    norm = token.norm
    plain = norm.rstrip(".")
    if plain in MONTHS:
        return "M" if _is_named(tokens, index, plain) else OTHER
    if plain in WEEKDAYS:
        return "W" if _is_named(tokens, index, plain) else OTHER
    if norm in SEASONS:
        return "S"
    if norm in ERAS:
        return "ε" if token.text[0].isupper() and token.text.upper() == token.text else OTHER
    return _plural(token) if norm.endswith("s") else OTHER


def _marked(tokens: Sequence[Token], index: int) -> str:
    """Read a word that has marks or figures in it."""
    norm = tokens[index].norm
    if norm[-1].isdigit():
        return "~" if _PART_OF_YEAR.fullmatch(norm) else "<" if _CODED_YEAR.fullmatch(norm) else _hyphened(norm)
    if "-" in norm and norm not in ERAS:
        return "C" if read_clock(norm) else _hyphened(norm)
    return _word(tokens, index)


def _plural(token: Token) -> str:
    """Read "Mondays" and "nineties"."""
    norm = token.norm
    if norm[:-1] in WEEKDAYS and len(norm) > _SHORT_PLURAL and token.text[0].isupper():
        return "W"
    return "c" if norm in _DECADE_WORDS or _DECADE.fullmatch(norm) else OTHER


def _is_named(tokens: Sequence[Token], index: int, plain: str) -> bool:
    """Tell a month's or weekday's name from the same letters in another word: case, and for short forms a mark."""
    token = tokens[index]
    if plain in {"may", "march"} and token.xpos.startswith(("MD", "VB")) and not _has_number(tokens, index):
        return False  # where the grammar is known
    if not token.text[0].isupper():
        return _is_plain_name(tokens, index, plain)
    if len(plain) > 4 or plain in {"june", "july", "may"} or token.text.endswith("."):
        return True
    beside = [tokens[i].norm for i in (index - 1, index + 1) if 0 <= i < len(tokens)]
    if plain == "mar" and (beside[-1].isdecimal() or beside[0] in _BEFORE_PLAIN):
        return True
    if plain in {"sun", "sat", "mar"}:
        return index + 1 < len(tokens) and _DAY_ORDINAL.fullmatch(tokens[index + 1].norm) is not None
    if plain in WEEKDAYS and beside[-1].rstrip(".") in MONTHS:
        return True
    return any(word[0].isdigit() or word in {",", ".", "-", "/"} for word in beside) or beside[0] in _BEFORE_NAMES


def _has_number(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a number stands beside a word."""
    return any(token.norm[0].isdigit() for token in tokens[max(index - 1, 0) : index + 2])


def _is_plain_name(tokens: Sequence[Token], index: int, plain: str) -> bool:
    """Tell a name written small ("on monday", "the 4th of july") from a word; "march" and "may" need a day beside."""
    if plain in _SHORT_MONTHS:
        beside = {tokens[i].norm[0] for i in (index - 1, index + 1) if 0 <= i < len(tokens)}
        return not beside.isdisjoint("0123456789-/") or (index > 0 and tokens[index - 1].norm in _BEFORE_PLAIN)
    if plain not in _OTHER_WORDS:
        return len(plain) > 3 and plain not in _SHORT_NAMES
    before = tokens[index - 1].norm if index else ""
    if before in _BEFORE_PLAIN:
        return True
    after = tokens[index + 1].norm if index + 1 < len(tokens) else ""
    is_after_day = before[:1].isdigit() or (before == "of" and index > 1 and tokens[index - 2].norm[:1].isdigit())
    return is_after_day or (after[:1].isdigit() and after[-1:].isalpha()) or (len(after) == 4 and after.isdecimal())


def _digits(norm: str) -> str:
    if norm.isdecimal():
        if len(norm) <= 2:
            return "d" if 1 <= int(norm) <= 31 else "n"
        if len(norm) == 4:
            return "Y" if "1000" <= norm <= "2199" else "n"
        return "D" if len(norm) == 8 and _FULL.fullmatch(norm) else "n"
    if _DECADE.fullmatch(norm):
        return "c"
    if norm[-2:] in {"st", "nd", "rd", "th"}:
        return "o"
    if norm in _FRACTIONS:
        return "n"
    if _CLOCK.fullmatch(norm):
        return "C"
    if _FULL.fullmatch(norm):
        return "D"
    return _ranges(norm)


def _ranges(norm: str) -> str:
    if "/" in norm and _DAY_MONTH.fullmatch(norm):
        return "!" if norm == "9/11" else ";"
    if _CLOCK_RANGE.fullmatch(norm):
        return ">"
    days = _DAY_RANGE.fullmatch(norm)
    if days:
        return "R" if 1 <= int(days[1]) < int(days[2]) <= 31 else OTHER
    if _YEAR_RANGE.fullmatch(norm):
        return "y"
    if _MONTH_YEAR.fullmatch(norm):
        return "μ"
    if _HYPHENED.fullmatch(norm):
        return "J"
    return "n" if word_value(norm) is not None else OTHER


def _hyphened(norm: str) -> str:
    if norm in _BESIDE_YEAR:
        return "κ"
    if norm in _UNIT_ENDS:
        return "ω"
    if _PERIOD.fullmatch(norm):
        return "θ"
    if _PREFIXED.fullmatch(norm):
        rest = norm.partition("-")[2]
        if rest.rstrip(".") in _PREFIXABLE or _DECADE.fullmatch(rest) or (rest.isdecimal() and len(rest) == 4):
            return "p"
    if _HYPHENED.fullmatch(norm):
        count = norm.partition("-")[0]
        return "J" if word_value(count) is not None or count in _UNIT.split("|") or count == "multi" else OTHER
    if word_value(norm) is not None:
        return "n"
    return "o" if norm.rpartition("-")[2] in {"first", "second", "third", "fourth", "fifth"} else OTHER
