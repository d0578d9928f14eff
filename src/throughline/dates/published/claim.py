"""A claim: the readings of one string that says when a page was published, with its basis and kind.

In: `Candidate`s. Out: claims, strongest basis first. Two candidates of one basis, place and words are two readings
of one claim. Nothing is decided here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from throughline.dates import days
from throughline.dates.published.labels import Label, label
from throughline.model import Evidence, When


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of one claim: when, on what basis, where it stands in the text, and why, in words for a person.

    `basis` is one of BASES. Readings of one ambiguous string are candidates with the same basis and words. `kind`
    says more exactly what the string is, as `weights` names it; without one the basis stands for it. `usage` says
    of one reading of an ambiguous string why whoever wrote it would mean it so; `is_custom`, that they write it no
    other way.
    """

    when: When
    basis: str
    evidence: Evidence | None
    reason: str
    kind: str = ""
    usage: str = ""
    is_custom: bool = False


# Strongest first: what a person declared, what a container and markup state for machines, what the page shows.
BASES = (
    *("declared", "json", "feed", "json-ld", "meta", "microdata", "time-element", "script", "address"),
    *("masthead", "dateline", "text", "captured"),
)
_SPOKEN = {
    "declared": "what was declared", "json": "the record that it came in", "feed": "the feed",
    "json-ld": "the page's structured data", "meta": "a meta element of the page", "microdata": "the page's markup",
    "time-element": "a time element of the page", "script": "a script of the page", "address": "the page's address",
    "masthead": "a line of the page", "dateline": "the dateline", "text": "the text", "captured": "the capture",
}  # fmt: skip
GIVEN = frozenset(("declared", "json", "feed"))  # said of the page from outside it: nothing on the page outweighs it
Claim = tuple[Candidate, ...]
_AHEAD_OF_CAPTURE = 1  # days: a page may be dated tomorrow where it was written, seen from where it was captured
_NOON = 12
_CLOCK = re.compile(r"(?<![\d:.])\d{1,2}[:.](\d\d)(?!\d)")
_UNIVERSAL = re.compile(r"T(\d\d):\d\d.*(?:Z|[+-]00:?00)$|(\d\d):\d\d:\d\d (?:GMT|UTC|\+0000)$", re.ASCII)


def group(candidates: Sequence[Candidate], captured: date | None) -> tuple[list[Claim], list[Candidate]]:
    """Group candidates into claims, strongest first; those that the capture rules out are given apart."""
    limit = days.shift_days(captured, _AHEAD_OF_CAPTURE) if captured else date.max
    known = [c for c in candidates if c.when.first is not None or c.when.last is not None]
    late = [c for c in known if c.when.first is not None and c.when.first > limit]
    claims: dict[tuple[str, str, int, str], list[Candidate]] = {}
    for candidate in known:
        if candidate.when.first is None or candidate.when.first <= limit:
            key = candidate.basis, candidate.kind, _place(candidate), candidate.when.words
            readings = claims.setdefault(key, [])
            if not any(same_days(candidate.when, other.when) for other in readings):
                readings.append(candidate)
    return sorted((tuple(claim) for claim in claims.values()), key=lambda claim: _rank(claim[0])), late


def kind(candidate: Candidate) -> str:
    """Name the kind of evidence that a candidate is."""
    if candidate.kind:
        return candidate.kind
    return f"{candidate.basis} {Label.CHANGED}" if is_change(candidate) else candidate.basis


def is_change(candidate: Candidate) -> bool:
    """Tell a day of change ("Last updated: ...") from one of publication; what a person declares is what it is."""
    if candidate.kind:
        return candidate.kind.endswith(Label.CHANGED)
    words = candidate.when.words
    at = next((index for index, character in enumerate(words) if character.isdecimal()), 0)
    return candidate.basis not in GIVEN and label(words, at, len(words)) is Label.CHANGED


def spoken(basis: str) -> str:
    """Name a basis in a sentence for a person."""
    return _SPOKEN.get(basis, basis)


def agreeing(other: Candidate) -> str:
    """Say that another claim names the same day."""
    return f"{spoken(other.basis)} says so too"


def weaker(winner: Candidate, loser: Candidate) -> str:
    """Say that what stands first in BASES counts for more."""
    return f"{spoken(winner.basis)} counts for more than {spoken(loser.basis)}"


def is_universal(words: str) -> bool:
    """Tell whether a moment is given in Greenwich time."""
    return _UNIVERSAL.search(words.strip()) is not None


def local_day(candidate: Candidate) -> date | None:
    """The other day that it may have been where a moment in Greenwich time was written down.

    At 22:04 UTC the next day has begun east of it, at 03:00 UTC the day before is not over west of it.
    """
    clock = _UNIVERSAL.search(candidate.when.words.strip())
    if clock is None or candidate.when.first is None or not candidate.when.is_day:
        return None
    return days.shift_days(candidate.when.first, 1 if int(clock[1] or clock[2]) >= _NOON else -1)


def same_moment(words: str, universal: str) -> bool:
    """Tell whether words can be the same moment elsewhere: zones lie whole hours apart, a few half ones.

    A clock with other minutes is that of a comment, or of another article.
    """
    theirs, ours = _CLOCK.search(words), _CLOCK.search(universal)
    return theirs is None or ours is None or (int(theirs[1]) - int(ours[1])) % 30 == 0


def same_days(one: When, two: When) -> bool:
    """Tell whether both are the same days."""
    return (one.first, one.last) == (two.first, two.last)


def _place(candidate: Candidate) -> int:
    return candidate.evidence.start if candidate.evidence else -1


def _rank(candidate: Candidate) -> tuple[int, bool]:
    basis = BASES.index(candidate.basis) if candidate.basis in BASES else len(BASES)
    return basis, is_change(candidate)
