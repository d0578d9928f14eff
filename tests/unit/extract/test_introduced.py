"""Authors who stand in no byline."""

import pytest

from throughline.extract.draft import Clues, Draft, lay_out
from throughline.extract.masthead import bylines
from throughline.model import Role

_BODY = "The ferries are back, the harbour office said on Tuesday, after a strike of nine days."


def _authors(*below: str, outlet: str | None = "The Courier", clues: Clues | None = None) -> tuple[str, ...]:
    parts = [(Role.TITLE, "Ferries return"), *[(Role.BODY, _BODY)] * 8]
    text, blocks = lay_out([*parts, *((Role.BOILERPLATE, line) for line in below)])
    return bylines.authors(Draft(text, blocks, clues or Clues()), outlet, "x.example")


@pytest.mark.parametrize(
    "below",
    [
        ("About the author", "Anna Marrow"),
        ("Über die Autorin", "Anna Marrow ist Redakteurin in Hamburg."),
        ("Anna Marrow", "Anna Marrow is Head of Ferries at the harbour."),
        ("Anna Marrow is a reporter in the north.",),
        ("© 2019 Anna Marrow. All rights reserved.",),
    ],
)
def test_below_the_article(below: tuple[str, ...]) -> None:
    assert _authors(*below) == ("Anna Marrow",)


@pytest.mark.parametrize("below", [("Anna Marrow",), ("About the author", "Read more"), ("© 2019 The Courier",), ()])
def test_nobody_is_introduced(below: tuple[str, ...]) -> None:
    assert _authors(*below) == ()


def test_a_persons_site() -> None:
    assert _authors(outlet="Anna Marrow") == ("Anna Marrow",)
    assert _authors(clues=Clues(titles=("Ferries return | Anna Marrow's blog",))) == ("Anna Marrow",)
