"""How fast and how lean: pages of any folder into a story.

In: a folder. Out: `pages_per_second`, `peak_memory_mb`, `stages` (seconds a page by stage), `again_per_second` (pages a
second of adding them once more), `audit_seconds`, `file_mb`; `seconds_a_page_at`, `growth` and `ten_more` (see `pace`);
and `wordpieces_per_second`, text to findings, with its parts (see `wordpieces`). Every measure runs in a process of its
own, so that memory is that of reading these pages and no other work. Fewer pages are taken evenly from all of them, so
that they are as long and as hard as the whole. `pages_per_second` is by the clock, tables loaded and all.
"""

import argparse
import itertools
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks import pace, wordpieces
from throughline.extract.article import article
from throughline.extract.inputs import pages
from throughline.ledger import Ledger, Reading
from throughline.ledger.audit import audit
from throughline.model import Findings, Page, Problem, Span
from throughline.pipeline.local import Input, add
from throughline.pipeline.steps import STEPS

STAGES_OF = 200  # pages: stages are told to a few per cent by then
_LEAST = 40  # pages below which growth is noise


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Measure on one folder."""
    whole = _measure("add", data)
    count = _count(whole, "pages")
    if not count:
        return {}
    scores: dict[str, object] = {
        "pages": count,
        "pages_per_second": count / float(str(whole["seconds"])),
        "peak_memory_mb": whole["peak_memory_mb"],
        "again_per_second": whole["again_per_second"],
        "audit_seconds": whole["audit_seconds"],
        "breaches": whole["breaches"],
        "file_mb": whole["file_mb"],
        "stages": _measure("stages", data, count, STAGES_OF)["stages"],
    }
    scores |= wordpieces.scores(data, min(count, STAGES_OF), max(count // STAGES_OF, 1))
    if count >= _LEAST:
        scores |= _measure("pace", data)
    if out is not None:
        (out / "speed.json").write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")
    return scores


def _count(scores: dict[str, object], name: str) -> int:
    return int(str(scores[name]))


def _measure(what: str, data: Path, whole: int = 1, count: int = 0) -> dict[str, object]:
    """Measure in a process of its own, `count` of the `whole` (0: all)."""
    step = max(whole // count, 1) if count else 1
    command = [sys.executable, "-m", "benchmarks.speed", what, str(data.resolve()), str(count), str(step)]
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run(command, cwd=root, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _some(data: Path, count: int, step: int) -> Iterator[Input]:
    return itertools.islice(pages([str(data)]), 0, count * step if count else None, step)


def _add(data: Path, count: int, step: int) -> dict[str, object]:
    """Read pages into a new story; then once more; then audit it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "speed.story"
        scores = _read(path, data, count, step)
        started = time.perf_counter()
        with Ledger.open(path) as ledger:
            add(ledger, _some(data, count, step))
        scores["again_per_second"] = _count(scores, "pages") / (time.perf_counter() - started)
        started = time.perf_counter()
        scores["breaches"] = len(audit(path))
        scores["audit_seconds"] = time.perf_counter() - started
        return scores


def _read(path: Path, data: Path, count: int, step: int) -> dict[str, object]:
    started = time.perf_counter()
    with Ledger.create(path) as ledger:
        added = add(ledger, _some(data, count, step))
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = path.stat().st_size / 1e6
    return {
        "pages": added.read + added.unread,
        "seconds": seconds,
        "peak_memory_mb": peak,
        "file_mb": size,
    }


def _stages(data: Path, count: int, step: int) -> dict[str, object]:
    """Take pages through the steps by hand, with a watch on each."""
    spent: dict[str, float] = defaultdict(float)
    done = 0
    with tempfile.TemporaryDirectory() as folder, Ledger.create(Path(folder) / "speed.story") as ledger:
        for page in _pages(data, count, step, spent):
            reading = _timed(page, spent)
            with _Watch(spent, "ledger"):
                ledger.write(reading)
            done += 1
    return {"stages": {name: seconds / max(done, 1) for name, seconds in spent.items()}}


def _pages(data: Path, count: int, step: int, spent: dict[str, float]) -> Iterator[Page]:
    inputs = _some(data, count, step)
    while True:
        with _Watch(spent, "inputs"):
            one = next(inputs, None)
        if one is None:
            return
        if isinstance(one, Page):
            yield one


def _timed(page: Page, spent: dict[str, float]) -> Reading:
    with _Watch(spent, "article"):
        made = article(page)
    if isinstance(made, Problem):
        return Reading(page, problems=(made,))
    with _Watch(spent, "parse"):
        parse = STEPS.parse(made)
    found: dict[str, tuple[object, ...]] = {}
    for name, find in STEPS.finders:
        with _Watch(spent, name):
            found[name] = find(made, parse, Findings(**found))  # type: ignore[arg-type]
    with _Watch(spent, "sketch"):
        sketch = STEPS.sketch(page, made, parse)
    passages = tuple(Span(sentence.start, sentence.end) for sentence in parse.sentences)
    return Reading(page, made, Findings(**found), passages, sketch)  # type: ignore[arg-type]


class _Watch:
    """Adds the time spent within it."""

    def __init__(self, spent: dict[str, float], name: str) -> None:
        self._spent = spent
        self._name = name

    def __enter__(self) -> None:
        self._started = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self._spent[self._name] += time.perf_counter() - self._started


def main() -> None:
    """Do one measure and print it; `run` calls this in a new process."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=main.__doc__)
    parser.add_argument("what", choices=sorted(MEASURES))
    parser.add_argument("data", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("step", type=int)
    asked = parser.parse_args()
    print(json.dumps(MEASURES[asked.what](asked.data, asked.count, asked.step)))


MEASURES = {"add": _add, "pace": lambda data, *_: pace.measure(data), "stages": _stages}


if __name__ == "__main__":
    main()
