"""An HTTP response as archives store it, to its status, headers and body: unchunked, unpacked, within limits."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from throughline.extract.streams import inflate

HEAD_BYTES: Final = 65536  # servers refuse longer header blocks; so do we
_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})")


@dataclass(frozen=True, slots=True)
class Head:
    """Status, headers by lower-case name, and where the body begins."""

    status: int
    headers: Mapping[str, str]
    body: int

    @property
    def content_type(self) -> str:
        """The media type without parameters, "" where none is given."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


def head(block: bytes) -> Head | None:
    """Read the head of a response from the first bytes of it; None where there is none."""
    status, end = _STATUS.match(block), _END.search(block)
    if status is None or end is None:
        return None
    lines = block[: end.start()].split(b"\n")[1:]
    return Head(int(status.group(1)), headers(lines), end.end())


def headers(lines: list[bytes]) -> dict[str, str]:
    """Header lines by lower-case name; the first of a name counts, folded lines are joined to theirs."""
    joined: list[bytes] = []
    for line in lines:
        if line[:1] in {b" ", b"\t"} and joined:
            joined[-1] = joined[-1][:HEAD_BYTES] + b" " + line.strip()
        elif b":" in line:
            joined.append(line)
    pairs = (line.partition(b":")[::2] for line in reversed(joined))
    return {name.strip().lower().decode("latin-1"): value.strip().decode("utf-8", "replace") for name, value in pairs}


def body(raw: bytes, of: Head, limit: int) -> tuple[bytes, str | None]:
    """The body as a browser would get it, at most `limit` + 1 bytes of it; and what is wrong with it, if anything."""
    if "chunked" in of.headers.get("transfer-encoding", "").lower():
        raw = _unchunked(raw)
    wrong = None
    codings = [c.strip() for c in of.headers.get("content-encoding", "").lower().split(",") if c.strip()]
    for coding in reversed(codings[:3]):
        if coding in {"gzip", "x-gzip", "deflate"}:
            raw, whole = inflate(raw, coding.removeprefix("x-"), limit)
            wrong = wrong or (None if whole else "the body ends early")
        elif coding != "identity":
            return raw, f"the body is packed with {coding[:20]}, which is not read here"
    return raw[: limit + 1], wrong


def _unchunked(raw: bytes) -> bytes:
    """Join the chunks; a body that is not chunked after all comes back as it is."""
    pieces: list[bytes] = []
    at = 0
    while at < len(raw):
        end = raw.find(b"\n", at, at + 100)
        size_text = raw[at:end].partition(b";")[0].strip() if end >= 0 else b""
        try:
            size = int(size_text, 16)
        except ValueError:
            break
        if size <= 0:
            return b"".join(pieces)
        pieces.append(raw[end + 1 : end + 1 + size])
        at = end + 1 + size
        at += 2 if raw[at : at + 2] == b"\r\n" else 1
    return b"".join(pieces) if pieces else raw
