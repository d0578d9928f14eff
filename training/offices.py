"""Compile who held which office when.

In: the gazetteer (`cabinets`, made from Wikidata, CC0; the folder is the argument), and
our own list beside this file, which overrides it person by person. Out: src/throughline/tables/data/offices.tsv with
one term of office a line: person, folded names, office, key of the state or body, first day, last day, source.
Run from the repository's root: `python training/offices.py DATA/gazetteer`.
"""

import csv
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from throughline.text.fold import fold_name

HERE = Path(__file__).parent
OUT = HERE.parent / "src" / "throughline" / "tables" / "data" / "offices.tsv"
EARLIEST = "1990"  # the web begins here; whoever left office before is history on every page
COUNTRIES = {
    "australia-cabinet": "AUS", "canada-cabinet": "CAN", "denmark-cabinet": "DNK", "finland-cabinet": "FIN",
    "france-cabinet": "FRA", "greece-cabinet": "GRC", "iran-ministers": "IRN", "iraq-ministers": "IRQ",
    "italy-ministers": "ITA", "jordan-ministers": "JOR", "netherlands-cabinet": "NLD", "new-zealand-cabinet": "NZL",
    "norway-cabinet": "NOR", "poland-cabinet": "POL", "portugal-cabinet": "PRT", "saudi-ministers": "SAU",
    "spain-ministers": "ESP", "sweden-cabinet": "SWE", "syria": "SYR", "turkey-ministers": "TUR",
    "united-kingdom-cabinet": "GBR", "us-cabinet": "USA",
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
_INITIALS = re.compile(r"\b[A-Z]\.\s+|,? (?:Jr|Sr)\.?$|\s+\([^)]*\)$")
_SHORTEST_TERM = 7  # days: shorter ones are caretakers between two holders, whom nobody names


class Term(NamedTuple):
    """One term of office, as the table has it."""

    person: str
    names: str
    office: str
    key: str
    first: str
    last: str
    source: str


def main() -> int:
    """Write the table; the argument is the gazetteer's folder."""
    by_hand = list(_by_hand())
    held = {
        (t.office, t.key, fold_name(name).split()[-1])
        for t in by_hand
        for name in (t.person, *t.names.split("|"))
        if name
    }
    compiled = [
        t
        for t in _cabinets(Path(sys.argv[1]) / "cabinets")
        if (t.office, t.key, fold_name(t.person).split()[-1]) not in held
    ]
    terms = sorted(
        {_folded(t) for t in (*_joined(compiled), *by_hand)}, key=lambda t: (t.key, t.office, t.first, t.person)
    )
    OUT.write_text("".join("\t".join(term) + "\n" for term in terms), encoding="utf-8")
    sys.stdout.write(f"{len(terms)} terms, {OUT.stat().st_size} bytes\n")
    return 0


def _folded(term: Term) -> Term:
    """Fold the names that people look a holder up by, the usual one among them."""
    names = (term.person, *term.names.split("|"))
    return term._replace(names="|".join(dict.fromkeys(fold_name(n) for n in names if n)))


def _by_hand() -> Iterator[Term]:
    for line in (HERE / "lists" / "offices.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            office, key, person, first, last, names = line.split("\t")
            yield Term(person, names, office, key, first, last, "public record")


def _cabinets(folder: Path) -> Iterator[Term]:
    for name, state in COUNTRIES.items():
        with (folder / name / "html" / "holders21.csv").open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                office = next((o for o, p in POSITIONS.items() if re.fullmatch(p, row["position"])), None)
                first, last = _whole_day(row["start"], last=False), _whole_day(row["end"], last=True)
                if office is None or first is None or (last or "9999") < EARLIEST or _is_short(first, last):
                    continue
                yield Term(*_names(row["person"]), office, f"state:{state}", first, last or "", "Wikidata")


def _is_short(first: str, last: str | None) -> bool:
    return last is not None and (date.fromisoformat(last) - date.fromisoformat(first)).days < _SHORTEST_TERM


def _whole_day(text: str, *, last: bool) -> str | None:
    """Widen a year or month to its first or last day."""
    if len(text) == 4:
        return f"{text}-12-31" if last else f"{text}-01-01"
    if len(text) == 7:
        return f"{text}-28" if last else f"{text}-01"
    return text or None


def _names(person: str) -> tuple[str, str]:
    """The name as news has it, without initials; the full one is kept beside it."""
    plain = _INITIALS.sub("", person).strip()
    if " " not in plain:
        return person, ""
    return plain, person if plain != person else ""


def _joined(terms: list[Term]) -> list[Term]:
    """Join terms of one person in one office that touch or overlap."""
    joined: list[Term] = []
    for term in sorted(terms, key=lambda t: (t.key, t.office, t.person, t.first)):
        before = joined[-1] if joined else None
        if before and before[:4] == term[:4] and (not before.last or term.first <= before.last):
            later = "" if not before.last or not term.last else max(before.last, term.last)
            joined[-1] = before._replace(last=later)
        else:
            joined.append(term)
    return joined


if __name__ == "__main__":
    sys.exit(main())
