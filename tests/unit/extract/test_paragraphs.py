"""Plain text cut into pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.extract.plaintext.paragraphs import pieces

WRAPPED = """The harbour office said on Tuesday that the ferries would
sail again after a strike of nine days, and that the crews
had accepted a rise."""


def cut(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in pieces(text)]


def test_wrapped_lines_are_one_paragraph() -> None:
    assert cut(f"Title\n\n{WRAPPED}\n\nThe end.") == ["Title", WRAPPED, "The end."]


def test_a_paragraph_a_line_stays_apart() -> None:
    lines = ["The harbour office said on Tuesday that ferries would sail again.", "The company has said nothing yet."]
    assert cut("\n".join(lines)) == lines


def test_menus_and_lists_are_not_joined() -> None:
    assert cut("Home\nsea and weather\nnews") == ["Home", "sea and weather", "news"]


@pytest.mark.parametrize(
    "lines",
    [
        ["The harbour office", "said on Tuesday", "that the ferries would sail again."],
        ["Crews took the rise, according to", "The Strand Courier", ", and sailed at noon."],
        ["He told the crews in Port Ellem about the", "Treaty of Westmark", "and its price."],
        ["In a letter to the seamen of the north", "Tomas Rehn", "asked for patience."],
        ["Der Sprecher verwies am Montag auf die", "Erklärung", "des Hafens."],
    ],
)
def test_a_paragraph_cut_at_its_links_is_one(lines: list[str]) -> None:
    assert cut("\n".join(["News", *lines, "Ferries", "Share"])) == ["News", "\n".join(lines), "Ferries", "Share"]


def test_verse_and_clocks_are_not_joined() -> None:
    verse = ["The ferries left at break of day,", "The harbour slept below;"]
    assert cut("\n".join(verse)) == verse
    posts = ["Olaf Brandt", "May 3 at 2:02 am", "Nobody told the crews about any of it."]
    assert cut("\n".join(posts)) == posts


def test_paragraphs_wrapped_without_empty_lines_are_apart() -> None:
    assert cut(f"{WRAPPED}\n{WRAPPED}") == [WRAPPED, WRAPPED]


def test_empty_lines_are_counted() -> None:
    assert [piece.gap for piece in pieces("a\n\n\n\nb\n\nc\nd")] == [0, 2, 1, 0]


@given(st.text(alphabet="ab .\n\t\x0b\u2028\x85", max_size=200))
def test_pieces_cover_all_but_space(text: str) -> None:
    at = 0
    for piece in pieces(text):
        assert not text[at : piece.start].strip()
        assert text[piece.start : piece.end].strip() == text[piece.start : piece.end] != ""
        at = piece.end
    assert not text[at:].strip()
