"""When the world met where since 1990: summits of NATO, G7, G20, APEC and BRICS, climate conferences, Olympic Games.

In: folded places and words for a gathering. Out: gatherings. The table is data/gatherings.tsv, our own list; a place
where several were held gives them all.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Gathering:
    """One meeting of a series: where (folded), and its first and last day."""

    series: str
    kinds: tuple[str, ...]
    places: tuple[str, ...]
    first: date
    last: date


def held_at(place: str) -> tuple[Gathering, ...]:
    """Find what was held at a folded place, in order.

    >>> [str(one.first) for one in held_at("bucharest")]
    ['2008-04-02']
    """
    return _by_place().get(place, ())


def is_kind(word: str) -> bool:
    """Tell whether a folded word may mean a gathering of the table: "summit", "olympics"."""
    return word in _kinds()


@cache
def _gatherings() -> tuple[Gathering, ...]:
    lines = files("throughline.tables").joinpath("data", "gatherings.tsv").read_text("utf-8").splitlines()
    return tuple(_gathering(line.split("\t")) for line in lines)


def _gathering(fields: list[str]) -> Gathering:
    series, kinds, places, first, last, _ = fields
    return Gathering(
        series, tuple(kinds.split("|")), tuple(places.split("|")), date.fromisoformat(first), date.fromisoformat(last)
    )


@cache
def _by_place() -> dict[str, tuple[Gathering, ...]]:
    places: dict[str, list[Gathering]] = {}
    for one in sorted(_gatherings(), key=lambda one: one.first):
        for place in one.places:
            places.setdefault(place, []).append(one)
    return {place: tuple(found) for place, found in places.items()}


@cache
def _kinds() -> frozenset[str]:
    return frozenset(kind for one in _gatherings() for kind in one.kinds)
