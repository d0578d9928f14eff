"""Pages that were whole and are broken now: each is an article whose blocks hold, or a problem with advice."""

import random
from pathlib import Path

from benchmarks.mutants import mutate
from tests.fuzz.test_fuzz_article import check
from throughline import cli
from throughline.extract import media

PAGES = 250


def test_mutants_of_the_demo_are_read_or_are_problems() -> None:
    chooser = random.Random(20)  # noqa: S311 - a fixed shuffle, no secret
    found = sorted((Path(cli.__file__).parent / "demo" / "pages").iterdir())
    for _ in range(PAGES):
        path = chooser.choice(found)
        kind = media.HTML if path.suffix == ".html" else media.TEXT
        check(mutate(path.read_bytes(), chooser), kind)
