"""Pages out of what holds them: folders, zips, WARC files, feeds, JSON lines, and what lies beside them."""

import gzip
import io
import json
import tracemalloc
import zipfile
from datetime import date
from pathlib import Path

from throughline.extract.article import article
from throughline.extract.inputs import Unreadable, measure, pages
from throughline.extract.intake import lines
from throughline.model import Article, Declared, Page, Problem, Severity

GOOD = b"<!doctype html><title>Mission ends</title><p>The mission in Lower Varnia ended on Monday."
TEXT = b"The mission in Lower Varnia ended on Monday, its commander said."


def good(path: Path, declared: Declared | None = None) -> list[Page]:
    found = list(pages([str(path)], declared or Declared()))
    bad = [o for o in found if not isinstance(o, Page) and not (isinstance(o, Problem) and o.severity is Severity.NOTE)]
    assert not bad
    return [o for o in found if isinstance(o, Page)]


def notes(path: Path) -> str:
    return " ".join(o.what for o in pages([str(path)]) if isinstance(o, Problem))


def test_a_folder_is_read_in_the_order_of_names_without_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.html", "a/deep/c.md", ".hidden/x.txt", ".x.txt", "c.htm"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(GOOD if name.endswith(("html", "htm")) else TEXT + name.encode())
    names = [page.source.removeprefix(str(tmp_path) + "/") for page in good(tmp_path)]
    assert names == ["b.txt", "c.htm", "a/z.html", "a/deep/c.md"]


def test_what_browsers_save_beside_a_page_is_passed_over_and_counted(tmp_path: Path) -> None:
    (tmp_path / "Page_files").mkdir()
    (tmp_path / "Page_files" / "frame.html").write_bytes(GOOD)
    (tmp_path / "other_files").mkdir()
    (tmp_path / "other_files" / "own.html").write_bytes(GOOD)
    (tmp_path / "Page.html").write_bytes(GOOD)
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert [Path(page.source).name for page in good(tmp_path)] == ["Page.html", "own.html"]
    assert notes(tmp_path) == (
        "passed over 1 folders that browsers keep beside a page, 1 pictures, styles and the like"
    )


def test_identity_is_content_not_place(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(GOOD)
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(GOOD))
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("in/d.html", GOOD)
    found = good(tmp_path)
    assert len(found) == 3
    assert len({page.id for page in found}) == 1
    assert found[2].source == str(tmp_path / "c.zip") + "!in/d.html"


def test_a_zip_gives_all_that_a_folder_would(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("inner.txt", TEXT)
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("page.html", GOOD)
        archive.writestr("page.html.json", json.dumps({"outlet": "Varnia Post"}))
        archive.writestr("lines.jsonl.gz", gzip.compress(b'{"id": "n1", "text": "One line."}\n'))
        archive.writestr("more.zip", inner.getvalue())
        archive.writestr("style.css", "p {}")
        archive.writestr("__MACOSX/._page.html", b"\0\5\x16\7")
    found = good(tmp_path / "x.zip")
    assert [page.source.partition("!")[2] for page in found] == ["lines.jsonl.gz#n1", "more.zip!inner.txt", "page.html"]
    assert found[2].declared.outlet == "Varnia Post"
    assert [page.data for page in good(tmp_path / "x.zip")] == [page.data for page in found]


def test_run_wins_over_sidecar_and_sidecar_over_container(tmp_path: Path) -> None:
    saved = b"<!-- saved from url=(0026)https://saved.varnia.example/ -->" + GOOD
    (tmp_path / "page.html").write_bytes(saved)
    assert good(tmp_path)[0].declared == Declared(url="https://saved.varnia.example/")
    (tmp_path / "page.json").write_text(
        json.dumps({"outlet": "Beside", "published": "05-03-2018", "url": "https://b/"})
    )
    beside = Declared(outlet="Beside", published="05-03-2018", url="https://b/")
    assert [page.declared for page in good(tmp_path)] == [beside]
    run = Declared(outlet="Run", date_order="dmy")
    both = Declared(outlet="Run", date_order="dmy", published="05-03-2018", url="https://b/")
    assert good(tmp_path, run)[0].declared == both


def test_json_is_let_in_under_every_key_that_is_read(tmp_path: Path) -> None:
    for key in lines.HOLDING:
        (tmp_path / f"{key}.json").write_text(json.dumps({"title": "Mission ends", key: GOOD.decode()}))
    articles = [article(page) for page in good(tmp_path)]
    assert len(articles) == len(lines.HOLDING)
    assert all(isinstance(one, Article) and "Varnia" in one.text for one in articles)


def test_a_json_beside_a_page_that_holds_text_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(TEXT)
    (tmp_path / "page.json").write_text('{"text": "Another report."}')
    assert {page.media_type for page in good(tmp_path)} == {"application/json", "text/plain"}


def test_a_sidecar_that_is_wrong_is_told_and_the_page_read(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(TEXT)
    for sidecar in (
        "[1]",
        '{"outlt": "x", "outlet": "Post"}',
        '{"date_order": "backwards"}',
        '{"title": 3}',
        "{" * 70_000,
    ):
        (tmp_path / "page.txt.json").write_text(sidecar)
        found = list(pages([str(tmp_path)]))
        assert [type(o) for o in found] == [Problem, Page]
        assert getattr(found[0], "where", "").endswith("page.txt.json")


def test_json_lines(tmp_path: Path) -> None:
    lines = [b'{"id": "p/1", "date": "2011-01-25", "text": "One."}', b"", b'{"html": "<p>Two."}']
    (tmp_path / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + b"\r\n".join(lines))
    (tmp_path / "b.ndjson").write_bytes(b"\n".join(lines).decode().encode("utf-16"))
    (tmp_path / "c.json").write_bytes(b"\n".join(lines) + b"\n")
    found = good(tmp_path)
    assert [page.data for page in found] == [lines[0], lines[2]] * 3
    assert [page.source.partition("#")[2] for page in found] == ["p/1", "3"] * 3
    assert {page.media_type for page in found} == {"application/json"}


def test_data_is_an_error_where_it_is_named_and_counted_where_it_is_met(tmp_path: Path) -> None:
    data = {
        "words.json": b'["varnia", "harbour", "mission"]',
        "none.json": b"[\n]",
        "keys.json": b'{"keywords": ["varnia"]}\n',
        "table.csv": b"day,dead\n2018-03-05,3\n",
        "tool.py": b"print('varnia')\n",
        "style.css": b"p { margin: 0 }\n",
    }
    for name, held in data.items():
        (tmp_path / name).write_bytes(held)
    for name, held in data.items():
        (named,) = pages([str(tmp_path / name)])
        assert isinstance(named, Unreadable), name
        assert (named.page.data, named.problem.severity) == (held, Severity.ERROR)
    (tmp_path / "page.html").write_bytes(GOOD)
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        for name, held in data.items():
            archive.writestr(name, held)
    assert [page.data for page in good(tmp_path)] == [GOOD]
    note = "passed over 5 data files and programs, 1 pictures, styles and the like"
    assert notes(tmp_path) == f"{note} {note}"


def test_a_json_document_is_one_page_or_an_array_of_them(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text('{\n "text": "One.",\n "title": "T"\n}')
    (tmp_path / "two.json").write_text('[\n {"text": "One\\nline."}, {"id": 7, "text": "Two [and] a half."} \n]')
    found = good(tmp_path)
    assert [json.loads(page.data)["text"] for page in found] == ["One.", "One\nline.", "Two [and] a half."]
    assert found[2].source.endswith("two.json#7")


RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Varnia  Wire</title>
<item><title>One</title><link>https://w.example/1</link>
<description>Some &nbsp;text &amp; more from A&T</description></item>
<item><title>Two</title><guid>https://w.example/2</guid><source url="https://p.example">Harbour Post</source>
<content:encoded><![CDATA[<p>Whole text</p>]]></content:encoded></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Varnia Atom</title>
<entry><title>A</title><link rel="self" href="https://a.example/self"/><link href="https://a.example/1"/>
<content type="html">&lt;p&gt;Text&lt;/p&gt;</content></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><title>Old Wire</title></channel><item><title>B</title><link>https://o.example/1</link>
<description>Text</description></item></rdf:RDF>"""


def test_feeds_are_split_into_items(tmp_path: Path) -> None:
    for name, text in (("a.xml", RSS), ("b.atom", ATOM), ("c.rdf", RDF)):
        (tmp_path / name).write_text(text)
    found = good(tmp_path)
    articles = [article(page) for page in found]
    assert [
        (o.media_type, a.url, a.outlet) for o, a in zip(found, articles, strict=True) if isinstance(a, Article)
    ] == [
        ("application/rss+xml", "https://w.example/1", "Varnia Wire"),
        ("application/rss+xml", "https://w.example/2", "Harbour Post"),
        ("application/atom+xml", "https://a.example/1", "Varnia Atom"),
        ("application/rss+xml", "https://o.example/1", "Old Wire"),
    ]
    assert "Some \xa0text &amp; more from A&amp;T" in found[0].data.decode()
    assert b'xmlns:content="http://purl.org/rss/1.0/modules/content/"' in found[1].data
    assert found[0].source.endswith("a.xml#1")


def test_a_damaged_feed_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / "cut.xml").write_text(RSS[: RSS.index("<content:encoded>")])
    found = list(pages([str(tmp_path)]))
    assert isinstance(found[0], Page)
    assert any(isinstance(o, Problem) and "damaged" in o.what for o in found)


def http(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode() + body


def warc(*records: tuple[str, str, bytes]) -> bytes:
    return b"".join(
        gzip.compress(
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: <https://v.example/{name}>\r\n"
            f"WARC-Date: 2011-12-12T23:59:59Z\r\nContent-Type: application/http; msgtype={kind}\r\n"
            f"Content-Length: {len(block)}\r\n\r\n".encode()
            + block
            + b"\r\n\r\n"
        )
        for kind, name, block in records
    )


def test_a_warc_gives_its_texts_and_one_note_of_the_rest(tmp_path: Path) -> None:
    html = "Content-Type: text/html"
    data = warc(
        ("warcinfo", "", b"software: none"),
        ("request", "1", b"GET / HTTP/1.1\r\n\r\n"),
        ("response", "1", http("<p>Zażółć".encode("iso8859-2"), html + "; charset=ISO-8859-2")),
        ("response", "2", http(gzip.compress(GOOD), html + "; charset=utf-8", "Content-Encoding: gzip")),
        ("response", "3", http(b"3\r\n<p>\r\n5;x=y\r\nhello\r\n0\r\n\r\n", html, "Transfer-Encoding: chunked")),
        ("response", "4", http(TEXT, "Content-Type: text/plain")),
        ("response", "5.png", http(b"\x89PNG", "Content-Type: image/png")),
        ("response", "6", http(b"", html, "Location: /7", status="301 Moved")),
        ("response", "7", http(GOOD, html, status="404 Not Found")),
        ("response", "robots.txt", http(b"Disallow: /", "Content-Type: text/plain")),
        ("revisit", "1", http(b"", html)),
        ("response", "8", http(b"", html)),
    )
    (tmp_path / "c.warc.gz").write_bytes(data)
    found = good(tmp_path)
    assert [page.data for page in found] == ["<p>Zażółć".encode("iso8859-2"), GOOD, b"<p>hello", TEXT]
    assert found[0].media_type == "text/html;charset=ISO-8859-2"
    assert [page.media_type for page in found[1:]] == ["text/html", "text/html", "text/plain"]
    assert found[0].source.endswith("c.warc.gz#3")
    assert {page.captured for page in found} == {date(2011, 12, 12)}
    assert found[1].declared.url == "https://v.example/2"
    assert "passed over 6 of 12 records" in notes(tmp_path)


def test_a_damaged_record_costs_itself_alone(tmp_path: Path) -> None:
    html = "Content-Type: text/html"
    first, second = (gzip.decompress(warc(("response", str(n), http(GOOD, html)))) for n in (1, 2))
    (tmp_path / "c.warc").write_bytes(first.replace(b"Content-Length: 1", b"Content-Length: 0") + b"junk\r\n" + second)
    found = list(pages([str(tmp_path)]))
    assert GOOD in [o.data for o in found if isinstance(o, Page)]
    assert any(isinstance(o, Problem) and "belong to none" in o.what for o in found)


def test_warc_records_that_are_no_pages_are_counted(tmp_path: Path) -> None:
    html = "Content-Type: text/html"
    data = warc(
        ("response", "1", b"no head at all"),
        ("response", "2", http(b"0\r\n\r\n", html, "Transfer-Encoding: chunked")),
        ("response", "3", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 50_000),
        ("response", "4", http(GOOD, html, status="206 Partial Content")),
        ("response", "5", http(GOOD, html)),
    )
    (tmp_path / "c.warc.gz").write_bytes(data)
    pages_, (note,) = good(tmp_path), [o for o in pages([str(tmp_path)]) if isinstance(o, Problem)]
    assert GOOD in [page.data for page in pages_]
    assert "not HTTP 1" in note.what
    assert "empty 1" in note.what
    assert "of other status 1" in note.what


def test_a_header_without_end_is_not_held(tmp_path: Path) -> None:
    (tmp_path / "c.warc").write_bytes(b"WARC/1.0\r\nX: " + b"y" * 9_000_000)
    tracemalloc.start()
    assert "belong to none" in notes(tmp_path)
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


def test_packing_that_is_not_known_keeps_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "c.warc.gz").write_bytes(
        warc(("response", "1", http(b"\x0b\x02\x80hi", "Content-Type: text/html", "Content-Encoding: br")))
    )
    (kept,) = pages([str(tmp_path)])
    assert isinstance(kept, Unreadable)
    assert kept.page.data == b"\x0b\x02\x80hi"


def test_mhtml_and_single_file_say_when_they_were_saved(tmp_path: Path) -> None:
    (tmp_path / "a.mhtml").write_bytes(
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://v.example/a\r\n"
        b"Date: Mon, 5 Mar 2018 10:00:00 +0000\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
    )
    (tmp_path / "b.html").write_bytes(
        b"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://v.example/b \n"
        b" saved date: Tue Mar 03 2020 10:15:32 GMT+0100\n--><p>x"
    )
    assert [(page.declared.url, page.captured) for page in good(tmp_path)] == [
        ("https://v.example/a", date(2018, 3, 5)),
        ("https://v.example/b", date(2020, 3, 3)),
    ]


def test_standard_input_is_sniffed_and_left_open() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("a.html", GOOD)
    for data, kinds in (
        (GOOD, ["text/html"]),
        (TEXT, ["text/plain"]),
        (gzip.compress(b'{"text": "a"}\n{"text": "b"}'), ["application/json"] * 2),
        (RSS.encode(), ["application/rss+xml"] * 2),
        (archive.getvalue(), ["text/html"]),
    ):
        stream = io.BytesIO(data)
        assert [o.media_type for o in pages(["-"], stdin=stream) if isinstance(o, Page)] == kinds
        assert not stream.closed


def test_reading_is_lazy(tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_bytes(b'{"text": "a"}\n' * 100_000 + b"nonsense")
    assert isinstance(next(iter(pages([str(tmp_path)]))), Page)


def test_progress_adds_up_to_the_measure(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(GOOD)
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b'{"text": "a"}\n' * 1000))
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("a.html", GOOD)
    seen: list[int] = []
    list(pages([str(tmp_path)], progress=seen.append))
    assert sum(seen) == measure([str(tmp_path)]) > 0
