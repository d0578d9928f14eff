"""Why a record says what it says: the words, the rule, the rivals, what would change the answer.

In: a view and an id, whose first part names its kind. Out: an `Explanation`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Protocol, TypeVar

from throughline.chronicle import counted
from throughline.chronicle.actors import actors
from throughline.chronicle.deadlines import deadlines
from throughline.chronicle.disputes import disputes
from throughline.chronicle.happenings import happenings
from throughline.chronicle.query import Query
from throughline.chronicle.series import figures
from throughline.chronicle.tellings import OPENING
from throughline.chronicle.versions import dropped
from throughline.errors import QueryError
from throughline.ledger.view import View
from throughline.model import (
    Event,
    Evidence,
    Explanation,
    Figure,
    Finding,
    Part,
    Relation,
    Statement,
    Time,
    When,
)

CONTEXT = 200  # code points shown on either side of the words: about two sentences


_EARLIER = "its note of change says so, or it was captured then, and an earlier version is in the story"


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Record = TypeVar("_Record", bound=_HasId)


def why(view: View, record: str) -> Explanation:
    """Explain an article's date, a finding, a link or a derived record; QueryError when the view knows no such id."""
    explain = _KINDS.get(record.partition("-")[0], _finding)
    return explain(view, record)


def _blank(view: View, record: str, kind: str, evidence: tuple[Evidence, ...]) -> Explanation:
    """An explanation that holds only the words in their context."""
    before = after = ""
    if evidence:
        article, start, end, _ = evidence[0]
        text = view.article(article).text
        before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Explanation(record, kind, evidence, before, after, "", None, (), (), (), ())


def _article(view: View, record: str) -> Explanation:
    article = view.article(record)
    card = article.published
    parts = [Part("title", article.title or ""), Part("outlet", article.outlet or ""), Part("source", article.source)]
    head = view.heads()[record]
    reasons = card.reasons
    if head.is_later:
        reasons += (f"it is a later version, known since {head.known}: {_EARLIER}",)
        parts += [Part("version of", "", link.right) for link in view.links(Relation.UPDATES) if link.left == record]
    if article.origin:
        parts.append(Part("origin", article.origin.name))
    if card.guess is not None and not card.when.is_day:
        parts.append(Part("likeliest", f"{card.guess.edtf.replace('/', ' to ')}?"))
    parts += [Part("time of day", card.moment)] if card.moment else []
    change = tuple(f"{rival.when.edtf}, if this did not hold: {rival.reason}" for rival in card.rivals)
    if not card.when.is_day:
        change += ("a date in the page's markup, or a dated copy, would settle the day",)
    change += (f"a person's ruling: throughline rule date STORY {record} D",)
    return replace(
        _blank(view, record, "article", card.evidence), rule=card.when.rule, when=card.when, reasons=reasons,
        rivals=card.rivals, parts=tuple(part for part in parts if part.words or part.id), would_change=change,
    )  # fmt: skip


def _finding(view: View, record: str) -> Explanation:
    found = view.finding(record)
    kind = type(found).__name__.lower()
    when = counted.days_of(found)
    reasons: tuple[str, ...] = (f"found by the rule {found.rule!r}",) if found.rule else ()
    chain = counted.counted(view, found)
    reasons += chain.reasons
    reasons += tuple(
        f"the version of {head.known or 'an unknown day'} ({head.id}) no longer says so"
        for head in dropped(view, found.evidence)
    )
    return replace(
        _blank(view, record, kind, (found.evidence,)), rule=found.rule, when=when, reasons=reasons,
        parts=tuple(_parts(found)),
        would_change=_changes(view, found, when, is_moved=chain.is_moved),
    )  # fmt: skip


def _changes(view: View, found: Finding, when: When | None, *, is_moved: bool) -> tuple[str, ...]:
    changes = []
    head = view.heads()[found.evidence.article]
    if is_moved:
        changes.append(f"another publication date than {head.published.edtf} would move the days")
    if isinstance(found, Event) and when is None:
        changes.append(f"words that date it; without them, what one of the first {OPENING} sentences tells is news")
    changes.append(f"a ruling on {found.id}")
    return tuple(changes)


def _parts(found: Finding) -> list[Part]:
    """The pieces of a finding, labelled."""
    if isinstance(found, Event):
        parts = [Part("trigger", found.trigger.words), Part("type", found.type or "none"), Part("status", found.status)]
        for name, several in (("actor", found.actor), ("recipient", found.recipient), ("place", found.place)):
            parts += [Part(name, one.evidence.words, one.mention) for one in several]
        parts += [Part("due", found.due.edtf)] if found.due else []
        return parts + ([Part("condition", found.condition.words)] if found.condition else [])
    if isinstance(found, Statement):
        parts = [Part("mode", found.mode)]
        parts += [Part("source", found.source.evidence.words, found.source.mention)] if found.source else []
        parts += [Part("cue", found.cue.words)] if found.cue else []
        parts += [Part("passed on by", relay.name, relay.mention) for relay in found.chain]
        return parts + [Part("content", piece.words) for piece in found.content]
    if isinstance(found, Figure):
        amount = found.amount
        parts = [Part("low", _number(amount.low)), Part("high", _number(amount.high)), Part("unit", amount.unit)]
        return [p for p in (*parts, Part("of", found.of.words if found.of else "")) if p.words]
    if isinstance(found, Time):
        return [Part("type", found.type), Part("value", found.value)]
    parts = [Part("type", found.type), Part("name", found.name)]
    parts += [Part("entity", found.entity)] if found.entity else []
    return parts + ([Part("role", found.role.words)] if found.role else [])


def _number(amount: float | None) -> str:
    return "open" if amount is None else f"{amount:,.10g}"


def _link(view: View, record: str) -> Explanation:
    link = _one(view.links(), record)
    parts = (Part("left", link.left, link.left), Part("relation", link.relation), Part("right", link.right, link.right))
    return replace(
        _blank(view, record, "link", ()), reasons=link.reasons, parts=parts, would_change=(f"a ruling on {record}",)
    )


def _happening(view: View, record: str) -> Explanation:
    quickly = (one for one in happenings(view, Query()) if one.id == record)  # what a chronicle shows is found there
    found = next(quickly, None) or _one(happenings(view), record)
    first = found.events[0] if found.events else "the headline"
    reasons = [f"{found.reports} reports from {found.origins} independent origins tell it; {first} was known first"]
    if found.when and found.when.rule == "published":
        reasons.append("no words date it: the day of publication stands in")
        reasons.append(counted.dated(view.article(found.headline.article)))
    elif found.when:
        reasons += next(filter(None, (_counted(view, event, found.when) for event in found.events)), ())
    turns = (Part(f"{turn.status} since {turn.known or 'an unknown day'}", "", turn.event) for turn in found.history)
    parts = (*(Part("event", "", event) for event in found.events), *turns)
    return replace(
        _blank(view, record, "happening", (found.headline,)), rule="tellings that share day, deed, actor and words",
        when=found.when, reasons=tuple(reasons), parts=parts,
        would_change=("a ruling that two of its events are not the same",),
    )  # fmt: skip


def _counted(view: View, event: str, when: When) -> tuple[str, ...]:
    """How an event came by its days, if they are these."""
    own = view.finding(event)
    days = counted.days_of(own)
    return counted.counted(view, own).reasons if days and (days.first, days.last) == (when.first, when.last) else ()


def _series(view: View, record: str) -> Explanation:
    found = _one(figures(view), record)
    parts = tuple(Part(p.when.edtf if p.when else "..", p.evidence.words, p.figure) for p in found.points if p.evidence)
    evidence = tuple(p.evidence for p in found.points if p.evidence)
    rule = f"figures of {found.of!r}" + (f" in {found.unit}" if found.unit else "")
    return replace(_blank(view, record, "series", evidence), rule=rule, parts=parts)


def _deadline(view: View, record: str) -> Explanation:
    found = _one(deadlines(view), record)
    parts = [Part("event", found.event.trigger.words, found.event.id), Part("outcome", found.outcome)]
    parts += [Part("told by", "", found.outcome_event)] if found.outcome_event else []
    parts += [Part("condition", found.condition.words)] if found.condition else []
    return replace(
        _blank(view, record, "deadline", (found.event.evidence,)), rule=found.event.rule, when=found.due,
        parts=tuple(parts), would_change=("a later report of the same deed, done or called off",),
    )  # fmt: skip


def _dispute(view: View, record: str) -> Explanation:
    found = _one(disputes(view), record)
    parts = tuple(Part(side.outlet or side.evidence.article, side.words) for side in found.sides)
    sides = tuple(side.evidence for side in found.sides)
    return replace(_blank(view, record, "dispute", sides), rule=f"two sides on one {found.about}", parts=parts)


def _actor(view: View, record: str) -> Explanation:
    found = _one(actors(view), record)
    parts = [*(Part("alias", alias) for alias in found.aliases), *(Part("role", role.words) for role in found.roles)]
    rule = f"known to the tables as {found.entity}" if found.entity else "one folded full name, or the surname of one"
    evidence = tuple(role.evidence for role in found.roles)
    return replace(_blank(view, record, "actor", evidence), rule=rule, parts=(Part("name", found.name), *parts))


def _one(records: Iterable[_Record], record: str) -> _Record:
    found = next((one for one in records if one.id == record), None)
    if found is None:
        raise QueryError(f"nothing here has the id {record}: copy an id from a listing of the same --as-of day")
    return found


_KINDS: Mapping[str, Callable[[View, str], Explanation]] = {
    "article": _article, "link": _link, "happening": _happening, "series": _series, "deadline": _deadline,
    "dispute": _dispute, "actor": _actor,
}  # fmt: skip
