"""Whole stories, compared as notation: a diff reads like an erratum.

A case is a folder with `pages/` and `expected.chron`. To rewrite what is expected: THROUGHLINE_BLESS=1, then review
the diff.
"""

import difflib
import os
from pathlib import Path

import pytest

import throughline
from throughline.export import chron

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/pages"))
DEMO = Path(throughline.__file__).parent / "cli" / "demo" / "pages"


def record(pages: Path, room: Path) -> str:
    """Read pages into a new story and write its record."""
    story = throughline.open(room / "golden.story")
    story.add([str(pages)])
    return "".join(story.export("chron"))


@pytest.mark.parametrize("case", [*CASES, HERE / "demo"], ids=lambda case: case.name)
def test_the_record_is_as_expected(case: Path, tmp_path: Path) -> None:
    found = record(DEMO if case.name == "demo" else case / "pages", tmp_path)
    expected = case / "expected.chron"
    if os.environ.get("THROUGHLINE_BLESS"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(found, encoding="utf-8")
    before = expected.read_text(encoding="utf-8")
    erratum = difflib.unified_diff(before.splitlines(), found.splitlines(), "expected", "found", n=4, lineterm="")
    assert found == before, "\n" + "\n".join(erratum)


@pytest.mark.parametrize("expected", sorted(HERE.glob("*/expected.chron")), ids=lambda path: path.parent.name)
def test_what_is_expected_is_written_in_the_notation(expected: Path) -> None:
    text = expected.read_text(encoding="utf-8")
    assert chron.write(chron.read(text)) == text
