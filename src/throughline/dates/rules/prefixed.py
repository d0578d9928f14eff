"""Rules for spans with a prefix: "post-2011", "pre-2003", "mid-May", "late-1990s", "mid-afternoon", "mid-year"."""

from datetime import date

from throughline.dates import days
from throughline.dates.nearest import near, years_around
from throughline.dates.phrases import edges
from throughline.dates.phrases.reading import DAY_PARTS, Hit, Meaning, Rule, rule, value_of
from throughline.dates.rules.absolute import month_near
from throughline.dates.words import MONTHS, SEASON_VALUES, SEASONS, UNITS
from throughline.model import Grain, When

_MODS = {"early": "START", "mid": "MID", "late": "END"}  # the other prefixes, "post" and "pre", say before and after


def _prefixed(hit: Hit) -> Meaning | None:
    prefix, _, rest = hit.word("whole").partition("-")
    mod = _MODS.get(prefix, "")
    if rest in DAY_PARTS:
        day = hit.now.isoformat() if hit.now else "XXXX-XX-XX"
        return Meaning("TIME", f"{day}T{DAY_PARTS[rest]}", None, mod)
    digits = rest.rstrip("s'")
    if digits.isdecimal():
        return _of_year(prefix, int(digits), is_decade=rest.endswith("s")) if len(digits) == 4 else None
    when, unknown = _named(hit, rest)
    inside = edges.part(when, prefix) if when and mod else when
    return Meaning("DATE", value_of(when) if when else unknown, inside, mod) if when or unknown else None


def _named(hit: Hit, word: str) -> tuple[When | None, str]:
    """The span that a word names, and its value where nobody knows the day of writing."""
    if word in MONTHS:
        if hit.has("year"):
            return days.month(int(hit.word("year")), MONTHS[word]), ""
        return (month_near(hit, MONTHS[word]) if hit.now else None), f"XXXX-{MONTHS[word]:02}"
    if word in SEASONS:
        number = SEASONS[word]
        if hit.has("year"):
            return days.season(int(hit.word("year")), number), ""
        return near(hit, (days.season(year, number) for year in years_around(hit.now))), f"XXXX-{SEASON_VALUES[number]}"
    unit = UNITS.get(word)
    return (days.around(hit.now, unit) if hit.now and unit and unit is not Grain.DAY else None), ""


def _of_year(prefix: str, year: int, *, is_decade: bool) -> Meaning | None:
    if not 1000 <= year <= 2199:
        return None
    whole = days.decade(year) if is_decade else days.year(year)
    if prefix == "post":
        return Meaning("DATE", value_of(whole), When(date(year + 1, 1, 1), None, Grain.YEAR))
    if prefix == "pre":
        return Meaning("DATE", value_of(whole), When(None, date(year - 1, 12, 31), Grain.YEAR))
    return Meaning("DATE", value_of(whole), edges.part(whole, prefix), _MODS[prefix])


RULES: tuple[Rule, ...] = (
    rule("prefixed", "pt", r"t?(?P<whole>p)(?:,?f?(?P<year>Y))?", _prefixed, "They spoke of a [post-2011] presence ."),
)
