"""Titles, people and outlets made plain."""

import pytest

from throughline.extract import names


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
        ((), (), None, None),
    ],
)
def test_title(declared: tuple[str, ...], headings: tuple[str, ...], outlet: str | None, expected: str | None) -> None:
    assert names.title(declared, headings, outlet) == expected


def test_people_are_people() -> None:
    found = names.people(["By Ilse Marrow and Tomas Rehn, AP", "https://x.example", "The Courier staff", "admin"], None)
    assert found == ("Ilse Marrow", "Tomas Rehn")


def test_the_outlet_is_no_author() -> None:
    assert names.people(["The Courier", "Ilse Marrow", "ilse marrow"], "The Courier") == ("Ilse Marrow",)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.harbour-post.example/a/b", "harbour-post.example"),
        ("https://news.harbour-post.co.uk/a", "harbour-post.co.uk"),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_outlet_of_address(url: str | None, expected: str | None) -> None:
    assert names.outlet_of_address(url) == expected


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
def test_outlet_in_title(title: str, address: str | None, expected: str | None) -> None:
    assert names.outlet_in_title([title], address) == expected
