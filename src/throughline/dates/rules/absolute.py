"""Rules for dates that name a place in the calendar: whole ("5 March 2018"), or in part ("Dec. 31", "in May")."""

from dataclasses import replace
from datetime import date

from throughline.dates import days
from throughline.dates.nearest import near, years_around
from throughline.dates.phrases.reading import Hit, Meaning, Rule, dated, rule
from throughline.dates.words import MONTHS, SEASON_VALUES, SEASONS
from throughline.dates.written import read_day
from throughline.model import When
from throughline.text.numbers import read_ordinal, word_value

_ATTACKS = date(2001, 9, 11)
_OF_ATTACKS = frozenset(
    "attacks attack attackers terror terrorist hijackers hijackings commission conspirators plot plotters -".split()
)


def month_near(hit: Hit, number: int) -> When | None:
    """The month of that number which the sentence means."""
    return near(hit, (days.month(y, number) for y in years_around(hit.now)))


def day_near(hit: Hit, month: int, number: int) -> When | None:
    """The day of a year that the sentence means."""
    return near(hit, (d for y in years_around(hit.now) if (d := _day_of(y, month, number))))


def _day_of(year: int, month: int, number: int) -> When | None:
    try:
        return days.day(date(year, month, number))
    except ValueError:
        return None


def _number(hit: Hit, group: str) -> int:
    """Read a day or other small number, cardinal or ordinal."""
    ordinal = read_ordinal(hit.tokens, hit.match.start(group))
    return ordinal[0] if ordinal else int(word_value(hit.word(group)) or 0)


def _day_and_month(hit: Hit) -> Meaning | None:
    order = "" if hit.has("month") else "2"
    month, number = MONTHS[hit.word("month" + order)], _number(hit, "day" + order)
    if hit.has("year"):
        return dated(_day_of(int(hit.word("year")), month, number))
    if _day_of(2000, month, number) is None:
        return None
    if (month, number) == (9, 11) and _is_of_attacks(hit):
        return dated(days.day(_ATTACKS))
    if hit.now is None:
        return Meaning("DATE", f"XXXX-{month:02}-{number:02}")
    return dated(day_near(replace(hit, lean=0) if _is_epithet(hit) else hit, month, number))


def _is_of_attacks(hit: Hit) -> bool:
    """Tell "the Sept. 11 attacks": since 2001 that day needs no year."""
    after = hit.tokens[hit.match.end()].norm if hit.match.end() < len(hit.tokens) else ""
    return after in _OF_ATTACKS and (hit.now is None or hit.now > _ATTACKS)


def _is_epithet(hit: Hit) -> bool:
    """Tell "the Aug. 7 blasts": the tense of the sentence says nothing of that day."""
    letters, first, stop = hit.match.string, hit.match.start(), hit.match.end()
    return (
        letters[max(first - 1, 0) : first] == "t"
        and letters[stop : stop + 1] == "_"
        and hit.tokens[stop].text[0].isalpha()
    )


def _days_of_month(hit: Hit) -> Meaning | None:
    """Read "April 2-4": one token for both days, or three."""
    month = MONTHS[hit.word("month") or hit.word("month2") or hit.word("month3")]
    if hit.has("range") or hit.has("range2"):
        one, two = (int(n) for n in hit.word("range" if hit.has("range") else "range2").split("-"))
    else:
        one, two = (_number(hit, name if hit.has(name) else name + "2") for name in ("one", "two"))
    year = int(hit.word("year")) if hit.has("year") else None
    if year is None:
        if hit.now is None:
            return Meaning("DATE", f"XXXX-{month:02}-{one:02}/XXXX-{month:02}-{two:02}")
        start = day_near(hit, month, one)
        year = start.first.year if start and start.first else hit.now.year
    first, last = _day_of(year, month, one), _day_of(year, month, two)
    if first is None or last is None or one >= two:
        return None
    return dated(days.span(first.first, last.first))


def _full(hit: Hit) -> Meaning | None:
    readings = read_day(hit.word("date"))
    if not readings:
        return None
    if len(readings) == 1:
        return dated(readings[0])
    either = days.span(min(r.first for r in readings if r.first), max(r.last for r in readings if r.last))
    return Meaning("DATE", readings[0].edtf, either)


def _month(hit: Hit) -> Meaning | None:
    number = MONTHS[hit.word("month")]
    if hit.has("year"):
        return dated(days.month(int(hit.word("year")), number))
    if hit.now is None:
        return Meaning("DATE", f"XXXX-{number:02}")
    return dated(month_near(hit, number))


def _month_of_noun(hit: Hit) -> Meaning | None:
    """Read "the October attack", whose verb is not its own; "the May government" has a name, "the March on" a walk."""
    after = hit.tokens[hit.match.end()].text
    if hit.word("month") == "may" or not after[0].islower():
        return None
    return _month(replace(hit, lean=0))


def is_collapse(hit: Hit) -> bool:
    """Tell "the fall of Larno" from a season; "the fall of that year" is one."""
    following = [token.norm for token in hit.tokens[hit.match.end() : hit.match.end() + 2]]
    return hit.word("season") == "fall" and following[:1] == ["of"] and following[-1] not in {"that", "this"}


def _season(hit: Hit) -> Meaning | None:
    number = SEASONS[hit.word("season")]
    if hit.has("year"):
        return dated(days.season(int(hit.word("year")), number))
    if is_collapse(hit):
        return None
    if hit.now is None:
        return Meaning("DATE", f"XXXX-{SEASON_VALUES[number]}")
    return dated(near(hit, (days.season(year, number) for year in years_around(hit.now))))


_WEEKDAY = "(?:W,?)?"
RULES: tuple[Rule, ...] = (
    rule(
        "day and month",
        "WMtdo",
        rf"{_WEEKDAY}(?:(?P<month>M)(?:,(?=o))?t?(?P<day>[do])(?!T?[dR]M)"
        r"|t?(?P<day2>[do])(?:f|T(?=MY))?(?P<month2>M))(?:(?:[,f]|(?<=[do]M)I)?(?P<year>Y))?",
        _day_and_month,
        "They met on [Thursday 29 April 2010] .",
    ),
    rule(
        "days of a month",
        "MRdot",
        r"(?:(?P<month>M)(?:(?P<range>R)|(?P<one>[do])[T&](?P<two>[do]))|(?P<range2>R)f?(?P<month2>M)"
        r"|t?(?P<one2>[do])&t?(?P<two2>[do])f?(?P<month3>M))(?:,?(?P<year>Y))?",
        _days_of_month,
        "They met in Larno on [April 2-4] .",
    ),
    rule("full date", "D", r"(?P<date>D)", _full, "It was signed on [2018-03-05] ."),
    rule("month and year", "M", r"(?P<month>M)(?:,?f?|(?<=[Tu]M)I)(?P<year>Y)", _month, "It began in [March 2018] ."),
    rule(
        "month",
        "M",
        r"(?P<month>M)(?![do])(?:(?<=[IBusFAbTEV&efLXZN]M)|(?='))",
        _month,
        "It began in [February] .",
    ),
    rule("month of a noun", "M", r"(?P<month>M)(?=_)(?<=tM)", _month_of_noun, "They condemned the [October] attack ."),
    rule("season and year", "tS", r"t?(?P<season>S)f?(?P<year>Y)", _season, "It began in [the spring of 2004] ."),
    rule("season", "tS", r"(?<=[IVusB])t(?P<season>S)(?P<year>Y)?", _season, "It began in [the summer] ."),
)
