"""Tables as CSV: any records, or the chronicle of a story.

In: records of one type (or holdings). Out: lines of CSV, a header first. Invariants: every row has the same columns;
no cell that a page wrote can act as a formula in a spreadsheet or steer a terminal.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from throughline.export.holdings import Holdings
from throughline.export.values import CONTROL, Scalar, flat

_FORMULA = ("=", "+", "-", "@", "\t", "\n")  # what makes Excel, LibreOffice and Sheets compute a cell (OWASP)


def lines(holdings: Holdings) -> Iterator[str]:
    """The dated record, a row an entry."""
    return table(flat(entry) for entry in holdings.entries)


def table(rows: Iterable[dict[str, Scalar]], columns: Sequence[str] = ()) -> Iterator[str]:
    """Rows as CSV, with these columns; where none are named, with those of the first row."""
    buffer = io.StringIO()
    writer: csv.DictWriter[str] | None = None
    if columns:
        writer = _begun(buffer, columns)
    for row in rows:
        if writer is None:
            writer = _begun(buffer, list(row))
        writer.writerow({name: _safe(value) for name, value in row.items()})
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def _begun(buffer: io.StringIO, columns: Sequence[str]) -> "csv.DictWriter[str]":
    writer = csv.DictWriter(buffer, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    return writer


def _safe(value: Scalar) -> Scalar:
    if isinstance(value, str):
        # A lone "\r" would end the row for many readers, and Python's own writer leaves it bare.
        value = CONTROL.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
        if value.startswith(_FORMULA):
            return "'" + value
    return value
