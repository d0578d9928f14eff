"""The screens with drawings: what they show is the record's, filters hold, and no page acts as markup."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from throughline.story import Story
from throughline.web.screens import figures

SCREENS = ("/figures", "/deadlines", "/disputes", "/sources")
_PAGE = """<html><head><title>{title}</title><meta property="og:site_name" content="{outlet}">
<meta property="article:published_time" content="{day}"></head><body><article><h1>{title}</h1><p>{words}</p>
</article></body></html>"""
TOLD = (
    ("Vale Post", "2012-03-05", "The mission has trained 3,100 soldiers, Defence Minister Karl Astor said on Monday."),
    ("Echo", "2012-03-05", "The mission has trained 4,200 soldiers, Foreign Minister Dora Venn said on Monday."),
    ("Vale Post", "2012-09-10", "The mission has trained about 5,000 soldiers, Defence Minister Karl Astor said."),
)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory, desk_of: Callable[[Path], TestClient]) -> TestClient:
    """Ask the desk of a story in which two ministers count otherwise."""
    room = tmp_path_factory.mktemp("trained")
    pages = room / "pages"
    pages.mkdir()
    for number, (outlet, day, words) in enumerate(TOLD):
        page = _PAGE.format(title=f"The mission in Velland, part {number}", outlet=outlet, day=day, words=words)
        (pages / f"{number}.html").write_text(page, encoding="utf-8")
    Story(room / "trained.story").add([str(pages)])
    return desk_of(room / "trained.story")


@pytest.mark.parametrize("address", SCREENS)
def test_before_the_first_report_a_screen_says_what_is_not_there(client: TestClient, address: str) -> None:
    page = client.get(f"{address}?as_of=2001-01-01")
    assert page.status_code == 200
    assert re.search(r'class="none">No \w+', page.text)
    assert client.get(f"{address}.json?as_of=2001-01-01").status_code == 200


@pytest.mark.parametrize("address", SCREENS)
def test_no_page_acts_as_markup(client: TestClient, address: str) -> None:
    page = client.get(address).text
    assert "<img src=x" not in page
    assert "<script>alert" not in page
    assert not re.search(r"\sstyle=|\son\w+=\"|javascript:", page.replace("onclick=alert", ""))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("/deadlines?outcome=late", "outcome is one of open, unknown, missed, dropped, met"),
        ("/disputes?about=everything", "about is one of figure, date, status, stance"),
        ("/figures?from=many", "from is a number"),
        ("/figures?series=series-nothing", "no series of figures has the id"),
    ],
)
def test_what_can_not_be_asked_is_told(client: TestClient, asked: str, words: str) -> None:
    page = client.get(asked)
    assert page.status_code in {400, 404}
    assert words in page.text


def test_a_series_is_drawn_with_a_mark_a_figure_and_told_in_a_table(trained: TestClient) -> None:
    page = trained.get("/figures?of=soldiers").text
    (series,) = trained.get("/figures.json?of=soldiers").json()["series"]
    assert page.count("data-tip=") == len(series["points"]) == len(TOLD)
    assert page.count('class="mark hollow"') == 1  # "about 5,000"
    for point in series["points"]:
        evidence = point["evidence"]
        assert page.count(f"/article/{evidence['article']}?at={evidence['start']}-{evidence['end']}#at") == 2
    assert "2012-03-05: figures differ, 3,100 by Karl Astor; 4,200 by Dora Venn" in page
    assert [one["known"] for one in series["differing"]] == ["2012-03-05"]


def test_of_too_many_figures_each_is_a_dot_and_the_table_goes_on(
    trained: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("_TOLD_ALONE", "_MOST_ROWS"):
        monkeypatch.setattr(figures, name, 2)
    (series,) = trained.get("/figures.json?of=soldiers").json()["series"]
    first = trained.get(f"/figures?series={series['id']}").text
    assert "data-tip=" not in first
    assert [path.count("M") for path in re.findall(r'class="dots"[^>]* d="([^"]+)"', first)] == [2, 1]  # by day known
    assert "Here 2 of 3, the latest." in first
    rest = trained.get(f"/figures?series={series['id']}&from=2").text
    words = [re.findall(r"<td>(?:<a [^>]+>)?“([^<]+)”", page) for page in (rest, first)]
    assert words[0] + words[1] == [point["evidence"]["words"] for point in series["points"]]


def test_a_series_has_a_page_of_its_own_as_of_the_same_day(trained: TestClient) -> None:
    (series,) = trained.get("/figures.json?as_of=2012-09-10").json()["series"]
    assert f"/figures?as_of=2012-09-10&amp;series={series['id']}" in trained.get("/figures?as_of=2012-09-10").text
    assert trained.get(f"/figures.json?series={series['id']}").json()["points"] == series["points"]
    assert "All figures" in trained.get(f"/figures?series={series['id']}").text
    assert "Figures of “soldiers”" in trained.get(f"/figures?of=soldiers&series={series['id']}").text


def test_figures_of_nothing_say_so(trained: TestClient) -> None:
    assert "No figure of “submarines” is known" in trained.get("/figures?of=submarines").text


def test_a_deadline_has_a_lane_and_its_words(client: TestClient, story: Path) -> None:
    found = Story(story).deadlines()
    page = client.get("/deadlines").text
    assert found
    assert page.count('class="chart lane"') == len(found)
    assert client.get("/deadlines.json").json()["total"] == len(found)
    for one in found:
        assert f'id="{one.id}"' in page
    (outcome, *_) = {one.outcome for one in found}
    assert client.get(f"/deadlines.json?outcome={outcome}").json()["deadlines"]


def test_the_open_come_first_and_the_soonest_of_them(client: TestClient) -> None:
    found = client.get("/deadlines.json?as_of=2012-01-01").json()["deadlines"]
    assert found
    assert [one["outcome"] for one in found] == sorted((one["outcome"] for one in found), key="open".__ne__)


def test_the_sides_of_a_dispute_stand_beside_one_another(trained: TestClient) -> None:
    page = trained.get("/disputes").text
    found = trained.get("/disputes.json").json()["disputes"]
    assert page.count('class="claim card"') == sum(len(one["sides"]) for one in found)
    for one in found:
        assert f"/why/{one['id']}" in page


def test_outlets_are_counted_by_month(trained: TestClient) -> None:
    page = trained.get("/sources").text
    assert '<abbr title="Mar 2012">M</abbr>' in page
    assert page.count('title="Mar 2012: 1 article"') == 2
    assert [one["outlet"] for one in trained.get("/sources.json").json()["sources"]] == ["Vale Post", "Echo"]
