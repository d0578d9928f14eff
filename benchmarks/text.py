"""Article text out of text alone: the same pages with their markup stripped, by each of two renderers.

`inscriptis` lays a page out as a terminal browser would; `nodes` writes one line a text node, as copying scripts do.
`title` and `authors` are scored as in `extraction`, on the pages read here.
Of the snippets of readers' comments that a rendering holds, `found`, `posts` and `leaked` are shares as in
`extraction`.
"""

import json
import time
from collections.abc import Sequence
from pathlib import Path

from inscriptis import get_text
from lxml import etree, html

from benchmarks.extraction import comment_facts, found_in, masthead_facts
from benchmarks.pages import Known, mean, overlap, read, triple
from throughline.extract import media
from throughline.extract.article import article
from throughline.extract.intake.decode import decode
from throughline.model import page_of


def run(data: Path, out: Path | None) -> dict[str, float | int | dict[str, float]]:
    """Score the pages with known text or comments below `data`, rendered both ways; write what was found to `out`."""
    comments: dict[str, list[float]] = {}
    masthead: dict[str, list[float]] = {}
    scores: dict[str, list[tuple[float, float, float]]] = {"inscriptis": [], "nodes": []}
    lines: list[str] = []
    seconds, count = 0.0, 0
    for known in read(data):
        if not known.gold.get("text") and not known.gold.get("comments"):
            continue
        for name, text in renderings(known).items():
            started = time.perf_counter()
            found = article(page_of(text.encode("utf-8", "replace"), media.TEXT, known.id))
            seconds += time.perf_counter() - started
            count += 1
            said = found_in(found)
            if known.gold.get("text"):
                scores[name].append(overlap(said.text, known.gold["text"]))
            for fact, value in masthead_facts(said, known.gold):
                masthead.setdefault(f"{name}.{fact}", []).append(value)
            if known.gold.get("comments"):
                _add(comments, name, comment_facts(found, text, known.gold))
            if out:
                record = {"id": known.id, "renderer": name, "text": said.text}
                lines.append(json.dumps(record, ensure_ascii=False) + "\n")
    if out:
        (out / "text.jsonl").write_text("".join(lines), encoding="utf-8")
    if not count:
        return {}
    texts = triple(scores["inscriptis"] + scores["nodes"]) if scores["inscriptis"] else {}
    return {
        "texts": count,
        **texts,
        **({f"{name}.f1": triple(of)["f1"] for name, of in scores.items()} if texts else {}),
        **{name: mean(values) for name, values in (comments | masthead).items()},
        "texts_per_second": round(count / seconds, 1),
    }


def _add(comments: dict[str, list[float]], renderer: str, facts: Sequence[tuple[str, float]]) -> None:
    """Keep what is said of the snippets that the rendering holds; the facts on one snippet follow one another."""
    is_there = False
    for name, value in facts:
        if name == "comments.on_page":
            is_there = value > 0
        elif is_there:
            comments.setdefault(f"{renderer}.{name}", []).append(value)


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
