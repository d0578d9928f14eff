"""The likeliest day, month or year of a page whose day is only bounded. Nothing is known by it.

In: the constraints on a page's day, hints among them, and their solution. Out: a `Guess`, or None where no year is
likelier than all others together. Hints speak for years with log odds that add up; within the year days without one
give the month, and the weekdays of what has just happened the days.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp

from throughline.dates import days
from throughline.dates.testimony.constraint import ALWAYS, Constraint, Solution, Strength, Window
from throughline.model import Evidence, Grain, When

BEST_GUESS = "the best guess is"  # how the reason of every guess begins
_FEW = 3  # days that are named one by one
_MONTH = 31
_SOON = 7  # days after the newest day that it tells of
_WEEKS = 15  # days among which a weekday says which
_DAYS_OF_YEAR = 366
_HALF_YEAR = 183
_MOST_DAYS = 3  # up to so many days left in an interval it is its own best guess
_SURE = 0.5  # share of all years that one must have to be the guess
_MOST_YEARS = 12  # after the newest that hints name, where nothing bounds a page from above
# Log odds of the first year that is left, where nothing bounds it from above: most of what news tells as past is new.
_FIRST = 0.5
_FIRST_REASON = "most of what news tells as past is new"
_MOST_REASON = "most of the days that are left lie there"


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest day, days, month or year, the sentence for a person that says why, and the words it rests on."""

    when: When
    reason: str
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""
    share: float = 1.0


def likeliest(constraints: Iterable[Constraint], solution: Solution) -> Guess | None:
    """Guess a day; None where no year stands out, or the page's day is known within some days anyway."""
    first, last = solution.hull
    if (last - first).days < _MOST_DAYS:
        return None
    hints = sorted((c for c in constraints if c.strength is Strength.HINT), key=lambda c: (-c.weight, c.reason))
    dated = [hint for hint in hints if not hint.recurs]
    year, share = _year(dated, solution)
    if year is None:
        return None
    used = [hint for hint in dated if hint.weight > 0 and _meet(hint.windows, [_of_year(year)])][:1]
    left, narrowing = _narrowed(_meet(solution.windows, [_of_year(year)]), [hint for hint in hints if hint.recurs])
    if first.year == last.year:
        used = []
        if not narrowing:
            return None
    used += narrowing
    bare = _FIRST_REASON if last == ALWAYS[1] else _MOST_REASON
    reason = "; ".join(dict.fromkeys(hint.reason for hint in used)) or bare
    when = _named(year, left)
    evidence = tuple(dict.fromkeys(hint.evidence for hint in used if hint.evidence))
    return Guess(when, f"{BEST_GUESS} {_spoken(when)}: {reason}", evidence, used[0].rule if used else "", share)


def _of_year(year: int) -> Window:
    return date(year, 1, 1), date(year, 12, 31)


def _year(hints: Sequence[Constraint], solution: Solution) -> tuple[int | None, float]:
    """Choose the year that hints speak for most, and its share among all that are left."""
    first, last = solution.hull
    if first.year == last.year:
        return first.year, 1.0
    named = [day.year for hint in hints if hint.weight > 0 for window in hint.windows for day in window]
    if not named and last == ALWAYS[1]:
        return None, 0.0
    newest = max((year for year in (*named, first.year) if year <= last.year), default=first.year)
    oldest = max(first.year, min(named, default=first.year))
    years = range(oldest, min(last.year, newest + _MOST_YEARS) + 1)
    odds = {year: _share_of(year, solution) * exp(_speaks(year, hints, solution)) for year in years}
    whole = sum(odds.values())
    if not whole:
        return None, 0.0
    best = max(sorted(odds), key=lambda year: odds[year])
    share = odds[best] / whole
    return (best, share) if share >= _SURE else (None, share)


def _share_of(year: int, solution: Solution) -> float:
    """How much of a year a solution leaves."""
    left = _meet(solution.windows, [_of_year(year)])
    return sum((b - a).days + 1 for a, b in left) / _DAYS_OF_YEAR


def _speaks(year: int, hints: Sequence[Constraint], solution: Solution) -> float:
    first, last = solution.hull
    own = _FIRST if year == first.year and last == ALWAYS[1] else 0.0
    return own + sum(hint.weight * _part(hint, year) for hint in hints)


def _part(hint: Constraint, year: int) -> float:
    """How much of a hint is said of a year: half a year is as much as a whole one, of shorter ones their share."""
    begin, end = hint.windows[0]
    met = _meet(hint.windows, [_of_year(year)])
    return min(1.0, sum((b - a).days + 1 for a, b in met) / min((end - begin).days + 1, _HALF_YEAR))


def _narrowed(left: list[Window], recurring: Sequence[Constraint]) -> tuple[list[Window], list[Constraint]]:
    """Narrow what a year leaves by the latest day that is told without a year, and then by weekdays."""
    used: list[Constraint] = []
    told = [(met, hint) for hint in recurring if hint.rule == "new day" and (met := _meet(left, hint.windows))]
    if told:
        met, hint = max(told, key=lambda one: (one[0][-1][0], one[1].reason))
        left, used = met, [hint]
    for hint in recurring:
        if hint.rule == "time left" and (met := _meet(left, hint.windows)):
            left = met
            used.append(hint)
    for hint in recurring:
        is_near = (left[-1][1] - left[0][0]).days <= _WEEKS
        if hint.rule == "weekdays" and is_near and (met := _meet(left, hint.windows)):
            left = met
            used.append(hint)
    return left, used


def _meet(one: Sequence[Window], two: Sequence[Window]) -> list[Window]:
    return sorted((max(a, c), min(b, d)) for a, b in one for c, d in two if a <= d and c <= b)


def _named(year: int, left: Sequence[Window]) -> When:
    """Name what is left: its first days where they are few, a month where it holds all, else the year."""
    first, last = left[0]
    if (last - first).days < _FEW:
        return days.span(first, last)
    if (left[-1][1] - first).days <= _MONTH:
        soon = min(days.shift_days(first, _SOON), left[-1][1])
        return days.month(soon.year, soon.month)
    return days.year(year)


def _spoken(when: When) -> str:
    """Say a guess as people do: "2 to 3 December 2011", "December 2011", "2011"."""
    first, last = when.first, when.last
    if first is None or last is None:
        return when.edtf
    if when.grain is Grain.YEAR:
        return str(first.year)
    if when.grain is Grain.MONTH:
        return f"{first:%B %Y}"
    if first == last:
        return f"{first.day} {first:%B %Y}"
    begins = str(first.day) if first.month == last.month else f"{first.day} {first:%B}"
    return (
        f"{begins} or {last.day} {last:%B %Y}" if (last - first).days == 1 else f"{begins} to {last.day} {last:%B %Y}"
    )
