"""The quotations of the five first captures have the right speakers."""

import re
from pathlib import Path

import pytest

from throughline import reader
from throughline.annotate import mentions, statements
from throughline.model import UNKNOWN, Article, Block, DateCard, Findings, Role

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
SPEAKERS = {
    "Agreement on the extension": "Anders Fogh Rasmussen",
    "Our trainers can be very proud": "Anders Fogh Rasmussen",
    "We are determined to build": "Anders Fogh Rasmussen",
    "has repeatedly asked NATO to stay": "Ivo Daalder",
    "The same immunity problem": "Qassim al-Aaraji",
    "There is no discussion": "a senior administration official",
    "Our hope would be": "Leon Panetta",
    "We are taking all precautions": "an alliance official",
    "paramount": "an alliance official",
    "make Iranian sanctions": "Trump",
    "We did not come here": "Nuri al-Maliki",
    "there should be more effort": "Nuri al-Maliki",
    "a major factor": "Nuri al-Maliki",
    "It was crystal clear": "Jaap de Hoop Scheffer",
    "We are here because Iraq": "Jens Stoltenberg",
    "We should not stay longer": "Jens Stoltenberg",
    "expresses its gratitude": "Iraqi parliament",
    "the importance of cooperation": "Haider al-Abadi",
    "preserved and the ideological": "Haider al-Abadi",
}


@pytest.mark.shared
@pytest.mark.skipif(
    not SEEDS.is_dir(), reason=f"{SEEDS} is not there: the first captures are kept beside the repository"
)
def test_speakers_of_the_first_captures() -> None:
    found: dict[str, str | None] = {}
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text("utf-8")
        blocks = tuple(Block(Role.BODY, m.start(), m.end()) for m in re.finditer(r"[^\n](?:[^\n]|\n(?!\n))*", text))
        card = DateCard(UNKNOWN)
        page = Article(path.name, "page", "", None, None, (), None, "en", card, None, None, text, blocks)
        parse = reader.read(page)
        named = mentions.find(page, parse, Findings())
        names = {m.id: m.name for m in named}
        for statement in statements.find(page, parse, Findings(mentions=named)):
            said = " ".join(c.words for c in statement.content)
            speaker = names.get(statement.source.mention or "") if statement.source else None
            found |= {words: speaker for words in SPEAKERS if words in said}
    assert found == SPEAKERS
