"""An article that is dated anew is as it would be had its page said so, and comes back as it was."""

import json
import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import throughline
from throughline.ledger import Ledger
from throughline.model import DateCard, Declared, Grain, Page, Ruling, When, content_id, page_of
from throughline.pipeline.anchor import redate, rule
from throughline.pipeline.local import add

TOLD = (
    "Orvania said on Monday that it would withdraw its 1,200 soldiers from Westmark by Dec. 31.\n\n"
    "“We have reached an agreement with Westmark,” Foreign Minister Dora Venn said on Tuesday.\n\n"
    "Gunmen attacked a base in Westmark last week and killed 14 soldiers, officials said.\n\n"
    "The parliament of Orvania will vote on the treaty on Friday."
)
MONDAY = date(2011, 12, 5)
MADE = datetime(2012, 1, 1, 12, tzinfo=UTC)


def told(published: str | None = None, text: str = TOLD) -> Page:
    declared = Declared(outlet="Harbour Times", title="Guards to leave", published=published)
    return page_of(text.encode(), "text/plain", "guards.txt", declared)


def story(path: Path, *pages: Page) -> Path:
    with Ledger.create(path) as ledger:
        add(ledger, pages)
    return path


def export(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in "".join(throughline.open(path).export("jsonl")).splitlines()]


def article_of(path: Path) -> str:
    return next(iter(throughline.open(path).articles()))


def date_ruling(target: str, value: str, number: int = 0, verdict: str = "date") -> Ruling:
    made = MADE + timedelta(hours=number)
    name = content_id("ruling", target, verdict, value, "", "Ada", made)
    return Ruling(name, target, verdict, value, "", "Ada", made)


def bare(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows without ids, which hang on what was declared of a page, and without the reasons of cards."""

    def stripped(value: object) -> object:
        if isinstance(value, dict):
            if {"article", "start", "end", "words"} == value.keys():
                return [value["start"], value["end"], value["words"]]
            left_out = {"id", "event", "events", "figure", "statement", "actor", "speaker", "published", "source"}
            return {name: stripped(inner) for name, inner in value.items() if name not in left_out}
        return [stripped(inner) for inner in value] if isinstance(value, list) else value

    return sorted((stripped(row) for row in rows), key=json.dumps)  # type: ignore[misc]


def test_a_ruling_moves_everything_to_where_a_declared_date_would_have_it(tmp_path: Path) -> None:
    ruled, declared = story(tmp_path / "a.story", told()), story(tmp_path / "b.story", told("2011-12-05"))
    before = export(ruled)
    assert before[0]["published"]["edtf"] != "2011-12-05"
    target = article_of(ruled)
    with Ledger.open(ruled) as ledger:
        assert rule(ledger, date_ruling(target, "2011-12-05"))
    after = export(ruled)
    assert after[0]["published"]["rule"] == "ruling"
    assert [row["when"]["edtf"] for row in after if row["kind"] == "event" and row["when"]]
    assert bare(after) == bare(export(declared))
    assert throughline.open(ruled).audit() == ()


def test_an_undone_ruling_leaves_no_trace_but_itself(tmp_path: Path) -> None:
    path = story(tmp_path / "a.story", told())
    before, target = export(path), article_of(path)
    first, second = date_ruling(target, "2011-12-05"), date_ruling(target, "2012-02", 1)
    with Ledger.open(path) as ledger:
        rule(ledger, first)
        once = export(path)
        rule(ledger, second)
        assert export(path)[0]["published"]["edtf"] == "2012-02"
        rule(ledger, date_ruling(second.id, "", 2, "undo"))
        assert export(path) == once
        undo = date_ruling(first.id, "", 3, "undo")
        assert rule(ledger, undo)
        assert export(path) == before
        assert rule(ledger, date_ruling(undo.id, "", 4, "undo"))
        assert export(path) == once
        assert not rule(ledger, undo)
    assert throughline.open(path).audit() == ()


def test_rulings_apply_to_pages_that_come_after_them(tmp_path: Path) -> None:
    first = story(tmp_path / "a.story", told())
    ruling = date_ruling(article_of(first), "2011-12-05")
    with Ledger.open(first) as ledger:
        rule(ledger, ruling)
    with Ledger.create(tmp_path / "b.story") as ledger:
        assert not rule(ledger, ruling)
        add(ledger, [told()])
    assert export(tmp_path / "b.story") == export(first)


def test_other_pages_date_an_article_from_the_day_they_are_known(tmp_path: Path) -> None:
    path = story(tmp_path / "a.story", told())
    before, target = export(path), article_of(path)
    card = DateCard(When(MONDAY, MONDAY, Grain.DAY, "Monday", "dated by others"), reasons=("the Courier dates it",))
    with Ledger.open(path) as ledger:
        assert redate(ledger, target, card, date(2011, 12, 20))
        assert not redate(ledger, target, card, date(2011, 12, 20))
        head = throughline.open(path).articles()[target]
        assert (head.published, head.known, head.is_later) == (card.when, date(2011, 12, 20), False)
        assert throughline.open(path).audit() == ()
        rule(ledger, date_ruling(target, "2011-12-12"))
        assert throughline.open(path).articles()[target].known == date(2011, 12, 12)
        assert redate(ledger, target, None)
        assert throughline.open(path).articles()[target].known == date(2011, 12, 12)
        rule(ledger, date_ruling(date_ruling(target, "2011-12-12").id, "", 1, "undo"))
    assert export(path) == before


def test_an_article_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    with Ledger.open(story(tmp_path / "a.story", told())) as ledger:
        assert not redate(ledger, "article-none", None)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("DELETE FROM dating", "a ruling dates it, and is not in force"),
        ("DELETE FROM ruling", "what dates it makes it"),
        ("UPDATE article SET published_edtf = '2011-12-06', published_first = '2011-12-06'", "what dates it makes it"),
        ("UPDATE article SET dated_since = '2040-01-01'", "known since 2040-01-01"),
        ("UPDATE parse SET data = x'00'", "can't be unpacked"),
    ],
)
def test_an_audit_finds_a_date_that_does_not_follow(tmp_path: Path, change: str, said: str) -> None:
    path = story(tmp_path / "a.story", told())
    with Ledger.open(path) as ledger:
        rule(ledger, date_ruling(article_of(path), "2011-12-05"))
    assert throughline.open(path).audit() == ()
    with sqlite3.connect(path) as raw:
        raw.execute(change)
    raw.close()
    assert said in " ".join(problem.what for problem in throughline.open(path).audit())


def test_a_story_that_keeps_no_parse_is_read_again(tmp_path: Path) -> None:
    path, same = story(tmp_path / "a.story", told()), story(tmp_path / "b.story", told())
    with sqlite3.connect(path) as raw:
        raw.execute("DELETE FROM parse")
    raw.close()
    for one in (path, same):
        with Ledger.open(one) as ledger:
            rule(ledger, date_ruling(article_of(one), "2011-12-05"))
    assert export(path) == export(same)
