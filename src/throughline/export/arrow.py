"""Rows as an Arrow table, for Parquet and for programs that take Arrow.

In: rows, and the fields with their Frictionless types. Out: a `pyarrow.Table`. Invariant: the schema is that of the
fields, whatever the rows hold. Needs pyarrow, an extra.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from throughline.errors import ThroughlineError
from throughline.export.values import Scalar


def arrow(fields: Sequence[tuple[str, str]], rows: Iterable[Mapping[str, Scalar]]) -> Any:  # noqa: ANN401 - a pyarrow.Table
    """Give the rows as a table; ThroughlineError with advice where pyarrow is not installed."""
    try:
        import pyarrow as pa  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ThroughlineError("Arrow and Parquet need pyarrow: pip install 'throughline[parquet]'") from error
    kinds: dict[str, Any] = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
    schema = pa.schema([(name, kinds[type_]) for name, type_ in fields])
    typed = [{name: _typed(row[name], type_) for name, type_ in fields} for row in rows]
    return pa.Table.from_pylist(typed, schema=schema)


def _typed(value: Scalar, type_: str) -> object:
    if value is None:
        return None
    if type_ == "date":
        return date.fromisoformat(str(value))
    if type_ == "number":
        return float(value)
    return value.encode("utf-8", errors="replace").decode("utf-8") if isinstance(value, str) else value
