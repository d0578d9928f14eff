"""kill -9 at any moment of an `add`: the file opens, audits clean, and a second `add` ends in the same rows.

`KILLS=50 pytest tests/functional/test_crash.py` kills fifty times; the suite does it a few times.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from throughline.errors import StoryMissing
from throughline.ledger import open_view
from throughline.ledger.audit import audit

KILLS = int(os.environ.get("KILLS", "6"))
PAGES = 60
BODY = """KESTREL BAY, May {day}, 2031 - The Harbour Council said on Monday that {count} guards would leave the lake
road by June. "We leave if the road opens," Governor Ada Lindqvist told reporters in Kestrel Bay. The fleet denied that
{other} boats had been moved north, and asked the council for a timetable. {tail}
"""


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of invented pages, a few of them copies and a few unreadable."""
    folder = tmp_path_factory.mktemp("pile")
    for number in range(PAGES):
        tail = " ".join(f"Envoy {number % 50} wrote letter {number % 50 + word} to the minister." for word in range(40))
        text = BODY.format(day=number % 28 + 1, count=100 + number, other=number, tail=tail)
        (folder / f"{number:03}.txt").write_text("" if number % 20 == 9 else text, encoding="utf-8")
    return folder


def start(path: Path, pile: Path, jobs: int = 1) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "throughline", "add", str(path), str(pile), "--jobs", str(jobs), "--quiet"],
        stderr=subprocess.PIPE,
    )


def finish(path: Path, pile: Path) -> None:
    with start(path, pile) as run:
        _, said = run.communicate(timeout=120)
    assert run.returncode in {0, 3}, said.decode()


def rows(path: Path) -> list[Any]:
    """Everything that a story holds, but for the time of adding."""
    with open_view(path) as view:
        heads = view.heads()
        articles = [view.article(name) for name in heads]
        findings = [view.mentions(), view.times(), view.statements(), view.figures(), view.events()]
        return [
            heads,
            articles,
            *findings,
            view.links(),
            view.problems(),
            view.sentences(),
            view.search("guards", None),
        ]


@pytest.fixture(scope="module")
def whole(pile: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Any], float]:
    """The rows of an undisturbed story, and how long it took."""
    path = tmp_path_factory.mktemp("whole") / "x.story"
    began = time.monotonic()
    finish(path, pile)
    return rows(path), time.monotonic() - began


@pytest.mark.parametrize("number", range(KILLS))
def test_a_killed_add_leaves_a_sound_file_and_goes_on(
    tmp_path: Path, pile: Path, whole: tuple[list[Any], float], number: int
) -> None:
    expected, took = whole
    path = tmp_path / "x.story"
    moment = random.Random(number).uniform(0.2, 1.0) * took  # noqa: S311 - any moment will do
    with start(path, pile, jobs=1 + number % 2) as run:
        time.sleep(moment)
        run.send_signal(signal.SIGKILL)
        run.wait()
    try:
        assert audit(path) == []
    except StoryMissing:
        assert not path.exists()
    finish(path, pile)
    assert audit(path) == []
    assert rows(path) == expected
    assert [p.name for p in tmp_path.iterdir()] == ["x.story"]
