"""What a page's markup says of its day: structured data, meta elements, time elements.

In: a parsed page, its structured data and its meta elements. Out: `DayClue`s, strongest first: the words as they
stand, unread, with a reason for a person.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lxml import html

from throughline.extract.draft import DayClue

_DAY_METAS = (
    "article:published_time", "og:published_time", "og:article:published_time", "article:published", "pubdate",
    "publishdate", "publish_date", "publish-date", "publication_date", "datepublished", "date", "dc.date",
    "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "dc.date.created", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "citation_publication_date", "article.published",
    "originalpublicationdate", "ptime", "displaydate", "date.issued", "article:create_date", "created",
)  # fmt: skip
_MOST = 12  # clues of one page


def find(
    root: html.HtmlElement, nodes: Iterable[Mapping[str, Any]], metas: Mapping[str, list[str]]
) -> tuple[DayClue, ...]:
    """Collect the clues."""
    return tuple(_clues(root, nodes, metas))[:_MOST]


def _clues(
    root: html.HtmlElement, nodes: Iterable[Mapping[str, Any]], metas: Mapping[str, list[str]]
) -> Iterator[DayClue]:
    for node in nodes:
        for key in ("datePublished", "dateCreated"):
            if isinstance(node.get(key), str):
                yield DayClue(node[key], "json-ld", f"the page's structured data has {key} {node[key]}")
    for name in _DAY_METAS:
        for words in metas.get(name, []):
            yield DayClue(words, "meta", f"the page's meta element {name} says {words}")
    for element in root.iter("time"):
        if (element.get("itemprop") or "").lower() == "datemodified":
            continue
        words = element.get("datetime") or " ".join("".join(str(part) for part in element.itertext()).split())
        if words and len(words) < 80:
            yield DayClue(words, "time-element", f"a time element of the page says {words}")
