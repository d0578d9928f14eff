"""The screens of the desk, by address: a function from `Ask` to `Page` each; and the changes, from a form to `Moved`.

`MENU` is what every page offers at its top, in this order: the address and its name.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from throughline.web.ask import Ask
from throughline.web.page import Moved, Page
from throughline.web.screens import (
    article,
    changes,
    chronicle,
    deadlines,
    disputes,
    figures,
    happening,
    people,
    review,
    ruling,
    said,
    search,
    sources,
    state,
    why,
)

SCREENS: Mapping[str, Callable[[Ask], Page]] = MappingProxyType(
    {
        "/chronicle": chronicle.show,
        "/happening/{id}": happening.show,
        "/state": state.show,
        "/changes": changes.show,
        "/people": people.show,
        "/people/{id}": people.one,
        "/said": said.show,
        "/figures": figures.show,
        "/deadlines": deadlines.show,
        "/disputes": disputes.show,
        "/sources": sources.show,
        "/article/{id}": article.show,
        "/article/{id}/compare": article.compare,
        "/review": review.show,
        "/ruling/{id}": ruling.show,
        "/search": search.show,
        "/why/{id}": why.show,
    }
)
CHANGES: Mapping[str, Callable[[Ask, Mapping[str, str]], Moved]] = MappingProxyType(
    {"/rule": ruling.rule, "/undo": ruling.undo}
)
MENU = (
    ("/chronicle", "Chronicle"),
    ("/state", "State of play"),
    ("/changes", "What changed"),
    ("/people", "People and bodies"),
    ("/said", "Statements"),
    ("/figures", "Figures"),
    ("/deadlines", "Deadlines"),
    ("/disputes", "Disputes"),
    ("/sources", "Sources"),
    ("/review", "Review"),
)
