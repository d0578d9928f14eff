"""Why a finding says what it says: which rule found it, how it came by its days, who takes part.

In: a view and the id of an event, a statement, a figure, a mention or a time. Out: an `Explanation`.
"""

from dataclasses import replace

from throughline.chronicle import counted
from throughline.chronicle.actors import naming
from throughline.chronicle.tellings import OPENING
from throughline.chronicle.versions import dropped
from throughline.chronicle.why.blank import blank, printed
from throughline.chronicle.why.found import found_by
from throughline.ledger.found import who
from throughline.ledger.view import View
from throughline.model import Event, Explanation, Figure, Finding, Mention, Part, Statement, Time, When


def finding(view: View, record: str) -> Explanation:
    """Explain a finding."""
    found = view.finding(record)
    kind = type(found).__name__.lower()
    when = counted.days_of(found)
    chain = counted.counted(view, found)
    reasons = found_by(found) + chain.reasons
    if when is None and isinstance(found, Event | Figure):
        reasons += ("no words of it give a day", counted.dated(view.article(found.evidence.article)))
    if when is None and isinstance(found, Time):
        reasons += ("it names no days: how long, how often, or a time that nobody can place",)
    reasons += tuple(
        f"the version of {head.known or 'an unknown day'} ({head.id}) no longer says so"
        for head in dropped(view, found.evidence)
    )
    return replace(
        blank(view, record, kind, (found.evidence,)), rule=found.rule, when=when, reasons=reasons,
        parts=(printed(view, found.evidence), *_parts(view, found)),
        would_change=_changes(view, found, when, is_moved=chain.is_moved),
    )  # fmt: skip


def _changes(view: View, found: Finding, when: When | None, *, is_moved: bool) -> tuple[str, ...]:
    changes = []
    head = view.heads()[found.evidence.article]
    if is_moved:
        changes.append(
            f"another publication date than {head.published.edtf} would move the days: "
            f"throughline rule date STORY {head.id} D"
        )
    if isinstance(found, Event) and when is None:
        changes.append(f"words that date it; without them, what one of the first {OPENING} sentences tells is news")
    if isinstance(found, Statement):
        changes.append(f"a ruling on who says it: throughline rule speaker STORY {found.id} ACTOR")
    if not isinstance(found, Time):
        changes.append(f"a ruling that it is wrong: throughline rule reject STORY {found.id}")
    return tuple(changes)


def _parts(view: View, found: Finding) -> list[Part]:
    """The pieces of a finding, labelled."""
    if isinstance(found, Event):
        parts = [Part("trigger", found.trigger.words), Part("type", found.type or "none"), Part("status", found.status)]
        for name, several in (("actor", found.actor), ("recipient", found.recipient), ("place", found.place)):
            parts += [Part(name, one.evidence.words, one.mention) for one in several]
        parts += [Part("due", found.due.edtf)] if found.due else []
        parts += [Part("condition", found.condition.words)] if found.condition else []
        return parts + ([Part("told in", "", found.statement)] if found.statement else [])
    if isinstance(found, Statement):
        parts = [Part("mode", found.mode)]
        parts += [Part("source", found.source.evidence.words, found.source.mention)] if found.source else []
        parts += [Part("speaker", *_actor(view, key)) for key in view.speakers([found.id]).values()]
        parts += [Part("cue", found.cue.words)] if found.cue else []
        parts += [Part("passed on by", relay.name, relay.mention) for relay in found.chain]
        return parts + [Part("content", piece.words) for piece in found.content]
    if isinstance(found, Figure):
        amount = found.amount
        parts = [Part("low", _number(amount.low)), Part("high", _number(amount.high)), Part("unit", amount.unit)]
        parts = [p for p in (*parts, Part("of", found.of.words if found.of else "")) if p.words]
        return parts + ([Part("told in", "", found.statement)] if found.statement else [])
    if isinstance(found, Time):
        return [Part("type", found.type), Part("value", found.value)]
    parts = [Part("type", found.type), Part("name", found.name), _of(view, found)]
    parts += [Part("entity", found.entity)] if found.entity else []
    return parts + ([Part("role", found.role.words)] if found.role else [])


def _of(view: View, found: Mention) -> Part:
    return Part("actor", *_actor(view, who(found.entity, found.name)))


def _actor(view: View, key: str) -> tuple[str, str]:
    """Whom a key means: the name and the id."""
    known = naming(view, view.names([key]))
    return known.name(key), known.id(key)


def _number(amount: float | None) -> str:
    if amount is None:
        return "open"
    return f"{amount:,.0f}" if amount == round(amount) else f"{amount:,.10g}"
