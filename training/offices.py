"""Compile who held which office when.

In: the gazetteers (the folder is the argument), and our own lists (lists/offices.tsv, lists/posts.tsv), which override
them person by person. Out: src/throughline/tables/data/offices.tsv with one term of office a line: person, folded
names, office, key of the state or body, first day, last day, source, "acting". A day may be a month or a year alone.
Run from the repository's root: `python -m training.offices DATA/gazetteer`.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from throughline.text.fold import fold_name
from training import gazetteers
from training.gazetteers import Term

HERE = Path(__file__).parent
OUT = HERE.parent / "src" / "throughline" / "tables" / "data" / "offices.tsv"
LISTS = ("offices.tsv", "posts.tsv")
_PUBLISHED = re.compile(r"\(([^()]*)\)")


def main() -> int:
    """Write the table; the argument is the gazetteers' folder."""
    folder = Path(sys.argv[1])
    terms = [term for name in LISTS for term in _by_hand(name)]
    for source in (gazetteers.british, gazetteers.cabinets, gazetteers.leaders):
        held = {_held(term, name) for term in terms for name in (term.person, *term.names.split("|")) if name}
        terms += _joined(term for term in source(folder) if _held(term, term.person) not in held)
    ordered = sorted({_folded(term) for term in terms}, key=lambda t: (t.key, t.office, t.first, t.person))
    OUT.write_text("".join("\t".join(term).rstrip("\t") + "\n" for term in ordered), encoding="utf-8")
    sys.stdout.write(f"{len(ordered)} terms, {OUT.stat().st_size} bytes\n")
    return 0


def _held(term: Term, name: str) -> tuple[str, str, str]:
    """What makes two terms one person's in one office: the surname."""
    return term.office, term.key, fold_name(name).split()[-1]


def _folded(term: Term) -> Term:
    """Fold the names that people look a holder up by, the usual one among them."""
    names = (term.person, *term.names.split("|"))
    return term._replace(names="|".join(dict.fromkeys(fold_name(n) for n in names if n)))


def _by_hand(name: str) -> Iterator[Term]:
    """Read a list of ours; the last remark before a term says where it is published."""
    source = "public record"
    for line in (HERE / "lists" / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            published = _PUBLISHED.findall(line)
            source = published[-1] if published else "public record"
            continue
        office, key, person, first, last, names, acting = [*line.split("\t"), ""][:7]
        yield Term(person, names, office, key, first, last, source, acting)


def _joined(terms: Iterable[Term]) -> list[Term]:
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
