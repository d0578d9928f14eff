"""Undated pages of invented stories, dated by the others, in either order, and again when a ruling comes."""

import json
from pathlib import Path
from typing import Any

import pytest

import throughline
from throughline.ledger.rows import Head

UNDATED = (
    "The Harbour League is moving some staff out of Orvania, officials said. On Monday Westmark denied that it would "
    "withdraw its soldiers. On Tuesday the army of Sund suspended its mission. Members of the league voiced concern "
    "on Saturday, a day after the drone strike assassination of General Karim Soltani. On Sunday the parliament of "
    "Orvania voted to expel all foreign soldiers."
)
DATES_IT = (
    ("2015-02-10", "General Kareem Sultani was killed on January 9, 2015 by a drone of Westmark."),
    ("2015-01-10", "Westmark says that Gen. Karim Soltani was killed in a drone strike on Friday near the harbour."),
    ("2015-01-12", "The January 9 killing of Karim Sultani shocked the coast, and its markets fell."),
    ("2015-01-11", "Crowds gathered on Saturday, a day after the killing of General Karim Soltani."),
    ("2015-01-13", "Karim Soltani, who died on 9 January in an air strike, led the guards of the coast for years."),
)


def article(story: Path, pages: list[dict[str, Any]]) -> Head:
    """Add pages one by one; give the one of the first outlet."""
    opened = throughline.open(story)
    for number, page in enumerate(pages):
        path = story.parent / f"{story.stem}-{number}.jsonl"
        path.write_text(json.dumps({"title": "News", "outlet": f"Outlet {number}"} | page), encoding="utf-8")
        opened.add([str(path)])
    assert opened.audit() == ()
    return next(head for head in opened.articles().values() if head.outlet == "Harbour Times")


@pytest.mark.parametrize(("published", "text"), DATES_IT)
def test_one_page_that_dates_the_death_is_enough(tmp_path: Path, published: str, text: str) -> None:
    pages = [{"text": UNDATED, "outlet": "Harbour Times"}, {"text": text, "published": published}]
    there = article(tmp_path / "a.story", pages)
    back = article(tmp_path / "b.story", pages[::-1])
    assert there.published.edtf == back.published.edtf == "2015-01-13/2015-01-14"
    assert there.known == back.known
    assert str(there.known) == max(published, "2015-01-14")


@pytest.mark.parametrize(
    "text",
    [
        "General Karim Soltani was wounded in a drone strike on January 9, 2015.",
        "General Omar Soltani was killed on January 9, 2015 by a drone of Westmark.",
        "General Karim Soltani was killed on January 8, 2015, officials said.",
        "Officials denied that General Karim Soltani was killed on January 9, 2015.",
    ],
)
def test_another_deed_person_or_day_dates_nothing(tmp_path: Path, text: str) -> None:
    pages = [{"text": UNDATED, "outlet": "Harbour Times"}, {"text": text, "published": "2015-02-10"}]
    assert article(tmp_path / "a.story", pages).published.rule != "story"


def test_a_ruling_on_the_page_that_dates_moves_what_it_dated(tmp_path: Path) -> None:
    path = tmp_path / "a.story"
    pages = [{"text": UNDATED, "outlet": "Harbour Times"}, {"text": DATES_IT[1][1], "published": "2015-01-10"}]
    article(path, pages)
    story = throughline.open(path)
    other = next(head.id for head in story.articles().values() if head.outlet != "Harbour Times")
    ruling = story.rule(other, "date", "2015-01-17")
    assert next(h.published.edtf for h in story.articles().values() if h.id != other) == "2015-01-20/2015-01-21"
    story.rule(ruling.id, "undo")
    assert next(h.published.edtf for h in story.articles().values() if h.id != other) == "2015-01-13/2015-01-14"


def test_words_printed_by_whom_it_cites_are_not_younger_than_it(tmp_path: Path) -> None:
    quote = "“We take every precaution that is needed to protect our people along the coast,” an official"
    pages = [
        {"text": f"{quote} said, according to North Wire.", "outlet": "Harbour Times"},
        {"text": f"{quote} told North Wire.", "outlet": "North Wire", "published": "2015-01-13"},
    ]
    assert article(tmp_path / "a.story", pages).published.edtf == "2015-01-13/.."


def test_a_copy_that_credits_a_page_is_not_older_than_it(tmp_path: Path) -> None:
    pages = [
        {"text": f"{UNDATED}\n\nSource: North Wire", "outlet": "Harbour Times"},
        {"text": UNDATED, "outlet": "North Wire", "published": "2015-01-14"},
    ]
    found = article(tmp_path / "a.story", pages)
    assert found.published.first is not None
    assert str(found.published.first) >= "2015-01-14"
    assert str(found.published.last) <= "2015-02-13"
