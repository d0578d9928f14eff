"""Openings of articles whose rest must be paid for, and short articles that are whole."""

import pytest

from throughline.extract import media
from throughline.extract.article import article
from throughline.extract.pagekind import stub
from throughline.model import Article, Severity, page_of

OPENING = (
    "<p>The harbour office said on Tuesday that ferries would sail again after a strike of nine days, and that crews"
    " had accepted a rise of four percent over two years, as their union had asked of it in the spring.</p>"
)
SAID_PAID = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'


def doubt(body: str, head: str = "") -> str | None:
    markup = f"<html><head><title>Ferries return</title>{head}</head><body><article>{body}</article></body></html>"
    page = page_of(markup.encode(), media.HTML, "page.html")
    found = article(page)
    assert isinstance(found, Article)
    assert "ferries would sail again" in "".join(found.text[a:b] for a, b in found.readable())
    assert "Subscribe" not in "".join(found.text[a:b] for a, b in found.readable())
    problem = stub.doubt(page, found)
    assert problem is None or problem.severity is Severity.WARNING
    return problem.what if problem else None


@pytest.mark.parametrize(
    ("below", "head"),
    [
        ("<p>Subscribe to continue reading this article</p>", ""),
        ("<div><p>Weiterlesen mit Plus</p></div>", ""),
        ("<p>Cet article est réservé aux abonnés</p>", ""),
        ("", SAID_PAID),
    ],
)
def test_an_opening_stays_readable_and_says_that_it_is_one(below: str, head: str) -> None:
    found = doubt(f"<h1>Ferries return</h1>{OPENING}{below}", head)
    assert found is not None
    assert "only the opening" in found
    assert "paid for" in found


def test_words_that_break_off_say_so() -> None:
    found = doubt(f"<h1>Ferries return</h1>{OPENING.replace('spring.', 'spring, when the company ...')}")
    assert found is not None
    assert "breaks off" in found
    assert "paid" not in found


def test_a_short_article_is_whole() -> None:
    assert doubt(f"<h1>Ferries return</h1>{OPENING}") is None


def test_a_long_article_is_whole_whatever_the_page_sells() -> None:
    body = "".join(OPENING.replace("nine", f"{number}") for number in range(12, 30))
    assert doubt(f"<h1>Ferries return</h1>{body}<p>Subscribe to continue reading this article</p>", SAID_PAID) is None
