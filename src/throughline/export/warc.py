"""Captured pages as a WARC file with its index, to be packed as evidence.

In: pages, and the day that each reached the story. Out: a gzipped WARC 1.1, a record a page, and lines of CDXJ.
Invariants: a record holds the page's bytes as they were captured. Its address is the one that they were captured from,
as the container, a mark of the saving or a person says; what the page itself calls its address tells nothing of that.
A page of no such address, or that came wrapped in something else, goes by a urn. Its date is that of the capture, to
the day, where anyone knows it, else when the page reached the story; never that of publication.
"""

import json
import re
import uuid
from collections.abc import Iterable
from datetime import datetime
from importlib.metadata import version
from io import BytesIO
from typing import IO, TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from throughline.export.values import address
from throughline.model import Page

if TYPE_CHECKING:
    from warcio.warcwriter import WARCWriter

FILE = "data.warc.gz"
_SERVED = frozenset({"text/html", "text/plain"})  # what an address gives as it is; the rest came wrapped
_NOT_SENT = re.compile(r"[^\x20-\x7e]")


class Capture(NamedTuple):
    """A page to be recorded, and when it reached the story."""

    page: Page
    arrived: datetime

    @property
    def target(self) -> str:
        """The address of the record."""
        own = address(self.page.declared.url) if self.page.media_type in _SERVED else None
        return own or f"urn:throughline:{self.page.id}"

    @property
    def moment(self) -> str:
        """When the page was captured: a day, or, for want of one, the second by which it was here."""
        return self.page.captured.isoformat() if self.page.captured else f"{self.arrived:%Y-%m-%dT%H:%M:%SZ}"

    @property
    def stamp(self) -> str:
        """The same as indexes write it, of fourteen digits."""
        return "".join(filter(str.isdigit, self.moment)).ljust(14, "0")


class Recorded(NamedTuple):
    """A record that was written: the address and the date that it has, and its line of the index."""

    target: str
    moment: str
    line: str


def record(captures: Iterable[Capture], story: str, file: IO[bytes]) -> list[Recorded]:
    """Write a WARC of captures to a file, and tell what was written, capture by capture."""
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415 - no listing should pay for it

    writer = WARCWriter(file, gzip=True, warc_version="WARC/1.1")
    about = {
        "software": f"throughline {version('throughline')}",
        "format": "WARC file version 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "isPartOf": _NOT_SENT.sub("?", story),
        "description": "Pages as they were captured. A date to the day is that of the capture; one to the second is"
        " when the page was put into the story, for want of a better",
    }
    writer.write_record(writer.create_warcinfo_record(FILE, about))
    return [Recorded(one.target, one.moment, _record(one, writer, file)) for one in captures]


def _record(one: Capture, writer: "WARCWriter", file: IO[bytes]) -> str:
    headers = {
        "WARC-Date": one.moment,
        "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'urn:throughline:{one.page.id}')}>",
    }
    made = writer.create_warc_record(
        one.target,
        "resource",
        payload=BytesIO(one.page.data),
        length=len(one.page.data),
        warc_content_type=one.page.media_type,
        warc_headers_dict=headers,
    )
    start = file.tell()
    writer.write_record(made)
    told = {
        "url": one.target,
        "mime": one.page.media_type,
        "digest": made.rec_headers.get_header("WARC-Payload-Digest"),
        "length": str(file.tell() - start),
        "offset": str(start),
        "filename": FILE,
    }
    return f"{key(one.target)} {one.stamp} {json.dumps(told)}\n"


def key(url: str) -> str:
    """An address as indexes sort it (SURT): the host turned round, lower case, the query in order.

    >>> key("https://www.vale.example:8080/News?b=2&a=1")
    'example,vale:8080)/news?a=1&b=2'
    """
    if not url.startswith(("http://", "https://")):
        return url
    parts = urlsplit(re.sub(r"^(https?://)www\d*\.", r"\1", url.lower()))
    host, colon, port = parts.netloc.rpartition("@")[2].partition(":")
    usual = {"http": "80", "https": "443"}[parts.scheme]
    place = ",".join(reversed(host.split("."))) + (f":{port}" if colon and port not in {"", usual} else "")
    query = "&".join(sorted(parts.query.split("&")))
    return f"{place}){parts.path or '/'}{f'?{query}' if query else ''}"
