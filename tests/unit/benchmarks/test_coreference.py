"""The benchmark of pronouns reads GUM's annotation, and counts an answer right when it names the right one."""

from pathlib import Path

import pytest

from benchmarks import coreference

WORDS = (
    ("Ann", "PROPN", "Entity=(1-person-new-sssss-cf1-1-coref-Ann_Orvil"),
    ("Orvil", "PROPN", "Entity=1)"),
    ("met", "VERB", "_"),
    ("Mark", "PROPN", "Entity=(2-person-new-sssss-cf2-1-sgl"),
    ("Belim", "PROPN", "Entity=2)|SpaceAfter=No"),
    (".", "PUNCT", "_"),
)
AFTER = (("She", "PRON", "Entity=(1-person-giv:act-sssss-cf1-1-ana-Ann_Orvil)"), ("left", "VERB", "_"))


def sentence(words: tuple[tuple[str, str, str], ...], text: str) -> str:
    rows = (f"{i}\t{w}\t{w}\t{tag}\t_\t_\t0\tdep\t_\t{misc}" for i, (w, tag, misc) in enumerate(words, 1))
    return "\n".join([f"# text = {text}", *rows, "", ""])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    head = "# newdoc id = one\n# meta::genre = news\n# newpar\n"
    body = sentence(WORDS, "Ann Orvil met Mark Belim.") + sentence(AFTER, "She left early.")
    (tmp_path / "some.conllu").write_text(head + body, "utf-8")
    return tmp_path


def test_a_document_has_its_text_and_mentions(folder: Path) -> None:
    (document,) = coreference.read(folder / "some.conllu")
    assert document.text == "Ann Orvil met Mark Belim. She left early."
    told = [(document.text[g.start : g.end], g.entity, g.type) for g in document.golds]
    assert told == [("Ann Orvil", "1", "person"), ("Mark Belim", "2", "person"), ("She", "1", "person")]


def test_the_right_answer_counts(folder: Path) -> None:
    scores = coreference.run(folder)
    assert (scores["documents"], scores["f1"]) == (1, 1.0)


def test_an_empty_folder_has_no_scores(tmp_path: Path) -> None:
    assert coreference.run(tmp_path) == {}
