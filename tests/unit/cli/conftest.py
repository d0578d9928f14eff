"""A story of invented pages, read once; tests only ask it."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from throughline.cli import throughline

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def story(read: Callable[[Mapping[str, str]], Path], velland: Mapping[str, str]) -> Path:
    return read(velland)


@pytest.fixture
def run() -> Run:
    def call(*words: object, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(throughline, [str(word) for word in words], input=stdin, prog_name="throughline")

    return call
