"""Authors as people's names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.extract.masthead.people import is_full_name, people


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Anna Marrow and Thomas Rehn, AP", ("Anna Marrow", "Thomas Rehn")),
        ("Anna Marrow, Ph.D., RN, Senior Harbour Editor", ("Anna Marrow",)),
        ("Dr. Anna Marrow", ("Anna Marrow",)),
        ("Marrow, Anna", ("Anna Marrow",)),
        ("Von\nAnna Marrow\nund\nThomas Rehn", ("Anna Marrow", "Thomas Rehn")),
        ("Written by\nAnna Marrow\nReviewed by\nThomas Rehn", ("Anna Marrow",)),
        ("Posts by Anna Marrow", ("Anna Marrow",)),
        ("Anna Marrow (Content Manager)", ("Anna Marrow",)),
        ("anna marrow", ("anna marrow",)),
        ("Anna von der Marrow", ("Anna von der Marrow",)),
        ("Anna", ("Anna",)),
        ("https://x.example/anna", ()),
        ("The Courier staff", ()),
        ("The Courier", ()),
        ("Redaktion", ()),
        ("admin", ()),
        ("Reuters", ()),
        ("20 Dec", ()),
        ("von", ()),
        ("", ()),
    ],
)
def test_people(line: str, expected: tuple[str, ...]) -> None:
    assert people([line], "The Courier") == expected


def test_a_site_may_bear_its_authors_name() -> None:
    assert people(["Anna Marrow"], "Anna Marrow") == ("Anna Marrow",)


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Learn More", ()), ("Essential Harbour Basics", ()), ("Anna Marrow", ("Anna Marrow",)), ("Anna", ())],
)
def test_a_line_of_the_page_must_look_like_a_name(line: str, expected: tuple[str, ...]) -> None:
    assert people([line], None, declared=False) == expected


@pytest.mark.parametrize(
    ("words", "expected"), [("Anna Marrow", True), ("Anna's Bank", False), ("Harbour Post", False), ("Anna", False)]
)
def test_full_names(words: str, expected: bool) -> None:  # noqa: FBT001 - a parameter of the table above
    assert is_full_name(words) is expected


@given(st.lists(st.text(max_size=60), max_size=4))
def test_names_are_never_empty(lines: list[str]) -> None:
    assert all(name.strip() for name in people(lines, None))
