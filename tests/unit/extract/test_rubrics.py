"""The part of the outlet an article ran in."""

import pytest

from throughline.extract.masthead import rubrics


@pytest.mark.parametrize(
    ("said", "url", "expected"),
    [
        (("Harbour",), "https://x.example/news/ferries", "Harbour"),
        (("Home", "Wirtschaft", "Ferries return"), None, "Wirtschaft"),
        (("Skip to main content", "Harbour"), None, "Harbour"),
        (("The Courier",), None, None),
        ((), "https://x.example/politik/ferries-return.html", "politik"),
        ((), "https://x.example/guides/ferries-return.html", None),
        (("You are here:", "Breadcrumb", "Start", "Harbour"), None, "Harbour"),
        (("Ferry Post Online", "Harbour"), "https://www.ferrypost.example/a/b", "Harbour"),
        (("News,Local,Harbour",), None, None),
        (("Home > World > Harbour",), None, "Harbour"),
        (("Harbour,",), None, "Harbour"),
        ((), "https://x.example/2019/05/ferries", None),
        ((), "https://x.example/ferries-return", None),
        ((), "http://[broken", None),
    ],
)
def test_section(said: tuple[str, ...], url: str | None, expected: str | None) -> None:
    assert rubrics.choose(said, url, "Ferries return", "The Courier") == expected
