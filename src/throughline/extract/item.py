"""Pages that come wrapped: a JSON line, an item of a feed, an MHTML archive.

In: the page. Out: a `Draft` of the text or markup inside, with what the wrapping says of title, day and address.
"""

import email
import email.policy
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import feedparser

from throughline.extract import html, plain
from throughline.extract.draft import Clues, DayClue, Draft
from throughline.extract.intake.decode import decode
from throughline.extract.markup.metadata import is_address
from throughline.model import Page

_TEXTS = ("text", "body", "content", "article", "maintext", "article_text", "plain_text")
_MARKUPS = ("html", "content_html", "raw_html", "body_html")
_TITLES = ("title", "headline")
_DAYS = ("date", "published", "date_published", "date_publish", "publication_date", "pubdate", "datePublished", "time")
_ADDRESSES = ("url", "link", "canonical", "source_url")
_OUTLETS = ("outlet", "site_name", "sitename", "publisher", "source", "domain", "publication")
_AUTHORS = ("authors", "author", "byline", "creator")


class UnreadableError(Exception):
    """The wrapping does not hold a page; the message says why."""


def line(page: Page, choose: html.Choose | None = None) -> Draft:
    """Read a JSON object: its `text` or its `html`, whichever it has."""
    try:
        record = json.loads(decode(page.data, None), strict=False)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"not a JSON object: {error}") from error
    if not isinstance(record, dict):
        raise UnreadableError("not a JSON object")
    clues = _record_clues(record)
    text = _first(record, _TEXTS)
    if text is not None:
        return _under(plain.given(text), clues)
    markup = _first(record, _MARKUPS)
    if markup is None:
        raise UnreadableError(f"no text in it: none of the keys {', '.join((*_TEXTS[:3], *_MARKUPS[:2]))} holds any")
    return _under(html.draft(markup, _by(clues, choose)), clues)


def _first(record: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    """Find the first key that holds words; a number of plausible digits counts as the words that write it."""
    for key in keys:
        value = record.get(key)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, int) and not isinstance(value, bool) and key in _DAYS:
            return str(value)
    return None


def _record_clues(record: Mapping[str, Any]) -> Clues:
    title, day, address = _first(record, _TITLES), _first(record, _DAYS), _first(record, _ADDRESSES)
    authors: list[str] = []
    for key in _AUTHORS:
        value = record.get(key)
        authors.extend([value] if isinstance(value, str) else [])
        authors.extend([name for name in value if isinstance(name, str)] if isinstance(value, list) else [])
    language = record.get("language") or record.get("lang")
    return Clues(
        titles=(title,) if title else (),
        outlet=_first(record, _OUTLETS),
        authors=tuple(authors),
        url=address if address and is_address(address) else None,
        language=language if isinstance(language, str) else None,
        days=(DayClue(day, "json", f"the JSON line is dated {day}"),) if day else (),
    )


def _under(draft: Draft, clues: Clues) -> Draft:
    """Lay what the wrapping says over what the text says."""
    inner = draft.clues
    return replace(
        draft,
        clues=replace(
            inner,
            titles=(*clues.titles, *inner.titles),
            outlet=clues.outlet or inner.outlet,
            authors=clues.authors or inner.authors,
            url=clues.url or inner.url,
            language=clues.language or inner.language,
            days=(*clues.days, *inner.days),
        ),
    )


def feed(page: Page, choose: html.Choose | None = None) -> Draft:
    """Read one item of a feed, given alone or in a feed of one."""
    source = decode(page.data, None).strip()
    entry = _entry(source)
    if entry is None:
        raise UnreadableError("no item of a feed")
    title = " ".join(str(entry.get("title") or "").split())
    contents = [str(part.get("value") or "") for part in entry.get("content") or ()]
    inside = max([*contents, str(entry.get("summary") or "")], key=len)
    if not inside.strip():
        raise UnreadableError("the item has a title and no text")
    day = entry.get("published") or entry.get("created") or entry.get("updated")
    link = str(entry.get("link") or "")
    outlet = (entry.get("source") or {}).get("title")
    clues = Clues(
        titles=(title,) if title else (),
        outlet=str(outlet) if outlet else None,
        authors=tuple(str(author["name"]) for author in entry.get("authors") or () if author.get("name")),
        url=link if is_address(link) else None,
        language=None,
        days=(DayClue(str(day), "feed", f"the feed dates the item {day}"),) if day else (),
    )
    return _under(html.fragment(title, inside, _by(clues, choose)), clues)


def _by(outer: Clues, choose: html.Choose | None) -> html.Choose | None:
    """Choose a layout by the wrapping's address and days before the markup's own."""
    if choose is None:
        return None
    return lambda inner: choose(replace(inner, url=outer.url or inner.url, days=(*outer.days, *inner.days)))


def _entry(source: str) -> Mapping[str, Any] | None:
    if source.startswith("<?xml"):
        source = source.partition("?>")[2].strip()
    if source.startswith("<item"):
        source = f"<rss version='2.0'><channel><title/>{source}</channel></rss>"
    elif source.startswith("<entry"):
        source = f"<feed xmlns='http://www.w3.org/2005/Atom'>{source}</feed>"
    try:
        entries = feedparser.parse(source.encode("utf-8", "replace")).entries
    except Exception:  # noqa: BLE001 - a feed that breaks the parser is no feed
        return None
    return entries[0] if entries else None


def archive(page: Page, choose: html.Choose | None = None) -> Draft:
    """Read the main document of an MHTML archive: its first HTML part, else its first text."""
    try:
        message = email.message_from_bytes(page.data, policy=email.policy.default)
        parts = [part for part in message.walk() if not part.is_multipart()]
    except Exception as error:  # the email package raises many kinds on broken input
        raise UnreadableError("not an MHTML archive") from error
    for kind in ("text/html", "text/plain"):
        for part in parts:
            if part.get_content_type() == kind:
                data = part.get_payload(decode=True)
                text = decode(data if isinstance(data, bytes) else b"", part.get_content_charset())
                address = str(part.get("Content-Location") or message.get("Snapshot-Content-Location") or "").strip()
                clues = Clues(url=address if is_address(address) else None)
                is_html = kind == "text/html"
                return _under(html.draft(text, _by(clues, choose)) if is_html else plain.draft(text), clues)
    raise UnreadableError("no HTML in the archive")
