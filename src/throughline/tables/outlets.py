"""Who publishes news: agencies, papers, stations, sites, and the bodies that tell their own, by host and by name.

In: a host, or a folded name (`text.fold.fold_name`). Out: an `Outlet`, or None where no table knows it or where several
outlets go by the name ("Daily Star"). `shipped` is the table compiled by training/outlets.py; `Outlets.extended` adds a
user's rows, which go before it. Nothing here changes once it is made.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple, Self

from throughline.tables.dateorders import of_domain, usual

COLUMNS: Final = ("key", "name", "names", "short", "hosts", "country", "language", "kind", "order")
_BODY: Final = "body:"
_CACHES: Final = (".cdn.ampproject.org", ".translate.goog")  # a page there is that of the host spelt with hyphens
_MOST_LABELS: Final = 10  # of a host that are looked at; real ones have five at most


class Kind(StrEnum):
    """What an outlet is. Organisations and governments publish, but are no news outlets."""

    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    MAGAZINE = "magazine"
    PORTAL = "portal"
    GOVERNMENT = "government"
    ORGANISATION = "organisation"


class Outlet(NamedTuple):
    """An outlet. `key` is what other tables and mentions call it ("body:afp"); `name` is its usual name.

    `names` are folded names that mean it in any text, `short` those that do only where an outlet is expected ("PA",
    "The Sun"); an organisation's or a government's all are short here, for its names in texts are tables.names'.
    `country` is ISO 3166-1 alpha-2, `language` ISO 639-1. `order` is how it writes a day in numbers: "dmy", "mdy",
    "ymd", or None where that is not known.
    """

    key: str
    name: str
    names: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    country: str = ""
    language: str = ""
    kind: Kind = Kind.PORTAL
    order: str | None = None

    @property
    def is_news(self) -> bool:
        """Whether it is a news outlet, not a body that publishes its own."""
        return self.kind not in {Kind.GOVERNMENT, Kind.ORGANISATION}

    @property
    def home(self) -> str | None:
        """The host that it is best known by."""
        return self.hosts[0] if self.hosts else None


@dataclass(frozen=True, slots=True)
class Outlets:
    """A table of outlets. Of two rows with one host or one key, the earlier stands."""

    rows: tuple[Outlet, ...]
    _hosts: dict[str, Outlet]
    _names: dict[str, Outlet | None]
    _short: dict[str, Outlet | None]

    @classmethod
    def of(cls, rows: Iterable[Outlet]) -> Self:
        """Make a table."""
        by_key: dict[str, Outlet] = {}
        for row in rows:
            by_key.setdefault(row.key, row)
        kept = tuple(by_key.values())
        hosts: dict[str, Outlet] = {}
        for row in kept:
            for host in row.hosts:
                hosts.setdefault(host, row)
        sure = _index((name, row) for row in kept for name in row.names)
        return cls(kept, hosts, sure, _index((name, row) for row in kept for name in row.short))

    def extended(self, rows: Iterable[Outlet]) -> "Outlets":
        """A table with these rows first: a row with a known key replaces it, a host or name given anew moves."""
        first = tuple(rows)
        if not first:
            return self
        hosts = {host for row in first for host in row.hosts}
        names = {name for row in first for name in (*row.names, *row.short)}
        return Outlets.of((*first, *(_without(row, hosts, names) for row in self.rows)))

    def by_host(self, host: str | None) -> Outlet | None:
        """Find whose host it is, by the longest known ending: "edition.cnn.com" is CNN's."""
        labels = _real_host(host or "").split(".")[-_MOST_LABELS:]
        for start in range(len(labels) - 1):
            found = self._hosts.get(".".join(labels[start:]))
            if found is not None:
                return found
        return None

    def by_name(self, folded: str, *, anywhere: bool = False) -> Outlet | None:
        """Find whose name it is; None where several go by it. `anywhere`: only names that mean it in any text."""
        name = folded.removeprefix("the ")
        if name in self._names:
            return self._names[name]
        return None if anywhere else self._short.get(name)

    def key_of(self, folded: str) -> str | None:
        """The key of the outlet with this folded name: "body:afp" for "afp" and "agence france presse"."""
        found = self.by_name(folded)
        return found.key if found else None

    def order_of_host(self, host: str | None) -> str | None:
        """How days are written in numbers at a host: as its outlet does, else as its country's domain tells."""
        found = self.by_host(host)
        if found is not None:
            return found.order
        return of_domain(_real_host(host or ""))


def by_host(host: str | None) -> Outlet | None:
    """Find whose host it is in the table that ships."""
    return shipped().by_host(host)


def by_name(folded: str, *, anywhere: bool = False) -> Outlet | None:
    """Find whose name it is in the table that ships."""
    return shipped().by_name(folded, anywhere=anywhere)


def key_of(folded: str) -> str | None:
    """The key, in the table that ships, of the outlet with this folded name."""
    return shipped().key_of(folded)


def identity(folded: str) -> str:
    """What is equal for all names of one outlet: its key, or a name that the table that ships does not know."""
    return key_of(folded) or folded


@cache
def shipped() -> Outlets:
    """The table that ships with Throughline."""
    text = files("throughline.tables").joinpath("data", "outlets.tsv").read_text("utf-8")
    return Outlets.of(row(dict(zip(COLUMNS, line.split("\t"), strict=True))) for line in text.splitlines()[1:])


def row(cells: dict[str, str]) -> Outlet:
    """Make an outlet of a line's cells by their column, its names folded already."""
    country = cells["country"]
    return Outlet(
        _BODY + cells["key"],
        cells["name"],
        _parts(cells["names"], "|"),
        _parts(cells["short"], "|"),
        _parts(cells["hosts"], " "),
        country,
        cells["language"],
        Kind(cells["kind"]),
        cells["order"] or usual(country),
    )


def _parts(cell: str, mark: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(mark) if part)


def _index(pairs: Iterable[tuple[str, Outlet]]) -> dict[str, Outlet | None]:
    """Names to outlets; a name of several to None, unless one of them is called so before all."""
    borne: dict[str, list[Outlet]] = {}
    for name, outlet in pairs:
        bearers = borne.setdefault(name.removeprefix("the "), [])
        if outlet not in bearers:
            bearers.append(outlet)
    return {name: bearers[0] if len(bearers) == 1 else None for name, bearers in borne.items()}


def _without(outlet: Outlet, hosts: set[str], names: set[str]) -> Outlet:
    """The outlet without what a user's rows have taken; most have lost nothing and stay as they are."""
    if not (hosts.intersection(outlet.hosts) or names.intersection(outlet.names) or names.intersection(outlet.short)):
        return outlet
    return outlet._replace(
        hosts=tuple(_but(outlet.hosts, hosts)),
        names=tuple(_but(outlet.names, names)),
        short=tuple(_but(outlet.short, names)),
    )


def _but(cells: Iterable[str], taken: set[str]) -> Iterator[str]:
    return (cell for cell in cells if cell not in taken)


def _real_host(host: str) -> str:
    """The host in small letters; behind a cache, the one that it keeps: "www-bbc-co-uk" there is www.bbc.co.uk."""
    host = host.strip(". ").lower()
    for cache_host in _CACHES:
        if host.endswith(cache_host):
            label = host.removesuffix(cache_host)
            return label.replace("--", "\0").replace("-", ".").replace("\0", "-")
    return host
