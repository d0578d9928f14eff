"""The claims of an article as bytes, some two kilobytes; and back, with whoever is the same under one key.

In: `Held`. Out: bytes. Keys are packed as the article's own names give them, so that what other articles know of who is
who changes nothing that is kept.
"""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

from throughline.annotate.claims.finder import Claim
from throughline.annotate.claims.held import Held
from throughline.annotate.claims.terms import Told
from throughline.tables.names import state_of
from throughline.tables.offices import holders_named
from throughline.tables.stances import Force

_PLAIN, _SPOKEN = 1, 2  # in which of the two tellings a claim stands
_FORCE: Final = {force.value: force for force in Force}
_BROKEN: Final = (zlib.error, ValueError, KeyError, TypeError, IndexError, RecursionError)


def packed(found: Held) -> bytes:
    """Pack the claims of an article."""
    rows = [_row(one, _PLAIN | _SPOKEN if one in found.spoken else _PLAIN) for one in found.plain]
    rows += [_row(one, _SPOKEN) for one in found.spoken if one not in found.plain]
    return zlib.compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode())


def unpacked(data: bytes, article: str, key: Callable[[str], str], *, spoken: bool = False) -> list[Claim]:
    """Undo `packed` for one of the tellings; `key` gives the key that a key is joined under.

    Whoever wants or refuses with an office does so for its state or body, too. Nothing where the bytes are no claims.
    """
    try:
        rows = json.loads(zlib.decompress(data))
        found = [_claim(row, article, key) for row in rows if row[0] & (_SPOKEN if spoken else _PLAIN)]
    except _BROKEN:
        return []
    return sorted(found, key=lambda one: (one.start, one.at))


def _row(claim: Claim, where: int) -> list[Any]:
    told = claim.told
    return [
        *(where, claim.start, claim.end, claim.at, claim.word, sorted(claim.poles), claim.force.value, claim.tense),
        *(sorted(told.theme), sorted(told.terms), sorted(told.holders), sorted(told.agents)),
        *(told.is_own, told.is_loose, told.is_part, told.wanter, told.whose, told.said, told.place, claim.is_aside),
    ]


def _claim(row: list[Any], article: str, key: Callable[[str], str]) -> Claim:
    _, start, end, at, word, poles, force, tense, theme, terms, holders, agents, *rest, is_aside = row
    is_own, is_loose, is_part, wanter, whose, said, place = rest
    told = Told(
        theme=_joined(theme, key),
        terms=_joined(terms, key),
        holders=_with_bodies(_joined(holders, key)),
        agents=_joined(agents, key),
        is_own=is_own,
        is_loose=is_loose,
        is_part=is_part,
        wanter=_one(wanter, key),
        whose=_one(whose, key),
        said=_one(said, key),
        place=place,
    )
    return Claim(article, start, end, at, word, frozenset(map(tuple, poles)), _FORCE[force], tense, told, is_aside)


def _joined(terms: Iterable[str], key: Callable[[str], str]) -> frozenset[str]:
    return frozenset([key(term) if ":" in term else term for term in terms])


def _one(term: str, key: Callable[[str], str]) -> str:
    return key(term) if ":" in term else term


def _with_bodies(holders: frozenset[str]) -> frozenset[str]:
    return holders.union(*map(_bodies, holders)) if holders else holders


@lru_cache(maxsize=1 << 14)
def _bodies(key: str) -> frozenset[str]:
    return frozenset(_bodies_of(key))


def _bodies_of(key: str) -> Iterator[str]:
    """The states and bodies that a person holds or held an office in; the state of a capital."""
    kind, _, name = key.partition(":")
    if kind in {"person", "name"}:
        yield from {term.body for term in holders_named(name.replace("-", " "))}
    if kind == "place":
        state = state_of(name.rpartition(".")[0])
        if state is not None:
            yield state
