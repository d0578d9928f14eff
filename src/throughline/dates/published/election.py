"""The days that a page names stand against each other: the one that is sure, or every one that may be it.

In: claims, what the page says, and what limits its day from outside. Out: a `DateCard`: the day where its share is
so large that such a card is hardly ever wrong; else an interval that holds it, and the likeliest day as a guess. None
where no day stands.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from throughline.dates import days
from throughline.dates.published import ballot, bounds, claim, given, laws, nearness, order, timeofday, weights
from throughline.dates.published.ballot import Runner
from throughline.dates.published.bounds import Said
from throughline.dates.published.claim import Claim, is_change, kind
from throughline.dates.published.company import STATED
from throughline.dates.published.count import Count, count, leading
from throughline.dates.published.verdict import Verdict
from throughline.dates.testimony import hearing, reported
from throughline.dates.testimony.constraint import Constraint, Strength
from throughline.model import DateCard, Rival, When

_CLEARLY = 3  # times as likely as the other reading of the same words a reading must be
# The weekday of the latest news is that of the page or of the day before on .87 of news pages (a quarter of Timeline17)
# and, by chance, on two of seven days.
_WEEKDAY_FITS = 3
_LEAST_BACKED = 0.8  # share from which on that can make a day sure: the text is not read in vain
_MOST_RIVALS = 6  # a person reads no more
_LEAST_RIVAL = 0.005


@dataclass(frozen=True, slots=True)
class _Choice:
    """The likeliest day: the candidate's reading, its share, and what decided between the readings of its words.

    `open` holds the readings where no more than habit decides between them (right on 28 of 32 pages); the share is
    then that of all. `backing` is what the text says for the day besides.
    """

    runner: Runner
    when: When
    share: float
    verdict: Verdict | None
    open: Claim = ()
    backing: Verdict | None = None


def elected(claims: Sequence[Claim], said: Said, limits: Sequence[Constraint]) -> DateCard | None:
    """Let the days that the page names stand against each other."""
    verdicts = {c: v for c in claims if len(c) > 1 and (v := read_by_page(c, [o for o in claims if o is not c], said))}
    read = [tuple(one for one in c if one.when == verdicts[c].when) if c in verdicts else c for c in claims]
    named = ballot.runners(read)
    counted = count(named, laws.standing(_told(named, said)))
    if not counted.ranked:
        return _coarse(claims)
    choice = _chosen(counted, read, verdicts, said)
    is_update = laws.is_update(choice.runner) and not laws.is_its_only_day(choice.runner, named)
    if not is_update and _LEAST_BACKED <= choice.share < counted.sure:
        choice = _backed(choice, said)
    if choice.share >= counted.sure and not is_update:
        return _undecided(choice, claims) if choice.open else _won(choice, counted, said.text)
    return _doubted(choice, counted, claims, said, limits)


def _chosen(counted: Count, read: Sequence[Claim], verdicts: dict[Claim, Verdict], said: Said) -> _Choice:
    """Take the likeliest day; where the same words may be another day, ask the story which is meant."""
    best, shares = counted.best, counted.shares
    lead = leading(best)
    whole = next((c for c in read if any(one is lead for one in c)), (lead,))
    rest = sum(shares.get(c.when.first, 0.0) for c in whole if c.when.first and c is not lead)
    if rest and shares[best.day] < _CLEARLY * rest:
        verdict = read_otherwise(whole, said)
        meant = next((r for r in counted.ranked if verdict and r.day == verdict.when.first), best)
        is_habit = verdict is None or verdict.is_habit
        when = verdict.when if verdict else lead.when
        return _Choice(meant, when, shares[best.day] + rest, verdict, whole if is_habit else ())
    verdict = next((v for c, v in verdicts.items() if v.when.first == best.day and lead in c), None)
    return _Choice(best, lead.when, shares[best.day], verdict)


def _backed(choice: _Choice, said: Said) -> _Choice:
    """Ask whether the weekday of what the text tells as news speaks for the likeliest day as well."""
    fit = None if choice.verdict else order.fits(choice.when, said.told, said.article)
    if fit is None:
        return choice
    odds = _WEEKDAY_FITS * choice.share / (1 - choice.share)
    return replace(choice, share=odds / (1 + odds), backing=fit)


def _told(named: Sequence[Runner], said: Said) -> Sequence[Runner]:
    """Leave out what the markup states where the page names a later day of its own, and tells of later days as past."""
    stated = [runner for runner in named if runner.kinds & STATED]
    newest = max((one.day for one in stated), default=date.max)
    if not any(weights.names_day(c) and not is_change(c) for r in named if r.day > newest for c in r.candidates):
        return named
    told = reported.constraints(said.told, said.article, said.text)
    past = max((c.windows[0][0] for c in told if c.strength is Strength.CERTAIN and not c.recurs), default=date.min)
    return [runner for runner in named if runner not in stated or runner.day >= past]


def _won(choice: _Choice, counted: Count, text: str) -> DateCard:
    best, verdict, lead = choice.runner, choice.verdict, leading(choice.runner)
    reasons = [verdict.reason] if verdict else []
    reasons.append(lead.reason)
    if laws.is_update(best):
        reasons.append("it is called the day of an update, but it is the only day that the page gives")
    other = next((c for c in best.candidates if c.basis != lead.basis), None)
    if other:
        reasons.append(claim.agreeing(other))
    backing = choice.backing
    if backing:
        reasons.append(backing.reason)
    evidence = tuple(dict.fromkeys(c.evidence for c in (lead, *best.candidates) if c.evidence))
    evidence += (verdict.evidence if verdict else ()) + (backing.evidence if backing else ())
    when = replace(choice.when, rule=verdict.rule if verdict else str(lead.basis))
    at = timeofday.moment((lead, *best.candidates), text)
    return DateCard(when, evidence, tuple(reasons), tuple(_lost(choice, counted)), moment=at)


def _lost(choice: _Choice, counted: Count) -> Iterator[Rival]:
    winner = leading(choice.runner)
    fallen = [r for r in counted.named if r not in counted.ranked]
    others = [r for r in (*counted.ranked, *fallen) if r is not choice.runner]
    for runner in others[:_MOST_RIVALS]:
        own = leading(runner)
        if choice.verdict and own.when.words == winner.when.words:
            yield Rival(own.when, choice.verdict.reason)
        elif counted.shares.get(runner.day, 0.0) >= _LEAST_RIVAL or any(
            weights.odds(kind(c)) > 0 for c in runner.candidates
        ):
            yield Rival(own.when, weights.why_lost(own, winner))


def _undecided(choice: _Choice, claims: Sequence[Claim]) -> DateCard:
    """Hold both readings of words that are surely the day, with the one that habit speaks for as the guess."""
    card = given.undecided(choice.open, [c for c in claims if not any(one in choice.open for one in c)])
    verdict = choice.verdict
    if verdict is None:
        return card
    guess = days.named(choice.when, choice.when.words, verdict.rule)
    return replace(card, guess=guess, reasons=(*card.reasons, verdict.reason))


def _doubted(
    choice: _Choice, counted: Count, claims: Sequence[Claim], said: Said, limits: Sequence[Constraint]
) -> DateCard:
    """Hold every day that may be it, with the likeliest as the guess."""
    lead = leading(choice.runner)
    guess = days.named(choice.when, choice.when.words, lead.basis)
    is_guess = choice.share >= counted.least and (choice.verdict is not None or not choice.open)
    coarse = _coarse(claims)
    if coarse and coarse.when.meets(guess):
        return replace(coarse, guess=guess if is_guess else None)
    first, last = counted.spread()
    window = (first or date.min, last or date.max)
    begins = f", and none that may be its own lies before {first}" if first else ""
    held = Constraint((window,), Strength.GIVEN, f"it names no day later than {last}{begins}", None)
    card = bounds.bounded(said, (held, *limits), guess.first)
    rivals = (*_lost(choice, counted), *card.rivals)
    why = f"the likeliest day is {guess.edtf} ({lead.reason}), but it is not sure"
    evidence = tuple(dict.fromkeys((*(c.evidence for c in choice.runner.candidates if c.evidence), *card.evidence)))
    inside = guess if is_guess and card.when.meets(guess) else None
    when = replace(card.when, words=guess.words)
    if when.is_day:  # bounds that meet by chance make no day sure
        when = replace(when, first=None)
    at = timeofday.moment(choice.runner.candidates, said.text) if inside else None
    verdict = (choice.verdict.reason,) if choice.verdict else ()
    return DateCard(when, evidence, (why, *verdict, *card.reasons[1:]), rivals, inside, at)


def _coarse(claims: Sequence[Claim]) -> DateCard | None:
    """Take a month or year that a strong claim names, where no day is sure."""
    for number, one in enumerate(claims):
        when = one[0].when
        if not when.is_day and len(one) == 1 and one[0].basis != "masthead" and weights.names_day(one[0]):
            return given.stated(one[0], [*claims[:number], *claims[number + 1 :]])
    return None


def read_by_page(chosen: Claim, others: Sequence[Claim], said: Said) -> Verdict | None:
    """Ask the page's other dates which reading of a claim it means."""
    readings = [c.when for c in chosen]
    trusted = ((c[0].when, c[0].basis) for c in others if len(c) == 1 and weights.names_day(c[0]))
    named = [c[0].when.first for c in others if len(c) == 1 and c[0].when.is_day and c[0].when.first]
    return (
        order.by_other_claims(readings, trusted)
        or order.by_other_dates(readings, said.text)
        or nearness.by_nearness(readings, named)
        or nearness.by_run(readings, said.text)
    )


def read_otherwise(chosen: Claim, said: Said) -> Verdict | None:
    """Ask the story which reading of a claim it means, and last how such outlets write."""
    readings = [c.when for c in chosen]
    return (
        nearness.by_today(readings, said.told, said.article)
        or order.by_what_is_told(readings, hearing.constraints(said.told, said.article, said.text))
        or nearness.by_days_told(readings, said.told, said.article)
        or order.by_weekday(readings, said.told, said.article)
        or order.by_usage(chosen)
    )
