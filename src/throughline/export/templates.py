"""Templates of pages, for every surface that writes HTML.

In: a package with a folder `templates`, and functions that word records. Out: a Jinja environment. Invariants: whatever
a page or a person wrote is escaped; a name that is not there is an error; a record is worded as everywhere else.
"""

from collections.abc import Callable, Iterable

from jinja2 import Environment, PackageLoader, StrictUndefined

from throughline.export.values import tame

Filter = Callable[..., object]


def templates(package: str, filters: Iterable[Filter], **named: Filter) -> Environment:
    """The templates of a package, with `tame` and `filters` under their own names, and `named` under those given."""
    found = Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters |= {word.__name__: word for word in (tame, *filters)} | named
    return found
