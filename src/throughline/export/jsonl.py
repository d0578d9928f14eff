"""JSON lines, the export that others rely on: design.md section 6, field by field.

In: holdings. Out: lines, one object each, `"kind"` first; what the contract does not name stands after what it names.
Invariant: the order of kinds is fixed and records are sorted by place, then id, so equal stories export equal bytes.
What a person rejected is in none of them.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol, TypeVar

from throughline.export.holdings import Holdings
from throughline.export.values import Json, day, dumps, evidence, number, when
from throughline.model import (
    Actor,
    Article,
    DateCard,
    Deadline,
    Dispute,
    Event,
    Evidence,
    Figure,
    Happening,
    Joint,
    Mention,
    Participant,
    Problem,
    Series,
    Statement,
    Time,
    When,
    content_id,
)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


class _Placed(_Named, Protocol):
    @property
    def evidence(self) -> Evidence: ...


_N = TypeVar("_N", bound=_Named)
_P = TypeVar("_P", bound=_Placed)


def lines(holdings: Holdings) -> Iterator[str]:
    """Every record of the story, a line each."""
    for value in values(holdings):
        yield dumps(value) + "\n"


def values(holdings: Holdings) -> Iterator[dict[str, Json]]:
    """Every record of the story as plain values, in the order of the export."""
    yield from (_article(one, holdings) for one in _by_id(holdings.articles))
    yield from (_mention(one, holdings) for one in _by_place(holdings.mentions))
    yield from (_time(one) for one in _by_place(holdings.times))
    yield from (_statement(one, holdings) for one in _by_place(holdings.statements))
    days: dict[str, When | None] = {}
    for event in _by_place(holdings.events):
        days[event.id] = event.when
        yield _event(event, holdings)
    yield from (_figure(one, holdings) for one in _by_place(holdings.figures))
    yield from (_actor(one) for one in _by_id(holdings.actors))
    yield from (_happening(one, days) for one in _by_id(holdings.happenings))
    yield from (_series(one) for one in _by_id(holdings.series))
    yield from (_deadline(one) for one in _by_id(holdings.deadlines))
    yield from (_dispute(one) for one in _by_id(holdings.disputes))
    yield from (_problem(one) for one in sorted(holdings.problems, key=lambda one: (one.where, one.what, one.id)))


def _by_place(found: Iterable[_P]) -> list[_P]:
    return sorted(found, key=lambda one: (one.evidence.article, one.evidence.start, one.evidence.end, one.id))


def _by_id(found: Iterable[_N]) -> list[_N]:
    return sorted(found, key=lambda one: one.id)


def _article(article: Article, holdings: Holdings) -> dict[str, Json]:
    origin = article.origin
    return {
        "kind": "article",
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "authors": list(article.authors),
        "url": article.url,
        "language": article.language,
        "published": _published(article.published),
        "origin": {"name": origin.name, "evidence": evidence(origin.evidence)} if origin else None,
        "copy_of": holdings.copies.get(article.id),
        "source": article.source,
        "text": article.text,
        "blocks": [{"role": str(block.role), "start": block.start, "end": block.end} for block in article.blocks],
        "subtitle": article.subtitle,
        "section": article.section,
        "home": article.home,
        "dateline": article.dateline,
        "notes": [
            {"kind": str(note.kind), "evidence": evidence(note.evidence), "when": when(note.when)}
            for note in article.notes
        ],
        "comments": [
            {
                "start": one.start,
                "end": one.end,
                "author": evidence(one.author) if one.author else None,
                "posted": when(one.posted),
            }
            for one in article.comments
        ],
        "version_of": holdings.versions.get(article.id),
        "known": day(holdings.known(article.id)),
    }


def _published(card: DateCard) -> dict[str, Json]:
    return {
        "edtf": card.when.edtf,
        "first": day(card.when.first),
        "last": day(card.when.last),
        "grain": str(card.when.grain),
        "rule": card.when.rule,
        "evidence": [evidence(one) for one in card.evidence],
        "rivals": [(when(rival.when) or {}) | {"reason": rival.reason} for rival in card.rivals],
        "guess": when(card.guess),
        "moment": card.moment,
    }


def _mention(mention: Mention, holdings: Holdings) -> dict[str, Json]:
    role = mention.role
    return {
        "kind": "mention",
        "id": mention.id,
        "evidence": evidence(mention.evidence),
        "type": str(mention.type),
        "actor": holdings.actor_of(mention.id),
        "role": {"words": role.words, "evidence": evidence(role)} if role else None,
    }


def _time(time: Time) -> dict[str, Json]:
    return {
        "kind": "time",
        "id": time.id,
        "evidence": evidence(time.evidence),
        "type": time.type,
        "value": time.value,
        "when": when(time.when),
        "mod": time.mod,
        "anchor": evidence(time.anchor),
    }


def _statement(statement: Statement, holdings: Holdings) -> dict[str, Json]:
    source = statement.source
    return {
        "kind": "statement",
        "id": statement.id,
        "evidence": evidence(statement.evidence),
        "source": evidence(source.evidence) if source else None,
        "speaker": holdings.speaker_of(statement.id) or _actor_of(source.mention if source else None, holdings),
        "cue": evidence(statement.cue),
        "content": [evidence(piece) for piece in statement.content],
        "mode": str(statement.mode),
        "chain": [
            {
                "name": relay.name,
                "actor": _actor_of(relay.mention, holdings),
                "evidence": evidence(relay.evidence),
            }
            for relay in statement.chain
        ],
        "said": when(statement.said),
        "known": _known(statement.evidence, holdings),
    }


def _event(event: Event, holdings: Holdings) -> dict[str, Json]:
    return {
        "kind": "event",
        "id": event.id,
        "evidence": evidence(event.evidence),
        "trigger": evidence(event.trigger),
        "type": str(event.type) if event.type else None,
        "actor": _participants(event.actor, holdings),
        "recipient": _participants(event.recipient, holdings),
        "place": _participants(event.place, holdings),
        "when": when(event.when),
        "due": when(event.due),
        "condition": evidence(event.condition),
        "status": str(event.status),
        "statement": event.statement,
        "known": _known(event.evidence, holdings),
    }


def _figure(figure: Figure, holdings: Holdings) -> dict[str, Json]:
    return {
        "kind": "figure",
        "id": figure.id,
        "evidence": evidence(figure.evidence),
        "low": number(figure.amount.low),
        "high": number(figure.amount.high),
        "approximate": figure.amount.approximate,
        "unit": figure.amount.unit,
        "of": figure.of.words if figure.of else None,
        "when": when(figure.when),
        "statement": figure.statement,
        "known": _known(figure.evidence, holdings),
    }


def _actor(actor: Actor) -> dict[str, Json]:
    return {
        "kind": "actor",
        "id": actor.id,
        "name": actor.name,
        "type": str(actor.type),
        "aliases": list(actor.aliases),
        "roles": [
            {
                "words": role.words,
                "first": day(role.first),
                "last": day(role.last),
                "evidence": evidence(role.evidence),
                "since": day(role.since),
                "until": day(role.until),
            }
            for role in actor.roles
        ],
        "mentions": actor.mentions,
        "entity": actor.entity,
        "articles": actor.articles,
        "joined": [_joint(joint) for joint in actor.joined],
        "stands_for": [_joint(joint) for joint in actor.stands_for],
    }


def _joint(joint: Joint) -> dict[str, Json]:
    return {"actor": content_id("actor", joint.key), "name": joint.name, "reason": joint.reason}


def _happening(happening: Happening, days: dict[str, When | None]) -> dict[str, Json]:
    return {
        "kind": "happening",
        "id": happening.id,
        "type": str(happening.type) if happening.type else None,
        "headline": evidence(happening.headline),
        "when": when(happening.when),
        "status": str(happening.status),
        "events": list(happening.events),
        "reports": happening.reports,
        "origins": happening.origins,
        "known": day(happening.known),
        "history": [
            {
                "known": day(turn.known),
                "status": str(turn.status),
                "when": when(days.get(turn.event)),
                "event": turn.event,
                "since": day(turn.since),
                "type": str(turn.type) if turn.type else None,
                "words": evidence(turn.words) if turn.words else None,
                "happening": turn.happening,
            }
            for turn in happening.history
        ],
    }


def _series(series: Series) -> dict[str, Json]:
    return {
        "kind": "series",
        "id": series.id,
        "of": series.of,
        "unit": series.unit,
        "points": [
            {
                "figure": point.figure,
                "when": when(point.when),
                "low": number(point.low),
                "high": number(point.high),
                "known": day(point.known),
                "approximate": point.approximate,
                "evidence": evidence(point.evidence),
                "reports": point.reports,
                "origins": point.origins,
                "source": point.source,
                "scope": point.scope,
            }
            for point in series.points
        ],
    }


def _deadline(deadline: Deadline) -> dict[str, Json]:
    return {
        "kind": "deadline",
        "id": deadline.id,
        "event": deadline.event.id,
        "due": when(deadline.due),
        "condition": evidence(deadline.condition),
        "outcome": deadline.outcome,
        "outcome_event": deadline.outcome_event,
        "awaited": evidence(deadline.awaited),
        "told": [evidence(words) for words in deadline.told],
        "known": day(deadline.known),
        "account": deadline.account,
    }


def _dispute(dispute: Dispute) -> dict[str, Json]:
    return {
        "kind": "dispute",
        "id": dispute.id,
        "about": dispute.about,
        "sides": [
            {
                "words": side.words,
                "evidence": evidence(side.evidence),
                "outlet": side.outlet,
                "known": day(side.known),
                "speaker": side.speaker,
            }
            for side in dispute.sides
        ],
        "because": dispute.because,
    }


def _problem(problem: Problem) -> dict[str, Json]:
    return {
        "kind": "problem",
        "id": problem.id,
        "where": problem.where,
        "what": problem.what,
        "severity": str(problem.severity),
        "advice": problem.advice,
    }


def _participants(found: tuple[Participant, ...], holdings: Holdings) -> list[dict[str, Json]]:
    return [{"evidence": evidence(one.evidence), "actor": _actor_of(one.mention, holdings)} for one in found]


def _actor_of(mention: str | None, holdings: Holdings) -> str | None:
    return holdings.actor_of(mention) if mention else None


def _known(place: Evidence, holdings: Holdings) -> str | None:
    known: date | None = holdings.known(place.article)
    return day(known)
