"""Rulings on the command line: a date settled, shown, taken back, carried over; what can't be is said clearly."""

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from click.testing import Result

import throughline

Run = Callable[..., Result]


@pytest.fixture
def mine(story: Path, tmp_path: Path) -> Path:
    return Path(copy(story, tmp_path / "mine.story"))


def article(path: Path, outlet: str = "Harbour Times") -> str:
    heads = throughline.open(path).articles().values()
    return next(head.id for head in heads if outlet in (head.outlet or head.source))


def days(run: Run, path: Path) -> set[str]:
    rows = [json.loads(row) for row in run("export", path, "--to", "jsonl").stdout.splitlines()]
    return {row["when"]["edtf"] for row in rows if row["kind"] == "event" and row["when"]}


def test_a_date_is_settled_and_what_moved_is_shown(run: Run, mine: Path) -> None:
    assert {"2012-03-05", "2012-03-04"} <= days(run, mine)
    made = run(
        "rule", "date", mine, article(mine)[:16], "7 May 2012", "--reason", "the printed paper", "--author", "Ida"
    )
    assert made.exit_code == 0, made.stderr
    assert "published: 2012-03-05 → 2012-05-07" in made.stdout
    assert "when: 2012-03-04 → 2012-05-06" in made.stdout
    assert {"2012-05-07", "2012-05-06"} <= days(run, mine)
    listed = run("rule", "list", mine).stdout
    assert "2012-05-07" in listed
    assert "Ida: the printed paper" in listed
    ruling = json.loads(run("rule", "list", mine, "--nl").stdout)["id"]
    assert "2012-03-04 → 2012-05-06" in run("diff", mine, "--ruling", ruling[:15]).stdout
    moves: dict[str, Any] = json.loads(run("diff", mine, "--ruling", ruling, "--json").stdout)
    assert moves["moves"][0]["before"]["edtf"] == "2012-03-05"
    assert run("diff", mine, "--ruling", ruling, "--csv").stdout.startswith("record,what,before,after,status,words\n")


def test_why_tells_the_ruling_and_keeps_what_the_page_said(run: Run, mine: Path) -> None:
    name = article(mine)
    run("rule", "date", mine, name, "2012-05-07", "--reason", "the printed paper", "--author", "Ida")
    told = run("why", mine, name).stdout
    assert "Ida ruled on" in told
    assert "the printed paper" in told
    assert "2012-03-05: set aside by the ruling" in told
    event = next(
        row["id"]
        for row in map(json.loads, run("export", mine, "--to", "jsonl").stdout.splitlines())
        if row["kind"] == "event" and row["when"] and "Sunday" in row["when"]["words"]
    )
    chain = run("why", mine, event).stdout
    assert "'Sunday' is 2012-05-06, read by the rule 'weekday', counted from the day of publication" in chain
    assert "the article was published 2012-05-07: Ida ruled on" in chain


def test_a_ruling_is_taken_back(run: Run, mine: Path) -> None:
    name, before = article(mine), run("export", mine, "--to", "jsonl").stdout
    run("rule", "date", mine, name, "2012-05-07")
    back = run("rule", "date", mine, name, "--undo")
    assert "published: 2012-05-07 → 2012-03-05" in back.stdout
    assert run("export", mine, "--to", "jsonl").stdout == before
    assert "taken back" in run("rule", "list", mine).stdout
    again = run("rule", "date", mine, name, "--undo")
    assert again.exit_code == 2
    assert "no ruling about" in again.stderr


def test_rulings_are_carried_to_a_story_of_the_same_pages(run: Run, mine: Path, story: Path, tmp_path: Path) -> None:
    name = article(mine)
    run("rule", "date", mine, name, "2012-05-07")
    other = Path(copy(story, tmp_path / "other.story"))
    assert "1 ruling kept" in run("rule", "replay", other, mine).stderr
    assert run("export", other, "--to", "jsonl").stdout == run("export", mine, "--to", "jsonl").stdout
    lines = tmp_path / "rulings.jsonl"
    lines.write_text(run("rule", "list", mine, "--nl").stdout, encoding="utf-8")
    assert "0 rulings kept" in run("rule", "replay", other, lines).stderr
    lines.write_text(lines.read_text("utf-8").replace("2012-05-07", "2012-05-08"), encoding="utf-8")
    assert run("rule", "replay", other, lines).exit_code == 2


def test_a_ruling_about_what_is_not_there_is_a_problem(run: Run, mine: Path, tmp_path: Path) -> None:
    run("rule", "date", mine, article(mine), "2012-05-07")
    empty = tmp_path / "empty.story"
    throughline.open(empty).add([])
    run("rule", "replay", empty, mine)
    assert "a ruling is about this, and it is not here: date '2012-05-07'" in run("status", empty).stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("article-0123456789abcdef", "2012"), "there is no article"),
        (("HERE", "05-03-2018"), "can be 2018-03-05 or 2018-05-03"),
        (("HERE", "soon"), "is no date"),
        (("HERE",), "give a value"),
        (("HERE", "2012", "--undo"), "no value with --undo"),
    ],
)
def test_what_can_not_be_ruled_is_said(run: Run, mine: Path, words: tuple[str, ...], said: str) -> None:
    failed = run("rule", "date", mine, *(article(mine) if word == "HERE" else word for word in words))
    assert failed.exit_code in {2, 4}
    assert said in failed.stderr
    assert run("rule", "list", mine).exit_code == 4


def test_diff_takes_two_days_or_a_ruling(run: Run, mine: Path) -> None:
    for words in (("2012-01-01",), ("2012-01-01", "2012-02-01", "--ruling", "ruling-1"), ()):
        assert run("diff", mine, *words).exit_code == 2


def test_status_says_how_to_settle_a_date(run: Run, mine: Path) -> None:
    shown = run("status", mine).stdout
    assert f"to settle a day: throughline rule date {mine} article-" in shown
    doubts = json.loads(run("status", mine, "--json").stdout)["doubts"]
    assert [doubt["article"] for doubt in doubts] == [article(mine, "undated.txt")]
    run("rule", "date", mine, article(mine, "undated.txt"), "2012")
    assert json.loads(run("status", mine, "--json").stdout)["doubts"] == []
