"""What bytes are: content first, the name where content can't tell."""

import gzip

import pytest

from throughline.extract import media
from throughline.extract.media import NoPage, sniff


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"<!DOCTYPE html><p>x", "a.txt", media.HTML),
        (b"\xef\xbb\xbf<!doctype HTML PUBLIC 'x'>", "a", media.HTML),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html>", "a.xml", media.HTML),
        (b"<!-- saved -->\n<html>", "a.txt", media.HTML),
        (b"<div>no head</div>", "a.htm", media.HTML),
        (b"<b>Markdown</b> may open with a tag", "a.md", media.TEXT),
        (b"Plain words.", "a.txt", media.TEXT),
        (b"Plain words.", "-", media.TEXT),
        ("<html><p>x".encode("utf-16"), "a.html", media.HTML),
        (b"<?xml version='1.0'?>\n<!-- c -->\n<rss version='2.0'>", "a", media.XML),
        (b"<feed xmlns='x'>", "-", media.XML),
        (b"<rdf:RDF xmlns:rdf='x'>", "a.rdf", media.XML),
        (b"<report/>", "a.xml", media.XML),
        (b'{"text": "x"}\n', "a.json", media.JSON),
        (b'{"text": "x"}\n', "a.txt", media.JSON_LINES),
        (b'{"text": "x"}\n', "a.jsonl", media.JSON_LINES),
        (b"not json", "a.jsonl", media.JSON_LINES),
        (b"WARC/1.0\r\n", "a.html", media.WARC),
        (gzip.compress(b"x"), "a.txt", media.GZIP),
        (b"PK\x03\x04rest", "a.html", media.ZIP),
        (b"From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n", "a", media.MHTML),
        (b"MIME-Version: 1.0\r\n", "a.mht", media.MHTML),
        (b"<html>", "a.mht", media.HTML),
    ],
)
def test_sniff(head: bytes, name: str, kind: str) -> None:
    assert sniff(head, name) == kind


@pytest.mark.parametrize("head", [b"\x89PNG\r\n\x1a\n..", b"%PDF-1.4", b"SQLite format 3\0", bytes(range(256)) * 4])
def test_what_is_no_page_says_so_with_advice(head: bytes) -> None:
    kind = sniff(head, "a.html")
    assert isinstance(kind, NoPage)
    assert kind.advice


def test_text_with_stray_nul_bytes_is_text() -> None:
    assert sniff(b"Some words\0 and more words\0.", "a.txt") == media.TEXT


def test_charset_parameter() -> None:
    assert media.charset('text/html; charset="GBK"') == "GBK"
    assert media.charset("text/html") is None
    assert media.essence("Text/HTML; charset=x") == "text/html"


def test_prologs_made_to_hurt_are_sniffed_at_once() -> None:
    for head in (b"<!--" * 1000, b"<?" * 2000, b"<!DOCTYPE [" * 300, b"<!-- -->" * 500, b" " * 4000):
        sniff(head[: media.HEAD_BYTES], "a.xml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_page_is_markup_in_every_encoding(encoding: str) -> None:
    data = "<!doctype html><p>The mission in Lower Varnia ended.".encode(encoding)
    assert media.sniff(data, "a.html") == media.HTML
    assert media.has_markup(data)
    assert not media.has_markup("The mission in Lower Varnia ended.".encode(encoding))
