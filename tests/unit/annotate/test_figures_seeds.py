"""The counts of the five first captures are figures of the right things."""

from pathlib import Path

import pytest

from throughline.annotate import figures
from throughline.model import UNKNOWN, Article, Block, DateCard, Findings, Role
from throughline.reader import read

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


@pytest.mark.shared
@pytest.mark.skipif(
    not SEEDS.is_dir(), reason=f"{SEEDS} is not there: the first captures are kept beside the repository"
)
def test_counts_of_the_first_captures() -> None:
    found = {}
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text("utf-8")
        block = Block(Role.BODY, 0, len(text))
        card = DateCard(UNKNOWN)
        told = Article(path.name, "page", "", None, None, (), None, "en", card, None, None, text, (block,))
        for figure in figures.find(told, read(told), Findings()):
            if figure.of is not None:
                found[" ".join(figure.of.words.split())] = (figure.amount.low, figure.amount.high)
    expected = {
        "soldiers": (5000, None),
        "police officers": (10000, 10000),
        "bases and facilities": (550, 550),
        "U.S. troops": (6000, 6000),
        "NATO member states": (28, 28),
    }
    assert expected == {of: found.get(of) for of in expected}
