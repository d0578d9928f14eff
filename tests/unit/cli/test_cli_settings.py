"""--outlets and --sites: kept in the story, the same on every engine and every time, refused with advice."""

import sqlite3
from pathlib import Path
from typing import Protocol

import pytest
from click.testing import Result

from throughline.errors import SettingError
from throughline.ledger import open_view
from throughline.ledger.audit import audit
from throughline.model import Role, Setting
from throughline.story import Story

SAID = "The council of the vale met on Monday and put off the vote on the bridge until the river has fallen again. "
OUTLETS = "name\tnames\thosts\nVale Courier\tCourier of the Vale\tvale.example\n"
SITES = '[[site]]\nhost = "vale.example"\nbody = "//div[@id=\'x\']"\n'


class Run(Protocol):
    def __call__(self, *words: object, stdin: str | bytes | None = None) -> Result: ...


def page(number: int, ident: str = "x") -> str:
    return (
        f"<html><head><link rel='canonical' href='https://vale.example/{number}'></head><body><h1>Vote {number}</h1>"
        f"<p>5 March 20{10 + number}</p><div id='{ident}'><p>Report {number}. {SAID}</p></div>"
        f"<p>{SAID * 2}</p></body></html>"
    )


@pytest.fixture(autouse=True)
def no_folder_of_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("THROUGHLINE_CONFIG", str(tmp_path / "config"))
    return tmp_path / "config"


@pytest.fixture
def room(tmp_path: Path) -> Path:
    (tmp_path / "outlets.tsv").write_text(OUTLETS, encoding="utf-8")
    (tmp_path / "sites.toml").write_text(SITES, encoding="utf-8")
    (tmp_path / "pages").mkdir()
    for number in range(4):
        (tmp_path / "pages" / f"{number}.html").write_text(page(number), encoding="utf-8")
    return tmp_path


def add(run: Run, room: Path, *words: object, name: str = "x.story") -> Result:
    return run("add", room / name, *words)


def given(room: Path) -> tuple[object, ...]:
    return ("--outlets", room / "outlets.tsv", "--sites", room / "sites.toml")


def rows(run: Run, path: Path) -> str:
    return run("export", path, "--to", "jsonl").stdout


def test_pages_are_read_by_the_files(run: Run, room: Path) -> None:
    assert add(run, room, room / "pages", *given(room)).exit_code == 0
    with open_view(room / "x.story") as view:
        articles = [view.article(one) for one in view.heads()]
    assert [article.outlet for article in articles] == ["Vale Courier"] * 4
    for article in articles:
        [body] = [block for block in article.blocks if block.role is Role.BODY]
        assert article.text[body.start : body.end].startswith("Report")
    assert not list(audit(room / "x.story"))


def test_adding_twice_and_with_two_jobs_and_in_parts_gives_the_same_rows(run: Run, room: Path) -> None:
    add(run, room, room / "pages", *given(room))
    once = rows(run, room / "x.story")
    add(run, room, room / "pages", *given(room))
    assert rows(run, room / "x.story") == once
    add(run, room, room / "pages", *given(room), "--jobs", "2", name="jobs.story")
    assert rows(run, room / "jobs.story") == once
    for number in (3, 1, 0, 2):
        first = given(room) if number == 3 else ()
        assert add(run, room, room / "pages" / f"{number}.html", *first, name="parts.story").exit_code == 0
    assert rows(run, room / "parts.story") == once


def test_settings_are_kept_once_and_change_what_is_added_later(run: Run, room: Path) -> None:
    add(run, room, room / "pages" / "0.html", *given(room))
    add(run, room, room / "pages" / "1.html", *given(room))
    told = run("status", room / "x.story").stdout
    assert "outlets.tsv, 2 lines, holds for pages added from now on" in told
    assert "came before" not in told
    (room / "outlets.tsv").write_text(OUTLETS.replace("Vale Courier", "Vale Echo"), encoding="utf-8")
    add(run, room, room / "pages" / "2.html", "--outlets", room / "outlets.tsv")
    assert (
        "2 pages came before it: to read them by it, add them to a new story" in run("status", room / "x.story").stdout
    )
    heads = Story(room / "x.story").articles().values()
    assert sorted(head.outlet or "" for head in heads) == ["Vale Courier", "Vale Courier", "Vale Echo"]
    with sqlite3.connect(room / "x.story") as raw:
        assert raw.execute("SELECT name, after FROM setting ORDER BY key").fetchall() == [
            ("outlets.tsv", 0), ("sites.toml", 0), ("outlets.tsv", 2),
        ]  # fmt: skip


def test_an_empty_file_takes_settings_back(run: Run, room: Path) -> None:
    add(run, room, room / "pages" / "0.html", *given(room))
    (room / "sites.toml").write_text("", encoding="utf-8")
    add(run, room, room / "pages" / "1.html", "--sites", room / "sites.toml")
    settings = {one.name: one.content for one in Story(room / "x.story").status().settings}
    assert settings == {"outlets.tsv": OUTLETS, "sites.toml": ""}


def test_a_new_story_takes_the_files_of_the_folder_of_settings_and_keeps_to_its_own(
    run: Run, room: Path, no_folder_of_settings: Path
) -> None:
    no_folder_of_settings.mkdir()
    (no_folder_of_settings / "outlets.tsv").write_text(OUTLETS, encoding="utf-8")
    add(run, room, room / "pages" / "0.html")
    (no_folder_of_settings / "outlets.tsv").write_text(OUTLETS.replace("Courier", "Echo"), encoding="utf-8")
    add(run, room, room / "pages" / "1.html")
    assert {head.outlet for head in Story(room / "x.story").articles().values()} == {"Vale Courier"}


def test_a_layout_that_has_changed_is_a_problem_and_the_page_is_read(run: Run, room: Path) -> None:
    (room / "changed.html").write_text(page(5, "y"), encoding="utf-8")
    done = add(run, room, room / "changed.html", *given(room))
    assert done.exit_code == 3
    assert "sites.toml, line 1: site 1 (vale.example) finds nothing here for body" in done.stderr
    assert "give that site a valid_until" in done.stderr
    assert len(Story(room / "x.story").articles()) == 1


@pytest.mark.parametrize("content", [b"[[site]]\nhost = 3", b"\xff\xfe", b"[[site]]\nhost='a.example'\nbody='//p[..]'"])
def test_files_that_can_t_be_followed_end_before_anything_is_made(run: Run, room: Path, content: bytes) -> None:
    (room / "sites.toml").write_bytes(content)
    done = add(run, room, room / "pages", *given(room))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "sites.toml" in done.stderr
    assert not (room / "x.story").exists()
    assert add(run, room, room / "pages", "--sites", room / "missing.toml").exit_code == 2


def test_the_library_takes_settings_too(room: Path) -> None:
    story = Story(room / "x.story")
    story.add([str(room / "pages")], settings=[Setting("outlets.tsv", OUTLETS)])
    assert {head.outlet for head in story.articles().values()} == {"Vale Courier"}
    with pytest.raises(SettingError):
        story.add([str(room / "pages")], settings=[Setting("outlets.tsv", "nothing\n")])
