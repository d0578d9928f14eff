"""The address an article is known by, and its outlet's home."""

import pytest

from throughline.extract.masthead import canonical


@pytest.mark.parametrize(
    ("captured", "own", "expected"),
    [
        ("https://m.x.example/a?utm=1", "https://www.x.example/a", "https://www.x.example/a"),
        ("https://x.example/a", "https://x.example/", "https://x.example/a"),
        ("https://x.example/a", "https://other.example/a", "https://x.example/a"),
        (None, "https://x.example/a", "https://x.example/a"),
        (None, "https://x.example/", None),
        ("https://web.archive.org/web/20190717140047/http://x.example/a", None, "http://x.example/a"),
        ("https://x.example/a", "http://[broken", "https://x.example/a"),
        (None, None, None),
    ],
)
def test_address(captured: str | None, own: str | None, expected: str | None) -> None:
    assert canonical.address(captured, own) == expected


@pytest.mark.parametrize(
    ("url", "outlet", "expected"),
    [
        ("https://www.harbour-post.example/a", None, "harbour-post.example"),
        ("https://amp.cnn.com/a", None, "cnn.com"),
        (None, "Reuters", "reuters.com"),
        (None, None, None),
    ],
)
def test_home(url: str | None, outlet: str | None, expected: str | None) -> None:
    assert canonical.home(url, outlet) == expected
