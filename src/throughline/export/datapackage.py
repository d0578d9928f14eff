"""Frictionless data packages: every table of the story as CSV or Parquet, with `datapackage.json` beside them.

In: holdings. Out: names of files and their bytes, the descriptor last. Invariants: the descriptor names every file with
its size and hash, and every field with its type; `as_of` says what could be known. CSV keeps `csv`'s promise that no
cell is a formula, so it leaves out the articles' whole text, whose places must not shift; Parquet has every word as it
stands, and needs pyarrow, an extra.
"""

import hashlib
import io
import re
from collections.abc import Callable, Iterator
from importlib.util import find_spec

from throughline.errors import ThroughlineError
from throughline.export import csv
from throughline.export.arrow import arrow
from throughline.export.holdings import Holdings
from throughline.export.tables import Table, tables
from throughline.export.values import Json, day, dumps

_NO_NAME = re.compile(r"[^a-z0-9._-]+")
_PLACES = ("evidence_article", "headline_article")  # fields that hold the key of an article
_WHOLE = "text"  # the field of articles that CSV leaves out


def files(holdings: Holdings) -> Iterator[tuple[str, bytes]]:
    """The package as CSV."""
    yield from _package(holdings, "csv", "text/csv", _csv)


def parquet(holdings: Holdings) -> Iterator[tuple[str, bytes]]:
    """The package as Parquet; ThroughlineError with advice where pyarrow is not installed."""
    if find_spec("pyarrow") is None:
        raise ThroughlineError(
            "Parquet needs pyarrow: pip install 'throughline[parquet]', or export --to datapackage for CSV"
        )
    yield from _package(holdings, "parquet", "application/vnd.apache.parquet", _parquet)


def _package(
    holdings: Holdings, kind: str, media: str, write: Callable[[Table], tuple[Table, bytes]]
) -> Iterator[tuple[str, bytes]]:
    resources = []
    for one in tables(holdings):
        table, content = write(one)
        name = f"{table.name}.{kind}"
        yield name, content
        resources.append(
            {
                "name": table.name,
                "path": name,
                "profile": "tabular-data-resource",
                "description": table.about,
                "format": kind,
                "mediatype": media,
                **({"encoding": "utf-8"} if kind == "csv" else {}),
                "bytes": len(content),
                "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
                "schema": _schema(table),
            }
        )
    described = {
        "profile": "data-package",
        "name": _NO_NAME.sub("-", holdings.name.casefold()).strip("-") or "story",
        "title": holdings.name,
        "description": "The record of a news story: `when` is when things happened, `known` since when a reader could"
        " know it. Read events and happenings with their status: a plan is no fact.",
        "as_of": day(holdings.as_of),
        "resources": resources,
    }
    yield "datapackage.json", (dumps(described, indent=1) + "\n").encode("utf-8")


def _schema(table: Table) -> dict[str, Json]:
    schema: dict[str, Json] = {"fields": [{"name": name, "type": type_} for name, type_ in table.fields]}
    if table.key:
        schema["primaryKey"] = [table.key]
    links = [name for name, _ in table.fields if name in _PLACES]
    if links:
        schema["foreignKeys"] = [
            {"fields": [name], "reference": {"resource": "articles", "fields": ["id"]}} for name in links
        ]
    return schema


def _csv(table: Table) -> tuple[Table, bytes]:
    if table.name == "articles":
        table = table._replace(fields=tuple(field for field in table.fields if field[0] != _WHOLE))
    rows = csv.table(table.rows, [name for name, _ in table.fields])
    return table, "".join(rows).encode("utf-8", errors="replace")


def _parquet(table: Table) -> tuple[Table, bytes]:
    from pyarrow import parquet as pq  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: PLC0415

    buffer = io.BytesIO()
    pq.write_table(arrow(table.fields, table.rows), buffer, compression="zstd")
    return table, buffer.getvalue()
