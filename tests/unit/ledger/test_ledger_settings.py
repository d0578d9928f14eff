"""Settings in a story: only what is new is kept, the newest holds, older files have none."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from throughline.ledger import Ledger
from throughline.ledger.settings import stored
from throughline.model import Setting


def test_the_newest_of_each_name_holds_and_the_same_again_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "x.story"
    first, second = Setting("sites.toml", "a"), Setting("sites.toml", "b")
    with Ledger.create(path) as ledger:
        assert ledger.settle([]) == ()
        assert ledger.settle([first]) == ledger.settle([first]) == ledger.settle([]) == (first,)
        assert ledger.settle([second, Setting("outlets.tsv", "name")]) == (Setting("outlets.tsv", "name"), second)
    assert stored(path) == (Setting("outlets.tsv", "name"), second)
    with sqlite3.connect(path) as raw:
        assert raw.execute("SELECT count(*) FROM setting").fetchone() == (3,)


def test_an_empty_file_is_kept_only_where_it_takes_something_back(tmp_path: Path) -> None:
    path = tmp_path / "x.story"
    with Ledger.create(path) as ledger:
        assert ledger.settle([Setting("sites.toml", "")]) == ()
        ledger.settle([Setting("sites.toml", "a")])
        assert ledger.settle([Setting("sites.toml", "")]) == (Setting("sites.toml", ""),)


def test_a_file_of_an_older_form_has_no_settings(
    tmp_path: Path, sixth_form: Callable[[sqlite3.Connection], None]
) -> None:
    path = tmp_path / "x.story"
    with Ledger.create(path):
        pass
    with sqlite3.connect(path) as raw:
        sixth_form(raw)
        raw.execute("DROP TABLE setting")
        raw.execute("DELETE FROM migration WHERE name = 'settings_are_kept'")
        raw.execute("PRAGMA user_version = 5")
    raw.close()
    assert stored(path) == ()
    with Ledger.open(path) as ledger:
        assert ledger.settle([Setting("sites.toml", "a")]) == (Setting("sites.toml", "a"),)
