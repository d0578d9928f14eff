"""The whole way: piles of dated articles to timelines, beside those that journalists wrote.

In: a folder of topics in the layout of Timeline17: `TOPIC/articles.jsonl.gz` (id, date, text) and
`TOPIC/timelines/*.txt`. Every topic goes into a story and out of its chronicle the way a user would take it; its
keywords are not used. Out: date F1 and alignment-based ROUGE F1, means over tasks (one gold timeline is one task).

Protocol, as in the literature (Martschat and Markert 2018; Ghalandari and Ifrim 2020): the number of days is the gold
timeline's, the sentences a day the gold's mean, rounded. `baseline` is the plainest system: the days on which most
articles appeared, the first sentences of that day's articles.
"""

import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import throughline
from benchmarks import timeline_score
from benchmarks.timeline_score import Score, Timeline
from throughline.chronicle.entries import chronicle
from throughline.chronicle.query import Query
from throughline.ledger import open_view
from throughline.ledger.view import View

METRICS = ("date", "ar1", "ar2")


@dataclass(frozen=True, slots=True)
class Task:
    """One gold timeline and what was told for it."""

    name: str
    gold: Timeline
    told: Timeline
    baseline: Timeline


def run(data: Path, out: Path | None = None) -> dict[str, float]:
    """Score every timeline under `data`; with `out`, write one JSON file of predictions a task."""
    tasks = [task for topic in sorted(data.glob("*/articles.jsonl.gz")) for task in _tasks(topic)]
    if not tasks:
        return {}
    if out:
        for task in tasks:
            lines = {day.isoformat(): sentences for day, sentences in sorted(task.told.items())}
            (out / f"{task.name}.json").write_text(json.dumps(lines, ensure_ascii=False, indent=1), encoding="utf-8")
    told = {task.name: timeline_score.score(task.gold, task.told) for task in tasks}
    plain = [timeline_score.score(task.gold, task.baseline) for task in tasks]
    scores = {f"{metric}.f1": _mean([s[metric] for s in told.values()]) for metric in METRICS}
    scores |= {f"baseline.{metric}.f1": _mean([s[metric] for s in plain]) for metric in METRICS}
    scores |= {f"tasks.{n}.{metric}.f1": round(s[metric].f1, 4) for n, s in told.items() for metric in METRICS}
    return scores


def timeline(view: View, days: int, sentences: int) -> Timeline:
    """The chronicle of a view as a timeline of so many days, and at most so many sentences a day."""
    found: Timeline = defaultdict(list)
    for entry in chronicle(view, Query(days=days, per_day=sentences)).entries:
        when = entry.happening.when
        if when and when.first and when.first == when.last:
            found[when.first].append(" ".join(entry.happening.headline.words.split()))
    return dict(found)


def _tasks(articles: Path) -> Iterator[Task]:
    topic = articles.parent
    golds = sorted((topic / "timelines").glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "topic.story"
        throughline.open(path).add([str(articles)])
        with open_view(path) as view:
            for number, gold_path in enumerate(golds):
                gold = timeline_score.read(gold_path)
                if gold:
                    name = f"{topic.name}.{gold_path.stem}" if number or len(golds) > 1 else topic.name
                    days, sentences = _size(gold)
                    told, plain = timeline(view, days, sentences), _baseline(view, days, sentences)
                    yield Task(name, gold, told, plain)


def _size(gold: Timeline) -> tuple[int, int]:
    return len(gold), max(1, round(sum(map(len, gold.values())) / len(gold)))


def _baseline(view: View, days: int, sentences: int) -> Timeline:
    """The days with most articles, each with the opening sentences of the first articles of that day."""
    published = {name: head.known for name, head in view.heads().items() if head.known}
    counts: Counter[date] = Counter(published.values())
    best = sorted(counts, key=lambda day: (-counts[day], day))[:days]
    openings: Timeline = defaultdict(list)
    for row in view.sentences(articles=[name for name, day in published.items() if day in set(best)]):
        if row.index == 0:
            openings[published[row.article]].append(" ".join(row.words.split()))
    return {day: openings[day][:sentences] for day in best if openings[day]}


def _mean(scores: Sequence[Score]) -> float:
    return round(timeline_score.mean(scores).f1, 4)
