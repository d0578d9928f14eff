"""why, rule, audit, status."""

import json
from pathlib import Path
from shutil import copy
from typing import Any, Protocol

import pytest
from click.testing import Result


class Run(Protocol):
    def __call__(self, *words: object, stdin: str | bytes | None = None) -> Result: ...


def first(run: Run, verb: str, story: Path, *words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(verb, story, "--json", *words).stdout)[0]
    return found


def test_why_takes_what_a_listing_shows(run: Run, story: Path) -> None:
    shown = run("chronicle", story, "--about", "treaty").stdout.split("happening-")[1].split()[0]
    assert len(shown) == 8
    for asked in (f"happening-{shown}", shown, first(run, "chronicle", story, "--about", "treaty")["id"]):
        explained = run("why", story, asked)
        assert explained.exit_code == 0
        assert "signed a treaty" in explained.stdout
        assert "because:" in explained.stdout


def test_why_explains_every_kind_of_record_of_the_export(run: Run, story: Path) -> None:
    kinds = {}
    for line in run("export", story, "--to", "jsonl").stdout.splitlines():
        row = json.loads(line)
        kinds[row["kind"]] = row["id"]
    assert {"article", "mention", "time", "statement", "event", "figure", "actor", "happening", "series"} <= set(kinds)
    for kind, record in kinds.items():
        explained = run("why", story, record, "--json")
        assert explained.exit_code == 0, (kind, explained.stderr)
        assert json.loads(explained.stdout)["id"] == record
        assert run("why", story, record, "--csv").stdout.startswith("name,words,id\n")


@pytest.mark.parametrize("record", ["happening-zzz", "zzz", "happening-0123456789abcdef", "statement-0123456789abcdef"])
def test_an_unknown_id_is_nothing_found(run: Run, story: Path, record: str) -> None:
    unknown = run("why", story, record)
    assert unknown.exit_code == 4
    assert "nothing here has the id" in unknown.stderr
    assert len(unknown.stderr.splitlines()) == 1


def test_a_beginning_of_several_ids_asks_for_more(run: Run, story: Path) -> None:
    several = run("why", story, "event-")
    assert several.exit_code == 2
    assert "give more" in several.stderr


def test_a_note_is_kept_listed_and_shown_by_why(run: Run, story: Path, tmp_path: Path) -> None:
    path = Path(copy(story, tmp_path / "mine.story"))
    article = json.loads(run("export", path, "--to", "jsonl").stdout.splitlines()[0])["id"]
    assert run("rule", "list", path).exit_code == 4
    assert run("rule", "note", path, article[:16], "The ministry confirmed it.", "--author", "Ida").exit_code == 0
    assert "The ministry confirmed it." in run("rule", "list", path).stdout
    assert "Ida: The ministry confirmed it." in run("why", path, article).stdout
    assert json.loads(run("why", path, article, "--json").stdout)["rulings"][0]["author"] == "Ida"


def test_audit_of_a_sound_story_is_silent_on_stdout(run: Run, story: Path) -> None:
    sound = run("audit", story)
    assert (sound.exit_code, sound.stdout) == (0, "")
    assert json.loads(run("audit", story, "--json").stdout) == []


def test_status_names_what_is_undated(run: Run, story: Path) -> None:
    assert "1 article undated" in run("status", story).stdout
    assert run("status", story, "--csv").stdout.startswith("what,count\n")


@pytest.mark.parametrize("verb", ["chronicle", "status", "audit", "export"])
def test_a_file_that_is_no_story_is_left_alone(run: Run, tmp_path: Path, verb: str) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"my notes " * 200)
    words = ["--to", "csv"] if verb == "export" else []
    failed = run(verb, path, *words)
    assert failed.exit_code == 1
    assert "no Throughline story" in failed.stderr
    assert path.read_bytes() == b"my notes " * 200
