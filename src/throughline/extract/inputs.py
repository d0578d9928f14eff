"""What the user names to pages: files, folders, "-", archives, feeds, JSON lines, addresses, read one after another.

Nothing raises for bad input: a page that can't be read is `Unreadable` (its bytes are kept) or, where there are no
bytes to keep or too many, a `Problem`. Everything is lazy, and memory is bounded by one page or one document.
"""

import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final, cast

from throughline.extract.intake import address, archive, crawl, feed, folders, lines, sidecar, single
from throughline.extract.intake.decode import decode
from throughline.extract.intake.found import NOTHING, Found, Outcome, Unreadable, page, too_big, trouble, unreadable
from throughline.extract.intake.limits import Limits
from throughline.extract.intake.streams import BROKEN, Bomb, Meter, Refusal, Stream, buffered, unpack
from throughline.extract.media import (
    GZIP,
    HEAD_BYTES,
    JSON,
    JSON_LINES,
    UNKNOWN,
    WARC,
    XML,
    ZIP,
    NoPage,
    sniff,
    wide_encoding,
)
from throughline.model import Declared, Problem, Severity

__all__ = ["Limits", "Outcome", "Unreadable", "measure", "pages"]

_BUFFER: Final = 65536
_SPOOL_BYTES: Final = 16_000_000  # an archive within something else is kept in memory up to this, then on disk
_DEFAULT: Final = Limits()
_BREAKS: Final = (*BROKEN, zipfile.BadZipFile, NotImplementedError, RuntimeError)

Progress = Callable[[int], None]


def pages(
    inputs: Sequence[str],
    declared: Declared = NOTHING,
    *,
    stdin: BinaryIO | None = None,
    limits: Limits = _DEFAULT,
    progress: Progress | None = None,
) -> Iterator[Outcome]:
    """Read all inputs, in their order; in folders and archives in the order of names.

    `declared` holds for every page and wins over sidecars and containers. `progress` is told of every run of bytes
    read, in the measure of `measure`.
    """
    for given in inputs:
        for thing in _things(given, declared, stdin, limits):
            if isinstance(thing, Problem):
                yield thing
            else:
                yield from _read(thing, limits, progress)


def measure(inputs: Sequence[str]) -> int:
    """How many bytes there are to read, as far as files tell: for a progress bar."""
    total = 0
    for given in inputs:
        if given == "-" or address.is_address(given):
            continue
        for thing in folders.files(Path(given), NOTHING):
            total += _size(thing) if isinstance(thing, Found) else 0
    return total


def _things(given: str, declared: Declared, stdin: BinaryIO | None, limits: Limits) -> Iterator[Found | Problem]:
    if given == "-":
        if stdin is None:
            yield trouble("-", "there is no input to read from", "pipe something in, or name a file")
        else:
            yield Found("-", "-", lambda: _unclosed(stdin), declared)
    elif address.is_address(given):
        yield address.fetch(given, declared, limits)
    else:
        yield from folders.files(Path(given), declared)


def _read(found: Found, limits: Limits, progress: Progress | None = None) -> Iterator[Outcome]:
    """Read one thing that was found; where it breaks off, all that came before has gone in."""
    count = 0
    try:
        with found.open() as opened, buffered(meter := Meter(opened, progress)) as stream:
            for outcome in _open_up(stream, found, limits):
                count += 1
                yield outcome
            done = meter.total
    except _BREAKS as error:
        yield _broken(found, error, limits, keep=count == 0)
        return
    if progress is not None and found.zips == 0:
        progress(max(0, _size(found) - done))


def _open_up(stream: Stream, found: Found, limits: Limits, *, packed: bool = False) -> Iterator[Outcome]:
    """Go by what the bytes are."""
    head = stream.peek(HEAD_BYTES)[:HEAD_BYTES]
    kind = sniff(head, found.name)
    if isinstance(kind, NoPage):
        yield from _no_page(stream, found, kind, limits)
    elif kind == GZIP and packed:
        yield from _no_page(stream, found, NoPage("packed twice", "unpack it once and add it again"), limits)
    elif kind == GZIP:
        with unpack(stream, limits) as inner:
            yield from _open_up(inner, replace(found, name=found.name.removesuffix(".gz")), limits, packed=True)
    elif kind == ZIP:
        yield from _some(_zip(stream, found, limits, packed=packed), found)
    elif kind == WARC:
        yield from _some(crawl.pages(stream, found, limits), found)
    elif kind == JSON_LINES:
        yield from _some(_lines(stream, found, limits), found)
    elif kind == JSON:
        yield from _json(stream, found, limits)
    elif kind == XML:
        yield from _feed(stream, found, limits)
    else:
        yield from _one_page(stream, found, limits)


def _some(outcomes: Iterator[Outcome], found: Found) -> Iterator[Outcome]:
    """What a container holds; one that holds nothing at all does not pass in silence."""
    outcome = None
    for outcome in outcomes:
        yield outcome
    if outcome is None:
        yield trouble(found.source, "there is no page in it", "make it again, or leave it out", Severity.WARNING)


def _one_page(stream: Stream, found: Found, limits: Limits) -> Iterator[Outcome]:
    data = stream.read(limits.page_bytes + 1)
    if len(data) > limits.page_bytes:
        yield too_big(found.source, data, limits.page_bytes)
        return
    said, problems = sidecar.declared(found, limits)
    yield from problems
    yield from single.pages(found, data, said=said)


def _feed(stream: Stream, found: Found, limits: Limits) -> Iterator[Outcome]:
    data = stream.read(limits.document_bytes + 1)
    if len(data) > limits.document_bytes:
        yield _past(data, found, limits)
    else:
        yield from feed.items(data, found, limits)


def _lines(stream: Stream, found: Found, limits: Limits) -> Iterator[Outcome]:
    if not wide_encoding(stream.peek(HEAD_BYTES)):
        yield from lines.pages(stream, found, limits)
        return
    data = stream.read(limits.document_bytes + 1)
    if len(data) > limits.document_bytes:
        yield _past(data, found, limits)
    else:
        yield from lines.pages(io.BytesIO(decode(data).encode("utf-8", "replace")), found, limits)


def _json(stream: Stream, found: Found, limits: Limits) -> Iterator[Outcome]:
    """A .json file: the sidecar of a page, lines after all, or one document."""
    if sidecar.belongs(found, limits):
        return
    first = stream.readline(limits.page_bytes + 1)
    if stream.peek(1) and lines.is_object(first):
        yield from lines.pages(stream, found, limits, first=first)
        return
    data = first + stream.read(limits.document_bytes + 1)
    if len(data) > limits.document_bytes:
        yield _past(data, found, limits)
    else:
        yield from lines.document(data, found, limits)


def _zip(stream: Stream, found: Found, limits: Limits, *, packed: bool) -> Iterator[Outcome]:
    if found.zips > limits.nesting:
        raise Refusal("an archive in an archive in an archive", "unpack it by hand and add the folder")
    is_file = found.zips == 0 and not packed and found.beside is not None
    with found.open() if is_file else _spooled(stream, limits) as whole:
        for thing in archive.members(found, whole, limits):
            if isinstance(thing, Problem):
                yield thing
            else:
                yield from _read(thing, limits)


@contextmanager
def _spooled(stream: Stream, limits: Limits) -> Iterator[BinaryIO]:
    """A copy that can be read back and forth, as archives must be."""
    with tempfile.SpooledTemporaryFile(max_size=_SPOOL_BYTES) as whole:
        size = 0
        while chunk := stream.read(_BUFFER):
            size += len(chunk)
            if size > limits.unpacked_bytes:
                raise Bomb(f"more than {limits.unpacked_bytes:,} bytes")
            whole.write(chunk)
        whole.seek(0)
        yield cast("BinaryIO", whole)


def _no_page(stream: Stream, found: Found, kind: NoPage, limits: Limits) -> Iterator[Outcome]:
    data = stream.read(limits.page_bytes + 1)
    if len(data) > limits.page_bytes:
        yield trouble(found.source, f"not a page but {kind.what}; too large to be kept", kind.advice)
    else:
        yield unreadable(page(found, data, UNKNOWN), f"not a page but {kind.what}", kind.advice)


def _broken(found: Found, error: Exception, limits: Limits, *, keep: bool) -> Outcome:
    """What broke off: kept as it is where nothing came of it, it is small enough and can still be read."""
    if isinstance(error, PermissionError):
        return trouble(found.source, "it may not be read", "change its permissions, or leave it out")
    what, advice = f"it can't be read to its end: {str(error)[:200] or type(error).__name__}", "copy or fetch it again"
    if isinstance(error, Refusal):
        what, advice, keep = str(error), error.advice, keep and not isinstance(error, Bomb)
    data = b""
    if keep and found.beside is not None:
        with suppress(*_BREAKS), found.open() as stream:
            data = stream.read(limits.page_bytes + 1)
    if not data or len(data) > limits.page_bytes:
        return trouble(found.source, what, advice)
    return unreadable(page(found, data, UNKNOWN), what, advice)


def _past(data: bytes, found: Found, limits: Limits) -> Problem:
    return too_big(found.source, data, limits.document_bytes)


def _size(found: Found) -> int:
    try:
        return Path(found.source).stat().st_size
    except (OSError, ValueError):
        return 0


def _unclosed(stream: BinaryIO) -> BinaryIO:
    """Standard input stays open for whoever gave it."""
    return buffered(Meter(stream, closes=False))
