"""Plain dated bullets with numbered footnotes to the words: what goes into an article, a wiki or a print-out.

In: holdings. Out: lines of Markdown. Invariants: every bullet has a footnote with the words, the outlet and the day;
nothing that a page wrote can act as markup.
"""

import re
from collections.abc import Iterator

from throughline.export.holdings import Holdings
from throughline.export.values import tame
from throughline.export.wording import days, due
from throughline.ledger.rows import Head
from throughline.model import Entry, When

_MARKUP = re.compile(r"([\\`*_\[\]{}<>#|~!&])")


def lines(holdings: Holdings) -> Iterator[str]:
    """The dated record: a heading a year, a bullet an entry, the footnotes at the end."""
    yield f"# {_text(holdings.name)}\n"
    if holdings.as_of:
        yield f"\nAs known on {holdings.as_of.isoformat()}.\n"
    band = None
    notes: list[str] = []
    for entry in holdings.entries:
        happening = entry.happening
        year = _band(happening.when)
        if year != band:
            band = year
            yield f"\n## {year}\n\n"
        notes.append(_note(len(notes) + 1, entry, holdings.heads[happening.headline.article]))
        yield f"- **{days(happening.when)}** {_text(happening.headline.words)} ({_status(entry)})[^{len(notes)}]\n"
    if notes:
        yield "\n"
    yield from notes


def _band(when: When | None) -> str:
    day = (when.first or when.last) if when else None
    return f"{day.year:04}" if day else "Undated"


def _status(entry: Entry) -> str:
    happening = entry.happening
    words = [str(happening.status).replace("_", " ")]
    if entry.due:
        words.append(due(entry.due))
    words.append(f"{happening.reports} report{'s' * (happening.reports != 1)}")
    words.append(f"{happening.origins} independent origin{'s' * (happening.origins != 1)}")
    return ", ".join(words)


def _note(number: int, entry: Entry, head: Head) -> str:
    parts = [f"“{_text(entry.happening.headline.words)}”"]
    parts.append(_text(head.outlet or "outlet unknown"))
    if head.title:
        parts.append(f"*{_text(head.title)}*")
    parts.append(days(head.published) if head.published.first or head.published.last else "undated page")
    if head.url:
        parts.append(_text(head.url))
    others = [_text(name) for name in entry.outlets if name != head.outlet]
    if others:
        parts.append("also " + ", ".join(others))
    return f"[^{number}]: " + ", ".join(parts) + ".\n"


def _text(words: str) -> str:
    """One line, with every mark that Markdown or HTML would act on made harmless."""
    return _MARKUP.sub(r"\\\1", tame(words))
