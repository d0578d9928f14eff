"""Other extractors on the same pages, in the same process, scored as we are: `--peers` of the extraction task.

In: a page's bytes and address. Out: what a peer finds in it, as `Found`.
"""

import importlib
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType

from lxml import html

from benchmarks.extraction import facts, strings
from benchmarks.installed import installed
from benchmarks.pages import Found, mean, overlap, read, triple

Peer = Callable[[bytes, str | None], Found]


def run(data: Path) -> dict[str, object]:
    """Score every peer that is installed on every page below `data`, by name."""
    return {
        f"peers.{name}.{score}": value
        for name, peer in installed(_PEERS)
        for score, value in _scores(_guarded(peer), data).items()
    }


def _scores(peer: Peer, data: Path) -> dict[str, float]:
    texts: list[tuple[float, float, float]] = []
    scores: dict[str, list[float]] = {}
    seconds, count = 0.0, 0
    for known in read(data):
        started = time.perf_counter()
        found = peer(known.data, known.gold.get("url"))
        seconds += time.perf_counter() - started
        count += 1
        if known.gold.get("text"):
            texts.append(overlap(found.text, known.gold["text"]))
        if known.gold.get("date"):
            scores.setdefault("day", []).append(float(found.date == known.gold["date"]))
        for name, value in (*facts(found, known.gold), *_comments(found, known.gold)):
            scores.setdefault(name, []).append(value)
    return {
        **(triple(texts) if texts else {}),
        **{name: mean(values) for name, values in scores.items()},
        "pages_per_second": round(count / seconds, 1) if count else 0.0,
    }


def _comments(found: Found, gold: Mapping[str, object]) -> Iterator[tuple[str, float]]:
    said, body = (" ".join(words.split()).casefold() for words in (found.comments, found.text))
    for snippet in strings(gold.get("comments")):
        wanted = " ".join(snippet.split()).casefold()
        yield "comments.found", float(wanted in said)
        yield "comments.leaked", float(wanted in body)


def _guarded(peer: Peer) -> Peer:
    """Count a page that a peer fails on as one where it finds nothing."""

    def ask(data: bytes, url: str | None) -> Found:
        try:
            return peer(data, url)
        except Exception:  # noqa: BLE001 - whatever another's code raises, the comparison goes on
            return Found()

    return ask


def _trafilatura(library: ModuleType) -> Peer:
    def ask(data: bytes, url: str | None) -> Found:
        found = library.bare_extraction(data, url=url, include_comments=True, with_metadata=True)
        if found is None:
            return Found()
        authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
        return Found(found.text or "", found.title, authors, found.date, found.comments or "")

    return ask


def _readability(library: ModuleType) -> Peer:
    def ask(data: bytes, url: str | None) -> Found:
        document = library.Document(data, url=url)
        body = html.fromstring(document.summary())
        return Found(_lines(body), document.short_title())

    return ask


def _newspaper(library: ModuleType) -> Peer:
    def ask(data: bytes, url: str | None) -> Found:
        page = library.Article(url or "https://page.example/", fetch_images=False)  # nor look for them on the network
        page.download(input_html=data.decode("utf-8", "replace"))
        page.parse()
        day = page.publish_date.date().isoformat() if page.publish_date else None
        return Found(page.text, page.title or None, tuple(page.authors), day)

    return ask


def _resiliparse(library: ModuleType) -> Peer:
    parse = importlib.import_module("resiliparse.parse.html")

    def ask(data: bytes, _url: str | None) -> Found:
        tree = parse.HTMLTree.parse_from_bytes(data, "utf-8")
        return Found(library.extract_plain_text(tree, main_content=True, comments=False), tree.title or None)

    return ask


def _htmldate(library: ModuleType) -> Peer:
    def ask(data: bytes, url: str | None) -> Found:
        return Found(date=library.find_date(data.decode("utf-8", "replace"), url=url, original_date=True))

    return ask


def _lines(body: html.HtmlElement) -> str:
    """Lay a piece of markup out, a line a block."""
    for element in body.iter("p", "div", "li", "br", "h1", "h2", "h3", "h4", "tr", "blockquote"):
        element.tail = "\n" + (element.tail or "")
    return str(body.text_content())


_PEERS: Mapping[str, tuple[str, Callable[[ModuleType], Peer]]] = {
    "trafilatura": ("trafilatura", _trafilatura),
    "readability": ("readability", _readability),
    "newspaper4k": ("newspaper", _newspaper),
    "resiliparse": ("resiliparse.extract.html2text", _resiliparse),
    "htmldate": ("htmldate", _htmldate),
}
