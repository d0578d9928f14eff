"""Titles without the site's name, kickers, days and trails."""

import pytest

from throughline.extract.masthead import titles


@pytest.mark.parametrize(
    ("declared", "headings", "outlet", "expected"),
    [
        (("Ferries return | The Courier",), (), None, "Ferries return"),
        (("Ferries return :: Harbour Post",), (), "harbourpost.example", "Ferries return"),
        (("Ferries return - The Courier",), (), "The Courier", "Ferries return"),
        (("The Courier: news of the sea - Ferries return",), ("Ferries return",), "The Courier", "Ferries return"),
        (("Ferries return - a first look",), (), "The Courier", "Ferries return - a first look"),
        (("Ferries return",), ("The Courier",), "The Courier", "Ferries return"),
        ((), ("The Courier", "Ferries return"), "The Courier", "Ferries return"),
        (("Home > News > Ferries return",), (), None, "Ferries return"),
        (("Home",), ("Ferries return",), None, "Ferries return"),
        (("12.05.2019 - Ferries return",), (), None, "Ferries return"),
        (("Harbour: who pays?",), (), None, "Harbour: who pays?"),
        ((), (), None, None),
    ],
)
def test_title(declared: tuple[str, ...], headings: tuple[str, ...], outlet: str | None, expected: str | None) -> None:
    assert titles.choose(declared, (), headings, outlet) == expected


@pytest.mark.parametrize(
    ("heading", "declared", "expected"),
    [
        ("Harbour strike Ferries return at last", "Ferries return at last", "Ferries return at last"),
        ("Harbour strike: Ferries return at last", "Ferries return at last | The Courier", "Ferries return at last"),
        ("The best ferries of the year", "best ferries of the year", "The best ferries of the year"),
        ("15 best ferries of the year", "best ferries of the year", "15 best ferries of the year"),
    ],
)
def test_a_kicker_is_no_part_of_the_title(heading: str, declared: str, expected: str) -> None:
    assert titles.choose((declared,), (heading,), (), "The Courier") == expected


@pytest.mark.parametrize(
    ("title", "address", "expected"),
    [
        ("Talks resume :: Harbour Post", "harbourpost.example", "Harbour Post"),
        ("Talks resume | Harbour Post", "harbour-post.co.example", "Harbour Post"),
        ("Talks resume - again", "harbourpost.example", None),
        ("Harbour Post", "harbourpost.example", None),
        ("Talks resume | Harbour Post", None, None),
    ],
)
def test_outlet_within(title: str, address: str | None, expected: str | None) -> None:
    assert titles.outlet_within([title], address) == expected
