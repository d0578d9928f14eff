"""The card of a happening: every telling, the origins, the date with its words, and nothing that came out later."""

import re

import pytest
from starlette.testclient import TestClient


@pytest.fixture
def leaving(client: TestClient) -> str:
    """Give the id of the withdrawal that is planned."""
    entries = client.get("/chronicle.json?about=withdraw").json()["entries"]
    return next(str(entry["id"]) for entry in entries if entry["status"] == "planned")


def test_the_card_says_who_tells_it_as_what(client: TestClient, leaving: str) -> None:
    page = client.get(f"/happening/{leaving}").text
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))
    assert "Arden will withdraw its 5,000 soldiers" in text
    assert "as said by Karl Astor: told as planned, due by 2012-12-31" in text
    assert "1 report, 1 independent origin" in text
    assert re.search(r'href="/article/article-[0-9a-f]{16}\?at=\d+-\d+#at"', page)
    assert re.search(r'href="/people/actor-[0-9a-f]{16}">Arden<', page)
    assert f"/why/{leaving}" in page


def test_its_data_are_the_record(client: TestClient, leaving: str) -> None:
    card = client.get(f"/happening/{leaving}.json").json()
    assert card["kind"] == "card"
    assert len(card["voices"]) == card["entry"]["origins"]
    assert {account["event"] for account in card["accounts"]} >= set(card["entry"]["events"])


def test_a_day_before_it_was_known_says_since_when(client: TestClient, leaving: str) -> None:
    page = client.get(f"/happening/{leaving}?as_of=2011-12-01")
    assert page.status_code == 200
    assert (
        "Nobody could know of it for certain on 2011-12-01: the first report that tells it is of 2011-12-12"
        in page.text
    )
    assert "5,000" not in page.text
    assert f'href="/happening/{leaving}?as_of=2011-12-12"' in page.text
    twin = client.get(f"/happening/{leaving}.json?as_of=2011-12-01").json()
    assert twin["known"] == "2011-12-12"


def test_what_nobody_tells_is_not_there(client: TestClient) -> None:
    answer = client.get("/happening/happening-0000000000000000?as_of=2011-12-31")
    assert answer.status_code == 404
    assert "Not in this story" in answer.text


def test_what_was_ruled_out_says_by_whom(own: TestClient, leaving: str) -> None:
    token = re.search(r'name="token" value="([^"]+)"', own.get("/review").text)
    assert token
    ruling = {"target": leaving, "verdict": "reject", "author": "Ida", "next": f"/happening/{leaving}"}
    answer = own.post("/rule", data=ruling | {"token": token[1]})  # and on to the card
    assert answer.status_code == 200
    assert "Ida ruled it out of the record" in answer.text
    assert [one["verdict"] for one in own.get(f"/happening/{leaving}.json").json()] == ["reject"]


def test_any_beginning_of_an_id_will_do(client: TestClient, leaving: str) -> None:
    assert client.get(f"/happening/{leaving[:18]}").status_code == 200
