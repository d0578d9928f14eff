"""Others that tell a page's day, on the same pages, scored as we are: `--peers` of the dates task.

In: a page as HTML, or the same as bare text. Out: the day that each gives, if any. htmldate reads markup and is asked
for the first publication. dateparser reads text: the first moment that it finds near the top is its answer, as those
who use it for this take it.
"""

import importlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType

from benchmarks import dates
from benchmarks.installed import installed

Peer = Callable[[bytes], date | None]
_TOP = 2_000  # characters of a bare text that are searched: a page says its day at its top, and the search is slow


def run(data: Path) -> dict[str, object]:
    """Score every peer that is installed on every dated page below `data`: `peers.NAME.exact` and so on."""
    scores: dict[str, object] = {}
    for name, peer in installed(_PEERS):
        answers = [(page.day, _day(peer, page.html)) for page in dates.known(data)]
        if answers:
            scores |= {f"peers.{name}.{score}": value for score, value in scored(answers).items()}
    return scores


def scored(answers: Sequence[tuple[date, date | None]]) -> dict[str, float]:
    """The scores of the task for true days and answers: a peer gives a day or nothing, so no spans."""
    sure = [(true, said) for true, said in answers if said]
    right = sum(true == said for true, said in sure)
    return {
        "exact": round(right / max(len(sure), 1), 4),
        "answered": round(len(sure) / len(answers), 4),
        "wrong_and_sure": round((len(sure) - right) / len(answers), 4),
        "right": round(right / len(answers), 4),
    }


def _day(peer: Peer, html: bytes) -> date | None:
    """Count a page that a peer fails on as one without an answer."""
    try:
        return peer(html)
    except Exception:  # noqa: BLE001 - whatever another's code raises, the comparison goes on
        return None


def _htmldate(library: ModuleType) -> Peer:
    def ask(html: bytes) -> date | None:
        found = library.find_date(html.decode("utf-8", "replace"), original_date=True)
        return date.fromisoformat(found) if found else None

    return ask


def _dateparser(_library: ModuleType) -> Peer:
    search = importlib.import_module("dateparser.search").search_dates

    def ask(html: bytes) -> date | None:
        text = dates.rendered(html).decode("utf-8")[:_TOP]
        settings = {"REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True}
        found = search(text, languages=["en", "de"], settings=settings) or ()
        return next((moment.date() for _, moment in found), None)

    return ask


_PEERS: Mapping[str, tuple[str, Callable[[ModuleType], Peer]]] = {
    "htmldate": ("htmldate", _htmldate),
    "dateparser": ("dateparser", _dateparser),
}
