"""What answers look like in a notebook: tables and charts that stand alone, in which nothing of a page is markup."""

import copy
import pickle
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from throughline import model
from throughline.model import Evidence, Grain, Happening, Hit, Point, Series, Status, When
from throughline.notebook.answers import Chronicle
from throughline.notebook.chart import HEIGHT, WIDTH, chart
from throughline.notebook.listing import Listing
from throughline.story import Story

LOOKED_AT: dict[str, Callable[[Story], Any]] = {
    "story": lambda story: story,
    "status": lambda story: story.status(),
    "chronicle": lambda story: story.chronicle(),
    "state": lambda story: story.state(),
    "state as of": lambda story: story.state(as_of="2012-01"),
    "diff": lambda story: story.diff("2011", "2012"),
    "said": lambda story: story.said(),
    "positions": lambda story: story.positions(by="Astor"),
    "actors": lambda story: story.actors(),
    "figures": lambda story: story.figures(),
    "deadlines": lambda story: story.deadlines(),
    "disputes": lambda story: story.disputes(),
    "sources": lambda story: story.sources(),
    "search": lambda story: story.search("Velland"),
    "why": lambda story: story.why(story.chronicle().entries[0].happening.id),
    "why a title": lambda story: story.why(next(iter(story.articles()))),
}


def look(shown: object) -> Any:  # noqa: ANN401 - lxml's element, of whose answers its types are unsure
    return html.fromstring(shown._repr_html_())  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", LOOKED_AT)
def test_an_answer_shows_itself_and_nothing_of_a_page_is_markup(name: str, story: Story) -> None:
    shown = LOOKED_AT[name](story)._repr_html_()
    found: Any = html.fromstring(shown)
    assert found.xpath("//table")
    for element in found.iter():
        assert element.tag not in {"script", "img", "iframe", "a", "link", "object"}
        assert not [one for one in element.attrib if one.startswith("on") or one in {"src", "href"}]
    assert "alert(" not in shown or "&lt;" in shown
    for table in found.xpath("//table[thead]"):
        columns = len(table.xpath("./thead/tr/th"))
        assert {len(row.xpath("./td|./th")) for row in table.xpath("./tbody/tr|./tr")} <= {columns}


def test_hostile_words_are_shown_as_they_stand(story: Story) -> None:
    assert "<img src=x onerror=alert(2)>" in look(story.sources()).text_content()
    assert "arden <b>" in look(story).text_content()
    controls = Evidence("article-1", 0, 4, "a\x1b[31m\u202eb")
    (shown,) = look(Listing(Hit, [Hit(controls, None, None, None)])).xpath("//tbody/tr|//tr[td]")
    assert "a[31mb" in shown.text_content()


@pytest.mark.parametrize("verb", ["said", "positions", "actors", "figures", "deadlines", "disputes", "sources"])
def test_an_empty_answer_says_what_is_not_there(verb: str, story: Story) -> None:
    shown = look(getattr(story, verb)(as_of="1990"))
    assert not shown.xpath("//table")
    assert shown.text_content().strip().split("\n")[-1].strip().startswith("No")


def test_a_story_without_a_file_says_how_to_begin(tmp_path: Path) -> None:
    assert ".add(" in look(Story(tmp_path / "new.story")).text_content()


def test_a_long_answer_says_how_many_more_there_are(story: Story) -> None:
    (hit, *_) = story.search("Velland")
    assert "50 shown of 60" in look(Listing(Hit, [hit] * 60)).text_content()
    assert "1 shown of 7" in look(Listing(Hit, [hit], 7)).text_content()


def test_a_listing_is_a_tuple_whose_slices_show_themselves(story: Story) -> None:
    found = story.search("Velland")
    assert isinstance(found, tuple)
    assert found == tuple(found)
    first = found[:1]
    assert isinstance(first, Listing)
    assert (first.kind, first.total, first[0]) == (Hit, 1, found[0])
    for made in (copy.copy(found), pickle.loads(pickle.dumps(found))):  # noqa: S301 - our own
        assert (made, made.kind, made.total) == (found, found.kind, found.total)


def test_answers_that_show_themselves_are_the_model_s_own_records(story: Story) -> None:
    found = story.chronicle()
    assert isinstance(found, model.Chronicle)
    assert Chronicle.of(found) == found
    assert type(found).__name__ == "Chronicle"
    assert isinstance(pickle.loads(pickle.dumps(found)), model.Chronicle)  # noqa: S301 - our own
    assert not hasattr(model.Chronicle, "_repr_html_")


def _point(day: date, low: float | None, high: float | None, source: str = "Astor") -> Point:
    return Point("figure-1", When(day, day, Grain.DAY), low, high, day, source=source)


def test_a_series_is_drawn_with_a_mark_for_every_figure() -> None:
    points = (_point(date(2009, 3, 1), 6000, 6000), _point(date(2011, 12, 1), 4000, 5000))
    drawn = chart(Series("series-1", "soldiers <b>", "", points))
    assert drawn is not None
    assert len(drawn.marks) == 2
    assert [words for _, words in drawn.marks] == ["2009-03-01: 6,000, Astor", "2011-12-01: 4,000 to 5,000, Astor"]
    for x1, y1, x2, y2 in (line for line, _ in drawn.marks):
        assert 0 <= x1 == x2 <= WIDTH
        assert 0 <= y2 <= y1 <= HEIGHT
    shown = look(Listing(Series, [Series("series-1", "soldiers <b>", "", points)]))
    assert len(shown.xpath("//svg/line")) == 2
    assert "soldiers <b>" in shown.xpath("string(//svg/title)")


@pytest.mark.parametrize("values", [(0.0, 0.0), (-5.0, -5.0), (1e18, 1e-9), (None, None)])
def test_odd_numbers_are_drawn_or_left_out(values: tuple[float | None, float | None]) -> None:
    points = (_point(date(1, 1, 1), *values), _point(date(9999, 12, 31), *values))
    drawn = chart(Series("series-1", "soldiers", "", points))
    assert (drawn is None) == (values == (None, None))


def test_figures_of_one_day_are_no_course() -> None:
    points = (_point(date(2009, 3, 1), 1, 1), _point(date(2009, 3, 1), 2, 2))
    assert chart(Series("series-1", "soldiers", "", points)) is None


def test_a_happening_without_days_or_outlets_is_shown() -> None:
    bare = Happening("happening-1", None, Evidence("article-1", 0, 1, "A"), None, Status.PLANNED, (), 1, 1, None, ())
    shown = look(Chronicle(None, (model.Entry(bare, (), (), None, ()),)))
    assert "undated" in shown.text_content()
