"""People and bodies, one of them, and statements: the listings' records, each with whoever they are of."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from throughline.cli import throughline
from throughline.model import Actor, ActorRole, Declared, Evidence
from throughline.story import Story
from throughline.web.lanes import lanes
from throughline.web.sayings import pieces

Desk = Callable[[Path], TestClient]


def _listed(verb: str, story: Path, *words: str) -> list[dict[str, object]]:
    listed: list[dict[str, object]] = json.loads(
        CliRunner().invoke(throughline, [verb, str(story), *words, "--json"]).stdout
    )
    return listed


def _actor(story: Path, name: str) -> Actor:
    return next(one for one in Story(story).actors() if one.name == name)


def test_the_twins_are_what_the_listings_give(client: TestClient, story: Path) -> None:
    assert client.get("/people.json").json() == _listed("actors", story)
    assert client.get("/people.json?as_of=2011-12-12").json() == _listed("actors", story, "--as-of", "2011-12-12")
    assert client.get("/said.json").json() == _listed("said", story)
    assert client.get("/said.json?by=Astor&about=talks").json() == _listed(
        "said", story, "--by", "Astor", "--about", "talks"
    )
    assert client.get("/said.json?thoughts=1").json() == _listed("said", story, "--thoughts")


def test_people_are_found_by_any_name_and_by_kind(client: TestClient) -> None:
    found = client.get("/people.json?q=astor").json()
    assert [one["name"] for one in found] == ["Karl Astor"]
    assert {one["type"] for one in client.get("/people.json?kind=people").json()} <= {"person", "group"}
    assert client.get("/people?kind=birds").status_code == 400
    assert "Nobody here is called “xyzzy”" in client.get("/people?q=xyzzy").text


def test_a_person_stands_with_roles_and_words(client: TestClient, story: Path) -> None:
    astor = _actor(story, "Karl Astor")
    page = client.get(f"/people/{astor.id}").text
    assert "Defence Minister, reported 2011-12-12 to 2012-03-05" in re.sub(r"<[^>]*>", "", page)
    assert 'class="told" x="0.0%" width="100.0%"' in page
    assert page.index("There will be no talks") < page.index("We have done what we came to do")
    twin = client.get(f"/people/{astor.id}.json").json()
    assert twin["actor"] in _listed("actors", story)
    assert [one for one in _listed("said", story) if one in twin["said"]] == twin["said"]
    assert {one["speaker"]["name"] for one in twin["said"]} == {"Karl Astor"}


def test_nothing_of_others_who_share_a_word_of_the_name(tmp_path: Path, desk_of: Desk) -> None:
    told = (
        "Karl Astor said the base was empty. Astor Mining said the pit was open. Gerda Astor said the road was closed."
    )
    page = tmp_path / "a.txt"
    page.write_text(f"Three voices\n\n{told}\n")
    story = Story(tmp_path / "x.story")
    story.add([str(page)], Declared(published="2012-01-10"))
    gerda = desk_of(story.path).get(f"/people/{_actor(story.path, 'Gerda Astor').id}.json").json()
    assert [one["statement"]["content"][0]["words"] for one in gerda["said"]] == ["the road was closed"]


def test_who_is_not_yet_known_is_told_so(client: TestClient, story: Path) -> None:
    venn = _actor(story, "Dora Venn")
    early = client.get(f"/people/{venn.id}?as_of=2011-12-12")
    assert early.status_code == 200
    assert "No report that is known by 2011-12-12 names Dora Venn" in early.text
    assert client.get("/people/actor-0000000000000000").status_code == 404


def test_only_who_is_in_the_list_is_linked(client: TestClient, story: Path) -> None:
    page = client.get("/said").text
    listed = {one.id for one in Story(story).actors()}
    linked = set(re.findall(r"/people/(actor-[0-9a-f]+)", page))
    assert linked
    assert linked <= listed
    assert "fficials" in page


def test_statements_come_in_pages(tmp_path: Path, desk_of: Desk) -> None:
    said = " ".join(f"Karl Astor said the base at mile {number} was empty." for number in range(1, 61))
    page = tmp_path / "a.txt"
    page.write_text(f"Sixty bases\n\n{said}\n")
    story = Story(tmp_path / "x.story")
    story.add([str(page)], Declared(published="2012-01-10"))
    client = desk_of(story.path)
    first, second = (client.get(f"/said.json?page={number}").json() for number in (1, 2))
    assert (len(first), len(second)) == (50, 10)
    listed = _listed("said", story.path)
    assert all([one for one in listed if one in page] == page for page in (first, second))
    assert len({json.dumps(one) for one in [*first, *second]}) == len(listed)
    assert client.get("/said.json?page=9").json() == second
    assert 'rel="next"' in client.get("/said").text


def test_only_the_newest_can_be_turned_to(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("throughline.web.screens.said.PAGE", 1)
    monkeypatch.setattr("throughline.web.screens.said.PAGES", 2)
    page = client.get("/said?page=99999").text
    assert "page 2 of 2" in page
    assert "Only the newest 2 can be turned to" in page
    assert client.get("/said?page=100001").status_code == 400


def test_no_statement_says_what_to_do(client: TestClient) -> None:
    page = client.get("/said?by=Nobody&about=x").text
    assert "No statement of Nobody holds “x”" in page
    assert "/search?q=x" in page


def test_what_a_page_says_stays_text(client: TestClient) -> None:
    for address in ("/people", "/said", "/said?by=<script>alert(9)</script>", "/people?q=<script>alert(9)</script>"):
        page = client.get(address).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page


_DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
_PLACE = Evidence("article-1", 0, 8, "Minister")


@st.composite
def _roles(draw: st.DrawFn) -> ActorRole:
    first, last = sorted((draw(_DAYS), draw(_DAYS)))
    since, until = sorted((draw(_DAYS), draw(_DAYS)))
    term = draw(st.sampled_from([(None, None), (since, None), (since, until)]))
    told = draw(st.sampled_from([(None, None), (first, last)]))
    return ActorRole("Minister", *told, _PLACE, *term)


@given(st.lists(_roles(), min_size=1, max_size=6))
def test_bars_stay_on_the_scale_and_marks_are_few(roles: list[ActorRole]) -> None:
    drawn = lanes(roles, date(2031, 1, 1))
    assert [lane.role for lane in drawn.rows] == roles
    for bar in (bar for lane in drawn.rows for bar in (lane.office, lane.told) if bar):
        assert 0 <= bar.x <= bar.x + bar.width <= 100.01
    assert all(0 <= mark.x <= 100 for mark in drawn.marks)
    assert len(drawn.marks) <= 8


def test_a_statement_stands_in_its_passage_word_for_word(story: Path) -> None:
    for saying in Story(story).said():
        told = pieces(saying.statement)
        assert "".join(piece.words for piece in told) == saying.statement.evidence.words
        assert [piece.said for piece in told if piece.said] == list(saying.statement.content)


def test_a_passage_too_long_is_given_by_what_was_said(story: Path) -> None:
    said = Story(story).said()[0].statement
    long = replace(said, evidence=said.evidence._replace(words=said.evidence.words + "x" * 600))
    assert [piece.said for piece in pieces(long)] == list(said.content)
