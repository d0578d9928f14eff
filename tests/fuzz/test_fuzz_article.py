"""Whatever the bytes are, a page gives an article whose blocks hold, or a problem."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.extract import media
from throughline.extract.article import FAULT, article
from throughline.model import Article, Problem, page_of

KINDS = [media.HTML, media.TEXT, media.MHTML, media.JSON, media.RSS, media.ATOM]
_PIECES = [
    "<p>", "</p>", "<div class='comment'>", "</div>", "<br>", "<article>", "<h1>", "<table><tr><td>", "<!--", "-->",
    "<script>", "</script>", "&amp;", "&#0;", "<blockquote>", "<li>", "<a href='x'>", "</a>", "\0", "\ud7ff",
    "\n", "\n\n",
    "The harbour office said on Tuesday that ferries would sail again after nine days. ", "Comments", "Reply",
    '<script type="application/ld+json">{"@graph": [', "]}", '{"text": "', '"}', "<item><title>", "</title>", "<entry>",
    "Content-Type: multipart/related; boundary=B\n\n--B\n", "PORT ELLEM -- ", "(NWP) ", "/A B/C/Getty Images",
    "“", "\x0b",
    "<noscript>", "<time datetime='2019-04-02'>", "<meta name='date' content='", "<html lang='", "'>",
    "Source: Northwire\n",
]  # fmt: skip


def check(data: bytes, kind: str) -> None:
    found = article(page_of(data, kind, "fuzz"))
    if isinstance(found, Problem):
        assert found.advice
        assert FAULT not in found.what
        return
    assert isinstance(found, Article)
    at = 0
    for block in found.blocks:
        assert at <= block.start < block.end <= len(found.text)
        assert not found.text[at : block.start].strip()
        at = block.end
    assert not found.text[at:].strip()


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(KINDS))
def test_any_bytes(data: bytes, kind: str) -> None:
    check(data, kind)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=60), st.sampled_from(KINDS))
def test_any_mixture_of_markup(parts: list[str], kind: str) -> None:
    check("".join(parts).encode("utf-8", "replace"), kind)


@pytest.mark.parametrize("kind", KINDS)
def test_long_lines_take_linear_time(kind: str) -> None:
    chooser = random.Random(7)  # noqa: S311 - a fixed shuffle, no secret
    for unit in ("a", "(", "/A B", "A ", "-LRB- A ", "“", "comment ", "By ", "2019-", "<b>x</b>", "©", "A, "):
        check((unit * 40_000).encode(), kind)
    check("".join(chooser.choices(_PIECES, k=5_000)).encode("utf-8", "replace"), kind)
