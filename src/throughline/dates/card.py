"""Claims about one page's publication day to one date card, with the reasons and the readings that lost.

In: candidates (two of one basis and the same words are two readings of one string), the article's text, and its
readable spans. Out: a `DateCard` whose interval holds the day. What is said from outside the page wins; else the
days that the page names stand against each other with the odds of what speaks for them. Where none is likely enough,
or two readings of one string are left, the card holds all that are; where nothing claims a day, the page's own words
bound it. It is never later than the capture.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from throughline.dates import ballot, claim, days, given, holders, laws, order, passages, reported, weights
from throughline.dates.ballot import Runner
from throughline.dates.claim import Candidate, Claim, is_change, kind
from throughline.dates.constraint import Constraint, Solution, Strength, not_after, solve
from throughline.dates.order import Verdict
from throughline.model import UNKNOWN, DateCard, Grain, Rival, Span

# The share from which on a day is called the day. Held out (fitted on one half of 1,266 pages, by host, read on the
# other), 0.5 / 0.6 answer .94 / .90 of pages in HTML, and .92 / .93 of that is right ...
SURE = 0.5
# ... and .82 / .77 of bare text, .89 / .91 right: without markup the days of other pages look like its own. At 0.7
# another 4 per cent of bare texts keep an interval, and a quarter fewer are wrong (in sample): a wrong day is worse.
SURE_OF_LINES = 0.7
_TOGETHER = 0.7  # share that they must have between them
_CONTENDER = 0.1  # share below which a day is out where none is sure
_CLEARLY = 3  # times as likely as the other reading of the same words a reading must be
_MOST_APART = 45  # days between two contenders that an interval of both still says something
_MOST_RIVALS = 6  # a person reads no more
_LEAST_RIVAL = 0.005


@dataclass(frozen=True, slots=True)
class _Said:
    """The page's own words, which settle what its claims leave open."""

    article: str
    text: str
    body: Sequence[Span]


def settle(
    candidates: Sequence[Candidate], article: str, text: str, body: Sequence[Span], captured: date | None
) -> DateCard:
    """Settle a page's publication date from what claims it, or else from what the page says."""
    claims, late = claim.group(candidates, captured)
    said = _Said(article, text, body)
    limits = tuple(_limits(claims, captured))
    card = _settled(claims, said, limits) or _bounded(said, limits)
    ruled_out = tuple(Rival(c.when, f"it is later than the capture on {captured}") for c in late)
    return replace(card, rivals=ruled_out + card.rivals)


def _settled(claims: Sequence[Claim], said: _Said, limits: Sequence[Constraint]) -> DateCard | None:
    if claims and claims[0][0].basis in claim.GIVEN:
        chosen, others = claims[0], claims[1:]
        if len(chosen) == 1:
            return given.stated(chosen[0], others)
        verdict = _read_by_page(chosen, others, said.text) or _read_otherwise(chosen, said)
        return given.decided(chosen, others, verdict) if verdict else given.undecided(chosen, others)
    return _elected(claims, said, limits)


def _elected(claims: Sequence[Claim], said: _Said, limits: Sequence[Constraint]) -> DateCard | None:
    """Let the days that the page names stand against each other."""
    asked = {c: _read_by_page(c, [o for o in claims if o is not c], said.text) for c in claims if len(c) > 1}
    verdicts = {c: verdict for c, verdict in asked.items() if verdict}
    read = [tuple(one for one in c if one.when == verdicts[c].when) if c in verdicts else c for c in claims]
    named = ballot.runners(read)
    field = laws.standing(_told(named, said))
    shares = dict(zip((runner.day for runner in field), weights.shares(field), strict=True))
    ranked = sorted(field, key=lambda runner: -shares[runner.day])
    if not ranked:
        return _coarse(claims)
    best = ranked[0]
    sure = SURE_OF_LINES if all(one[0].basis == "masthead" for one in claims) else SURE
    leading = max(best.candidates, key=lambda c: weights.odds(kind(c)))
    whole = next((c for c in read if any(one is leading for one in c)), (leading,))
    rest = sum(shares.get(c.when.first, 0.0) for c in whole if c.when.first and c is not leading)
    if rest and shares[best.day] + rest >= sure and shares[best.day] < _CLEARLY * rest:
        verdict = _read_otherwise(whole, said)
        others = [c for c in claims if c is not whole]
        return given.decided(whole, others, verdict) if verdict else given.undecided(whole, others)
    verdict = next((v for c, v in verdicts.items() if v.when.first == best.day and leading in c), None)
    if shares[best.day] >= sure or laws.is_uncontested(field):
        if laws.is_update(best) and not laws.is_its_only_day(best, named):
            return _coarse(claims) or _updated(leading, said, limits)
        return _won(leading, best, [*ranked, *(r for r in named if r not in ranked)], shares, verdict)
    return _coarse(claims) or _divided(ranked, shares)


def _told(named: Sequence[Runner], said: _Said) -> Sequence[Runner]:
    """Leave out what the markup states where the page names a later day of its own, and tells of later days as past."""
    stated = [runner for runner in named if runner.kinds & laws.STATED]
    newest = max((one.day for one in stated), default=date.max)
    if not any(weights.names_day(c) and not is_change(c) for r in named if r.day > newest for c in r.candidates):
        return named
    told = reported.constraints(list(passages.read(said.text, said.body)), said.article, said.text)
    past = max((c.windows[0][0] for c in told if c.strength is Strength.CERTAIN and not c.recurs), default=date.min)
    return [runner for runner in named if runner not in stated or runner.day >= past]


def _won(
    leading: Candidate, best: Runner, ranked: Sequence[Runner], shares: dict[date, float], verdict: Verdict | None
) -> DateCard:
    reasons = [leading.reason]
    if laws.is_update(best):
        reasons.append("it is called the day of an update, but it is the only day that the page gives")
    other = next((c for c in best.candidates if c.basis != leading.basis), None)
    if other:
        reasons.append(claim.agreeing(other))
    if verdict:
        reasons.insert(0, verdict.reason)
    evidence = tuple(dict.fromkeys(c.evidence for c in (leading, *best.candidates) if c.evidence))
    evidence += verdict.evidence if verdict else ()
    rule = verdict.rule if verdict else str(leading.basis)
    return DateCard(
        replace(leading.when, rule=rule), evidence, tuple(reasons), tuple(_lost(ranked[1:], shares, leading))
    )


def _updated(leading: Candidate, said: _Said, limits: Sequence[Constraint]) -> DateCard:
    """Hold what comes before a page's update, where nothing says how long before it the page was published."""
    reason = f"{leading.reason}: it was changed then, and may be older"
    limit = Constraint(not_after(leading.when.last or date.max), Strength.GIVEN, reason, leading.evidence)
    card = _bounded(said, (limit, *limits))
    return replace(
        card, reasons=(*card.reasons, f"the best guess within is {leading.when.edtf}, the day of its update")
    )


def _lost(runners: Sequence[Runner], shares: dict[date, float], winner: Candidate) -> Iterator[Rival]:
    for runner in runners[:_MOST_RIVALS]:
        if shares.get(runner.day, 0.0) >= _LEAST_RIVAL or any(weights.odds(kind(c)) > 0 for c in runner.candidates):
            own = max(runner.candidates, key=lambda c: weights.odds(kind(c)))
            yield Rival(own.when, weights.why_lost(own, winner))


def _divided(ranked: Sequence[Runner], shares: dict[date, float]) -> DateCard | None:
    """Hold every day that may be it, where none is likely enough to be called the day."""
    contenders = [runner for runner in ranked if shares[runner.day] >= _CONTENDER]
    if len(contenders) < 2 or sum(shares[r.day] for r in contenders) < _TOGETHER:
        return None
    first, last = min(r.day for r in contenders), max(r.day for r in contenders)
    if (last - first).days > _MOST_APART:
        return None
    own = [max(r.candidates, key=lambda c: weights.odds(kind(c))) for r in contenders]
    when = days.named(days.span(first, last), own[0].when.words, "ambiguous")
    listing = "; ".join(dict.fromkeys(c.reason for c in own))
    evidence = tuple(dict.fromkeys(c.evidence for c in own if c.evidence))
    lost = tuple(Rival(c.when, "nothing on the page says which of its days is meant") for c in own)
    return DateCard(when, evidence, (f"the page names several days, and none is sure: {listing}",), lost)


def _coarse(claims: Sequence[Claim]) -> DateCard | None:
    """Take a month or year that a strong claim names, where no day is sure."""
    for number, one in enumerate(claims):
        when = one[0].when
        if not when.is_day and weights.names_day(one[0]) and len(one) == 1:
            return given.stated(one[0], [*claims[:number], *claims[number + 1 :]])
    return None


def _read_by_page(chosen: Claim, others: Sequence[Claim], text: str) -> Verdict | None:
    """Ask the page's other dates which reading of a claim it means."""
    readings = [c.when for c in chosen]
    trusted = ((c[0].when, c[0].basis) for c in others if len(c) == 1 and weights.names_day(c[0]))
    return order.by_other_claims(readings, trusted) or order.by_other_dates(readings, text)


def _read_otherwise(chosen: Claim, said: _Said) -> Verdict | None:
    """Ask the story which reading of a claim it means, and last how such outlets write."""
    readings = [c.when for c in chosen]
    told = list(passages.read(said.text, said.body))
    return (
        order.by_what_is_told(readings, list(reported.constraints(told, said.article, said.text)))
        or order.by_weekday(readings, told, said.article)
        or order.by_usage([(c.when, c.usage) for c in chosen])
    )


def _limits(claims: Sequence[Claim], captured: date | None) -> Iterator[Constraint]:
    """A page is not younger than its capture, nor than the update that it shows, nor than its first comment."""
    if captured is not None:
        yield Constraint(not_after(captured), Strength.GIVEN, f"it was captured on {captured}")
    for one in claims:
        lasts = [c.when.last for c in one if c.when.last]
        if lasts and is_change(one[0]) and not one[0].kind.startswith(laws.OF_OTHERS):
            reason = f"“{one[0].when.words}” is when it was changed, not when it was published"
            yield Constraint(not_after(max(lasts)), Strength.GIVEN, reason, one[0].evidence)
        elif lasts and one[0].kind.endswith(" visit"):
            reason = f"“{one[0].when.words}” stands among the menus: the day on which somebody looked at it"
            yield Constraint(not_after(max(lasts)), Strength.LIKELY, reason, one[0].evidence)
    posts = [one for one in claims if one[0].kind.startswith("comment ") and one[0].when.is_day and len(one) == 1]
    if posts:
        first = min(posts, key=lambda one: one[0].when.first or date.max)[0]
        reason = f"a reader answered it on “{first.when.words}”"
        yield Constraint(not_after(first.when.first or date.max), Strength.LIKELY, reason, first.evidence)


def _bounded(said: _Said, limits: Sequence[Constraint]) -> DateCard:
    """Bound the day of a page that claims none by what it says, and by what limits it from outside."""
    told = list(passages.read(said.text, said.body))
    found = (
        *limits,
        *reported.constraints(told, said.article, said.text),
        *holders.constraints(told, said.article, said.text),
    )
    solution = solve(found)
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
