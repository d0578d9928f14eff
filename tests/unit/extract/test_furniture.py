"""Lines of a page that are no article, by their form."""

import pytest

from throughline.extract import furniture


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Local | Harbour | Sport | Classifieds", True),
        ("Home > News > Harbour", True),
        ("Ferries return | The Courier", False),
        ("The ferries return to the harbour", False),
    ],
)
def test_a_row_of_links_is_a_menu(line: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    assert furniture.is_menu(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("November 22, 2016 · Ana Ruiz", True),
        ("05-03-2012", True),
        ("The harbour was closed on 22 November 2016 after the second storm of the year", False),
        ("Ana Ruiz", False),
    ],
)
def test_a_day_and_little_else_is_a_day(line: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    assert furniture.is_day(line) is expected
