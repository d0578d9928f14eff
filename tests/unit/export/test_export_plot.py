"""Charts as files: a picture for every record that has a place, the same bytes each time, and words that stay words."""

import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from throughline.errors import QueryError, ThroughlineError
from throughline.export.plot import plot, plot_entries
from throughline.model import Entry, Evidence, Grain, Happening, Point, Series, Status, When

MARCH = date(2014, 3, 3)
HOSTILE = "$\\frac{1}{0}$ <script>alert(1)</script> & barrels"


def series(*numbers: float, of: str = "ferries") -> Series:
    points = (
        Point(
            f"figure-{at}",
            When(MARCH + timedelta(days=9 * at), MARCH + timedelta(days=9 * at), Grain.DAY),
            number,
            number,
            MARCH,
            approximate=at % 2 == 1,
            source=f"Echo {at % 9}",
        )
        for at, number in enumerate(numbers)
    )
    return Series(f"series-{of}-{len(numbers)}", of, "", tuple(points))


def entry(status: Status, when: When | None, words: str = "The ferries left.") -> Entry:
    evidence = Evidence("article-1", 0, len(words), words)
    happening = Happening(f"happening-{status}", None, evidence, when, status, (), 1, 1, MARCH, ())
    return Entry(happening, (), (), None, ("Vale Post",))


ENTRIES = (
    *(entry(status, When(MARCH, MARCH, Grain.DAY)) for status in Status),
    entry(Status.HAPPENED, None),
    entry(Status.HAPPENED, When(None, MARCH, Grain.DAY)),
    entry(Status.ONGOING, When(MARCH, None, Grain.DAY)),
    entry(Status.PLANNED, When(date(2014, 1, 1), date(2014, 12, 31), Grain.YEAR, approximate=True), f"{HOSTILE} " * 9),
)


@pytest.fixture
def matplotlib() -> Any:  # noqa: ANN401 - a module that may not be there
    return pytest.importorskip("matplotlib", reason="matplotlib is not installed: no chart was drawn")


@pytest.mark.parametrize("kind", [".svg", ".png"])
@pytest.mark.usefixtures("matplotlib")
def test_the_same_records_give_the_same_bytes(tmp_path: Path, kind: str) -> None:
    files = [tmp_path / f"{name}{kind}" for name in ("one", "two", "three", "four")]
    assert [plot([series(1, 5, 3)], file) for file in files[:2]] == [1, 1]
    assert [plot_entries(ENTRIES, file) for file in files[2:]] == [len(ENTRIES)] * 2
    assert files[0].read_bytes() == files[1].read_bytes()
    assert files[2].read_bytes() == files[3].read_bytes()


@pytest.mark.usefixtures("matplotlib")
def test_words_stay_words(tmp_path: Path) -> None:
    file = tmp_path / "chart.svg"
    assert plot([series(1, 2, of=HOSTILE)], file) == 1
    drawn = file.read_text(encoding="utf-8")
    assert "<script" not in drawn
    assert escape(HOSTILE) in drawn


@pytest.mark.usefixtures("matplotlib")
def test_numbers_of_all_sizes_and_many_sources_are_drawn(tmp_path: Path) -> None:
    many = series(*(10.0**at for at in range(12)), *range(40))
    assert plot([many, series(7), series(0, 0, of="nothing")], tmp_path / "chart.png") == 2  # one figure is no course
    assert plot([series(7)], tmp_path / "chart.png") == 1


def test_what_has_no_place_is_not_drawn(tmp_path: Path) -> None:
    homeless = Series("series-1", "ferries", "", (Point("figure-1", None, 3, 3, None),))
    assert plot([homeless], tmp_path / "chart.svg") == 0
    assert plot_entries((), tmp_path / "chart.svg") == 0
    assert not list(tmp_path.iterdir())


def test_a_chart_has_a_name_that_tells_its_kind(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"\.svg or \.png"):
        plot([series(1, 2)], tmp_path / "chart.doc")
    with pytest.raises(QueryError, match=r"\.svg or \.png"):
        plot_entries(ENTRIES, tmp_path / "chart")


def test_without_matplotlib_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(ThroughlineError, match=r"throughline\[plots\]"):
        plot_entries(ENTRIES, tmp_path / "chart.svg")
