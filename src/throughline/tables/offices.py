"""Who held which office when: heads of state and government, their ministers, heads of bodies, since 1990.

In: folded names and title words (`text.fold.fold_name`). Out: terms of office. The table is data/offices.tsv,
compiled by training/offices.py from Wikidata (CC0) and lists of public record; it covers some 100 states and bodies,
thinly beyond the 22 whose cabinets are listed whole. A term without a last day was running when it was compiled.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one office, first and last day included; `body` is "state:IRQ" or "body:nato"."""

    person: str
    names: tuple[str, ...]
    office: str
    body: str
    first: date
    last: date | None
    source: str

    def covers(self, day: date) -> bool:
        """Tell whether the person held the office on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


# The folded title words that may name each office. One title may name several ("chief", "secretary of state"): the
# state or body beside it decides.
_TITLES: dict[str, str] = {
    "president": "president",
    "vice president": "vice president",
    "king": "king|queen|monarch",
    "supreme leader": "supreme leader|ayatollah",
    "leader": "leader|colonel|dictator|strongman",
    "prime minister": "prime minister|premier|pm|head of government",
    "chancellor": "chancellor|prime minister|head of government",
    "deputy prime minister": "deputy prime minister|deputy premier|vice premier|vice chancellor",
    "foreign minister": "foreign minister|minister of foreign affairs|minister for foreign affairs|foreign secretary|"
    "secretary of state|foreign affairs minister|top diplomat|chief diplomat",
    "defence minister": "defence minister|defense minister|defence secretary|defense secretary|secretary of defense|"
    "secretary of defence|minister of defense|minister of defence|pentagon chief|defence chief|defense chief",
    "interior minister": "interior minister|home secretary|minister of the interior|home affairs minister",
    "finance minister": "finance minister|treasury secretary|secretary of the treasury|minister of finance|treasurer|"
    "chancellor of the exchequer|chancellor",
    "attorney general": "attorney general",
    "national security adviser": "national security adviser|national security advisor",
    "cia director": "cia director|director of the cia|cia chief",
    "fbi director": "fbi director|director of the fbi|fbi chief",
    "homeland security secretary": "homeland security secretary|secretary of homeland security",
    "energy secretary": "energy secretary|secretary of energy",
    "white house chief of staff": "white house chief of staff|chief of staff",
    "press secretary": "press secretary|white house press secretary|white house spokesman",
    "joint chiefs chairman": "chairman of the joint chiefs of staff|joint chiefs chairman",
    "secretary general": "secretary general|chief|head",
    "supreme allied commander": "supreme allied commander|supreme allied commander europe|saceur",
    "commission president": "commission president|european commission president",
    "council president": "council president|european council president",
    "high representative": "high representative|foreign policy chief|top diplomat",
    "director general": "director general|chief|head",
    "managing director": "managing director|chief|head",
    "nato ambassador": "ambassador to nato|nato ambassador|permanent representative to nato",
    "un ambassador": "ambassador to the united nations|ambassador to the un|un ambassador",
}


def offices_named(title: str) -> tuple[str, ...]:
    """Give the offices that folded title words may name; () for words that are no title of the table.

    >>> offices_named("defense secretary")
    ('defence minister',)
    """
    return _offices().get(title, ())


def longest_title(last_word: str) -> int:
    """Give how many words the longest title has that ends with this folded word; 0 for none."""
    return _reach().get(last_word, 0)


def holders_named(name: str) -> tuple[Term, ...]:
    """Find terms by a folded name: whole ("jens stoltenberg"), or any end of it ("de hoop scheffer", "obama")."""
    return _by_name().get(name, ())


def holders_of(title: str, body: str, day: date | None = None) -> tuple[Term, ...]:
    """Find who held an office, by title words or the table's own word, in a state or body; on a day, or ever."""
    offices = offices_named(title) or (title,)
    terms = (term for office in offices for term in _by_office().get((office, body), ()))
    return tuple(term for term in terms if day is None or term.covers(day))


def _grouped(pairs: Iterable[tuple[str, Term]]) -> dict[str, tuple[Term, ...]]:
    groups: dict[str, list[Term]] = {}
    for key, term in pairs:
        group = groups.setdefault(key, [])
        if term not in group:
            group.append(term)
    return {key: tuple(group) for key, group in groups.items()}


@cache
def _terms() -> tuple[Term, ...]:
    lines = files("throughline.tables").joinpath("data", "offices.tsv").read_text("utf-8").splitlines()
    return tuple(_term(line.split("\t")) for line in lines)


def _term(fields: list[str]) -> Term:
    person, names, office, body, first, last, source = fields
    end = date.fromisoformat(last) if last else None
    return Term(person, tuple(names.split("|")), office, body, date.fromisoformat(first), end, source)


@cache
def _by_name() -> dict[str, tuple[Term, ...]]:
    return _grouped(
        (" ".join(words[start:]), term)
        for term in _terms()
        for words in (name.split() for name in term.names)
        for start in range(len(words))
    )


@cache
def _by_office() -> dict[tuple[str, str], tuple[Term, ...]]:
    groups: dict[tuple[str, str], list[Term]] = {}
    for term in _terms():
        groups.setdefault((term.office, term.body), []).append(term)
    return {key: tuple(group) for key, group in groups.items()}


@cache
def _offices() -> dict[str, tuple[str, ...]]:
    offices: dict[str, list[str]] = {}
    for office, titles in _TITLES.items():
        for title in dict.fromkeys((office, *titles.split("|"))):
            offices.setdefault(title, []).append(office)
    return {title: tuple(named) for title, named in offices.items()}


@cache
def _reach() -> dict[str, int]:
    reach: dict[str, int] = {}
    for title in _offices():
        words = title.split()
        reach[words[-1]] = max(reach.get(words[-1], 0), len(words))
    return reach
