"""The installed command as a shell sees it: exit codes, pipes, streams, start-up time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = "<html><body><article><h1>Treaty</h1><p>Arden signed a treaty with Velland on 5 March {year}.</p></article>"
COMMAND = [sys.executable, "-m", "throughline"]


def call(*words: object, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *map(str, words)], capture_output=True, text=True, check=False, env={**os.environ, **env}
    )


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    room = tmp_path_factory.mktemp("command")
    for year in range(2001, 2013):
        (room / f"{year}.html").write_text(PAGE.format(year=year), encoding="utf-8")
    done = call("add", room / "x.story", room, "--published", "2012-12-31")
    assert done.returncode == 0, done.stderr
    return room / "x.story"


def test_exit_codes_are_those_of_the_contract(story: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert call("chronicle", story).returncode == 0
    assert call("chronicle", tmp_path / "no.story").returncode == 1
    assert call("chronicle", story, "--as-of", "soonish").returncode == 2
    assert call("nonsense").returncode == 2
    assert call("add", tmp_path / "y.story", tmp_path / "empty.txt").returncode == 3
    assert call("search", story, "zeppelin").returncode == 4


def test_a_pipe_gets_plain_wide_text(story: Path) -> None:
    shown = call("chronicle", story, COLUMNS="20", FORCE_COLOR="1").stdout
    assert "\x1b" not in shown
    assert "“Arden signed a treaty with Velland on 5 March 2001.”" in shown


def test_a_reader_that_stops_early_is_no_error(story: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "export", str(story), "--to", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_output_survives_a_terminal_that_knows_only_ascii(story: Path) -> None:
    shown = call("chronicle", story, PYTHONIOENCODING="ascii")
    assert shown.returncode == 0
    assert "Arden signed" in shown.stdout


def test_version_and_help_need_no_story() -> None:
    assert call("--version").stdout.startswith("throughline 0.")
    assert "Read the record" in call("--help").stdout


def test_reading_verbs_do_not_load_what_only_add_needs(story: Path) -> None:
    heavy = (
        "import sys; from throughline.cli import throughline as t; t(['chronicle', sys.argv[1]], standalone_mode=False)"
    )
    names = (
        "{'trafilatura', 'lxml', 'rich', 'feedparser', 'warcio', 'starlette', 'uvicorn', 'mcp', 'pandas', 'matplotlib'}"
    )
    check = f"; bad = {names} & set(sys.modules); print(bad); sys.exit(bool(bad))"
    done = subprocess.run([sys.executable, "-c", heavy + check, str(story)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
