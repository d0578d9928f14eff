"""Feasts and holidays: the day or days of each in a year, by the rule of its calendar. Nothing here reads text.

Fixed days and weekdays of a month are exact. Easter is Meeus, Jones and Butcher's (Meeus, Astronomical Algorithms,
1991, chapter 8), Orthodox Easter his for the Julian calendar (exact from 1900 to 2099). Jewish feasts are exact by the
fixed Hebrew calendar. Muslim ones are by the tabular calendar, the Chinese New Year and Diwali by the new moon: these
are marked approximate, because where they are kept the moon is watched, or another meridian counts. National days
that several nations have under one name ("Independence Day") have no day here.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from math import radians, sin

from throughline.dates import days
from throughline.model import When

Feast = Callable[[int], When | None]

_ISLAMIC_EPOCH = 227014  # ordinal of 1 Muharram 1, 18 July 622 in the Gregorian calendar
_HEBREW_EPOCH = -1373428  # ordinal of the day before 1 Tishri 1
_NEW_MOON_EPOCH = 730125.76  # ordinal and hour of the new moon of 6 January 2000, 18:14 UT (Meeus, chapter 47)
_MONTH = 29.530588861  # days from new moon to new moon
_BEIJING = 8 / 24
_KARTIK = -0.5  # of a day: the feast is on the evening before the moon is new


def fixed(month: int, number: int, length: int = 1) -> Feast:
    """A feast that begins on the same day every year."""
    return lambda year: _from(date(year, month, number), length)


def nth(count: int, weekday: int, month: int, shift: int = 0) -> Feast:
    """The nth weekday (0 is Monday) of a month, or the last for -1, and so many days after it."""

    def of(year: int) -> When | None:
        span = days.month(year, month)
        if count > 0 and span.first:
            first = days.shift_days(span.first, (weekday - span.first.weekday()) % 7 + 7 * (count - 1))
        else:
            last = span.last or date(year, month, 28)
            first = days.shift_days(last, -((last.weekday() - weekday) % 7))
        return days.day(days.shift_days(first, shift))

    return of


def easter(shift: int = 0, length: int = 1) -> Feast:
    """A feast so many days after Easter Sunday of the western churches."""
    return lambda year: _from(days.shift_days(easter_sunday(year), shift), length)


def orthodox_easter(year: int) -> When | None:
    """Easter Sunday of the eastern churches, as a Gregorian day."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, number = divmod(d + e + 114, 31)
    return days.day(days.shift_days(date(year, month, number + 1), 13))


def easter_sunday(year: int) -> date:
    """Easter Sunday of the western churches."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, number = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, number + 1)


def islamic(month: int, number: int, length: int = 1) -> Feast:
    """A day of the tabular Islamic calendar: the last that begins in the Gregorian year, a day or two uncertain."""

    def of(year: int) -> When | None:
        guess = int((year - 621.5) * 33 / 32) + 2
        for hijri in range(guess, guess - 4, -1):
            ordinal = _islamic_ordinal(hijri, month, number)
            if hijri > 0 and ordinal > 0 and date.fromordinal(ordinal).year == year:
                return replace(_from(date.fromordinal(ordinal), length), approximate=True)
        return None

    return of


def _islamic_ordinal(year: int, month: int, number: int) -> int:
    return number + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + _ISLAMIC_EPOCH - 1


def hebrew(shift: int, length: int = 1) -> Feast:
    """A feast so many days from Rosh Hashanah of that Gregorian autumn; it may lie in the spring before."""
    return lambda year: _from(days.shift_days(rosh_hashanah(year), shift), length)


def rosh_hashanah(year: int) -> date:
    """1 Tishri in the autumn of a Gregorian year, by the molad and the four postponements."""
    hebrew_year = year + 3761
    months = (235 * hebrew_year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    if 3 * (day + 1) % 7 < 3:
        day += 1
    return date.fromordinal(max(day + _HEBREW_EPOCH + 1 + _late(hebrew_year), 1))


def _elapsed(hebrew_year: int) -> int:
    months = (235 * hebrew_year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def _late(hebrew_year: int) -> int:
    """Years of 356 or 382 days are not allowed: the postponements that keep them out."""
    before, this, after = (_elapsed(hebrew_year + n) for n in (-1, 0, 1))
    return 2 if after - this == 356 else 1 if this - before == 382 else 0


def chinese_new_year(year: int) -> When | None:
    """The second new moon after the month of the winter solstice, in Beijing; a day uncertain."""
    count = _last_new_moon(date(year - 1, 12, 22), _BEIJING) + 2
    if int(_new_moon(count) + _BEIJING) < date(year, 1, 21).toordinal():  # a leap month stands between
        count += 1
    return _approximate(_new_moon(count) + _BEIJING)


def diwali(year: int) -> When | None:
    """The evening of the moonless night of Kartik, the new moon after 16 October; a day uncertain."""
    return _approximate(_new_moon(_last_new_moon(date(year, 10, 16), _KARTIK) + 1) + _KARTIK)


def _last_new_moon(day: date, shift: float) -> int:
    """The count of the last new moon on or before a day."""
    count = int((day.toordinal() - _NEW_MOON_EPOCH) / _MONTH) + 2
    while int(_new_moon(count) + shift) > day.toordinal():
        count -= 1
    return count


def _approximate(moment: float) -> When:
    return replace(days.day(date.fromordinal(int(moment))), approximate=True)


def _new_moon(count: int) -> float:
    """Moment of a new moon as an ordinal with its fraction: the mean moon and its two largest perturbations."""
    century = count / 1236.85
    sun, moon = radians(2.5534 + 29.10535669 * count), radians(201.5643 + 385.81693528 * count)
    moved = -0.4072 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon)
    return _NEW_MOON_EPOCH - 0.166 + _MONTH * count + 0.0001337 * century * century + moved


def election_day(year: int) -> When | None:
    """The day of general elections of the United States: the Tuesday after the first Monday of November."""
    return nth(1, 0, 11, 1)(year) if year % 2 == 0 else None


def _from(first: date, length: int) -> When:
    return days.span(first, first + timedelta(days=length - 1))
