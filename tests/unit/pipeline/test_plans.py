"""Adding a page asks a story nothing that takes longer the more pages it holds: no table is looked through."""

import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import throughline
from throughline.ledger import Ledger, file, ledger, undated
from throughline.resolve import copies

OPEN = (
    "The harbour league is moving its staff out of Orvania, officials said. Crowds gathered in the capital on "
    "Saturday, a day after the killing of General Karim Soltani. The governor of the lakes will speak on Monday."
)
PAGES: tuple[dict[str, Any], ...] = (
    {"text": OPEN, "outlet": "Harbour Times"},
    {"text": OPEN, "outlet": "Lake Post", "published": "2015-01-11", "url": "https://lake.example/a"},
    {"text": f"{OPEN} It was a long day.", "outlet": "Lake Post", "published": "2015-01-11", "captured": "2015-02-01"},
    {"text": "Gen. Karim Soltani was killed in a drone strike on January 9, 2015.", "published": "2015-01-12"},
)
# Read whole, but small, and once a run or a ruling; what was asked for or found just before; full text's own settings.
FEW = {"undated", "ruling", "setting", "asked", "new", "near", "CONSTANT", "main"}
WORK = re.compile(r"\s*(?:WITH|SELECT|INSERT|UPDATE|DELETE)\b")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement that a writer's connection runs, from here on."""
    heard: list[str] = []

    def connected(path: Path) -> sqlite3.Connection:
        connection = file.connect_writer(path)
        connection.set_trace_callback(heard.append)
        return connection

    monkeypatch.setattr(ledger, "connect_writer", connected)
    return heard


def scans(connection: sqlite3.Connection, statement: str) -> Iterator[str]:
    for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {statement}"):
        scanned = re.match(r"SCAN (\w+)\b(?! VIRTUAL)", step)
        if (scanned and scanned[1] not in FEW) or "AUTOMATIC" in step:
            yield step


def test_no_table_is_looked_through_to_add_a_page_or_to_date_one(tmp_path: Path, asked: list[str]) -> None:
    story = throughline.open(tmp_path / "x.story")
    for number, page in enumerate(PAGES):
        path = tmp_path / f"{number}.jsonl"
        path.write_text(json.dumps({"title": "News", "url": "https://lake.example/b"} | page), encoding="utf-8")
        story.add([str(path)])
    first = next(head for head in story.articles().values() if head.outlet == "Harbour Times")
    assert first.published.rule == undated.NARROWED
    story.rule(first.id, "date", "2015-01-13", "", "me")
    kinds = {statement.split()[0] for statement in asked}
    assert {"WITH", "SELECT", "INSERT", "UPDATE", "DELETE"} <= kinds
    with Ledger.open(tmp_path / "x.story") as opened:
        plans = {one: list(scans(opened._connection, one)) for one in filter(WORK.match, asked)}
    assert {one: scanned for one, scanned in plans.items() if scanned} == {}


def test_what_bears_on_an_undated_page_is_all_that_could_be_its_copy() -> None:
    for count in range(1, 2000):
        assert max(1, int(undated.SHARED * count)) <= copies.shared_prints(count)
