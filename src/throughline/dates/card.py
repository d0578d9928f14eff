"""Claims about one page's publication day to one date card, with the reasons and the readings that lost.

In: candidates (two of one basis and the same words are two readings of one string), the article's text, and its
readable spans. Out: a `DateCard` whose interval holds the day; never one day when two are left.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

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


# Strongest first: what a person declared, what markup states for machines, what the page shows, what it is.
BASES = (
    *("declared", "json", "feed", "json-ld", "meta", "time-element", "address"),
    *("masthead", "dateline", "text", "captured"),
)


def settle(
    candidates: Sequence[Candidate], article: str, text: str, body: Sequence[Span], captured: date | None
) -> DateCard:
    """Settle a page's publication date from what claims it."""
    del article, text, body
    claims = list(_claims(candidates, captured))
    if not claims:
        return DateCard(UNKNOWN, (), ("nothing on the page says when it was published",))
    chosen, others = claims[0], claims[1:]
    rivals = tuple(Rival(c.when, f"the {claims[0][0].basis} is a stronger source") for claim in others for c in claim)
    if len(chosen) == 1:
        when = chosen[0].when
    else:
        firsts = [c.when.first for c in chosen if c.when.first]
        lasts = [c.when.last for c in chosen if c.when.last]
        when = When(min(firsts), max(lasts), Grain.INTERVAL, chosen[0].when.words, "ambiguous")
        rivals = tuple(Rival(c.when, "the same words may also mean this day") for c in chosen) + rivals
    evidence = tuple(dict.fromkeys(c.evidence for c in chosen if c.evidence))
    return DateCard(when, evidence, tuple(dict.fromkeys(c.reason for c in chosen)), rivals)


def _claims(candidates: Sequence[Candidate], captured: date | None) -> Iterator[tuple[Candidate, ...]]:
    """Group candidates into claims, strongest first, without readings later than the capture."""

    def rank(candidate: Candidate) -> tuple[int, int, str]:
        place = candidate.evidence.start if candidate.evidence else -1
        return BASES.index(candidate.basis) if candidate.basis in BASES else len(BASES), place, candidate.when.words

    possible = [c for c in candidates if captured is None or c.when.first is None or c.when.first <= captured]
    for _, claim in groupby(sorted(possible, key=rank), key=rank):
        yield tuple(claim)
