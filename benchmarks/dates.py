"""Publication dates: pages with a known day, as HTML, and the same as bare text (rendered with inscriptis).

Format: `gold.jsonl` beside a folder `pages/ID.html.gz`, here or in any folder below. Only the page's bytes are given:
no address, no capture date.

A date card speaks on two levels, and both are counted. Its *answer* is one day: `when` where that is a day, which is
then sure, else `guess`, the likeliest day of an interval. `answered` is the share of dated pages with an answer,
`exact` the share of the answers that is right, `right` the right ones as a share of all. So `exact` is no measure of
what is called sure: `sure` is the share of pages whose `when` is a day, `sure_and_right` the share of those that is
right, `wrong_and_sure` the wrong ones as a share of all pages. `spans` is the share of pages whose `when` is an
interval with at least one end, `held` the share of those that holds the true day, `ends_too_soon` the pages whose
interval ends before it (by which they would be known too soon), as a share of all. The same stand under `text.` for
the bare text. With `--out`, each line gives a page's `day` (EDTF of `when`) and `guess` (null where there is none).

Under `ambiguous.` stand the scores of the repository's own set of numeric dates that can be read two ways.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import inscriptis

from benchmarks import ambiguous
from throughline.extract import media
from throughline.extract.article import article
from throughline.extract.intake.decode import decode
from throughline.model import UNKNOWN, Article, DateCard, page_of


@dataclass(frozen=True, slots=True)
class Dated:
    """A page with a known day."""

    name: str
    html: bytes
    day: date


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Score every dated page under `data`; no scores where there is none."""
    scores: dict[str, object] = {}
    lines: list[str] = []
    days: list[date] = []
    cards: dict[str, list[DateCard]] = {"": [], "text.": []}
    for item in known(data):
        days.append(item.day)
        found = {"": _card(item.html, media.HTML), "text.": _card(rendered(item.html), media.TEXT)}
        for kind, card in found.items():
            cards[kind].append(card)
        lines.append(json.dumps(_line(item.name, found)))
    if not days:
        return {}
    if out:
        (out / "dates.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for kind, answers in cards.items():
        scores |= {kind + name: score for name, score in _scores(days, answers).items()}
    return scores | {"pages": len(days)} | ambiguous.run()


def known(data: Path) -> Iterator[Dated]:
    """Yield every dated page below `data`."""
    for gold in sorted(data.rglob("gold.jsonl")):
        for line in gold.read_text(encoding="utf-8").strip().split("\n"):
            entry = json.loads(line)
            path = gold.parent / "pages" / f"{entry['id']}.html.gz"
            day = _day(entry.get("date"))
            if day and path.is_file():
                yield Dated(entry["id"], gzip.decompress(path.read_bytes()), day)


def _day(words: str | None) -> date | None:
    """Read the true day; a gold date that no calendar has is no date."""
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        return None


def rendered(html: bytes) -> bytes:
    """The page as bare text."""
    return str(inscriptis.get_text(decode(html, None))).encode("utf-8")


def _card(data: bytes, media_type: str) -> DateCard:
    read = article(page_of(data, media_type, "benchmark"))
    return read.published if isinstance(read, Article) else DateCard(UNKNOWN)


def _line(name: str, found: dict[str, DateCard]) -> dict[str, str | None]:
    line: dict[str, str | None] = {"id": name}
    for kind, card in found.items():
        line[f"{kind}day"] = card.when.edtf
        line[f"{kind}guess"] = card.guess.edtf if card.guess else None
    return line


def _answer(card: DateCard) -> date | None:
    """The one day that a card names, sure or not."""
    named = card.when if card.when.is_day else card.guess
    return named.first if named is not None and named.is_day else None


def _scores(days: list[date], cards: list[DateCard]) -> dict[str, float]:
    pairs = list(zip(days, cards, strict=True))
    answers = [(day, answer) for day, card in pairs if (answer := _answer(card))]
    right = sum(answer == day for day, answer in answers)
    sure = [(day, card.when.first) for day, card in pairs if card.when.is_day]
    sure_right = sum(first == day for day, first in sure)
    spans = [(day, c.when) for day, c in pairs if not c.when.is_day and (c.when.first or c.when.last)]
    late = sum(w.first is not None and day < w.first for day, w in spans)
    soon = sum(w.last is not None and w.last < day for day, w in spans)
    return {
        "exact": round(right / max(len(answers), 1), 4),
        "answered": round(len(answers) / len(days), 4),
        "wrong_and_sure": round((len(sure) - sure_right) / len(days), 4),
        "right": round(right / len(days), 4),
        "sure": round(len(sure) / len(days), 4),
        "sure_and_right": round(sure_right / max(len(sure), 1), 4),
        "spans": round(len(spans) / len(days), 4),
        "held": round((len(spans) - late - soon) / max(len(spans), 1), 4),
        "ends_too_soon": round(soon / len(days), 4),
    }
