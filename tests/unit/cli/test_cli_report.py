"""report: a chronicle, a state of play or chosen records as one file, in the form that its name says."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from throughline.chronicle.reported import SUBJECTS

Run = Callable[..., Result]


@pytest.mark.parametrize("name", ["arden.html", "arden.HTM", "arden.md"])
def test_the_suffix_says_what_it_is_written_in(run: Run, story: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    done = run("report", story, "--title", "Arden leaves", "-o", target)
    assert done.exit_code == 0, done.output
    text = target.read_text(encoding="utf-8")
    assert text.startswith("# Arden leaves" if name.endswith("md") else "<!doctype html>")
    assert "known since 2011-12-12" in text


def test_without_a_file_it_is_markdown_on_stdout_and_the_same_as_the_export(run: Run, story: Path) -> None:
    assert run("report", story).stdout == run("export", story, "--to", "markdown").stdout


@pytest.mark.parametrize("of", SUBJECTS)
def test_every_kind_of_record_can_be_reported(run: Run, story: Path, of: str) -> None:
    done = run("report", story, "--of", of)
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("# arden")


def test_the_clock_holds(run: Run, story: Path) -> None:
    text = run("report", story, "--as-of", "2011").stdout
    assert "As known on 2011-12-31." in text
    assert "Harbour Times" not in text


@pytest.mark.parametrize("verb", ["chronicle", "said", "figures", "deadlines"])
def test_records_are_chosen_by_id(run: Run, story: Path, verb: str) -> None:
    first = json.loads(run(verb, story, "--json").stdout)[0]
    record = first["statement"]["id"] if verb == "said" else first["id"]
    done = run("report", story, record[:-4], record)
    assert done.exit_code == 0, done.output
    kinds = {"chronicle": "Happenings. 1", "said": "Statements. 1", "figures": "Figures. ", "deadlines": "Deadlines. 1"}
    assert kinds[verb] in done.stdout


def test_a_figure_is_chosen_out_of_its_series(run: Run, story: Path) -> None:
    figure = json.loads(run("figures", story, "--json").stdout)[0]["points"][0]["figure"]
    assert "1 figure, from 1 page" in run("report", story, figure).stdout


def test_what_is_no_record_and_no_kind_of_file_says_so(run: Run, story: Path, tmp_path: Path) -> None:
    assert run("report", story, "happening-0000000000000000").exit_code == 4
    article = json.loads(run("export", story, "--to", "csl").stdout)[0]["id"]
    done = run("report", story, article)
    assert (done.exit_code, "no record that a report can hold" in done.stderr) == (2, True)
    done = run("report", story, "-o", tmp_path / "arden.docx")
    assert (done.exit_code, ".html or .md" in done.stderr) == (2, True)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "words",
    [("--of", "deadlines", "--about", "Astor"), ("--of", "said", "--from", "2011"), ("happening-1", "--top", 3)],
)
def test_what_would_not_narrow_the_report_is_refused(run: Run, story: Path, words: tuple[object, ...]) -> None:
    done = run("report", story, *words)
    assert (done.exit_code, "does not narrow" in done.stderr) == (2, True)


def test_a_state_of_play_is_narrowed(run: Run, story: Path) -> None:
    whole, part = (run("report", story, "--of", "state", *words).stdout for words in ((), ("--about", "Venn")))
    assert len(part) < len(whole)


def test_an_end_before_the_beginning_is_a_mistake(run: Run, story: Path) -> None:
    done = run("report", story, "--from", "2012", "--to", "2011")
    assert (done.exit_code, "give the earlier day first" in done.stderr) == (2, True)
