"""Factuality is scored by correlation and distance, set by set."""

import json
from pathlib import Path

import pytest

from benchmarks import factuality
from throughline.model import Parse, Token


def _parse(sentences: list[list[str]]) -> Parse:
    scores = {"fell": 2.0, "rose": -1.0}
    ((*words,),) = sentences
    head = len(words) - 1
    return Parse(
        tuple(
            Token(0, 0, word, word, head=-1 if index == head else head, factuality=scores.get(word, 0.0))
            for index, word in enumerate(words)
        ),
        (),
        has_grammar=True,
    )


def _write(path: Path, *rows: tuple[str, list[int], float]) -> None:
    path.parent.mkdir(exist_ok=True)
    lines = ({"text": text, "targets": [{"span1": span, "label": label}]} for text, span, label in rows)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))


def test_the_largest_set_gives_the_headline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(factuality, "parse_words", _parse)
    _write(tmp_path / "news" / "dev.jsonl", ("it fell", [0, 2], 3.0), ("it rose", [1, 2], -3.0))
    _write(tmp_path / "news" / "train.jsonl", *[("it fell", [1, 2], -3.0)] * 9)
    _write(tmp_path / "rules" / "dev.jsonl", ("it fell", [1, 2], 2.0))
    scores = factuality.run(tmp_path)
    assert scores["targets"] == 2
    assert scores["pearson"] == pytest.approx(1.0)
    assert scores["mae"] == scores["news.mae"] == 1.5
    assert scores["rules.mae"] == 0.0


def test_what_does_not_vary_correlates_with_nothing() -> None:
    assert factuality.pearson([(1.0, 2.0), (1.0, 3.0)]) == 0.0


def test_targets_outside_the_sentence_are_left_out(tmp_path: Path) -> None:
    _write(tmp_path / "odd.jsonl", ("it fell", [7, 8], 1.0))
    assert factuality.run(tmp_path) == {}
