"""One article's text, as a chat reads it: pages of passages, each with its place.

In: an article with its days. Out: plain values, or text. Invariants: a passage is a paragraph that findings may rest
on, as it stands; furniture and readers' comments are left out.
"""

from throughline.errors import QueryError
from throughline.export.values import Json
from throughline.model import Article, Dossier, Evidence

PAGE = 12_000  # characters of an article's page
_AROUND = 600  # characters shown on either side of evidence


def passages(opened: Dossier, page: int) -> dict[str, Json]:
    """A page of an article; QueryError where it has no such page."""
    article = opened.article
    found = _pages(article)
    if page > len(found):
        raise QueryError(f"{article.id} has {len(found)} pages of text: there is no page {page}")
    return {
        "kind": "article",
        "article": article.id,
        "url": article.url,
        "authors": list(article.authors),
        "page": page,
        "pages": len(found),
        "passages": list(found[page - 1]),
    }


def whole(opened: Dossier) -> str:
    """All of an article that findings may rest on, as text."""
    return "\n\n".join(words.words for words in _readable(opened.article))


def around(opened: Dossier, start: int, end: int) -> tuple[str, Evidence, str]:
    """The words at a place, and what stands before and after them; QueryError where the article is shorter."""
    article = opened.article
    if not 0 <= start < end <= len(article.text):
        raise QueryError(f"{article.id} has {len(article.text):,} characters: there is no place {start}-{end}")
    return (
        article.text[max(start - _AROUND, 0) : start],
        article.evidence(start, end),
        article.text[end : end + _AROUND],
    )


def _pages(article: Article) -> list[tuple[Evidence, ...]]:
    pages: list[list[Evidence]] = [[]]
    room = PAGE
    for passage in _readable(article):
        if room < len(passage.words) and pages[-1]:
            pages.append([])
            room = PAGE
        pages[-1].append(passage)
        room -= len(passage.words)
    return [tuple(page) for page in pages]


def _readable(article: Article) -> list[Evidence]:
    """Paragraphs; one that is longer than a page is cut in pieces."""
    return [
        article.evidence(start, min(start + PAGE, block.end))
        for block in article.blocks
        if block.is_readable
        for start in range(block.start, block.end, PAGE)
    ]
