"""Datelines and the captions glued before them."""

import pytest

from throughline.extract.masthead import dateline
from throughline.model import Role


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("BRUSSELS -- ", "BRUSSELS", None),
        ("PORT ELLEM, Northern Isles – ", "PORT ELLEM, Northern Isles", None),
        ("BAGHDAD (Northwire) - ", "BAGHDAD", "Northwire"),
        ("(Northwire) -- ", None, "Northwire"),
        ("-LRB- CNN -RRB- -- ", None, "CNN"),
        ("Port Ellem, 5 May (Northwire) – ", "Port Ellem", "Northwire"),
        ("Port Ellem, Jan. 5 — ", "Port Ellem", None),
        ("SÃO MARTINHO — ", "SÃO MARTINHO", None),
    ],
)
def test_forms(opening: str, place: str | None, agency: str | None) -> None:
    text = f"{opening}The harbour office said so."
    found = dateline.at_start(text, 0, len(text))
    assert found is not None
    assert found.place == place
    assert (text[slice(*found.agency)] if found.agency else None) == agency
    assert text[found.end :].strip() == "The harbour office said so."


@pytest.mark.parametrize(
    "text", ["The mayor - a sailor - left.", "Ferries -- the old ones -- sail.", "He said: no.", "A - B", "TV -"]
)
def test_sentences_with_dashes_are_no_datelines(text: str) -> None:
    assert dateline.at_start(text, 0, len(text)) is None


def test_a_glued_caption_is_parted() -> None:
    text = "Mayor Rehn at the quay in Port Ellem (NWP) PORT ELLEM -- Mayor Ada Rehn has asked for boats."
    blocks = dateline.carve(text, 0, len(text))
    assert [(block.role, text[block.start : block.end]) for block in blocks] == [
        (Role.CAPTION, "Mayor Rehn at the quay in Port Ellem (NWP)"),
        (Role.DATELINE, "PORT ELLEM --"),
        (Role.BODY, "Mayor Ada Rehn has asked for boats."),
    ]
