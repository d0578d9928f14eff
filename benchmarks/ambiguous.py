"""Numeric dates that can be read two ways, on invented pages: `benchmarks/data/ambiguous`, scored by the dates task.

Format: `gold.jsonl` beside `pages/ID.html` or `pages/ID.txt`. `date` is the true day, `readings` are the days that the
figures alone allow. On most pages something else settles which it is: a weekday, other dates, the outlet's country,
the language, what happened yesterday. Where `open` is true nothing does, on purpose, and the honest answer is an
interval that holds every reading. `captured`, where given, is the day the page was saved.

Out: `right`, the share of settled pages whose day is right; `wrong_and_sure`, the share of all pages that are given one
day that is wrong, or, open, any one day; `open_kept`, the share of open pages whose answer holds every reading and is
no day; `guessed`, the share of settled pages left as an interval whose guess is the true day.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from throughline.extract import media
from throughline.extract.article import article
from throughline.model import UNKNOWN, Article, DateCard, Page, When, page_of

PAGES: Final = Path(__file__).with_name("data") / "ambiguous"
_KINDS = {".html": media.HTML, ".txt": media.TEXT}


@dataclass(frozen=True, slots=True)
class Case:
    """A page, its true day, the days that its figures alone allow, and whether nothing settles which."""

    page: Page
    day: date
    readings: tuple[date, ...]
    is_open: bool


def run(data: Path = PAGES) -> dict[str, object]:
    """Score every page of the set."""
    return scored([(case, _card(case.page)) for case in cases(data)])


def cases(data: Path = PAGES) -> Iterator[Case]:
    """Yield every page of the set."""
    for line in (data / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        said = json.loads(line)
        path = next(path for kind in _KINDS if (path := data / "pages" / f"{said['id']}{kind}").is_file())
        saved = date.fromisoformat(said["captured"]) if "captured" in said else None
        page = page_of(path.read_bytes(), _KINDS[path.suffix], said["id"], captured=saved)
        readings = tuple(map(date.fromisoformat, said["readings"]))
        yield Case(page, date.fromisoformat(said["date"]), readings, said["open"])


def scored(found: list[tuple[Case, DateCard]]) -> dict[str, object]:
    """The scores of the cards that were given."""
    settled = [(case, card) for case, card in found if not case.is_open]
    left_open = [(case, card) for case, card in found if case.is_open]
    right = sum(_is(card.when, case.day) for case, card in settled)
    guessed = sum(not card.when.is_day and _is(card.guess, case.day) for case, card in settled)
    sure = sum(card.when.is_day and (case.is_open or not _is(card.when, case.day)) for case, card in found)
    kept = sum(_holds_all(case, card) for case, card in left_open)
    return {
        "ambiguous.right": round(right / max(len(settled), 1), 4),
        "ambiguous.wrong_and_sure": round(sure / max(len(found), 1), 4),
        "ambiguous.open_kept": round(kept / max(len(left_open), 1), 4),
        "ambiguous.guessed": round(guessed / max(len(settled), 1), 4),
        "ambiguous.pages": len(found),
    }


def _holds_all(case: Case, card: DateCard) -> bool:
    when = card.when
    if when.is_day or when.first is None or when.last is None:
        return False
    return when.first <= min(case.readings) and max(case.readings) <= when.last


def _is(when: When | None, day: date) -> bool:
    return when is not None and when.is_day and when.first == day


def _card(page: Page) -> DateCard:
    read = article(page)
    return read.published if isinstance(read, Article) else DateCard(UNKNOWN)


def main() -> None:
    """Print each page whose answer is not what it should be, then the scores: `python -m benchmarks.ambiguous`."""
    found = [(case, _card(case.page)) for case in cases()]
    for case, card in found:
        is_good = _holds_all(case, card) if case.is_open else _is(card.when, case.day)
        if not is_good:
            print(case.page.source, "open" if case.is_open else case.day, "-", card.when.edtf, *card.reasons)
    print(json.dumps(scored(found)))


if __name__ == "__main__":
    main()
