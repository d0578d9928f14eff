"""What a page's markup says beside its text: JSON-LD, meta elements, links, titles and days.

In: a parsed page, before trafilatura spends it. Out: `Clues`. Every value is a word of the page's publisher; what
is missing stays missing. Where several speak, schema.org's structured data goes first, then Open Graph, then the
rest, as newsrooms fill them with more care in that order.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from lxml import html

from throughline.extract import dayclues
from throughline.extract.draft import Clues

_ARTICLE_TYPES = ("Article", "BlogPosting", "Posting", "Report")  # schema.org's; NewsArticle ends in one of them
_PAGE_TYPES = ("WebPage", "VideoObject", "Review", "Recipe")
_LONGEST_JSON = 1_000_000  # characters of one JSON-LD block; the largest real one of 1,655 pages has 400,000
_MOST_NODES = 5_000
_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title")
_OUTLET_METAS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher")
_AUTHOR_METAS = (
    "author", "article:author", "article:author_name", "dc.creator", "dcterms.creator", "parsely-author",
    "sailthru.author", "byl", "twitter:data1", "citation_author",
)  # fmt: skip
_AUTHOR_LABEL = {"twitter:data1": "twitter:label1"}  # a pair of label and value: an author only under "Written by"
_WRITTEN_BY = re.compile(r"written by|author|autor|von|por|par", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,200}>")


def clues(root: html.HtmlElement) -> Clues:
    """Read everything that the markup says about the article."""
    metas = _metas(root)
    everything = list(_structured(root))
    nodes = [node for node in everything if _is_of(node, _ARTICLE_TYPES)]
    nodes = nodes or [node for node in everything if _is_of(node, _PAGE_TYPES)]
    people = {node["@id"]: node.get("name") for node in everything if isinstance(node.get("@id"), str)}
    url = _url(root, metas)
    return Clues(
        titles=tuple(_unique(_titles(root, nodes, metas))),
        outlet=_outlet(nodes, metas),
        authors=tuple(_unique(_authors(nodes, people, metas))),
        url=url,
        language=_language(root, metas),
        days=dayclues.find(root, nodes, metas),
    )


def _metas(root: html.HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = (element.get("content") or "").strip()
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        if name and content:
            metas.setdefault(name, []).append(content)
    return metas


def _structured(root: html.HtmlElement) -> Iterator[Mapping[str, Any]]:
    """Walk every object of every JSON-LD block, outermost first; what does not parse is passed over."""
    for element in root.iter("script"):
        if "ld+json" not in (element.get("type") or ""):
            continue
        source = (element.text or "").strip().removeprefix("<!--").removesuffix("-->")
        if len(source) > _LONGEST_JSON:
            continue
        try:
            queue = [json.loads(source, strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MOST_NODES):
            if not queue:
                break
            node = queue.pop(0)
            if isinstance(node, list):
                queue.extend(node)
            elif isinstance(node, dict):
                yield node
                queue.extend(node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node)


def _is_of(node: Mapping[str, Any], types: tuple[str, ...]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(types) for kind in kinds)


def _words(value: object) -> Iterator[str]:
    """Every name in a JSON-LD value: a string, an object with a name, or a list of those."""
    if isinstance(value, str):
        yield " ".join(_TAG.sub(" ", value).split())
    elif isinstance(value, dict):
        yield from _words(value.get("name"))
    elif isinstance(value, list):
        for item in value[:20]:
            yield from _words(item)


def _titles(
    root: html.HtmlElement, nodes: Iterable[Mapping[str, Any]], metas: Mapping[str, list[str]]
) -> Iterator[str]:
    for node in nodes:
        yield from _words(node.get("headline"))
    for name in _TITLE_METAS:
        yield from metas.get(name, [])
    title = root.find(".//title")
    if title is not None:
        yield " ".join(("".join(str(part) for part in title.itertext())).split())


def _outlet(nodes: Iterable[Mapping[str, Any]], metas: Mapping[str, list[str]]) -> str | None:
    candidates = list(metas.get("og:site_name", []))
    for node in nodes:
        candidates.extend(_words(node.get("publisher")))
    for name in _OUTLET_METAS:
        candidates.extend(metas.get(name, []))
    return next((name for name in candidates if name and not name.startswith(("http", "@"))), None)


def _authors(
    nodes: Iterable[Mapping[str, Any]], people: Mapping[str, object], metas: Mapping[str, list[str]]
) -> Iterator[str]:
    for node in nodes:
        author = node.get("author")
        yield from _words(author)
        for one in author if isinstance(author, list) else [author]:
            if isinstance(one, dict) and "name" not in one and isinstance(one.get("@id"), str):
                yield from _words(people.get(one["@id"]))
    for name in _AUTHOR_METAS:
        label = _AUTHOR_LABEL.get(name)
        if label is None or any(_WRITTEN_BY.search(text) for text in metas.get(label, [])):
            yield from metas.get(name, [])


def _url(root: html.HtmlElement, metas: Mapping[str, list[str]]) -> str | None:
    links = [
        element.get("href") or ""
        for element in root.iter("link")
        if "canonical" in (element.get("rel") or "").lower().split()
    ]
    for address in (*links, *metas.get("og:url", [])):
        if is_address(address.strip()):
            return address.strip()
    return None


def is_address(address: str) -> bool:
    """Tell whether it is a whole http(s) address."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _language(root: html.HtmlElement, metas: Mapping[str, list[str]]) -> str | None:
    declared = (root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"), root.get("xml:lang"))
    for words in (*declared, *metas.get("og:locale", []), *metas.get("language", [])):
        code = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", (words or "").strip())
        if code:
            return code.group().lower()
    return None


def _unique(values: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for value in values:
        clean = " ".join(unescape(value).split())
        if clean and clean.casefold() not in seen:
            seen.add(clean.casefold())
            yield clean
