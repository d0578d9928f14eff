"""What a saved file says about its own saving: the address it was saved from, and the day.

Browsers and archivers leave marks: "saved from url=(0042)https://..." (Internet Explorer, Chrome), the comment of
SingleFile, the headers of MHTML. They say where a page came from, not what it says: container facts.
"""

import re
from datetime import date, datetime
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from typing import Final

from throughline.extract.media import MHTML

_LOOK_BYTES: Final = 8192  # the marks stand in the first lines
_SAVED_FROM = re.compile(rb"<!-- saved from url=\(\d{1,5}\)(\S{1,2000}) -->")
_SINGLE_FILE = re.compile(
    rb"Page saved with SingleFile\s{1,20}url: (\S{1,2000})\s{1,20}saved date: "
    rb"[A-Z][a-z]{2} ([A-Z][a-z]{2} \d{1,2} \d{4})"
)


def marks(data: bytes, media_type: str) -> tuple[str | None, date | None]:
    """The address and the day of capture, each None where the file is silent."""
    head = data[:_LOOK_BYTES]
    if media_type == MHTML:
        return _of_mhtml(head)
    single = _SINGLE_FILE.search(head)
    if single:
        return _web(single.group(1)), _day(single.group(2).decode("ascii"))
    saved = _SAVED_FROM.search(head)
    return (_web(saved.group(1)), None) if saved else (None, None)


def _of_mhtml(head: bytes) -> tuple[str | None, date | None]:
    headers = BytesHeaderParser().parsebytes(head)
    address = headers.get("Snapshot-Content-Location") or headers.get("Content-Location") or ""
    try:
        day = parsedate_to_datetime(str(headers.get("Date", ""))).date()
    except (ValueError, TypeError, IndexError):
        day = None
    return _web(str(address).strip().encode("utf-8", "replace")), day


def _web(address: bytes) -> str | None:
    text = address.decode("utf-8", "replace")
    return text if text.startswith(("http://", "https://")) else None


def _day(words: str) -> date | None:
    try:
        return datetime.strptime(words, "%b %d %Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
