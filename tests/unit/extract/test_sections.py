"""The part of the outlet an article ran in."""

import pytest

from throughline.extract.masthead import sections


@pytest.mark.parametrize(
    ("said", "url", "expected"),
    [
        (("Harbour",), "https://x.example/news/ferries", "Harbour"),
        (("Home", "Wirtschaft", "Ferries return"), None, "Wirtschaft"),
        (("Skip to main content", "Harbour"), None, "Harbour"),
        (("The Courier",), None, None),
        ((), "https://x.example/politik/ferries-return.html", "politik"),
        ((), "https://x.example/2019/05/ferries", None),
        ((), "https://x.example/ferries-return", None),
        ((), "http://[broken", None),
    ],
)
def test_section(said: tuple[str, ...], url: str | None, expected: str | None) -> None:
    assert sections.choose(said, url, "Ferries return", "The Courier") == expected
