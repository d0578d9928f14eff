"""Broken pages: how many are read without a fault, how long the slowest takes, how much memory they need.

In: any folder of pages, as HTML or as text. Out: `pages`, `faults` (a fault of ours: none is allowed), `articles` (how
many were still read as one), `slowest_seconds`, `over_two_seconds`, `memory_mb` (the peak above what the process held
before the first mutant and above the largest page). Mutants are made from the pages and from a fixed seed, so that the
same folder gives the same ones: as many as `THROUGHLINE_MUTANTS` says, by default MUTANTS. Times are the processor's,
so that a busy machine makes no page slow. A long run says on stderr how far it has come.
"""

import gzip
import os
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from throughline.extract import media
from throughline.extract.article import FAULT, article
from throughline.model import Article, page_of

MUTANTS = 2_000
LARGEST = 400_000  # bytes of a page that mutants are made from: cutting and doubling go over it many times
_SLOW = 2.0  # seconds
_EACH = 1_000  # mutants after which the run says how far it has come
_KINDS = {".html": media.HTML, ".htm": media.HTML, ".gz": media.HTML, ".txt": media.TEXT, ".md": media.TEXT}
_SCRAPS = (
    b"<div>", b"</div>", b"<p>", b"</p>", b"<table><tr><td>", b"<blockquote>", b"<!--", b"-->", b"<script>",
    b"</script>", b"<a href='", b"'>", b'"', b"<", b">", b"&", b"&amp;&#x110000;", b"&lt;", b"\x00",
    b"\xff\xfe", b"\xed\xa0\x80", b"<![CDATA[", b"]]>", b"<svg><style>", b"<noscript>", b"<template>",
    b"<textarea>", b"<select>", b"<plaintext>", b"<article itemprop='articleBody'>",
    b"<ol class='comment-list'><li>", b"<time datetime='99999-99-99'>",
    b'<script type="application/ld+json">{"@graph":[', b"]}</script>", b"\n", b"\r\n\r\n", b"\t", b" ",
    b"\xe2\x80\xae", b"Comments (3)\n", b"Reply\n", b"By ", b"Source: ", b"12.11.10\n",
    b"/A B/C D/Getty Images", b"(AFP) LONDON -- ",
)  # fmt: skip


def run(data: Path, out: Path | None) -> dict[str, float | int]:
    """Read mutants of the pages below `data`; with `out`, keep those that were slow or at fault."""
    seeds = [*_seeds(data)]
    if not seeds:
        return {}
    chooser = random.Random(0)  # noqa: S311 - the same mutants every time, no secret
    for kind, page in seeds[:20]:
        article(page_of(page, kind, "warm"))
    before, largest = _peak(), max(len(page) for _, page in seeds)
    count = int(os.environ.get("THROUGHLINE_MUTANTS", MUTANTS))
    faults = read = slow = 0
    slowest = 0.0
    for number in range(count):
        kind, page = chooser.choice(seeds)
        mutant = mutate(page, chooser)
        started = time.process_time()
        found = article(page_of(mutant, kind, f"mutant {number}"))
        seconds = time.process_time() - started
        is_fault = not isinstance(found, Article) and FAULT in found.what
        faults, read, slow = faults + is_fault, read + isinstance(found, Article), slow + (seconds > _SLOW)
        slowest = max(slowest, seconds)
        if out and (is_fault or seconds > _SLOW):
            (out / f"mutant-{number}.{'html' if kind == media.HTML else 'txt'}").write_bytes(mutant)
        if not (number + 1) % _EACH:
            sys.stderr.write(f"{number + 1:,} pages: {faults} faults, {slow} slow, slowest {slowest:.2f} s\n")
    return {
        "pages": count,
        "faults": faults,
        "articles": read,
        "slowest_seconds": round(slowest, 2),
        "over_two_seconds": slow,
        "memory_mb": round(max(0.0, _peak() - before - largest / 1e6), 1),
    }


def mutate(page: bytes, chooser: random.Random) -> bytes:
    """Break a page in one to eight ways."""
    for _ in range(chooser.choice((1, 1, 2, 3, 5, 8))):
        page = chooser.choice(_WAYS)(page, chooser)
    return page[: 2 * LARGEST]


def _seeds(data: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(data.rglob("*")):
        kind = _KINDS.get(path.suffix)
        if kind and path.is_file():
            page = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            if 0 < len(page) <= LARGEST:
                yield kind, page


def _place(page: bytes, chooser: random.Random) -> tuple[int, int]:
    """Choose a stretch: short ones mostly, long ones now and then."""
    start = chooser.randrange(len(page) + 1)
    return start, min(len(page), start + int(len(page) ** chooser.random()))


def _cut(page: bytes, chooser: random.Random) -> bytes:
    start, end = _place(page, chooser)
    return page[:start] + page[end:]


def _end(page: bytes, chooser: random.Random) -> bytes:
    return page[: chooser.randrange(len(page) + 1)]


def _double(page: bytes, chooser: random.Random) -> bytes:
    start, end = _place(page, chooser)
    times = min(chooser.choice((2, 3, 10, 200)), max(1, LARGEST // max(1, end - start)))
    return page[:start] + page[start:end] * times + page[end:]


def _move(page: bytes, chooser: random.Random) -> bytes:
    start, end = _place(page, chooser)
    rest = page[:start] + page[end:]
    at = chooser.randrange(len(rest) + 1)
    return rest[:at] + page[start:end] + rest[at:]


def _scrap(page: bytes, chooser: random.Random) -> bytes:
    at = chooser.randrange(len(page) + 1)
    return page[:at] + chooser.choice(_SCRAPS) * chooser.choice((1, 1, 1, 5, 300, 5000)) + page[at:]


def _noise(page: bytes, chooser: random.Random) -> bytes:
    start, end = _place(page, chooser)
    return page[:start] + chooser.randbytes(min(end - start, 2_000)) + page[end:]


def _unclose(page: bytes, chooser: random.Random) -> bytes:
    tag = chooser.choice((b"div", b"p", b"li", b"td", b"a", b"span", b"script", b"head", b"title"))
    return page.replace(b"</" + tag + b">", b"")


def _unspace(page: bytes, chooser: random.Random) -> bytes:
    return page.replace(chooser.choice((b"\n", b" ", b"\n\n")), chooser.choice((b"", b" ", b"\n")))


_WAYS: Sequence[Callable[[bytes, random.Random], bytes]] = (
    _cut, _end, _double, _move, _scrap, _scrap, _noise, _unclose, _unspace,
)  # fmt: skip


def _peak() -> float:
    """Return the most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
