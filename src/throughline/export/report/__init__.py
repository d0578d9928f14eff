"""A report: a chronicle, a state of play or a selection as one file, with footnotes to the words.

`REPORTS` lists what it can be written in; each is a function from a `Report` to lines of text. `html` and `markdown`
are the formats of that name: the whole chronicle as a report.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from throughline.export.holdings import Holdings
from throughline.export.report import markdown as _markdown
from throughline.export.report import page as _page
from throughline.export.report.build import build
from throughline.export.report.layout import Report
from throughline.export.report.sections import Subject
from throughline.model import Chronicle

REPORTS: Mapping[str, Callable[[Report], Iterator[str]]] = MappingProxyType(
    {"html": _page.lines, "markdown": _markdown.lines}
)


def report(holdings: Holdings, subject: Subject, title: str = "", to: str = "html") -> Iterator[str]:
    """Write a report."""
    yield from REPORTS[to](build(holdings, subject, title))


def html(holdings: Holdings) -> Iterator[str]:
    """The dated record as a page of its own."""
    yield from report(holdings, Chronicle(holdings.as_of, tuple(holdings.entries)))


def markdown(holdings: Holdings) -> Iterator[str]:
    """The dated record as Markdown."""
    yield from report(holdings, Chronicle(holdings.as_of, tuple(holdings.entries)), to="markdown")


__all__ = ["REPORTS", "html", "markdown", "report"]
