"""An answer of the desk: a page, the same data as JSON, or the address to go to next.

In: what a screen gives. Out: HTML by its template, everything escaped; or JSON. Invariant: the two come from the same
records.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from jinja2 import Environment

from throughline.chronicle.actors import is_listed
from throughline.export import wording
from throughline.export.statuses import outcome_tone, tone
from throughline.export.templates import templates
from throughline.export.values import Json, number, tame
from throughline.web import marks
from throughline.web.choices import choices
from throughline.web.sayings import pieces

# What `export.wording` says of records, as filters of templates.
_WORDS = (
    "amount", "called", "count", "days", "differ", "due", "known", "past", "quiet", "quoted", "role", "sentence",
    "short", "speaker", "stands", "told", "told_roles", "turn",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """A screen: its template, its title, what the template shows, and the records (any that `values.plain` takes)."""

    template: str
    title: str
    context: Mapping[str, object] = field(default_factory=dict)
    data: Json = None
    status: int = 200


@dataclass(frozen=True, slots=True)
class Moved:
    """Something was done; go on at `address`."""

    address: str


@cache
def _templates() -> Environment:
    drawn = (marks.bar, marks.doubt, marks.shape, outcome_tone, tone)
    words = [getattr(wording, word) for word in _WORDS]
    return templates("throughline.web", [*words, *drawn, choices, is_listed, number, pieces])


def render(page: Page, context: Mapping[str, object]) -> str:
    """The page as HTML; `context` is what the frame of every page shows."""
    return _templates().get_template(page.template).render({**context, **page.context, "title": tame(page.title)})
