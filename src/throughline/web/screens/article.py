"""The evidence reader: an article with its records marked in the text and listed beside it; and two articles compared.

In: the address of an article, and what is asked of it. Out: a page. Invariant: what was not known on the as-of day has
no page then, and is told when it was.
"""

from bisect import bisect_right
from collections.abc import Mapping

from throughline.asked import Clock
from throughline.chronicle.ids import UnknownId
from throughline.errors import QueryError
from throughline.export.values import address
from throughline.export.wording import called, count, known
from throughline.ledger.rows import Head
from throughline.model import Dossier, Link, Relation, Span
from throughline.web.ask import Ask
from throughline.web.page import Page
from throughline.web.reader import beside, datecard, passages, raw, records
from throughline.web.ruled import log

_PREFIX = "article-"


def show(ask: Ask) -> Page:
    """Show an article: its text and records; or, asked for `raw`, the page as it was captured."""
    found = _opened(ask, ask.path["id"])
    if isinstance(found, Page):
        return found
    if ask.text("raw"):
        return _raw(ask, found)
    heads = ask.desk.articles(ask.clock)
    items = records.items(found)
    picked = _picked(ask, items)
    asked = _asked(ask, found) or (picked.whole if picked else None)
    shown = passages.parts(found.article)
    number = _part(ask, shown, asked)
    part = shown[number - 1]
    kinds = _kinds(ask, picked)
    visible = [item for item in items if item.key[0] in kinds]
    here = [item for item in visible if part.start <= item.anchor.start < part.end]
    context = {
        "found": found,
        "head": heads[found.article.id],
        "heads": heads,
        "passages": passages.passages(found.article, part, visible, asked),
        "items": here,
        "picked": picked,
        "asked": found.article.evidence(*asked) if asked else None,
        "kinds": _toggles(ask, kinds, items),
        "part": number,
        "parts": len(shown),
        **datecard.context(found),
        "who": records.who(found),
        "tellers": records.tellers(found),
        "keys": {item.record.id: item.key for item in items},
        "rulings": [one for one in log(ask.desk) if found.article.id in {one.record, one.ruling.target}],
        "links": _links(found, heads),
        "outside": address(found.article.url),
        "asked_kinds": bool(kinds),
        "shows_names": "m" in kinds,
        "resting_on": _resting(found, items),
    }
    return Page("article.html", found.article.title or called(heads[found.article.id]), context, found)


def compare(ask: Ask) -> Page:
    """Show an article beside a copy or another version of it: `with`, or the one that it goes back to."""
    found = _opened(ask, ask.path["id"])
    if isinstance(found, Page):
        return found
    joined = beside.joined(found)
    named = ask.text("with") or next(iter(joined), None)
    if named is None:
        raise QueryError("no copy and no other version of this article is in the story: compare it with=ID, another's")
    beside_it = _opened(ask, named)
    if isinstance(beside_it, Page):
        return beside_it
    mine, other = found.article.id, beside_it.article.id
    heads = ask.desk.articles(ask.clock)
    earlier, later = beside.in_order(mine, other, joined, heads)
    articles = {mine: found.article, other: beside_it.article}
    left, right = articles[earlier], articles[later]
    told = ask.desk.compare(ask.clock, earlier, later)
    rows = beside.rows(left, right, told)
    between = joined.get(other)
    sides = beside.sides(between)
    context = {
        "left": heads[earlier],
        "right": heads[later],
        "heads": heads,
        "told": told,
        "rows": rows,
        "sides": sides,
        "summary": beside.summary(rows, sides),
        "link_between": between,
        "is_version": between is not None and between.relation is Relation.UPDATES,
        "others": [one for one in joined if one != other],
        "mine": mine,
    }
    return Page("compare.html", f"Compared: {right.title or called(heads[later])}", context, told)


def _opened(ask: Ask, record: str) -> Dossier | Page:
    """The article of an id, or of a unique beginning of one; the page that says since when it is known, where it is."""
    name = record if record.startswith(_PREFIX) else _PREFIX + record
    try:
        return ask.desk.article(ask.clock, name)
    except UnknownId:
        if ask.clock.day is None:
            raise
        now = ask.desk.article(Clock(), name)
    since = f"It is {known(now.known)}" if now.known else "On which day it was published is not known for certain"
    words = f"This article was not known for certain on {ask.clock.day}. {since}."
    first = now.article.published.when.first
    if not ask.clock.maybe and (first is None or first <= ask.clock.day):
        words += " It may have been: tick “also what may have been known”."
    told = {"words": words, "known": now.known}
    return Page("notyet.html", "Not yet known", told, told)


def _raw(ask: Ask, found: Dossier) -> Page:
    captured = ask.desk.capture(ask.clock, found.article.id)
    number = ask.number("raw", 1)
    shown = raw.parts(captured.text)
    if not 1 <= number <= len(shown):
        raise QueryError(f"raw is a part of the page, from 1 to {len(shown)}")
    context = {"found": found, "captured": captured, "text": shown[number - 1], "part": number, "parts": len(shown)}
    return Page("capture.html", "The page as captured", context, captured)


def _asked(ask: Ask, found: Dossier) -> Span | None:
    """The stretch that `at` names, "120-180"."""
    text = ask.text("at")
    if text is None:
        return None
    start, _, end = text.partition("-")
    if not (start.isdecimal() and end.isdecimal() and len(text) < 24 and int(start) < int(end)):
        raise QueryError(f"at is a stretch of the text, such as 120-180, not {text!r}")
    if int(end) > len(found.article.text):
        raise QueryError(f"the text ends at {len(found.article.text):,}: {text} is beyond it")
    return Span(int(start), int(end))


def _picked(ask: Ask, items: tuple[records.Item, ...]) -> records.Item | None:
    """The record that `record` names, by its id or a unique beginning; of one that was ruled out, `at` is left."""
    name = ask.text("record")
    if name is None:
        return None
    fits = [item for item in items if item.record.id.startswith(name)]
    if not fits and ask.text("at"):
        return None
    if len(fits) != 1:
        raise UnknownId(f"{len(fits) or 'no'} records of this article have an id that begins with {name!r}")
    return fits[0]


def _part(ask: Ask, shown: tuple[Span, ...], asked: Span | None) -> int:
    """Which part of a long text is shown: the one asked for, else that of the words asked for."""
    number = ask.number("part", 0)
    if number > len(shown):
        raise QueryError(f"the text has {len(shown)} parts, not {number}")
    return number or (passages.part_of(shown, asked.start) if asked else 1)


def _kinds(ask: Ask, picked: records.Item | None) -> str:
    letters = ask.text("show")
    chosen = records.USUAL if letters is None else "".join(one for one in records.KINDS if one in letters)
    return chosen if picked is None or picked.key[0] in chosen else chosen + picked.key[0]


def _toggles(ask: Ask, kinds: str, items: tuple[records.Item, ...]) -> list[dict[str, object]]:
    """Each kind of record, how many there are, whether it is shown, and the address that turns it round."""
    found = []
    for letter, kind in records.KINDS.items():
        turned = "".join(one for one in records.KINDS if (one in kinds) != (one == letter))
        show_kinds = None if turned == records.USUAL else turned or "0"
        found.append(
            {
                "kind": kind,
                "count": sum(item.key[0] == letter for item in items),
                "is_shown": letter in kinds,
                "address": ask.here(show=show_kinds),
            }
        )
    return found


_RELATIONS = {
    (Relation.COPY_OF, True): "It is a copy of",
    (Relation.COPY_OF, False): "A copy of it:",
    (Relation.UPDATES, True): "It is a later version of",
    (Relation.UPDATES, False): "A later version of it:",
}


def _links(found: Dossier, heads: Mapping[str, Head]) -> list[tuple[str, str, Link]]:
    """Copies and versions that are known: the article, what it is to this one, and the link that says so."""
    mine = found.article.id
    told = []
    for other, one in beside.joined(found).items():
        if other in heads:
            told.append((other, _RELATIONS[one.relation, one.left == mine], one))
    return told


def _resting(found: Dossier, items: tuple[records.Item, ...]) -> str:
    """What no finding may rest on, counted; and whether any does all the same (law 7: none)."""
    blocks = found.article.blocks  # in order, and never one over another
    starts = [block.start for block in blocks]
    aside = sum(not block.is_readable for block in blocks)
    resting = 0
    for item in items:
        first, last = (bisect_right(starts, place) - 1 for place in (item.whole.start, item.whole.end - 1))
        resting += not all(block.is_readable for block in blocks[max(first, 0) : last + 1])
    rest = f"{resting} of its {count(len(items), 'record')} rest on them" if resting else "No record rests on them"
    return f"Titles, furniture, captions and readers’ comments are {count(aside, 'block')} of this page. {rest}."
