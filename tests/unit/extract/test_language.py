"""The language of a page: declared, unless its text is clearly in another."""

import pytest

from throughline.extract.masthead import language

_GERMAN = "Die Fähren fahren wieder, und das ist für die Stadt nicht zu spät, denn der Hafen war neun Tage zu."
_ENGLISH = "The ferries are back, and that is not too late for the city, as the harbour was closed for nine days."


@pytest.mark.parametrize(
    ("declared", "text", "expected"),
    [
        ("en", _GERMAN, "de"),
        ("de", _GERMAN, "de"),
        ("de", _ENGLISH, "en"),
        (None, _ENGLISH, "en"),
        ("fi", _ENGLISH, "fi"),
        ("en", "Ferries", "en"),
        ("en", "", "en"),
        (None, "", None),
    ],
)
def test_decide(declared: str | None, text: str, expected: str | None) -> None:
    assert language.decide(declared, [text]) == expected
