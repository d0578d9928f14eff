"""One page's bytes to what comes of them: the page, with a warning where its encoding is in doubt, or a problem."""

from collections.abc import Iterator
from dataclasses import replace

from throughline.extract.intake import capture
from throughline.extract.intake.decode import decode, doubt
from throughline.extract.intake.found import NOTHING, Found, Outcome, merged, page, trouble, unreadable
from throughline.extract.media import HEAD_BYTES, HTML, MHTML, TEXT, UNKNOWN, NoPage, has_markup, sniff
from throughline.model import Declared, Severity

_BLANK = b" \t\r\n\f\v\0\xef\xbb\xbf\xff\xfe"


def pages(found: Found, data: bytes, *, at: str = "", said: Declared = NOTHING) -> Iterator[Outcome]:
    """Make a page of bytes that are at hand and within limits."""
    where = found.source + at
    if not data.strip(_BLANK):
        yield trouble(where, "there is nothing in it", "save the page again, or leave it out")
        return
    kind = sniff(data[:HEAD_BYTES], found.name)
    if isinstance(kind, NoPage):
        yield unreadable(page(found, data, UNKNOWN, at=at, said=said), f"not a page but {kind.what}", kind.advice)
        return
    if kind == HTML and not has_markup(data):
        kind = TEXT
    if kind not in {HTML, TEXT, MHTML}:
        kept = page(found, data, UNKNOWN, at=at, said=said)
        yield unreadable(
            kept, f"a page was expected, this is {kind}", "add it as a file of its own, named as what it is"
        )
        return
    address, day = capture.marks(data, kind)
    marked = replace(found, captured=found.captured or day, charset=_needed(data, found.charset))
    made = page(marked, data, kind, at=at, said=merged(said, Declared(url=address)))
    yield made
    doubtful = doubt(data, found.charset) if kind != MHTML else None
    if doubtful:
        advice = "compare names and accents with the original; if they are wrong, save the page as UTF-8"
        yield trouble(where, doubtful, advice, Severity.WARNING, made.id)


def _needed(data: bytes, charset: str | None) -> str | None:
    """The container's charset where the text would be another without it: the same page has one id wherever it is."""
    return charset if charset and decode(data, charset) != decode(data) else None
