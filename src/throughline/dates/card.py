"""Claims about one page's publication day to one date card, with the reasons and the readings that lost.

In: candidates (two of one basis and the same words are two readings of one string), the article's text, and its
readable spans. Out: a `DateCard` whose interval holds the day. The strongest claim wins; of two readings of it, the
one that the rest of the page agrees with, and while none is settled the card holds both. Where nothing claims a day,
the page's own words bound it. It is never one day when two are left, and never later than the capture.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from throughline.dates import days, holders, order, passages, reported
from throughline.dates.constraint import Constraint, Solution, Strength, not_after, solve
from throughline.dates.order import Verdict
from throughline.dates.passages import Passage
from throughline.model import UNKNOWN, DateCard, Evidence, Grain, Rival, Span, When


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of one claim: when, on what basis, where it stands in the text, and why, in words for a person.

    `basis` is one of BASES. Readings of one ambiguous string are candidates with the same basis and words.
    """

    when: When
    basis: str
    evidence: Evidence | None
    reason: str


# Strongest first: what a person declared, what a container and markup state for machines, what the page shows.
BASES = (
    *("declared", "json", "feed", "json-ld", "meta", "time-element", "address"),
    *("masthead", "dateline", "text", "captured"),
)
_UPDATE = re.compile(r"\D*(?:updat|modif|last edit|aktualisiert|mis à jour|actualizad|aggiornat)", re.IGNORECASE)
_UNIVERSAL = re.compile(r"T(\d\d):\d\d.*(?:Z|[+-]00:?00)$|(\d\d):\d\d:\d\d (?:GMT|UTC|\+0000)$", re.ASCII)
_CLOCK = re.compile(r"(?<![\d:.])\d{1,2}[:.](\d\d)(?!\d)")
_NOON = 12
_AHEAD_OF_CAPTURE = 1  # days: a page may be dated tomorrow where it was written, seen from where it was captured

_Claim = tuple[Candidate, ...]


def settle(
    candidates: Sequence[Candidate], article: str, text: str, body: Sequence[Span], captured: date | None
) -> DateCard:
    """Settle a page's publication date from what claims it, or else from what the page says."""
    claims, late = _claims(candidates, captured)
    rivals = tuple(Rival(c.when, f"it is later than the capture on {captured}") for c in late)
    stated = [claim for claim in claims if not _is_update(claim[0])]
    if not stated:
        bounds = tuple(_limits(claims, captured))
        card = _bounded(list(passages.read(text, body)), article, text, bounds)
        return replace(card, rivals=rivals + card.rivals)
    claims = stated
    chosen, others = claims[0], claims[1:]
    if len(chosen) == 1:
        return _stated(chosen[0], others, rivals)
    verdict = _verdict(chosen, others, article, text, body)
    return _decided(chosen, others, verdict, rivals) if verdict else _undecided(chosen, others, rivals)


def _claims(candidates: Sequence[Candidate], captured: date | None) -> tuple[list[_Claim], list[Candidate]]:
    """Group candidates into claims, strongest first; those that the capture rules out are given apart."""
    limit = days.shift_days(captured, _AHEAD_OF_CAPTURE) if captured else date.max
    known = [c for c in candidates if c.when.first is not None or c.when.last is not None]
    late = [c for c in known if c.when.first is not None and c.when.first > limit]
    claims: dict[tuple[str, int, str], list[Candidate]] = {}
    for candidate in known:
        if candidate not in late:
            readings = claims.setdefault((candidate.basis, _place(candidate), candidate.when.words), [])
            if not any(_same_days(candidate.when, other.when) for other in readings):
                readings.append(candidate)
    return sorted((tuple(claim) for claim in claims.values()), key=lambda claim: _rank(claim[0])), late


def _place(candidate: Candidate) -> int:
    return candidate.evidence.start if candidate.evidence else -1


def _rank(candidate: Candidate) -> tuple[int, bool, int]:
    """Order claims: by basis; of one basis those of an update last; of a masthead the line nearest the article.

    Above it stand the day of the visit ("Friday, 19 December") and other articles' dates. Else as they came.
    """
    basis = BASES.index(candidate.basis) if candidate.basis in BASES else len(BASES)
    return basis, _is_update(candidate), -_place(candidate) if candidate.basis == "masthead" else 0


def _is_update(candidate: Candidate) -> bool:
    """Tell a day of change ("Last updated: ...") from one of publication; what a person declares is what it is."""
    return candidate.basis != "declared" and _UPDATE.match(candidate.when.words) is not None


def _stated(chosen: Candidate, others: Sequence[_Claim], rivals: tuple[Rival, ...]) -> DateCard:
    """Take the strongest claim, or a finer one within it: a month in the address, its day in the masthead."""
    finer = next((c[0] for c in others if len(c) == 1 and _refines(c[0].when, chosen.when)), None)
    finer = finer or _local(chosen, others)
    winner = finer or chosen
    reasons = (winner.reason,) if finer is None else (winner.reason, f"{chosen.reason}, which this makes more exact")
    lost = tuple(
        Rival(c.when, f"the {winner.basis} is a stronger source than the {c.basis}")
        for claim in others
        for c in claim
        if not _same_days(c.when, winner.when) and c is not winner
    )
    agreeing = [c for claim in others for c in claim if _same_days(c.when, winner.when) and c is not winner]
    more = tuple(f"so does the {c.basis}" for c in agreeing[:1])
    evidence = tuple(dict.fromkeys(c.evidence for c in (winner, *agreeing) if c.evidence))
    return DateCard(replace(winner.when, rule=winner.basis), evidence, reasons + more, rivals + lost)


def _refines(fine: When, coarse: When) -> bool:
    return (
        fine.is_day
        and not coarse.is_day
        and fine.first is not None
        and (coarse.first is None or coarse.first <= fine.first)
        and (coarse.last is None or fine.first <= coarse.last)
    )


def _local(chosen: Candidate, others: Sequence[_Claim]) -> Candidate | None:
    """Find the day where the page was written, when the strongest claim gives the day in Greenwich.

    At 22:04 UTC the next day has begun east of it, at 03:00 UTC the day before is not over west of it.
    """
    clock = _UNIVERSAL.search(chosen.when.words)
    if clock is None or chosen.when.first is None or not chosen.when.is_day:
        return None
    day = days.shift_days(chosen.when.first, 1 if int(clock[1] or clock[2]) >= _NOON else -1)
    elsewhere = (c[0] for c in others if len(c) == 1 and c[0].when.is_day and c[0].when.first == day)
    return next((claim for claim in elsewhere if _fits(claim, clock[0])), None)


def _fits(claim: Candidate, universal: str) -> bool:
    """Tell whether a claim can be the same moment elsewhere: zones lie whole hours apart, a few half ones.

    A clock with other minutes is that of a comment, or of another article.
    """
    theirs, ours = _CLOCK.search(claim.when.words), _CLOCK.search(universal)
    return theirs is None or ours is None or (int(theirs[1]) - int(ours[1])) % 30 == 0


def _same_days(one: When, two: When) -> bool:
    return (one.first, one.last) == (two.first, two.last)


def _verdict(chosen: _Claim, others: Sequence[_Claim], article: str, text: str, body: Sequence[Span]) -> Verdict | None:
    """Ask the rest of the page which reading of a claim it means."""
    readings = [c.when for c in chosen]
    settled = order.by_other_claims(readings, ((c[0].when, c[0].basis) for c in others if len(c) == 1))
    settled = settled or order.by_other_dates(readings, text)
    if settled:
        return settled
    said = list(passages.read(text, body))
    return order.by_what_is_told(readings, list(reported.constraints(said, article, text))) or order.by_weekday(
        readings, said, article
    )


def _decided(chosen: _Claim, others: Sequence[_Claim], verdict: Verdict, rivals: tuple[Rival, ...]) -> DateCard:
    written = tuple(dict.fromkeys(c.evidence for c in chosen if c.evidence))
    reasons = tuple(dict.fromkeys(c.reason for c in chosen))
    lost = tuple(Rival(c.when, verdict.reason) for c in chosen if c.when != verdict.when)
    weaker = tuple(
        Rival(c.when, f"the {chosen[0].basis} is a stronger source than the {c.basis}")
        for claim in others
        for c in claim
        if not _same_days(c.when, verdict.when)
    )
    when = replace(verdict.when, rule=verdict.rule)
    return DateCard(when, written + verdict.evidence, (verdict.reason, *reasons), rivals + lost + weaker)


def _undecided(chosen: _Claim, others: Sequence[_Claim], rivals: tuple[Rival, ...]) -> DateCard:
    """Hold every reading that is left: an interval from the earliest to the latest."""
    first = min(c.when.first for c in chosen if c.when.first)
    last = max(c.when.last for c in chosen if c.when.last)
    when = days.named(days.span(first, last), chosen[0].when.words, "ambiguous")
    readings = " or ".join(c.when.edtf for c in chosen)
    reasons = (f"“{chosen[0].when.words}” may be {readings}, and nothing on the page says which",)
    lost = tuple(Rival(c.when, "the same words may as well mean the other day") for c in chosen)
    weaker = tuple(Rival(c.when, f"the {chosen[0].basis} is a stronger source") for claim in others for c in claim)
    evidence = tuple(dict.fromkeys(c.evidence for c in chosen if c.evidence))
    return DateCard(when, evidence, reasons + tuple(dict.fromkeys(c.reason for c in chosen)), rivals + lost + weaker)


def _limits(updates: Sequence[_Claim], captured: date | None) -> Iterator[Constraint]:
    """A page is not younger than its capture, nor than the update that it shows."""
    if captured is not None:
        yield Constraint(not_after(captured), Strength.GIVEN, f"it was captured on {captured}")
    for claim in updates:
        lasts = [c.when.last for c in claim if c.when.last]
        if lasts:
            reason = f"“{claim[0].when.words}” is when it was changed, not when it was published"
            yield Constraint(not_after(max(lasts)), Strength.GIVEN, reason, claim[0].evidence)


def _bounded(said: Sequence[Passage], article: str, text: str, limits: Sequence[Constraint]) -> DateCard:
    """Bound the day of a page that claims none by what it says, and by what limits it from outside."""
    told = (*limits, *reported.constraints(said, article, text), *holders.constraints(said, article, text))
    solution = solve(told)
    first, last = solution.windows[0][0], solution.windows[-1][1]
    if (first, last) == (date.min, date.max):
        return DateCard(UNKNOWN, (), ("nothing on the page says when it was published",))
    known_first, known_last = (None if first == date.min else first), (None if last == date.max else last)
    grain = Grain.DAY if known_first is None or known_last is None else Grain.INTERVAL
    when = days.named(days.span(known_first, known_last, grain), "", "text")
    reasons = ("no date is given; the page's own words bound it", *dict.fromkeys(c.reason for c in solution.used))
    evidence = tuple(dict.fromkeys(c.evidence for c in solution.used if c.evidence))
    return DateCard(when, evidence, reasons, tuple(_left_out(solution)))


def _left_out(solution: Solution) -> Iterator[Rival]:
    """Show what did not fit: the days that a dropped constraint would leave."""
    for constraint in solution.dropped:
        first, last = constraint.windows[0][0], constraint.windows[-1][1]
        when = days.span(None if first == date.min else first, None if last == date.max else last, Grain.DAY)
        yield Rival(when, f"left out, it does not fit the rest: {constraint.reason}")
