"""The days that a page may have been published on, each with what speaks for it.

In: claims, each a string's readings with its kind. Out: `Runner`s, one a day, with the kinds of what names it, and
what its place among the other days says (`company`). `weights` turns those into odds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from throughline.dates.published import company
from throughline.dates.published.claim import Candidate, Claim, is_change, is_universal, kind, local_day, same_moment
from throughline.model import Evidence

_YOUNGEST_WEB = date(1990, 1, 1)  # no page is older than the web
_OF_OTHERS = ("foot ", "comment ", "body ", "under ", "top ", "time apart")  # kinds that are mostly of other days
_SOME = 3  # days that a page must show before the first or last of them tells anything


@dataclass(frozen=True, slots=True)
class Runner:
    """A day, the candidates that name it, and the kinds of evidence for and against it."""

    day: date
    candidates: tuple[Candidate, ...]
    kinds: frozenset[str]


def runners(claims: Sequence[Claim]) -> list[Runner]:
    """List the days that claims name, earliest first."""
    named: dict[date, list[Candidate]] = {}
    kinds: dict[date, set[str]] = {}
    before: dict[str, set[date]] = {}  # the days that earlier claims of a kind name
    for claim in claims:
        for candidate in claim:
            day, own = candidate.when.first, kind(candidate)
            if day is not None and candidate.when.is_day and day >= _YOUNGEST_WEB:
                named.setdefault(day, []).append(candidate)
                is_later = before.get(own) and day not in before[own]
                kinds.setdefault(day, set()).update((own, f"{own} later") if is_later else (own,))
        before.setdefault(kind(claim[0]), set()).update(c.when.first for c in claim if c.when.first)
    _add_coarse(kinds, claims)
    _add_local(kinds, named)
    _add_place(kinds)
    company.add(kinds)
    _add_near(kinds, named)
    return [Runner(day, tuple(named[day]), frozenset(company.best_line(kinds[day]))) for day in sorted(named)]


def _add_coarse(kinds: dict[date, set[str]], claims: Iterable[Claim]) -> None:
    """A month or year that is named speaks for the days in it."""
    for claim in claims:
        when = claim[0].when
        if not when.is_day and when.first and when.last:
            for day, own in kinds.items():
                if when.first <= day <= when.last:
                    own.add(f"within {kind(claim[0])}")


def _add_local(kinds: dict[date, set[str]], named: dict[date, list[Candidate]]) -> None:
    """Count what names a day in Greenwich for the day where the page was written, where the page names that too."""
    for candidates in named.values():
        for candidate in candidates:
            local = local_day(candidate) if is_universal(candidate.when.words) else None
            if local is None or local not in named:
                continue
            others = (one for one in named[local] if not is_universal(one.when.words) and _is_its_own(kind(one)))
            if any(same_moment(one.when.words, candidate.when.words) for one in others):
                kinds[local].add(kind(candidate))


def _is_its_own(name: str) -> bool:
    return not name.startswith(_OF_OTHERS)


def _add_place(kinds: dict[date, set[str]]) -> None:
    """What a day's place among all days of the page says: readers write after the publication."""
    posts = [day for day, own in kinds.items() if any(name.startswith("comment ") for name in own)]
    if posts:
        for day, own in kinds.items():
            if day > min(posts):
                own.add("after a comment")
    if len(kinds) >= _SOME:
        kinds[max(kinds)].add("latest")
        kinds[min(kinds)].add("earliest")


def _add_near(kinds: dict[date, set[str]], named: dict[date, list[Candidate]]) -> None:
    """What stands around the line that says most: lists of other pages name a day every few words.

    Readers' answers and a day of change beside it are no list.
    """
    spots = {
        day: [_spot(c.evidence) for c in candidates if c.evidence and not _is_no_list(c)]
        for day, candidates in named.items()
    }
    for day, candidates in named.items():
        best = min((c for c in candidates if c.evidence), key=lambda c: company.rank(kind(c)), default=None)
        if best and best.evidence:
            kinds[day].add(company.near(spots, day, _spot(best.evidence)))


def _is_no_list(candidate: Candidate) -> bool:
    return is_change(candidate) or kind(candidate).startswith("comment ")


def _spot(evidence: Evidence) -> tuple[int, int]:
    return evidence.start, evidence.end
