"""JSON to pages: lines of objects with `text` or `html` (or one of `HOLDING`), one such object, or an array of them.

A page is the bytes of its object, unchanged. Lines are streamed; one that is too long is passed over without ever
being held whole. `id` names the page within its file, else the line's number.
"""

import io
import json
from collections.abc import Iterator
from typing import Final

from throughline.extract.intake.decode import decode
from throughline.extract.intake.found import DATA, Found, Outcome, Unreadable, page, too_big, trouble, unreadable
from throughline.extract.intake.limits import Limits
from throughline.extract.media import JSON

# Where JSON holds a page: ours first, then what feeds (JSON Feed), crawlers and data sets call it.
HOLDING: Final = tuple(
    "text html body content article maintext article_text plain_text content_html raw_html body_html".split()
)
_ADVICE: Final = 'one object a line, with "text" or "html", and "date", "url", "title" where known'
_LONGEST_ID: Final = 120  # characters of an id shown in a source
_BLANK_LINES: Final = (b"\n", b"\r\n")
_CHUNK: Final = 65536
_MARK: Final = b"\xef\xbb\xbf"


def pages(stream: io.BufferedIOBase, found: Found, limits: Limits, *, first: bytes = b"") -> Iterator[Outcome]:
    """Read JSON lines; of many bad ones, the first are kept with their reasons, and the rest counted.

    `first` is the first line where somebody has read it already.
    """
    number = bad = 0
    while line := first or stream.readline(limits.page_bytes + 1):
        first = b""
        number += 1
        if line in _BLANK_LINES:
            continue
        if len(line) > limits.page_bytes and not line.endswith(b"\n"):
            outcome: Outcome | None = too_big(f"{found.source}#{number}", line, limits.page_bytes)
            _skip_line(stream)
        else:
            outcome = _page(line.removeprefix(_MARK).strip(), found, str(number))
        if isinstance(outcome, Unreadable):
            bad += 1
            if bad > limits.complaints:
                continue
        if outcome is not None:
            yield outcome
    if bad > limits.complaints:
        what = f"{bad - limits.complaints:,} more lines like these can't be read; they are not kept"
        yield trouble(found.source, what, f"is it JSON lines at all? {_ADVICE}")


def document(data: bytes, found: Found, limits: Limits) -> Iterator[Outcome]:
    """Read one JSON document, small enough to be held whole; one without a page that nobody named is counted."""
    text = decode(data).lstrip("\ufeff")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield unreadable(page(found, data, JSON), f"no JSON: {_reason(error)}", _ADVICE)
        return
    if not any(holds_page(element) for element in (value if isinstance(value, list) else [value])):
        if found.passed is None:
            yield unreadable(page(found, data, JSON), "JSON, but no page in it", _ADVICE)
        else:
            found.passed[DATA] += 1
        return
    if isinstance(value, list):
        packed = b"\n".join(piece.encode("utf-8", "replace").replace(b"\n", b" ") for piece in _pieces(text))
        yield from pages(io.BytesIO(packed), found, limits)
        return
    outcome = _page(data.strip(), found, "")
    if outcome is not None:
        yield outcome


def _pieces(text: str) -> Iterator[str]:
    """The elements of a JSON array, each as it is written there. The text is known to be valid."""
    decoder = json.JSONDecoder()
    at = text.index("[") + 1
    while True:
        while text[at] in " \t\r\n,":
            at += 1
        if text[at] == "]":
            return
        start = at
        _, at = decoder.raw_decode(text, at)
        yield text[start:at]


def _page(data: bytes, found: Found, number: str) -> Outcome | None:
    """One object to its page; None for an empty line."""
    if not data:
        return None
    at = f"#{number}" if number else ""
    try:
        value = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        return unreadable(page(found, data, JSON, at=at), f"no JSON: {_reason(error)}", _ADVICE)
    if not isinstance(value, dict):
        return unreadable(page(found, data, JSON, at=at), "JSON, but no object", _ADVICE)
    if not holds_page(value):
        return unreadable(page(found, data, JSON, at=at), "an object without text or html", _ADVICE)
    name = value.get("id")
    if isinstance(name, str | int) and str(name).strip():
        shown = "".join(c if c.isprintable() else " " for c in str(name)[:_LONGEST_ID])
        at = f"#{shown.strip()}"
    return page(found, data, JSON, at=at)


def holds_page(value: object) -> bool:
    """Whether a JSON value is an object that holds a page."""
    return isinstance(value, dict) and any(isinstance(value.get(key), str) and value[key].strip() for key in HOLDING)


def is_object(line: bytes) -> bool:
    """Whether a line is a JSON object by itself."""
    try:
        return isinstance(json.loads(decode(line)), dict)
    except (ValueError, RecursionError):
        return False


def _reason(error: Exception) -> str:
    return error.msg if isinstance(error, json.JSONDecodeError) else "too deep or too large a number"


def _skip_line(stream: io.BufferedIOBase) -> None:
    while chunk := stream.readline(_CHUNK):
        if chunk.endswith(b"\n"):
            return
