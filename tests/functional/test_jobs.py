"""More than one job: ctrl-C is the writer's alone, workers end with it, and a plain script may ask for them."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from throughline.ledger.audit import audit
from throughline.story import Story

PATIENCE = 20.0  # seconds; a slow machine takes two


def pile(folder: Path, size: int) -> Path:
    path = folder / "pile.jsonl"
    text = "The harbour council of Ostrava Bay met on Monday. Its guards will leave the lake road by June, it said. "
    path.write_text("".join(json.dumps({"text": f"Report {number}. {text * 20}"}) + "\n" for number in range(size)))
    return path


def heed_interrupts() -> None:
    """Undo what a shell does to what it runs in the background, where ctrl-C is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def until(come: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not come() and time.monotonic() < end:
        time.sleep(0.05)
    return come()


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes where Linux lists them")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_stopped_run_takes_its_workers_with_it_in_silence(tmp_path: Path, how: signal.Signals) -> None:
    story = tmp_path / "x.story"
    command = [sys.executable, "-m", "throughline", "add", str(story), str(pile(tmp_path, 2000)), "--jobs", "2"]
    with subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=heed_interrupts,  # noqa: PLW1509 - the tests run no threads
    ) as run:
        children = Path(f"/proc/{run.pid}/task")
        workers: set[str] = set()

        def born() -> bool:
            workers.update(*(task.read_text().split() for task in children.glob("*/children")))
            return len(workers) == 2

        assert until(born)
        os.killpg(run.pid, how)
        try:
            said = run.communicate(timeout=PATIENCE)[1]
        finally:
            run.kill()
    assert "Traceback" not in said
    assert ("run the same command again" in said) == (how is signal.SIGINT)
    assert until(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))
    assert not story.exists() or audit(story) == []


def test_a_script_without_a_guard_may_ask_for_jobs(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import sys, throughline\n"
        "added = throughline.open(sys.argv[1]).add([sys.argv[2]], jobs=2)\n"
        "print(added.read, len(added.problems))\n"
    )
    command = [sys.executable, str(script), str(tmp_path / "x.story"), str(pile(tmp_path, 5))]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("5 0\n", "")


def test_workers_take_no_module_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pickle.py").write_text("raise SystemExit('a page of somebody')\n")
    inputs = pile(tmp_path, 3)
    monkeypatch.chdir(tmp_path)
    assert Story(tmp_path / "x.story").add([str(inputs)], jobs=2).read == 3
