"""The chronicle: what it lists, what it marks as later, its chips, its strip, and hostile words in all of these."""

import re
from dataclasses import replace
from datetime import date

import pytest
from starlette.testclient import TestClient

from throughline.model import Entry, Evidence, Grain, Happening, Status, When
from throughline.web.lines import bands, lines
from throughline.web.span import span
from throughline.web.strip import axis, strip

PAST = date(2011, 12, 31)


def _entry(number: int, day: date | None, known: date | None, status: Status = Status.HAPPENED) -> Entry:
    when = When(day, day, Grain.DAY) if day else None
    words = Evidence("article-1", 0, 4, "Rain")
    told = Happening(f"happening-{number}", None, words, when, status, (), 1, 1, known, ())
    return Entry(told, (), (), None, ())


def test_what_came_out_later_stands_among_what_was_known_and_is_marked() -> None:
    old, new = _entry(1, date(2011, 12, 1), date(2011, 12, 2)), _entry(2, date(2011, 11, 1), date(2012, 3, 1))
    undated = _entry(3, date(2011, 10, 1), None)
    found = lines([old], [new, undated, old], PAST)
    assert [(line.entry.happening.id, line.is_later) for line in found] == [
        ("happening-3", True), ("happening-2", True), ("happening-1", False)
    ]  # fmt: skip


def test_what_was_known_but_not_among_the_weightiest_is_not_called_later() -> None:
    heavy, light = _entry(1, PAST, PAST), _entry(2, PAST, date(2011, 1, 1))
    assert [line.entry for line in lines([heavy], [heavy, light], PAST)] == [heavy]


def test_a_line_says_where_today_tells_it_otherwise() -> None:
    then, now = _entry(1, PAST, PAST, Status.PLANNED), _entry(1, PAST, PAST, Status.NOT_HAPPENED)
    assert lines([then], [now], PAST)[0].now == now
    assert lines([then], [then], PAST)[0].now is None
    assert lines([now], [now], None)[0].now is None


def test_years_with_many_lines_are_cut_into_months() -> None:
    few = [_entry(n, date(2010, n, 1), PAST) for n in range(1, 4)]
    many = [_entry(n, date(2011, 1 + n // 4, 1), PAST) for n in range(8)]
    found = bands(lines([*few, *many, _entry(99, None, PAST)], [], None))
    assert [(band.title, len(band.parts)) for band in found] == [("2010", 0), ("2011", 2), ("Undated", 0)]
    assert [part.title for part in found[1].parts] == ["January 2011", "February 2011"]
    assert [line.is_again for line in found[1].parts[0].lines] == [False, True, True, True]


def test_what_is_of_a_year_stands_before_its_months() -> None:
    whole = Entry(
        Happening("happening-0", None, Evidence("a", 0, 1, "R"), When(date(2011, 1, 1), date(2011, 12, 31), Grain.YEAR),
                  Status.HAPPENED, (), 1, 1, PAST, ()), (), (), None, (),
    )  # fmt: skip
    many = [_entry(n, date(2011, n, 1), PAST) for n in range(1, 9)]
    (year,) = bands(lines([whole, *many], [], None))
    assert [line.entry for line in year.lines] == [whole]
    assert len(year.parts) == 8


def test_what_only_reaches_into_the_days_asked_for_comes_after_them() -> None:
    plan = _entry(1, None, PAST)
    plan = replace(plan, happening=replace(plan.happening, when=When(date(2008, 4, 17), None, Grain.DAY)))
    inside = _entry(2, date(2011, 11, 3), PAST)
    found = bands(lines([plan, inside], [], None), date(2011, 11, 1), date(2012, 1, 31))
    assert [(band.title, [line.entry for line in band.lines]) for band in found] == [
        ("2011", [inside]), ("Perhaps of these days", [plan])
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "unit"),
    [
        (date(2011, 1, 1), date(2011, 6, 1), "week"),
        (date(2001, 1, 1), date(2011, 6, 1), "month"),
        (date(1900, 1, 1), date(2011, 6, 1), "year"),
        (date.min, date.max, "year"),
    ],
)
def test_bars_are_of_weeks_months_or_years(first: date, last: date, unit: str) -> None:
    on = axis([first, last], [])
    assert on is not None
    assert on.unit == unit
    assert on.first <= first
    assert on.last >= last
    drawn = strip(on, [first, last], [first], [last], as_of=last, is_standing=True)
    assert drawn.bars.count("z") == 2


def test_a_line_far_from_all_reports_does_not_stretch_the_axis() -> None:
    reports = [date(2011, 1, 1), date(2012, 1, 1)]
    on = axis(reports, [date(1945, 5, 8), date(2010, 10, 1)])
    assert on is not None
    assert on.first == date(2010, 9, 27)  # the Monday before the nearer line
    drawn = strip(on, reports, [date(1945, 5, 8)], [], is_standing=True)
    assert drawn.marks == "M43 0h7"  # at the end of the axis
    assert axis([], [date(1945, 5, 8)]) is None


def test_the_slider_knows_on_which_days_something_was_published(client: TestClient) -> None:
    page = client.get("/chronicle").text
    assert 'data-first="2011-12-12" data-last="2012-04-02" data-gaps="84 28"' in page
    assert span([]) is None


def test_a_day_shows_what_was_known_and_the_rest_in_words_as_later(client: TestClient) -> None:
    page = client.get("/chronicle?as_of=2011-12-31").text
    assert "as known on 2011-12-31" in page
    assert re.search(r'<li class="line[^>]*data-known="2012-03-05"[^>]* data-later>', page)
    assert not re.search(r'<li class="line[^>]*data-known="2011-12-12"[^>]* data-later>', page)
    hidden = client.get("/chronicle?as_of=2011-12-31&later=hide").text
    assert "data-later" not in hidden
    assert "show them, in grey" in hidden


def test_the_data_of_a_day_hold_nothing_of_what_came_out_later(client: TestClient) -> None:
    found = client.get("/chronicle.json?as_of=2011-12-31").json()
    assert found["as_of"] == "2011-12-31"
    assert found["entries"]
    assert all(entry["known"] and entry["known"] <= "2011-12-31" for entry in found["entries"])


def test_every_filter_is_in_the_address_and_can_be_taken_away(client: TestClient) -> None:
    page = client.get("/chronicle?about=Arden&status=planned&from=2011&to=2012-12&outlet=vale+post").text
    chips = re.findall(r'class="chip" href="([^"]+)"', page)
    assert len(chips) == 5
    for name, chip in zip(("about", "status", "outlet", "from", "to"), chips, strict=True):
        assert f"{name}=" not in chip.replace("&amp;", "&")
    assert "told by vale post" in page
    assert "No line is like that" in client.get("/chronicle?about=zebra").text


@pytest.mark.parametrize("query", ["type=DANCE", "status=maybe", "from=2013&to=2011", "top=-1", "from=yesterday-ish"])
def test_what_can_t_be_asked_is_said(client: TestClient, query: str) -> None:
    answer = client.get(f"/chronicle?{query}")
    assert answer.status_code == 400
    assert "That can" in answer.text


def test_words_of_pages_and_addresses_stay_words(client: TestClient) -> None:
    page = client.get("/chronicle", params={"about": '"><script>alert(4)</script>'}).text
    page += client.get("/chronicle").text
    assert "<script>alert" not in page
    assert "onerror=alert(2)&gt;" in page or "&lt;img" in page
    assert " style=" not in page
