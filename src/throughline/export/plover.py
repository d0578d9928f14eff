"""PLOVER: the event records that political scientists count, as NGEC writes them and POLECAT is made of.

In: holdings. Out: JSON lines, one an event that has a PLOVER type. Invariants: what is no fact carries the codebook's
own context for it ("future" for a plan, "hypothetical" for a request or what hangs on a condition); what was denied or
did not happen is no PLOVER event, and left out; a text counted once is told once, so copies and later versions of an
article give no rows. `date_resolved` is a day only where the day is certain; `date_lo`, `date_hi` and `date_edtf` say
what is known.
"""

from collections.abc import Iterator
from types import MappingProxyType

from throughline.export.holdings import Holdings
from throughline.export.modes import mode
from throughline.export.values import Json, address, day, dumps
from throughline.ledger.rows import Head
from throughline.model import Event, Participant, Plover, Status, When

VERSION = "throughline-plover-1"
_CONTEXTS = MappingProxyType(
    {
        Status.HAPPENED: (),
        Status.ONGOING: (),
        Status.PLANNED: ("future",),
        Status.REQUESTED: ("hypothetical",),
        Status.CONDITIONAL: ("hypothetical",),
    }
)
# The two by two of the codebook of POLECAT (Halterman et al., 2023).
_QUADS = MappingProxyType(
    {
        "verbal cooperation": (Plover.AGREE, Plover.CONSULT, Plover.SUPPORT, Plover.CONCEDE),
        "material cooperation": (Plover.COOPERATE, Plover.AID, Plover.RETREAT),
        "verbal conflict": (Plover.REQUEST, Plover.ACCUSE, Plover.REJECT, Plover.THREATEN),
        "material conflict": (Plover.PROTEST, Plover.SANCTION, Plover.MOBILIZE, Plover.COERCE, Plover.ASSAULT),
    }
)
_QUAD = MappingProxyType({kind: quad for quad, kinds in _QUADS.items() for kind in kinds})


def lines(holdings: Holdings) -> Iterator[str]:
    """Every event that the codebook has a type for, by place."""
    again = holdings.copies.keys() | holdings.versions.keys()
    for event in sorted(holdings.events, key=lambda one: (one.evidence, one.id)):
        if event.type and event.status in _CONTEXTS and event.evidence.article not in again:
            yield dumps(_record(event, event.type, holdings)) + "\n"


def _record(event: Event, kind: Plover, holdings: Holdings) -> dict[str, Json]:
    article = event.evidence.article
    head = holdings.heads.get(article)
    published = _certain(head.published if head else None)
    return {
        "id": event.id,
        "date": published,
        "event_type": str(kind),
        "event_mode": [how] if (how := mode(event)) else [],
        "quad_code": _QUAD[kind],
        "contexts": list(_CONTEXTS[event.status]),
        "event_text": event.evidence.words,
        "story_id": article,
        **_story(head),
        "pub_date": published,
        "attributes": {
            "ACTOR": [_attribute(one, event, holdings) for one in event.actor],
            "RECIP": [_attribute(one, event, holdings) for one in event.recipient],
            "LOC": [_attribute(one, event, holdings) for one in event.place],
            "DATE": [{"text": event.when.words}] if event.when and event.when.words else [],
        },
        **_date(event),
        "status": str(event.status),
        "due_edtf": event.due.edtf if event.due else None,
        "known": day(holdings.known(article)),
        "version": VERSION,
    }


def _story(head: Head | None) -> dict[str, Json]:
    if head is None:
        return {"publisher": None, "headline": None, "url": None, "pub_date_edtf": None}
    return {
        "publisher": head.outlet,
        "headline": head.title,
        "url": address(head.url),
        "pub_date_edtf": head.published.edtf,
    }


def _attribute(one: Participant, event: Event, holdings: Holdings) -> dict[str, Json]:
    """A participant; its characters are counted in `event_text`, and absent where it stands outside of that."""
    place, words = event.evidence, one.evidence
    found: dict[str, Json] = {"text": words.words}
    if place.start <= words.start and words.end <= place.end:
        found |= {"qa_start_char": words.start - place.start, "qa_end_char": words.end - place.start}
    actor = holdings.actor_of(one.mention) if one.mention else None
    return found | {"actor": actor}


def _date(event: Event) -> dict[str, Json]:
    when = event.when
    return {
        "date_resolved": _certain(when),
        "date_raw": when.words if when else "",
        "date_lo": day(when.first) if when else None,
        "date_hi": day(when.last) if when else None,
        "date_edtf": when.edtf if when else None,
    }


def _certain(when: When | None) -> str | None:
    return day(when.first) if when and when.is_day else None
