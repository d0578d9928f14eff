"""Grammar is scored word by word against a treebank, relations without their subtypes."""

from pathlib import Path

import pytest

from benchmarks import syntax
from throughline.model import Parse, Sentence, Token

_TREE = """# newdoc id = one
# sent_id = one-1
1\tDogs\tdog\tNOUN\tNNS\t_\t3\tnsubj:pass\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_
3\tbark\tbark\tVERB\tVB\t_\t0\troot\t_\t_
3.1\tgone\t_\t_\t_\t_\t_\t_\t_\t_

# sent_id = one-2
1\tCats\tcat\tNOUN\tNNS\t_\t0\troot\t_\t_
"""


def _parse(sentences: list[list[str]]) -> Parse:
    words = [word for sentence in sentences for word in sentence]
    assert words == ["Dogs", "do", "bark", "Cats"]
    tokens = (
        Token(0, 4, "Dogs", "dogs", "NOUN", "dog", 2, "nsubj", "NNS"),
        Token(5, 7, "do", "do", "VERB", "do", 2, "cop", "VBP"),
        Token(8, 12, "bark", "bark", "VERB", "barks", -1, "root", "VB"),
        Token(13, 17, "Cats", "cats", "NOUN", "cat", -1, "root", "NNS"),
    )
    return Parse(tokens, (Sentence(0, 3, 0, 12, 0), Sentence(3, 4, 13, 17, 1)), has_grammar=True)


def test_each_score_is_a_share_of_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "some.conllu").write_text(_TREE)
    monkeypatch.setattr(syntax, "parse_words", _parse)
    assert syntax.run(tmp_path) == {
        "upos": 0.75,
        "uas": 1.0,
        "las": 0.75,
        "xpos": 1.0,
        "lemma": 0.75,
        "sentences": 2,
        "words": 4,
    }


def test_a_folder_without_treebanks_has_no_scores(tmp_path: Path) -> None:
    assert syntax.run(tmp_path) == {}
