"""The queues of the review desk: what is in each, and how many; worked out once, though every ruling changes the story.

In: a desk. Out: matters that are still open. Invariant: what is kept over a ruling is only what pages alone decide.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from throughline.asked import Clock
from throughline.chronicle.review import LASTING, QUEUES
from throughline.errors import QueryError
from throughline.model import Matter, content_id
from throughline.story import Story
from throughline.web.desk import Desk

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "undated": "Pages without a day",
        "ambiguous": "Pages of an uncertain day",
        "names": "Names that may be one",
        "happenings": "Happenings that may be one",
        "speakers": "Statements of one of several",
        "findings": "Findings in doubt",
        "rulings": "Rulings without evidence",
        "unread": "Pages not read",
    }
)
_QUICK = 500  # articles up to which every queue is counted at once; in a larger story the script asks for the counts
_KEPT = 2 * len(LASTING)


def queue(desk: Desk, name: str) -> tuple[Matter, ...]:
    """What is open in a queue; QueryError where there is none of that name."""
    if name not in QUEUES:
        raise QueryError(f"there is no queue {name!r}: choose one of {', '.join(QUEUES)}")

    def worked_out() -> tuple[Matter, ...]:
        known = _proposed(desk.story.path, _pages(desk), name) if name in LASTING else None
        return desk.story.matters(name, known)

    return desk.answer(("matters", name), worked_out)


def counts(desk: Desk, shown: str) -> dict[str, int | None]:
    """How many matters are open in each queue; None where to count them takes long and nobody asked yet."""
    is_quick = len(desk.articles(Clock())) <= _QUICK
    return {
        name: len(queue(desk, name)) if is_quick or name == shown or name not in LASTING else None for name in QUEUES
    }


@lru_cache(maxsize=_KEPT)
def _proposed(story: Path, pages: str, name: str) -> tuple[Matter, ...]:  # noqa: ARG001 - part of the key
    return Story(story).proposed(name)


def _pages(desk: Desk) -> str:
    """What changes with every page that is added or dated anew, and with no other ruling."""
    heads = desk.articles(Clock()).values()
    return content_id("pages", *(part for head in heads for part in (head.id, head.published.edtf)))
