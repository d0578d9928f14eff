"""Throughline keeps the record of one long news story.

>>> import throughline
>>> story = throughline.open("iraq.story")  # doctest: +SKIP
>>> for entry in story.chronicle(as_of="2011-12").entries:  # doctest: +SKIP
...     print(entry.happening.when, entry.happening.headline.words)
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from throughline.story import Story

__all__ = ["Story", "open"]


def open(path: str | Path) -> "Story":  # noqa: A001 - reads as throughline.open(path)
    """Open a story, or name a new one: the first `add` makes the file."""
    from throughline.story import Story  # noqa: PLC0415 - the stages import this package; it must not import them back

    return Story(path)


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the type of what is asked for
    """Give `Story` when first asked for, for the same reason."""
    if name == "Story":
        from throughline.story import Story  # noqa: PLC0415

        return Story
    raise AttributeError(f"module 'throughline' has no attribute {name!r}")
