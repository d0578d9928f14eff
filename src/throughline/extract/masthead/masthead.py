"""A draft to an article: its title, outlet, authors, origin, dateline, language, and what claims its day.

In: the page and its `Draft`. Out: the `Article`. What the user declared wins, then what a container or the markup
says, then what stands on the page. What nobody says stays None.
"""

from itertools import pairwise

from throughline.dates.published.card import settle
from throughline.extract.comments import comments
from throughline.extract.days import claims
from throughline.extract.draft import Draft
from throughline.extract.masthead import (
    bylines,
    canonical,
    dateline,
    headlines,
    imprint,
    language,
    names,
    notes,
    origin,
    rubrics,
    standfirst,
    titles,
)
from throughline.model import Article, Page, Role, Span, content_id


def finish(page: Page, draft: Draft) -> Article:
    """Make the article of a draft."""
    declared, clues, text = page.declared, draft.clues, draft.text
    article = content_id("article", page.id)
    url = canonical.address(declared.url, clues.url)
    outlet = declared.outlet or imprint.outlet(draft, names.outlet_of_address(url))
    found = _dateline(draft)
    title = declared.title or _title(draft, outlet)
    published = settle(claims.gather(page, draft, article, url), article, text, _spans(draft), page.captured)
    body = tuple((block.start, block.end) for block in draft.blocks if block.is_readable)
    return Article(
        id=article,
        page=page.id,
        source=page.source,
        title=title,
        outlet=outlet,
        authors=bylines.authors(draft, outlet, names.outlet_of_address(url)),
        url=url,
        language=declared.language or language.decide(clues.language, (text[a:b] for a, b in body[:20])),
        published=published,
        origin=origin.find(draft, article, found, outlet),
        dateline=found.place if found else None,
        text=text,
        blocks=draft.blocks,
        subtitle=standfirst.find(draft, title),
        section=rubrics.choose(clues.sections, url, title, outlet),
        home=canonical.home(url, outlet),
        notes=notes.find(draft, article, published.when.first),
        comments=comments.read(page, draft, article),
    )


def _title(draft: Draft, outlet: str | None) -> str | None:
    """Choose the title; where no markup speaks, the line that is likeliest a headline."""
    clues, headings = draft.clues, draft.said(Role.TITLE)
    if not clues.titles and not clues.headings:
        return headlines.find(draft) or titles.choose((), (), headings, outlet)
    return titles.choose(clues.titles, clues.headings, headings, outlet)


def _spans(draft: Draft) -> tuple[Span, ...]:
    return tuple(Span(block.start, block.end) for block in draft.blocks if block.is_readable)


def _dateline(draft: Draft) -> dateline.Dateline | None:
    """Read the first dateline block that a readable block follows."""
    for block, following in pairwise(draft.blocks):
        if block.role is Role.DATELINE and following.is_readable:
            found = dateline.at_start(draft.text, block.start, following.end)
            if found:
                return found
    return None
