"""Authors as pages show them, and what stands beside their names."""

import pytest

from throughline.extract import media
from throughline.extract.article import article
from throughline.extract.draft import Draft, lay_out
from throughline.extract.masthead import bylines
from throughline.model import Article, Role, page_of


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ilse Marrow", ["Ilse Marrow"]),
        ("By Ilse Marrow and Olaf Brandt | 12 May 2019", ["Ilse Marrow", "Olaf Brandt"]),
        ("Written by: Ilse Marrow, Senior Harbour Correspondent", ["Ilse Marrow"]),
        ("Posted by Ilse Marrow on 2019-05-12 in harbour", ["Ilse Marrow"]),
        ("May 12, 2019 by Ilse Marrow", ["Ilse Marrow"]),
        ("Von Ilse Marrow am Samstag, 12. Mai 2019 um 11:14 Uhr", ["Ilse Marrow"]),
        ("Ilse Marrow, Ph.D., RN", ["Ilse Marrow"]),
        ("Ilse Marrow May 12, 2019 — 7 minutes read", ["Ilse Marrow"]),
        ("Ilse May", ["Ilse May"]),
        ("Last updated 12 May 2019", []),
        ("By the harbour", []),
    ],
)
def test_a_byline_gives_people(line: str, authors: list[str]) -> None:
    text, blocks = lay_out([(Role.TITLE, "Ferries return"), (Role.BYLINE, line), (Role.BODY, "The ferries are back.")])
    assert list(bylines.authors(Draft(text, blocks), None)) == authors


def test_a_visible_byline_stands_in_for_an_author_who_is_nobody() -> None:
    said = "<p>The harbour office said on Tuesday that ferries would sail again after a strike of nine days.</p>" * 3
    markup = f"<html><head><meta name='author' content='admin'></head><body><article><h1>Ferries return</h1>{{}}{said}"
    found = article(page_of(markup.format("<p>By Ilse Marrow</p>").encode(), media.HTML, "a.html"))
    assert isinstance(found, Article)
    assert found.authors == ("Ilse Marrow",)
    assert [block.role for block in found.blocks].count(Role.BYLINE) == 1


def test_the_name_may_stand_below_by() -> None:
    parts = [(Role.TITLE, "Ferries return"), (Role.BOILERPLATE, "By"), (Role.BOILERPLATE, "Anna Marrow")]
    text, blocks = lay_out([*parts, (Role.BODY, "The ferries are back.")])
    assert bylines.authors(Draft(text, blocks), None) == ("Anna Marrow",)


def test_whom_the_article_speaks_of_is_no_author_for_standing_alone() -> None:
    told = "The ferries are back, and Anna Marrow was on the first of them, waving at the town."
    parts = [(Role.TITLE, "Ferries return"), (Role.CAPTION, "Anna Marrow"), (Role.BODY, told)]
    assert bylines.authors(Draft(*lay_out(parts)), None) == ()
    assert bylines.authors(Draft(*lay_out([*parts, (Role.BYLINE, "Von Olaf Brandt")])), None) == ("Olaf Brandt",)


@pytest.mark.parametrize("line", ["Anna Marrow", "Text: Anna Marrow", "ByAnna Marrow"])
def test_a_name_below_the_last_words_signs(line: str) -> None:
    told = [(Role.BODY, f"The ferries are back on line {number}.") for number in range(9)]
    assert bylines.authors(Draft(*lay_out([(Role.TITLE, "Ferries return"), *told, (Role.BODY, line)])), None) == (
        "Anna Marrow",
    )
