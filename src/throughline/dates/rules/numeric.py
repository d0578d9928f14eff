"""Rules for days by their number: "on 22/04", "Friday the 26th", "between the 9th and the 17th of April", "on the 4th".

A number alone is a day only where the words around leave no other reading: after a weekday, or between "on", "by",
"until" and the end of the clause. "24/7", scores and fractions are none.
"""

from collections.abc import Iterator
from datetime import date

from throughline.dates import days
from throughline.dates.nearest import near, years_around
from throughline.dates.phrases.clockface import on_day, read_clock
from throughline.dates.phrases.reading import Hit, Meaning, Rule, dated, rule
from throughline.dates.words import MONTHS, WEEKDAYS
from throughline.model import When
from throughline.text.numbers import read_ordinal, word_value

_ALWAYS = "24/7"
_MONTHS_AROUND = 14  # a weekday falls on a given day of some month at least once in so many


def _number(hit: Hit, group: str) -> int:
    ordinal = read_ordinal(hit.tokens, hit.match.start(group))
    if ordinal and hit.has("tens"):
        tens = word_value(hit.word("tens"))
        return int(tens) + ordinal[0] if tens in {20, 30} and ordinal[0] < 10 else 0
    return ordinal[0] if ordinal else int(word_value(hit.word(group)) or 0)


def _day(year: int, month: int, number: int) -> When | None:
    try:
        return days.day(date(year, month, number))
    except ValueError:
        return None


def _by_number(hit: Hit) -> Meaning | None:
    """Read "22/04"; where both numbers may be the month, either day."""
    word = hit.word("date")
    one, two = (int(part) for part in word.split("/"))
    if word == _ALWAYS or hit.now is None:
        return None
    either = [_near_day(hit, month, number) for month, number in ((two, one), (one, two)) if 1 <= month <= 12]
    known = [when for when in either if when]
    firsts, lasts = [w.first for w in known if w.first], [w.last for w in known if w.last]
    if not firsts or not lasts:
        return None
    meaning = dated(known[0])
    return Meaning("DATE", meaning.value, days.span(min(firsts), max(lasts))) if meaning else None


def _near_day(hit: Hit, month: int, number: int) -> When | None:
    return near(hit, (when for year in years_around(hit.now) if (when := _day(year, month, number))))


def _of_month(hit: Hit) -> Meaning | None:
    """Read "on the 4th", "the 21st of this month": the day of that number nearest, as the sentence looks."""
    number = _number(hit, "day")
    if hit.now is None or not 1 <= number <= 31 or not hit.word("day")[:1].isdigit():
        return None
    if hit.has("lead"):
        if hit.word("unit") != "month":
            return None
        step = {"this": 0, "current": 0, "next": 1, "last": -1}.get(hit.word("lead"))
        if step is None:
            return None
        month = days.shift_months(hit.now.replace(day=1), step)
        return dated(_day(month.year, month.month, number))
    return dated(near(hit, _days_numbered(hit.now, number, None)))


def _of_weekday(hit: Hit) -> Meaning | None:
    """Read "Tues the 4th", "Monday 21": the nearest day that is both."""
    number, weekday = _number(hit, "day" if hit.has("day") else "number"), WEEKDAYS.get(hit.word("weekday"))
    if hit.now is None or weekday is None or not 1 <= number <= 31:
        return None
    this_month = [d for d in _days_numbered(hit.now, number, weekday) if d.first and _is_month_of(d.first, hit.now)]
    if this_month and not hit.lean:
        return dated(this_month[0])
    return dated(near(hit, _days_numbered(hit.now, number, weekday)))


def _is_month_of(day: date, other: date) -> bool:
    return (day.year, day.month) == (other.year, other.month)


def _stamp(hit: Hit) -> Meaning | None:
    """Read "Wed Oct 26 15:50:06 2016", as clocks of machines and letters write it."""
    time, when = (
        read_clock(hit.word("clock")),
        _day(int(hit.word("year")), MONTHS[hit.word("month")], _number(hit, "day")),
    )
    return Meaning("TIME", on_day(when.edtf, time), when) if time and when else None


def _days_numbered(now: date, number: int, weekday: int | None) -> Iterator[When]:
    """The days of that number in the months around, on a weekday where one is given."""
    start = now.replace(day=1)
    for step in range(-_MONTHS_AROUND, _MONTHS_AROUND + 1):
        month = days.shift_months(start, step)
        when = _day(month.year, month.month, number)
        if when and when.first and (weekday is None or when.first.weekday() == weekday):
            yield when


def _day_to_day(hit: Hit) -> Meaning | None:
    """Read "3 to 12 of Sept", "between the ninth and the seventeenth of April"."""
    start = hit.match.start()
    if hit.match["joint"] == "&" and not (start and hit.tokens[start - 1].norm == "between"):
        return None
    one, two, month = _number(hit, "one"), _number(hit, "two"), MONTHS[hit.word("month")]
    if hit.has("year"):
        year = int(hit.word("year"))
    else:
        first_day = _near_day(hit, month, one)
        if first_day is None or first_day.first is None:
            return None
        year = first_day.first.year
    first, last = _day(year, month, one), _day(year, month, two)
    return dated(days.span(first.first, last.first)) if first and last and one < two else None


def _years(hit: Hit) -> Meaning | None:
    """Read "2014 to 2018"."""
    one, two = int(hit.word("one")), int(hit.word("two"))
    return Meaning("DATE", f"{one:04}/{two:04}", days.span(date(one, 1, 1), date(two, 12, 31))) if one < two else None


def _iso_month(hit: Hit) -> Meaning | None:
    """Read "2018-03", which cannot be the years 2018 to 2003."""
    year, number = (int(part) for part in hit.word("years").replace("/", "-").split("-"))
    if number > 12:
        return dated(days.month(number, year)) if 1 <= year <= 12 else None  # "11/2016", and no "2009-2001"
    return dated(days.month(year, number)) if 1 <= number <= 12 and number <= year % 100 else None


def _iso_day(hit: Hit) -> Meaning | None:
    """Read "2016 10 16"."""
    return dated(_day(int(hit.word("year")), _number(hit, "month"), _number(hit, "day")))


def _month_named(hit: Hit) -> Meaning | None:
    """Read "the month of September"."""
    if hit.word("unit") != "month":
        return None
    month = MONTHS[hit.word("month")]
    if hit.has("year"):
        return dated(days.month(int(hit.word("year")), month))
    return dated(near(hit, (days.month(year, month) for year in years_around(hit.now))))


def _months(hit: Hit) -> Meaning | None:
    """Read "May to October", "Nov-Feb 2017": the year is that of the last month."""
    one, two = MONTHS[hit.word("one")], MONTHS[hit.word("two")]
    if hit.has("year"):
        last: When | None = days.month(int(hit.word("year")), two)
    else:
        last = near(hit, (days.month(year, two) for year in years_around(hit.now)))
    if last is None or last.first is None or one == two:
        return None
    first = days.month(last.first.year - (one > two), one)
    return Meaning("DATE", f"{first.edtf}/{last.edtf}", days.span(first.first, last.last))


def _year_first(hit: Hit) -> Meaning | None:
    """Read "2019-Aug-01"."""
    return dated(_day(int(hit.word("year")), MONTHS[hit.word("month")], _number(hit, "day")))


def _year_named(hit: Hit) -> Meaning | None:
    """Read "the year 2020"."""
    return dated(days.year(int(hit.word("year")))) if hit.word("unit") == "year" else None


RULES: tuple[Rule, ...] = (
    rule(
        "day and month by number",
        "WZX;",
        r"(?:[ZX]?W,?|[ZX]|(?<=[OBubsAF]))(?P<date>;)",
        _by_number,
        "They met on [22/04] .",
    ),
    rule(
        "day of the month",
        "to",
        r"t?(?P<day>o)(?:f?(?P<lead>[ZXL])(?P<unit>U)|(?:(?<=[OBubsAF]o)|(?<=[OBubsAF]to))(?=[,)]|_?$))",
        _of_month,
        "They met on [the 4th of this month] .",
    ),
    rule(
        "weekday and day",
        "W",
        r"(?P<weekday>W),?t?(?:(?P<tens>n)?(?P<day>o)|(?P<number>d)(?=[,)@EF]|_?$))(?!f?M)",
        _of_weekday,
        "They met on [Friday the 2nd] .",
    ),
    rule(
        "year to year",
        "Y",
        r"(?<![FE])(?P<one>Y)T(?P<two>Y)(?=[,)]|_?$)",
        _years,
        "It lasted [2014 to 2018] .",
    ),
    rule(
        "month to month",
        "M",
        r"(?<![FE])(?P<one>M)T(?P<two>M)(?:[,f]?(?P<year>Y))?(?![do])",
        _months,
        "It lasted [May to October 2009] .",
    ),
    rule("month by number", "y", r"(?P<years>y)", _iso_month, "It was sent in [2018-03] ."),
    rule("month and year by number", "μ", r"(?P<years>μ)", _iso_month, "It was sent in [11/2011] ."),
    rule(
        "month named",
        "tU",
        r"t?(?P<unit>U)f(?P<month>M)(?:[,f]?(?P<year>Y))?(?![do])",
        _month_named,
        "It was in [the month of May] .",
    ),
    rule(
        "year first by number",
        "Y",
        r"(?P<year>Y)(?P<month>d)(?P<day>d)(?=[,)]|_?$)",
        _iso_day,
        "It was on [2016 10 16] .",
    ),
    rule("year first", "Y", r"(?P<year>Y)T(?P<month>M)T?(?P<day>d)", _year_first, "It was sent [2019-Aug-01] ."),
    rule("year named", "tU", r"t?(?P<unit>U)f?(?P<year>Y)", _year_named, "It was built in [the year 2020] ."),
    rule(
        "stamp",
        "WM",
        r"(?:W,?)?(?P<month>M)(?P<day>d)(?P<clock>C)z?(?P<year>Y)",
        _stamp,
        "It came on [Wed Oct 26 15:50:06 2016] .",
    ),
    rule(
        "day to day",
        "tdo",
        r"t?(?P<one>[do])(?P<joint>[T&])t?(?P<two>[do])f?(?P<month>M)(?:[,fI]?(?P<year>Y))?",
        _day_to_day,
        "They met from [the 3rd to the 12th of May] .",
    ),
)
