"""Score a timeline against a gold one: dates, and alignment-based ROUGE (Martschat and Markert 2017, "align+ m:1").

In: {day: [sentence, ...]} twice. Out: precision, recall and F1. Over several tasks precision and recall are averaged
and F1 is made of the averages, as the literature on Timeline17 does.
"""

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import punctuation

from benchmarks import rouge

Timeline = dict[date, list[str]]
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_RULE = re.compile(r"-{8,}")


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall, both fractions of 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean; 0 where both are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def read(path: Path) -> Timeline:
    """Read blocks of a day line, sentence lines and a line of dashes; or JSON {"YYYY-MM-DD": [sentence, ...]}.

    The last block of a repeated day counts; blocks without a valid day or without sentences are left out.
    """
    text = path.read_text(encoding="utf-8-sig").strip()
    if text.startswith("{"):
        return {_day(key) or date.min: list(lines) for key, lines in json.loads(text).items() if lines and _day(key)}
    timeline: Timeline = {}
    day, lines = None, list[str]()
    for raw in [*text.splitlines(), "-" * 8]:
        line = raw.strip()
        if _RULE.fullmatch(line) or _day(line):
            if day and lines:
                timeline[day] = lines
            day, lines = _day(line), []
        elif line:
            lines.append(line)
    return timeline


def score(gold: Timeline, told: Timeline) -> dict[str, Score]:
    """The scores `date`, `ar1` and `ar2` of one task."""
    both = len(gold.keys() & told.keys())
    scores = {"date": Score(_part(both, len(told)), _part(both, len(gold)))}
    to_gold, to_told = _aligned(gold, told)
    for size in (1, 2):
        wanted = {day: rouge.grams(lines, size) for day, lines in gold.items()}
        given = {day: rouge.grams(lines, size) for day, lines in told.items()}
        right = sum(_nearness(g, t) * rouge.shared(wanted[g], given[t]) for t, g in to_gold.items())
        found = sum(_nearness(g, t) * rouge.shared(wanted[g], given[t]) for g, t in to_told.items())
        scores[f"ar{size}"] = Score(
            _part(right, sum(c.total() for c in given.values())), _part(found, sum(c.total() for c in wanted.values()))
        )
    return scores


def mean(scores: Sequence[Score]) -> Score:
    """Mean precision and mean recall."""
    count = max(1, len(scores))
    return Score(sum(s.precision for s in scores) / count, sum(s.recall for s in scores) / count)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _part(hits: float, of: float) -> float:
    return hits / of if of else 0.0


def _nearness(left: date, right: date) -> float:
    return 1 / (1 + abs((left - right).days))


def _aligned(gold: Timeline, told: Timeline) -> tuple[dict[date, date], dict[date, date]]:
    """For each day of one timeline the cheapest of the other: far days cost, unless the words agree."""
    if not gold or not told:
        return {}, {}
    gold_words = {day: _plain(lines) for day, lines in sorted(gold.items())}
    told_words = {day: _plain(lines) for day, lines in sorted(told.items())}
    cost = {
        (g, t): (1 - _nearness(g, t)) * (1 - _likeness(gold_words[g], told_words[t]))
        for g in gold_words
        for t in told_words
    }
    to_gold = {t: min(gold_words, key=lambda g: cost[g, t]) for t in told_words}
    to_told = {g: min(told_words, key=lambda t: cost[g, t]) for g in gold_words}
    return to_gold, to_told


def _plain(lines: Sequence[str]) -> Counter[str]:
    return Counter(word for line in lines for word in line.split() if word not in punctuation or len(word) > 1)


def _likeness(left: Counter[str], right: Counter[str]) -> float:
    """F1 of plain words."""
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0
