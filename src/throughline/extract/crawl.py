"""A WARC file (ISO 28500) to pages: text responses, resources and conversions; the rest is counted in one note.

Records are framed here: a damaged record costs itself and no more, header lines are bounded, and a file that
breaks off says so, while everything before goes in. Memory is bounded by one page.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from throughline.extract import payload, single
from throughline.extract.found import Found, Outcome, page, too_big, trouble, unreadable
from throughline.extract.limits import Limits
from throughline.extract.media import UNKNOWN, charset
from throughline.extract.streams import BROKEN
from throughline.model import Declared, Severity

_LINE_BYTES: Final = 65536
_MOST_HEADERS: Final = 200  # a record has a dozen
_CHUNK: Final = 65536
_PAGE_TYPES: Final = {"text/html", "application/xhtml+xml", "text/plain"}
_SILENT: Final = {"warcinfo", "request", "metadata", "continuation"}  # about the crawl, never a page
_CRAWLER_FILES: Final = ("/robots.txt", "/ads.txt", "/app-ads.txt", "/humans.txt", "/security.txt", "/llms.txt")
_SHOWN_KINDS: Final = 8
_PLAIN_KIND = re.compile(r"[\w.+-]{1,40}/[\w.+-]{1,60}")


@dataclass(frozen=True, slots=True)
class _Record:
    number: int
    headers: Mapping[str, str]
    length: int

    @property
    def kind(self) -> str:
        return self.headers.get("warc-type", "").lower()

    @property
    def url(self) -> str:
        return self.headers.get("warc-target-uri", "").strip("<> ")

    @property
    def day(self) -> date | None:
        try:
            return date.fromisoformat(self.headers.get("warc-date", "")[:10])
        except ValueError:
            return None


class _Stream:
    """A WARC as a run of records; knows whether it broke off."""

    def __init__(self, stream: io.BufferedIOBase) -> None:
        self._stream = stream
        self.left = 0  # of the record that is being read
        self.lost = 0  # bytes between records that belong to none

    def records(self) -> Iterator[_Record]:
        number = 0
        while self._find_version():
            number += 1
            lines: list[bytes] = []
            while (line := self._stream.readline(_LINE_BYTES)).strip() and len(lines) < _MOST_HEADERS:
                lines.append(line)
            headers = payload.headers(lines)
            length = headers.get("content-length", "")
            self.left = int(length) if length.isascii() and length.isdigit() and len(length) < 16 else 0
            yield _Record(number, headers, self.left)
            self.skip()

    def read(self, size: int) -> bytes:
        data = self._stream.read(min(size, self.left))
        if len(data) < min(size, self.left):
            raise EOFError
        self.left -= len(data)
        return data

    def skip(self) -> None:
        while self.left:
            self.read(_CHUNK)

    def _find_version(self) -> bool:
        """Go to the next record, past blank lines and past bytes that a wrong length left behind."""
        while line := self._stream.readline(_LINE_BYTES):
            if line.startswith(b"WARC/") and len(line) < 20:
                return True
            self.lost += len(line.strip())
        return False


def pages(stream: io.BufferedIOBase, found: Found, limits: Limits) -> Iterator[Outcome]:
    """Read a WARC, unpacked already; `found.source#N` is its Nth record."""
    passed: Counter[str] = Counter()
    warc = _Stream(stream)
    advice = "copy or fetch the file again; what stands before the damage is read"
    number = 0
    try:
        for record in warc.records():
            number = record.number
            yield from _pages(warc, record, found, limits, passed)
    except BROKEN as error:
        yield trouble(found.source, f"it breaks off in record {number}: {str(error) or 'the end is missing'}", advice)
    if warc.lost:
        yield trouble(found.source, f"{warc.lost:,} bytes between records belong to none", advice, Severity.WARNING)
    if passed:
        kinds = ", ".join(f"{kind} {count:,}" for kind, count in passed.most_common(_SHOWN_KINDS))
        what = f"passed over {passed.total():,} of {number:,} records: {kinds}"
        yield trouble(found.source, what, "nothing to do, unless pages are among them", Severity.NOTE)


def _pages(warc: _Stream, record: _Record, found: Found, limits: Limits, passed: Counter[str]) -> Iterator[Outcome]:
    """What comes of one record."""
    if record.kind in _SILENT:
        return
    block = warc.read(min(record.length, payload.HEAD_BYTES))
    head = payload.head(block) if record.kind in {"response", "revisit"} else None
    reason = _passed_over(record, head)
    if reason:
        passed[reason] += 1
        return
    where = f"#{record.number}"
    block += warc.read(min(warc.left, limits.page_bytes + 1))
    if warc.left or len(block) > limits.page_bytes + payload.HEAD_BYTES:
        yield too_big(found.source + where, block, limits.page_bytes)
        return
    raw, wrong = payload.body(block[head.body :], head, limits.page_bytes) if head else (block, None)
    content_type = head.headers.get("content-type", "") if head else record.headers.get("content-type", "")
    name = "record.txt" if "text/plain" in content_type.lower() else "record.html"
    inner = replace(found, name=name, captured=record.day, charset=charset(content_type), beside=None)
    said = Declared(url=record.url if record.url.startswith(("http://", "https://")) else None)
    if len(raw) > limits.page_bytes:
        yield too_big(found.source + where, raw, limits.page_bytes)
    elif wrong and wrong.startswith("the body is packed"):
        kept = page(inner, raw, UNKNOWN, at=where, said=said)
        yield unreadable(kept, wrong, "record the page again with a tool that unpacks it (wget, warcio)")
    elif raw.strip():
        yield from single.pages(inner, raw, at=where, said=said)
        if wrong:
            yield trouble(found.source + where, wrong, "record the page again", Severity.WARNING)
    else:
        passed["empty"] += 1


def _passed_over(record: _Record, head: payload.Head | None) -> str | None:
    """Why a record is no page, in a word for the count; None where it is one."""
    if record.kind == "revisit":
        return "seen before (revisit)"
    if record.kind not in {"response", "resource", "conversion"}:
        return "of other record types"
    if record.url.partition("?")[0].endswith(_CRAWLER_FILES):
        return "for crawlers (robots.txt)"
    if head is None:
        kind = record.headers.get("content-type", "").partition(";")[0].strip().lower()
        if record.kind == "response" and kind not in _PAGE_TYPES:
            return "not HTTP"
    else:
        if 300 <= head.status < 400:
            return "redirects"
        if head.status not in {200, 203}:
            return "errors" if head.status >= 400 else "of other status"
        kind = head.content_type
    if kind in _PAGE_TYPES or not kind:
        return None
    return kind if _PLAIN_KIND.fullmatch(kind) else "of no type"
