"""What was captured, unchanged."""

from dataclasses import dataclass
from datetime import date

from throughline.model.ids import content_id


@dataclass(frozen=True, slots=True)
class Declared:
    """What the user, a sidecar or a container (feed, JSON line) says of a page, over what the page itself says.

    `published` is EDTF or any date text, read with `date_order` ("dmy", "mdy", "ymd" or None: unknown).
    """

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    date_order: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One captured page: its bytes, what kind they are, and when they were captured, if anyone knows.

    `media_type` is one of the MEDIA types that `extract` reads. `source` says where it was found (a path, an
    address, "pile.zip!a.html", "crawl.warc#12"); it is shown to people and is no part of the identity, so the
    same bytes found twice are one page.
    """

    id: str
    source: str
    media_type: str
    data: bytes
    captured: date | None
    declared: Declared


def page_of(
    data: bytes, media_type: str, source: str, declared: Declared | None = None, captured: date | None = None
) -> Page:
    """Make a `Page`; its id is a hash of the bytes, the media type, the capture day and what was declared."""
    declared = declared or Declared()
    identity = (
        declared.title,
        declared.outlet,
        declared.url,
        declared.published,
        declared.date_order,
        declared.language,
    )
    return Page(
        content_id("page", data, media_type, captured, *identity),
        source,
        media_type,
        data,
        captured,
        declared,
    )
