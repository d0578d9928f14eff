"""ECB+ files: mentions of actions in annotated sentences, their events; broken files are passed by."""

from pathlib import Path

from benchmarks import ecb

PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<Document doc_name="1_1ecb.xml" doc_id="1">
<token t_id="1" sentence="0" number="0">The</token>
<token t_id="2" sentence="0" number="1">mayor</token>
<token t_id="3" sentence="0" number="2">stepped</token>
<token t_id="4" sentence="0" number="3">down</token>
<token t_id="5" sentence="3" number="0">Rain</token>
<token t_id="6" sentence="3" number="1">fell</token>
<Markables>
<ACTION_OCCURRENCE m_id="10"><token_anchor t_id="3"/><token_anchor t_id="4"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="11"><token_anchor t_id="6"/></ACTION_OCCURRENCE>
<HUMAN_PART_PER m_id="12"><token_anchor t_id="2"/></HUMAN_PART_PER>
<ACTION_OCCURRENCE m_id="20" RELATED_TO="" TAG_DESCRIPTOR="t1_step_down" instance_id="ACT1"/>
</Markables>
<Relations>
<CROSS_DOC_COREF r_id="1" note="ACT1"><source m_id="10"/><target m_id="20"/></CROSS_DOC_COREF>
</Relations>
</Document>"""


def test_sentences_with_links_are_the_annotated_ones(tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()
    (tmp_path / "1" / "1_1ecb.xml").write_text(PAGE, "utf-8")
    (tmp_path / "broken.xml").write_text("<Document><token", "utf-8")
    (tmp_path / "other.xml").write_text("<other/>", "utf-8")
    (item,) = ecb.read(tmp_path)
    assert item.sentences == (("The", "mayor", "stepped", "down"), ("Rain", "fell"))
    assert item.complete == {0}
    assert item.told == (ecb.Told((2, 3), "ACT1"),)
    assert ecb.words(item.sentences) == "The mayor stepped down\nRain fell"


def test_a_table_says_which_sentences_are_annotated(tmp_path: Path) -> None:
    (tmp_path / "1_1ecb.xml").write_text(PAGE, "utf-8")
    (tmp_path / "some.csv").write_text("Topic,File,Sentence Number\n1,1ecb,3\n", "utf-8")
    (item,) = ecb.read(tmp_path)
    assert item.told == (ecb.Told((5,), "1_1ecb 11"),)
