"""Article text out of text alone: the same pages with their markup stripped, by each of two renderers.

`inscriptis` lays a page out as a terminal browser would; `nodes` writes one line a text node, as copying scripts do.
"""

import json
import time
from pathlib import Path

from inscriptis import get_text
from lxml import etree, html

from benchmarks.pages import Known, overlap, read, triple
from throughline.extract import media
from throughline.extract.article import article
from throughline.extract.decode import decode
from throughline.model import READABLE, Article, page_of


def run(data: Path, out: Path | None) -> dict[str, float | int | dict[str, float]]:
    """Score every page with known text below `data`, rendered both ways; with `out`, write what was found."""
    scores: dict[str, list[tuple[float, float, float]]] = {"inscriptis": [], "nodes": []}
    lines: list[str] = []
    seconds, count = 0.0, 0
    for known in read(data):
        if not known.gold.get("text"):
            continue
        for name, text in renderings(known).items():
            started = time.perf_counter()
            found = article(page_of(text.encode("utf-8", "replace"), media.TEXT, known.id))
            seconds += time.perf_counter() - started
            count += 1
            body = _body(found)
            scores[name].append(overlap(body, known.gold["text"]))
            if out:
                lines.append(json.dumps({"id": known.id, "renderer": name, "text": body}, ensure_ascii=False) + "\n")
    if out:
        (out / "text.jsonl").write_text("".join(lines), encoding="utf-8")
    if not count:
        return {}
    return {
        "texts": count,
        **triple(scores["inscriptis"] + scores["nodes"]),
        "inscriptis.f1": triple(scores["inscriptis"])["f1"],
        "nodes.f1": triple(scores["nodes"])["f1"],
        "texts_per_second": round(count / seconds, 1),
    }


def renderings(known: Known) -> dict[str, str]:
    """Render a page both ways."""
    markup = decode(known.data, None)
    return {"inscriptis": _laid_out(markup), "nodes": _nodes(markup)}


def _laid_out(markup: str) -> str:
    try:
        return str(get_text(markup))
    except (ValueError, etree.LxmlError, RecursionError):
        return ""


def _nodes(markup: str) -> str:
    root = html.document_fromstring(markup.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    body = root.find("body")
    body = root if body is None else body
    etree.strip_elements(body, "script", "style", "noscript", etree.Comment, etree.PI, with_tail=False)
    return "\n".join(" ".join(str(text).split()) for text in body.itertext() if str(text).strip())


def _body(found: object) -> str:
    if not isinstance(found, Article):
        return ""
    return "\n".join(found.text[block.start : block.end] for block in found.blocks if block.role in READABLE)
