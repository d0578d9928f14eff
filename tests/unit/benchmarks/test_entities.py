"""Entities are scored by token and type, the reader's names beside the finder's mentions."""

from pathlib import Path

import pytest

from benchmarks import entities
from throughline.model import Article, Findings, Name, Parse, Token

_GOLD = "Ann\tB-Person\nGray\tI-Person\npaid\tO\n$\tB-Money\n5\tI-Money\n\nOslo\tB-Location\n"


def _parse_words(sentences: list[list[str]]) -> Parse:
    assert sentences == [["Ann", "Gray", "paid", "$", "5"], ["Oslo"]]
    tokens, at = [], 0
    for word in ("Ann", "Gray", "paid", "$", "5", "Oslo"):
        tokens.append(Token(at, at + len(word), word, word.lower()))
        at += len(word) + 1
    return Parse(tuple(tokens), (), names=(Name(0, 8, "Person"), Name(14, 15, "Money"), Name(18, 22, "Location")))


def _read(article: Article) -> Parse:
    assert article.text == "Ann Gray paid $ 5 \n\nOslo "
    return Parse((), (), names=(Name(14, 17, "Money"), Name(20, 24, "Location")))


def _nobody(_article: Article, _parse: Parse, _earlier: Findings) -> tuple[()]:
    return ()


def test_mentions_and_names_are_scored_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.tsv").write_text(_GOLD)
    monkeypatch.setattr("throughline.reader.read", _read)
    monkeypatch.setattr("throughline.reader.parse_words", _parse_words)
    monkeypatch.setattr("throughline.annotate.mentions.find", _nobody)
    scores = entities.run(tmp_path)
    assert scores["precision"] == 1.0  # the place is a matter of mentions, of which there are none
    assert scores["recall"] == pytest.approx(1 / 3)
    assert scores["heads.precision"] == scores["heads.recall"] == pytest.approx(2 / 3)
    assert scores["documents"] == 1
