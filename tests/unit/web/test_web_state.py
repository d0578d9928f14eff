"""The state of play: the listing's lines in the listing's order, two days side by side."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from throughline.cli import throughline
from throughline.story import Story
from throughline.web.stood import Shelf, compared, fates, lines


def _listed(story: Path, *words: str) -> object:
    return json.loads(CliRunner().invoke(throughline, ["state", str(story), *words, "--json"]).stdout)


@pytest.mark.parametrize("day", ["", "2011-12-12", "2012-03"])
def test_the_twin_is_what_the_listing_gives(client: TestClient, story: Path, day: str) -> None:
    asked = f"?as_of={day}" if day else ""
    assert client.get(f"/state.json{asked}").json() == _listed(story, *(["--as-of", day] if day else []))


def test_the_page_has_every_line_of_the_listing_in_its_order(client: TestClient, story: Path) -> None:
    page = client.get("/state?as_of=2011-12-12").text
    found = Story(story).state(as_of="2011-12-12")
    told = [line.words for line in lines(found, Story(story).articles())]
    places = [page.find(words.strip('“”"')[:20]) for words in told]
    assert told
    assert -1 not in places
    assert places == sorted(places)
    assert len(re.findall(r"data-known=\"\d{4}-\d\d-\d\d\"", page)) >= len(told)


def test_before_the_first_report_nothing_stands_and_the_page_says_when_something_does(client: TestClient) -> None:
    page = client.get("/state?as_of=2001-01-01").text
    assert "No report is known for certain by 2001-01-01." in page
    assert "as_of=2011-12-12" in page


def test_pages_that_may_have_been_known_can_be_counted_in(
    tmp_path: Path, desk_of: Callable[[Path], TestClient]
) -> None:
    page = tmp_path / "a.txt"
    page.write_text("Arden stays\n05-03-2012\n\nArden will withdraw its soldiers from Velland by June 2013, it said.\n")
    story = Story(tmp_path / "x.story")
    story.add([str(page)])
    client = desk_of(story.path)
    certain = client.get("/state?as_of=2012-04-01").text
    assert "No report is known for certain by 2012-04-01." in certain
    assert "1 page may or may not have been known by then, and is left out" in certain
    counted = client.get(_link(certain, "Count it in")).text
    assert "and is counted in" in counted
    assert "As of 2012-04-01" in counted
    assert "Leave out what is not certain" in counted


def _link(page: str, words: str) -> str:
    return next(unescape(to) for to, said in re.findall(r"<a href=\"([^\"]*)\">([^<]*)</a>", page) if said == words)


def test_two_days_stand_side_by_side_the_earlier_one_left(client: TestClient) -> None:
    page = client.get("/state?as_of=2011-12-12&against=2012-03-05").text
    assert page.index("As of 2011-12-12") < page.index("As of 2012-03-05")
    assert "not on the earlier page" in page
    assert client.get("/state?as_of=2012-03-05&against=2011-12-12").text.count("<h3>") == page.count("<h3>")
    assert len(client.get("/state.json?as_of=2011-12-12&against=2012-03-05").json()) == 2
    assert client.get("/state?against=yesterday").status_code == 400


def test_a_line_says_how_it_differs_from_the_other_day(story: Path) -> None:
    found = Story(story).state()
    sample = lines(found, Story(story).articles())[0]
    open_ = sample._replace(heading="Due", id="deadline-1", label="due by 2012, open")
    missed = open_._replace(heading="What became of what was due", label="due by 2012, missed")
    gone = sample._replace(heading="Planned", id="happening-1", label="")
    stays = sample._replace(heading="Planned", id="happening-2", label="")
    shelves = {one.heading: one for one in compared([gone, stays, open_], [stays, missed])}
    assert _notes(shelves["Planned"]) == (["not on the later page", ""], [""])
    assert _notes(shelves["Due"]) == (["later: due by 2012, missed"], [])
    assert _notes(shelves["What became of what was due"]) == ([], ["before: due by 2012, open"])


def test_a_deadline_that_is_gone_says_what_became_of_it(story: Path) -> None:
    found = Story(story)
    (due, *_) = found.deadlines()
    line = lines(found.state(as_of="2011-12-12"), found.articles())[0]._replace(heading="Due", id=due.id)
    asked = fates([line], [], lambda: [replace(due, outcome="dropped")])
    assert compared([line], [], asked)[0].then[0].note == "later: dropped"
    assert fates([line], [], lambda: [replace(due, outcome="open")]) == {due.id: "still open"}
    assert fates([line], [line], lambda: pytest.fail("nobody is gone")) == {}


def _notes(shelf: Shelf) -> tuple[list[str], list[str]]:
    return tuple([one.note for one in page] for page in (shelf.then, shelf.now))  # type: ignore[return-value]


def test_what_a_page_says_stays_text(client: TestClient) -> None:
    page = client.get("/state?as_of=2012-04-02").text
    assert "<script>alert" not in page
    assert "<img src=x" not in page
