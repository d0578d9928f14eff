"""docs/reference.md is what the commands say of themselves. To rewrite it: THROUGHLINE_BLESS=1 make test."""

import os
from pathlib import Path

from throughline.cli import throughline
from throughline.cli.group import SECTIONS
from throughline.cli.reference import page

REFERENCE = Path(__file__).resolve().parents[3] / "docs" / "reference.md"


def test_the_reference_is_in_step_with_the_commands() -> None:
    text = page(throughline)
    if os.environ.get("THROUGHLINE_BLESS"):
        REFERENCE.write_text(text, encoding="utf-8")
    assert REFERENCE.read_text(encoding="utf-8") == text


def test_every_command_is_in_one_section_of_the_help() -> None:
    listed = [name for names in SECTIONS.values() for name in names]
    assert sorted(listed) == sorted(throughline.commands)


def test_every_command_opens_with_what_it_does_and_an_example() -> None:
    for name, command in throughline.commands.items():
        assert command.get_short_help_str(200).endswith((".", ")")), name
        assert "Example: throughline" in (command.help or ""), name
