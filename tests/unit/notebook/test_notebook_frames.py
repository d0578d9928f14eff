"""Answers as tables for other programs: the same columns whatever they hold; pandas and Arrow where installed."""

import sys

import pytest

from throughline.errors import ThroughlineError
from throughline.export.frames import fields
from throughline.model import Dispute, Entry, Hit, Position, Saying, Series, Source
from throughline.notebook.listing import Listing
from throughline.story import Story


@pytest.mark.parametrize("kind", [Series, Dispute, Position, Saying, Source, Hit, Entry])
def test_columns_are_of_plain_types_and_the_rows_have_them(kind: type, story: Story) -> None:
    every: dict[type, tuple[object, ...]] = {
        Series: story.figures(), Dispute: story.disputes(), Position: story.positions(by="Astor"), Saying: story.said(),
        Source: story.sources(), Hit: story.search("Velland"), Entry: story.chronicle().entries,
    }  # fmt: skip
    rows = Listing(kind, every[kind]).to_rows()
    assert rows
    assert all(list(row) == list(fields(kind)) for row in rows)


def test_a_series_gives_a_row_a_figure(story: Story) -> None:
    found = story.figures(of="soldiers")
    rows = found.to_rows()
    assert len(rows) == sum(len(series.points) for series in found)
    assert {"id", "of", "when", "when_first", "low", "evidence", "evidence_article", "known"} <= set(rows[0])


@pytest.mark.parametrize(("package", "method"), [("pandas", "to_pandas"), ("pyarrow", "to_arrow")])
def test_without_the_package_it_says_what_to_install(
    package: str, method: str, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    for answer in (story.figures(), story.chronicle()):
        with pytest.raises(ThroughlineError, match=r"pip install 'throughline\["):
            getattr(answer, method)()


def test_pandas_gets_days_as_days_and_whole_numbers_whole(story: Story) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed: no data frame was made")
    frame = story.figures().to_pandas()
    assert frame["when_first"].dtype.kind == "M"
    assert str(frame["evidence_start"].dtype) == "Int64"
    assert len(story.figures(as_of="1990").to_pandas().columns) == len(frame.columns)
    assert len(story.chronicle().to_pandas()) == len(story.chronicle().entries)


def test_arrow_has_the_same_schema_whatever_it_holds(story: Story) -> None:
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed: no Arrow table was made")
    table = story.figures().to_arrow()
    assert table.schema.field("known").type == pa.date32()
    assert table.schema == story.figures(as_of="1990").to_arrow().schema
    assert story.chronicle().to_arrow().num_rows == len(story.chronicle().entries)
