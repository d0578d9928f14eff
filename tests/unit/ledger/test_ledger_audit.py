"""An audit finds every kind of breach, each made by hand in an otherwise sound file."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from throughline.errors import NotAStory
from throughline.ledger import Ledger, Reading
from throughline.ledger.audit import audit
from throughline.model import Link, Relation, content_id

Make = Callable[..., Reading]


def story(path: Path, reading: Make) -> Path:
    first, second = reading(1, date(2030, 1, 1)), reading(2)
    assert first.article
    assert second.article
    left, right = second.article.id, first.article.id
    link = Link(
        content_id("link", Relation.COPY_OF, left, right), left, right, Relation.COPY_OF, 0.9, (), date(2031, 5, 3)
    )
    with Ledger.create(path) as ledger:
        ledger.write(first)
        ledger.write(replace(second, links=(link,)))
    return path


def test_a_sound_story_has_no_breach(tmp_path: Path, reading: Make) -> None:
    assert audit(story(tmp_path / "x.story", reading)) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE mention SET words = 'Ida' WHERE words = 'she'", "does not stand at"),
        ("UPDATE event SET trigger = 'advance' WHERE trigger = 'withdraw'", "does not stand at"),
        ("UPDATE figure SET of = 'boats'", "does not stand at"),
        ("UPDATE part SET start = start + 1 WHERE part = 'cue'", "does not stand at"),
        ("UPDATE part SET start = 1 - start WHERE part = 'published'", "does not stand at"),
        ("UPDATE block SET role = 'comment' WHERE role = 'body'", "may not be read"),
        ("UPDATE block SET end = end + 5 WHERE role = 'title'", "out of place"),
        ("DELETE FROM block WHERE role = 'comment'", "no block says"),
        ("UPDATE page SET data = zeroblob(10)", "can't be unpacked"),
        ("UPDATE page SET media_type = 'text/html'", "not those that were captured"),
        ("DELETE FROM page_source", "where it was found"),
        ("UPDATE article SET known = '1999-01-01'", "said to be known since"),
        ("UPDATE article SET id = 'article-0' WHERE key = 1", "does not follow"),
        ("UPDATE link SET known = NULL", "said to be known since"),
        ("UPDATE link SET left = right", "does not follow from what it joins"),
        ("UPDATE mention SET who = 'name:nobody' WHERE entity IS NULL", "grouped by"),
        ("UPDATE named SET mentions = 9", "names counted"),
        ("DELETE FROM named WHERE name = 'Bay Wire'", "names counted"),
        ("UPDATE named SET frame = 'nabada' WHERE name = 'Bay Wire'", "joined by"),
        ("UPDATE gist SET print = 7", "the print of its sentence"),
        ("DELETE FROM span", "not all counted"),
        ("DELETE FROM statement", "names statement-"),
        ("DELETE FROM mention", "names mention-"),
        ("DELETE FROM article WHERE key = 1", "names a article that is not there"),
        ("DELETE FROM passage WHERE key = 1", "found that are not there"),
        ("DELETE FROM passage_index_docsize WHERE id = 1", "can't be found"),
        ("INSERT INTO passage_index (rowid, words) VALUES (99, 'stray')", "found that are not there"),
        ("UPDATE passage SET start = start + 4", "than search has them"),
    ],
)
def test_a_breach_is_found(tmp_path: Path, reading: Make, change: str, said: str) -> None:
    path = story(tmp_path / "x.story", reading)
    with sqlite3.connect(path) as raw:
        raw.execute(change)
    raw.close()
    problems = audit(path)
    assert any(said in problem.what for problem in problems), [problem.what for problem in problems]
    assert all(problem.advice and str(path) in problem.where for problem in problems)


def test_an_audit_holds_no_writer_up_and_changes_nothing(tmp_path: Path, reading: Make) -> None:
    path = story(tmp_path / "x.story", reading)
    before = path.read_bytes()
    assert audit(path) == []
    assert path.read_bytes() == before
    with Ledger.open(path) as ledger, ledger._transaction():
        started = time.perf_counter()
        assert audit(path) == []
        assert time.perf_counter() - started < 1


@pytest.mark.parametrize("tenth", range(1, 10))
def test_a_file_damaged_anywhere_is_a_problem_and_no_crash(tmp_path: Path, reading: Make, tenth: int) -> None:
    path = story(tmp_path / "x.story", reading)
    data = bytearray(path.read_bytes())
    at = len(data) * tenth // 10
    data[at : at + 20_000] = b"\xff" * len(data[at : at + 20_000])
    path.write_bytes(data)
    with suppress(NotAStory):  # where the tables themselves are described nothing can be opened any more
        assert audit(path)


def test_an_audit_takes_time_in_proportion(tmp_path: Path, reading: Make) -> None:
    with Ledger.create(tmp_path / "x.story") as ledger:
        for number in range(300):
            ledger.write(reading(number))
    started = time.perf_counter()
    assert audit(tmp_path / "x.story") == []
    assert time.perf_counter() - started < 5
