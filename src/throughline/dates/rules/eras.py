"""Rules for years, months, seasons and centuries with their era: "480 BC", "the 4th century BC", "AD 70".

What lies before the year 1 has a TIMEX3 value ("BC0480") and no days: the calendar of `date` begins later, and the
days of antiquity are known in no calendar of ours.
"""

from throughline.dates import days
from throughline.dates.phrases.reading import Hit, Meaning, Rule, dated, rule
from throughline.dates.words import MONTHS, SEASON_VALUES, SEASONS
from throughline.text.numbers import read_ordinal, word_value

_LONGEST = 9999  # years


def _is_before(hit: Hit) -> bool:
    return hit.word("era").replace(".", "").startswith("b")


def _year(hit: Hit) -> Meaning | None:
    """Read "480 BC", "April 480 BC", "the spring of 480 BC", "AD 70"."""
    year = int(hit.word("year")) if hit.word("year").isdecimal() else 0
    if not 0 < year <= _LONGEST:
        return None
    month = MONTHS[hit.word("month")] if hit.has("month") else 0
    season = SEASONS[hit.word("season")] if hit.has("season") else 0
    if not _is_before(hit):
        return dated(days.season(year, season) if season else days.month(year, month) if month else days.year(year))
    end = f"-{month:02}" if month else f"-{SEASON_VALUES[season]}" if season else ""
    if month and hit.has("day"):
        number = int(word_value(hit.word("day")) or 0)
        end += f"-{number:02}" if 1 <= number <= 31 else ""
    return Meaning("DATE", f"BC{year:04}{end}")


def _century(hit: Hit) -> Meaning | None:
    ordinal = read_ordinal(hit.tokens, hit.match.start("number"))
    if ordinal is None or not hit.word("unit").startswith("centur") or not 1 <= ordinal[0] <= 99:
        return None
    number = ordinal[0] - 1
    if _is_before(hit):
        return Meaning("DATE", f"BC{number:02}")
    return dated(days.century(number * 100)) if number else Meaning("DATE", "00")


def _decade(hit: Hit) -> Meaning | None:
    digits = "".join(c for c in hit.word("decade") if c.isdigit())
    return Meaning("DATE", f"BC{int(digits) // 10:03}") if digits and _is_before(hit) else None


_NUMBER = "[ndY]"
RULES: tuple[Rule, ...] = (
    rule(
        "year of an era",
        "ndYxMtS",
        rf"x?(?:(?P<day>d)?(?P<month>M)|t?(?P<season>S)f?)?(?P<year>{_NUMBER})(?P<era>ε)",
        _year,
        "They were beaten in [480 BC] .",
    ),
    rule(
        "first year of an era",
        "ndYxM",
        rf"x?(?P<month>M)?(?P<year>{_NUMBER})(?=[T&u]M?{_NUMBER}(?P<era>ε))",
        _year,
        "The war ( [264] to 241 BC ) was fought at sea .",
    ),
    rule("era before a year", "ε", rf"(?P<era>ε)(?P<year>{_NUMBER})", _year, "It was burnt in [AD 70] ."),
    rule(
        "century of an era",
        "to",
        r"t?(?P<number>o)T?(?P<unit>U)(?P<era>ε)",
        _century,
        "It was built in [the 4th century BC] .",
    ),
    rule("decade of an era", "tc", r"t?(?P<decade>c)(?P<era>ε)", _decade, "It was built in [the 470s BC] ."),
)
