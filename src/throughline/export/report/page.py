"""A report as one page of HTML that needs nothing else: to publish, mail, print or archive.

In: a `Report`. Out: HTML. Invariants: everything is escaped, and the page's own policy allows its own style and nothing
else, so that nothing that a page of the story wrote can act; an address is a link only where it is one of the web.
"""

import base64
import hashlib
from collections.abc import Iterator
from functools import cache

from jinja2 import Environment

from throughline.export import wording
from throughline.export.report.layout import Report
from throughline.export.templates import templates
from throughline.export.values import address
from throughline.export.wording import sentence


def lines(report: Report) -> Iterator[str]:
    """The page, piece by piece."""
    pages = _templates()
    policy = _policy(pages.get_template("report.css").render())
    yield from pages.get_template("report.html").generate(report=report, policy=policy)


def _policy(style: str) -> str:
    """What the page may do: look as its own style says, and follow no form and no base."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _templates() -> Environment:
    words = (
        wording.days,
        wording.called,
        wording.known,
        wording.published,
        wording.ruled,
        sentence,
        address,
    )
    return templates("throughline.export.report", words)
