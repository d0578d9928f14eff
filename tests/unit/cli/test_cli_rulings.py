"""Rulings on who is who, what is one and what is wrong: shown, explained, carried over, taken back."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def mine(story: Path, tmp_path: Path) -> Path:
    return Path(copy(story, tmp_path / "mine.story"))


def rows(run: Run, path: Path, kind: str) -> Iterator[dict[str, Any]]:
    for line in run("export", path, "--to", "jsonl").stdout.splitlines():
        row: dict[str, Any] = json.loads(line)
        if row["kind"] == kind:
            yield row


def actor(run: Run, path: Path, name: str) -> dict[str, Any]:
    return next(row for row in rows(run, path, "actor") if row["name"] == name)


def test_two_actors_are_one_by_a_ruling_and_two_again_when_it_is_taken_back(run: Run, mine: Path) -> None:
    before = run("export", mine, "--to", "jsonl").stdout
    made = run("rule", "merge", mine, "Lena Hask", "dora venn", "--reason", "one person", "--author", "Ida")
    assert made.exit_code == 0, made.stderr
    assert "- Dora Venn" in made.stdout
    both = [row for row in rows(run, mine, "actor") if {"Lena Hask", "Dora Venn"} <= {row["name"], *row["aliases"]}]
    assert len(both) == 1
    why = run("why", mine, both[0]["id"]).stdout
    assert "Ida: merge" in why
    assert "(one person)" in why
    again = run("rule", "merge", mine, "Lena Hask", "Dora Venn")
    assert again.exit_code == 2
    assert "rules that already" in again.stderr
    assert run("rule", "merge", mine, "Dora Venn", "Lena Hask", "--undo").exit_code == 0
    assert run("export", mine, "--to", "jsonl").stdout == before


def test_a_name_is_split_from_its_actor(run: Run, mine: Path) -> None:
    before = run("actors", mine, "--json").stdout
    run("rule", "merge", mine, "Lena Hask", "Dora Venn")
    joint = next(one for one in json.loads(run("actors", mine, "--json").stdout) if one["joined"])
    parted = run("rule", "split", mine, joint["id"], joint["joined"][0]["name"])
    assert parted.exit_code == 0, parted.stderr
    assert f"+ {joint['joined'][0]['name']}" in parted.stdout
    assert run("actors", mine, "--json").stdout == before
    ruling = json.loads(run("rule", "list", mine, "--nl").stdout.splitlines()[-1])["id"]
    assert run("rule", "split", mine, ruling, "--undo").exit_code == 0
    assert json.loads(run("actors", mine, "--json").stdout) != json.loads(before)


def test_merges_round_a_split_are_refused(run: Run, mine: Path) -> None:
    run("rule", "split", mine, "Lena Hask", "Dora Venn")
    run("rule", "merge", mine, "Lena Hask", "Karl Astor")
    refused = run("rule", "merge", mine, "Karl Astor", "Dora Venn")
    assert refused.exit_code == 2
    assert "rules that they are two" in refused.stderr


def happenings(run: Run, path: Path) -> list[dict[str, Any]]:
    return [row for row in rows(run, path, "happening") if row["events"]]


def test_two_happenings_are_one_by_a_ruling_and_an_event_is_split_out(run: Run, mine: Path) -> None:
    before = run("export", mine, "--to", "jsonl").stdout
    one, other = happenings(run, mine)[:2]
    assert run("rule", "merge", mine, one["id"], other["id"][:18]).exit_code == 0
    joint = next(row for row in happenings(run, mine) if one["events"][0] in row["events"])
    assert set(joint["events"]) == {*one["events"], *other["events"]}
    assert "Ada: merge" in _ruled_by(run, mine, joint["id"], "Ada")
    for former in (one["id"], other["id"]):
        assert joint["id"] in run("why", mine, former[:18]).stdout
    parted = run("rule", "split", mine, other["events"][0], joint["id"])
    assert parted.exit_code == 0, parted.stderr
    assert run("export", mine, "--to", "jsonl").stdout == before


def _ruled_by(run: Run, path: Path, record: str, author: str) -> str:
    return run("why", path, record).stdout.replace(
        json.loads(run("rule", "list", path, "--nl").stdout)["author"], author
    )


@pytest.mark.parametrize("kind", ["event", "statement", "figure", "mention", "happening", "deadline"])
def test_what_is_rejected_is_in_no_listing_and_still_explained(run: Run, mine: Path, kind: str) -> None:
    before = run("export", mine, "--to", "jsonl").stdout
    record = next(rows(run, mine, kind))["id"]
    made = run("rule", "reject", mine, record[: len(kind) + 9], "--reason", "misread")
    assert made.exit_code == 0, made.stderr
    assert made.stdout.startswith("- ")
    assert record not in run("export", mine, "--to", "jsonl").stdout
    for listing in ("chronicle", "said", "figures", "deadlines", "state"):
        assert record not in run(listing, mine, "--json").stdout
    assert "misread" in run("why", mine, record).stdout
    assert "misread" in run("rule", "list", mine).stdout
    assert run("rule", "reject", mine, record).exit_code == 4  # it is in no list any more
    assert run("rule", "reject", mine, record[: len(kind) + 9], "--undo").stdout.startswith("+ ")
    assert run("export", mine, "--to", "jsonl").stdout == before


def test_a_statement_is_given_to_its_speaker(run: Run, mine: Path) -> None:
    one = next(row for row in rows(run, mine, "statement") if row["speaker"])
    other = next(row for row in rows(run, mine, "actor") if row["type"] == "person" and row["id"] != one["speaker"])
    made = run("rule", "speaker", mine, one["id"], other["name"].upper())
    assert made.exit_code == 0, made.stderr
    assert f"+ {other['name']}: " in made.stdout
    assert next(row for row in rows(run, mine, "statement") if row["id"] == one["id"])["speaker"] == other["id"]
    assert one["id"] in run("said", mine, "--by", other["name"], "--json").stdout
    assert f"speaker: {other['name']}" in run("why", mine, one["id"]).stdout
    assert run("rule", "speaker", mine, one["id"], "--undo").exit_code == 0
    assert next(row for row in rows(run, mine, "statement") if row["id"] == one["id"])["speaker"] == one["speaker"]


def test_rulings_are_carried_over_as_text(run: Run, mine: Path, story: Path, tmp_path: Path) -> None:
    one, other = happenings(run, mine)[:2]
    run("rule", "merge", mine, one["id"], other["id"], "--reason", "tab\there", "--author", "Ida")
    run("rule", "reject", mine, next(rows(run, mine, "figure"))["id"])
    run("rule", "note", mine, one["id"], "asked the ministry\non Monday")
    text = tmp_path / "rulings.tsv"
    text.write_text(run("export", mine, "--to", "rulings").stdout, encoding="utf-8")
    theirs = Path(copy(story, tmp_path / "theirs.story"))
    assert "3 rulings kept" in run("rule", "replay", theirs, text).stderr
    assert run("rule", "list", theirs, "--json").stdout == run("rule", "list", mine, "--json").stdout
    assert run("export", theirs, "--to", "jsonl").stdout == run("export", mine, "--to", "jsonl").stdout
    text.write_text(text.read_text("utf-8") + "\nmerge it all\n", encoding="utf-8")
    failed = run("rule", "replay", theirs, text)
    assert failed.exit_code == 2
    assert f"{text}, line 9: " in failed.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("merge", "Lena Hask", "EVENT"), "never one"),
        (("merge", "Lena Hask"), "give two ids"),
        (("merge", "Nobody Atall", "Lena Hask"), "nobody here is called"),
        (("split", "Lena Hask", "Lena Hask"), "by one name"),
        (("split", "EVENT", "EVENT"), "tells it alone"),
        (("merge", "ARTICLE", "EVENT"), "only these can be one"),
        (("reject", "ARTICLE"), "can't be rejected"),
        (("reject", "event-0123456789abcdef"), "nothing here has the id"),
        (("reject", "EVENT", "--undo"), "no ruling about"),
        (("accept", "event-0123456789abcdef"), "nothing here has the id"),
        (("speaker", "EVENT", "Lena Hask"), "there is no statement"),
        (("merge", "Lena Hask", "Dora Venn", "--undo"), "no ruling about"),
    ],
)
def test_what_can_not_be_ruled_is_said(run: Run, mine: Path, words: tuple[str, ...], said: str) -> None:
    alone = next(row for row in happenings(run, mine) if len(row["events"]) == 1)
    known = {"EVENT": alone["events"][0], "ARTICLE": next(rows(run, mine, "article"))["id"]}
    failed = run("rule", words[0], mine, *(known.get(word, word) for word in words[1:]))
    assert failed.exit_code in {2, 4}, failed.stdout
    assert said in failed.stderr
    assert run("rule", "list", mine).exit_code == 4


def test_every_ruling_has_help_with_an_example(run: Run) -> None:
    names = ("date", "merge", "split", "reject", "accept", "speaker", "note", "list", "replay")
    assert "not there yet" not in run("rule", "--help").stdout
    for name in names:
        assert f"Example: throughline rule {name} " in run("rule", name, "--help").stdout


def test_words_that_no_file_can_keep_are_mended(run: Run, mine: Path) -> None:
    name = next(rows(run, mine, "article"))["id"]
    assert run("rule", "note", mine, name, "half a \ud800 letter", "--author", "I\udcffa").exit_code == 0
    listed = json.loads(run("rule", "list", mine, "--nl").stdout)
    assert (listed["value"], listed["author"]) == ("half a ? letter", "I?a")


def test_what_is_accepted_is_in_doubt_no_longer(run: Run, mine: Path) -> None:
    doubt = json.loads(run("status", mine, "--json").stdout)["doubts"][0]["article"]
    assert "in doubt no longer" in run("rule", "accept", mine, doubt[:17], "--reason", "nobody knows better").stderr
    status = json.loads(run("status", mine, "--json").stdout)
    assert doubt not in {one["article"] for one in status["doubts"]} | set(status["undated"]) | set(status["ambiguous"])
    assert "in doubt again" in run("rule", "accept", mine, doubt, "--undo").stderr
    assert doubt in {one["article"] for one in json.loads(run("status", mine, "--json").stdout)["doubts"]}


def test_a_ruling_that_lost_what_it_is_about_is_a_problem(run: Run, mine: Path, tmp_path: Path) -> None:
    one, other = happenings(run, mine)[:2]
    run("rule", "merge", mine, one["id"], other["id"])
    run("rule", "merge", mine, "Lena Hask", "Dora Venn")
    run("rule", "note", mine, one["id"], "asked the ministry")
    (tmp_path / "page.txt").write_text("Arden\n\nNothing else happened in Arden on 5 March 2012, officials said.\n")
    other_story = tmp_path / "other.story"
    run("add", other_story, tmp_path / "page.txt", "--quiet")
    run("rule", "replay", other_story, mine)
    problems = [row["where"] for row in json.loads(run("status", other_story, "--json").stdout)["problems"]]
    assert {one["events"][0], other["events"][0], one["id"]} <= set(problems)
    assert len([where for where in problems if where.startswith("actor-")]) == 2


def test_what_a_ruling_changed_is_told_again_later(run: Run, mine: Path) -> None:
    event = next(rows(run, mine, "event"))["id"]
    shown = run("rule", "reject", mine, event).stdout
    ruling = json.loads(run("rule", "list", mine, "--nl").stdout)["id"]
    run("rule", "merge", mine, "Lena Hask", "Dora Venn")
    assert run("diff", mine, "--ruling", ruling[:15]).stdout == shown
    assert "no longer found" in run("diff", mine, "--ruling", ruling, "--csv").stdout


def test_why_knows_rulings_and_problems(run: Run, mine: Path) -> None:
    run("rule", "note", mine, "article-0123456789abcdef", "a page that is not here")
    ruling = json.loads(run("rule", "list", mine, "--nl").stdout)["id"]
    assert "nobody took it back" in run("why", mine, ruling).stdout
    problem = json.loads(run("status", mine, "--json").stdout)["problems"][0]["id"]
    assert "take the ruling back" in run("why", mine, problem).stdout
    run("rule", "note", mine, ruling, "--undo")
    assert "took it back" in run("why", mine, ruling).stdout
