"""Publication dates: pages with a known day, as HTML, and the same as bare text (rendered with inscriptis).

Format: `gold.jsonl` beside a folder `pages/ID.html.gz`, here or in any folder below. Only the page's bytes are given:
no address, no capture date. `answered` is the share of dated pages that get one day, `exact` the share of those that
is right, `wrong_and_sure` the wrong ones as a share of all, `right` the right ones as a share of all; `held` is, of
the answers with two ends that are no day, the share that holds the true one. The same stand under `text.` for the
bare text.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import inscriptis

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
        lines.append(json.dumps({"id": item.name, **{f"{kind}day": c.when.edtf for kind, c in found.items()}}))
    if not days:
        return {}
    if out:
        (out / "dates.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for kind, answers in cards.items():
        scores |= {kind + name: score for name, score in _scores(days, answers).items()}
    return scores | {"pages": len(days)}


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


def _scores(days: list[date], cards: list[DateCard]) -> dict[str, float]:
    pairs = list(zip(days, (card.when for card in cards), strict=True))
    sure = [(day, when) for day, when in pairs if when.is_day]
    right = sum(when.first == day for day, when in sure)
    spans = [(day, w.first, w.last) for day, w in pairs if not w.is_day and w.first and w.last]
    held = sum(first <= day <= last for day, first, last in spans)
    return {
        "exact": round(right / max(len(sure), 1), 4),
        "answered": round(len(sure) / len(days), 4),
        "wrong_and_sure": round((len(sure) - right) / len(days), 4),
        "right": round(right / len(days), 4),
        "spans": round(len(spans) / len(days), 4),
        "held": round(held / max(len(spans), 1), 4),
    }
