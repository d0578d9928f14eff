"""add, demo, export: summaries, problems with advice, exit codes, files whole or not at all."""

import json
from pathlib import Path
from typing import Protocol

import pytest
from click.testing import Result

from throughline.export import FOLDERS, FORMATS
from throughline.story import Story

PAGE = (
    "<html><body><article><h1>Treaty</h1><p>Arden signed a treaty with Velland on Monday.</p></article></body></html>"
)


class Run(Protocol):
    def __call__(self, *words: object, stdin: str | bytes | None = None) -> Result: ...


def test_add_sums_up_and_a_second_time_changes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    path = tmp_path / "x.story"
    done = run("add", path, tmp_path / "a.html", "--outlet", "Vale Post", "--published", "2011-12-12")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.startswith("1 read, 0 already there, 0 problems")
    before = run("export", path, "--to", "jsonl").stdout
    assert "0 read, 1 already there" in run("add", path, tmp_path / "a.html", "--outlet", "Vale Post", "--published",
                                             "2011-12-12").stderr  # fmt: skip
    assert run("export", path, "--to", "jsonl").stdout == before
    article = json.loads(before.splitlines()[0])
    assert (article["outlet"], article["published"]["edtf"]) == ("Vale Post", "2011-12-12")


def test_a_bad_input_is_listed_with_advice_and_the_rest_goes_in(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    done = run("add", tmp_path / "x.story", tmp_path / "a.html", tmp_path / "b.txt", tmp_path / "missing")
    assert done.exit_code == 3
    assert done.stderr.startswith("1 read, 0 already there, 2 problems")
    assert "b.txt" in done.stderr
    assert len(done.stderr.splitlines()) == 5
    assert not run("add", tmp_path / "x.story", tmp_path / "b.txt", "--quiet").stderr


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("wide.txt", "The mission in Arden ended on Monday.".encode("utf-16"), 3),
        ("mixed.txt", b"The mission in Arden ended. " + "Größe zählt. ".encode() + "Größe zählt. ".encode("cp1252"), 3),
        ("nul.txt", b"The mission\0 in Arden ended on Monday.", 3),
        ("style.css", b"p { margin: 0 }", 0),
    ],
)
def test_a_page_read_in_doubt_ends_with_3_and_a_note_does_not(
    run: Run, tmp_path: Path, name: str, data: bytes, code: int
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "in" / name).write_bytes(data)
    done = run("add", tmp_path / "x.story", tmp_path / "in")
    assert done.exit_code == code
    assert done.stderr.startswith(f"{1 + code // 3} read, 0 already there, {code // 3} problem")


def test_add_reads_standard_input(run: Run, tmp_path: Path) -> None:
    done = run("add", tmp_path / "x.story", "-", stdin=PAGE.encode())
    assert done.stderr.startswith("1 read")


def test_add_without_input_is_a_usage_error(run: Run, tmp_path: Path) -> None:
    assert run("add", tmp_path / "x.story").exit_code == 2
    assert run("add", tmp_path / "x.story", "a.html", "--jobs", 0).exit_code == 2
    assert not (tmp_path / "x.story").exists()


def test_a_folder_in_the_place_of_the_story_says_which_comes_first(run: Run, tmp_path: Path) -> None:
    swapped = run("add", tmp_path, tmp_path / "x.story")
    assert swapped.exit_code == 2
    assert "The story comes first" in swapped.stderr


def test_a_date_that_nobody_can_read_stops_before_anything_is_read(run: Run, tmp_path: Path) -> None:
    open_order = run("add", tmp_path / "x.story", "a.html", "--published", "05-03-2018")
    assert open_order.exit_code == 2
    assert "--date-order" in open_order.stderr
    assert not (tmp_path / "x.story").exists()


def test_ctrl_c_says_how_to_go_on(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Story, "add", interrupt)
    stopped = run("add", tmp_path / "x.story", "a.html")
    assert stopped.exit_code == 1
    assert "run the same command again to go on" in stopped.stderr


WORDLESS = {"csl", "gexf"}  # sources, and a network: no words of an event


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "rulings"])  # no record, but what people ruled
def test_export_writes_the_same_to_a_file_and_to_stdout(run: Run, story: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / "out"
    assert run("export", story, "--to", name, "-o", target).exit_code == 0
    assert target.read_text(encoding="utf-8") == run("export", story, "--to", name).stdout
    past = run("export", story, "--to", name, "--as-of", "2011").stdout
    assert "asked Arden" not in past
    assert name in WORDLESS or "will withdraw" in past.replace("\n ", "")


@pytest.mark.parametrize("name", FOLDERS)
def test_a_format_of_many_files_fills_a_new_folder(run: Run, story: Path, tmp_path: Path, name: str) -> None:
    unnamed = run("export", story, "--to", name)
    assert unnamed.exit_code == 2
    assert "-o" in unnamed.stderr
    target = tmp_path / "out"
    done = run("export", story, "--to", name, "-o", target, "--as-of", "2011")
    if done.exit_code == 1 and "pip install" in done.stderr:
        pytest.skip(f"{name} needs an extra that is not installed")
    assert done.exit_code == 0
    written = {path.name: path.read_bytes() for path in target.iterdir()}
    assert f"Wrote {len(written)} files" in done.stderr
    assert not any(b"asked Arden" in content for content in written.values())
    again = run("export", story, "--to", name, "-o", target)
    assert again.exit_code == 1
    assert "choose a new folder" in again.stderr
    assert {path.name: path.read_bytes() for path in target.iterdir()} == written
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_format_of_one_file_does_not_take_a_folder(run: Run, story: Path, tmp_path: Path) -> None:
    done = run("export", story, "--to", "csv", "-o", tmp_path)
    assert done.exit_code == 1
    assert "name a file" in done.stderr


def test_an_unknown_format_lists_those_that_exist(run: Run, story: Path) -> None:
    unknown = run("export", story, "--to", "wordperfect")
    assert unknown.exit_code == 2
    assert all(name in unknown.stderr for name in FORMATS)


def test_a_failed_export_leaves_what_was_there(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "old.csv"
    target.write_text("old", encoding="utf-8")
    assert run("export", tmp_path / "no.story", "--to", "csv", "-o", target).exit_code == 1
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["old.csv"]


def test_demo_shows_the_invented_story_and_what_to_ask_next(run: Run, tmp_path: Path) -> None:
    shown = run("demo", "--keep", tmp_path / "demo.story")
    assert shown.exit_code == 0
    assert "Karvenia" in shown.stdout
    assert "throughline said" in shown.stderr
    assert run("status", tmp_path / "demo.story").exit_code == 0
    again = run("demo", "--keep", tmp_path / "demo.story")
    assert again.exit_code == 1
    assert "choose another name" in again.stderr
