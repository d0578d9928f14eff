"""When something was said: the day that the reporting clause itself gives.

In: a `Scene` and a `Draft`. Out: a `When`, or None. A day in what was said, or in a clause of its own ("After the army
left on Monday, officials said"), is not when it was said.
"""

from collections.abc import Iterator

from throughline.annotate.statements.drafts import Draft
from throughline.annotate.statements.scene import Scene
from throughline.model import Time, When

_DAYS = frozenset({"DATE", "TIME"})
_CLAUSES = frozenset({"VERB", "AUX"})
_NEAR = 2  # tokens from a cue to a day beside it, whatever the parse says: "said on Monday"


def said(scene: Scene, draft: Draft) -> When | None:
    """The first day of the reporting clause, one beside the cue before all others."""
    if draft.cue is None:
        return None
    days = list(_days(scene, draft))
    cue = draft.cue
    beside = [day for at, day in days if cue[0] - 1 <= at <= cue[1] + _NEAR - 1]
    own = [day for at, day in days if _clause(scene, at) == _clause(scene, scene.head(cue))]
    found = next(iter([*beside, *own]), None)
    return found.when if found is not None else None


def _days(scene: Scene, draft: Draft) -> Iterator[tuple[int, Time]]:
    """Yield the days of the cue's sentence outside what was said, by first token."""
    told = {i for piece in draft.content for i in range(*piece)}
    sentence = scene.sentence(draft.cue[0] if draft.cue else 0)
    before = None
    for index in range(sentence.first, sentence.last):
        time = scene.times.get(index)
        is_new = time is not before and index not in told
        is_day = time is not None and (time.type in _DAYS or time.anchor is not None)
        if time is not None and is_new and is_day and time.when is not None:
            yield index, time
        before = time


def _clause(scene: Scene, index: int) -> int:
    """The verb whose clause a token stands in: itself, if it is one."""
    at = index
    if scene.tokens[at].tag in _CLAUSES:
        return at
    for above in scene.tree.above(index):
        at = above
        if scene.tokens[above].tag in _CLAUSES:
            break
    return at
