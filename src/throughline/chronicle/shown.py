"""An answer cut to what a person can read.

In: records, and how many there are in all. Out: a tuple of them that knows its `total`.
"""

from collections.abc import Iterable
from typing import Self, TypeVar

_T = TypeVar("_T")


class Shown(tuple[_T, ...]):  # noqa: SLOT001 - a tuple has no room for slots
    """Records in order; `total` counts those there are, shown or not."""

    total: int

    def __new__(cls, records: Iterable[_T], total: int) -> Self:
        """Take the records to show."""
        made = super().__new__(cls, records)
        made.total = total
        return made
