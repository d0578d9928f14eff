"""A WARC file (ISO 28500) to pages: text responses, resources and conversions; the rest is counted in one note.

warcio reads the headers, keeps to a record's length and joins chunks. Its ArchiveIterator is not used, for it can't be
bounded: it reads a header line of any length into memory, passes over a file's broken end in silence, and at the first
wrong length writes to stderr and gives up the rest of the file. So records are found by their first line here, headers
are given to warcio up to a bound, and memory is bounded by one page.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from warcio.limitreader import LimitReader
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser

from throughline.extract.intake import payload, single
from throughline.extract.intake.found import Found, Outcome, page, too_big, trouble, unreadable
from throughline.extract.intake.limits import Limits
from throughline.extract.intake.streams import BROKEN
from throughline.extract.media import TEXT, UNKNOWN, charset, essence
from throughline.model import Declared, Severity

_HEAD_BYTES: Final = 65536  # servers refuse longer header blocks; so do we
_CHUNK: Final = 65536
_PAGE_TYPES: Final = {"text/html", "application/xhtml+xml", "text/plain"}
_SILENT: Final = {"warcinfo", "request", "metadata", "continuation"}  # about the crawl, never a page
_CRAWLER_FILES: Final = ("/robots.txt", "/ads.txt", "/app-ads.txt", "/humans.txt", "/security.txt", "/llms.txt")
_SHOWN_KINDS: Final = 8
_PLAIN_KIND = re.compile(r"[\w.+-]{1,40}/[\w.+-]{1,60}")
_PARSER: Final = StatusAndHeadersParser([], verify=False)


@dataclass(frozen=True, slots=True)
class _Record:
    """One record: its headers, the HTTP head of a response (None for others), and what comes after these."""

    number: int
    headers: StatusAndHeaders
    http: StatusAndHeaders | None
    rest: LimitReader

    @property
    def kind(self) -> str:
        return str(self.headers.get_header("warc-type", "")).lower()

    @property
    def url(self) -> str:
        return str(self.headers.get_header("warc-target-uri", "")).strip("<> ")

    @property
    def content_type(self) -> str:
        """Of the page, not of the HTTP message around it."""
        return str((self.http or self.headers).get_header("content-type", ""))

    @property
    def day(self) -> date | None:
        try:
            return date.fromisoformat(self.headers.get_header("warc-date", "")[:10])
        except ValueError:
            return None


class _Stream:
    """A WARC as a run of records, and the stream that warcio reads them from."""

    def __init__(self, stream: io.BufferedIOBase) -> None:
        self._stream = stream
        self._head = 0  # bytes that a header may still take; past them it counts as ended
        self.number = 0
        self.lost = 0  # bytes between records that belong to none

    def read(self, size: int) -> bytes:
        return self._stream.read(size)

    def readline(self, size: int = _HEAD_BYTES) -> bytes:
        line = self._stream.readline(min(size, self._head))
        self._head -= len(line)
        return line

    def records(self) -> Iterator[_Record]:
        while first := self._first_line():
            self.number += 1
            headers = self._parse(self, first)
            length = headers.get_header("content-length", "")
            rest = LimitReader(self, int(length) if length.isascii() and length.isdigit() and len(length) < 16 else 0)
            is_http = headers.get_header("warc-type", "").lower() == "response" and rest.limit
            yield _Record(self.number, headers, self._parse(rest) if is_http else None, rest)
            while rest.read(_CHUNK):
                pass
            if rest.limit:
                raise EOFError

    def _first_line(self) -> bytes:
        """Go to the next record, past blank lines and past bytes that a wrong length left behind."""
        while line := self._stream.readline(_HEAD_BYTES):
            if line.startswith(b"WARC/") and len(line) < 20:
                return line
            self.lost += len(line.strip())
        return b""

    def _parse(self, stream: "LimitReader | _Stream", first: bytes | None = None) -> StatusAndHeaders:
        self._head = _HEAD_BYTES
        return _PARSER.parse(stream, first)


def pages(stream: io.BufferedIOBase, found: Found, limits: Limits) -> Iterator[Outcome]:
    """Read a WARC, unpacked already; `found.source#N` is its Nth record."""
    passed: Counter[str] = Counter()
    warc = _Stream(stream)
    advice = "copy or fetch the file again; what stands before the damage is read"
    try:
        for record in warc.records():
            reason = _passed_over(record)
            if reason is None:
                yield from _page(record, found, limits, passed)
            elif reason:
                passed[reason] += 1
    except BROKEN as error:
        what = f"it breaks off in record {warc.number}: {str(error) or 'the end is missing'}"
        yield trouble(found.source, what, advice)
    if warc.lost:
        yield trouble(found.source, f"{warc.lost:,} bytes between records belong to none", advice, Severity.WARNING)
    if passed:
        kinds = ", ".join(f"{kind} {count:,}" for kind, count in passed.most_common(_SHOWN_KINDS))
        what = f"passed over {passed.total():,} of {warc.number:,} records: {kinds}"
        yield trouble(found.source, what, "nothing to do, unless pages are among them", Severity.NOTE)


def _page(record: _Record, found: Found, limits: Limits, passed: Counter[str]) -> Iterator[Outcome]:
    """The page that a record holds, or what is wrong with it."""
    where = f"#{record.number}"
    raw, wrong = record.rest.read(limits.page_bytes + 1), None
    if record.rest.limit and len(raw) <= limits.page_bytes:
        raise EOFError
    if record.http and len(raw) <= limits.page_bytes:
        raw, wrong = payload.body(raw, record.http, limits.page_bytes)
    if len(raw) > limits.page_bytes:
        yield too_big(found.source + where, raw, limits.page_bytes)
        return
    if not raw.strip():
        passed["empty"] += 1
        return
    name = "record.txt" if essence(record.content_type) == TEXT else "record.html"
    inner = replace(found, name=name, captured=record.day, charset=charset(record.content_type), beside=None)
    said = Declared(url=record.url if record.url.startswith(("http://", "https://")) else None)
    if wrong and wrong.startswith("the body is packed"):
        kept = page(inner, raw, UNKNOWN, at=where, said=said)
        yield unreadable(kept, wrong, "record the page again with a tool that unpacks it (wget, warcio)")
        return
    yield from single.pages(inner, raw, at=where, said=said)
    if wrong:
        yield trouble(found.source + where, wrong, "record the page again", Severity.WARNING)


def _passed_over(record: _Record) -> str | None:
    """Why a record is no page, in a word for the count ("" is not counted); None where it is one."""
    status = record.http.get_statuscode() if record.http else "200"
    kind = essence(record.content_type)
    if record.kind in _SILENT:
        return ""
    if record.kind == "revisit":
        return "seen before (revisit)"
    if record.kind not in {"response", "resource", "conversion"}:
        return "of other record types"
    if record.url.partition("?")[0].endswith(_CRAWLER_FILES):
        return "for crawlers (robots.txt)"
    if record.http and not record.http.protocol.upper().startswith("HTTP/"):
        return "not HTTP"
    if status.startswith("3"):
        return "redirects"
    if status not in {"200", "203"}:
        return "errors" if status.startswith(("4", "5")) else "of other status"
    if kind in _PAGE_TYPES or not kind:
        return None
    return kind if _PLAIN_KIND.fullmatch(kind) else "of no type"
