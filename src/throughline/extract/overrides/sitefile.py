"""The file in which a user says how sites are laid out: sites.toml.

In: its text, and what to call it. Out: `Site`s. Read strictly: a key that is not known, a selector that is not taken, a
day that is none, two layouts of one host that overlap in time are errors that say the file, the table and what to do.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import pairwise
from typing import Any, Final, NoReturn

from throughline.errors import SettingError
from throughline.extract.overrides import selectors
from throughline.extract.overrides.sites import Site

SELECTORS: Final = ("title", "authors", "published", "body", "drop", "comments")
_DAYS: Final = ("valid_from", "valid_until")
_WORDS: Final = ("outlet", "date_order", "language")
_KEYS: Final = ("host", *_DAYS, *_WORDS, *SELECTORS)
_ORDERS: Final = ("dmy", "mdy", "ymd")
_HOST: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
_HEADER: Final = re.compile(r"^[ \t]*\[\[[ \t]*site[ \t]*\]\]", re.MULTILINE)
MOST_CHARACTERS: Final = 1_000_000  # of the file
MOST_SITES: Final = 5_000
MOST_SELECTORS: Final = 20  # of one thing


def read(text: str, name: str = "sites.toml") -> tuple[Site, ...]:
    """Read the file.

    Raises:
        SettingError: it can't be followed; the message says where and what to do.
    """
    if len(text) > MOST_CHARACTERS:
        raise SettingError(f"{name}: more than {MOST_CHARACTERS:,} characters: part it")
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingError(f"{name}: it is no TOML: {error}") from error
    odd = sorted(set(content) - {"site"})
    tables = content.get("site", [])
    if odd or not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        what = f"{odd[0]!r} is not known here" if odd else "'site' must be a list of tables"
        raise SettingError(f"{name}: {what}: write each site under a line of its own, [[site]]")
    if len(tables) > MOST_SITES:
        raise SettingError(f"{name}: more than {MOST_SITES:,} sites")
    lines = [text.count("\n", 0, match.start()) + 1 for match in _HEADER.finditer(text)]
    found = [_Table(name, table, number, lines).site() for number, table in enumerate(tables, start=1)]
    _check_apart(name, found)
    return tuple(found)


class _Table:
    """One [[site]], and how to say where it is."""

    def __init__(self, file: str, table: Mapping[str, Any], number: int, lines: list[int]) -> None:
        self._table = table
        line = f", line {lines[number - 1]}" if number <= len(lines) else ""
        self._where = f"{file}{line}: site {number}"

    def site(self) -> Site:
        """Read it."""
        odd = sorted(set(self._table) - set(_KEYS))
        if odd:
            self._refuse(f"{odd[0]!r} is not known", f"these are: {', '.join(_KEYS)}")
        hosts = self._hosts()
        self._where += f" ({hosts[0]})"
        first, last = (self._day(key) for key in _DAYS)
        if first and last and first > last:
            self._refuse("valid_from is after valid_until", "change the two")
        found = {key: self._selectors(key) for key in SELECTORS if key in self._table}
        if len(self._table) == 1:
            self._refuse("it says nothing of the site", f"add one of {', '.join(_KEYS[1:])}")
        words = (self._outlet(), self._word("date_order", _ORDERS), self._language())
        return Site(self._where, hosts, first, last, *words, tuple(found.items()))

    def _hosts(self) -> tuple[str, ...]:
        value = self._table.get("host")
        hosts = [value] if isinstance(value, str) else value
        if not isinstance(hosts, list) or not hosts or not all(isinstance(host, str) for host in hosts):
            self._refuse("it has no host", 'write host = "example.org", or a list of hosts')
        for host in hosts:
            if len(host) > 253 or not _HOST.fullmatch(host):
                self._refuse(f"{host[:80]!r} is no host", "write it small, without https:// and without a path")
        return tuple(dict.fromkeys(hosts))

    def _day(self, key: str) -> date | None:
        value = self._table.get(key)
        if isinstance(value, str):
            try:
                value = date.fromisoformat(value)
            except ValueError:
                value = ""
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
            self._refuse(f"{key} is no day", f"write {key} = 2019-12-31")
        return value

    def _outlet(self) -> str | None:
        value = self._table.get("outlet")
        if value is not None and (not isinstance(value, str) or not value.strip() or len(value) > 200):
            self._refuse("outlet is no name", 'write outlet = "Harbour Post"')
        return " ".join(value.split()) if value else None

    def _word(self, key: str, known: tuple[str, ...]) -> str | None:
        value = self._table.get(key)
        if value is not None and value not in known:
            self._refuse(f"{key} is {value!r:.40}", f"it may be {', '.join(known)}")
        return value

    def _language(self) -> str | None:
        value = self._table.get("language")
        if value is not None and not (isinstance(value, str) and _LANGUAGE.fullmatch(value)):
            self._refuse(f"language is {value!r:.40}", "write its code: en, fr, ar ...")
        return value

    def _selectors(self, key: str) -> tuple[str, ...]:
        value = self._table[key]
        paths = [value] if isinstance(value, str) else value
        if not isinstance(paths, list) or not paths or not all(isinstance(path, str) for path in paths):
            self._refuse(f"{key} is no selector", f"write {key} = \"//div[@class='story']\", or a list of such")
        if len(paths) > MOST_SELECTORS:
            self._refuse(f"{key} has more than {MOST_SELECTORS} selectors", "keep those that match")
        for path in paths:
            fault = selectors.fault(path.strip())
            if fault:
                self._refuse(f"{key} = {path[:80]!r}: {fault}", "see docs/outlets.md for what a selector may be")
        return tuple(path.strip() for path in paths)

    def _refuse(self, what: str, advice: str) -> NoReturn:
        raise SettingError(f"{self._where}: {what}: {advice}")


def _check_apart(name: str, sites: list[Site]) -> None:
    """Refuse two layouts of one host that are valid on one day."""
    by_host: dict[str, list[Site]] = {}
    for site in sites:
        for host in site.hosts:
            by_host.setdefault(host, []).append(site)
    for host, group in by_host.items():
        for one, other in _meeting(group):
            raise SettingError(
                f"{name}: {host} has two layouts that are valid on the same days ({one.name}; {other.name}): "
                "give the older one a valid_until, the newer one a valid_from after it"
            )


def _meeting(group: list[Site]) -> Iterator[tuple[Site, Site]]:
    group = sorted(group, key=lambda site: site.valid_from or date.min)
    for one, other in pairwise(group):
        if (one.valid_until or date.max) >= (other.valid_from or date.min):
            yield one, other
