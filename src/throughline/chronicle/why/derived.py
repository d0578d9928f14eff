"""Why what is derived is as it is: links, happenings, series, deadlines, disputes, actors.

In: a view and the id of one. Out: an `Explanation`: of what is put together, why its parts are one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from throughline.chronicle import counted, meant
from throughline.chronicle.actors import actors
from throughline.chronicle.deadlines import deadlines
from throughline.chronicle.disputes import disputes
from throughline.chronicle.happenings import happening as one_happening
from throughline.chronicle.labels import labels
from throughline.chronicle.named import first_named
from throughline.chronicle.series import figures
from throughline.chronicle.why.blank import blank, count, one, printed, unknown
from throughline.chronicle.why.joints import joints
from throughline.ledger.rows import Head
from throughline.ledger.view import View
from throughline.model import Actor, ActorRole, Explanation, Part, Point, Side, Turn, When, content_id

_RULE = "tellings that share day, deed, actor and words, and later turns of the deed"


def link(view: View, record: str) -> Explanation:
    """Explain why two records are linked."""
    found = one(view.links(), record)
    called = labels(view, (found.left, found.right))
    parts = (
        Part("left", called.get(found.left, ""), found.left),
        Part("relation", found.relation),
        Part("right", called.get(found.right, ""), found.right),
    )
    return replace(
        blank(view, record, "link", ()), reasons=found.reasons, parts=parts,
        would_change=(f"a ruling that it is wrong: throughline rule reject STORY {record}",),
    )  # fmt: skip


def happening(view: View, record: str) -> Explanation:
    """Explain a happening; under any id that it has or had."""
    told = meant.told(view, record)
    if told is None:
        raise unknown(record)
    found = one_happening(*told)
    by = f"told by {count(found.reports, 'report')} from {count(found.origins, 'independent origin')}"
    reasons = [by + (f"; known first of its events: {found.events[0]}" if len(found.events) > 1 else "")]
    if found.when and found.when.rule == "published":
        reasons.append("no words date it: the day of publication stands in")
        reasons.append(counted.dated(view.article(found.headline.article)))
    elif found.when:
        reasons += next(filter(None, (_counted(view, event, found.when) for event in found.events)), ())
    reasons += joints(view, told[1])
    turns = (Part("turn", _turn(turn), turn.happening or turn.event) for turn in found.history)
    parts = (*_events(view, found.events), *turns)
    change = (
        f"a ruling that one of its events is another happening: throughline rule split STORY EVENT-ID {found.id}",
        f"a ruling that another happening is this one: throughline rule merge STORY {found.id} HAPPENING-ID",
        f"a ruling that it is none: throughline rule reject STORY {found.id}",
    )
    return replace(
        blank(view, found.id, "happening", (found.headline,)), rule=_RULE,
        when=found.when, reasons=tuple(reasons), parts=parts,
        would_change=change if len(told[1].tellings) > 1 else change[1:],
    )  # fmt: skip


def _events(view: View, events: Sequence[str]) -> Iterator[Part]:
    """Each event in its words, with what it is told as, by whom, and since when it is known."""
    heads = view.heads()
    for event in view.events(ids=events):
        head = heads[event.evidence.article]
        by = f"{head.outlet or head.source}, known since {head.known or 'an unknown day'}"
        yield Part(f"event, {event.status.words}", f"{event.evidence.words} ({by})", event.id)


def _turn(turn: Turn) -> str:
    days = " to ".join(dict.fromkeys(str(day) for day in (turn.since, turn.known) if day))
    return f"{turn.status.words}, known since {days or 'an unknown day'}" + (
        ": what it hangs on" if turn.happening else ""
    )


def _counted(view: View, event: str, when: When) -> tuple[str, ...]:
    """How an event came by its days, if they are these."""
    own = view.finding(event)
    days = counted.days_of(own)
    return counted.counted(view, own).reasons if days and (days.first, days.last) == (when.first, when.last) else ()


def series(view: View, record: str) -> Explanation:
    """Explain a series of figures."""
    found = one(figures(view), record)
    parts = tuple(Part(p.when.edtf if p.when else "..", _point(p), p.figure) for p in found.points if p.evidence)
    evidence = tuple(p.evidence for p in found.points if p.evidence)
    rule = f"figures of {found.of!r}" + (f" in {found.unit}" if found.unit else "")
    change = ("a ruling that a figure is wrong: throughline rule reject STORY FIGURE-ID",)
    return replace(blank(view, record, "series", evidence), rule=rule, parts=parts, would_change=change)


def _point(point: Point) -> str:
    """A figure's words, with whose it is, of what place, and who tells it since when."""
    words = point.evidence.words if point.evidence else ""
    about = (
        point.scope,
        point.source,
        count(point.reports, "report"),
        f"known since {point.known or 'an unknown day'}",
    )
    return f"{words} ({', '.join(filter(None, about))})"


def deadline(view: View, record: str) -> Explanation:
    """Explain what was due, and what became of it."""
    found = one(deadlines(view), record)
    parts = [printed(view, found.event.evidence), Part("event", found.event.trigger.words, found.event.id)]
    parts += [Part("outcome", found.outcome)]
    parts += [Part("awaited", found.awaited.words)] if found.awaited else []
    parts += [Part("condition", found.condition.words)] if found.condition else []
    parts += [Part("told by", words.words, found.outcome_event) for words in found.told]
    return replace(
        blank(view, record, "deadline", (found.event.evidence,)), rule=found.event.rule, when=found.due,
        parts=tuple(parts), reasons=(found.account,) if found.account else (),
        would_change=(
            "a later report of the same deed, done or called off",
            f"a ruling that nothing is due: throughline rule reject STORY {record}",
        ),
    )  # fmt: skip


def dispute(view: View, record: str) -> Explanation:
    """Explain what contradicts what."""
    found = one(disputes(view), record)
    heads = view.heads()
    parts = tuple(Part(_said_by(side, heads[side.evidence.article]), side.words) for side in found.sides)
    sides = tuple(side.evidence for side in found.sides)
    return replace(
        blank(view, record, "dispute", sides), rule=f"two sides on one {found.about}", parts=parts,
        reasons=(found.because,) if found.because else (),
        would_change=(f"a ruling that they agree: throughline rule reject STORY {record}",),
    )  # fmt: skip


def _said_by(side: Side, head: Head) -> str:
    outlet = side.outlet or head.title or head.source
    known = f", known since {side.known}" if side.known else ""
    return (f"{side.speaker}, in {outlet}" if side.speaker else outlet) + known


def actor(view: View, record: str) -> Explanation:
    """Explain why names are one actor's; under any id that it has or had."""
    found = next((each for each in actors(view) if record in meant.actor_ids(each)), None)
    if found is None:
        raise unknown(record)
    rule = f"known to the tables as {found.entity}" if found.entity else "one folded full name, or the surname of one"
    evidence = tuple(role.evidence for role in found.roles) or tuple(first_named(view, (found,)).values())
    counted_in = f"{count(found.mentions, 'mention')} in {count(found.articles, 'article')}"
    return replace(
        blank(view, found.id, "actor", evidence), rule=rule, parts=(*_named(found), Part("counted", counted_in)),
        reasons=tuple(f"{joint.name} is one with it: {joint.reason}" for joint in found.joined)
        + tuple(f"it may stand for {joint.name}: {joint.reason}" for joint in found.stands_for),
        would_change=(
            f"a ruling that one of its names is another's: throughline rule split STORY {found.id} NAME"
            if found.joined
            else "a ruling that some of its mentions mean another: throughline rule reject STORY MENTION-ID",
            f"a ruling that somebody else is the same: throughline rule merge STORY {found.id} ACTOR",
        ),
    )  # fmt: skip


def _named(found: Actor) -> list[Part]:
    joined = {content_id("actor", joint.key): joint.name for joint in found.joined}
    plain = [Part("alias", alias) for alias in found.aliases if alias not in joined.values()]
    names = [Part("joined", name, member) for member, name in joined.items()]
    return [Part("name", found.name, found.id), *plain, *names, *(Part("role", _role(role)) for role in found.roles)]


def _role(role: ActorRole) -> str:
    given = " to ".join(dict.fromkeys(str(day) for day in (role.first, role.last) if day))
    held = f"; in office from {role.since}" + (f" to {role.until}" if role.until else "") if role.since else ""
    return f"{role.words} ({given or 'on an unknown day'}{held})"
