"""Everything that a page's own words say of its day, put together.

In: the text of an article and its readable spans. Out: `constraints`, each a named rule with its words; and what is
left of the calendar when they are put on (`weigh`), beside others that somebody else knows, and the best guess within.
"""

from collections.abc import Iterable, Sequence

from throughline.dates.published import guess
from throughline.dates.published.guess import Guess
from throughline.dates.testimony import ages, gathered, holders, recency, reported
from throughline.dates.testimony.constraint import Constraint, Solution, Strength, solve
from throughline.dates.testimony.passages import Passage

# Days. Weekdays trim the ends of what else leaves some weeks; nearer than that a wrong one would cost the true day.
_LEAST_TRIMMED = 21
_MOST_TRIMMED = 366


def constraints(told: Sequence[Passage], article: str, text: str) -> tuple[Constraint, ...]:
    """List what passages say of the day they were written, hints among it."""
    return (
        *reported.constraints(told, article, text),
        *holders.constraints(told, article, text),
        *ages.constraints(told, article, text),
        *gathered.constraints(told, article, text),
        *recency.hints(told, article, text),
    )


def weigh(
    found: Iterable[Constraint], told: Sequence[Passage], article: str, text: str
) -> tuple[Solution, Guess | None]:
    """Put constraints on, trim what is left to the weekdays that the page tells of, and guess within it."""
    known = tuple(found)
    solution = solve(known)
    first, last = solution.hull
    weekly: tuple[Constraint, ...] = ()
    if _LEAST_TRIMMED <= (last - first).days <= _MOST_TRIMMED:
        weekly = recency.weekdays(told, article, text, solution.hull)
        trims = [one for one in weekly if one.strength is not Strength.HINT]
        solution = solve((*known, *trims))
    return solution, guess.likeliest((*known, *weekly), solution)
