"""A report as one page of HTML that needs nothing else: to publish, mail, print or archive.

In: a `Report`. Out: HTML. Invariants: everything is escaped, and the page's own policy allows its own style and nothing
else, so that nothing that a page of the story wrote can act; an address is a link only where it is one of the web.
"""

import base64
import hashlib
from collections.abc import Iterator
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from throughline.export import wording
from throughline.export.report.layout import Report
from throughline.export.values import address, tame
from throughline.export.wording import sentence


def lines(report: Report) -> Iterator[str]:
    """The page, piece by piece."""
    templates = _templates()
    policy = _policy(templates.get_template("report.css").render())
    yield from templates.get_template("report.html").generate(report=report, policy=policy)


def _policy(style: str) -> str:
    """What the page may do: look as its own style says, and follow no form and no base."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _templates() -> Environment:
    found = Environment(
        loader=PackageLoader("throughline.export.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for word in (
        wording.days,
        wording.called,
        wording.known,
        wording.published,
        wording.ruled,
        sentence,
        address,
        tame,
    ):
        found.filters[word.__name__] = word
    return found
