"""Which days may be a page's at all, whatever the odds: what stands above any election.

In: the runners of a ballot. Out: those that stand, and whether one says no more than "not later". A page's markup
that states its day of publication is outvoted by no list, menu or foot of the page, only by another statement; the
day of the visit, which headers print beside their menus, is never its own; a day of change is no day of publication.
"""

from collections.abc import Sequence

from throughline.dates.published.ballot import Runner
from throughline.dates.published.claim import is_change, kind
from throughline.dates.published.company import STATED

# Kinds that contradict no statement of markup, whatever the odds: lists, menus, feet, readers, changes, the story.
_OF_ELSEWHERE = (
    *("foot ", "comment ", "top ", "under ", "time apart", "script", "body within", "body other"),
    *("json-ld changed", "meta changed", "property changed"),
)
_UNDER_TITLE = frozenset(("near bare", "near published"))
# What else stands where days of publication stand, and says of a day of change that it may be that as well.
_OWN = STATED | {
    *("title published", "near published", "over published", "head published", "near bare", "over bare", "head bare"),
    *("address", "time under title", "json", "masthead", "dateline"),
}
_AT_TITLE = frozenset(("near changed", "over changed", "head changed"))
OF_OTHERS = ("foot ", "comment ", "time apart")  # kinds of days that are mostly another page's, or a reader's


def standing(field: Sequence[Runner]) -> list[Runner]:
    """List the runners that stand, in the same order."""
    stated = any(runner.kinds & STATED for runner in field)
    titled = any(runner.kinds & _UNDER_TITLE for runner in field)
    return [
        r for r in field if not is_visit(r) and not (stated and _is_elsewhere(r)) and not (titled and _is_at_top(r))
    ]


def _is_elsewhere(runner: Runner) -> bool:
    return all(kind(candidate).startswith(_OF_ELSEWHERE) for candidate in runner.candidates)


def is_visit(runner: Runner) -> bool:
    """Tell whether all that names a day is a header's line of menu words: "Subscribe Log in Monday 14 January"."""
    return all(candidate.kind.endswith(" visit") for candidate in runner.candidates)


def _is_at_top(runner: Runner) -> bool:
    """Tell a day that the top of the page shows, and nothing else: where one stands under the title, it is no rival."""
    return all(kind(candidate) == "top bare" for candidate in runner.candidates)


def is_update(runner: Runner) -> bool:
    """Tell whether a day is known as that of a change and as nothing better: the page may be much older."""
    return any(map(is_change, runner.candidates)) and not any(
        (kind(one) in _OWN or kind(one).endswith(" published")) and not is_change(one) for one in runner.candidates
    )


def is_its_only_day(runner: Runner, field: Sequence[Runner]) -> bool:
    """Tell whether a day of change stands at the title, as days of publication do, and no other day competes."""
    others = (kind(one) for other in field if other is not runner for one in other.candidates)
    return bool(runner.kinds & _AT_TITLE) and all(name.startswith(OF_OTHERS) for name in others)
