"""Names that need no context: states and their demonyms, bodies, places, first names, words written small.

In: folded words (`text.fold.fold_name`: "u s" for "U.S."). Out: an `Entity`, or None where no table knows the name.
The tables are facts compiled by training/names.py; data/SOURCES.md says from what.
"""

from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from throughline.model import MentionType
from throughline.tables.outlets import shipped


class Entity(NamedTuple):
    """What a table knows by a name.

    `key` is "state:IRQ", "body:nato", "place:basra.IRQ" or "people:kurdish"; a demonym has its state's key and
    type NATIONALITY. `name` is the usual name. `certain` is False for a name that is a place only where the words
    around say so (small cities, cities that are also surnames).
    """

    key: str
    type: MentionType
    name: str
    certain: bool = True


def lookup(folded: str) -> Entity | None:
    """Find a state, demonym, people, body or place by its folded name."""
    return _entities().get(folded) or _place(folded)


def longest(first: str) -> int:
    """How many words the longest known name has that begins with this folded word; 0 for none."""
    return _reach().get(first, 0)


def state_of(folded: str) -> str | None:
    """Give the state's key ("state:IRQ") for a state's name, a demonym, or a capital; None for anything else."""
    entity = lookup(folded)
    if entity is not None and entity.key.startswith("state:"):
        return entity.key
    return _capitals().get(folded)


def is_outlet(key: str) -> bool:
    """Tell whether a body's key ("body:afp") is a news outlet's."""
    return key in _outlets()


def capital_of(key: str) -> str | None:
    """Give the state ("state:IRQ") whose capital a place's key ("place:baghdad.IRQ") means; None for other places."""
    name, _, code = key.removeprefix("place:").partition(".")
    state = f"state:{code}"
    return state if key.startswith("place:") and _capitals().get(name.replace("-", " ")) == state else None


def usual_name(key: str) -> str | None:
    """Give the usual name of a state, people, body or place by its key; None for a key of no table."""
    if key.startswith("place:"):
        place = _place(key.removeprefix("place:").partition(".")[0].replace("-", " "))
        return place.name if place and place.key == key else None
    return _usual_names().get(key)


def forms_of(key: str) -> tuple[str, ...]:
    """Give all folded names of a body by its key ("body:nato" has "alliance"); none where it is no body."""
    return _body_forms().get(key, ())


def gender(first_name: str) -> str | None:
    """Give "f", "m" or "-" (borne by both, or not known) for a folded first name; None where it is none."""
    return _first_names().get(first_name)


def is_small(word: str) -> bool:
    """Tell whether English writes this lower-case word small: it is no name."""
    return word in _small_words()


def _lines(name: str) -> list[list[str]]:
    text = files("throughline.tables").joinpath("data", name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines()]


@cache
def _entities() -> dict[str, Entity]:
    """The tables but places in one, the more certain over the less: states, demonyms, peoples, bodies, outlets."""
    found: dict[str, Entity] = {}
    for outlet in shipped().rows:
        found.update(dict.fromkeys(outlet.names, Entity(outlet.key, MentionType.ORGANISATION, outlet.name)))
    for key, name, forms in _lines("bodies.tsv"):
        entity = Entity(f"body:{key}", MentionType.ORGANISATION, name)
        found.update(dict.fromkeys(forms.split("|"), entity))
    for folded, people in _lines("peoples.tsv"):
        found[folded] = Entity(f"people:{folded.replace(' ', '-')}", MentionType.NATIONALITY, people)
    for code, name, forms, demonyms, folded_demonyms, _capital in _lines("states.tsv"):
        for folded, demonym in zip(folded_demonyms.split("|"), demonyms.split("|"), strict=True):
            found[folded] = Entity(f"state:{code}", MentionType.NATIONALITY, demonym)
        found.update(dict.fromkeys(forms.split("|"), Entity(f"state:{code}", MentionType.STATE, name)))
    found.pop("", None)
    return found


@cache
def _usual_names() -> dict[str, str]:
    entities = _entities().values()
    found = {entity.key: entity.name for entity in entities if entity.type is MentionType.NATIONALITY}
    return found | {entity.key: entity.name for entity in entities if entity.type is not MentionType.NATIONALITY}


@cache
def _places() -> dict[str, str]:
    """The rows of places by folded name; made into entities when one is asked for, since there are many."""
    text = files("throughline.tables").joinpath("data", "places.tsv").read_text("utf-8")
    return {folded: row for folded, _, row in (line.partition("\t") for line in text.splitlines()) if folded}


@lru_cache(maxsize=1 << 14)
def _place(folded: str) -> Entity | None:
    row = _places().get(folded)
    if row is None:
        return None
    name, state, strength = row.split("\t")
    key = f"place:{folded.replace(' ', '-')}{'.' if state else ''}{state}"
    return Entity(key, MentionType.PLACE, name or folded.title(), strength == "1")


@cache
def _outlets() -> frozenset[str]:
    return frozenset(outlet.key for outlet in shipped().rows if outlet.is_news)


@cache
def _body_forms() -> dict[str, tuple[str, ...]]:
    outlets = {outlet.key: outlet.names for outlet in shipped().rows if outlet.names}
    return outlets | {f"body:{row[0]}": tuple(row[2].split("|")) for row in _lines("bodies.tsv")}


@cache
def _reach() -> dict[str, int]:
    reach: dict[str, int] = {}
    for folded in (*_entities(), *_places()):
        words = folded.split()
        reach[words[0]] = max(reach.get(words[0], 0), len(words))
    return reach


@cache
def _capitals() -> dict[str, str]:
    return {row[5]: f"state:{row[0]}" for row in _lines("states.tsv") if row[5]}


@cache
def _first_names() -> dict[str, str]:
    return {row[0]: row[1] for row in _lines("first-names.tsv")}


@cache
def _small_words() -> frozenset[str]:
    return frozenset(row[0] for row in _lines("small-words.txt"))
