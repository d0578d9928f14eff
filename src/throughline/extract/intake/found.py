"""A thing that may hold pages, before anyone has looked inside; and what comes of looking: page or problem.

Every reader of containers takes a `Found` (or its stream) and yields outcomes or more `Found`s.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, Final

from throughline.extract.media import DATA_NAMES, FURNITURE_NAMES
from throughline.model import Declared, Page, Problem, Severity, content_id, page_of

DATA: Final = "data files and programs"
_TOLD_BYTES = 12  # hex digits of a hash that tell an unkept file from any other, for a person

NOTHING: Final = Declared()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A page whose bytes are kept although nothing can be read from them, and the reason (`problem.page` is its id)."""

    page: Page
    problem: Problem


Outcome = Page | Unreadable | Problem


@dataclass(frozen=True, slots=True)
class Found:
    """Bytes somewhere. `source` is shown to people, `name` ends in the file's extension, `open` may be called again.

    `declared` is what the user says of it, `said`, `charset` and `captured` what its container does; `zips` counts
    the archives around it. `beside` reads at most so many bytes of a file next to it (None where there is none),
    and is itself None for a stream that can be read only once. `passed` counts, by kind, what nobody named and is no
    page, for the one note of the folder or archive that it was met in; None for what the user named.
    """

    source: str
    name: str
    open: Callable[[], BinaryIO]
    declared: Declared = NOTHING
    said: Declared = NOTHING
    charset: str | None = None
    captured: date | None = None
    beside: Callable[[str, int], bytes | None] | None = None
    zips: int = 0
    passed: Counter[str] | None = None


def trouble(
    where: str, what: str, advice: str, severity: Severity = Severity.ERROR, page: str | None = None
) -> Problem:
    """Make a Problem; its id is a hash of what, and of the page or else of where: one, however often it is met."""
    return Problem(content_id("problem", page or where, what), where, what, severity, advice, page)


def never_a_page(name: str) -> str | None:
    """What kind of thing lies beside pages and is none by its name, for `Found.passed`; None where it may be a page."""
    if name.lower().endswith(FURNITURE_NAMES):
        return "pictures, styles and the like"
    return DATA if name.lower().removesuffix(".gz").endswith(DATA_NAMES) else None


def passed_over(where: str, passed: Counter[str]) -> Iterator[Problem]:
    """One note of all that was passed over in a folder or an archive; none where nothing was."""
    if passed:
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(passed.items()))
        yield trouble(where, f"passed over {kinds}", "nothing to do, unless pages are among them", Severity.NOTE)


def unreadable(page: Page, what: str, advice: str) -> Unreadable:
    """Keep a page together with the reason why it can't be read."""
    return Unreadable(page, trouble(page.source, what, advice, page=page.id))


def too_big(where: str, head: bytes, limit: int) -> Problem:
    """Report bytes past a limit: they are not kept, so a hash of their beginning says which they were."""
    digest = hashlib.sha256(head[:limit]).hexdigest()[:_TOLD_BYTES]
    return trouble(
        where,
        f"more than {limit:,} bytes in one piece (SHA-256 of the first {limit:,} begins {digest}); not kept",
        "cut it into one file per article, or save the page again without pictures",
    )


def page(found: Found, data: bytes, media_type: str, *, at: str = "", said: Declared = NOTHING) -> Page:
    """Make the page that was found: `at` is its place within the file, `said` what a sidecar or an item declares.

    What the user declares for the run wins over that, and that over what the container says of all it holds.
    """
    declared = merged(found.declared, merged(said, found.said))
    charset = f";charset={found.charset}" if found.charset and media_type.startswith("text/") else ""
    return page_of(data, media_type + charset, found.source + at, declared, found.captured)


def merged(first: Declared, second: Declared) -> Declared:
    """Field by field, what the first says, else what the second says."""
    return Declared(
        title=first.title or second.title,
        outlet=first.outlet or second.outlet,
        url=first.url or second.url,
        published=first.published or second.published,
        date_order=first.date_order or second.date_order,
        language=first.language or second.language,
    )
