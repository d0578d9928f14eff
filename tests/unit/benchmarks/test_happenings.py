"""The benchmark of happenings on two invented articles: every score is there, and predictions name the mentions."""

import json
from pathlib import Path

import pytest

from benchmarks import happenings

FIRST = ("Mayor Ilse Kern of Varnholt resigned on Tuesday .", 5, "ACT1")
SECOND = ("On Tuesday Varnholt mayor Ilse Kern resigned over the harbour .", 6, "ACT1")


def write(folder: Path, name: str, words: str, at: int, event: str) -> None:
    tokens = "".join(
        f'<token t_id="{number}" sentence="0" number="{number}">{word}</token>'
        for number, word in enumerate(words.split())
    )
    mention = f'<ACTION_OCCURRENCE m_id="1"><token_anchor t_id="{at}"/></ACTION_OCCURRENCE>'
    link = f'<CROSS_DOC_COREF r_id="2" note="{event}"><source m_id="1"/><target m_id="9"/></CROSS_DOC_COREF>'
    page = f"<Document>{tokens}<Markables>{mention}</Markables><Relations>{link}</Relations></Document>"
    (folder / f"{name}.xml").write_text(page, "utf-8")


def test_two_reports_of_one_event(tmp_path: Path) -> None:
    write(tmp_path, "1_1ecb", *FIRST)
    write(tmp_path, "1_2ecb", *SECOND)
    out = tmp_path / "out"
    out.mkdir()
    scores = happenings.run(tmp_path, out)
    assert scores["mentions"] == 2
    assert scores["bcubed_f1"] == pytest.approx(1)
    assert scores["predicted.mention_recall"] == 1
    assert {"conll_f1", "predicted.conll_f1", "finder.conll_f1", "lemma.conll_f1"} <= set(scores)
    rows = [json.loads(line) for line in (out / "happenings.jsonl").read_text("utf-8").splitlines()]
    assert rows == [
        {"id": "1_1ecb", "tokens": [5], "happening": 0},
        {"id": "1_2ecb", "tokens": [6], "happening": 0},
    ]


def test_a_folder_without_articles_has_no_scores(tmp_path: Path) -> None:
    assert happenings.run(tmp_path) == {}
