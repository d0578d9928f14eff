"""How long each verb of a story takes to answer: each verb once as of all that there is, then as of earlier days.

In: a story file, or a folder that holds one or pages to read into one. Out: `pages`; by verb, seconds of the first
question in a process that has asked nothing yet, and the median of those that follow as of other days, as a desk asks
them that keeps what it gathered (`first_...`, `further_...`). Times are of the processor, so a busy machine does not
change them; nothing is asked over the network or drawn.
"""

import multiprocessing
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median

from throughline.ledger.memory import Memory
from throughline.story import Story

VERBS = (
    "status", "chronicle", "state", "said", "actors", "positions", "figures", "deadlines", "disputes", "sources",
)  # fmt: skip
DAYS = 3  # further days that each verb is asked about
_TOP = 50  # of what was said


def run(data: Path, out: Path | None = None) -> dict[str, object]:  # noqa: ARG001 - as all tasks have it
    """Time every verb on the story of `data`."""
    with tempfile.TemporaryDirectory() as folder:
        path = story_of(data, Path(folder) / "asked.story")
        days = _days(path)
        if not days:
            return {}
        scores: dict[str, object] = {"pages": len(Story(path).articles())}
        with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as fresh:
            for verb in VERBS:
                first, *further = fresh.apply(timed, (path, verb, days))
                scores |= {f"first_{verb}": first, f"further_{verb}": median(further)}
        return scores


def timed(path: Path, verb: str, days: list[date]) -> list[float]:
    """Seconds of one verb, in a process of its own: as of all that there is, then as of some days."""
    story = Story(path, Memory())
    words = {"top": _TOP} if verb == "said" else {}
    spent = []
    for day in (None, *days):
        started = time.process_time()
        getattr(story, verb)(**words, as_of=day)
        spent.append(time.process_time() - started)
    return spent


def story_of(data: Path, new: Path) -> Path:
    """The story that `data` is or holds; else one of its pages."""
    there = data if data.is_file() else next(iter(sorted(data.glob("*.story"))), None)
    if there is None:
        Story(new).add([str(data)])
    return there or new


def _days(path: Path) -> list[date]:
    """Days spread over the second half of the story's pages, the latest first: what a slider is drawn to."""
    known = sorted(head.known for head in Story(path).articles().values() if head.known)
    return list(dict.fromkeys(_spread(known[len(known) // 2 :])))


def _spread(known: list[date]) -> Iterator[date]:
    for number in range(DAYS, 0, -1):
        if known:
            yield known[(len(known) - 1) * number // (DAYS + 1)]
