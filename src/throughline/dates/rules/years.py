"""Rules for years, decades and centuries: "in 2004", "its 1990 invasion", "nineteen ninety-six", "the '90s".

Four digits are a year after a preposition, after a word that belongs to a noun and before that noun, and in speech
written out. A bare number that counts something ("1945 men") is none.
"""

from datetime import date

from throughline.dates import days
from throughline.dates.phrases.reading import Hit, Meaning, Rule, dated, rule
from throughline.dates.words import MONTHS
from throughline.text.numbers import read_ordinal, word_value

_WORD_DECADES = {
    word: 1920 + 10 * number
    for number, word in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split())
}
_OWNERS = frozenset("its his her their our my your whose 's ' that this the both each".split())
_AGED = frozenset("his her their my your our".split())  # "in his thirties" is an age
_LAST_WRITTEN_OUT = 2000  # what is said of centuries: "nineteen ninety-six"
_BACK, _AHEAD = 200, 30  # years around the day of writing in which a year before a noun lies ...
_EARLIEST, _LATEST = 1900, 2050  # ... and where nobody knows that day
_SHORT = 50  # "'99": two digits up to so many years back
_COMPARING = frozenset("than versus vs vs. like unlike against toward towards into beyond including due circa".split())
# Nouns that only follow a count, beside all plurals.
_COUNTED = frozenset("men women people children percent % police troops km kg mph feet cubic square".split())


def _year(hit: Hit) -> Meaning | None:
    return dated(days.year(int(hit.word("year"))))


def _is_near(hit: Hit, year: int) -> bool:
    if hit.now is None:
        return _EARLIEST <= year <= _LATEST
    return hit.now.year - _BACK <= year <= hit.now.year + _AHEAD


def _is_count(hit: Hit) -> bool:
    """Tell "1945 men" and "1990 shares" by the word that is counted."""
    after = hit.tokens[hit.match.end()] if hit.match.end() < len(hit.tokens) else None
    if after is None or not after.text[0].isalpha():
        return after is not None and after.norm in _COUNTED
    return after.norm in _COUNTED or (after.norm.endswith("s") and after.text[0].islower())


def _year_of_noun(hit: Hit) -> Meaning | None:
    """Read "its 1990 invasion", "the 1996 elections", "predicted 1990 growth"."""
    first = hit.match.start()
    before = hit.tokens[first - 1].norm if first else ""
    after = hit.tokens[hit.match.end()]
    if not _is_near(hit, int(hit.word("year"))) or not after.text[0].isalpha() or after.norm in _COUNTED:
        return None
    if before in _OWNERS:
        return _year(hit)
    return None if _is_count(hit) or (before and not before[0].isalpha()) else _year(hit)


def _year_compared(hit: Hit) -> Meaning | None:
    """Read "lower than 1988", "unlike 1996", "due 1993"."""
    first = hit.match.start()
    before = hit.tokens[first - 1].norm if first else ""
    if before == "than" and first > 1 and hit.tokens[first - 2].norm in {"later", "earlier", "sooner"}:
        return None  # opens an interval, and is no comparison of figures
    if before not in _COMPARING or _is_count(hit) or not _is_near(hit, int(hit.word("year"))):
        return None
    return _year(hit)


def _year_in_list(hit: Hit) -> Meaning | None:
    """Read the first of "both 1990 and 1991", and "due 1993"."""
    return _year(hit) if _is_near(hit, int(hit.word("year"))) else None


def _spoken(hit: Hit) -> Meaning | None:
    """Read "nineteen ninety-six", "the year two thousand"."""
    first, rest = word_value(hit.word("century")) or 0, word_value(hit.word("rest")) or 0
    if hit.word("rest") == "thousand":
        return dated(days.year(_LAST_WRITTEN_OUT)) if first == 2 else None
    if not (13 <= first <= 20 and 10 <= rest <= 99):
        return None
    year = int(first * 100 + rest)
    return dated(days.month(year, MONTHS[hit.word("month")]) if hit.has("month") else days.year(year))


def _short(hit: Hit) -> Meaning | None:
    """Read "in '99": the year with these last digits that is not over yet or was last."""
    digits = hit.word("digits")
    if len(digits) != 2 or not digits.isdecimal() or hit.now is None:
        return None
    year = hit.now.year // 100 * 100 + int(digits)
    year -= 100 if year > hit.now.year + 1 else 0
    return dated(days.year(year)) if hit.now.year - year <= _SHORT else None


def _years(hit: Hit) -> Meaning | None:
    start, end = hit.word("years").replace("/", "-").split("-")
    last = int(end) if len(end) == 4 else int(start) // 100 * 100 + int(end)
    if last <= int(start):
        return None
    return Meaning("DATE", f"{start}/{last:04}", days.span(date(int(start), 1, 1), date(last, 12, 31)))


def _decade(hit: Hit) -> Meaning | None:
    before = hit.tokens[hit.match.start() - 1].norm if hit.match.start() else ""
    word = hit.word("decade").strip("'")
    if before in _AGED or hit.word("short") == "'s":
        return None
    if word in _WORD_DECADES:
        return dated(days.decade(_WORD_DECADES[word]))
    digits = "".join(c for c in word if c.isdigit())
    if len(digits) == 3:
        return None  # "the 470s", of which era nobody says
    first = int(digits) if len(digits) == 4 else (1900 if int(digits) >= 20 else 2000) + int(digits)
    return dated(days.decade(first))


def _century(hit: Hit) -> Meaning | None:
    ordinal = read_ordinal(hit.tokens, hit.match.start("number"))
    if ordinal is None or not 10 <= ordinal[0] <= 22 or hit.word("unit") != "century":
        return None
    return dated(days.century((ordinal[0] - 1) * 100))


RULES: tuple[Rule, ...] = (
    rule("year", "Y", r"(?P<year>Y)(?:(?<=[IfBusFAbTEVe(&,atZx]Y)|(?=['_])(?<=^Y))", _year, "It began in [2004] ."),
    rule("year of a noun", "Y", r"(?P<year>Y)(?=_)", _year_of_noun, "They condemned its [1990] invasion ."),
    rule("year compared", "Y", r"(?P<year>Y)", _year_compared, "Prices were lower than [2009] ."),
    rule("year in a list", "Y", r"(?P<year>Y)(?=&Y)", _year_in_list, "It fell in both [2009] and 2010 ."),
    rule(
        "spoken year",
        "ntM",
        r"(?:tU|(?P<month>M))?(?P<century>n)(?P<rest>n)(?![nUGH])",
        _spoken,
        "It was [nineteen ninety-six] .",
    ),
    rule("short year", "'", r"(?<=[IfBusFAbTE&])'(?P<digits>[nd])(?![UGHT])", _short, "He died in ['99] ."),
    rule("years", "y", r"(?P<years>y)", _years, "The war of [2004-2008] was long ."),
    rule("decade", "tc'", r"t?(?P<short>')?(?P<decade>c)", _decade, "It began in [the 1990s] ."),
    rule("century", "to", r"t?(?P<number>o)T?(?P<unit>U)", _century, "It was built in [the 19th century] ."),
)
