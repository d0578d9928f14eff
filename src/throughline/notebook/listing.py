"""A list of records that shows itself in a notebook, and becomes a data frame where one is wanted.

In: records of one type. Out: a tuple of them that also knows how many there are in all. Invariant: it is what it
holds; nothing is worked out until it is looked at.
"""

from collections.abc import Iterable
from typing import Any, Self, SupportsIndex, TypeVar, overload

from throughline.export import frames
from throughline.export.values import Scalar

_T = TypeVar("_T")


class Listing(tuple[_T, ...]):  # noqa: SLOT001 - a tuple has no room for slots
    """Records of one `kind`, in order; `total` counts those there are, held here or not. A slice is a listing too."""

    kind: type[_T]
    total: int

    def __new__(cls, kind: type[_T], records: Iterable[_T], total: int | None = None) -> Self:
        """Take the records; without `total`, these are all there are."""
        made = super().__new__(cls, records)
        made.kind = kind
        made.total = len(made) if total is None else total
        return made

    def __getnewargs__(self) -> tuple[Any, ...]:
        """Say how to make it again, for `copy` and `pickle`."""
        return self.kind, tuple(self), self.total

    @overload
    def __getitem__(self, index: SupportsIndex) -> _T: ...
    @overload
    def __getitem__(self, index: slice) -> "Listing[_T]": ...
    def __getitem__(self, index: SupportsIndex | slice) -> "_T | Listing[_T]":
        """Give a record, or a listing of several."""
        if isinstance(index, slice):
            return Listing(self.kind, super().__getitem__(index))
        return super().__getitem__(index)

    def to_rows(self) -> list[dict[str, Scalar]]:
        """Flat dicts with the same keys throughout: the columns of the exported tables."""
        return list(frames.rows(self.kind, self))

    def to_pandas(self) -> Any:  # noqa: ANN401 - a pandas.DataFrame, which is an extra
        """A DataFrame, days as datetime64; needs `pip install 'throughline[frames]'`."""
        return frames.to_pandas(self.kind, self)

    def to_arrow(self) -> Any:  # noqa: ANN401 - a pyarrow.Table, which is an extra
        """An Arrow table; needs `pip install 'throughline[parquet]'`."""
        return frames.to_arrow(self.kind, self)

    def _repr_html_(self) -> str:
        from throughline.notebook.page import shown  # noqa: PLC0415 - only who looks pays for the templates

        return shown(self.kind, self, self.total)
