"""Whether a page takes longer where more are there: pages of any folder into a story, with a watch on each.

In: a folder. Out: `seconds_a_page_at` 500, 1,000, 2,000, 4,000 and the end; `growth`, time a page at the end over that
at a quarter of all pages; and `ten_more`, seconds of opening the story again and adding ten pages that were held back.
Pages come shuffled, as those of many outlets would, not topic by topic. Times but the last are of the processor, after
a first page has loaded all tables, and medians by the length of texts: so neither a busy machine nor long pages change
them.
"""

import random
import sqlite3
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median

from throughline.extract.inputs import pages
from throughline.ledger import Ledger
from throughline.model import Page
from throughline.pipeline.local import add
from throughline.pipeline.steps import read

MARKS = (500, 1000, 2000, 4000)
MORE = 10  # pages added to a story that is there
_WINDOW = 500  # pages before a mark whose time is taken, an eighth of all at the most
_SEED = 1

Spent = tuple[float, int]  # seconds of a page, and characters of its text


def measure(data: Path) -> dict[str, object]:
    """Read a folder's pages, shuffled, into one new story."""
    known = {one.id: one for one in pages([str(data)]) if isinstance(one, Page)}
    shuffled = [known[each] for each in sorted(known)]
    random.Random(_SEED).shuffle(shuffled)  # noqa: S311 - no secret
    whole, more = shuffled[:-MORE], shuffled[-MORE:]
    read(shuffled[0])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pace.story"
        spent = _spent(path, whole)
        started = time.perf_counter()
        with Ledger.open(path) as ledger:
            add(ledger, more)
        return {**paces(spent), "ten_more": time.perf_counter() - started}


def paces(spent: Sequence[Spent]) -> dict[str, object]:
    """Give seconds a page at each mark, and how they grow."""
    count, window = len(spent), min(_WINDOW, len(spent) // 8)
    common = median(length for _, length in spent)

    def pace(mark: int) -> float:
        return median(seconds / length for seconds, length in spent[mark - window : mark]) * common

    marks = [*(mark for mark in MARKS if mark < count), count]
    return {
        "seconds_a_page_at": {str(mark): pace(mark) for mark in marks},
        "growth": pace(count) / pace(count // 4),
    }


def _spent(path: Path, some: Sequence[Page]) -> list[Spent]:
    seconds: dict[str, float] = {}
    with Ledger.create(path) as ledger:
        add(ledger, _watched(some, seconds))
    with closing(sqlite3.connect(path)) as raw:
        lengths = dict(raw.execute("SELECT page.id, length(text) FROM page JOIN article ON page = page.key"))
    return [(seconds[one.id], lengths[one.id]) for one in some if lengths.get(one.id)]


def _watched(some: Iterable[Page], seconds: dict[str, float]) -> Iterator[Page]:
    """Yield pages, and note how long it is until the next is asked for."""
    for page in some:
        started = time.process_time()
        yield page
        seconds[page.id] = time.process_time() - started
