"""Accounts of one event are known by what they share; neither order nor what else there is decides."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline import reader
from throughline.model import Parse
from throughline.resolve.happenings import judge
from throughline.resolve.happenings.accounts import MARKS, Account, account, outline
from throughline.resolve.happenings.groups import groups
from throughline.resolve.happenings.judge import LAYERS, Judge
from throughline.resolve.happenings.likeness import NAMES, likeness
from throughline.resolve.happenings.meeting import meeting

STORIES = {
    "one": "Mayor Ilse Kern of Varnholt resigned on Tuesday . The Varnholt council accepted the harbour plan .",
    "two": "The resignation of Mayor Ilse Kern shook Varnholt and its harbour council on Tuesday .",
    "far": "Rain fell on the southern islands . Farmers there lost their maize crop to the flood .",
}


def parse(words: str) -> Parse:
    return reader.parse_words([[*sentence.split(), "."] for sentence in words.split(" .") if sentence.split()])


@pytest.fixture(scope="module")
def told() -> dict[str, Account]:
    heads = {"one": "resigned", "two": "resignation", "far": "fell"}
    found = {}
    for name, words in STORIES.items():
        read = parse(words)
        head = next(i for i, token in enumerate(read.tokens) if token.norm == heads[name])
        found[name] = account(outline(name, read), read, head)
    return found


def made(size: int, seed: int = 0) -> Judge:
    rng = np.random.default_rng(seed)
    seen = 8 + len(NAMES)
    shapes = ((size, 4), (len(NAMES),), (len(NAMES),), (seen, 5), (5,), (5, 1), (1,))
    layers = {name: rng.normal(0, 1, shape).astype(np.float32) for name, shape in zip(LAYERS, shapes, strict=True)}
    return Judge(**{**layers, "spread": np.ones(len(NAMES), dtype=np.float32)}, reader="")


def test_a_verb_and_its_noun_share_stem_and_names(told: dict[str, Account]) -> None:
    shared = dict(zip(NAMES, likeness(told["one"], told["two"]), strict=True))
    assert shared["stem"]
    assert not shared["lemma"]
    assert shared["names: weight"] > 0
    assert shared["terms"] > dict(zip(NAMES, likeness(told["one"], told["far"]), strict=True))["terms"]


def test_likeness_has_no_order(told: dict[str, Account]) -> None:
    assert likeness(told["one"], told["two"]) == likeness(told["two"], told["one"])
    net = made(told["one"].state.size)
    for pair in (("one", "two"), ("one", "far")):
        forth = [net.narrowed(told[name]) for name in pair]
        back = forth[::-1]
        there, here = judge.likely(net, [(forth[0], forth[1]), (back[0], back[1])])
        assert there == pytest.approx(here, abs=1e-6)


def test_an_account_without_states_is_refused() -> None:
    read = Parse((), (), has_grammar=True)
    with pytest.raises(ValueError, match="states"):
        account(outline("empty", read), read, 0)
    assert outline("empty", read).marks == frozenset()


def test_only_articles_that_share_marks_meet(told: dict[str, Account]) -> None:
    outlines = [told[name].outline for name in ("one", "far", "two")]
    assert list(meeting(outlines)) == [(0, 2)]
    assert all(len(each.marks) <= MARKS for each in outlines)


def test_what_ships_knows_the_plain_case(told: dict[str, Account]) -> None:
    net = judge.load()
    assert net is not None
    one, two, far = (net.narrowed(told[name]) for name in ("one", "two", "far"))
    near, apart = judge.likely(net, [(one, two), (one, far)])
    assert near > judge.LIKELY > apart
    assert net.reader == parse(STORIES["far"]).reader


def test_one_bold_pair_joins_no_groups() -> None:
    near = [((0, 1), 0.9), ((2, 3), 0.9), ((1, 2), 0.95)]
    assert groups(4, near, 0.5) == [[0], [1, 2], [3]]
    assert groups(4, [((0, 1), 0.9), ((2, 3), 0.8), ((1, 2), 0.6)], 0.5) == [[0, 1], [2, 3]]
    assert groups(0, [], 0.5) == []


@settings(max_examples=40)
@given(st.integers(1, 12), st.randoms(use_true_random=False))
def test_groups_part_all_and_order_of_pairs_decides_nothing(count: int, chance: random.Random) -> None:
    values = {(i, j): chance.random() for j in range(count) for i in range(j)}
    rows = list(values.items())
    found = groups(count, rows, 0.5)
    assert sorted(each for group in found for each in group) == list(range(count))
    chance.shuffle(rows)
    assert groups(count, rows, 0.5) == found
