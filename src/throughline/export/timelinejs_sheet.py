"""TimelineJS as a sheet: the columns of Knight Lab's template, for people who edit before they publish.

In: holdings. Out: CSV, the title's row first. Invariants: those of `timelinejs`, whose slides these are; the columns
are the template's and no others, because TimelineJS refuses a sheet that has more; no cell acts as a formula.
"""

from collections.abc import Iterator, Mapping

from throughline.export import csv, timelinejs
from throughline.export.holdings import Holdings
from throughline.export.values import Json, Scalar

COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
    "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text", "Type", "Group", "Background",
)  # fmt: skip


def lines(holdings: Holdings) -> Iterator[str]:
    """The dated record as rows of the template."""
    yield from csv.table(_rows(holdings))


def _rows(holdings: Holdings) -> Iterator[dict[str, Scalar]]:
    yield _row(timelinejs.title(holdings), "title")
    for event in timelinejs.events(holdings):
        yield _row(event, "")


def _row(slide: Mapping[str, Json], kind: str) -> dict[str, Scalar]:
    row: dict[str, Scalar] = dict.fromkeys(COLUMNS, "")
    for name, date in (("", slide.get("start_date", {})), ("End ", slide.get("end_date", {}))):
        for part, number in date.items():
            row[f"{name}{part.capitalize()}"] = number
    row["Display Date"] = slide.get("display_date", "")
    row["Headline"], row["Text"] = slide["text"]["headline"], slide["text"]["text"]
    row["Type"], row["Group"] = kind, slide.get("group", "")
    return row
