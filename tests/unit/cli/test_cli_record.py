"""The verbs that read the record: every form, every option, and what is said when there is nothing."""

import csv
import io
import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import pytest
from click.testing import Result

from throughline.cli.digest import dispute_rows
from throughline.model import Dispute, Evidence, Side

LISTINGS = ["chronicle", "actors", "figures", "sources", "said"]
WHOLES = ["status", "state"]
PLACE = {"article", "start", "end", "words"}


class Run(Protocol):
    def __call__(self, *words: object, stdin: str | bytes | None = None) -> Result: ...


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("verb", LISTINGS)
def test_a_listing_says_the_same_in_every_form(run: Run, story: Path, verb: str) -> None:
    whole, lines, table, people = (run(verb, story, *form) for form in (["--json"], ["--nl"], ["--csv"], []))
    assert [one.exit_code for one in (whole, lines, table, people)] == [0, 0, 0, 0]
    assert json.loads(whole.stdout) == rows(lines)
    assert len(list(csv.DictReader(io.StringIO(table.stdout)))) == len(rows(lines)) > 0
    assert people.stdout.strip()
    assert not people.stderr


@pytest.mark.parametrize("verb", WHOLES)
def test_an_answer_of_several_kinds_takes_every_form(run: Run, story: Path, verb: str) -> None:
    assert json.loads(run(verb, story, "--json").stdout)["kind"]
    assert len(rows(run(verb, story, "--nl"))) == 1
    table = list(csv.DictReader(io.StringIO(run(verb, story, "--csv").stdout)))
    assert all(None not in row for row in table)
    assert run(verb, story).exit_code == 0


def test_an_entry_is_a_dated_line_then_the_sentence_then_who_told_it(run: Run, story: Path) -> None:
    lines = run("chronicle", story, "--about", "treaty").stdout.splitlines()
    assert lines[0].startswith("2009-03")
    assert "Arden signed a treaty with Velland in March 2009" in lines[1]
    assert lines[2].strip().startswith("Vale Post: 1 report, 1 independent origin, known since 2011-12-12  happening-")


def test_as_of_gives_what_was_known_and_a_vague_day_means_its_last(run: Run, story: Path) -> None:
    assert "Harbour Times" not in run("chronicle", story, "--as-of", "2011").stdout
    assert "Vale Post" in run("chronicle", story, "--as-of", "2011-12").stdout
    assert run("chronicle", story, "--as-of", "2011-12-11").exit_code == 4
    assert "canteen" not in run("said", story, "--as-of", "2020").stdout
    assert "canteen" in run("said", story, "--as-of", "2020", "--maybe").stdout
    assert "canteen" in run("said", story).stdout


def test_from_and_to_bound_what_happened(run: Run, story: Path) -> None:
    found = rows(run("chronicle", story, "--from", "2009", "--to", "2009-12", "--nl"))
    assert found
    whens = [entry["when"] for entry in found]  # an open end reaches everywhere
    assert all((when["first"] or "") <= "2009-12-31" and (when["last"] or "9999") >= "2009-01-01" for when in whens)
    wrong = run("chronicle", story, "--from", "2012", "--to", "2011")
    assert wrong.exit_code == 2
    assert "give the earlier day first" in wrong.stderr


def test_type_and_top_choose(run: Run, story: Path) -> None:
    assert {entry["type"] for entry in rows(run("chronicle", story, "--type", "assault", "--nl"))} == {"ASSAULT"}
    assert len(rows(run("chronicle", story, "--top", 1, "--nl"))) == 1
    assert run("chronicle", story, "--type", "fly").exit_code == 2
    assert run("chronicle", story, "--top", -1).exit_code == 2
    assert len(rows(run("chronicle", story, "--top", 0, "--nl"))) >= len(rows(run("chronicle", story, "--nl")))


def test_status_and_outlet_choose(run: Run, story: Path) -> None:
    every = rows(run("chronicle", story, "--top", 0, "--nl"))
    planned = rows(run("chronicle", story, "--status", "planned", "--nl"))
    assert [one["id"] for one in planned] == [one["id"] for one in every if one["status"] == "planned"] != []
    told = rows(run("chronicle", story, "--outlet", "vale post", "--nl"))
    assert [one["id"] for one in told] == [one["id"] for one in every if "Vale Post" in one["outlets"]] != []
    assert run("chronicle", story, "--outlet", "Vale").exit_code == 4  # an outlet goes by its whole name
    assert run("chronicle", story, "--status", "likely").exit_code == 2


def test_a_listing_shows_so_many_and_says_how_many_more(run: Run, story: Path) -> None:
    every = rows(run("said", story, "--top", 0, "--nl"))
    short = run("said", story, "--top", 1, "--nl")
    assert len(rows(short)) == 1
    assert f"{len(every) - 1} more" in short.stderr
    assert not run("said", story, "--top", 0).stderr


def test_said_by_a_speaker_and_about_words(run: Run, story: Path) -> None:
    by = run("said", story, "--by", "Astor").stdout
    assert "We have done what we came to do" in by
    assert "canteen" not in by
    about = run("said", story, "--about", "canteen").stdout
    assert "canteen" in about
    assert "summer" not in about


def test_figures_of_something(run: Run, story: Path) -> None:
    assert "5,000" in run("figures", story, "--of", "soldiers").stdout
    assert run("figures", story, "--of", "submarines").exit_code == 4


def test_a_chart_needs_a_name_that_ends_so_and_matplotlib(
    run: Run, story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    wrong = run("figures", story, "--plot", tmp_path / "chart.doc")
    assert wrong.exit_code == 2
    assert ".svg or .png" in wrong.stderr
    missing = run("figures", story, "--plot", tmp_path / "chart.svg")
    assert missing.exit_code == 1
    assert "pip install 'throughline[plots]'" in missing.stderr
    assert run("chronicle", story, "--plot", tmp_path / "chart.doc").exit_code == 2


def test_a_chronicle_is_drawn_beside_its_listing(run: Run, story: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="matplotlib is not installed: no chart was drawn")
    drawn = run("chronicle", story, "--plot", tmp_path / "chart.svg")
    assert (drawn.exit_code, (tmp_path / "chart.svg").exists()) == (0, True)
    assert re.search(r"Drew (\d+) of \1 lines in ", drawn.stderr)


def test_search_finds_words_and_says_so_when_they_are_not_in_the_pile(run: Run, story: Path) -> None:
    (hit,) = rows(run("search", story, "canteen", "flag", "--nl"))
    assert set(hit["evidence"]) == PLACE
    missing = run("search", story, "zeppelin")
    assert (missing.exit_code, missing.stdout) == (4, "")
    assert "Not in the pile" in missing.stderr


def test_diff_shows_what_was_learned(run: Run, story: Path) -> None:
    learned = run("diff", story, "2011-12-31", "2012-12-31").stdout
    assert "From 2011-12-31 to 2012-12-31: 1 new article" in learned
    assert "asked Arden" in learned
    assert run("diff", story, "2012", "2011").exit_code == 2
    assert run("diff", story, "2013", "2014").exit_code == 4


def test_nothing_found_is_exit_four_with_empty_data(run: Run, story: Path) -> None:
    assert json.loads(run("chronicle", story, "--about", "Zeppelin", "--json").stdout) == []
    nothing = run("chronicle", story, "--about", "Zeppelin")
    assert (nothing.exit_code, nothing.stdout) == (4, "")
    assert "throughline status" in nothing.stderr
    assert not run("chronicle", story, "--about", "Zeppelin", "--quiet").stderr


def test_two_forms_at_once_are_refused_in_any_order(run: Run, story: Path) -> None:
    refused = run("actors", story, "--csv", "--json")
    assert refused.exit_code == 2
    assert "can't both be asked for" in refused.stderr
    assert json.loads(run("actors", story, "--quiet", "--json").stdout)


@pytest.mark.parametrize(
    ("day", "advice"),
    [("05-03-2018", "write the one you mean"), ("soonish", "write a day (2011-12-31)"), ("2011-13", "2011-12")],
)
def test_a_wrong_date_says_what_can_be_read(run: Run, story: Path, day: str, advice: str) -> None:
    wrong = run("chronicle", story, "--as-of", day)
    assert wrong.exit_code == 2
    assert advice in wrong.stderr


def test_a_missing_story_says_how_to_make_one(run: Run, tmp_path: Path) -> None:
    missing = run("chronicle", tmp_path / "no.story")
    assert missing.exit_code == 1
    assert "make one with `throughline add`" in missing.stderr
    assert len(missing.stderr.splitlines()) == 1
    assert not list(tmp_path.iterdir())


def test_a_mistyped_command_is_answered_with_the_near_one(run: Run) -> None:
    near = run("cronicle")
    assert near.exit_code == 2
    assert "chronicle" in near.stderr


@pytest.mark.parametrize("form", [[], ["--csv"], ["--json"], ["--nl"]])
def test_nothing_of_a_page_steers_the_terminal(run: Run, tmp_path: Path, form: list[str]) -> None:
    page = tmp_path / "a.txt"
    page.write_text("Treaty\n\nArden \x1b[31msigned\x9b0m a treaty with Velland on 5 March 2009 \u202e, it said.\n")
    run("add", tmp_path / "x.story", page)
    shown = run("chronicle", tmp_path / "x.story", *form).stdout
    assert "treaty with Velland" in shown
    assert not {"\x1b", "\x9b", "\u202e"} & set(shown)


def test_disputes_as_a_table_have_a_row_a_side() -> None:
    place = Evidence("article-1", 0, 14, "3,100 soldiers")
    sides = (
        Side("3,100 soldiers", place, "Vale Post", date(2013, 6, 13), "Kell"),
        Side("4,200 soldiers", place, None, None),
    )
    rows_of = list(dispute_rows([Dispute("dispute-1", "figure", sides, "no number fits both")]))
    assert [(row["id"], row["words"], row["speaker"], row["known"]) for row in rows_of] == [
        ("dispute-1", "3,100 soldiers", "Kell", "2013-06-13"),
        ("dispute-1", "4,200 soldiers", None, None),
    ]
