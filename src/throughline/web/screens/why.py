"""Why a record says what it says: the words in their place, the reasons, the rivals, and what would change the answer.

In: the id of any record, or a unique beginning of one. Out: a page. Invariant: every record that an explanation names
is a link to that record's own.
"""

import re

from throughline.asked import Clock
from throughline.chronicle.ids import UnknownId
from throughline.chronicle.why.blank import CONTEXT
from throughline.dates.edtf import parse_edtf
from throughline.export.values import tame
from throughline.export.wording import days, short
from throughline.model import Explanation, Part, Ruling
from throughline.web.ask import Ask
from throughline.web.page import Page
from throughline.web.reader import datecard
from throughline.web.ruled import log

SHOWN = 40  # places that are listed of a record that rests on more: a long series has hundreds
_ID = re.compile(r"\b[a-z]+-[0-9a-f]{16}\b")
_COMMAND = re.compile(r":? *throughline [a-z]+ .*$")  # the forms below do what these commands do
_TITLES = {
    "article": "How its day of publication is known",
    "link": "Why two records are linked",
    "ruling": "What was ruled",
    "problem": "What went wrong",
    "actor": "Why these names are one",
}
# Whose rule is words for a person; that of a finding is a name, and its reasons say it.
_RULED = frozenset({"happening", "series", "dispute", "position", "actor"})
_WRAP = re.compile(r"(?<!\n)\n(?!\n)")  # the end of a line that a text was wrapped at, not that of a paragraph
_FOUND = frozenset({"statement", "event", "figure", "time", "mention"})
_PAGES = {
    "article": ("/article/", "Read the article"),
    "actor": ("/people/", "All that the story tells of them"),
    "happening": ("/happening/", "All that is told of it"),
    "event": ("/happening/", "The happening that it is counted to"),
    "ruling": ("/ruling/", "What it changed"),
}


def show(ask: Ask) -> Page:
    """Show it."""
    found = _explained(ask)
    if isinstance(found, Page):
        return found
    heads = ask.desk.articles(ask.clock)
    opened = ask.desk.article(ask.clock, found.id) if found.kind == "article" else None
    told = opened.article.published.reasons if opened else ()  # the date card gives these
    context = {
        "found": found,
        "heads": heads,
        "before": _flowing(found.before.partition(" ")[2] if len(found.before) >= CONTEXT else found.before),
        "after": _flowing(found.after.rpartition(" ")[0] if len(found.after) >= CONTEXT else found.after),
        "words": _flowing(found.evidence[0].words) if found.evidence else "",
        "parts": [(_label(found, part), part) for part in found.parts],
        "reasons": [linked(reason) for reason in found.reasons if reason not in told],
        "changes": [_COMMAND.sub("", one) for one in found.would_change],
        "ids": linked,
        "rule": found.rule if found.kind in _RULED else "",
        "pages": _pages(ask, found),
        "near": _near(ask, found),
        "rulings": _rulings(ask, found),
        "shown": SHOWN,
        "opened": opened,
        **(datecard.context(opened) if opened else {}),
    }
    return Page("why.html", _TITLES.get(found.kind, f"Why this {found.kind} is in the record"), context, found)


def _explained(ask: Ask) -> Explanation | Page:
    """The explanation; the page that says so where there is one today and was none on the day asked about."""
    record = ask.path["id"]
    try:
        return ask.desk.why(ask.clock, record)
    except UnknownId:
        if ask.clock.day is None:
            raise
        now = ask.desk.why(Clock(), record)
    heads = ask.desk.articles(Clock())
    known = [day for one in now.evidence[:1] if (day := heads[one.article].known) and day > ask.clock.day]
    told = {
        "words": f"On {ask.clock.day} nobody could know of this {now.kind} for certain.",
        "known": next(iter(known), None),
    }
    return Page("notyet.html", "Not yet known", told, told)


def linked(words: str) -> tuple[tuple[str, str | None], ...]:
    """Words in pieces, each id in them shortened, with the whole of it; the rest as it is."""
    found: list[tuple[str, str | None]] = []
    at = 0
    for one in _ID.finditer(words):
        found += [(words[at : one.start()], None), (short(one[0]), one[0])]
        at = one.end()
    return tuple(piece for piece in (*found, (words[at:], None)) if piece[0])


def _flowing(words: str) -> str:
    """Words of a text that was wrapped, with its paragraphs and without its lines."""
    return _WRAP.sub(" ", words)


def _label(found: Explanation, part: Part) -> str:
    """What a part is, for people: the days of a figure in a series as they are told elsewhere."""
    name = days(parse_edtf(part.name)) if found.kind == "series" else tame(part.name)
    return name[:1].upper() + name[1:]


def _pages(ask: Ask, found: Explanation) -> list[tuple[str, str]]:
    """The addresses of pages that show the record itself, and what to call them."""
    told = []
    if found.evidence and found.kind in _FOUND:
        words = found.evidence[0]
        address = ask.link(f"/article/{words.article}", record=found.id, at=f"{words.start}-{words.end}")
        told.append((f"{address}#at", "Read it in the article"))
    if found.kind == "series":
        told.append((ask.link("/figures", series=found.id), "Its course"))
    if found.kind in _PAGES:
        address, name = _PAGES[found.kind]
        told.append((ask.link(f"{address}{found.id}"), name))
    return told


def _near(ask: Ask, found: Explanation) -> list[tuple[str, str]]:
    """Who may have made a statement: those whom its article names."""
    if found.kind != "statement":
        return []
    named = {(one.id, one.name) for one in ask.desk.article(ask.clock, found.evidence[0].article).whom.values()}
    return sorted(((record, name) for record, name in named), key=lambda pair: (pair[1], pair[0]))


def _rulings(ask: Ask, found: Explanation) -> list[object]:
    """What people ruled on it, the newest first."""
    told = log(ask.desk)
    if not told:
        return []

    def about() -> tuple[Ruling, ...]:
        return ask.desk.story.ruled(found.id)

    own = {one.id for one in ask.desk.answer(("ruled", found.id), about)}
    return [one for one in told if one.ruling.id in own]
