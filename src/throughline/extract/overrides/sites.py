"""What a user says of outlets and of the layout of their sites, and what of it applies to a page.

In: rows of the user's outlets and sites (read by outletfile.py and sitefile.py). Out: the `Site` that a page is laid
out by, and what is declared of a page by where it comes from. Pure: it travels to other processes as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from throughline.model import Article, Declared, Page
from throughline.tables.outlets import Outlet, Outlets, shipped
from throughline.text.fold import fold_name

BLOCKS = ("drop", "comments", "body")  # the roles that selectors give blocks, the strongest first


@dataclass(frozen=True, slots=True)
class Site:
    """How a site lays out its pages in a time. Both days are included; None: open.

    `selectors` are XPaths by what they find: title, authors, published, body, drop, comments.
    """

    name: str
    hosts: tuple[str, ...]
    valid_from: date | None = None
    valid_until: date | None = None
    outlet: str | None = None
    date_order: str | None = None
    language: str | None = None
    selectors: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def of(self, what: str) -> tuple[str, ...]:
        """The selectors of one thing."""
        return dict(self.selectors).get(what, ())

    def holds(self, day: date | None) -> bool:
        """Whether it is valid on a day; for a page of no known day, whether it is the site's present layout."""
        if day is None:
            return self.valid_until is None
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


@dataclass(frozen=True, slots=True)
class Sites:
    """All that a user says: outlets, which go before those that ship, and sites."""

    outlets: tuple[Outlet, ...] = ()
    sites: tuple[Site, ...] = ()

    def table(self) -> Outlets:
        """All outlets that are known."""
        return _table(self.outlets)

    def site(self, url: str | None, day: date | None) -> Site | None:
        """The layout of a page at this address, captured or published on this day: that of the longest host."""
        host = _host(url)
        fitting = [
            (len(ending), site)
            for site in self.sites
            if site.holds(day)
            for ending in site.hosts
            if host == ending or host.endswith(f".{ending}")
        ]
        return max(fitting, key=lambda one: one[0])[1] if fitting else None

    def declared(self, page: Page, url: str | None, site: Site | None) -> Declared:
        """What was declared of a page, and under it what its site and the user's outlets tell of all their pages."""
        said = page.declared
        own = next((row for row in (self.table().by_host(_host(url)),) if row in self.outlets), None)
        return replace(
            said,
            outlet=said.outlet or (site.outlet if site else None) or (own.name if own else None),
            date_order=said.date_order or (site.date_order if site else None) or (own.order if own else None),
            language=said.language or (site.language if site else None),
        )

    def named(self, article: Article) -> Article:
        """The article with its outlet and whom it credits by the user's names for them, where the page has others."""
        if not self.outlets:
            return article
        origin = article.origin
        return replace(
            article,
            outlet=self._own(article.outlet),
            origin=replace(origin, name=self._own(origin.name) or origin.name) if origin else None,
        )

    def _own(self, name: str | None) -> str | None:
        known = self.table().by_name(fold_name(name or ""))
        return known.name if known is not None and known in self.outlets else name


NOTHING_SAID = Sites()


def day_of(page: Page, published: Sequence[date | None]) -> date | None:
    """The day by which a page's layout is chosen: of its capture, else the first known day that it says of itself."""
    return page.captured or next((day for day in published if day), None)


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").lower().rstrip(".")
    except ValueError:
        return ""


@cache
def _table(rows: tuple[Outlet, ...]) -> Outlets:
    return shipped().extended(rows)
