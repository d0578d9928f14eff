"""Who is who across articles: mentions to actors, end to end.

In: a folder of stories in the marked text of data/actors (`*.txt`), or of MEANTIME's `intra_cross-doc_annotation`
(Minard et al. 2016; `*.xml`: names of persons and organisations by their `instance_id`, a story a corpus). Every
article is read, its mentions found and joined as in use, as of today. Out: B-cubed over the marked mentions, a mention
that we do not find being alone; and how many pairs of mentions in different articles are told right, by whether they
are one; `held.*` over stories that the rules were not made on.
"""

import json
import re
import tempfile
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import throughline
from benchmarks.clusters import bcubed
from throughline.chronicle.actors import naming
from throughline.ledger import open_view
from throughline.ledger.found import who
from throughline.ledger.view import View
from throughline.model import Mention, MentionForm

_MARK = re.compile(r"\[([^\[\]|]+)\|(\w+)\]")
_KINDS = frozenset({"PER", "ORG"})
_HELD = "held_"  # stories that were scored and not read while the rules were made
_NAMES = frozenset({"NAM", "PRE.NAM"})


class Gold(NamedTuple):
    """A marked mention: the article's number, code points, and who it is."""

    article: int
    start: int
    end: int
    actor: str


class Story(NamedTuple):
    """Articles (day and text) and the mentions marked in them."""

    name: str
    articles: Sequence[tuple[str | None, str]]
    golds: Sequence[Gold]


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Score every story under `data`; no scores where there is none."""
    stories = [*map(_marked, sorted(data.glob("*.txt"))), *_meantime(data)]
    if not stories:
        return {}
    keys = {story.name: _keys(story) for story in stories}
    if out:
        rows = ({"story": s.name, **g._asdict(), "key": str(keys[s.name][g])} for s in stories for g in s.golds)
        (out / "actors.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    parts = {
        "": [s for s in stories if not s.name.startswith(_HELD)],
        "held.": [s for s in stories if s.name.startswith(_HELD)],
    }
    return {f"{part}{name}": value for part, own in parts.items() if own for name, value in _scores(own, keys).items()}


def _scores(stories: Sequence[Story], keys: Mapping[str, Mapping[Gold, object]]) -> dict[str, float]:
    true: list[set[object]] = []
    found: list[set[object]] = []
    pairs: dict[bool, list[bool]] = {True: [], False: []}
    for story in stories:
        own = keys[story.name]
        true += _grouped(story, {gold: gold.actor for gold in story.golds})
        found += _grouped(story, own)
        for left, right in combinations(story.golds, 2):
            if left.article != right.article:
                is_one = left.actor == right.actor
                pairs[is_one].append((own[left] == own[right]) == is_one)
    score = bcubed(true, found)
    one, two = (round(sum(pairs[is_one]) / len(pairs[is_one]), 4) for is_one in (True, False))
    return {
        "bcubed.precision": round(score.precision, 4), "bcubed.recall": round(score.recall, 4),
        "bcubed.f1": round(score.f1, 4), "pairs.one": one, "pairs.two": two,
        "pairs": len(pairs[True]) + len(pairs[False]), "mentions": sum(len(story.golds) for story in stories),
    }  # fmt: skip


def _grouped(story: Story, owners: Mapping[Gold, object]) -> list[set[object]]:
    groups: dict[object, set[object]] = defaultdict(set)
    for gold in story.golds:
        groups[owners[gold]].add((story.name, gold))
    return list(groups.values())


def _marked(path: Path) -> Story:
    articles: list[tuple[str | None, str]] = []
    golds: list[Gold] = []
    for part in re.split(r"(?m)^# ", path.read_text(encoding="utf-8"))[1:]:
        day, _, marked = part.partition("\n")
        text, at = "", 0
        for match in _MARK.finditer(marked.strip()):
            text += marked.strip()[at : match.start()]
            golds.append(Gold(len(articles), len(text), len(text) + len(match[1]), match[2]))
            text, at = text + match[1], match.end()
        articles.append((None if day == "undated" else day, text + marked.strip()[at:]))
    return Story(path.stem, articles, golds)


def _meantime(data: Path) -> Iterator[Story]:
    for folder in sorted({path.parent for path in data.rglob("*.xml")}):
        articles: list[tuple[str | None, str]] = []
        golds: list[Gold] = []
        for path in sorted(folder.glob("*.xml")):
            root = ET.parse(path).getroot()  # noqa: S314 - a benchmark's own files
            text, places = _text(root)
            for start, end, actor in _entities(root, places):
                golds.append(Gold(len(articles), start, end, actor))
            articles.append((None, text))
        if golds:
            yield Story(folder.name, articles, golds)


def _text(root: ET.Element) -> tuple[str, dict[str, tuple[int, int]]]:
    """The text of a document and where its tokens stand; a title's (the first sentence) are no part of an article."""
    text, places, sentence = "", {}, ""
    for token in root.iter("token"):
        if token.get("sentence") != sentence:
            text += "\n\n" if sentence in {"", "0", "1"} and text else " " if text else ""
            sentence = token.get("sentence") or ""
        elif text and (token.text or "") not in {",", ".", "'s", ")", ";", ":", "%"} and not text.endswith(("$", "(")):
            text += " "
        if sentence != "0":
            places[token.get("t_id") or ""] = len(text), len(text) + len(token.text or "")
        text += token.text or ""
    return text, places


def _entities(root: ET.Element, places: dict[str, tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """The names of persons and organisations, by the instance that they are annotated with."""
    spans: dict[str, tuple[int, int]] = {}
    for mention in root.iter("ENTITY_MENTION"):
        own = [places[t] for anchor in mention.iter("token_anchor") if (t := anchor.get("t_id") or "") in places]
        if own and mention.get("syntactic_type") in _NAMES:
            spans[mention.get("m_id") or ""] = min(own)[0], max(own)[1]
    instances = {e.get("m_id"): e.get("instance_id") for e in root.iter("ENTITY") if e.get("ent_type") in _KINDS}
    for link in root.iter("REFERS_TO"):
        target = next((t.get("m_id") for t in link.iter("target")), None)
        actor = instances.get(target)
        for source in link.iter("source") if actor else ():
            if (source.get("m_id") or "") in spans:
                yield (*spans[source.get("m_id") or ""], str(actor))


def _keys(story: Story) -> dict[Gold, object]:
    """The actor of each marked mention; who is found nowhere, or is described, is nobody else's."""
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages.jsonl"
        rows = ({"id": str(n), "date": day, "text": text} for n, (day, text) in enumerate(story.articles))
        pages.write_text("".join(json.dumps({k: v for k, v in row.items() if v}) + "\n" for row in rows), "utf-8")
        path = Path(folder) / "actors.story"
        with throughline.open(path) as told:
            told.add([str(pages)])
        with open_view(path) as view:
            return _found(view, story)


def _found(view: View, story: Story) -> dict[Gold, object]:
    who_is_who = naming(view, view.names())
    near: dict[int, list[Mention]] = defaultdict(list)
    numbers = {article: int(head.source.rpartition("#")[2]) for article, head in view.heads().items()}
    for mention in view.mentions():
        if mention.form is not MentionForm.PRONOUN:
            near[numbers[mention.evidence.article]].append(mention)
    keys: dict[Gold, object] = {}
    for gold in story.golds:
        fitting = [m for m in near[gold.article] if m.evidence.start < gold.end and gold.start < m.evidence.end]
        best = max(fitting, key=lambda m: _overlap(m, gold), default=None)
        keys[gold] = gold
        if best is not None:
            key = who(best.entity, best.name)
            keys[gold] = who_is_who.key(key) if who_is_who.is_one(key) else (gold.article, key)
    return keys


def _overlap(mention: Mention, gold: Gold) -> float:
    start, end = mention.evidence.start, mention.evidence.end
    shared = min(end, gold.end) - max(start, gold.start)
    return shared / (max(end, gold.end) - min(start, gold.start))
