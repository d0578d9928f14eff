"""How many word pieces a second are read: from the text of an article to all of its findings.

In: a folder of pages, made into articles before the clock starts. Out: `wordpieces_per_second` on two processes, each
with half of the articles at the same time; `.one` on one process; `.reader` the reader alone, on one. By the clock,
once a first article has made everything load its tables. Pieces are those that the reader's network gets.
"""

import itertools
import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from throughline.extract.inputs import pages
from throughline.model import Article, Findings, Page, Parse
from throughline.pipeline.steps import STEPS
from throughline.reader.graph import load
from throughline.reader.words import words

_NAME = "wordpieces_per_second"


def scores(data: Path, count: int, step: int) -> dict[str, object]:
    """Measure on `count` pages of a folder, every `step`th."""
    both = _side_by_side(data, count, step, 2)
    (alone,) = _side_by_side(data, count, step, 1)
    pieces = alone["pieces"]
    if not pieces or not all(each["pieces"] for each in both):
        return {}
    return {
        _NAME: sum(each["pieces"] for each in both) / max(each["seconds"] for each in both),
        f"{_NAME}.one": pieces / alone["seconds"],
        f"{_NAME}.reader": pieces / alone["reader"],
    }


def _side_by_side(data: Path, count: int, step: int, parts: int) -> list[Mapping[str, float]]:
    """Read in `parts` processes at the same time."""
    started = []
    for part in range(parts):
        numbers = [str(number) for number in (count, step, part, parts)]
        command = [sys.executable, "-m", "benchmarks.wordpieces", str(data.resolve()), *numbers]
        root = Path(__file__).resolve().parents[1]
        started.append(subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True))  # noqa: S603 - our own
    return [json.loads(process.communicate()[0].splitlines()[-1]) for process in started]


def _measure(articles: Sequence[Article]) -> dict[str, float]:
    """Read articles, with a watch on the reader and one on all."""
    for article in articles[:1]:
        _find(article, STEPS.parse(article))
    pieces, seconds, reading = 0, 0.0, 0.0
    for article in articles:
        started = time.perf_counter()
        parse = STEPS.parse(article)
        reading += time.perf_counter() - started
        _find(article, parse)
        seconds += time.perf_counter() - started
        pieces += _pieces(parse)
    return {"pieces": pieces, "seconds": seconds, "reader": reading}


def _find(article: Article, parse: Parse) -> None:
    found: dict[str, tuple[object, ...]] = {}
    for name, find in STEPS.finders:
        found[name] = find(article, parse, Findings(**found))  # type: ignore[arg-type]


def _pieces(parse: Parse) -> int:
    own = load().pieces
    return sum(len(own.of(word.text)) for word in words(parse.tokens))


def main() -> None:
    """Measure one part of the pages; `scores` calls this in new processes."""
    data, *rest = sys.argv[1:]
    count, step, part, parts = map(int, rest)
    chosen = itertools.islice(pages([data]), 0, count * step, step)
    made = [STEPS.article(page) for page in chosen if isinstance(page, Page)]
    articles = [each for each in made if isinstance(each, Article)]
    print(json.dumps(_measure(articles[part::parts])))


if __name__ == "__main__":
    main()
