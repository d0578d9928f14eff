"""Compile the table of outlets: training/lists/outlets.tsv, names as written, to tables/data/outlets.tsv, names folded.

    python -m training.outlets

In: a list that people edit. Out: the table, in order of its keys. What does not fit stops it with the line: a code
that is no country's, a host with a path, a key or a name of two outlets.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from throughline.tables.dateorders import is_country
from throughline.tables.outlets import COLUMNS, Kind
from throughline.text.fold import fold_name

LIST = Path(__file__).parent / "lists" / "outlets.tsv"
TABLE = Path(__file__).parents[1] / "src" / "throughline" / "tables" / "data" / "outlets.tsv"
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
_ORDERS = frozenset({"", "dmy", "mdy", "ymd"})


def compiled(lines: list[str]) -> Iterator[str]:
    """Yield the table's lines, the header first."""
    if tuple(lines[0].split("\t")) != COLUMNS:
        raise SystemExit(f"the first line must name the columns: {' '.join(COLUMNS)}")
    yield lines[0]
    rows = sorted((_row(line) for line in lines[1:]), key=lambda row: row[0])
    for column, what in ((0, "key"), (1, "name")):
        seen = [row[column].casefold() for row in rows]
        twice = {one for one in seen if seen.count(one) > 1}
        if twice:
            raise SystemExit(f"the same {what} twice: {', '.join(sorted(twice))}")
    yield from ("\t".join(row) for row in rows)


def _row(line: str) -> list[str]:
    key, name, names, short, hosts, country, language, kind, order = line.split("\t")
    bad = [host for host in hosts.split() if not _HOST.fullmatch(host)]
    if bad or not is_country(country) or kind not in set(Kind) or order not in _ORDERS or not name:
        raise SystemExit(f"does not fit: {line}")
    sure = _folded(names)
    return [key, name, "|".join(sure), "|".join(n for n in _folded(f"{name}|{short}") if n not in sure), hosts,
            country, language, kind, order]  # fmt: skip


def _folded(names: str) -> list[str]:
    return list(dict.fromkeys(folded for name in names.split("|") if (folded := fold_name(name))))


if __name__ == "__main__":
    table = "".join(f"{line}\n" for line in compiled(LIST.read_text("utf-8").splitlines()))
    TABLE.write_text(table, "utf-8")
