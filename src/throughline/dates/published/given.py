"""A claim that wins outright to a date card: stated plainly, read one way by what else there is, or left open.

In: the claim, and the others that it wins over. Out: a `DateCard` with the reasons, the losers as rivals.
"""

from collections.abc import Sequence
from dataclasses import replace

from throughline.dates import days
from throughline.dates.published.claim import Candidate, Claim, agreeing, local_day, same_days, same_moment, weaker
from throughline.dates.published.verdict import Verdict
from throughline.model import DateCard, Rival, When


def stated(chosen: Candidate, others: Sequence[Claim]) -> DateCard:
    """Take a claim, or a finer one within it: a month in the address, its day in the masthead."""
    finer = next((c[0] for c in others if len(c) == 1 and _refines(c[0].when, chosen.when)), None)
    finer = finer or _local(chosen, others)
    winner = finer or chosen
    reasons = (winner.reason,) if finer is None else (winner.reason, f"{chosen.reason}, which this makes more exact")
    lost = tuple(
        Rival(c.when, weaker(winner, c))
        for claim in others
        for c in claim
        if not same_days(c.when, winner.when) and c is not winner
    )
    same = [c for claim in others for c in claim if same_days(c.when, winner.when) and c is not winner]
    more = tuple(agreeing(c) for c in same[:1])
    evidence = tuple(dict.fromkeys(c.evidence for c in (winner, *same) if c.evidence))
    return DateCard(replace(winner.when, rule=winner.basis), evidence, reasons + more, lost)


def _refines(fine: When, coarse: When) -> bool:
    return (
        fine.is_day
        and not coarse.is_day
        and fine.first is not None
        and (coarse.first is None or coarse.first <= fine.first)
        and (coarse.last is None or fine.first <= coarse.last)
    )


def _local(chosen: Candidate, others: Sequence[Claim]) -> Candidate | None:
    """Find the day where the page was written, when the claim gives the day in Greenwich."""
    day = local_day(chosen)
    if day is None:
        return None
    elsewhere = (c[0] for c in others if len(c) == 1 and c[0].when.is_day and c[0].when.first == day)
    return next((claim for claim in elsewhere if same_moment(claim.when.words, chosen.when.words)), None)


def decided(chosen: Claim, others: Sequence[Claim], verdict: Verdict) -> DateCard:
    """Take the reading of a claim that something else on the page speaks for."""
    written = tuple(dict.fromkeys(c.evidence for c in chosen if c.evidence))
    reasons = tuple(dict.fromkeys(c.reason for c in chosen))
    lost = tuple(Rival(c.when, verdict.reason) for c in chosen if c.when != verdict.when)
    outweighed = tuple(
        Rival(c.when, weaker(chosen[0], c)) for claim in others for c in claim if not same_days(c.when, verdict.when)
    )
    when = replace(verdict.when, rule=verdict.rule)
    return DateCard(when, written + verdict.evidence, (verdict.reason, *reasons), lost + outweighed)


def undecided(chosen: Claim, others: Sequence[Claim]) -> DateCard:
    """Hold every reading that is left: an interval from the earliest to the latest."""
    first = min(c.when.first for c in chosen if c.when.first)
    last = max(c.when.last for c in chosen if c.when.last)
    when = days.named(days.span(first, last), chosen[0].when.words, "ambiguous")
    readings = " or ".join(c.when.edtf for c in chosen)
    reasons = (f"“{chosen[0].when.words}” may be {readings}, and nothing on the page says which",)
    lost = tuple(Rival(c.when, "the same words may as well mean the other day") for c in chosen)
    outweighed = tuple(Rival(c.when, weaker(chosen[0], c)) for claim in others for c in claim)
    evidence = tuple(dict.fromkeys(c.evidence for c in chosen if c.evidence))
    return DateCard(when, evidence, reasons + tuple(dict.fromkeys(c.reason for c in chosen)), lost + outweighed)
