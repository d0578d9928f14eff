"""What bounds the day of a page from both sides: its capture, its changes, its readers, and its own words.

In: claims, the capture, and what the page says. Out: constraints, and a `DateCard` that holds every day they leave.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from throughline.dates import days
from throughline.dates.published import laws
from throughline.dates.published.claim import Claim, is_change
from throughline.dates.testimony import hearing as testimony
from throughline.dates.testimony import passages
from throughline.dates.testimony.constraint import Constraint, Solution, Strength, not_after
from throughline.dates.testimony.passages import Passage
from throughline.model import UNKNOWN, DateCard, Grain, Rival, Span

NO_DATE = "no date is given"  # how the reasons of every card without one begin


@dataclass(frozen=True)
class Said:
    """The page's own words, which settle what its claims leave open. They are read when first asked for, and once."""

    article: str
    text: str
    body: Sequence[Span]

    @cached_property
    def told(self) -> tuple[Passage, ...]:
        """The readable spans as passages."""
        return tuple(passages.read(self.text, self.body))


def limits(claims: Sequence[Claim], captured: date | None) -> Iterator[Constraint]:
    """A page is not younger than its capture, nor than the update that it shows, nor than its first comment."""
    if captured is not None:
        yield Constraint(not_after(captured), Strength.GIVEN, f"it was captured on {captured}")
    for one in claims:
        lasts = [c.when.last for c in one if c.when.last]
        if lasts and is_change(one[0]) and not one[0].kind.startswith(laws.OF_OTHERS):
            reason = f"“{one[0].when.words}” is when it was changed, not when it was published"
            yield Constraint(not_after(max(lasts)), Strength.CERTAIN, reason, one[0].evidence)
        elif lasts and one[0].kind.endswith(" visit"):
            reason = f"“{one[0].when.words}” stands among the menus: the day on which somebody looked at it"
            yield Constraint(not_after(max(lasts)), Strength.LIKELY, reason, one[0].evidence)
    posts = [one for one in claims if one[0].kind.startswith("comment ") and one[0].when.is_day and len(one) == 1]
    if posts:
        first = min(posts, key=lambda one: one[0].when.first or date.max)[0]
        reason = f"a reader answered it on “{first.when.words}”"
        yield Constraint(not_after(first.when.first or date.max), Strength.LIKELY, reason, first.evidence)


def bounded(said: Said, outer: Sequence[Constraint], likeliest: date | None = None) -> DateCard:
    """Bound the day of a page by what it says, and by what limits it from outside.

    Where the page names a day that is likely its own, that outweighs all that does not fit it but what is given: of
    change and comment limits that contradict it, 21 of 23 were other pages' (half of 1,266 pages, in sample).
    """
    told = said.told
    found = (*outer, *testimony.constraints(told, said.article, said.text))
    kept = [one for one in found if likeliest is None or one.strength is Strength.GIVEN or one.allows(likeliest)]
    solution, own = testimony.weigh(kept, told, said.article, said.text)
    guess = own if likeliest is None else None
    first, last = solution.hull
    if (first, last) == (date.min, date.max):
        reasons = ("nothing on the page says for sure when it was published", *((guess.reason,) if guess else ()))
        return DateCard(UNKNOWN, guess.evidence if guess else (), reasons, guess=guess.when if guess else None)
    known_first, known_last = (None if first == date.min else first), (None if last == date.max else last)
    grain = Grain.DAY if known_first is None or known_last is None else Grain.INTERVAL
    when = days.named(days.span(known_first, known_last, grain), "", "text")
    reasons = (f"{NO_DATE}; the page's own words bound it", *dict.fromkeys(c.reason for c in solution.used))
    evidence = tuple(dict.fromkeys(c.evidence for c in solution.used if c.evidence))
    if guess:
        reasons, evidence = (*reasons, guess.reason), tuple(dict.fromkeys((*evidence, *guess.evidence)))
    return DateCard(when, evidence, reasons, tuple(_left_out(solution)), guess.when if guess else None)


def _left_out(solution: Solution) -> Iterator[Rival]:
    """Show what did not fit: the days that a dropped constraint would leave."""
    for constraint in solution.dropped:
        first, last = constraint.windows[0][0], constraint.windows[-1][1]
        when = days.span(None if first == date.min else first, None if last == date.max else last, Grain.DAY)
        yield Rival(when, f"left out, it does not fit the rest: {constraint.reason}")
