"""WACZ: what its specification asks, record by record; by its own tools where they are installed."""

import gzip
import hashlib
import io
import json
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from throughline.export import Holdings, wacz
from throughline.export.warc import Capture, key
from throughline.model import Declared, Page, page_of

ARRIVED = datetime(2020, 5, 6, 7, 8, 9, tzinfo=UTC)
HTML = b"<html><title>Arden to leave</title><p>Arden leaves.</p></html>"
TAKEN = page_of(HTML, "text/html", "a.html", Declared(url="https://www.vale.example/1?b=2&a=1"), date(2011, 12, 14))
BARE = page_of(b"Arden leaves.\n", "text/plain", "b.txt")
WRAPPED = page_of(b'{"text": "Arden leaves."}', "application/json", "c.jsonl#1", Declared(url="https://vale.example/3"))


def with_pages(story: Holdings, *pages: Page) -> Holdings:
    """The story with an article a page."""
    first = story.heads["article-1"]
    heads = {f"article-{at}": first._replace(id=f"article-{at}", page=page.id) for at, page in enumerate(pages)}
    article = next(iter(story.articles))
    bytes_of = {page.id: page for page in pages}
    return replace(
        story, heads=heads, page_of=lambda page: (bytes_of[page], ARRIVED), article_of=lambda _article: article
    )  # fmt: skip


@pytest.fixture
def pages(story: Holdings) -> Holdings:
    return with_pages(story, TAKEN, BARE, WRAPPED)


def package(story: Holdings) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(b"".join(wacz.pieces(story))))


def records(story: Holdings) -> list[tuple[str, str, str, bytes]]:
    """Type, address, date and content of every record but the first, as warcio reads them, digests checked."""
    found = []
    with package(story).open("archive/data.warc.gz") as file:
        for one in ArchiveIterator(file, check_digests="raise"):
            head = one.rec_headers
            content = one.content_stream().read()
            names = ("WARC-Target-URI", "WARC-Date")
            found.append((one.rec_type, *(head.get_header(name) for name in names), content))
    assert found[0][0] == "warcinfo"
    return found[1:]


def index(whole: zipfile.ZipFile) -> list[tuple[str, str, dict[str, Any]]]:
    text = gzip.decompress(whole.read("indexes/index.cdx.gz")).decode()
    lines = [line.split(" ", 2) for line in text.splitlines()]
    return [(place, stamp, json.loads(told)) for place, stamp, told in lines]


def test_the_package_has_what_the_specification_asks_for(pages: Holdings) -> None:
    found = package(pages)
    assert found.testzip() is None
    assert all(one.compress_type == zipfile.ZIP_STORED for one in found.infolist())
    described = json.loads(found.read("datapackage.json"))
    assert (described["profile"], described["wacz_version"]) == ("data-package", "1.1.1")
    assert datetime.fromisoformat(described["created"]).tzinfo
    listed = {one["path"]: one for one in described["resources"]}
    assert set(found.namelist()) == {*listed, "datapackage.json", "datapackage-digest.json"}
    for name, one in listed.items():
        content = found.read(name)
        assert one["bytes"] == len(content)
        assert one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    digest = json.loads(found.read("datapackage-digest.json"))
    whole = hashlib.sha256(found.read("datapackage.json")).hexdigest()
    assert digest == {"path": "datapackage.json", "hash": f"sha256:{whole}"}


def test_a_page_is_a_record_with_its_bytes_under_an_address_that_gave_them(pages: Holdings) -> None:
    assert records(pages) == [
        ("resource", "https://www.vale.example/1?b=2&a=1", "2011-12-14", HTML),
        ("resource", f"urn:throughline:{BARE.id}", "2020-05-06T07:08:09Z", BARE.data),
        ("resource", f"urn:throughline:{WRAPPED.id}", "2020-05-06T07:08:09Z", WRAPPED.data),
    ]


def test_the_index_finds_every_record_in_order(pages: Holdings) -> None:
    whole = package(pages)
    data = whole.read("archive/data.warc.gz")
    found = index(whole)
    assert [(place, stamp) for place, stamp, _ in found] == sorted((place, stamp) for place, stamp, _ in found)
    assert found[0][:2] == ("example,vale)/1?a=1&b=2", "20111214000000")
    for _, _, told in found:
        start, length = int(told["offset"]), int(told["length"])
        (one,) = ArchiveIterator(io.BytesIO(data[start : start + length]))
        assert one.rec_headers.get_header("WARC-Target-URI") == told["url"]
        assert one.rec_headers.get_header("WARC-Payload-Digest") == told["digest"]


def test_blocks_of_the_index_are_found_by_their_first_line(story: Holdings) -> None:
    many = with_pages(story, *(page_of(b"%d" % at, "text/plain", "a.txt") for at in range(700)))
    found = package(many)
    blocks = found.read("indexes/index.cdx.gz")
    head, *places = found.read("indexes/index.idx").decode().splitlines()
    assert json.loads(head.removeprefix("!meta 0 ")) == {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}
    assert len(places) == 3
    for place in places:
        first, told = place.split(" {")
        where = json.loads("{" + told)
        block = blocks[where["offset"] : where["offset"] + where["length"]]
        assert gzip.decompress(block).decode().startswith(first + " {")


def test_the_list_of_pages_says_what_each_is_and_since_when_it_was_known(pages: Holdings) -> None:
    head, *found = map(json.loads, package(pages).read("pages/pages.jsonl").decode().splitlines())
    assert head["format"] == "json-pages-1.0"
    assert {one["url"] for one in found} == {url for _, url, _, _ in records(pages)}
    assert all(datetime.fromisoformat(one["ts"]).tzinfo for one in found)
    (text, *_) = (one.text for one in pages.articles)
    assert (found[0]["title"], found[0]["known"], found[0]["text"]) == ("Arden *to* leave", "2011-12-12", text)


def test_articles_of_one_page_are_one_record_and_an_empty_story_is_a_package(pages: Holdings) -> None:
    heads = dict(pages.heads)
    heads["article-9"] = heads["article-0"]._replace(id="article-9")
    assert len(records(replace(pages, heads=heads))) == 3
    assert records(replace(pages, heads={})) == []


@pytest.mark.parametrize("url", ["javascript:x", "https://vale.example/\r\nWARC-Type: response", "file:///etc/passwd"])
def test_no_address_forges_a_record(story: Holdings, url: str) -> None:
    page = page_of(HTML, "text/html", "a.html", Declared(url=url))
    named = replace(with_pages(story, page), name="a\r\nWARC-Type: response\r\n\r\n")
    assert [one[:2] for one in records(named)] == [("resource", f"urn:throughline:{page.id}")]


@pytest.mark.parametrize(
    ("url", "sorted_as"),
    [
        ("http://vale.example", "example,vale)/"),
        ("https://WWW2.Vale.example:443/A?z=1&a=2#top", "example,vale)/a?a=2&z=1"),
        ("http://user@vale.example:8080/x", "example,vale:8080)/x"),
        ("urn:throughline:page-1", "urn:throughline:page-1"),
    ],
)
def test_addresses_are_sorted_by_host(url: str, sorted_as: str) -> None:
    assert key(url) == sorted_as


def test_what_a_page_calls_its_address_is_none_of_its_capture(story: Holdings) -> None:
    saved = with_pages(story, page_of(HTML, "text/html", "a.html"))
    heads = {name: head._replace(url="https://vale.example/1") for name, head in saved.heads.items()}
    own = replace(saved, heads=heads)
    assert records(own)[0][1].startswith("urn:throughline:page-")
    _, page = map(json.loads, package(own).read("pages/pages.jsonl").decode().splitlines())
    assert page["address"] == "https://vale.example/1"


def test_a_capture_is_dated_by_itself_or_by_when_it_came() -> None:
    assert Capture(TAKEN, ARRIVED).stamp == "20111214000000"
    assert Capture(BARE, ARRIVED).stamp == "20200506070809"


def test_its_own_tools_take_it(pages: Holdings, tmp_path: Path) -> None:
    if find_spec("wacz") is None:
        pytest.skip("wacz is not installed: the package is checked by rule only")
    target = tmp_path / "arden.wacz"
    target.write_bytes(b"".join(wacz.pieces(pages)))
    validate = [sys.executable, "-m", "wacz.main", "validate", "-f", str(target)]
    done = subprocess.run(validate, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Validation succeeded" in done.stdout + done.stderr


def test_the_index_is_the_one_that_others_make(pages: Holdings, tmp_path: Path) -> None:
    if find_spec("cdxj_indexer") is None:
        pytest.skip("cdxj-indexer is not installed: the index is checked by rule only")
    whole = package(pages)
    whole.extract("archive/data.warc.gz", tmp_path)
    made = [sys.executable, "-m", "cdxj_indexer.main", "-s", str(tmp_path / "archive/data.warc.gz")]
    done = subprocess.run(made, capture_output=True, text=True, check=True)
    assert done.stdout == gzip.decompress(whole.read("indexes/index.cdx.gz")).decode()
