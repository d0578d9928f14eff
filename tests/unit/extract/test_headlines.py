"""The headline where markup is lost."""

from throughline.extract import headlines
from throughline.extract.draft import Draft, lay_out
from throughline.model import Role

_BODY = "The ferries return to the harbour on Monday, after a strike of nine days that stopped the crews. " * 2


def _find(*parts: tuple[Role, str]) -> str | None:
    return headlines.find(Draft(*lay_out(parts)))


def test_the_line_that_speaks_of_the_article() -> None:
    menu = [(Role.BOILERPLATE, line) for line in ("Sign up for news", "Find us on the map", "Our best offers")]
    title = (Role.BOILERPLATE, "Ferries return after a strike of nine days")
    assert _find(*menu, title, (Role.BYLINE, "By Ilse Marrow"), (Role.BODY, _BODY)) == title[1]


def test_no_headline() -> None:
    assert _find((Role.BODY, _BODY)) is None
    assert _find((Role.BOILERPLATE, "Menu"), (Role.BODY, _BODY)) is None
    assert headlines.find(Draft("", ())) is None
