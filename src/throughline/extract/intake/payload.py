"""The body of an HTTP response as archives store it to the bytes that a browser would get, within limits.

warcio joins the chunks. It is not asked to unpack: it unpacks each chunk whole, so that 20 MB of a bomb would become
20 GB, and tells of broken packing on stderr only.
"""

import io
import zlib
from typing import Final

from warcio.bufferedreaders import ChunkedDataReader
from warcio.statusandheaders import StatusAndHeaders

_MOST_CODINGS: Final = 3  # one over another; servers use one


def body(raw: bytes, head: StatusAndHeaders, limit: int) -> tuple[bytes, str | None]:
    """At most `limit` + 1 bytes of the body; and what is wrong with it, if anything."""
    if "chunked" in head.get_header("transfer-encoding", "").lower():
        raw = ChunkedDataReader(io.BytesIO(raw)).read()  # one that is not chunked after all comes back as it is
    wrong = None
    codings = [c.strip() for c in head.get_header("content-encoding", "").lower().split(",") if c.strip()]
    for coding in reversed(codings[:_MOST_CODINGS]):
        if coding in {"gzip", "x-gzip", "deflate"}:
            raw, whole = _inflate(raw, coding.removeprefix("x-"), limit)
            wrong = wrong or (None if whole else "the body ends early")
        elif coding != "identity":
            return raw, f"the body is packed with {coding[:20]}, which is not read here"
    return raw[: limit + 1], wrong


def _inflate(data: bytes, coding: str, limit: int) -> tuple[bytes, bool]:
    """Undo one content coding: at most `limit` + 1 bytes, and whether it ended as it should.

    Bytes that are not packed at all come back as they are: many tools unpack without correcting the header.
    """
    windows = (31,) if coding == "gzip" else (15, -15)  # zlib's numbers: gzip; deflate with and without zlib header
    for window in windows:
        unpacker = zlib.decompressobj(window)
        try:
            out = unpacker.decompress(data, limit + 1)
        except zlib.error:
            continue
        return out, unpacker.eof or len(out) > limit
    return data, not data.startswith(b"\x1f\x8b")
