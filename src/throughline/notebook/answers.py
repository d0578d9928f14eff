"""Answers that are one record, made to show themselves in a notebook: the model's own records with a face.

In: a record of the model. Out: the same record, of a class of the same name that is also one of the model's.
Invariant: whoever takes the model's record takes these; the model knows nothing of how it looks.
"""

from dataclasses import fields
from typing import Any, Self

from throughline import model
from throughline.notebook.listing import Listing


class _Shown:
    __slots__ = ()

    @classmethod
    def of(cls, record: Any) -> Self:  # noqa: ANN401 - the record that the class is one of
        """Give the record as one that shows itself."""
        return cls(*(getattr(record, field.name) for field in fields(record)))

    def _repr_html_(self) -> str:
        from throughline.notebook.page import shown  # noqa: PLC0415 - only who looks pays for the templates

        return shown(type(self), (self,))


class Chronicle(_Shown, model.Chronicle):
    """The dated record; its entries are also a data frame."""

    __slots__ = ()

    def to_pandas(self) -> Any:  # noqa: ANN401 - a pandas.DataFrame, which is an extra
        """The entries as a DataFrame; see `Listing.to_pandas`."""
        return Listing(model.Entry, self.entries).to_pandas()

    def to_arrow(self) -> Any:  # noqa: ANN401 - a pyarrow.Table, which is an extra
        """The entries as an Arrow table; see `Listing.to_arrow`."""
        return Listing(model.Entry, self.entries).to_arrow()


class State(_Shown, model.State):
    """Where things stand."""

    __slots__ = ()


class Diff(_Shown, model.Diff):
    """What a reader learned between two days."""

    __slots__ = ()


class Explanation(_Shown, model.Explanation):
    """Why a record says what it says."""

    __slots__ = ()


class Overview(_Shown, model.Overview):
    """What is in a story."""

    __slots__ = ()
