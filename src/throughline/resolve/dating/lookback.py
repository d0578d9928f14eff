"""An undated page's card as the other pages narrow it, and since when the page is known: looking back only.

In: an undated page and its clues. Out: `Narrowed`. Let t run over the days: the card of t is the page's own, narrowed
by all clues known by t. The page is known at the first t by which its card of t is past, and that card stays: what
comes to be known later is not used. So a story asked about the past gives what an honest reader had then (law 2), and
the order of pages changes nothing (law 3): clues come from pages sure of their own day, never from narrowed ones.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from throughline.dates import days
from throughline.dates.published.bounds import NO_DATE
from throughline.dates.published.guess import BEST_GUESS
from throughline.dates.testimony.constraint import Constraint, Solution, Strength, joined, solve
from throughline.model import DateCard, Grain, Rival, TraceKind, When
from throughline.resolve.dating import week
from throughline.resolve.dating.clues import Clue
from throughline.resolve.dating.undated import Undated

RULE = "story"  # of a card that other pages narrowed
_FEW = 0.2  # of the pages that tell the day that most tell: a day that fewer tell is a slip
_MOST_RIVALS = 6


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A card, since when the pages that it rests on are known (None: it is the page's own), and these pages."""

    card: DateCard
    since: date | None = None
    pages: tuple[str, ...] = ()


def narrow(page: Undated, clues: Iterable[Clue]) -> Narrowed:
    """Narrow a page's card by what is known when the page comes to be known."""
    own = page.card.when.last
    ordered = sorted(set(clues), key=lambda clue: (clue.known, clue.article, clue.topic, clue.reason))
    turns = sorted({clue.known for clue in ordered if own is None or clue.known <= own})
    found = Narrowed(page.card)
    for number, turn in enumerate(turns):
        card, pages = _card(page, [clue for clue in ordered if clue.known <= turn])
        found = Narrowed(card, turn, pages) if pages else Narrowed(page.card)
        last = card.when.last
        if last is not None and (number + 1 == len(turns) or max(turn, last) < turns[number + 1]):
            break
    return found


def _card(page: Undated, clues: Sequence[Clue]) -> tuple[DateCard, tuple[str, ...]]:
    """Put on the card what the clues say."""
    own = page.card.when
    base = Constraint(((own.first or date.min, own.last or date.max),), Strength.GIVEN, "")
    resting = dict(_constraints(clues))
    if solve((base, *resting)).hull == base.windows[0]:
        return page.card, ()
    solution = solve((base, *resting, *_row(page)))
    used = [resting[one] for one in solution.used if one in resting]
    cited = [one.evidence for one in solution.used if one.evidence]
    reasons = [one.reason for one in solution.used if one is not base]
    guess = _inside(page.card.guess, *solution.hull)
    lost = (*_other_days(resting, clues), *_left_out(solution))
    card = DateCard(
        days.named(_when(*solution.hull), "", RULE),
        tuple(dict.fromkeys((*cited, *page.card.evidence))),
        (f"{NO_DATE}; other pages of the story bound it", *dict.fromkeys((*reasons, *_still(page.card, guess)))),
        tuple(dict.fromkeys((*lost[:_MOST_RIVALS], *page.card.rivals))),
        guess,
        page.card.moment,
    )
    return card, tuple(sorted({clue.article for clue in used}))


def _still(own: DateCard, guess: When | None) -> tuple[str, ...]:
    """The page's own reasons, without that of a guess that is out, and without saying again that there is no date."""
    out = (NO_DATE, BEST_GUESS) if guess is None else NO_DATE
    return tuple(reason for reason in own.reasons if not reason.startswith(out))


def _constraints(clues: Iterable[Clue]) -> Iterator[tuple[Constraint, Clue]]:
    """Make one constraint a topic: one of its days is meant, and the clue that was known first stands for it."""
    topics: dict[str, list[Clue]] = {}
    for clue in clues:
        if clue.window is not None:
            topics.setdefault(clue.topic, []).append(clue)
    for answers in topics.values():
        votes = Counter(clue.window for clue in {(one.window, one.article): one for one in answers}.values())
        most = max(votes.values())
        kept = [clue for clue in answers if votes[clue.window] >= _FEW * most]
        first = max(kept, key=lambda clue: votes[clue.window])  # of equals the one that was known first
        more = len({clue.article for clue in kept}) - 1
        reason = first.reason + (f", and so {more} more" if more else "")
        windows = joined(clue.window for clue in kept if clue.window)
        yield Constraint(windows, Strength.LIKELY, reason, first.evidence), first


def _row(page: Undated) -> Iterator[Constraint]:
    for trace in page.traces:
        if trace.kind is TraceKind.ROW:
            of = "that day or the next" if trace.shift == 0 else "that day, the one before or the next"
            reason = f"“{trace.evidence.words}” is the newest of the weekdays that it tells of in a row: it is of {of}"
            days_left = week.windows(trace.key, -trace.shift)
            yield Constraint(days_left, Strength.LIKELY, reason, trace.evidence, recurs=True)


def _other_days(resting: Mapping[Constraint, Clue], clues: Iterable[Clue]) -> Iterator[Rival]:
    """Days that pages give which are not those that the page means."""
    meant = {clue.day for clue in resting.values()}
    for clue in clues:
        if clue.window is None and clue.day is not None and clue.day not in meant:
            yield Rival(days.day(clue.day), clue.reason)


def _left_out(solution: Solution) -> Iterator[Rival]:
    for constraint in solution.dropped:
        when = _when(constraint.windows[0][0], constraint.windows[-1][1])
        yield Rival(when, f"left out, it does not fit the rest: {constraint.reason}")


def _when(first: date, last: date) -> When:
    if first == last:
        return days.day(first)
    is_open = first == date.min or last == date.max
    begin, end = (None if first == date.min else first), (None if last == date.max else last)
    return days.span(begin, end, Grain.DAY if is_open else Grain.INTERVAL)


def _inside(guess: When | None, first: date, last: date) -> When | None:
    if guess is None or guess.first is None or guess.last is None:
        return None
    return guess if first <= guess.first and guess.last <= last else None
