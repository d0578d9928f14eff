"""What a tool answers: records with the words they rest on, cut to what a chat can take, and said in one sentence.

In: records of the model and the story's articles. Out: plain values. Invariants: the shapes are those of `--json`, with
more in them: all evidence says how to cite it, its outlet and day, and "articles" has their titles and addresses; what
was cut is counted beside it ("told_more"); where nothing is found, the answer says that no source says so, and as of
which day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from throughline.errors import QueryError
from throughline.export.values import Json, day, dumps, plain, tame
from throughline.export.values import when as plain_when
from throughline.export.wording import count
from throughline.ledger.rows import Head
from throughline.model import When

_ROOM = 30_000  # characters of an answer's records: some 8,000 tokens, so that a chat can hold several
_LONG = 1200  # characters of one text; `article` has the whole of it
_TITLE = 120
_UNSURE = "Pages that may have been known by then, but were not for certain, are counted with maybe."
_LISTS = (40, 20, 10, 5, 2)  # how many of a record's own list are kept, the most that fits
_LATEST = frozenset({"points", "stances", "history"})  # in order of time: their end tells how things stand


@dataclass(frozen=True, slots=True)
class Found:
    """What a verb gave. `total`: how many there are in all (`is_least`: or more); `nothing`, `more`: how to go on.

    `is_whole`: the verb itself gives no more than a chat can take.
    """

    records: Sequence[object]
    nothing: str = ""
    total: int | None = None
    skipped: int = 0
    more: str = "ask with skip {next}, or narrow the question"
    is_least: bool = False
    is_whole: bool = False


def answer(found: Found, heads: Mapping[str, Head], as_of: When | None, *, maybe: bool) -> dict[str, Json]:
    """The answer as plain values."""
    clock = _clock(as_of, maybe=maybe)
    told = {"as_of": day(as_of.last) if as_of else None, "maybe": maybe}
    if not found.records and found.skipped:
        raise QueryError(f"there are no more than {found.total or 0:,} records: skip fewer than {found.skipped:,}")
    if not found.records:
        unsure = "" if maybe or as_of is None else _UNSURE
        parts = (f"No source in this story says so, {clock}.", found.nothing, unsure)
        return {"answer": " ".join(filter(None, parts)), **told, "records": [], "more": 0, "articles": {}}
    records = [cited(plain(record), heads) for record in found.records]
    records = [cut(one, _ROOM, _ROOM) for one in records] if found.is_whole else _fitting(records)
    reached = found.skipped + len(records)
    more = max((reached if found.total is None else found.total) - reached, 0)
    words = f"{count(len(records), 'record')}, {clock}"
    if more:
        least = "at least " if found.is_least else ""
        words += f"; {least}{more:,} more: {found.more.format(next=reached)}"
    articles = {article: source(heads[article]) for article in sorted(_articles(records)) if article in heads}
    return {"answer": f"{words}.", **told, "records": records, "more": more, "articles": articles}


def _clock(as_of: When | None, *, maybe: bool) -> str:
    """As of when an answer holds, in words."""
    if as_of is None or as_of.last is None:
        return "in all that the story holds"
    return f"as {'may have been ' if maybe else ''}known by {as_of.last.isoformat()}"


def cited(value: Json, heads: Mapping[str, Head]) -> Json:
    """Plain values in which all evidence says how to cite it, its outlet (else title), and since when it is known."""
    if isinstance(value, list):
        return [cited(part, heads) for part in value]
    if not isinstance(value, dict):
        return value
    found = {name: cited(part, heads) for name, part in value.items()}
    head = heads.get(str(value.get("article")))
    if head is None or "start" not in value:
        return found
    place = f"{head.id}:{value['start']}-{value['end']}"
    named = {"outlet": head.outlet} if head.outlet else {"outlet": None, "title": _title(head)}
    return found | {"cite": place} | named | {"known": day(head.known)}


def source(head: Head) -> dict[str, Json]:
    """Where an article stands: outlet, title, address, when it was published, since when a reader could know it."""
    published = plain_when(head.published)
    return {
        "outlet": head.outlet,
        "title": _title(head),
        "url": head.url,
        "published": published["edtf"] if published else None,
        "known": day(head.known),
    }


def _title(head: Head) -> str | None:
    return tame(head.title)[:_TITLE] if head.title else None


def _articles(value: Json) -> set[str]:
    """The articles that plain values name."""
    if isinstance(value, list):
        return set[str]().union(*map(_articles, value))
    if not isinstance(value, dict):
        return set()
    own = {value["article"]} if isinstance(value.get("article"), str) else set()
    return own.union(*map(_articles, value.values()))


def _fitting(records: Sequence[Json]) -> list[Json]:
    """As many records as there is room for, one at least, each with as much of its lists as lets that one in."""
    for most in _LISTS:
        kept: list[Json] = []
        room = _ROOM
        for record in records:
            short = cut(record, most if len(records) == 1 else min(most, 10))
            room -= len(dumps(short))
            if room < 0 and (kept or most != _LISTS[-1]):
                break
            kept.append(short)
        if kept:
            return kept
    return []


def cut(value: Json, most: int, longest: int = _LONG) -> Json:
    """Plain values with lists and texts of a bounded length; what is left out is counted beside them."""
    if isinstance(value, str):
        words = value if len(value) <= longest else value[:longest] + " …"
        return words if words.isascii() else words.encode("utf-8", errors="replace").decode("utf-8")
    if isinstance(value, list):
        return [cut(part, most, longest) for part in value]
    if not isinstance(value, dict):
        return value
    found: dict[str, Json] = {}
    for name, part in value.items():
        if isinstance(part, list) and len(part) > most:
            found[name] = cut(part[-most:] if name in _LATEST else part[:most], most, longest)
            found[f"{name}_more"] = len(part) - most
        else:
            found[name] = cut(part, most, longest)
    return found
