"""Spans of the calendar as `When`s, and steps from one to another. Nothing here reads text."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from throughline.model import Grain, When

_MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.YEAR: 12, Grain.DECADE: 120, Grain.CENTURY: 1200}


def day(value: date) -> When:
    """One day."""
    return When(value, value, Grain.DAY)


def week(value: date) -> When:
    """The week, Monday to Sunday, that a day lies in."""
    monday = shift_days(value, -value.weekday())
    return When(monday, shift_days(monday, 6), Grain.WEEK)


def month(year: int, number: int) -> When:
    """A month; ValueError when there is none."""
    first = date(year, number, 1)
    return When(first, first.replace(day=monthrange(year, number)[1]), Grain.MONTH)


def quarter(year: int, number: int) -> When:
    """A quarter of the calendar year, 1 to 4."""
    first, last = month(year, number * 3 - 2), month(year, number * 3)
    return When(first.first, last.last, Grain.QUARTER)


def half(year: int, number: int) -> When:
    """A half of the calendar year, 1 or 2."""
    return When(month(year, number * 6 - 5).first, month(year, number * 6).last, Grain.INTERVAL)


def season(year: int, number: int) -> When:
    """A season by its EDTF number, 21 (spring) to 24 (winter), northern, in whole months.

    Winter runs from December of the year into February of the next, as EDTF and most almanacs number it.
    """
    start = (number - 20) * 3
    ends_next_year = start == 12 and year < date.max.year
    last = month(year + 1, 2) if ends_next_year else month(year, min(start + 2, 12))
    return When(month(year, start).first, last.last, Grain.SEASON)


def year(value: int) -> When:
    """A calendar year."""
    return When(date(value, 1, 1), date(value, 12, 31), Grain.YEAR)


def decade(first_year: int) -> When:
    """The ten years from one that ends in 0."""
    return When(date(first_year, 1, 1), date(first_year + 9, 12, 31), Grain.DECADE)


def century(first_year: int) -> When:
    """The hundred years from one that ends in 00."""
    return When(date(first_year, 1, 1), date(first_year + 99, 12, 31), Grain.CENTURY)


def span(first: date | None, last: date | None, grain: Grain = Grain.INTERVAL) -> When:
    """From one day to another, either open; one day if they are the same."""
    return When(first, last, Grain.DAY if first is not None and first == last else grain)


def shift_days(value: date, days: int) -> date:
    """Move by days, stopping at either end of the calendar."""
    try:
        return value + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def shift_months(value: date, months: int) -> date:
    """Move by months, to the last day of a shorter month, stopping at either end of the calendar."""
    index = value.year * 12 + value.month - 1 + months
    if index < 12:
        return date.min
    if index >= (date.max.year + 1) * 12:
        return date.max
    number = index % 12 + 1
    return date(index // 12, number, min(value.day, monthrange(index // 12, number)[1]))


def around(value: date, grain: Grain) -> When:
    """The day, week, month, quarter, year, decade or century that a day lies in."""
    if grain is Grain.WEEK:
        return week(value)
    if grain is Grain.MONTH:
        return month(value.year, value.month)
    if grain is Grain.QUARTER:
        return quarter(value.year, (value.month + 2) // 3)
    if grain is Grain.YEAR:
        return year(value.year)
    if grain is Grain.DECADE:
        return decade(max(value.year // 10 * 10, 1))
    if grain is Grain.CENTURY:
        return century(max(value.year // 100 * 100, 1))
    return day(value)


def step(value: date, grain: Grain, count: int) -> date:
    """Move by whole units of a grain, either way."""
    if grain is Grain.WEEK:
        return shift_days(value, 7 * count)
    if grain in _MONTHS:
        return shift_months(value, _MONTHS[grain] * count)
    return shift_days(value, count)


def named(when: When, words: str, rule: str) -> When:
    """Give a span the words it was read from and the rule that read them."""
    return replace(when, words=words, rule=rule)
