"""Article text, title, authors and comments out of HTML, beside what trafilatura alone gives on the same pages.

Shingles of four words against the known text, mean over pages; `must` is the share of snippets of the article that
were found in it, `must_not` the share of snippets of the rest that stayed out. Of the snippets of readers' comments,
`comments.found` stand in blocks of comments, `comments.posts` inside one reader's post of `Article.comments`, and
`comments.leaked` in what findings may rest on (and in no snippet of the article); `comments.on_page` stand on the
captured page at all, which bounds the others: most sites load comments afterwards.
"""

import json
import re
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import trafilatura

from benchmarks import people
from benchmarks.pages import Found, mean, overlap, read, triple
from throughline.extract import media
from throughline.extract.article import article
from throughline.extract.intake.decode import decode
from throughline.extract.markup import tree
from throughline.model import READABLE, Article, Declared, Role, page_of

_NOT_WORD = re.compile(r"[\W_]+")
_SEVERAL = re.compile(r"[;,]| (?:and|und|et|y|&) ")  # gold lines that name several people


def run(data: Path, out: Path | None) -> dict[str, float | int | dict[str, float]]:
    """Score every page below `data`; with `out`, write what was found in each."""
    scores: dict[str, list[float]] = {}
    texts: list[tuple[float, float, float]] = []
    alone: list[tuple[float, float, float]] = []
    comments: list[tuple[float, float, float]] = []
    lines: list[str] = []
    seconds, count = 0.0, 0
    for known in read(data):
        started = time.perf_counter()
        read_as = article(page_of(known.data, media.HTML, known.id, Declared(url=known.gold.get("url"))))
        seconds += time.perf_counter() - started
        count += 1
        found = found_in(read_as)
        if known.gold.get("text"):
            texts.append(overlap(found.text, known.gold["text"]))
            alone.append(overlap(_alone(known.data), known.gold["text"]))
        if strings(known.gold.get("comments")):
            comments.append(_comments(found.comments, known.gold))
            for name, value in comment_facts(read_as, visible(known.data), known.gold):
                scores.setdefault(name, []).append(value)
        for name, value in facts(found, known.gold):
            scores.setdefault(name, []).append(value)
        if out:
            lines.append(json.dumps({"id": known.id, **found._asdict()}, ensure_ascii=False) + "\n")
    if out:
        (out / "extraction.jsonl").write_text("".join(lines), encoding="utf-8")
    if not count:
        return {}
    return {
        "pages": count,
        **(triple(texts) | {"trafilatura.f1": triple(alone)["f1"]} if texts else {}),
        **({"comments.f1": triple(comments)["f1"]} if comments else {}),
        **{name: mean(values) for name, values in scores.items()},
        "pages_per_second": round(count / seconds, 1),
    }


def found_in(read_as: object) -> Found:
    """Take what was found out of an article; out of a problem, nothing."""
    if not isinstance(read_as, Article):
        return Found()
    body, said = _of(read_as, READABLE), _of(read_as, frozenset({Role.COMMENT}))
    return Found(body, read_as.title, read_as.authors, read_as.published.when.edtf, said)


def _of(found: object, roles: frozenset[Role]) -> str:
    if not isinstance(found, Article):
        return ""
    return "\n".join(found.text[block.start : block.end] for block in found.blocks if block.role in roles)


def _alone(data: bytes) -> str:
    return trafilatura.extract(data, include_comments=False) or ""


def strings(value: object) -> list[str]:
    """Give the strings of a gold field: one, several, or none."""
    values = value if isinstance(value, list) else [value]
    return [item for item in values if isinstance(item, str) and item.strip()]


def masthead_facts(found: Found, gold: Mapping[str, Any]) -> list[tuple[str, float]]:
    """Score title and authors, each where it is known: the title's words, and some author found being one known.

    People are compared as `benchmarks.people` says; `authors.exact` wants a name as the gold line has it.
    """
    facts: list[tuple[str, float]] = []
    if gold.get("title"):
        facts.append(("title", float(fold(found.title or "") == fold(gold["title"]))))
    if gold.get("authors"):
        names = {fold(name) for line in strings(gold["authors"]) for name in (line, *_SEVERAL.split(line))}
        facts.append(("authors", float(people.any_known(found.authors, gold["authors"]))))
        facts.append(("authors.exact", float(any(fold(name) in names for name in found.authors))))
    return facts


def facts(found: Found, gold: Mapping[str, Any]) -> list[tuple[str, float]]:
    """Score title, authors and snippets, each where it is known."""
    scored = masthead_facts(found, gold)
    folded = fold(found.text)
    scored.extend(("must", float(fold(snippet) in folded)) for snippet in strings(gold.get("must")))
    scored.extend(("must_not", float(fold(snippet) not in folded)) for snippet in strings(gold.get("must_not")))
    return scored


def _comments(said: str, gold: Mapping[str, Any]) -> tuple[float, float, float]:
    """Score readers' comments: by shingles where all are known, by snippets where a few of both kinds are."""
    known = strings(gold["comments"])
    if not gold.get("must"):
        return overlap(said, "\n".join(known))
    folded = fold(said)
    hits = sum(fold(snippet) in folded for snippet in known)
    strays = sum(fold(snippet) in folded for snippet in strings(gold["must"]))
    precision = hits / (hits + strays) if hits else 0.0
    recall = hits / len(known) if known else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0


def visible(data: bytes) -> str:
    """All text of a page's markup, shown or not."""
    root = tree.parse(decode(data, None))
    return "" if root is None else "\n".join(str(text) for text in root.itertext())


def comment_facts(found: object, page: str, gold: Mapping[str, Any]) -> list[tuple[str, float]]:
    """Score the snippets of readers' comments one by one; `page` is all the text there was to read."""
    there = fold(page)
    body, said = fold(_of(found, READABLE)), fold(_of(found, frozenset({Role.COMMENT})))
    posts = [fold(found.text[c.start : c.end]) for c in found.comments] if isinstance(found, Article) else []
    must = [fold(snippet) for snippet in strings(gold.get("must"))]
    facts: list[tuple[str, float]] = []
    for snippet in map(fold, strings(gold["comments"])):
        is_article = any(snippet in wanted for wanted in must)
        facts += [
            ("comments.on_page", float(snippet in there)),
            ("comments.found", float(snippet in said)),
            ("comments.posts", float(any(snippet in post for post in posts))),
            ("comments.leaked", float(snippet in body and not is_article)),
        ]
    return facts


def fold(words: str) -> str:
    """Reduce text to its words in one case, as snippets are compared."""
    return _NOT_WORD.sub(" ", words).strip().casefold()
