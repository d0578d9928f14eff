"""Addresses of the desk: every page has its twin, says what can't be asked, and lets no page act as markup."""

import json
import re
import shutil
import threading
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from throughline.story import Story
from throughline.web.screens import MENU


@pytest.mark.parametrize("address", [address for address, _ in MENU])
def test_every_screen_has_a_twin_and_a_place_in_the_menu(client: TestClient, address: str) -> None:
    page, twin = client.get(address), client.get(f"{address}.json")
    assert page.status_code == twin.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert len(re.findall(r"<h1\b", page.text)) == 1
    assert f'href="{address}" aria-current="page"' in page.text
    json.loads(twin.text)


@pytest.mark.parametrize("address", [address for address, _ in MENU])
def test_what_a_page_wrote_stays_text(client: TestClient, address: str) -> None:
    text = client.get(address).text
    assert "<script>alert" not in text
    assert not re.search(r"<(img|b)\b[^>]*\bon\w+=", text)
    assert not re.search(r"\sstyle=|<style|javascript:|\son\w+=\"", text)


def test_home_is_the_chronicle_as_of_the_same_day(client: TestClient) -> None:
    found = client.get("/?as_of=2011-12-31", follow_redirects=False)
    assert found.headers["location"] == "/chronicle?as_of=2011-12-31"


def test_links_hold_the_day(client: TestClient) -> None:
    text = client.get("/chronicle?as_of=2011-12-31&maybe=1").text
    for address, _ in MENU:
        assert f'href="{address}?as_of=2011-12-31&amp;maybe=1"' in text


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/chronicle?as_of=soon", 400, "is no date"),
        ("/nowhere", 404, "There is no page"),
        ("/why/event-none", 404, "event-none"),
        ("/happening/happening-none", 404, "happening-none"),
        ("/article/article-none", 404, "article-none"),
    ],
)
def test_what_can_t_be_shown_is_a_page_that_says_so(client: TestClient, address: str, status: int, words: str) -> None:
    found = client.get(address)
    assert found.status_code == status
    assert words in found.text
    twin = client.get(address.replace("?", ".json?") if "?" in address else f"{address}.json")
    assert twin.status_code == status
    if address != "/nowhere":
        assert words in twin.json()["error"]


def test_the_frame_says_as_of_when(client: TestClient) -> None:
    assert "As known on 2012-04-02, the day of the latest report" in client.get("/chronicle").text
    assert "As known on 2011-12-31" in client.get("/chronicle?as_of=2011-12").text


def test_the_log_of_a_writer_may_go_at_any_moment(story: Path, tmp_path: Path) -> None:
    own = Story(shutil.copy(story, tmp_path / "own.story"))
    log = own.path.with_name("own.story-wal")

    def come_and_go() -> None:
        for _ in range(3000):
            log.touch()
            log.unlink()

    writer = threading.Thread(target=come_and_go)
    writer.start()
    while writer.is_alive():
        assert len(own.stamp()) == 1
    writer.join()
