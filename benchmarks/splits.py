"""Which files of a folder are measured: never those that the reader learned from, where others stand beside them.

A set's own layout tells: a folder or a file called "train" (or "train-1", "train_b") is what was learned from.
"""

import re
from collections.abc import Iterator
from pathlib import Path

_LEARNED = re.compile(r"^train(?![a-z])", re.IGNORECASE)


def measured(data: Path, pattern: str) -> Iterator[Path]:
    """Yield the files below `data` that match, in order; all of them where every one is of a training split."""
    own = sorted(data.rglob(pattern))
    kept = [path for path in own if not any(_LEARNED.match(part) for part in path.relative_to(data).parts)]
    yield from kept or own
