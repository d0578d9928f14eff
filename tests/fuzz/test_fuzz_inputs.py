"""Any bytes under any name: no exception, an end, and nothing that vanishes without a word."""

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from throughline.extract.inputs import Limits, Unreadable, pages
from throughline.model import Page, Problem

LIMITS = Limits(page_bytes=4_000, document_bytes=8_000, ratio_from=10_000)
ENDINGS = (
    ".html .htm .xhtml .mhtml .mht .txt .md .warc .warc.gz .jsonl .ndjson .jsonl.gz .json .json.gz .xml .rss .atom "
    ".html.gz .txt.gz .zip .bin"
).split()


def zipped(data: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", data)
        archive.writestr("b.jsonl", data)
    return packed.getvalue()


def warc(data: bytes) -> bytes:
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://v.example/\r\nContent-Length: %d\r\n\r\n"
    return (head % len(data) + data + b"\r\n\r\n") * 2


SHAPES: dict[str, Callable[[bytes], bytes]] = {
    "plain": bytes,
    "gzip": gzip.compress,
    "zip": zipped,
    "warc": warc,
    "http": lambda data: warc(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" + data
    ),
    "packed http": lambda data: warc(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(data)),
    "feed": lambda data: b"<rss><channel><item><description>" + data + b"</description></item></channel></rss>",
    "atom": lambda data: b"<feed><entry><content>" + data + b"</content></entry></feed>",
    "json": lambda data: b'{"text": "' + data + b'"}\n[' + data + b"]",
    "html": lambda data: b"<html><meta charset='" + data + b"'><p>" + data,
    "mhtml": lambda data: b"MIME-Version: 1.0\r\nDate: " + data + b"\r\nContent-Type: multipart/related\r\n\r\n" + data,
}
_PIECES = st.sampled_from(
    [
        *(b"WARC/1.0\r\n", b"Content-Length: 99999\r\n\r\n", b"\r\n\r\n", b"HTTP/1.1 200 OK\r\n", b"PK\x03\x04"),
        *(
            b"<rss><channel>",
            b"<item>",
            b"</item>",
            b"&x;",
            b"<!DOCTYPE a [<!ENTITY x 'y'>]>",
            b"<?xml version='1.0'?>",
        ),
        *(b'{"text":', b'"x"}', b"[{", b"\n", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"<!--", b"-->", b"<p>", b"5\r\n"),
        *(b"\x1f\x8b", b"\x1b$B", b"<![CDATA["),
    ]
)
PIECED = st.lists(st.one_of(_PIECES, st.binary(max_size=9)), max_size=30).map(b"".join)
BYTES = st.one_of(st.binary(max_size=400), PIECED)


def damage(data: bytes, cut: int, flip: int, bit: int) -> bytes:
    """Break off at one place and change a byte at another."""
    data = data[: len(data) - cut] if cut < len(data) else data
    if flip < len(data):
        data = data[:flip] + bytes([data[flip] ^ bit]) + data[flip + 1 :]
    return data


@pytest.mark.parametrize("shape", SHAPES)
@given(
    data=BYTES,
    ending=st.sampled_from(ENDINGS),
    harm=st.tuples(st.integers(0, 60), st.integers(0, 600), st.integers(0, 255)),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_raise_and_none_vanish(
    tmp_path: Path, shape: str, data: bytes, ending: str, harm: tuple[int, int, int]
) -> None:
    path = tmp_path / f"in{ENDINGS.index(ending)}put{ending}"  # one stem each: no file is another's sidecar
    path.write_bytes(damage(SHAPES[shape](data), *harm))
    outcomes = list(pages([str(path)], limits=LIMITS))
    unreadable = [o for o in outcomes if isinstance(o, Unreadable)]
    kept = {o.id for o in outcomes if isinstance(o, Page)} | {o.page.id for o in unreadable}
    problems = [o for o in outcomes if isinstance(o, Problem)] + [o.problem for o in unreadable]
    assert outcomes
    for problem in problems:
        assert problem.where.startswith(str(path))
        assert problem.what
        assert problem.advice
        assert problem.page is None or problem.page in kept


@given(data=BYTES)
@settings(max_examples=60, deadline=None)
def test_standard_input_takes_anything(data: bytes) -> None:
    for outcome in pages(["-"], stdin=io.BytesIO(data), limits=LIMITS):
        assert isinstance(outcome, Page | Unreadable | Problem)


@given(given_name=st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_name_is_an_outcome(given_name: str) -> None:
    if given_name.strip("./ ") and not given_name.startswith(("/", "~", "http", "-")):
        assert list(pages([f"no-such-folder/{given_name}"]))
