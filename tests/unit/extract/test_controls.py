"""A page's buttons, counters and menus are told from what an article says; short captures come out right."""

from pathlib import Path

import pytest

from throughline.extract import controls, plain
from throughline.model import READABLE

CASES = Path(__file__).with_name("short_pages.txt").read_text(encoding="utf-8").split("===== ")[1:]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.partition("\n")[0].replace(" ", "_"))
def test_a_short_capture_keeps_what_is_told_and_nothing_else(case: str) -> None:
    lines = case.split("\n")[1:]  # after its name; what is told is marked as a quotation
    draft = plain.draft("\n".join(line.removeprefix("> ") for line in lines))
    kept = [draft.text[block.start : block.end] for block in draft.blocks if block.role in READABLE]
    assert kept == [line.removeprefix("> ") for line in lines if line.startswith("> ")]


@pytest.mark.parametrize(
    "line",
    [
        "A+ A-",
        "A A A",
        "Text size: A- A+",
        "Share this page",
        "Print",
        "Facebook 8",
        "Photo 1 of 6",
        "2 min read",
        "Teilen",
        "Schriftgröße: A A A",
        "Partager sur Facebook",
        "Ir arriba",
        "#Tarn #harbour",
        "◄ Previous  Next ►",
    ],
)
def test_controls(line: str) -> None:
    assert controls.is_control(line)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell.",
        "A plan",
        "Print workers strike in Tarn",
        "Mail: the last week",
        "2. YouTube",
        "5/5",
        "Follow the money",
        "The council, too",
        "Mayor likes tweet of rival",
    ],
)
def test_words_of_an_article_are_no_controls(line: str) -> None:
    assert not controls.is_control(line)


@pytest.mark.parametrize(
    "line", ["Home  News  Programmes", "Home • Sport", "News | Sport | Film", "Home › Cronaca › Lago"]
)
def test_menus(line: str) -> None:
    assert controls.is_menu(line)


@pytest.mark.parametrize("line", ["Orre  12  14", "Two  spaces in a sentence.", "Mayor / council", "Water is back"])
def test_what_is_spaced_otherwise_is_no_menu(line: str) -> None:
    assert not controls.is_menu(line)
