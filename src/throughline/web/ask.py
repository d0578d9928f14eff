"""A request, understood: what is asked for, as of when, and the addresses of what can be asked next.

In: an address. Out: `Ask`. Invariant: every address that it makes holds the as-of day, so it is permanent; what can't
be read is a QueryError that says what can.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote, urlencode

from throughline.asked import Clock
from throughline.dates.typed import typed
from throughline.errors import QueryError
from throughline.model import When
from throughline.web.desk import Desk

CLOCK = ("as_of", "maybe")  # the parameters that every address carries on


@dataclass(frozen=True, slots=True)
class Ask:
    """What somebody asked of the desk: `address` is the path without ".json", `path` its named parts."""

    desk: Desk
    address: str
    path: Mapping[str, str] = field(default_factory=dict)
    params: Mapping[str, str] = field(default_factory=dict)

    @property
    def clock(self) -> Clock:
        """As of when."""
        return Clock(self.days("as_of"), self.text("maybe") == "1")

    def text(self, name: str) -> str | None:
        """A parameter; None where it is not given, or blank."""
        return self.params.get(name, "").strip() or None

    def days(self, name: str) -> When | None:
        """A parameter that is a day, a month, a year or EDTF."""
        text = self.text(name)
        return typed(text) if text else None

    def number(self, name: str, otherwise: int, most: int = 100_000) -> int:
        """A parameter that counts something: from 0 to `most`."""
        text = self.text(name)
        if text is None:
            return otherwise
        if not (text.isascii() and text.isdigit() and len(text) < 9 and int(text) <= most):
            raise QueryError(f"{name} is a number from 0 to {most:,}, not {text!r}")
        return int(text)

    def since(self, known: date | None, *articles: str) -> date | None:
        """Since when what articles tell counts as known: `known`, for certain.

        Where what may have been known is counted in, the first day that one of them can be of.
        """
        if not self.clock.maybe:
            return known
        heads = self.desk.articles(Clock(maybe=True))
        first = [heads[one].published.first or date.min for one in articles if one in heads]
        return min([*first, known] if known else first, default=None)

    def link(self, address: str, **params: object) -> str:
        """An address of the desk as of the same day; a parameter that is None is left out: `as_of=None` asks now."""
        carried = {name: self.params[name] for name in CLOCK if self.params.get(name)}
        given = {name: str(value) for name, value in (carried | params).items() if value not in {None, ""}}
        return quote(address) + (f"?{urlencode(given)}" if given else "")

    def here(self, **changes: object) -> str:
        """This address with some parameters changed, or left out where they are None."""
        return self.link(self.address, **(self._given | changes))

    @property
    def twin(self) -> str:
        """The address of the same records as JSON."""
        return self.link(f"{self.address}.json", **self._given)

    @property
    def _given(self) -> dict[str, object]:
        return {name: value for name, value in self.params.items() if value}
