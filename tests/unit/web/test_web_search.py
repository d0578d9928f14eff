"""Search at the desk: words marked where they stand, people, days as typed, and what narrows them."""

import re

import pytest
from starlette.testclient import TestClient


def shown(client: TestClient, **asked: str) -> str:
    found = client.get("/search", params=asked)
    assert found.status_code == 200
    return " ".join(found.text.split())


def results(client: TestClient, **asked: str) -> dict[str, dict[str, object]]:
    found = client.get("/search.json", params=asked)
    assert found.status_code == 200
    return dict(found.json())


def test_words_are_marked_in_their_forms(client: TestClient) -> None:
    page = shown(client, q="soldier")
    assert "<mark>soldiers</mark>" in page
    found = results(client, q="soldier")["results"]
    assert found["total"] == len(found["found"]) >= 3  # type: ignore[arg-type]
    for one in found["found"]:  # type: ignore[attr-defined]
        at = one["hit"]["evidence"]
        for mark in one["marks"]:
            assert at["words"][mark["start"] - at["start"] : mark["end"] - at["start"]].lower().startswith("soldier")


def test_facets_count_what_following_them_gives(client: TestClient) -> None:
    found = results(client, q="arden")["results"]
    assert found["is_all"]
    assert {one["of"] for one in found["facets"]} == {"outlet", "published", "kind"}  # type: ignore[attr-defined]
    for facet in found["facets"]:  # type: ignore[attr-defined]
        narrowed = results(client, q="arden", **{facet["of"]: facet["value"]})["results"]
        assert narrowed["total"] == facet["count"] > 0


def test_a_headline_is_found_by_its_words(client: TestClient) -> None:
    titled = results(client, q="leave velland")["titled"]
    assert [one["title"] for one in titled] == ["Arden to leave Velland"]  # type: ignore[index]
    assert ">Arden to leave Velland</a>" in shown(client, q="leave velland")


def test_a_year_opens_its_months_and_a_chosen_facet_leads_back(client: TestClient) -> None:
    page = shown(client, q="arden", published="2011")
    assert "published=2011-12" in page
    chosen = re.search(r'<a href="([^"]+)" aria-current="true">2011 <span class="drop">remove', page)
    assert chosen
    assert chosen[1] == "/search?q=arden"
    page = shown(client, q="arden", published="2011-12")
    assert re.search(r'<a href="/search\?q=arden&amp;published=2011" aria-current="true">2011-12', page)


def test_who_goes_by_the_name_is_linked(client: TestClient) -> None:
    people = results(client, q="astor")["people"]
    assert [one["name"] for one in people] == ["Karl Astor"]  # type: ignore[index]
    assert f'href="/people/{people[0]["id"]}">Karl Astor</a>' in shown(client, q="astor")  # type: ignore[index]


@pytest.mark.parametrize("day", ["2011-12-12", "12 December 2011", "Dec 2011", "2011"])
def test_a_day_gives_its_pages_and_its_chronicle(client: TestClient, day: str) -> None:
    page = shown(client, q=day)
    assert "Arden to leave Velland" in page
    assert re.search(r'href="/chronicle\?from=2011-\d\d-\d\d&amp;to=2011-12-\d\d"', page)
    assert "Not in this story" not in page


def test_a_day_that_can_be_two_is_shown_as_both(client: TestClient) -> None:
    page = shown(client, q="05-03-2012")
    assert "2012-03-05" in page
    assert "2012-05-03" in page


def test_what_is_not_there_says_what_to_try(client: TestClient) -> None:
    page = shown(client, q="soldiers giraffe")
    assert "Not in this story: no passage holds these words" in page
    assert "“soldiers” alone" in page
    assert "withdraw" in shown(client, q="withdrew")
    assert "Look through" in shown(client, q="giraffe")
    assert "as known now" in shown(client, q="gunmen", as_of="2011-12-31")
    assert "Not in this story, as known on 2011-12-31" in shown(client, q="gunmen", as_of="2011-12-31")


def test_a_search_without_words_says_what_can_be_typed(client: TestClient) -> None:
    assert "Type into the field above: words" in shown(client)
    assert "without a word" in shown(client, q='"?!"')
    assert client.get("/search", params={"q": "x" * 301}).status_code == 400
    assert client.get("/search", params={"q": "arden", "from": "-1"}).status_code == 400


@pytest.mark.parametrize("q", ['"', "*", "a*b", "NEAR(x", "x AND", "^x", "{x}: y", "col:x", "\0", "<script>alert(1)"])
def test_what_people_type_is_words_and_nothing_else(client: TestClient, q: str) -> None:
    page = shown(client, q=q)
    assert "<script>alert" not in page
    assert "<img" not in page


def test_titles_of_pages_that_were_found_stay_text(client: TestClient) -> None:
    page = shown(client, q="kell")
    assert "<mark>Kell</mark>" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; Kell resigns" in page
    assert "<script>alert" not in page


def test_pages_of_results_hold_what_was_asked(client: TestClient) -> None:
    first = results(client, q="arden")["results"]
    later = results(client, q="arden", **{"from": "2"})["results"]
    assert later["total"] == first["total"]
    assert later["found"] == first["found"][2:]  # type: ignore[index]
    assert 'rel="prev"' in shown(client, q="arden", **{"from": "2"})
