"""The evidence reader and the page of `why`, asked as a browser asks them."""

import html
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from throughline.ledger import Ledger
from throughline.model import Declared, page_of
from throughline.pipeline.local import add
from throughline.story import Story

_TAG = re.compile(r"<[^>]+>")
_ID = re.compile(r"\b(article|statement|event|figure|happening)-[0-9a-f]{16}\b")


def _words(markup: str) -> str:
    return html.unescape(_TAG.sub("", markup))


@pytest.fixture(scope="module")
def ids(story: Path) -> dict[str, str]:
    """Name the article of each outlet, or title."""
    return {head.outlet or head.title or "": one for one, head in Story(story).articles().items()}


def test_the_text_is_whole_and_every_record_is_listed(client: TestClient, story: Path, ids: dict[str, str]) -> None:
    found = Story(story).article(ids["Vale Post"])
    page = client.get(f"/article/{ids['Vale Post']}?show=seftm").text
    blocks = re.findall(r'<p class="block [a-z]+"[^>]*>(.*?)</p>', page, re.DOTALL)
    text = found.article.text
    assert [_words(one) for one in blocks] == [text[one.start : one.end] for one in found.article.blocks]
    assert len(found.findings) == page.count('data-id="') > 10
    for one in found.findings:
        assert f'data-id="{one.id}"' in page
    for key in re.findall(r'data-key="(\w+)"', page):
        assert page.count(f'id="{key}"') == page.count(f'id="w-{key}"') == 1


def test_what_is_asked_for_is_marked(client: TestClient, story: Path, ids: dict[str, str]) -> None:
    found = Story(story).article(ids["Vale Post"])
    place = found.article.text.index("Defence Minister")
    page = client.get(f"/article/{found.article.id}?at={place}-{place + 16}").text
    assert page.count('id="at"') == 1
    assert (
        "".join(map(_words, re.findall(r'class="m[^"]* asked[^"]*"[^>]*>(.*?)</(?:a|mark)>', page)))
        == "Defence Minister"
    )
    statement = found.statements[0]
    page = client.get(f"/article/{found.article.id}?record={statement.id[:14]}").text
    assert f'class="record statement picked" data-key="s1" data-id="{statement.id}"' in page
    for bad in ("at=5", "at=9-3", "at=0-999999", "part=3", "record=statement-ffff", "raw=7", "at=²-9"):
        assert client.get(f"/article/{found.article.id}?{bad}").status_code in {400, 404}


def test_kinds_are_shown_as_asked_and_the_address_says_so(client: TestClient, ids: dict[str, str]) -> None:
    address = f"/article/{ids['Vale Post']}"
    page = client.get(address).text
    assert 'class="record mention"' not in page
    assert 'class="record figure' in page
    assert 'href="' + address + '?show=seftm"' in page
    none = client.get(f"{address}?show=0").text
    assert 'class="record ' not in none
    assert "No kind of record is shown" in none


def test_an_article_is_there_since_it_was_known(client: TestClient, ids: dict[str, str]) -> None:
    early = client.get(f"/article/{ids['Harbour Times']}?as_of=2012-01-01")
    assert "Not yet known" in early.text
    assert "not known for certain on 2012-01-01. It is known since 2012-03-05" in early.text
    assert f'href="/article/{ids["Harbour Times"]}?as_of=2012-03-05"' in early.text
    undated = client.get(f"/article/{ids['Arden packs up']}?as_of=2012-01-01")
    assert "On which day it was published is not known" in undated.text
    assert "It may have been" in undated.text
    assert "It may have been" not in early.text
    assert (
        client.get(f"/article/{ids['Arden packs up']}?as_of=2012-01-01&maybe=1").text.count("<h1>Arden packs up") == 1
    )
    assert client.get("/article/ffff").status_code == 404
    assert client.get(f"/article/{ids['Vale Post'][:16]}?as_of=2012-01-01").status_code == 200
    assert client.get(f"/article/{ids['Vale Post'].removeprefix('article-')[:8]}").status_code == 200


def test_scripts_of_pages_stay_text(client: TestClient, ids: dict[str, str]) -> None:
    name = next(one for key, one in ids.items() if "img" in key)
    for address in (f"/article/{name}", f"/article/{name}?raw=1", f"/why/{name}"):
        page = client.get(address).text
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "<b onclick" not in page
    raw = client.get(f"/article/{name}?raw=1").text
    assert "&lt;title&gt;&amp;lt;script&amp;gt;alert(1)" in raw
    assert client.get(f"/article/{name}.json?raw=1").json()["kind"] == "capture"


def test_a_date_card_says_why_and_can_be_ruled(own: TestClient, ids: dict[str, str]) -> None:
    address = f"/article/{ids['Arden packs up']}"
    page = own.get(address).text
    assert "on a day that nobody can tell" in page
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token
    form = {"token": token[1], "target": ids["Arden packs up"], "verdict": "date", "date": "2012-04-11",
            "value": "2012-04-11", "reason": "the town’s log", "author": "Ann", "next": address}  # fmt: skip
    answer = own.post("/rule", data=form)
    assert answer.status_code == 200
    assert "a person ruled it" in answer.text
    assert "What people ruled" in answer.text
    assert "the town’s log" in answer.text
    why = own.get(f"/why/{ids['Arden packs up']}").text
    assert "the town’s log" in why


def test_every_record_explains_itself_with_links_to_what_it_names(client: TestClient, story: Path) -> None:
    asked = Story(story)
    records = [one.id for article in asked.articles() for one in asked.article(article).findings]
    records += [entry.happening.id for entry in asked.chronicle().entries]
    derived = (asked.figures(), asked.deadlines(), asked.actors(), asked.positions(), asked.disputes())
    records += [one.id for several in derived for one in several]
    for record in [*asked.articles(), *records]:
        answer = client.get(f"/why/{record}")
        assert answer.status_code == 200, record
        assert "throughline rule" not in answer.text
        told = _words(answer.text.split("<main", 1)[1]).replace(record, "")
        assert not _ID.search(told), record  # ids of others are short, and links
    late = asked.article(next(one for one, head in asked.articles().items() if head.outlet == "Harbour Times"))
    early = client.get(f"/why/{late.events[0].id}?as_of=2012-01-01")
    assert "Not yet known" in early.text
    assert "On 2012-01-01 nobody could know of this event" in early.text
    assert client.get(f"/why/{records[0]}.json").json()["id"] == records[0]


def test_a_copy_is_compared_with_what_it_is_of(desk_of: Callable[[Path], TestClient], tmp_path: Path) -> None:
    said = "Arden will withdraw its soldiers from Velland, Defence Minister Karl Astor said on Monday. " * 2
    more = "Astor told reporters that the base would close and that 1,200 trainers had worked there since March. " * 2
    last = "The harbour town will miss them, Mayor Lena Hask said, and the canteen most of all, for its bread and tea."
    note = "Correction, 14 December 2011: An earlier version of this article gave a wrong name."
    form = (
        '<html><head><title>{0}</title><meta property="og:site_name" content="{1}"><meta '
        'property="article:published_time" content="{2}"></head><body><article><h1>{0}</h1>{3}</article></body></html>'
    )
    for name, outlet, day, blocks in (
        ("a", "Vale Post", "2011-12-12", (said, more, last)),
        ("b", "Harbour Times", "2011-12-13", (last, said.replace("soldiers", "troops"), more, "Some 40 stay.", note)),
    ):
        paragraphs = "".join(f"<p>{one}</p>" for one in blocks)
        (tmp_path / f"{name}.html").write_text(form.format("Arden leaves", outlet, day, paragraphs), encoding="utf-8")
    story = Story(tmp_path / "copies.story")
    story.add([str(tmp_path / "a.html"), str(tmp_path / "b.html")])
    client = desk_of(story.path)
    first, second = story.articles()
    page = client.get(f"/article/{second}").text
    assert "It is a copy of" in page
    assert "It says of itself (correction, 2011-12-14)" in page
    compared = client.get(f"/article/{first}/compare").text
    assert compared.index("Vale Post") < compared.index("Harbour Times")
    assert re.search(r"<del><span[^>]*> \[gone: </span>\s*soldiers", compared)
    assert re.search(r"<ins><span[^>]*> \[new: </span>\s*troops", compared)
    assert "1 paragraph the same, 1 edited, 2 only in the copy, 1 moved." in compared
    assert compared.count("Stands elsewhere") == 2
    assert client.get(f"/article/{first}/compare.json").json()["earlier"] == first
    early = client.get(f"/article/{first}/compare?with={second}&as_of=2011-12-12")
    assert "Not yet known" in early.text


def test_versions_are_compared_with_their_figures_and_days(
    desk_of: Callable[[Path], TestClient], tmp_path: Path
) -> None:
    told = "Arden will withdraw its {} soldiers from Velland by June, Defence Minister Karl Astor said on Monday."
    stays = "The town of Hask had grown used to them, its mayor told reporters, and the market had lived on them."
    declared = Declared(outlet="Vale Post", title="Arden leaves", url="https://vale.example/a", published="2012-03-05")
    with Ledger.create(tmp_path / "v.story") as ledger:
        for number, captured in (("5,000", date(2012, 3, 6)), ("4,000", date(2012, 3, 20))):
            text = f"{told.format(number)}\n\n{stays}".encode()
            add(ledger, [page_of(text, "text/plain", f"{number}.txt", declared, captured)])
    client = desk_of(tmp_path / "v.story")
    first, later = Story(tmp_path / "v.story").articles()
    page = client.get(f"/article/{later}").text
    assert "It is a later version of" in page
    assert "captured 2012-03-20" in page
    compared = client.get(f"/article/{first}/compare").text
    assert "Two versions of one article" in compared
    assert "1 paragraph the same, 1 edited." in compared
    assert "Figures that only the later gives:</b> <a" in compared
    assert "captured 2012-03-06" in compared
    assert "Not yet known" in client.get(f"/article/{later}?as_of=2012-03-10").text
    assert "A later version" not in client.get(f"/article/{first}?as_of=2012-03-10").text


def test_an_article_without_copies_says_so(client: TestClient, ids: dict[str, str]) -> None:
    answer = client.get(f"/article/{ids['Vale Post']}/compare")
    assert answer.status_code == 400
    assert "no copy and no other version" in answer.text
    other = client.get(f"/article/{ids['Vale Post']}/compare?with={ids['Harbour Times']}")
    assert other.status_code == 200
    assert "Two articles side by side" in other.text
