"""A page to its article, or to the problem why there is none.

In: a `Page` of any kind in `media`. Out: an `Article` whose blocks cover all of its text, or a `Problem` with
advice; or, where a page is not laid out as the user said, a `Doubted` article. Whatever the bytes are, this returns.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from throughline.dates.written import read_day
from throughline.extract import html, item, media, plain
from throughline.extract.draft import Clues, Draft
from throughline.extract.intake.decode import decode
from throughline.extract.markup.tree import TooLargeError
from throughline.extract.masthead import masthead
from throughline.extract.overrides.ruled import MOST_MARKUP, Ruled
from throughline.extract.overrides.selectors import MOST_ELEMENTS
from throughline.extract.overrides.sites import NOTHING_SAID, Site, Sites, day_of
from throughline.extract.pagekind import kinds
from throughline.model import Article, Page, Problem, Severity, content_id

_Reader = Callable[[Page, html.Choose | None], Draft]


@dataclass(frozen=True, slots=True)
class Doubted:
    """An article that was read, and what a person should look at."""

    article: Article
    problems: tuple[Problem, ...]


def article(page: Page, sites: Sites = NOTHING_SAID) -> Article | Problem:
    """Read one page; `sites` is what the user says of outlets and layouts."""
    made = doubted(page, sites)
    return made.article if isinstance(made, Doubted) else made


def doubted(page: Page, sites: Sites) -> Article | Problem | Doubted:
    """Read one page, and say where it is not laid out as the user says.

    A fault of our own on one page is that page's problem, never the end of a run.
    """
    try:
        return _read(page, sites)
    except Exception as error:  # noqa: BLE001 - the last net: everything that is known to go wrong is met below it
        what = f"{FAULT}: {type(error).__name__}: {error}"
        return _problem(page, what[:_LONGEST_FAULT], "please report it, with the page if you may share it")


FAULT: Final = "a fault in the reader itself"
_LONGEST_FAULT = 300  # characters


def _read(page: Page, sites: Sites) -> Article | Problem | Doubted:
    reader = _READERS.get(media.essence(page.media_type))
    if reader is None:
        return _problem(page, f"a page of the kind {page.media_type} can't be read", "save it as HTML or plain text")
    try:
        draft = reader(page, partial(_site, page, sites) if sites.sites else None)
    except TooLargeError as error:
        return _problem(page, str(error), "save the article alone, or as plain text, and add that")
    except item.UnreadableError as error:
        return _problem(page, str(error), "check how the file was made; one JSON object or feed item is one page")
    if not draft.text.strip():
        return _problem(
            page, "nothing to read: the page holds no text", "open it; if it needs scripts, print it to text"
        )
    ruled = draft.ruled
    kind = kinds.judge(draft, page.declared.url or draft.clues.url)
    if kind and not (ruled and "body" in ruled.blocks):
        return _problem(page, kind.what, kind.advice)
    if not draft.is_article:
        return _problem(
            page,
            "no article here: only menus, links, captions or comments",
            "if there is one, copy its text into a .txt file and add that",
        )
    if sites == NOTHING_SAID:
        return masthead.finish(page, draft)
    made = sites.named(masthead.finish(*_told(page, draft, sites)))
    if ruled and (ruled.missed or ruled.is_too_large):
        return Doubted(made, (_off(page, ruled),))
    return made


def _site(page: Page, sites: Sites, clues: Clues) -> Site | None:
    """The layout that the user gives for a page, by its address and its day."""
    said = (*((page.declared.published,) if page.declared.published else ()), *(clue.words for clue in clues.days))
    days = [when[0].last for words in said if (when := read_day(words, page.declared.date_order))]
    return sites.site(page.declared.url or clues.url, day_of(page, days))


def _told(page: Page, draft: Draft, sites: Sites) -> tuple[Page, Draft]:
    """The page and its draft with what the user's outlets and selectors say."""
    ruled, clues = draft.ruled, draft.clues
    site = ruled.site if ruled else _site(page, sites, clues)
    declared = sites.declared(page, page.declared.url or clues.url, site)
    if ruled:
        declared = replace(
            declared,
            title=declared.title or ruled.title,
            published=declared.published or ruled.published,
        )
        if ruled.authors:
            draft = replace(draft, clues=replace(clues, authors=ruled.authors, bylines=()))
    return replace(page, declared=declared), draft


def _off(page: Page, ruled: Ruled) -> Problem:
    """The page is not laid out as the user says."""
    site, by = ruled.site, f" by {page.captured}" if page.captured else ""
    if ruled.is_too_large:
        what = f"{site.name}: the page is too large to try selectors on"
        advice = f"save the article alone; at most {MOST_MARKUP:,} characters and {MOST_ELEMENTS:,} elements are tried"
    else:
        missed = f"{site.name} finds nothing here for {', '.join(ruled.missed)}"
        what = f"{missed}: the layout of {site.hosts[0]} has changed{by}, or the page is of another kind"
        advice = "give that site a valid_until, and a new [[site]] with the selectors of its new layout"
    return Problem(content_id("problem", page.id, what), page.source, what, Severity.WARNING, advice, page.id)


def _problem(page: Page, what: str, advice: str) -> Problem:
    return Problem(content_id("problem", page.id, what), page.source, what, Severity.ERROR, advice, page.id)


def _html(page: Page, choose: html.Choose | None = None) -> Draft:
    return html.draft(decode(page.data, media.charset(page.media_type)), choose)


def _plain(page: Page, _choose: html.Choose | None = None) -> Draft:
    return plain.draft(decode(page.data, media.charset(page.media_type)))


_READERS: Final[dict[str, _Reader]] = {
    media.HTML: _html,
    media.TEXT: _plain,
    media.MHTML: item.archive,
    media.JSON: item.line,
    media.RSS: item.feed,
    media.ATOM: item.feed,
}
