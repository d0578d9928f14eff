"""Happenings: which mentions of events, in one article or in several, are of one event (ECB+, see `benchmarks.ecb`).

Of the files nothing is used but their words. With gold mentions: every mention of an action in the annotated sentences
is taken down and judged. `predicted.`: the words of these sentences that we hold to tell of an event, each paired with
the gold mention of which it is the head; one without counts as wrong, and so does a gold mention that was not found.
`finder.` is the same with the events that the finder keeps, which are fewer by design. `lemma.` is the usual yardstick
on the gold mentions: one head lemma, in articles that are alike. `held_out.` is answered by weights fitted to other
topics (the first part of a file's name): what ships has learned from topics 1 to 35.
"""

import json
from collections.abc import Hashable, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks import clusters, ecb
from throughline.model import UNKNOWN, Article, Block, DateCard, Findings, Parse, Role
from throughline.pipeline.steps import STEPS
from throughline.reader import parse_words
from throughline.resolve.happenings import judge, telling
from throughline.resolve.happenings.accounts import Account, account, outline
from throughline.resolve.happenings.groups import groups
from throughline.resolve.happenings.likeness import closeness
from training import telling as training_telling
from training.happenings import FOLDS, Examples, answered, crossed, examples, score, told, topic

_ALIKE = 0.3  # cosine of articles for the yardstick: its best on topics 1 to 35


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Score every article under `data`; none where there is no article, or no weights for the reader."""
    net, teller = judge.load(), telling.load()
    made = ((item, parse_words(item.sentences)) for item in ecb.read(data) if item.told)
    read = [(item, parse) for item, parse in made if parse.states is not None]  # else it is no English
    if net is None or teller is None or not read or not read[0][1].reader == net.reader == teller.reader:
        return {}
    items = [item for item, _ in read]
    true = [each.event for item in items for each in item.told]
    gold = examples([each for item, parse in read for each in told(item, parse)], true)
    spotted = examples([each for item, parse in read for each in _spotted(item, parse, teller)])
    events = examples([each for item, parse in read for each in _events(item, parse)])
    likely = answered(gold, net)
    scores: dict[str, object] = {"mentions": len(true), **score(gold, likely, judge.LIKELY)}
    scores |= _named("predicted", _predicted(gold, spotted, answered(spotted, net)))
    scores |= _named("finder", _predicted(gold, events, answered(events, net)))
    scores |= _named("lemma", score(gold, _lemma(gold), judge.LIKELY))
    if len(set(gold.topics)) >= FOLDS:
        others, tellers = crossed(gold), training_telling.crossed(read)
        scores |= _named("held_out", score(gold, others.answered(gold), judge.LIKELY))
        unseen = examples([e for item, parse in read for e in _spotted(item, parse, tellers[topic(item.id)])])
        scores |= _named("held_out.predicted", _predicted(gold, unseen, others.answered(unseen)))
    if out:
        _write(out / "happenings.jsonl", items, groups(len(true), likely, judge.LIKELY))
    return scores


def _named(prefix: str, scores: dict[str, float]) -> dict[str, float]:
    return {f"{prefix}.{name}": value for name, value in scores.items()}


def _spotted(item: ecb.Item, parse: Parse, teller: telling.Teller) -> list[Account]:
    """Take down every word of the annotated sentences that tells of an event."""
    own = outline(item.id, parse)
    return [account(own, parse, at) for at in teller.words(parse) if at in _annotated(item, parse)]


def _events(item: ecb.Item, parse: Parse) -> list[Account]:
    """Take down the events that the finder keeps in the annotated sentences."""
    text = ecb.words(item.sentences)
    blocks = tuple(Block(Role.BODY, sentence.start, sentence.end) for sentence in parse.sentences)
    card = DateCard(UNKNOWN)
    article = Article(item.id, item.id, item.id, None, None, (), None, "en", card, None, None, text, blocks)
    earlier = Findings()
    for name, find in STEPS.finders:
        if name != "figures":
            earlier = replace(earlier, **{name: tuple(find(article, parse, earlier))})
    starts = {parse.tokens[index].start: index for index in _annotated(item, parse)}
    own = outline(item.id, parse)
    found = sorted({starts[event.trigger.start] for event in earlier.events if event.trigger.start in starts})
    return [account(own, parse, at) for at in found]


def _annotated(item: ecb.Item, parse: Parse) -> frozenset[int]:
    """The tokens of the annotated sentences."""
    return frozenset(i for s in parse.sentences if s.block in item.complete for i in range(s.first, s.last))


def _predicted(gold: Examples, own: Examples, likely: Sequence[tuple[judge.Pair, float]]) -> dict[str, float]:
    """Score the groups of our own mentions against the true ones, both as sets of (article, head token)."""
    heads = [(each.outline.article, each.head) for each in gold.accounts]
    true: dict[str, set[Hashable]] = {}
    for place, event in dict(zip(heads, gold.events, strict=True)).items():
        true.setdefault(event, set()).add(place)
    places = [(each.outline.article, each.head) for each in own.accounts]
    found = [{places[number] for number in group} for group in groups(len(places), likely, judge.LIKELY)]
    right = len(set(heads).intersection(places))
    scores = clusters.scores(list(true.values()), found)
    return {
        **scores,
        "mention_precision": right / len(places) if places else 0.0,
        "mention_recall": right / len(set(heads)),
    }


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
