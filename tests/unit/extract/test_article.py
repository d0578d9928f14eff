"""Pages of every kind to articles and problems, and what holds for any page."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.extract import media
from throughline.extract.article import article
from throughline.extract.inputs import pages
from throughline.model import Article, Declared, Page, Problem, Role, page_of

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"

MARKUP = """<html lang="en"><head><title>Ferries return to Port Ellem | The Strand Courier</title>
<meta property="og:site_name" content="The Strand Courier">
<link rel="canonical" href="https://strand-courier.example/2019/04/02/ferries">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferries return to Port Ellem",
"datePublished": "2019-04-02T08:00:00Z", "author": {"@type": "Person", "name": "Ilse Marrow"}}</script></head>
<body><nav><a href="/">Home</a> <a href="/sea">Sea</a></nav><article><h1>Ferries return to Port Ellem</h1>
<p class="byline">By Ilse Marrow</p>
<p>PORT ELLEM (Northwire) — The harbour office said on Tuesday that ferries would sail again after a strike of nine
days, and that crews had accepted a rise of four percent over two years.</p>
<figure><img src="a.jpg"><figcaption>A ferry leaves the quay on Monday. Photo: Olaf Brandt</figcaption></figure>
<p>“We never wanted to leave the islands without a boat,” said Tomas Rehn, who speaks for the seamen, in a statement
that the harbour office made public on Monday evening.</p>
<blockquote>We shall keep to what we signed, and we expect the same of the company in the years that come.</blockquote>
<p>The company has not said when the night boats will run. About 3,000 people crossed on the first morning.</p>
<div class="related-stories"><h3>Related</h3><ul><li><a href="/x">Crews vote to strike in the north</a></li></ul></div>
</article><section id="comments"><h3>2 comments</h3><div class="comment"><p>The strike was about the captain's
dog, everybody here knows that and nobody will print it.</p></div></section>
<footer><p>© 2019 The Strand Courier. All rights reserved.</p></footer></body></html>"""

TEXT = """Home
Sea
Weather

Ferries return to Port Ellem

02 April 2019
By Ilse Marrow

PORT ELLEM — The harbour office said on Tuesday that ferries would sail again after
a strike of nine days, and that crews had accepted a rise of four percent over
two years.

The quay at Port Ellem on Monday morning. /Olaf Brandt/Northwire/Getty Images

“We never wanted to leave the islands without a boat,” said Tomas Rehn, who speaks for the seamen.

READ MORE: Crews vote to strike in the north

The company has not said when the night boats will run. About 3,000 people crossed on the first morning.

Source: Northwire

You must be logged in to share this article or to post a comment.

2 Comments
Reply
The strike was about the captain's dog, everybody here knows that and nobody will print it.
"""


def html_page(markup: str, declared: Declared | None = None) -> Page:
    return page_of(markup.encode(), media.HTML, "page.html", declared)


def text_page(text: str, declared: Declared | None = None) -> Page:
    return page_of(text.encode(), media.TEXT, "page.txt", declared)


def read(page: Page) -> Article:
    found = article(page)
    assert isinstance(found, Article), found
    return found


def words_of(found: Article, *roles: Role) -> str:
    return "\n".join(found.text[block.start : block.end] for block in found.blocks if block.role in roles)


@pytest.mark.parametrize("page", [html_page(MARKUP), text_page(TEXT)], ids=["html", "text"])
def test_findings_may_rest_on_the_report_and_on_nothing_else(page: Page) -> None:
    found = read(page)
    readable = "\n".join(found.text[a:b] for a, b in found.readable())
    assert "ferries would sail again" in readable
    assert "About 3,000 people" in readable
    for noise in ("captain's", "Olaf Brandt", "vote to strike", "Weather", "By Ilse", "rights reserved", "logged in"):
        assert noise not in readable


@pytest.mark.parametrize("page", [html_page(MARKUP), text_page(TEXT)], ids=["html", "text"])
def test_each_kind_of_block_gets_its_role(page: Page) -> None:
    found = read(page)
    assert words_of(found, Role.TITLE) == "Ferries return to Port Ellem"
    assert words_of(found, Role.BYLINE) == "By Ilse Marrow"
    assert "PORT ELLEM" in words_of(found, Role.DATELINE)
    assert "Brandt" in words_of(found, Role.CAPTION)
    assert "Crews vote to strike" in words_of(found, Role.RELATED)
    assert "captain's" in words_of(found, Role.COMMENT)


@pytest.mark.parametrize("page", [html_page(MARKUP), text_page(TEXT)], ids=["html", "text"])
def test_masthead_is_read(page: Page) -> None:
    found = read(page)
    assert found.title == "Ferries return to Port Ellem"
    assert found.authors == ("Ilse Marrow",)
    assert found.dateline == "PORT ELLEM"
    assert found.origin is not None
    assert found.origin.name == "Northwire"
    assert found.language == "en"
    assert found.published.when.edtf == "2019-04-02"


def test_markup_names_outlet_and_address() -> None:
    found = read(html_page(MARKUP))
    assert (found.outlet, found.url) == ("The Strand Courier", "https://strand-courier.example/2019/04/02/ferries")


def test_quotations_set_apart_keep_their_role() -> None:
    assert "We shall keep to what we signed" in words_of(read(html_page(MARKUP)), Role.QUOTE)


def test_what_is_declared_wins() -> None:
    declared = Declared(title="T", outlet="O", url="https://o.example/", published="2020-01-01", language="de")
    found = read(html_page(MARKUP, declared))
    assert (found.title, found.outlet, found.url, found.language) == ("T", "O", "https://o.example/", "de")
    assert found.published.when.edtf == "2020-01-01"


def test_plain_text_is_kept_as_it_stands() -> None:
    found = read(text_page(TEXT.replace("\n", "\r\n").replace("Sea", "S\0ea")))
    assert found.text == TEXT


def test_no_article_is_a_problem_with_advice() -> None:
    found = article(html_page("<html><body><nav><a href='/'>Home</a><a href='/b'>Sport</a></nav></body></html>"))
    assert isinstance(found, Problem)
    assert "no article" in found.what
    assert found.advice


@pytest.mark.parametrize("data", [b"", b"   \n\n ", b"\0\0\0"])
@pytest.mark.parametrize("kind", [media.HTML, media.TEXT, media.JSON, media.RSS, media.ATOM, media.MHTML, "image/png"])
def test_nothing_to_read_is_a_problem(data: bytes, kind: str) -> None:
    assert isinstance(article(page_of(data, kind, "x")), Problem)


@pytest.mark.parametrize(
    "markup",
    ["<div>" * 100_000, "<p>" + "<b>" * 200_000 + "x", "<html><body>" + "<p>a</p>" * 250_000],
    ids=["deep", "deep-inline", "many"],
)
def test_markup_bombs_are_problems(markup: str) -> None:
    assert isinstance(article(html_page(markup)), Problem)


def test_a_line_of_json_is_read_as_its_text_with_its_date() -> None:
    record = {
        "id": "7",
        "date": "2011-12-02",
        "title": "Ferries return to Port Ellem",
        "text": TEXT,
        "url": "https://a.example/7",
    }
    found = read(page_of(json.dumps(record).encode(), media.JSON, "pile.jsonl#1"))
    assert found.text == TEXT
    assert (found.title, found.url) == ("Ferries return to Port Ellem", "https://a.example/7")
    assert found.published.when.edtf == "2011-12-02"


def test_an_item_of_a_feed_is_read_as_markup() -> None:
    item = f"""<item><title>Ferries return to Port Ellem</title><link>https://s.example/1</link>
    <pubDate>Tue, 02 Apr 2019 08:00:00 GMT</pubDate><description><![CDATA[{MARKUP}]]></description></item>"""
    found = read(page_of(item.encode(), media.RSS, "feed.xml#1"))
    assert found.title == "Ferries return to Port Ellem"
    assert found.published.when.edtf == "2019-04-02"


def test_an_mhtml_archive_is_read_as_its_page() -> None:
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\nContent-Type: text/html; "
    data = f"{head}charset=utf-8\r\nContent-Location: https://s.example/1\r\n\r\n{MARKUP}\r\n--B--\r\n"
    assert read(page_of(data.encode(), media.MHTML, "a.mhtml")).title == "Ferries return to Port Ellem"


def holds(found: Article) -> None:
    """Blocks are in order, apart, trimmed, and only white space lies between them."""
    at = 0
    for block in found.blocks:
        assert at <= block.start < block.end <= len(found.text)
        assert not found.text[at : block.start].strip()
        words = found.text[block.start : block.end]
        assert words == words.strip()
        at = block.end
    assert not found.text[at:].strip()
    for evidence in found.published.evidence:
        assert found.text[evidence.start : evidence.end] == evidence.words
    if found.origin:
        assert found.text[found.origin.evidence.start : found.origin.evidence.end] == found.origin.evidence.words


LINES = st.sampled_from([*TEXT.splitlines(), "", "•", "Comments", "(Northwire)", "A -- ", "“", "1"])


@given(st.lists(LINES, max_size=40), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_blocks_cover_any_text(lines: list[str], end: str) -> None:
    found = article(text_page(end.join(lines)))
    if isinstance(found, Article):
        holds(found)
        assert found == article(text_page(end.join(lines)))


@pytest.mark.parametrize("page", [html_page(MARKUP), text_page(TEXT)], ids=["html", "text"])
def test_blocks_cover_the_page(page: Page) -> None:
    holds(read(page))


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared captures are not beside this checkout")
def test_no_furniture_of_the_captures_is_readable() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        found = read(page_of(path.read_bytes(), media.TEXT, path.name))
        holds(found)
        readable = " ".join("\n".join(found.text[a:b] for a, b in found.readable()).casefold().split())
        for noise in (
            "comment",
            "getty",
            "share this",
            "click here",
            "(afp) brussels",
            "also read",
            "tags:",
            "analysis:",
        ):
            assert noise not in readable, (path.name, noise)


_RUSSIAN = "Паром вернулся в порт в понедельник, сообщила гавань острова Эллем. Рейсы начнутся утром во вторник."


def test_the_charset_that_a_crawl_names_is_used(tmp_path: Path) -> None:
    markup = f"<html><body><article><h1>Паром вернулся</h1><p>{_RUSSIAN}</p></article></body></html>"
    body = markup.encode("cp1251")
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1251\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://ellem.example/parom\r\n"
        "WARC-Record-ID: <urn:x:1>\r\nWARC-Date: 2019-04-02T08:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    (tmp_path / "crawl.warc.gz").write_bytes(gzip.compress(head.encode() + http + b"\r\n\r\n"))
    (page,) = [page for page in pages([str(tmp_path / "crawl.warc.gz")]) if isinstance(page, Page)]
    found = article(page)
    assert isinstance(found, Article)
    assert found.title == "Паром вернулся"
    assert _RUSSIAN in found.text
