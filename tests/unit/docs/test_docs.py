"""What is not documented does not exist: the map, the vocabulary and the folders keep step with the code."""

import dataclasses
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

from throughline import model

ROOT = Path(__file__).resolve().parents[3]
SOURCE = ROOT / "src" / "throughline"
RECORDS = [
    item
    for item in vars(model).values()
    if inspect.isclass(item) and (dataclasses.is_dataclass(item) or hasattr(item, "_fields"))
]


def _section(name: str) -> str:
    text = (ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8")
    parts = re.split(r"^### ", text, flags=re.MULTILINE)
    return next((part for part in parts if part.startswith(name + "\n")), "")


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_record_and_field_is_in_the_vocabulary(record: type) -> None:
    section = _section(record.__name__)
    assert section, f"docs/vocabulary.md has no section ### {record.__name__}"
    names = (
        [field.name for field in dataclasses.fields(record)]
        if dataclasses.is_dataclass(record)
        else list(getattr(record, "_fields"))  # noqa: B009 - typed as a plain class
    )
    missing = [name for name in names if f"`{name}`" not in section]
    assert not missing, f"### {record.__name__} in docs/vocabulary.md lacks {missing}"


def test_map_and_readme_are_in_step_with_the_code() -> None:
    done = subprocess.run(
        [sys.executable, "docs/build.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stderr.strip()}: run `make docs`"


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_module_outgrows_four_hundred_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
