"""A page's markup as text, as eight kinds of program write it: what the labeller of plain text learns from.

In: markup. Out: a text for each renderer, by name. The two of the benchmark are among them; the others are written
here after what archives hold: a browser's copy and paste, one block a line, paragraphs between empty lines, hard
wraps, Markdown, and all blocks run together by one space a line of text. Same markup, same texts.
"""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html

from benchmarks.pages import Known
from benchmarks.text import renderings as benchmarked
from throughline.extract.intake.decode import decode

_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select"})
_INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike
    strong sub sup time tt u var wbr""".split()
)
_APART = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "table", "figure"})
_NARROWEST, _WIDEST = 64, 80  # columns of hard wraps, by the page
_DEEPEST = 400  # elements; deeper ones are left out


@dataclass(frozen=True, slots=True)
class Chunk:
    """The text of one block, its tag, and whether a browser leaves space around it."""

    tag: str
    text: str
    apart: bool


def renderings(known: Known) -> dict[str, str]:
    """Render a page every way."""
    found = benchmarked(known)
    root = html.document_fromstring(
        decode(known.data, None).encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8")
    )
    chunks = list(_chunks(root))
    width = _NARROWEST + sum(map(ord, known.id)) % (_WIDEST - _NARROWEST + 1)
    found["copied"] = _copied(chunks)
    found["blocks"] = "\n".join(chunk.text for chunk in chunks)
    found["paragraphs"] = "\n\n".join(chunk.text for chunk in chunks)
    found["wrapped"] = "\n\n".join(_wrap(chunk.text, width) for chunk in chunks)
    found["markdown"] = "\n\n".join(_marked(chunk, width) for chunk in chunks)
    found["flowed"] = "\n".join(_wrap(chunk.text, width) for chunk in chunks)
    return found


def _chunks(root: html.HtmlElement) -> Iterator[Chunk]:
    """Walk the page and yield the text between the edges of blocks."""
    parts: list[str] = []
    tag, apart = "body", False

    def flush() -> Iterator[Chunk]:
        nonlocal apart
        text = " ".join("".join(parts).split())
        parts.clear()
        if text:
            yield Chunk(tag, text, apart)
            apart = False

    depth = 0
    silent = 0
    tags: list[str] = ["body"]
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            depth += 1
            silent += name in _SILENT
            if name not in _INLINE:
                yield from flush()
                tag = name
                tags.append(name)
                apart = apart or name in _APART
            if not silent and depth < _DEEPEST:
                parts.append(element.text or "")
        else:
            if event == "end":
                depth -= 1
                if name not in _INLINE:
                    yield from flush()
                    tags.pop()
                    tag = tags[-1] if tags else "body"
                    apart = apart or name in _APART
                silent -= name in _SILENT
            if not silent and depth < _DEEPEST:
                parts.append(element.tail or "")
    yield from flush()


def _copied(chunks: list[Chunk]) -> str:
    """Lay out as a browser copies: an empty line around paragraphs and headings, cells of a row in one line."""
    parts: list[str] = []
    for chunk in chunks:
        cell = chunk.tag in {"td", "th"} and parts
        parts.append("\t" if cell else "\n\n" if chunk.apart else "\n")
        parts.append(f"    {chunk.text}" if chunk.tag == "li" else chunk.text)
    return "".join(parts).strip()


def _wrap(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


def _marked(chunk: Chunk, width: int) -> str:
    """Write a block as Markdown does."""
    heading = re.fullmatch(r"h([1-6])", chunk.tag)
    if heading:
        return "#" * int(heading[1]) + " " + chunk.text
    if chunk.tag == "li":
        return textwrap.fill(
            chunk.text, width, initial_indent="  * ", subsequent_indent="    ",
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip
    if chunk.tag == "blockquote":
        return textwrap.fill(chunk.text, width, initial_indent="> ", subsequent_indent="> ", break_on_hyphens=False)
    return _wrap(chunk.text, width)
