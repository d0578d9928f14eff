"""What changed between two days: the listing's records, sensible days, nothing later than the as-of day."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from throughline.cli import throughline
from throughline.model import Declared
from throughline.story import Story

Desk = Callable[[Path], TestClient]


@pytest.fixture(scope="module")
def turned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read a plan, and a day later that it came to nothing."""
    room = tmp_path_factory.mktemp("turned")
    told = {
        "2012-01-10": "Arden will withdraw its soldiers from Velland by 31 March 2012, Minister Karl Astor said.",
        "2012-02-20": "Arden did not withdraw its soldiers from Velland, Minister Karl Astor said on Monday.",
    }
    story = Story(room / "turned.story")
    for day, sentence in told.items():
        page = room / f"{day}.txt"
        page.write_text(f"News of {day}\n\n{sentence}\n")
        story.add([str(page)], Declared(published=day, outlet="Vale Post"))
    return story.path


def test_the_twin_is_what_the_listing_gives(client: TestClient, story: Path) -> None:
    listed = CliRunner().invoke(throughline, ["diff", str(story), "2011-12-01", "2012-03-31", "--json"]).stdout
    assert client.get("/changes.json?from=2011-12-01&to=2012-03-31").json() == json.loads(listed)


def test_a_turn_stands_was_and_now(turned: Path, desk_of: Desk) -> None:
    assert Story(turned).diff("2012-01-31", "2012-02-28").turns
    page = desk_of(turned).get("/changes?from=2012-01-31&to=2012-02-28").text
    section = page[page.index("New turns") : page.index("The state of play")]
    was, now = section.split("<h3>now</h3>")
    assert "planned" in was
    assert "not happened" in now
    assert "did not withdraw" in now


def test_what_is_gone_from_the_page_says_what_became_of_it(turned: Path, desk_of: Desk) -> None:
    page = desk_of(turned).get("/changes?from=2012-01-31&to=2012-02-28").text
    section = page[page.index("The state of play, then and now") :]
    assert "later: " in section


def test_without_days_it_is_the_month_before(client: TestClient) -> None:
    page = client.get("/changes?as_of=2012-03-05").text
    assert 'name="from" value="2012-02-03"' in page
    assert 'name="to" value="2012-03-05"' in page


def test_no_later_day_than_the_as_of_day_is_shown(client: TestClient) -> None:
    known = client.get("/changes.json?from=2011-12-01&to=2012-12-31&as_of=2012-01-01").json()
    assert known["later"] == "2012-01-01"
    assert len(known["articles"]) == 1


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("from=2012-01-01&to=2011-01-01", "give the earlier day first"),
        ("from=2011-12-13&to=2011-12-20", "Nothing was learned between the two"),
        ("as_of=0001-01-01", "Nothing was learned between the two"),
    ],
)
def test_where_nothing_can_be_told_it_says_so(client: TestClient, asked: str, words: str) -> None:
    answer = client.get(f"/changes?{asked}")
    assert answer.status_code == 200
    assert words in answer.text


def test_a_story_without_a_day_says_so(tmp_path: Path, desk_of: Desk) -> None:
    page = tmp_path / "a.txt"
    page.write_text("The canteen is empty\n\nThe canteen is empty and the flag is gone, Mayor Lena Hask said.\n")
    Story(tmp_path / "x.story").add([str(page)])
    assert "No page of this story has a day" in desk_of(tmp_path / "x.story").get("/changes").text


def test_long_lists_are_cut_and_go_on(client: TestClient) -> None:
    asked = f"from=2011-01-01&to={date(2012, 12, 31)}"
    page = client.get(f"/changes?{asked}&top=1").text
    assert ">More</a>" in page
    assert "top=4" in page
    assert ">More</a>" not in client.get(f"/changes?{asked}&top=400").text
    assert client.get(f"/changes?{asked}&top=x").status_code == 400


def test_of_a_large_story_the_states_are_worked_out_when_asked(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("throughline.web.screens.changes.AT_ONCE", 1)
    asked = "/changes?from=2011-12-01&to=2012-12-31"
    assert "Work it out for both days" in client.get(asked).text
    assert "not on the earlier page" in client.get(f"{asked}&states=1").text
