"""Who held which office when: heads of state and government, their ministers, heads of bodies, since 1990.

In: folded names and title words (`text.fold.fold_name`). Out: terms of office. The table is data/offices.tsv,
compiled by training/offices.py from Wikidata (CC0), the ministers of the United Kingdom (Institute for Government,
CC BY 4.0) and lists of public record; it covers all states and the larger bodies and commands, thinly beyond the 22
whose cabinets are listed whole. A term without a last day was running when it was compiled. Where no more than a
month or a year is known of an end, `since` and `until` say so, and the days are the widest that they may mean.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one office, first and last day included; `body` is "state:IRQ" or "body:nato".

    The first of its folded `names` is the person's.
    `since` and `until` are its ends as they are known, a day, a month or a year; `acting` holders stood in.
    """

    person: str
    names: tuple[str, ...]
    office: str
    body: str
    first: date
    last: date | None
    source: str
    since: str = ""
    until: str = ""
    acting: bool = False

    @property
    def key(self) -> str:
        """The person's key: "person:jens-stoltenberg"."""
        return f"person:{self.names[0].replace(' ', '-')}"

    def covers(self, day: date) -> bool:
        """Tell whether the person held the office on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


_YEAR, _MONTH, _DAY = len("2006"), len("2006-05"), len("2006-05-20")

# The folded title words that may name each office. One title may name several ("chief", "secretary of state"): the
# state or body beside it decides.
_TITLES: dict[str, str] = {
    "president": "president|state president|bank president|world bank president",
    "vice president": "vice president",
    "king": "king|monarch",
    "queen": "queen|monarch",
    "crown prince": "crown prince",
    "emir": "emir|amir|ruler",
    "sultan": "sultan",
    "pope": "pope|pontiff",
    "supreme leader": "supreme leader|ayatollah|spiritual leader",
    "leader": "leader|colonel|dictator|strongman|military ruler|military leader|junta leader|junta chief",
    "prime minister": "prime minister|premier|pm|head of government|taoiseach",
    "chancellor": "chancellor|prime minister|head of government",
    "chief executive": "chief executive",
    "chief adviser": "chief adviser",
    "state counsellor": "state counsellor",
    "governor general": "governor general",
    "deputy prime minister": "deputy prime minister|deputy premier|vice premier|vice chancellor|tanaiste",
    "foreign minister": "foreign minister|minister of foreign affairs|minister for foreign affairs|foreign secretary|"
    "secretary of state|foreign affairs minister|external affairs minister|top diplomat|chief diplomat",
    "defence minister": "defence minister|defense minister|defence secretary|defense secretary|secretary of defense|"
    "secretary of defence|minister of defense|minister of defence|pentagon chief|defence chief|defense chief",
    "interior minister": "interior minister|home secretary|home minister|minister of the interior|"
    "home affairs minister",
    "finance minister": "finance minister|treasury secretary|secretary of the treasury|minister of finance|treasurer|"
    "chancellor of the exchequer|chancellor",
    "economy minister": "economy minister|economics minister",
    "health minister": "health minister|health secretary|minister of health|secretary of health and human services",
    "justice minister": "justice minister|justice secretary|minister of justice",
    "education minister": "education minister|education secretary|secretary of education|minister of education",
    "transport minister": "transport minister|transport secretary|transportation secretary|"
    "secretary of transportation|minister of transport",
    "oil minister": "oil minister|energy minister|petroleum minister",
    "cabinet secretary": "chief cabinet secretary",
    "commerce secretary": "commerce secretary|secretary of commerce",
    "attorney general": "attorney general",
    "national security adviser": "national security adviser|national security advisor",
    "national intelligence director": "director of national intelligence|national intelligence director|"
    "intelligence chief",
    "cia director": "cia director|director of the cia|cia chief",
    "fbi director": "fbi director|director of the fbi|fbi chief",
    "homeland security secretary": "homeland security secretary|secretary of homeland security",
    "energy secretary": "energy secretary|secretary of energy",
    "white house chief of staff": "white house chief of staff|chief of staff",
    "press secretary": "press secretary|white house press secretary|white house spokesman|white house spokeswoman",
    "pentagon press secretary": "pentagon press secretary|pentagon spokesman|press secretary",
    "kremlin spokesman": "kremlin spokesman|spokesman",
    "house speaker": "house speaker|speaker of the house|speaker",
    "parliament speaker": "parliament speaker|speaker of parliament|parliamentary speaker|speaker",
    "senate majority leader": "senate majority leader|majority leader",
    "fed chair": "federal reserve chairman|federal reserve chair|fed chairman|fed chair|fed chief|fed chairwoman",
    "joint chiefs chairman": "chairman of the joint chiefs of staff|joint chiefs chairman|chairman of the joint chiefs|"
    "joint chiefs of staff chairman",
    "joint chiefs vice chairman": "vice chairman of the joint chiefs of staff",
    "army chief of staff": "army chief of staff|army chief|chief of staff of the army|chief of army staff",
    "armed forces chief": "chief of staff|chief of general staff|chief of the general staff|army chief|military chief|"
    "commander in chief|top military commander|armed forces chief",
    "centcom commander": "commander of us central command|centcom commander|centcom chief|"
    "commander of central command|head of us central command|commander of us centcom|head of central command",
    "africom commander": "commander of us africa command|africom commander|head of us africa command",
    "pacific commander": "commander of us pacific command|commander of us indo pacific command|"
    "head of us pacific command",
    "isaf commander": "isaf commander|commander of isaf|commander of nato forces in afghanistan|"
    "commander of us and nato forces in afghanistan|top us commander in afghanistan|us commander in afghanistan|"
    "top nato commander in afghanistan|top american commander in afghanistan|commander of resolute support|"
    "commander of the international security assistance force|commander of us forces in afghanistan",
    "iraq commander": "top us commander in iraq|us commander in iraq|top american commander in iraq|"
    "commander of us forces in iraq|commander of multi national force iraq|commander of the multi national force|"
    "american commander in iraq|top us military commander in iraq|commander of coalition forces in iraq",
    "inherent resolve commander": "commander of operation inherent resolve|coalition commander|"
    "commander of the us led coalition|commander of the coalition",
    "nato iraq commander": "commander of nato mission iraq|commander of nato training mission iraq|"
    "commander of the nato training mission|commander of nato mission in iraq",
    "irgc commander": "irgc commander|revolutionary guards commander|revolutionary guard commander|"
    "commander of the revolutionary guards|commander in chief|chief commander",
    "quds force commander": "quds force commander|commander of the quds force|quds force chief|head of the quds force|"
    "qods force commander",
    "nuclear chief": "nuclear chief|head of the atomic energy organization|atomic chief",
    "secretary general": "secretary general|chief|head",
    "deputy secretary general": "deputy secretary general",
    "military committee chairman": "chairman of the nato military committee|chairman of the military committee|"
    "chair of the nato military committee|chair of the military committee",
    "supreme allied commander": "supreme allied commander|supreme allied commander europe|saceur|"
    "nato supreme commander|supreme commander",
    "supreme allied commander transformation": "supreme allied commander transformation",
    "commission president": "commission president|european commission president|president of the european commission",
    "council president": "council president|european council president|president of the european council",
    "parliament president": "parliament president|european parliament president|president of the european parliament",
    "high representative": "high representative|foreign policy chief|top diplomat",
    "external relations commissioner": "external relations commissioner|eu external relations commissioner",
    "enlargement commissioner": "enlargement commissioner|eu enlargement commissioner",
    "director general": "director general|chief|head",
    "managing director": "managing director|chief|head",
    "human rights commissioner": "high commissioner for human rights|human rights chief|rights chief|"
    "un human rights chief|un rights chief",
    "refugee commissioner": "high commissioner for refugees|refugee chief|un refugee chief",
    "humanitarian chief": "humanitarian chief|aid chief|emergency relief coordinator|un humanitarian chief|"
    "under secretary general for humanitarian affairs|un aid chief",
    "syria envoy": "envoy|special envoy|syria envoy|peace envoy|un envoy|mediator",
    "yemen envoy": "envoy|special envoy|yemen envoy|un envoy",
    "libya envoy": "envoy|special envoy|libya envoy|un envoy|special representative",
    "iraq envoy": "special representative|un envoy|envoy|special envoy|envoy to iraq",
    "afghanistan envoy": "special representative|un envoy|envoy|special envoy|envoy to afghanistan",
    "icc prosecutor": "icc prosecutor|chief prosecutor|icc chief prosecutor|prosecutor",
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


def terms_of(key: str) -> tuple[Term, ...]:
    """Find a person's terms by the key ("person:jens-stoltenberg"); () for who is not in the table."""
    return _by_key().get(key, ())


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
    person, names, office, body, since, until, source, *acting = fields
    first = date.fromisoformat(since + "-01-01"[len(since) - _DAY :] if len(since) < _DAY else since)
    return Term(person, tuple(names.split("|")), office, body, first, _last(until), source, since, until, bool(acting))


def _last(until: str) -> date | None:
    """Widen a month or year to its last day; None where a term runs on."""
    if len(until) == _YEAR:
        return date(int(until), 12, 31)
    if len(until) == _MONTH:
        year, month = map(int, until.split("-"))
        return date(year, month, monthrange(year, month)[1])
    return date.fromisoformat(until) if until else None


@cache
def _by_name() -> dict[str, tuple[Term, ...]]:
    return _grouped(
        (" ".join(words[start:]), term)
        for term in _terms()
        for words in (name.split() for name in term.names)
        for start in range(len(words))
    )


@cache
def _by_key() -> dict[str, tuple[Term, ...]]:
    return _grouped((term.key, term) for term in _terms())


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
