"""Which days may be a page's at all, whatever the odds: what stands above any election.

In: the runners of a ballot. Out: those that stand. A page's markup that states its day of publication is outvoted by
no list, menu or foot of the page, only by another statement; the day of the visit, which headers print beside their
menus, is never its own.
"""

from collections.abc import Sequence

from throughline.dates.ballot import Runner

STATED = frozenset(("json-ld published", "meta published", "property published", "time published"))
# What may contradict markup: a line at the title that says so, or is a day and little else.
_SHOWN = frozenset(("title published", "near published", "over published", "head published", "near bare"))
_CONTRADICTS = STATED | _SHOWN


def standing(field: Sequence[Runner]) -> list[Runner]:
    """List the runners that stand, in the same order."""
    stated = any(runner.kinds & STATED for runner in field)
    return [r for r in field if not is_visit(r) and (not stated or r.kinds & _CONTRADICTS)]


def is_visit(runner: Runner) -> bool:
    """Tell whether all that names a day is a header's line of menu words: "Subscribe Log in Monday 14 January"."""
    return all(candidate.kind.endswith(" visit") for candidate in runner.candidates)
