"""Outlets by address."""

import pytest

from throughline.extract.masthead import names


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
