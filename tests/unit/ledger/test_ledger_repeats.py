"""What an outlet repeats at the edge of its pages is furniture: by what was known before, whatever the order."""

import json
import random
import sqlite3
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

import throughline
from throughline.ledger import Ledger, migrations, open_view
from throughline.ledger.audit import audit
from throughline.model import Declared, Page, page_of
from throughline.pipeline.local import add

APPEAL = "Give 5,000 crowns on Monday and the Friends of the Press will send you this paper until the end of 2019."
BACKGROUND = "Orvania and Westmark signed a treaty in March 2009, and 1,200 trainers have worked there since."
START = date(2012, 1, 1)
WORDS = "harbour council guard lake road governor fleet north island signal winter storm bridge fuel border".split()
NAMES = "Ada Boro Cela Dorn Evin Fosk Gant Hale".split()


def page(number: int, day: date | None, *, outlet: str = "Harbour Times", last: Sequence[str] = (APPEAL,)) -> Page:
    """A page with a report of its own between what its outlet prints again and again."""
    name, chance = NAMES[number], random.Random(number)  # noqa: S311 - no secret
    prose = [" ".join(chance.choices(WORDS, k=14)).capitalize() + "." for _ in range(5)]
    told = (
        f"Minister {name} said on Friday that {number + 3} ships would sail to the island of {name} before winter.",
        BACKGROUND,
        f"Gunmen attacked the harbour of {name} on Tuesday and took {number + 20} boats away, the mayor said.",
    )
    declared = Declared(outlet=outlet, title=f"News of {name}", published=day.isoformat() if day else None)
    return page_of(
        "\n\n".join([told[0], *prose, *told[1:], *last]).encode(), "text/plain", f"{outlet}-{number}.txt", declared
    )


def on(*days: int) -> list[Page]:
    return [page(number, START + timedelta(day)) for number, day in enumerate(days)]


def story(path: Path, pages: Sequence[Page]) -> Path:
    with Ledger.create(path) as ledger:
        add(ledger, iter(pages))
    return path


def export(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in throughline.open(path).export("jsonl")]


def telling(path: Path, words: str) -> list[str]:
    """Titles of the articles with a figure or an event in a sentence with these words."""
    rows = export(path)
    title = {row["id"]: row["title"] for row in rows if row["kind"] == "article"}
    found = {
        row["evidence"]["article"]
        for row in rows
        if row["kind"] in {"event", "figure", "mention", "time"} and row["evidence"]["words"] in words
    }
    return sorted(title[one].removeprefix("News of ") for one in found)


@pytest.mark.parametrize(
    ("days", "still"),
    [
        ((0, 7, 20, 21, 40), ["Ada", "Boro", "Cela"]),  # three days before, the first of them two weeks ago
        ((0, 1, 2, 3, 4), NAMES[:5]),  # one week's news
        ((0, 0, 20, 21, 40), ["Ada", "Boro", "Cela", "Dorn"]),  # two days before the fourth
    ],
)
def test_a_line_is_furniture_from_the_fourth_day_on(tmp_path: Path, days: tuple[int, ...], still: list[str]) -> None:
    path = story(tmp_path / "x.story", on(*days))
    assert telling(path, "5,000 crowns until the end of 2019 Friends of the Press") == still
    assert len(telling(path, BACKGROUND)) == len(days)  # inside an article it is told again and again
    assert audit(path) == []


def test_its_block_is_boilerplate_and_search_finds_it_still(tmp_path: Path) -> None:
    path = story(tmp_path / "x.story", on(0, 7, 20, 21))
    last = next(row for row in export(path) if row["kind"] == "article" and row["title"] == "News of Dorn")
    assert [block["role"] for block in last["blocks"]][-2:] == ["body", "boilerplate"]
    assert len(throughline.open(path).search("Friends Press")) == 4


def test_what_follows_furniture_opens_the_article(tmp_path: Path) -> None:
    def headed(number: int, day: int) -> Page:
        tail = page(number, START + timedelta(day), last=()).data.decode()
        above = "\n\n".join((APPEAL, APPEAL.replace("5,000", "900"), APPEAL.replace("Monday", "Friday")))
        declared = Declared(
            outlet="Harbour Times", title=f"News of {NAMES[number]}", published=str(START + timedelta(day))
        )
        return page_of(f"{above}\n\n{tail}".encode(), "text/plain", f"{number}.txt", declared)

    path = story(tmp_path / "x.story", [headed(number, day) for number, day in enumerate((0, 7, 20, 21))])
    with open_view(path) as view:
        first = {gist.article: gist.place for gist in reversed(view.gists())}
    assert sorted(first.values()) == [0, 0, 0, 0]
    with open_view(path) as view:
        titles = {head.id: head.title for head in view.heads().values()}
        opening = {titles[gist.article]: gist.stems for gist in view.gists() if gist.place == 0}
    assert "crowns" not in opening["News of Dorn"]
    assert "minist" in opening["News of Dorn"]
    assert audit(path) == []


def test_other_outlets_and_undated_pages_do_not_count(tmp_path: Path) -> None:
    others = [page(4, START, outlet="Vale Post"), page(5, START + timedelta(9), outlet="Vale Post"), page(6, None)]
    path = story(tmp_path / "x.story", [*on(20, 21), *others])
    assert len(telling(path, "5,000 crowns")) == 5


@pytest.mark.parametrize("seed", range(3))
def test_order_changes_nothing(tmp_path: Path, seed: int) -> None:
    pages = [*on(0, 7, 20, 21, 40, 60), page(6, START + timedelta(61), outlet="Vale Post", last=(APPEAL, "The end."))]
    shuffled = list(pages)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - no secret
    first, second = story(tmp_path / "a.story", pages), story(tmp_path / "b.story", shuffled)
    assert export(first) == export(second)
    assert audit(second) == []


def test_a_copy_elsewhere_does_not_tell_the_furniture_of_its_original(tmp_path: Path) -> None:
    pages = on(0, 7, 20, 21)
    copied = Declared(outlet="The Echo", title="News of Echo", published="2012-01-23")
    path = story(tmp_path / "x.story", [page_of(pages[3].data, "text/plain", "echo.txt", copied), *pages])
    assert "Echo" not in telling(path, "5,000 crowns")
    assert "Echo" in telling(path, BACKGROUND)


def test_a_file_of_an_earlier_form_comes_to_the_same(
    tmp_path: Path, sixth_form: Callable[[sqlite3.Connection], None]
) -> None:
    pages = on(0, 7, 20, 21, 40)
    path = story(tmp_path / "x.story", pages)
    before = [row | ({"mod": ""} if row["kind"] == "time" else {}) for row in export(path)]  # none was kept then
    with sqlite3.connect(path) as raw:
        for article, ordinal, role in raw.execute("SELECT article, ordinal, role FROM repeat").fetchall():
            raw.execute("UPDATE block SET role = ? WHERE article = ? AND ordinal = ?", (role, article, ordinal))
        for kind, row in raw.execute("SELECT kind, row FROM aside").fetchall():
            held = json.loads(row)
            marks, columns = ", ".join("?" * len(held)), ", ".join(f'"{name}"' for name in held)
            raw.execute(f"INSERT INTO {kind} ({columns}) VALUES ({marks})", tuple(held.values()))  # noqa: S608
        for table in ("line", "repeat", "aside"):
            raw.execute(f"DROP TABLE {table}")
        sixth_form(raw)
        raw.execute("DROP INDEX article_published")
        raw.execute("ALTER TABLE sketch DROP COLUMN own")
        raw.execute("DELETE FROM migration WHERE name IN ('versions_and_repeats', 'settings_are_kept')")
        raw.execute("DROP TABLE IF EXISTS setting")
        raw.execute(f"PRAGMA user_version = {migrations.STEPS.index(migrations.versions_and_repeats)}")
    raw.close()
    assert export(path) == before
    assert audit(path) == []


@pytest.mark.parametrize(
    "change", ["UPDATE line SET seen = 1 - seen", "DELETE FROM repeat", "UPDATE line SET known = '2040-01-01'"]
)
def test_an_audit_finds_furniture_that_does_not_follow(tmp_path: Path, change: str) -> None:
    path = story(tmp_path / "x.story", on(0, 7, 20, 21))
    with sqlite3.connect(path) as raw:
        raw.execute(change)
    raw.close()
    assert any("furniture" in problem.what for problem in audit(path))
