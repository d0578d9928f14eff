"""A draft to an article: its title, outlet, authors, origin, dateline, language, and what claims its day.

In: the page and its `Draft`. Out: the `Article`. What the user declared wins, then what a container or the markup
says, then what stands on the page. What nobody says stays None.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from throughline.dates import settle
from throughline.extract import claims, dateline, furniture, language, names
from throughline.extract.draft import Draft
from throughline.model import Article, Evidence, Origin, Page, Role, Span, content_id


def finish(page: Page, draft: Draft) -> Article:
    """Make the article of a draft."""
    declared, clues, text = page.declared, draft.clues, draft.text
    article = content_id("article", page.id)
    url = declared.url or clues.url
    outlet = declared.outlet or clues.outlet or _outlet_on_page(draft) or names.outlet_of_address(url)
    found = _dateline(draft)
    body = tuple((block.start, block.end) for block in draft.blocks if block.is_readable)
    return Article(
        id=article,
        page=page.id,
        source=page.source,
        title=declared.title or names.title(clues.titles, _said(draft, Role.TITLE), outlet),
        outlet=outlet,
        authors=names.people(clues.authors or _bylines(draft), outlet),
        url=url,
        language=declared.language or clues.language or language.guess(text[a:b] for a, b in body[:20]),
        published=settle(claims.gather(page, draft, article, url), article, text, _spans(draft), page.captured),
        origin=_origin(draft, article, found),
        dateline=found.place if found else None,
        text=text,
        blocks=draft.blocks,
    )


def _spans(draft: Draft) -> tuple[Span, ...]:
    return tuple(Span(block.start, block.end) for block in draft.blocks if block.is_readable)


def _said(draft: Draft, role: Role) -> tuple[str, ...]:
    """What the blocks of a role say, in order."""
    return tuple(" ".join(draft.text[b.start : b.end].split()) for b in draft.blocks if b.role is role)


def _bylines(draft: Draft) -> Iterator[str]:
    for line in _said(draft, Role.BYLINE):
        match = _BY.search(line)
        if match:
            yield line[match.end() :]
        elif _NAME.fullmatch(line):
            yield line


_BY = re.compile(r"(?:^|\|\s*)(?:written |reported |story )?(?:by|von|par|por|di|door)\b:?\s+", re.IGNORECASE)
# A byline block without "By": two to four capitalised words, particles between them.
_NAME = re.compile(r"[A-ZÀ-Þ][\w.'’-]+(?: (?:[A-ZÀ-Þ][\w.'’-]*|von|van|de|da|del|der|al|bin|ben|el)){1,4}")
_SPECIAL = re.compile(r"special (?:to|for)\s+(?:the\s+)?(?P<name>[^,|]{2,60})", re.IGNORECASE)
_OUTLET_WORDS = 4


def _outlet_on_page(draft: Draft) -> str | None:
    """Read the outlet off the page: "Special to X", or a masthead line that the site's own notices name again."""
    for line in _said(draft, Role.BYLINE):
        match = _SPECIAL.match(line)
        if match:
            return names.bare_outlet(match["name"])
    first = next((block.start for block in draft.blocks if block.is_readable), 0)
    above = [b for b in draft.blocks if b.end <= first and b.role in {Role.BOILERPLATE, Role.BYLINE}]
    notices = [draft.text[b.start : b.end] for b in draft.blocks if b.start > first and b.role is Role.BOILERPLATE]
    for block in above:
        line = draft.text[block.start : block.end]
        if len(line.split()) <= _OUTLET_WORDS and line[:1].isupper() and not furniture.asks(line):
            pattern = re.compile(rf"\b{re.escape(line)}\b")
            if any(pattern.search(notice[:2000]) for notice in notices):
                return line
    return None


def _dateline(draft: Draft) -> dateline.Dateline | None:
    """Read the first dateline block that a readable block follows."""
    for block, following in pairwise(draft.blocks):
        if block.role is Role.DATELINE and following.is_readable:
            found = dateline.at_start(draft.text, block.start, following.end)
            if found:
                return found
    return None


def _origin(draft: Draft, article: str, found: dateline.Dateline | None) -> Origin | None:
    """Whom the page credits: a "Source:" line, the agency of its dateline, an agency after its byline."""
    text = draft.text
    for block in draft.blocks:
        if not block.is_readable and block.end - block.start < 200:
            place = furniture.source_name(text[block.start : block.end])
            if place:
                return _credit(text, article, block.start + place[0], block.start + place[1])
    if found and found.agency:
        return _credit(text, article, *found.agency)
    for block in draft.blocks:
        if block.role is Role.BYLINE:
            match = names.AGENCY.search(text, block.start, block.end)
            if match:
                return _credit(text, article, match.start(), match.end())
    return None


def _credit(text: str, article: str, start: int, end: int) -> Origin:
    words = text[start:end].rstrip(". ")
    return Origin(words.strip("()"), Evidence(article, start, start + len(words), words))
