"""CSL-JSON: every article as a source to cite, for Zotero, Pandoc and every citation processor.

In: holdings. Out: one JSON array. Invariants: `issued` holds only what is certain (a day, month, year, or a range
marked `circa`); where no such date can be written it is left out and the note says what is known; a name is never taken
apart ("literal"), because nobody told us how. The second clock, and what CSL has no field for, stand under `custom`.
"""

from collections.abc import Iterator
from datetime import date

from throughline.export.holdings import Holdings
from throughline.export.values import Json, address, day, dumps
from throughline.export.wording import days
from throughline.model import Article, Grain, When

_COARSE = {Grain.YEAR: 1, Grain.MONTH: 2}


def lines(holdings: Holdings) -> Iterator[str]:
    """Every article, sorted by id."""
    items = [_item(article, holdings) for article in holdings.articles]
    yield dumps(sorted(items, key=lambda item: str(item["id"])), indent=1) + "\n"


def _item(article: Article, holdings: Holdings) -> dict[str, Json]:
    head = holdings.heads.get(article.id)
    published = head.published if head else article.published.when
    captured = head.captured if head else None
    item = {
        "id": article.id,
        "type": "article-newspaper" if article.outlet else "webpage" if address(article.url) else "document",
        "title": article.title,
        "author": [{"literal": name} for name in article.authors] or None,
        "container-title": article.outlet,
        "section": article.section,
        "issued": _issued(published),
        "accessed": {"date-parts": [_parts(captured, 3)]} if captured else None,
        "URL": address(article.url),
        "language": article.language,
        "note": _note(article, published, holdings) or None,
        "custom": {
            "published": published.edtf,
            "known": day(holdings.known(article.id)),
            "source": article.source,
            "origin": article.origin.name if article.origin else None,
            "copy_of": holdings.copies.get(article.id),
            "version_of": holdings.versions.get(article.id),
        },
    }
    return {name: value for name, value in item.items() if value is not None}


def _issued(when: When) -> dict[str, Json] | None:
    if when.first is None or when.last is None:
        return None
    size = _COARSE.get(when.grain, 3)
    first, last = _parts(when.first, size), _parts(when.last, size)
    issued: dict[str, Json] = {"date-parts": [first] if first == last else [first, last]}
    return issued | ({"circa": True} if when.approximate or first != last else {})


def _parts(moment: date, size: int) -> list[int]:
    return [moment.year, moment.month, moment.day][:size]


def _note(article: Article, published: When, holdings: Holdings) -> str:
    notes = []
    if published.first is None or published.last is None:
        notes.append(f"Date of publication: {days(published)}.")
    if article.id in holdings.copies:
        notes.append(f"A copy of {holdings.copies[article.id]}.")
    if article.id in holdings.versions:
        notes.append(f"A later version of {holdings.versions[article.id]}.")
    return " ".join(notes)
