"""The time of day at which a page was published, where it gives one.

In: what names the day. Out: ISO 8601 with the zone as given ("2018-03-05T22:04+01:00"), or None. Midnight is no time of
day: software writes it where it knows only the day.
"""

import re
from collections.abc import Iterable

from throughline.dates.published.claim import Candidate

_MACHINE = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)[T ](?P<clock>[0-2]\d:[0-5]\d)(?::\d\d(?:[.,]\d{1,9})?)?\s?(?P<zone>Z|[+-]\d\d:?\d\d)?",
    re.ASCII,
)
_MAIL = re.compile(r"\d{4} (?P<clock>[0-2]\d:[0-5]\d)(?::\d\d)? (?P<zone>GMT|UTC|[+-]\d{4})$", re.ASCII)
_CLOCK = re.compile(
    r"(?:\s|,|-|–|\||•|·|um|at|à|alle|klo|h|kl\.?){0,4}(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?![\d.:])"
    r"\s?(?:(?P<half>[ap])\.?m\b\.?)?(?:\s?(?P<zone>GMT|UTC|CEST|CET|EDT|EST|CDT|CST|PDT|PST))?",
    re.IGNORECASE | re.ASCII,
)
_REACH = 32  # characters after a date in which its clock stands
_NOON = 12
_MIDNIGHT = "00:00"
# Names of zones that mean one thing on the pages of those who use them (tz database).
_ZONES = {
    "GMT": "Z", "UTC": "Z", "CET": "+01:00", "CEST": "+02:00", "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00",
    "CDT": "-05:00", "PST": "-08:00", "PDT": "-07:00",
}  # fmt: skip


def moment(candidates: Iterable[Candidate], text: str) -> str | None:
    """Give the first time of day that what names a day gives, machines before people."""
    named = [c for c in candidates if c.when.is_day]
    stated = (_stated(c) for c in named if c.evidence is None)
    shown = (_shown(c, text) for c in named if c.evidence is not None)
    return next(filter(None, stated), None) or next(filter(None, shown), None)


def _stated(candidate: Candidate) -> str | None:
    words = candidate.when.words.strip()
    match = _MACHINE.match(words)
    day = match["day"] if match else candidate.when.first
    match = match or _MAIL.search(words)
    return _written(str(day), match["clock"], _zone(match["zone"])) if match else None


def _shown(candidate: Candidate, text: str) -> str | None:
    """Read the clock that follows a date in a line."""
    if candidate.evidence is None:
        return None
    match = _CLOCK.match(text[candidate.evidence.end : candidate.evidence.end + _REACH])
    if match is None:
        return None
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % _NOON + (_NOON if match["half"].lower() == "p" else 0)
    return _written(str(candidate.when.first), f"{hour:02}:{match['minute']}", _zone((match["zone"] or "").upper()))


def _zone(words: str | None) -> str:
    """Write a zone as ISO 8601 does; "" where none is given."""
    if not words:
        return ""
    if words in _ZONES:
        return _ZONES[words]
    return words if ":" in words or words == "Z" else f"{words[:3]}:{words[3:]}"


def _written(day: str, clock: str, zone: str) -> str | None:
    return None if clock == _MIDNIGHT else f"{day}T{clock}{zone}"
