"""Claims about one page's publication day to one date card, with the reasons and the readings that lost.

In: candidates (two of one basis and the same words are two readings of one string), the article's text, and its
readable spans. Out: a `DateCard` whose interval holds the day. What is said from outside the page wins; else the
days that the page names stand for election; where nothing claims a day, the page's own words bound it. It is never
later than the capture.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from throughline.dates.published import bounds, claim, election, given
from throughline.dates.published.bounds import Said
from throughline.dates.published.claim import Candidate, Claim
from throughline.dates.testimony.constraint import Constraint
from throughline.model import DateCard, Rival, Span


def settle(
    candidates: Sequence[Candidate], article: str, text: str, body: Sequence[Span], captured: date | None
) -> DateCard:
    """Settle a page's publication date from what claims it, or else from what the page says."""
    claims, late = claim.group(candidates, captured)
    said = Said(article, text, body)
    limits = tuple(bounds.limits(claims, captured))
    card = _settled(claims, said, limits) or bounds.bounded(said, limits)
    ruled_out = tuple(Rival(c.when, f"it is later than the capture on {captured}") for c in late)
    return replace(card, rivals=ruled_out + card.rivals)


def _settled(claims: Sequence[Claim], said: Said, limits: Sequence[Constraint]) -> DateCard | None:
    if not claims or claims[0][0].basis not in claim.GIVEN:
        return election.elected(claims, said, limits)
    chosen, others = claims[0], claims[1:]
    if len(chosen) == 1:
        return given.stated(chosen[0], others)
    verdict = election.read_by_page(chosen, others, said) or election.read_otherwise(chosen, said)
    return given.decided(chosen, others, verdict) if verdict else given.undecided(chosen, others)
