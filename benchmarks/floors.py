"""Scores below which nothing may fall: `benchmarks/floors.json`, by task, folder and score.

Floors are raised when a figure has risen for good. Lowering one takes a decision note that says why.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

FLOORS = Path(__file__).parent / "floors.json"


def below(results: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    """Say which scores of the tasks that ran lie below their floor, or were not measured at all."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    for name, scores in results.items():
        for score, floor in floors.get(name, {}).items():
            found = scores.get(score)
            if not isinstance(found, int | float) or found < floor:
                yield f"{name}: {score} is {found}, its floor is {floor}"
