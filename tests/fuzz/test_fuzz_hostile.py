"""Where every name is an attack, all that people read shows it as text: screens, reports, notebooks, charts, a chat."""

import re
from pathlib import Path
from typing import Any

import anyio
import pytest
from lxml import etree, html
from mcp import Client
from starlette.testclient import TestClient

from tests.fuzz.markup import whole
from throughline.chat.server import application as chat
from throughline.chat.tools import TOOLS
from throughline.chronicle.reported import SUBJECTS
from throughline.story import Story
from throughline.web.app import application
from throughline.web.desk import Desk
from throughline.web.screens import SCREENS

HOST = "127.0.0.1:8420"
TURNS = "\u202e"  # turns the text after it around
SHOWN = ("<script>alert('zq9')</script>", "onerror=alert('zq9')>", "{{7*7}}", "zq9www")
ASKED = {
    "status": {}, "chronicle": {}, "state": {}, "diff": {"earlier": "2012-01", "later": "2012-12"}, "said": {},
    "positions": {}, "actors": {}, "figures": {}, "deadlines": {}, "disputes": {}, "sources": {},
    "search": {"words": "soldiers"},
}  # fmt: skip

GIVEN: dict[str, dict[str, Any]] = {"search": {"words": "soldiers"}, "diff": {"from": "2012-01", "to": "2012-12"}}


@pytest.fixture(scope="module")
def client(hostile: Path) -> TestClient:
    return TestClient(application(Desk(Story(hostile)), [HOST]), f"http://{HOST}")


def test_every_screen_shows_the_attacks_as_text(client: TestClient, hostile: Path) -> None:
    story = Story(hostile)
    article, *_ = articles = list(story.articles())
    ids = {
        "/happening/{id}": [entry.happening.id for entry in story.chronicle().entries],
        "/people/{id}": [one.id for one in story.actors()],
        "/article/{id}": [*articles, f"{article}?raw=1"],
        "/article/{id}/compare": [f"{article}/compare?with={articles[1]}"],
        "/ruling/{id}": [one.id for one in story.rulings()],
        "/why/{id}": [*articles, story.said()[0].statement.id, story.figures()[0].id],
    }
    read = ""
    for screen in SCREENS:
        for one in ids.get(screen, [""]):
            found = client.get(screen.replace("{id}/compare", one).replace("{id}", one))
            assert found.status_code == 200, screen
            whole(found.text)
            text = str(html.fromstring(found.text).text_content())  # type: ignore[attr-defined]
            read += text
            assert TURNS not in text or "/article/" in screen, (
                f"{screen} is turned around"
            )  # a page keeps its own words
    for queue in ("log", "names", "happenings", "findings"):
        whole(client.get(f"/review?queue={queue}").text)
    for words in SHOWN:
        assert words in read
    assert "49{% raw" not in read


@pytest.mark.parametrize("of", SUBJECTS)
def test_every_report_shows_the_attacks_as_text(hostile: Path, of: str) -> None:
    story = Story(hostile)
    if of == "disputes":
        assert not story.disputes(), "of which there is no report"
        return
    page = "".join(story.report(of))
    held(page, {"https", "http"})
    text = "".join(story.report(of, to="markdown", title="<script>alert(1)</script> [x](javascript:alert(1))"))
    assert not re.search(r"(?<!\\)<[a-z/!]", text, re.IGNORECASE), "Markdown lets markup through"
    for link in re.findall(r"(?<!\\)\]\(([^)]*)\)", text):
        assert link.startswith(("#", "https://", "http://")), link
    assert not re.search(r"(?<!\\)!\[", text)
    assert TURNS not in page + text


def held(page: str, schemes: set[str]) -> None:
    """Hold a page that stands alone to no element that acts, and to no address but of a page."""
    for one in html.fromstring(page).iter(etree.Element):
        assert one.tag not in {"script", "img", "iframe", "object", "embed", "base", "form", "link"}, one.tag
        assert one.tag != "b" or not one.attrib
        for name, value in one.attrib.items():
            assert not str(name).startswith("on")
            if name in {"href", "src", "action"}:
                scheme = re.match(r"\s*([a-z][a-z0-9+.-]*):", str(value), re.IGNORECASE)
                assert str(value).startswith("#") or (scheme and scheme[1] in schemes), value


@pytest.mark.parametrize("verb", ASKED)
def test_every_answer_in_a_notebook_shows_the_attacks_as_text(hostile: Path, verb: str) -> None:
    story = Story(hostile)
    for shown in (getattr(story, verb)(*ASKED[verb].values()), story):
        held(shown._repr_html_(), set())
        assert TURNS not in shown._repr_html_()


def test_a_chat_is_told_the_attacks_as_words_of_pages(hostile: Path) -> None:
    async def asked() -> list[str]:
        told = []
        async with Client(chat(Story(hostile))) as client:
            for name in TOOLS:
                result = await client.call_tool(name, GIVEN.get(name, {}))
                told += [part.text for part in result.content if part.type == "text"]
            for one in (await client.list_resources()).resources:
                assert str(one.uri).startswith("throughline:")
                told.append(f"{one.title}")
        return told

    told = anyio.run(asked)
    assert any("<script>alert('zq9')</script>" in words for words in told)
