"""The file in which a user adds outlets: outlets.tsv, of the columns of the table that ships.

In: its text, and what to call it. Out: `Outlet`s, their names folded. Read strictly: what does not fit is an error that
says the file, the line and what to do. The first line names the columns, in any order; only `name` must be there.
"""

import re
from collections.abc import Iterator
from typing import Final, NoReturn

from throughline.errors import SettingError
from throughline.tables.dateorders import is_country
from throughline.tables.outlets import COLUMNS, Kind, Outlet, row
from throughline.text.fold import fold_name

MOST_CHARACTERS: Final = 5_000_000  # of the file
_HOST: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}")
_KEY: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_ORDERS: Final = ("dmy", "mdy", "ymd")


def read(text: str, name: str = "outlets.tsv") -> tuple[Outlet, ...]:
    """Read the file; empty lines and lines that begin with # are passed over.

    Raises:
        SettingError: it can't be followed; the message says where and what to do.
    """
    if len(text) > MOST_CHARACTERS:
        raise SettingError(f"{name}: more than {MOST_CHARACTERS:,} characters: part it")
    lines = [
        (number, line)
        for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1)
        if line.strip() and not line.startswith("#")
    ]
    if not lines:
        return ()
    columns = _columns(name, *lines[0])
    found = [_outlet(f"{name}, line {number}", columns, line) for number, line in lines[1:]]
    _check_apart(name, found)
    return tuple(found)


def _columns(name: str, number: int, line: str) -> list[str]:
    columns = [cell.strip() for cell in line.split("\t")]
    where = f"{name}, line {number}"
    if "name" not in columns:
        _refuse(where, "it does not name the columns", f"write them with tabs between: {' '.join(COLUMNS)}")
    for column in columns:
        if column not in COLUMNS or columns.count(column) > 1:
            _refuse(where, f"the column {column[:40]!r} is not known, or there twice", f"known: {' '.join(COLUMNS)}")
    return columns


def _outlet(where: str, columns: list[str], line: str) -> Outlet:
    given = [cell.strip() for cell in line.rstrip("\r").split("\t")]
    if len(given) > len(columns):
        _refuse(where, f"{len(given)} cells for {len(columns)} columns", "put one tab between two cells")
    cells = dict.fromkeys(COLUMNS, "") | dict(zip(columns, given, strict=False))
    folded = fold_name(cells["name"])
    if not folded:
        _refuse(where, "the outlet has no name", "write its usual name")
    key = cells["key"].removeprefix("body:")
    if key and not _KEY.fullmatch(key):
        _refuse(where, f"the key {key[:40]!r} does not fit", "write small letters, digits and hyphens, or nothing")
    cells["key"] = key or folded.replace(" ", "-")
    cells["kind"] = cells["kind"] or Kind.PORTAL
    _check_cells(where, cells)
    for column in ("names", "short"):
        cells[column] = "|".join(dict.fromkeys(_folded(cells[column])))
    if folded not in cells["names"].split("|"):
        cells["short"] = "|".join(dict.fromkeys([folded, *_folded(cells["short"])]))
    return row(cells)


def _folded(cell: str) -> Iterator[str]:
    return (folded for name in cell.split("|") if (folded := fold_name(name)))


def _check_cells(where: str, cells: dict[str, str]) -> None:
    for host in cells["hosts"].split():
        if len(host) > 253 or not _HOST.fullmatch(host):
            _refuse(where, f"{host[:80]!r} is no host", "write it small, without https://; a space between two")
    if cells["country"] and not is_country(cells["country"]):
        _refuse(where, f"{cells['country'][:40]!r} is no country", "write its two letters: GB, IQ ...")
    if cells["language"] and not re.fullmatch(r"[a-z]{2,3}", cells["language"]):
        _refuse(where, f"{cells['language'][:40]!r} is no language", "write its code: en, ar ...")
    if cells["kind"] not in set(Kind):
        _refuse(where, f"the kind {cells['kind'][:40]!r} is not known", f"it may be {', '.join(Kind)}")
    if cells["order"] not in {"", *_ORDERS}:
        _refuse(where, f"the order {cells['order'][:40]!r} is not known", f"it may be {', '.join(_ORDERS)}, or nothing")


def _check_apart(name: str, outlets: list[Outlet]) -> None:
    """Refuse a key or a host that two lines have."""
    for what, cells in (
        ("key", [(outlet.key, outlet) for outlet in outlets]),
        ("host", [(host, outlet) for outlet in outlets for host in outlet.hosts]),
    ):
        seen: dict[str, Outlet] = {}
        for cell, outlet in cells:
            if seen.setdefault(cell, outlet) is not outlet:
                _refuse(name, f"the {what} {cell} is of {seen[cell].name} and of {outlet.name}", "leave it with one")


def _refuse(where: str, what: str, advice: str) -> NoReturn:
    raise SettingError(f"{where}: {what}: {advice}")
