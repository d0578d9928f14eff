"""What a page's markup says of its day: structured data, meta elements, microdata, time elements, scripts.

In: a parsed page, its structured data and its meta elements. Out: `DayClue`s: the words as they stand, unread, each
with its kind and a reason for a person. Nothing is decided here: a page's day of change is a clue as well.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any

from lxml import html

from throughline.extract.draft import DayClue
from throughline.text.stems import holds

_PUBLISHED_METAS = (
    "article:published_time", "og:published_time", "og:article:published_time", "article:published", "pubdate",
    "publishdate", "publish_date", "publish-date", "publication_date", "publication-date", "published-date",
    "published_date", "published", "datepublished", "dc.date.issued", "dcterms.issued", "parsely-pub-date",
    "cxenseparse:recs:publishtime", "citation_publication_date", "citation_online_date", "citation_date",
    "prism.publicationdate", "article.published", "originalpublicationdate", "publishtime", "date.issued",
    "video:release_date", "og:release_date", "og:pubdate", "bt:pubdate", "last-published",
)  # fmt: skip
_DATED_METAS = (
    "date", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "sailthru.date", "ptime", "displaydate",
    "article:create_date", "created", "article_date_original", "article.created", "datecreated", "rnews:datepublished",
    "dc.created", "search.date", "pub_date", "date_published", "timestamp",
)  # fmt: skip
_CHANGED_METAS = (
    "article:modified_time", "og:updated_time", "article:modified", "last-modified", "lastmod", "datemodified",
    "dc.date.modified", "dcterms.modified", "modified", "updated", "revised", "date.modified", "og:modified_time",
    "modified_date", "modified-date", "last-updated", "last_updated", "article.updated",
)  # fmt: skip
_METAS = {
    **dict.fromkeys(_PUBLISHED_METAS, "meta published"),
    **dict.fromkeys(_DATED_METAS, "meta date"),
    **dict.fromkeys(_CHANGED_METAS, "meta changed"),
}
_PROPERTIES = {
    "datepublished": "published", "datecreated": "published", "uploaddate": "published", "dc:date": "published",
    "dc:created": "published", "dcterms:created": "published", "dcterms:issued": "published",
    "article:published_time": "published", "datemodified": "changed", "dcterms:modified": "changed",
}  # fmt: skip
_IN_DATA = {
    "datePublished": "published", "dateCreated": "created", "uploadDate": "created", "dateModified": "changed",
}  # fmt: skip
_MOMENT = re.compile(
    r"\s*(?P<day>\d{4}-\d\d-\d\d)[T ](?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?\s*", re.ASCII
)
_MOST_OF_KIND = 6  # clues: a page that says it more often lists other pages
_LONGEST = 80  # characters of an element that is a date
_SCRIPT = 400_000  # characters of scripts that are looked through
_IN_SCRIPT = re.compile(
    r"""["'](?P<day>(?:19|20)\d\d-[01]\d-[0-3]\d(?:[T ][\d:.]{5,12}(?:Z|[+-]\d\d:?\d\d)?)?)""", re.ASCII
)
_KEY = re.compile(r"""([A-Za-z_-]{2,40})\\?["']?\s{0,2}[:=,]\s{0,2}\\?$""", re.ASCII)
_KEY_PUBLISHED = re.compile(r"publi[sc]|pubdate|^date$|release|issue|first|^created?", re.IGNORECASE)
_KEY_CHANGED = re.compile(r"modif|updat|chang", re.IGNORECASE)
_APART = re.compile(
    r"comment|related|sidebar|footer|widget|recommend|teaser|kommentar|latest|recent|more-", re.IGNORECASE
)
_CLASSED = re.compile(
    r"(?<![a-z])(?:pub)?(?:date|time|datum|fecha|published|posted|calendar)(?![a-rt-z])|publi(?:sh|c)", re.IGNORECASE
)
_CLASS_STEMS = ("dat", "time", "fecha", "publi", "posted", "calendar")  # one of these is in whatever that finds
_CLASS_CHANGED = re.compile(r"updat|modif|aktualis", re.IGNORECASE)
# The elements that pages put a date in, and the title; links, lists and pictures with such a class are of other pages.
_TAGS = (
    *("h1", "time", "abbr", "span", "div", "small", "td", "dd", "b", "strong", "em", "i", "font", "label", "cite"),
    *("h3", "h4", "h5", "h6", "header", "section", "ul", "data"),
)
_MOST_PIECES = 12  # of text in an element that is a date
_UP = 4  # elements around a date that are asked whether they are of another page or a reader


def find(
    root: html.HtmlElement, nodes: Iterable[Mapping[str, Any]], metas: Mapping[str, list[str]]
) -> tuple[DayClue, ...]:
    """Collect the clues."""
    return tuple(chain(_stated(nodes), _metas(metas), _elements(root), _scripts(root)))


def spoken(words: str) -> str:
    """Say a moment that is written for machines to a person.

    >>> spoken("2018-03-05T19:30:00Z")
    '2018-03-05, at 19:30 in Greenwich'
    """
    match = _MOMENT.fullmatch(words)
    if match is None:
        return words.strip()
    zone = match["zone"] or ""
    where = f" ({zone})" if zone.strip("Z+-0:") else " in Greenwich" if zone else ""
    return f"{match['day']}, at {match['clock']}{where}"


def _stated(nodes: Iterable[Mapping[str, Any]]) -> Iterator[DayClue]:
    for node in islice(nodes, _MOST_OF_KIND):
        for key, kind in _IN_DATA.items():
            words = node.get(key)
            if isinstance(words, str) and words.strip():
                reason = f"the page's structured data says {kind} {spoken(words)}"
                yield DayClue(words, "json-ld", reason, f"json-ld {kind}")


def _metas(metas: Mapping[str, list[str]]) -> Iterator[DayClue]:
    for name, kind in _METAS.items():
        for words in metas.get(name, ())[:_MOST_OF_KIND]:
            yield DayClue(words, "meta", f"the page's meta element {name} says {spoken(words)}", kind)


def _elements(root: html.HtmlElement) -> Iterator[DayClue]:
    """Read time elements, microdata, and elements whose class says that they are a date."""
    title = False
    counts: dict[str, int] = {}
    for element in root.iter(*_TAGS):
        if element.tag == "h1":
            title = True
            continue
        kind = _kind(element, after_title=title)
        if kind is None or counts.get(kind, 0) >= _MOST_OF_KIND:
            continue
        words = _words(element)
        if words and len(words) < _LONGEST and any(map(str.isdecimal, words)):
            counts[kind] = counts.get(kind, 0) + 1
            basis = "time-element" if element.tag == "time" else "microdata"
            yield DayClue(words, basis, f"the page marks “{spoken(words)}” as a date", kind)


def _kind(element: html.HtmlElement, *, after_title: bool) -> str | None:
    names = (element.get("itemprop") or element.get("property") or "").lower().split()
    said = next(filter(None, (_PROPERTIES.get(name.removeprefix("schema:")) for name in names)), None)
    stated = said is not None
    classes = element.get("class") or ""
    is_time = element.tag == "time"
    if not stated and not is_time and not (holds(classes.lower(), _CLASS_STEMS) and _CLASSED.search(classes)):
        return None
    if _is_apart(element):
        return "time apart" if is_time else None
    if said is None and is_time:
        said = "published" if element.get("pubdate") is not None or "publish" in classes else None
    if said is None and _CLASS_CHANGED.search(classes):
        said = "changed"
    form = "property" if stated else "time" if is_time else "class"
    return f"{form} {said or ('under title' if after_title else 'over title')}"


def _is_apart(element: html.HtmlElement) -> bool:
    """Tell whether an element is of a comment, or of a list of other pages."""
    around: html.HtmlElement | None = element
    for _ in range(_UP):
        if around is None:
            return False
        if around.tag in {"aside", "footer"} or _APART.search(around.get("class") or ""):
            return True
        around = around.getparent()
    return False


def _words(element: html.HtmlElement) -> str:
    """What the element says for machines, else its text."""
    stated = element.get("datetime") or element.get("content") or ""
    if not stated and element.tag == "abbr":
        stated = element.get("title") or ""
    if stated:
        return stated.strip()
    return " ".join(" ".join(str(piece) for piece in islice(element.itertext(), _MOST_PIECES)).split())


def _scripts(root: html.HtmlElement) -> Iterator[DayClue]:
    """Read days under telling keys in the data that scripts carry, where all of them are one."""
    left = _SCRIPT
    found: dict[str, dict[str, tuple[str, str]]] = {"published": {}, "changed": {}}
    for element in root.iter("script"):
        source = (element.text or "")[:left]
        left -= len(source)
        if "ld+json" in (element.get("type") or ""):
            continue
        for match in islice(_IN_SCRIPT.finditer(source), 40):
            key = _KEY.search(source, max(0, match.start() - 50), match.start())
            if key is None:
                continue
            said = "changed" if _KEY_CHANGED.search(key[1]) else "published" if _KEY_PUBLISHED.search(key[1]) else None
            if said:
                found[said].setdefault(match["day"][:10], (key[1], match["day"]))
    for said, days in found.items():
        for name, day in islice(days.values(), _MOST_OF_KIND):
            form = "script" if len(days) == 1 else "scripts"
            yield DayClue(day, "script", f"a script of the page says {name} {spoken(day)}", f"{form} {said}")
