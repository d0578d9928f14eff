"""What a page's markup says beside its text: JSON-LD, meta elements, links, titles and days.

In: a parsed page, before trafilatura spends it. Out: `Clues`. Every value is a word of the page's publisher; what
is missing stays missing. Where several speak, schema.org's structured data goes first, then Open Graph, then the
rest, as newsrooms fill them with more care in that order.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from urllib.parse import urlsplit

from lxml import html

from throughline.extract.days import dayclues
from throughline.extract.draft import Clues
from throughline.extract.markup import shown, structured
from throughline.extract.masthead import people

_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title")
_OUTLET_METAS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher")
_AUTHOR_METAS = (
    "author", "article:author", "article:author_name", "og:article:author", "dc.creator", "dcterms.creator",
    "dc:creator", "dcterms:creator", "parsely-author", "sailthru.author", "byl", "cxenseparse:author",
    "creator", "authors", "article.author", "vr:author",
)  # fmt: skip
_AUTHOR_KEYS = ("author", "creator")  # of schema.org
_LABELS = ("twitter:label1", "twitter:label2")  # pairs of label and value: an author only under "Written by"
_WRITTEN_BY = re.compile(
    r"written by|author|autor|verfasst|geschrieben|escrito|écrit|scritto|^(?:by|von|por|par|di)$", re.IGNORECASE
)
_SECTION_METAS = ("article:section", "og:article:section", "parsely-section", "sailthru.section", "dc.subject.section",
                  "cxenseparse:category", "section", "news_section")  # fmt: skip
_STANDFIRST_METAS = ("og:description", "description", "twitter:description", "dc.description")
_MOST = 12  # of each kind of clue


def clues(root: html.HtmlElement) -> Clues:
    """Read everything that the markup says about the article."""
    metas = _metas(root)
    data = structured.read(root)
    seen = shown.read(root)
    return Clues(
        titles=_unique(_titles(root, data, metas)),
        outlet=_outlet(data, metas),
        authors=_unique(_authors(data, metas)),
        url=_url(root, metas),
        language=_language(root, metas),
        region=_region(root, metas),
        days=dayclues.find(root, data.nodes, metas),
        bylines=seen.bylines,
        headings=seen.headings,
        standfirsts=_unique((*seen.standfirsts, *_values(metas, _STANDFIRST_METAS))),
        sections=_unique(_sections(data, metas, seen.trail)),
        bodies=_unique(name for key in _AUTHOR_KEYS for name, is_group in data.people(key) if is_group),
    )


def _metas(root: html.HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = (element.get("content") or "").strip()
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        if name and content:
            metas.setdefault(name, []).append(content)
    return metas


def _values(metas: Mapping[str, list[str]], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from metas.get(name, [])


def _titles(root: html.HtmlElement, data: structured.Structured, metas: Mapping[str, list[str]]) -> Iterator[str]:
    yield from data.words("headline")
    yield from _values(metas, _TITLE_METAS)
    title = root.find(".//title")
    if title is not None:
        yield " ".join(("".join(str(part) for part in title.itertext())).split())


def _outlet(data: structured.Structured, metas: Mapping[str, list[str]]) -> str | None:
    candidates = (*metas.get("og:site_name", []), *data.words("publisher"), *_values(metas, _OUTLET_METAS))
    return next((name for name in candidates if name and not name.startswith(("http", "@"))), None)


def _authors(data: structured.Structured, metas: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield who is declared as author: a group only where its name is a person's."""
    for key in _AUTHOR_KEYS:
        yield from (name for name, is_group in data.people(key) if not is_group or people.is_full_name(name))
    yield from _values(metas, _AUTHOR_METAS)
    for words in metas.get("citation_author", []):
        last, _, first = words.partition(",")
        yield f"{first} {last}"
    for label in _LABELS:
        if any(_WRITTEN_BY.search(words) for words in metas.get(label, [])):
            yield from metas.get(label.replace("label", "data"), [])


def _sections(
    data: structured.Structured, metas: Mapping[str, list[str]], shown_trail: tuple[str, ...]
) -> Iterator[str]:
    """Yield the outlet's words for the part it ran in: declared, then along the trail from the front page."""
    yield from _values(metas, _SECTION_METAS)
    yield from data.words("articleSection")
    for trail in structured.trail(data.trails):
        yield from trail
    yield from shown_trail


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
    codes = (re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", tag) for tag in _tags(root, metas))
    return next((code.group().lower() for code in codes if code), None)


def _region(root: html.HtmlElement, metas: Mapping[str, list[str]]) -> str | None:
    codes = (re.match(r"[A-Za-z]{2,3}[-_]([A-Za-z]{2})(?![A-Za-z])", tag) for tag in _tags(root, metas))
    return next((code[1].upper() for code in codes if code), None)


def _tags(root: html.HtmlElement, metas: Mapping[str, list[str]]) -> Iterator[str]:
    """List what names the page's language and region: "en-GB", "en_GB"."""
    declared = (root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"), root.get("xml:lang"))
    for words in (*declared, *metas.get("og:locale", []), *metas.get("language", [])):
        yield (words or "").strip()


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    """Drop repeats and what is empty; make entities characters."""
    found: dict[str, str] = {}
    for value in values:
        clean = " ".join(unescape(value).split())
        if clean:
            found.setdefault(clean.casefold(), clean)
    return tuple(found.values())[:_MOST]
