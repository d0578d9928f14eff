"""The file: who may write it, what is refused, what a full disk and an older or newer form do."""

import json
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from throughline.errors import NewerStory, NotAStory, StorageError, StoryBusy, StoryError, StoryMissing
from throughline.ledger import Ledger, Reading, file, migrations, open_view
from throughline.ledger.audit import audit

Make = Callable[..., Reading]


def test_create_refuses_a_file_that_is_there_and_open_one_that_is_not(tmp_path: Path) -> None:
    path = tmp_path / "x.story"
    with pytest.raises(StoryMissing, match="throughline add"):
        Ledger.open(path)
    with pytest.raises(StoryMissing):
        open_view(path)
    Ledger.create(path).close()
    with pytest.raises(StoryError, match="there already"):
        Ledger.create(path)
    assert [p.name for p in tmp_path.iterdir()] == ["x.story"]


def test_a_second_writer_is_told_so_and_readers_are_not_held_up(tmp_path: Path, reading: Make) -> None:
    path = tmp_path / "x.story"
    with Ledger.create(path) as ledger:
        ledger.write(reading(1))
        with pytest.raises(StoryBusy, match="wait for it"):
            Ledger.open(path, patience=0)
        with open_view(path) as view:
            assert view.counts().articles == 1
        assert audit(path) == []
    Ledger.open(path, patience=0).close()


def test_a_writer_in_another_process_holds_the_story_until_it_dies(tmp_path: Path) -> None:
    path = tmp_path / "x.story"
    code = (
        "import sys, time; from pathlib import Path; from throughline.ledger import Ledger\n"
        "ledger = Ledger.create(Path(sys.argv[1])); print('ready', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"ready\n"
        with pytest.raises(StoryBusy):
            Ledger.open(path, patience=0.1)
        other.kill()
        other.wait()
    Ledger.open(path, patience=0).close()


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"\x89PNG\r\n", b"SQLite format 3\0 but broken"])
def test_what_is_no_story_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.story"
    path.write_bytes(content)
    for attempt in (Ledger.open, open_view, audit):
        with pytest.raises(NotAStory, match="another path"):
            attempt(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.story"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipe (name TEXT)")
    other.close()
    before = path.read_bytes()
    for attempt in (Ledger.open, open_view):
        with pytest.raises(NotAStory, match="no Throughline story"):
            attempt(path)
    assert path.read_bytes() == before


def test_a_newer_story_is_refused_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "x.story"
    Ledger.create(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
    raw.close()
    for attempt in (Ledger.open, open_view, audit):
        with pytest.raises(NewerStory, match="upgrade"):
            attempt(path)


@pytest.mark.parametrize("begun", [False, True])
def test_a_file_whose_maker_was_killed_at_once_goes_on(tmp_path: Path, reading: Make, begun: bool) -> None:  # noqa: FBT001
    path = tmp_path / "x.story"
    path.touch()
    if begun:
        with sqlite3.connect(path) as raw:
            raw.execute("PRAGMA journal_mode = WAL")
        raw.close()
    with open_view(path) as view:
        assert view.counts().pages == 0
    assert audit(path) == []
    with Ledger.open(path) as ledger:
        ledger.write(reading(1))
    assert audit(path) == []


def test_the_file_says_what_it_is_and_which_steps_it_took(tmp_path: Path) -> None:
    path = tmp_path / "x.story"
    Ledger.create(path).close()
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA application_id").fetchone() == (file.APPLICATION_ID,)
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    taken = [name for _, name, _ in raw.execute("SELECT * FROM migration ORDER BY number")]
    raw.close()
    assert taken == [step.__name__ for step in migrations.STEPS]


def test_a_step_is_taken_once_and_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.story"
    Ledger.create(path).close()

    def second_form(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE later (x TEXT) STRICT")

    def broken_form(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE never (x TEXT) STRICT")
        raise RuntimeError("stopped")

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, second_form, broken_form))
    with pytest.raises(RuntimeError):
        Ledger.open(path)
    raw = sqlite3.connect(path)
    names = {name for (name,) in raw.execute("SELECT name FROM sqlite_schema")}
    assert raw.execute("PRAGMA user_version").fetchone() == (migrations.VERSION + 1,)
    raw.close()
    assert "later" in names
    assert "never" not in names


def test_a_full_file_says_so_and_stays_sound(tmp_path: Path, reading: Make) -> None:
    path = tmp_path / "x.story"
    with Ledger.create(path) as ledger:
        ledger.write(reading(1))
        (pages,) = ledger._connection.execute("PRAGMA page_count").fetchone()
        ledger._connection.execute(f"PRAGMA max_page_count = {pages + 1}")
        long = reading(2, body="Nothing of note happened at the lake. " * 2000)
        with pytest.raises(StorageError, match="free some space"):
            ledger.write(long)
        assert not ledger.has_page(long.page.id)
    assert audit(path) == []
    with Ledger.open(path) as ledger:
        assert ledger.write(long)


def test_a_full_disk_says_so_and_leaves_the_story_sound(tmp_path: Path, reading: Make) -> None:
    path = tmp_path / "x.story"
    with Ledger.create(path) as ledger:
        ledger.write(reading(1))
    code = """
import json, resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from conftest import sample
from throughline.errors import StorageError
from throughline.ledger import Ledger
size = Path(sys.argv[1]).stat().st_size + 65536
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
wrote = 0
try:
    with Ledger.open(Path(sys.argv[1])) as ledger:
        for wrote in range(2, 2000):
            ledger.write(sample(wrote, body="Nothing of note happened at the lake. " * 50))
except StorageError as error:
    print(json.dumps([wrote, str(error)]))
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(path), str(Path(__file__).parent)], check=True, capture_output=True, timeout=60
    )
    wrote, message = json.loads(done.stdout)
    assert wrote > 2
    assert str(path) in message
    assert audit(path) == []
    with open_view(path) as view:
        assert view.counts().pages >= wrote - 1


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_to(tmp_path: Path, reading: Make) -> None:
    path = tmp_path / "shut" / "x.story"
    path.parent.mkdir()
    with Ledger.create(path) as ledger:
        ledger.write(reading(1))
    path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(StorageError, match="written to"):
            Ledger.open(path)
        with open_view(path) as view:
            assert view.counts().articles == 1
        assert audit(path) == []
    finally:
        path.parent.chmod(stat.S_IRWXU)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="the folder exists"):
        Ledger.create(tmp_path / "nowhere" / "x.story")
