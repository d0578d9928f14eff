"""Events: sentences with the actor and the recipient marked, and a PLOVER root (`*.tsv`, one sentence a row).

Columns by name: `sentence_id`, `marked_sentence` (actor in <s>, recipient in <t>), `source`, `target`, `root`.
Given the marked pair: `accuracy` and `macro_f1` (over the roots in the data) of the root that the predicates between
and round the pair name; `given` tells how many got one at all. Without the marks: `actor.f1` and `recipient.f1` of
the first event whose sentence it is (a participant counts when it shares a word with the marked one), and
`end_to_end.f1` where root, actor and recipient must all be right. The older list of roots says YIELD for what is
RETREAT or CONCEDE today.

`accuracy` and `macro_f1` are those of the classifier in `reader.roots`, which is asked where a pair is given; those of
the rules alone stand beside them. The classifier learned from the development set, on which it is always right: what it
is worth there is told by `roots`, on folds that it did not see. A record's events keep the type that the rules give:
PLOVER's roots fold status in ("will meet" is AGREE), which a record keeps apart. Of 220 articles of timeline17, read
where both parties are named, the classifier overruled the rules 12 times at a probability above .7 and was right twice
at most; of 9 untyped verbs that it typed above .8, at most one.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from throughline.annotate import mentions
from throughline.annotate.events import clauses, finder, nouns, senses, status
from throughline.annotate.events.participants import Roles, of_noun, of_verb
from throughline.annotate.events.scene import Scene, lay
from throughline.model import (
    UNKNOWN,
    Article,
    Block,
    DateCard,
    Event,
    Findings,
    Parse,
    Participant,
    Plover,
    Role,
    Span,
    Status,
)
from throughline.reader import read, roots

_MARK = re.compile(r"</?[st]>")
_NEWER = {"RETREAT": "YIELD", "CONCEDE": "YIELD"}


@dataclass(frozen=True, slots=True)
class _Item:
    """A sentence, its pair and its root."""

    id: str
    text: str
    source: Span
    target: Span
    root: str


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Score every sentence of every table in `data`; no scores where there is none."""
    items = list(_items(data))
    if not items:
        return {}
    has_yield = any(item.root == "YIELD" for item in items)
    rows = [_answer(item, has_yield=has_yield) for item in items]
    if out is not None:
        lines = (json.dumps({"id": item.id, **row.shown()}) for item, row in zip(items, rows, strict=True))
        (out / "events.jsonl").write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    gold = [item.root for item in items]
    scores: dict[str, object] = {
        "accuracy": _accuracy(gold, [row.root for row in rows]),
        "macro_f1": _macro_f1(gold, [row.root for row in rows]),
        "rules.accuracy": _accuracy(gold, [row.ruled for row in rows]),
        "rules.macro_f1": _macro_f1(gold, [row.ruled for row in rows]),
        "given": sum(row.root is not None for row in rows) / len(items),
        "sentences": len(items),
    }
    for name in ("actor", "recipient", "end_to_end"):
        scores[f"{name}.f1"] = _f1([getattr(row, name) for row in rows])
    return scores


@dataclass(frozen=True, slots=True)
class _Answer:
    """The root given the pair, and by rules alone; without it, for each part, whether it is right (None: no part)."""

    root: str | None
    ruled: str | None
    actor: bool | None
    recipient: bool | None
    end_to_end: bool | None

    def shown(self) -> Mapping[str, object]:
        """What `--out` prints."""
        return {"root": self.root, "actor": self.actor, "recipient": self.recipient, "end_to_end": self.end_to_end}


def _items(data: Path) -> Iterator[_Item]:
    for path in sorted(data.rglob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                item = _item(row)
                if item is not None:
                    yield item


def _item(row: Mapping[str, str | None]) -> _Item | None:
    """Read a row; a pair with one side unmarked has an empty span there."""
    marked, spans, text = row.get("marked_sentence") or "", {}, ""
    last = 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        spans[match.group()] = len(text)
        last = match.end()
    text += marked[last:]
    if not text or not row.get("root"):
        return None
    source, target = (Span(spans.get(f"<{mark}>", 0), spans.get(f"</{mark}>", 0)) for mark in "st")
    return _Item(str(row["sentence_id"]), text, source, target, str(row["root"]))


def _answer(item: _Item, *, has_yield: bool) -> _Answer:
    block = Block(Role.BODY, 0, len(item.text))
    card = DateCard(UNKNOWN)
    article = Article("article", "page", "", None, None, (), None, "en", card, None, None, item.text, (block,))
    parse = read(article)
    earlier = Findings(mentions=mentions.find(article, parse, Findings()))
    named = {kind: _NEWER.get(kind, kind) if has_yield else kind.value for kind in Plover}
    kind = _root(item, article, parse, earlier)
    ruled = named[kind] if kind else None
    learned = _learned(item, parse)
    root = named[learned] if learned else ruled
    first = _first(finder.find(article, parse, earlier))
    if first is None:
        return _Answer(root, ruled, None, None, None)
    actor = _shares(first.actor, item.source)
    recipient = _shares(first.recipient, item.target)
    kind = coded(first.type, first.status) if first.type is not None else None
    typed = kind is not None and named[kind] == item.root
    return _Answer(root, ruled, actor, recipient, typed and actor is True and recipient is True)


def _learned(item: _Item, parse: Parse) -> Plover | None:
    """Ask the classifier for the root of the predicate that joins the pair."""
    actor, recipient = (roots.top(parse, span) for span in (item.source, item.target))
    if actor is recipient is None:
        return None
    found = roots.root(parse, roots.joining(parse, actor, recipient), actor, recipient)
    return found[0] if found else None


def _first(found: Sequence[Event]) -> Event | None:
    """Return the event that says most: typed, with both participants."""
    return max(
        found, key=lambda event: (event.type is not None, bool(event.actor) + bool(event.recipient)), default=None
    )


def _shares(participants: Sequence[Participant], span: Span) -> bool | None:
    if not participants:
        return None
    return any(each.evidence.start < span.end and span.start < each.evidence.end for each in participants)


def _root(item: _Item, article: Article, parse: Parse, earlier: Findings) -> Plover | None:
    """Name the root that the sentence's typed predicates give to the pair: the one that fits it best."""
    scene = lay(article, parse, earlier)
    best: tuple[float, Plover] | None = None
    for index, kind, roles, weight in _predicates(scene):
        score = _fit(scene, index, roles, item) + weight / 4
        if best is None or score > best[0]:
            best = (score, kind)
    return best[1] if best else None


def _predicates(scene: Scene) -> Iterator[tuple[int, Plover, Roles, int]]:
    """Yield every typed predicate of an article, whatever its status."""
    for index, token in enumerate(scene.tree.tokens):
        if token.tag == "VERB":
            predicate = senses.of_verb(scene, index)
            if predicate is not None and predicate.type is not None:
                kind = coded(predicate.type, status.judge(scene, index, predicate.type).status)
                yield index, kind, of_verb(scene, clauses.read(scene.tree, index), predicate), predicate.weight
        elif nouns.is_head(scene.tree, index):
            predicate = senses.of_noun(scene, index)
            if predicate is not None and predicate.type is not None:
                yield index, predicate.type, of_noun(scene, index), predicate.weight - 1


def coded(kind: Plover, told: Status | None) -> Plover:
    """Return the root that PLOVER gives to an act of this kind with this status.

    The codebook codes what is only said by what saying it does: a promise of cooperation is AGREE, a threat of
    hostility THREATEN, a refusal REJECT, a demand REQUEST. We keep the act and its status apart.
    """
    if told is Status.REQUESTED:
        return Plover.REQUEST
    if told is Status.NOT_HAPPENED and kind in _COOPERATIVE:
        return Plover.REJECT
    if told in {Status.PLANNED, Status.CONDITIONAL}:
        return Plover.AGREE if kind in _COOPERATIVE else Plover.THREATEN if kind in _HOSTILE else kind
    return kind


_COOPERATIVE = frozenset(Plover(name) for name in "AGREE CONSULT SUPPORT COOPERATE AID RETREAT CONCEDE".split())
_HOSTILE = frozenset(Plover(name) for name in "PROTEST SANCTION MOBILIZE COERCE ASSAULT".split())


def _fit(scene: Scene, index: int, roles: Roles, item: _Item) -> float:
    """Tell how well a predicate fits the pair: its participants, its place between them, its nearness."""
    token = scene.tree[index]
    score = 3.0 * (_shares(roles.actor, item.source) is True) + 3.0 * (_shares(roles.recipient, item.target) is True)
    low, high = min(item.source.end, item.target.end), max(item.source.start, item.target.start)
    score += 2.0 * (low <= token.start < high)
    inside = any(span.start <= token.start < span.end for span in (item.source, item.target))
    distance = abs(token.start - item.source.end) + abs(item.target.start - token.start)
    return score - 2.0 * inside - distance / 100


def _accuracy(gold: Sequence[str], found: Sequence[str | None]) -> float:
    return sum(map(str.__eq__, gold, (root or "" for root in found))) / len(gold)


def _macro_f1(gold: Sequence[str], found: Sequence[str | None]) -> float:
    scores = []
    for root in sorted(set(gold)):
        right = sum(g == f == root for g, f in zip(gold, found, strict=True))
        scores.append(2 * right / (gold.count(root) + found.count(root)))
    return sum(scores) / len(scores)


def _f1(answers: Sequence[bool | None]) -> float:
    """Return the F1 of answers to questions that all have one."""
    given = [answer for answer in answers if answer is not None]
    return 2 * sum(given) / (len(given) + len(answers))
