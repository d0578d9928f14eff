"""Records as rows and data frames, for notebooks.

In: records of one type, as a story's verbs give them. Out: dicts, or a pandas DataFrame where pandas is there.
"""

from collections.abc import Iterable
from typing import Any

from throughline.errors import ThroughlineError
from throughline.export.values import Scalar, flat


def rows(records: Iterable[object]) -> list[dict[str, Scalar]]:
    """Flat rows, one a record, with the same columns for every record of a type (see `values.flat`)."""
    return [flat(record) for record in records]


def frame(records: Iterable[object]) -> Any:  # noqa: ANN401 - a pandas.DataFrame, which is an extra
    """Give a pandas DataFrame; ThroughlineError with advice where pandas is not installed."""
    try:
        import pandas as pd  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ThroughlineError(
            "data frames need pandas: pip install 'throughline[frames]', or use throughline.rows()"
        ) from error
    return pd.DataFrame(rows(records))
