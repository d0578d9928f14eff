"""The headline where markup is lost."""

import pytest

from throughline.extract.draft import Draft, lay_out
from throughline.extract.masthead import headlines
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


@pytest.mark.parametrize(
    "line", ["Tags: Ferries  Harbour strike", "Ferries  Harbour  Strike days", "Topics: ferries, harbour"]
)
def test_tags_and_menus_are_no_headlines(line: str) -> None:
    title = (Role.TITLE, "Boats sail again soon")
    above = (Role.BOILERPLATE, line), (Role.DATELINE, "DRAM –")
    assert _find(title, *above, (Role.BODY, _BODY)) == title[1]


def test_a_place_below_signs_nothing_and_text_above_is_no_headline_s() -> None:
    title = (Role.TITLE, "Boats sail again soon from here")
    assert (
        _find(title, (Role.BYLINE, "By Ilse Marrow"), (Role.BODY, "The harbour is full again"), (Role.BODY, _BODY))
        == title[1]
    )
