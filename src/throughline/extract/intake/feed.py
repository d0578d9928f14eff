"""A feed (RSS 0.9 to 2.0, RDF, Atom) to pages: one page per item, its element with the namespaces it needs.

Only its outlet (the item's source, else the feed's title) is declared with it: what the item itself says is read from
its bytes when the page is. feedparser gives no bytes, so the feed is taken apart here. Items that hold no text are one
problem together. Entities are never expanded and nothing is fetched.
"""

import re
from collections.abc import Iterator
from html.entities import name2codepoint
from typing import Final

from lxml import etree

from throughline.extract.intake.found import Found, Outcome, page, too_big, trouble, unreadable
from throughline.extract.intake.limits import Limits
from throughline.extract.media import ATOM, RSS, XML
from throughline.model import Declared, Severity

_TEXTS: Final = ("description", "encoded", "content", "summary", "fulltext", "body")
_AMPERSAND: Final = re.compile(rb"&(?!#[0-9]{1,7};|#x[0-9a-fA-F]{1,6};)(?:([A-Za-z][A-Za-z0-9]{1,31});)?")
_XML_ENTITIES: Final = {"amp", "lt", "gt", "quot", "apos"}
_NO_FEED: Final = "export it as RSS, Atom, HTML or JSON lines and add that"


def items(data: bytes, found: Found, limits: Limits) -> Iterator[Outcome]:
    """Split a feed; a damaged one is read as far as it goes."""
    root, fault = _parse(data)
    media_type = _feed_type(root) if root is not None else None
    if root is None or media_type is None:
        what = "XML, but no feed" if root is not None else "damaged XML"
        yield unreadable(page(found, data, XML), what, _NO_FEED)
        return
    outlet = _text(_child(root if media_type == ATOM else _channel(root), "title"))
    empty = number = 0
    for item in root.iter("{*}entry" if media_type == ATOM else "{*}item"):
        number += 1
        if not any(_text(child) for child in item if _local(child) in _TEXTS):
            empty += 1
            continue
        packed = _serialised(item)
        if len(packed) > limits.page_bytes:
            yield too_big(f"{found.source}#{number}", packed, limits.page_bytes)
            continue
        yield page(found, packed, media_type, at=f"#{number}", said=Declared(outlet=_outlet(item) or outlet))
    yield from _remarks(data, found, fault, (number, empty))


def _remarks(data: bytes, found: Found, fault: str | None, counts: tuple[int, int]) -> Iterator[Outcome]:
    """What is wrong with the feed as a whole; the feed is kept where items of it are not."""
    number, empty = counts
    if empty or not number:
        what = f"{empty:,} of its {number:,} items hold no text" if number else "a feed without items"
        yield unreadable(page(found, data, XML), what, "add the pages that the items point to instead")
    if fault:
        what = f"the feed is damaged and was read as far as it goes: {fault}"
        yield trouble(found.source, what, "save the feed again and add it", Severity.WARNING)


def _parse(data: bytes) -> tuple[etree._Element | None, str | None]:
    """The root, and what is wrong with the XML beyond the ampersands that feeds so often forget to escape."""
    try:
        return etree.fromstring(data, _parser(recover=False)), None
    except (etree.XMLSyntaxError, ValueError):
        mended = _mended(data.strip()) if b"\0" not in data else data
    try:
        return etree.fromstring(mended, _parser(recover=False)), None
    except (etree.XMLSyntaxError, ValueError) as error:
        fault = str(error)[:200]
    try:
        return etree.fromstring(mended, _parser(recover=True)), fault
    except (etree.XMLSyntaxError, ValueError):
        return None, fault


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover)


def _mended(data: bytes) -> bytes:
    """Outside CDATA: HTML's entities as numbers, every other stray ampersand as one."""
    pieces: list[bytes] = []
    at = 0
    while (start := data.find(b"<![CDATA[", at)) >= 0 and (end := data.find(b"]]>", start)) >= 0:
        pieces += [_AMPERSAND.sub(_ampersand, data[at:start]), data[start:end]]
        at = end
    return b"".join([*pieces, _AMPERSAND.sub(_ampersand, data[at:])])


def _ampersand(found: re.Match[bytes]) -> bytes:
    name = (found.group(1) or b"").decode("ascii")
    if name in _XML_ENTITIES:
        return found.group()
    code = name2codepoint.get(name)
    return b"&#%d;" % code if code else b"&amp;" + found.group()[1:]


def _feed_type(root: etree._Element) -> str | None:
    return {"rss": RSS, "RDF": RSS, "feed": ATOM}.get(_local(root))


def _channel(root: etree._Element) -> etree._Element:
    channel = _child(root, "channel")
    return root if channel is None else channel


def _outlet(item: etree._Element) -> str | None:
    """Where a collected item comes from."""
    source = _child(item, "source")
    title = _child(source, "title") if source is not None else None
    return _text(title if title is not None else source)


def _serialised(item: etree._Element) -> bytes:
    etree.strip_elements(item, etree.Entity, with_tail=False)  # the document's own: a feed has no use for them
    return etree.tostring(item, encoding="utf-8", with_tail=False)


def _child(parent: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in parent if _local(child) == name), None)


def _local(element: etree._Element) -> str:
    tag: object = element.tag  # a function for comments and the like
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _text(element: etree._Element | None) -> str | None:
    if element is None:
        return None
    return " ".join("".join(str(piece) for piece in element.itertext()).split()) or None
