"""Times of the clock: read from a word or two, put before or after noon, and written as TIMEX3 does."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from throughline.text.numbers import word_value

_LATE = frozenset({"AF", "EV", "NI"})  # parts of the day whose hours count from noon
_SMALL_HOURS = 5  # "3 at night" is in the morning
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::(\d\d))?(?:ish|(?:([ap])\.?m?\.?))?", re.ASCII)
_MILITARY = re.compile(r"([01]\d|2[0-4])([0-5]\d)", re.ASCII)


class Time(NamedTuple):
    """A time of the clock; `half` is "a" or "p" where it was said."""

    hour: int
    minute: int = -1
    second: int = -1
    half: str = ""

    @property
    def value(self) -> str:
        """As TIMEX3 writes it; "T15:00" where no minutes were said."""
        seconds = f":{self.second:02}" if self.second >= 0 else ""
        return f"T{self.hour:02}:{max(self.minute, 0):02}{seconds}"


def read_clock(word: str, half: str = "") -> Time | None:
    """Read "10:30", "5", "2.30pm", "7:56:30", "1140", "seven", "five-thirty"; None for what is no time of the clock."""
    match = _CLOCK.fullmatch(word) or _MILITARY.fullmatch(word)
    if match is None:
        return in_words(word.split("-"), half)
    hour, minute = int(match[1]), int(match[2]) if match[2] else -1
    second = int(match[3]) if match.re is _CLOCK and match[3] else -1
    said = (match[4] or "") if match.re is _CLOCK else ""
    if minute >= 60 or second >= 60:
        return None
    return in_half(Time(hour, minute, second), said or half)


def in_words(words: Sequence[str], half: str = "") -> Time | None:
    """Read "seven", "five thirty", "three forty five"; the minutes have two digits."""
    values = [word_value(word) if word.isalpha() or "-" in word else None for word in words]
    whole = [int(value) for value in values if value is not None and value % 1 == 0]
    if not whole or len(whole) != len(words) or not 1 <= whole[0] <= 12:
        return None
    if len(whole) == 1:
        return in_half(Time(whole[0]), half)
    if len(whole) == 3 and (whole[1] % 10 or not 0 < whole[2] < 10):
        return None
    minute = sum(whole[1:])
    return in_half(Time(whole[0], minute), half) if len(whole) <= 3 and whole[1] >= 10 and minute < 60 else None


def in_half(time: Time, half: str) -> Time | None:
    """Put an hour before ("a") or after ("p") noon; None for an hour that no clock shows."""
    if not half:
        return time if 0 <= time.hour <= 24 else None
    if not 0 < time.hour <= 12:
        return time if time.hour <= 24 and half == "p" else None
    return time._replace(hour=time.hour % 12 + (12 if half == "p" else 0), half=half)


def in_halves(one: Time, two: Time) -> tuple[Time, Time]:
    """Put both ends of a range before or after noon where one of them says it: the later one follows the earlier."""
    if two.half and not one.half and 0 < one.hour <= 12:
        same, other = (in_half(one, half) or one for half in (two.half, "a" if two.half == "p" else "p"))
        return (same if same[:2] < two[:2] else other), two
    if one.half and not two.half and 0 < two.hour <= 12:
        same = in_half(two, one.half) or two
        return one, (same if same[:2] > one[:2] else in_half(two, "p") or two)
    if not one.half and not two.half and two.hour < one.hour <= 12:
        return one, two._replace(hour=two.hour + 12)
    return one, two


def in_part(time: Time, part: str) -> Time:
    """Put an hour that was said without "a.m." into a part of the day: "7 in the evening"."""
    if time.half or part not in _LATE or time.hour > 12 or (part == "NI" and time.hour <= _SMALL_HOURS):
        return time
    if time.hour == 12:
        return time._replace(hour=24 if part == "NI" else 12)
    return time._replace(hour=time.hour + 12, half="p")


def times_of(value: str) -> list[Time]:
    """The times in a value: "2011-12-05T17:00/2011-12-05T18:00" has two."""
    found = (re.search(r"T(\d\d):(\d\d)(?::(\d\d))?", piece) for piece in value.split("/"))
    return [Time(int(m[1]), int(m[2]), int(m[3]) if m[3] else -1) for m in found if m]


def on_day(day: str, *times: Time) -> str:
    """The value of a time, or of two, on a day."""
    return "/".join(f"{day}{time.value}" for time in times)
