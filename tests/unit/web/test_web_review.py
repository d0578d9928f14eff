"""The review desk: one matter in focus with its words and its rulings, and the log of who ruled what."""

import re
from urllib.parse import parse_qs, urlsplit

from starlette.testclient import TestClient

from tests.unit.web.test_web_guard import token_of
from throughline.chronicle.review import QUEUES
from throughline.web.queues import NAMES


def shown(client: TestClient, address: str) -> str:
    found = client.get(address)
    assert found.status_code == 200
    return " ".join(found.text.split())


def press(client: TestClient, address: str, key: str) -> str:
    """Press the button of a key; the address where it leads."""
    forms = re.findall(r'<form method="post" action="([^"]+)".*?</form>', client.get(address).text, re.DOTALL)
    assert forms
    for form in re.finditer(r'<form method="post" action="([^"]+)"(.*?)</form>', client.get(address).text, re.DOTALL):
        if f'data-key="{key}"' in form[2]:
            fields = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', form[2]))
            fields = {name: value.replace("&amp;", "&") for name, value in fields.items()}
            return client.post(form[1], data=fields, follow_redirects=False).headers["location"]
    raise AssertionError(f"nothing has the key {key}")


def test_the_first_queue_that_has_something_is_shown(client: TestClient) -> None:
    page = shown(client, "/review")
    assert "Pages without a day <b>1</b>" in page
    assert "1 of 1" in page
    assert "Arden packs up" in page
    assert 'data-key="x" aria-keyshortcuts="x">Leave its day open' in page
    assert 'data-key="o" aria-keyshortcuts="o">Open the page' in page


def test_every_queue_has_an_address_and_a_twin(client: TestClient) -> None:
    for name in QUEUES:
        twin = client.get(f"/review.json?queue={name}").json()
        assert (twin["queue"], twin["count"]) == (name, len(twin["matters"]))
        page = shown(client, f"/review?queue={name}")
        assert ("Nothing is left" in page) is (twin["count"] == 0)
    assert list(NAMES) == list(QUEUES)
    assert client.get("/review?queue=nosuch").status_code == 400
    assert "Nobody has ruled" in shown(client, "/review?queue=log")


def test_to_leave_a_page_open_takes_it_out_and_undo_brings_it_back(own: TestClient) -> None:
    address = press(own, "/review?queue=undated", "x")
    page = shown(own, address)
    assert "Kept:</b> its day is left open" in page
    assert "Nothing is left in “Pages without a day”" in page
    assert "Pages without a day <b>0</b>" in page
    assert "Rulings made <b>1</b>" in page
    back = press(own, "/review?queue=undated", "u")
    assert parse_qs(urlsplit(back).query)["queue"] == ["undated"]
    page = shown(own, back)
    assert "Taken back:</b> its day is left open, which holds no longer" in page
    assert "Pages without a day <b>1</b>" in page
    again = press(own, "/review?queue=undated", "u")
    assert "Taken back:</b> its day is left open, which holds again" in shown(own, again)


def test_a_day_that_is_typed_moves_what_hangs_on_it(own: TestClient) -> None:
    (matter,) = own.get("/review.json?queue=undated").json()["matters"]
    fields = {
        "token": token_of(own), "target": matter["id"], "verdict": "date", "date": "5 March 2012", "next": "/review",
        "reason": "the mayor's office", "author": "Ann",
    }  # fmt: skip
    made = own.post("/rule", data=fields, follow_redirects=False).headers["location"].partition("ruled=")[2]
    moved = own.get(f"/ruling/{made}.json").json()
    assert moved["moves"][0]["after"]["edtf"] == "2012-03-05"
    page = shown(own, f"/ruling/{made}")
    assert "The page<span" in page
    assert "<ins>2012-03-05</ins>" in page
    log = shown(own, "/review?queue=log")
    for told in ("Ann", "published 2012-03-05", "Arden packs up", "the mayor&#39;s office", ">Undo<"):
        assert told in log
    assert own.get("/review.json?queue=undated").json()["count"] == 0


def test_where_a_rejected_record_was_the_page_tells_of_the_ruling_and_takes_it_back(own: TestClient) -> None:
    address = "/happening/" + own.get("/chronicle.json").json()["entries"][0]["id"]
    fields = {"token": token_of(own), "target": address.rpartition("/")[2], "verdict": "reject", "next": address}
    found = own.post("/rule", data=fields, follow_redirects=False)
    page = own.get(found.headers["location"])
    assert "wrong, and left out of the record" in page.text
    made = found.headers["location"].partition("ruled=")[2]
    back = own.post("/undo", data={"token": token_of(own), "ruling": made, "next": address})
    assert back.status_code == 200
    assert "which holds no longer" in back.text


def test_a_matter_has_its_own_address_and_is_found_from_either_end(client: TestClient) -> None:
    matters = client.get("/review.json?queue=ambiguous").json()["matters"]
    matters += client.get("/review.json?queue=undated").json()["matters"]
    for matter in matters:
        found = client.get("/review.json", params={"queue": matter["queue"], "at": matter["id"]}).json()
        assert found["matters"][0]["id"] == matter["id"] or found["place"]
    assert client.get("/review.json?queue=undated&at=article-nosuch").json()["place"] == 0


def test_what_can_be_ruled_about_each_kind_the_record_takes() -> None:
    from throughline.ledger.rulings import VERDICTS  # noqa: PLC0415 - beside what it checks
    from throughline.web.choices import choices  # noqa: PLC0415

    for kind in ("article", "actor", "happening", "event", "statement", "figure", "deadline", "dispute", "problem"):
        given = choices(f"{kind}-0")
        assert given
        assert {one.verdict for one in given} <= set(VERDICTS)
    assert choices("ruling-0") == choices("nosuch") == ()
