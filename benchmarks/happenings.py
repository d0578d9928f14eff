"""Happenings: which mentions of events, in one article or in several, are of one event (ECB+, see `benchmarks.ecb`).

Of the files nothing is used but their words. With gold mentions: every mention of an action in the annotated sentences
is taken down and judged. `predicted.`: the events that the finder sees in these sentences, paired with the gold mention
whose head is their trigger; one without counts as wrong, and so does a gold mention that was not found. `lemma.` is the
usual yardstick on the same mentions: one head lemma, in articles that are alike. `held_out.` is answered by judges
fitted to other topics (the first part of a file's name): what ships has learned from topics 1 to 35.
"""

import json
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks import clusters, ecb
from throughline.model import UNKNOWN, Article, Block, DateCard, Findings, Parse, Role
from throughline.pipeline.steps import STEPS
from throughline.reader import parse_words
from throughline.resolve.happenings import judge
from throughline.resolve.happenings.accounts import Account, account, outline
from throughline.resolve.happenings.groups import groups
from throughline.resolve.happenings.likeness import closeness
from training.happenings import FOLDS, Examples, answered, crossed, examples, score, told

_ALIKE = 0.3  # cosine of articles for the yardstick: its best on topics 1 to 35


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Score every article under `data`; none where there is no article, or no judge for the reader."""
    net = judge.load()
    items = [item for item in ecb.read(data) if item.told]
    if net is None or not items:
        return {}
    gold: list[Account] = []
    own: list[Account] = []
    names: list[tuple[str, int]] = []
    for item in items:
        parse = parse_words(item.sentences)
        if parse.reader != net.reader:
            return {}
        gold += told(item, parse)
        found = list(_found(item, parse))
        names += [(item.id, at) for at, _ in found]
        own += [each for _, each in found]
    seen = examples(items, gold)
    likely = answered(seen, net)
    scores: dict[str, object] = {"mentions": len(gold), **score(seen, likely, judge.LIKELY)}
    scores |= _named("predicted", _predicted(net, items, gold, names, own))
    scores |= _named("lemma", score(seen, _lemma(seen), judge.LIKELY))
    if len(set(seen.topics)) >= FOLDS:
        scores |= _named("held_out", score(seen, crossed(seen), judge.LIKELY))
    if out:
        _write(out / "happenings.jsonl", items, groups(len(gold), likely, judge.LIKELY))
    return scores


def _named(prefix: str, scores: dict[str, float]) -> dict[str, float]:
    return {f"{prefix}.{name}": value for name, value in scores.items()}


def _found(item: ecb.Item, parse: Parse) -> Iterator[tuple[int, Account]]:
    """Yield the events that we find in the annotated sentences, each with its trigger's place."""
    text = ecb.words(item.sentences)
    blocks = tuple(Block(Role.BODY, sentence.start, sentence.end) for sentence in parse.sentences)
    article = Article(
        item.id, item.id, item.id, None, None, (), None, "en", DateCard(UNKNOWN), None, None, text, blocks
    )
    earlier = Findings()
    for name, find in STEPS.finders:
        if name != "figures":
            earlier = replace(earlier, **{name: tuple(find(article, parse, earlier))})
    starts = {token.start: index for index, token in enumerate(parse.tokens)}
    kept = {i for s in parse.sentences if s.block in item.complete for i in range(s.first, s.last)}
    own = outline(item.id, parse)
    for event in earlier.events:
        at = starts.get(event.trigger.start)
        if at in kept and at is not None:
            yield at, account(own, parse, at)


def _predicted(
    net: judge.Judge,
    items: Sequence[ecb.Item],
    gold: Sequence[Account],
    names: Sequence[tuple[str, int]],
    own: Sequence[Account],
) -> dict[str, float]:
    """Score the groups of our own events against the true ones, both as sets of (article, head token)."""
    heads = [(each.outline.article, each.head) for each in gold]
    true: dict[str, set[Hashable]] = {}
    for place, event in zip(heads, (each.event for item in items for each in item.told), strict=True):
        true.setdefault(event, set()).add(place)
    made = groups(len(own), judge.likely(net, own, judge.pairs(own)), judge.LIKELY)
    found = [{names[number] for number in group} for group in made]
    right = len(set(heads) & set(names))
    scores = clusters.scores(list(true.values()), found)
    return {**scores, "mention_precision": right / len(set(names) or "-"), "mention_recall": right / len(set(heads))}


def _lemma(seen: Examples) -> list[tuple[tuple[int, int], float]]:
    """Join what has one head lemma, in articles that are alike, and so on from each to the next."""
    like: dict[tuple[str, str], float] = {}
    place = list(range(len(seen.accounts)))

    def first(number: int) -> int:
        while place[number] != number:
            number = place[number] = place[place[number]]
        return number

    for one, other in seen.pairs.tolist():
        a, b = seen.accounts[one], seen.accounts[other]
        key = a.outline.article, b.outline.article
        if a.lemma != b.lemma:
            continue
        if key not in like:
            like[key] = closeness(a.outline, b.outline)
        if key[0] == key[1] or like[key] >= _ALIKE:
            place[first(other)] = first(one)
    joined: dict[int, list[int]] = {}
    for number in range(len(place)):
        joined.setdefault(first(number), []).append(number)
    return [((i, j), 1.0) for each in joined.values() for at, j in enumerate(each) for i in each[:at]]


def _write(path: Path, items: Sequence[ecb.Item], found: Sequence[Sequence[int]]) -> None:
    """Write every gold mention with the number of its group: file, tokens as places in its words, happening."""
    places = [(item.id, each.tokens) for item in items for each in item.told]
    rows = sorted((*places[number], happening) for happening, group in enumerate(found) for number in group)
    lines = (json.dumps({"id": name, "tokens": tokens, "happening": number}) for name, tokens, number in rows)
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
