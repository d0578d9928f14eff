"""What docs/notebook.md tells people to run, run."""

import importlib.util
import re
from pathlib import Path

import pytest

from throughline.story import Story

PAGE = Path(__file__).resolve().parents[3] / "docs" / "notebook.md"
BLOCKS = re.findall(r"^```python *(\w*)\n(.*?)^```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


def test_every_block_runs(story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "demo.story").symlink_to(story.path)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    run = 0
    for package, block in BLOCKS:
        if not package or importlib.util.find_spec(package):
            exec(compile(block, str(PAGE), "exec"), names)  # noqa: S102 - our own page
            run += 1
    assert run >= 5
