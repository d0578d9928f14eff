"""Roots of predicates: what the classifier reads, and what it does without weights or states."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from throughline.model import Parse, Plover, Sentence, Token
from throughline.reader import roots
from throughline.reader.roots import ROOTS, Layers, features, joining


def _parse() -> Parse:
    rows = [
        ("Norland", "PROPN", 1, "nsubj"),
        ("accused", "VERB", -1, "root"),
        ("the", "DET", 3, "det"),
        ("Senn", "PROPN", 1, "obj"),
        ("of", "ADP", 5, "case"),
        ("spying", "NOUN", 1, "obl"),
    ]
    tokens, at = [], 0
    for text, tag, head, relation in rows:
        tokens.append(Token(at, at + len(text), text, text.lower(), tag, head=head, relation=relation))
        at += len(text) + 1
    states = np.arange(len(rows) * 4, dtype=np.float16).reshape(len(rows), 4)
    return Parse(
        tuple(tokens), (Sentence(0, len(rows), 0, at - 1, 0),), has_grammar=True, reader="ours-1", states=states
    )


def _layers(size: int, favoured: str) -> Layers:
    out = np.zeros((2, len(ROOTS)), dtype=np.float32)
    bias = np.zeros(len(ROOTS), dtype=np.float32)
    bias[ROOTS.index(favoured)] = 5.0
    return Layers(np.zeros((size, 2), dtype=np.float32), np.zeros(2, dtype=np.float32), out, bias, "ours-1")


def test_parties_meet_at_their_predicate() -> None:
    assert joining(_parse(), 0, 3) == 1
    assert joining(_parse(), None, 5) == 1


def test_a_party_inside_the_other_meets_it_at_what_governs_both() -> None:
    parse = _parse()
    within = replace(parse, tokens=(*parse.tokens[:5], parse.tokens[5]._replace(head=3)))
    assert joining(within, 3, 5) == 1


def test_parties_are_needed() -> None:
    with pytest.raises(ValueError, match="one party"):
        joining(_parse(), None, None)


def test_a_missing_party_reads_as_nothing() -> None:
    whole, half = features(_parse(), 1, 0, 3), features(_parse(), 1, 0, None)
    assert whole.shape == half.shape
    assert not half[8:12].any()
    assert whole[8:12].tolist() == [12.0, 13.0, 14.0, 15.0]


def test_the_table_speaks_for_the_predicate() -> None:
    start = 5 * 4
    assert features(_parse(), 1, 0, 3)[start + ROOTS.index("ACCUSE")] > 0


def test_without_states_or_weights_there_is_no_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert roots.load(tmp_path / "roots.npz") is None
    monkeypatch.setattr(roots, "load", lambda: None)
    assert roots.root(_parse(), 1, 0, 3) is None
    monkeypatch.setattr(roots, "load", lambda: _layers(1, "ACCUSE"))
    assert roots.root(replace(_parse(), states=None), 1, 0, 3) is None
    with pytest.raises(ValueError, match="states"):
        features(replace(_parse(), states=None), 1, 0, 3)


def test_another_readers_states_tell_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    size = len(features(_parse(), 1, 0, 3))
    monkeypatch.setattr(roots, "load", lambda: _layers(size, "ACCUSE"))
    assert roots.roots(replace(_parse(), reader="ours-2"), 1, 0, 3) == {}


def test_the_likeliest_root_comes_with_its_probability(monkeypatch: pytest.MonkeyPatch) -> None:
    size = len(features(_parse(), 1, 0, 3))
    monkeypatch.setattr(roots, "load", lambda: _layers(size, "REJECT"))
    found = roots.root(_parse(), 1, 0, 3)
    assert found is not None
    assert found[0] is Plover.REJECT
    assert 0.9 < found[1] < 1.0
    assert sum(roots.roots(_parse(), 1, 0, 3).values()) == pytest.approx(1.0)


def test_the_older_yield_is_a_concession_where_nothing_says_retreat(monkeypatch: pytest.MonkeyPatch) -> None:
    size = len(features(_parse(), 1, 0, 3))
    monkeypatch.setattr(roots, "load", lambda: _layers(size, roots.YIELD))
    found = roots.root(_parse(), 1, 0, 3)
    assert found is not None
    assert found[0] is Plover.CONCEDE
