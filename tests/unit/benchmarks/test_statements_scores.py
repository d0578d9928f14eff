"""Spans are scored by kind, and whole attributions one to one."""

from pathlib import Path

import pytest

from benchmarks import statements
from throughline.model import Article, Attribution, Findings, Parse, Stretch

_TEXT = "Ann said rain fell. Bob denied it.\n"
_GOLD = """T1\tSource 0 3\tAnn
T2\tCue 4 8\tsaid
T3\tContent 9 18\train fell
T4\tAttribution 4 8\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T5\tSource 20 23\tBob
T6\tCue 24 30\tdenied
T7\tContent 31 33\tit
T8\tAttribution 24 30\tdenied
E2\tAttribution:T8 Content:T7 Cue:T6 Source:T5
"""


def _set(folder: Path) -> None:
    for name in ("text", "attributions"):
        (folder / name).mkdir()
    (folder / "text" / "a.txt").write_text(_TEXT)
    (folder / "attributions" / "a_0f0f.ann").write_text(_GOLD)


def _nothing(_article: Article, _parse: Parse, _earlier: Findings) -> tuple[()]:
    return ()


def test_heads_are_scored_beside_the_finder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _set(tmp_path)
    ann, said, rain = Stretch(0, 3), Stretch(4, 8), Stretch(9, 13)
    seen = Parse(
        (), (), attributions=(Attribution(ann, said, (rain,)), Attribution(ann, Stretch(24, 30), (Stretch(31, 33),)))
    )
    monkeypatch.setattr("throughline.reader.read", lambda _article: seen)
    for finder in ("statements", "mentions", "times"):
        monkeypatch.setattr(f"throughline.annotate.{finder}.find", _nothing)
    scores = statements.run(tmp_path)
    assert scores["documents"] == 1
    assert scores["heads.cue.exact.f1"] == 1.0
    assert scores["heads.source.exact.precision"] == 1.0  # Ann serves two cues, and is one span
    assert scores["heads.source.exact.recall"] == 0.5
    assert scores["heads.content.exact.recall"] == 0.5
    assert scores["heads.content.overlap.f1"] == 1.0
    assert scores["heads.linked.f1"] == 0.5  # the second has another's source
    assert scores["linked.f1"] == scores["cue.exact.f1"] == 0.0


def test_one_of_ours_pairs_with_one_of_theirs() -> None:
    cue, content = frozenset({1}), frozenset({2, 3})
    whole = {"cue": cue, "content": content}
    assert statements.linked([whole, whole], [whole]) == 1
    assert statements.linked([whole], [{"cue": cue, "content": frozenset({9})}]) == 0
