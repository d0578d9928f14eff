"""Who may change a story at the desk: its own pages, with the token of this run, in a form of some length, by POST."""

import html
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from throughline.ledger import Ledger
from throughline.web.ruled import onward

HOST = "127.0.0.1:8420"


def token_of(client: TestClient) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get("/review").text)
    assert found
    return html.unescape(found[1])


def an_article(client: TestClient) -> str:
    return str(client.get("/review.json?queue=undated").json()["matters"][0]["id"])


def note(client: TestClient, **fields: str) -> dict[str, str]:
    return {
        "token": token_of(client),
        "target": an_article(client),
        "verdict": "note",
        "value": "asked",
        "next": "/review",
    } | fields


def rulings(client: TestClient) -> list[dict[str, str]]:
    found = client.get("/review.json?queue=log").json()
    assert isinstance(found, list)
    return found


def test_a_ruling_with_the_token_is_kept_and_one_without_is_not(own: TestClient) -> None:
    for token in ("", "x", token_of(own)[:-1]):
        assert own.post("/rule", data=note(own, token=token)).status_code == 403
    fields = note(own)
    del fields["token"]
    assert own.post("/rule", data=fields).status_code == 403
    assert rulings(own) == []
    assert own.post("/rule", data=note(own), follow_redirects=False).status_code == 303
    assert [one["value"] for one in rulings(own)] == ["asked"]


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1:8420", "http://127.0.0.1:8421", f"http://{HOST}.evil"]
)
def test_a_foreign_origin_changes_nothing(own: TestClient, origin: str) -> None:
    for address in ("/rule", "/undo"):
        assert own.post(address, data=note(own), headers={"origin": origin}).status_code == 403
    assert rulings(own) == []


def test_our_own_origin_does(own: TestClient) -> None:
    found = own.post("/rule", data=note(own), headers={"origin": f"http://{HOST}"}, follow_redirects=False)
    assert found.status_code == 303


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8420", "127.0.0.1", "127.0.0.1:8421", ""])
def test_a_foreign_host_gets_nothing_at_all(own: TestClient, host: str) -> None:
    fields = note(own)
    asked = own.post("/rule", data=fields, headers={"host": host})
    read = own.get("/chronicle", headers={"host": host})
    assert asked.status_code == read.status_code == 403
    assert "Arden" not in read.text
    assert rulings(own) == []


def test_a_huge_body_is_refused_before_it_is_read(own: TestClient) -> None:
    found = own.post("/rule", data=note(own, reason="x" * 100_000))
    assert found.status_code == 413
    streamed = own.post("/rule", content=(b"x" * 4096 for _ in range(1000)))
    assert streamed.status_code == 413
    assert rulings(own) == []


@pytest.mark.parametrize("body", [b"", b"\xff\xfe=\xff", b"%00%ff=%", b"=" * 60_000, b"&" * 60_000])
def test_a_body_that_is_no_form_of_ours_changes_nothing(own: TestClient, body: bytes) -> None:
    assert own.post("/rule", content=body).status_code == 403


def test_nothing_is_changed_by_asking(own: TestClient) -> None:
    asked = urlencode(note(own))
    for address in ("/rule", "/undo"):
        assert own.get(f"{address}?{asked}").status_code in {404, 405}
        for method in ("HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"):
            assert own.request(method, f"{address}?{asked}").status_code in {403, 404, 405}
        assert own.post(f"{address}?{asked}").status_code == 403  # fields of an address are none of a form
    assert rulings(own) == []


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)",
        "/review\r\nset-cookie: a=b", "evil", "", "/\t/evil.example", "/%0d%0aset-cookie:a=b\n", "data:text/html,x",
        "/ /evil.example", "///evil.example", "http:/review",
    ],
)  # fmt: skip
def test_what_leads_elsewhere_leads_to_the_review(own: TestClient, address: str) -> None:
    found = own.post("/rule", data=note(own, next=address), follow_redirects=False)
    assert found.status_code == 303
    assert re.fullmatch(r"/review\?ruled=ruling-[0-9a-f]{16}", found.headers["location"])


def test_what_leads_on_keeps_its_parameters_and_tells_of_one_ruling() -> None:
    form = {"next": "/state?as_of=2011-12-31&maybe=1&ruled=ruling-old"}
    assert onward(form, "ruling-new") == "/state?as_of=2011-12-31&maybe=1&ruled=ruling-new"
    assert onward(form) == "/state?as_of=2011-12-31&maybe=1"
    assert onward({"next": "/search?q=a%26b%3Dc%23d"}, "r") == "/search?q=a%26b%3Dc%23d&ruled=r"


def test_scripts_in_reasons_authors_and_notes_stay_text(own: TestClient) -> None:
    evil = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
    made = own.post("/rule", data=note(own, value=evil, reason=evil, author=evil))
    assert made.status_code == 200
    one = rulings(own)[0]["id"]
    for address in ("/review?queue=log", f"/review?ruled={one}", f"/ruling/{one}", f"/why/{an_article(own)}"):
        text = own.get(address).text
        assert "alert(1)" in text or address.startswith("/why")
        assert "<script>alert" not in text
        assert "<img" not in text
    refused = own.post("/rule", data=note(own, verdict=evil))
    assert refused.status_code == 400
    assert "<script>alert" not in refused.text


def test_a_refused_ruling_says_why_and_leads_back(own: TestClient) -> None:
    found = own.post("/rule", data=note(own, verdict="date", value="someday", next="/review?queue=undated"))
    assert found.status_code == 400
    assert "is no date" in found.text
    assert 'href="/review?queue=undated"' in found.text
    assert rulings(own) == []


def test_an_unknown_ruling_in_an_address_is_passed_over(client: TestClient) -> None:
    for made in ("ruling-0", "<script>", ""):
        found = client.get("/chronicle", params={"ruled": made})
        assert found.status_code == 200
        assert 'id="ruled"' not in found.text


def test_while_somebody_else_writes_a_ruling_is_not_kept_and_the_page_says_so(
    story: Path, tmp_path: Path, desk_of: Callable[[Path], TestClient]
) -> None:
    path = Path(shutil.copy(story, tmp_path / "busy.story"))
    client = desk_of(path)
    fields = note(client)
    with Ledger.open(path):
        refused = client.post("/rule", data=fields)
    assert refused.status_code == 409
    assert "The ruling was not kept" in refused.text
    assert client.post("/rule", data=fields, follow_redirects=False).status_code == 303


def test_a_token_is_of_one_run(story: Path, desk_of: Callable[[Path], TestClient]) -> None:
    first, second = desk_of(story), desk_of(story)
    assert token_of(first) != token_of(second)
    refused = second.post("/rule", data=note(second, token=token_of(first)))
    assert refused.status_code == 403
    assert "earlier run of the desk" in refused.text
