"""Records of one type as a table, for notebooks: rows, a pandas DataFrame, an Arrow table.

In: a type of record, and records of it. Out: the table. Invariants: its columns depend on nothing but the type, and
are those of the tables that are exported; but a record that is made of others (a series of points, a dispute of sides,
a position of stances) gives a row for each of these, with its own columns beside theirs.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from throughline.errors import ThroughlineError
from throughline.export.arrow import arrow
from throughline.export.tables import TYPES
from throughline.export.values import Scalar, columns, flat
from throughline.model import Dispute, Point, Position, Series, Side, Stance

_PARTS: Mapping[type, tuple[str, type]] = MappingProxyType(
    {Series: ("points", Point), Dispute: ("sides", Side), Position: ("stances", Stance)}
)


def fields(kind: type) -> dict[str, type]:
    """The columns: text, or bool, int, float or date where all are that."""
    own = columns(kind)
    if kind not in _PARTS:
        return own
    parts, part = _PARTS[kind]
    del own[parts]
    return own | columns(part)


def rows(kind: type, records: Iterable[object]) -> Iterator[dict[str, Scalar]]:
    """The rows; see `values.flat` for what becomes of days, evidence and lists."""
    for record in records:
        own = flat(record)
        if kind not in _PARTS:
            yield own
            continue
        parts, _ = _PARTS[kind]
        del own[parts]
        yield from (own | flat(part) for part in getattr(record, parts))


def to_pandas(kind: type, records: Iterable[object]) -> Any:  # noqa: ANN401 - a pandas.DataFrame, which is an extra
    """Give a DataFrame, days as datetime64; ThroughlineError with advice where pandas is not installed."""
    try:
        import numpy as np  # noqa: PLC0415 - pandas brings it into play
        import pandas as pd  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ThroughlineError("data frames need pandas: pip install 'throughline[frames]'") from error
    table = list(rows(kind, records))
    frame = pd.DataFrame(table, columns=list(fields(kind)))
    for name, type_ in fields(kind).items():
        if type_ is date:  # by the second: pandas' own nanoseconds know no day before 1677
            frame[name] = np.array([row[name] for row in table], dtype="datetime64[s]")
        elif type_ is int:
            frame[name] = frame[name].astype("Int64")  # stays whole where some are unknown
        elif type_ is float:
            frame[name] = frame[name].astype("float64")
    return frame


def to_arrow(kind: type, records: Iterable[object]) -> Any:  # noqa: ANN401 - a pyarrow.Table, which is an extra
    """Give an Arrow table; ThroughlineError with advice where pyarrow is not installed."""
    typed = [(name, TYPES.get(type_, "string")) for name, type_ in fields(kind).items()]
    return arrow(typed, rows(kind, records))
