"""Terms of office as the gazetteers give them.

In: the folder of the gazetteers. Out: `Term`s with days as they are given ("2006-05-20", "2006-05", "2006"): the
cabinets of 22 countries (Wikidata, CC0), the ministers of the United Kingdom since 1979 (Institute for Government,
CC BY 4.0), and the heads of states and governments who were in office in 2021 and 2022, by year (Wikidata, CC0).
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from throughline.tables.names import state_of
from throughline.text.fold import fold_name

EARLIEST = "1990"  # the web begins here; whoever left office before is history on every page
_SHORTEST_TERM = 7  # days: shorter ones are caretakers between two holders, whom nobody names
_LEADING_RANKS = frozenset(("PM", "DPM", "SoS", "LOA"))
_INITIALS = re.compile(r"\b[A-Z]\.\s+|,? (?:Jr|Sr)\.?$|\s+\([^)]*\)$| of (?:Spain|Jordan|Morocco|Saudi Arabia)$")
COUNTRIES = {
    "australia-cabinet": "AUS", "canada-cabinet": "CAN", "denmark-cabinet": "DNK", "finland-cabinet": "FIN",
    "france-cabinet": "FRA", "greece-cabinet": "GRC", "iran-ministers": "IRN", "iraq-ministers": "IRQ",
    "italy-ministers": "ITA", "jordan-ministers": "JOR", "netherlands-cabinet": "NLD", "new-zealand-cabinet": "NZL",
    "norway-cabinet": "NOR", "poland-cabinet": "POL", "portugal-cabinet": "PRT", "saudi-ministers": "SAU",
    "spain-ministers": "ESP", "sweden-cabinet": "SWE", "syria": "SYR", "turkey-ministers": "TUR", "us-cabinet": "USA",
}  # fmt: skip
# The offices that news pages name without more words, by the positions that the cabinets list.
POSITIONS = {
    "president": r"President",
    "king": r"(?:King|monarch|Monarch)",
    "supreme leader": r"Supreme Leader",
    "prime minister": r"Prime Minister",
    "vice president": r"Vice President",
    "deputy prime minister": r"Deputy Prime Minister(?: of Sweden)?",
    "foreign minister": r"(?:Minister (?:of|for) (?:Europe and )?Foreign Affairs(?:,? .*)?|"
    r"Secretary of State for Foreign.*|Secretary of State)",
    "defence minister": r"(?:Minister (?:of|for) (?:National )?Defence(?: and Armed.*)?|Minister of the Armed Forces|"
    r"Secretary of State for Defence|Secretary of Defence)",
    "interior minister": r"(?:Minister (?:of|for) (?:the )?(?:Interior|Home Affairs)(?: and Kingdom Relations)?|"
    r"Secretary of State for the Home Department)",
    "finance minister": r"(?:Minister (?:of|for) (?:the )?Finances?|Secretary of the Treasury|"
    r"Chancellor of the Exchequer|Treasurer)",
    "health minister": r"(?:Minister (?:of|for) Health|Secretary of State for Health(?: and Social Care)?|"
    r"Secretary of Health and Human Services)",
    "justice minister": r"(?:Minister (?:of|for) Justice|Secretary of State for Justice.*)",
    "education minister": r"(?:Minister (?:of|for) Education|Secretary of State for Education(?: and Skills)?|"
    r"Secretary of Education)",
    "transport minister": r"(?:Minister (?:of|for) Transport|Secretary of State for Transport|"
    r"Secretary of Transportation)",
    "commerce secretary": r"Secretary of Commerce",
    "attorney general": r"Attorney General",
    "national security adviser": r"National Security Advisor",
    "cia director": r"Director of the CIA",
    "fbi director": r"Director of the FBI",
    "homeland security secretary": r"Secretary of Homeland Security",
    "energy secretary": r"Secretary of Energy",
    "white house chief of staff": r"White House Chief of Staff",
    "press secretary": r"White House Press Secretary",
    "un ambassador": r"Ambassador to the United Nations",
}
# Positions of provinces and regions that the cabinets mix with those of the state, and one person filed wrongly.
_MIXED = frozenset((("finance minister", "AUS"), ("finance minister", "CAN"), ("defence minister", "CAN"),
    ("interior minister", "ESP")))  # fmt: skip
_MISFILED = frozenset((("Natan Sharansky", "FRA"),))
_LEADERS = {
    "president": r"President of (?:the )?(.*)",
    "prime minister": r"Prime Minister of (?:the )?(.*)",
    "king": r"(?:King|Monarchy) of (?:the )?(.*)",
    "chancellor": r"Chancellor of (?:the )?(.*)",
}


class Term(NamedTuple):
    """One term of office, as the table has it; days may be months or years where no more is known."""

    person: str
    names: str
    office: str
    key: str
    first: str
    last: str
    source: str
    acting: str = ""


def cabinets(folder: Path) -> Iterator[Term]:
    """Read the holders of the cabinets' positions."""
    for name, state in COUNTRIES.items():
        with (folder / "cabinets" / name / "html" / "holders21.csv").open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                office = _office(row["position"], POSITIONS)
                if (office, state) in _MIXED or (row["person"], state) in _MISFILED:
                    continue
                if office and _counts(row["start"], row["end"]):
                    yield Term(*_names(row["person"]), office, f"state:{state}", row["start"], row["end"], "Wikidata")


def british(folder: Path) -> Iterator[Term]:
    """Read the ministers of the United Kingdom, joined to their posts and all the names that they went by."""
    data = folder / "ifg" / "data"
    posts = {row["id"]: row["name"] for row in _rows(data / "post.csv") if row["rank_equivalence"] in _LEADING_RANKS}
    names: dict[str, list[str]] = defaultdict(list)
    for row in _rows(data / "person.csv"):
        names[row["id"]].append(row["name"])
    for row in _rows(data / "appointment.csv"):
        office = _office(posts.get(row["post_id"], ""), POSITIONS)
        if office and _counts(row["start_date"], row["end_date"]):
            person, *others = names[row["person_id"]]
            first, last = row["start_date"], row["end_date"]
            yield Term(person, "|".join(others), office, "state:GBR", first, last, "Institute for Government")


def leaders(folder: Path) -> Iterator[Term]:
    """Read heads of states and governments, by year."""
    for row in _rows(folder / "world-leaders-2021" / "data" / "wikipedia.csv"):
        state = state_of(fold_name(re.sub(r"\s*\(.*|^The ", "", row["country"])))
        office = _office(row["positionlabel"], _LEADERS)
        place = re.sub(r"^.*? of (?:the )?", "", row["positionlabel"])
        if place == "Somaliland":  # Somaliland is told under Somalia, whose heads are others
            continue
        if state and office and state_of(fold_name(place)) == state and re.fullmatch(r"\d{4}", row["start_year"]):
            person, full = _names(re.sub(r"\s*\(.*", "", row["officeholderlabel"]))
            yield Term(person, full, office, state, row["start_year"], row["end_year"], "Wikidata")


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        yield from csv.DictReader(file)


def _office(position: str, patterns: dict[str, str]) -> str | None:
    return next((office for office, pattern in patterns.items() if re.fullmatch(pattern, position)), None)


def _counts(first: str, last: str) -> bool:
    """Leave out who left before the web, who held an office for some days, and who has no first day."""
    if not first or (last and last < EARLIEST):
        return False
    whole = len(first) == len(last) == len("2006-05-20")
    return not whole or (date.fromisoformat(last) - date.fromisoformat(first)).days >= _SHORTEST_TERM


def _names(person: str) -> tuple[str, str]:
    """The name as news has it, without initials; the full one is kept beside it."""
    plain = _INITIALS.sub("", person).strip()
    if " " not in plain:
        return person, ""
    return plain, person if plain != person else ""
