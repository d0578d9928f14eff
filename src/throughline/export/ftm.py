"""FollowTheMoney: people, bodies, articles, mentions and happenings as entities, for Aleph and its kin.

In: holdings. Out: JSON lines, one an entity; `claims` gives the single values with where each is from. Invariants: an
event that is no fact opens its name with the status ("Planned: ...") and has no date of its own, so that no timeline of
Aleph shows it as done: its days stand in the notes; a date is the part of an ISO date that is certain; every entity
that a property names is in the file. FtM has no state and no country as an actor: a state that acts is a PublicBody.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from throughline.export.countries import country
from throughline.export.holdings import Holdings
from throughline.export.statuses import FACTS, claimed
from throughline.export.values import Json, address, day, dumps, prefix, tame
from throughline.model import Actor, Article, Event, Evidence, Happening, Mention, MentionForm, MentionType, When

_SCHEMATA = MappingProxyType(
    {
        MentionType.PERSON: "Person",
        MentionType.ORGANISATION: "Organization",
        MentionType.STATE: "PublicBody",
        MentionType.GROUP: "LegalEntity",
    }
)
_DATES = frozenset({"publishedAt", "date", "startDate", "endDate"})
# FtM names a language by ISO 639-3; these are the languages of most of the world's news (639-1 first).
_LANGUAGES = MappingProxyType(
    dict(
        pair.split(":")
        for pair in "ar:ara bg:bul bn:ben cs:ces da:dan de:deu el:ell en:eng es:spa et:est fa:fas fi:fin fr:fra he:heb "
        "hi:hin hr:hrv hu:hun id:ind it:ita ja:jpn ko:kor lt:lit lv:lav nl:nld no:nor pl:pol pt:por ro:ron ru:rus "
        "sk:slk sl:slv sr:srp sv:swe th:tha tr:tur uk:ukr ur:urd vi:vie zh:zho".split()
    )
)


class Claim(NamedTuple):
    """One value of one entity: `rule` says how we know, `place` where it stands, `article` who says it, if any does."""

    entity: str
    schema: str
    prop: str
    value: str
    rule: str
    article: str | None = None
    place: Evidence | None = None


def lines(holdings: Holdings) -> Iterator[str]:
    """Every entity, in the order of the record: articles, actors, mentions, happenings."""
    entity: dict[str, Json] | None = None
    for claim in claims(holdings):
        if entity is None or entity["id"] != claim.entity:
            if entity:
                yield dumps(entity) + "\n"
            entity = {"id": claim.entity, "schema": claim.schema, "properties": {}}
        values = entity["properties"].setdefault(claim.prop, [])
        if claim.value not in values:
            values.append(claim.value)
    if entity:
        yield dumps(entity) + "\n"


def claims(holdings: Holdings) -> Iterator[Claim]:
    """Every value, those of one entity one after the other; none is empty."""
    for article in sorted(holdings.articles, key=lambda one: one.id):
        yield from _filled(_article(article, holdings))
    schemata = {}
    for actor in sorted(holdings.actors, key=lambda one: one.id):
        if actor.type in _SCHEMATA:
            schemata[actor.id] = _SCHEMATA[actor.type]
            yield from _filled(_actor(actor))
    countries = {}
    for mention in sorted(holdings.mentions, key=lambda one: (one.evidence, one.id)):
        countries[mention.id] = country(mention.entity)
        if mention.type in _SCHEMATA and mention.form is MentionForm.NAME:
            yield from _filled(_mention(mention, schemata, holdings))
    events = {event.id: event for event in holdings.events}
    for happening in sorted(holdings.happenings, key=lambda one: one.id):
        told = [events[name] for name in happening.events if name in events]
        yield from _filled(_happening(happening, told, schemata, holdings))
        yield from _filled(_places(happening, told, countries))


def _filled(found: Iterable[Claim]) -> Iterator[Claim]:
    """FtM takes no empty value, none with white space around it, and no date before the year 1000."""
    for claim in found:
        value = claim.value.strip() if claim.prop == "bodyText" else tame(claim.value)
        if value and not (claim.prop in _DATES and value < "1"):
            yield claim._replace(value=value)


def _article(article: Article, holdings: Holdings) -> Iterator[Claim]:
    head = holdings.heads.get(article.id)
    published = head.published if head else article.published.when
    days = prefix(published)
    values = [
        ("title", article.title or article.outlet or article.source, "page"),
        *(("author", name, "page") for name in article.authors),
        ("publisher", article.outlet or "", "page"),
        ("sourceUrl", address(article.url) or "", "page"),
        ("publishedAt", days or "", published.rule),
        ("language", _LANGUAGES.get(article.language or "", ""), "page"),
        ("bodyText", article.text, "page"),
        (
            "notes",
            f"published: {published.edtf}; known: {day(holdings.known(article.id)) or 'not sure'}",
            published.rule,
        ),
    ]
    if article.id in holdings.copies:
        values.append(("notes", f"a copy of {holdings.copies[article.id]}", "copies"))
    if article.id in holdings.versions:
        values.append(("notes", f"a later version of {holdings.versions[article.id]}", "versions"))
    for prop, value, rule in values:
        yield Claim(article.id, "Article", prop, value, rule, article.id)


def _actor(actor: Actor) -> Iterator[Claim]:
    schema = _SCHEMATA[actor.type]
    yield Claim(actor.id, schema, "name", actor.name, "actors")
    for alias in actor.aliases:
        if alias != actor.name:
            yield Claim(actor.id, schema, "alias", alias, "actors")
    yield Claim(actor.id, schema, "country", country(actor.entity) or "", "names")
    for role in actor.roles if schema == "Person" else ():
        yield Claim(actor.id, schema, "position", role.words, "actors", role.evidence.article, role.evidence)


def _mention(mention: Mention, schemata: dict[str, str], holdings: Holdings) -> Iterator[Claim]:
    place = mention.evidence
    actor = holdings.actor_of(mention.id)
    values = [
        ("document", place.article),
        ("name", place.words),
        ("detectedSchema", _SCHEMATA[mention.type]),
        ("resolved", actor if actor in schemata else ""),
    ]
    for prop, value in values:
        yield Claim(mention.id, "Mention", prop, value or "", mention.rule, place.article, place)


def _happening(
    happening: Happening, told: list[Event], schemata: dict[str, str], holdings: Holdings
) -> Iterator[Claim]:
    words, name = happening.headline, happening.id
    yield Claim(name, "Event", "name", claimed(words.words, happening.status), "headline", words.article, words)
    for prop, value in _days(happening.when) if happening.status in FACTS else ():
        rule = happening.when.rule if happening.when else ""
        yield Claim(name, "Event", prop, value, rule, words.article, words)
    known = day(happening.known) or "not sure"
    when = happening.when.edtf if happening.when else ".."
    yield Claim(name, "Event", "notes", f"when: {when}; known: {known}", "chronicle")
    yield Claim(
        name, "Event", "notes", f"reports: {happening.reports}; independent origins: {happening.origins}", "origins"
    )
    yield Claim(name, "Event", "keywords", f"status: {happening.status.words}", "status")
    if happening.type:
        yield Claim(name, "Event", "keywords", f"PLOVER: {happening.type}", "type")
    for event in told:
        place = event.evidence
        if place.article in holdings.heads:
            yield Claim(name, "Event", "proof", place.article, event.rule, place.article, place)
        for one in (*event.actor, *event.recipient):
            actor = holdings.actor_of(one.mention) if one.mention else None
            if actor in schemata:
                yield Claim(name, "Event", "involved", actor or "", event.rule, one.evidence.article, one.evidence)


def _places(happening: Happening, told: list[Event], countries: Mapping[str, str | None]) -> Iterator[Claim]:
    """Where it was, as the pages say, and in which country, where the table of names knows the place."""
    for event in told:
        for one in event.place:
            place = one.evidence
            where = countries.get(one.mention or "") or ""
            yield Claim(happening.id, "Event", "location", place.words, event.rule, place.article, place)
            yield Claim(happening.id, "Event", "country", where, "names", place.article, place)


def _days(when: When | None) -> Iterator[tuple[str, str]]:
    """FtM has no interval: one date where it can be written, else the ends that are known."""
    whole = prefix(when)
    if when is None:
        return
    if whole and when.edtf.removesuffix("~") == whole:
        yield "date", whole
        return
    yield "startDate", day(when.first) or ""
    yield "endDate", day(when.last) or ""
