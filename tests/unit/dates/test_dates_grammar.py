"""Tenses of the verb that governs a time, on parses written by hand."""

import pytest

from throughline.dates.edtf import parse_edtf
from throughline.dates.phrases.find import find_times
from throughline.dates.phrases.grammar import Tense, tense_at
from throughline.model import Sentence, Token

_TAGS = {"VB": "VERB", "NN": "NOUN", "IN": "ADP", "DT": "DET", "TO": "PART", "MD": "AUX", "PR": "PRON"}


def _tokens(rows: str) -> tuple[Token, ...]:
    """Make tokens from "word/xpos/head/relation/lemma"."""
    made: list[Token] = []
    start = 0
    for row in rows.split():
        word, xpos, head, relation, *lemma = row.split("/")
        tag = "AUX" if relation.startswith("aux") else "PROPN" if xpos == "NNP" else _TAGS[xpos[:2]]
        base = lemma[0] if lemma else word.lower()
        made.append(Token(start, start + len(word), word, word.lower(), tag, base, int(head), relation, xpos))
        start += len(word) + 1
    return tuple(made)


@pytest.mark.parametrize(
    ("rows", "tense"),
    [
        ("They/PRP/1/nsubj left/VBD/-1/root/leave on/IN/3/case Friday/NNP/1/obl", Tense.PAST),
        ("They/PRP/2/nsubj will/MD/2/aux leave/VB/-1/root on/IN/4/case Friday/NNP/2/obl", Tense.FUTURE),
        ("They/PRP/2/nsubj would/MD/2/aux leave/VB/-1/root on/IN/4/case Friday/NNP/2/obl", Tense.WOULD),
        ("They/PRP/2/nsubj had/VBD/2/aux left/VBN/-1/root/leave on/IN/4/case Friday/NNP/2/obl", Tense.PLUPERFECT),
        ("They/PRP/2/nsubj have/VBP/2/aux left/VBN/-1/root/leave on/IN/4/case Friday/NNP/2/obl", Tense.PERFECT),
        ("It/PRP/1/nsubj ends/VBZ/-1/root/end on/IN/3/case Friday/NNP/1/obl", Tense.FIXED),
        ("They/PRP/2/nsubj are/VBP/2/aux leaving/VBG/-1/root/leave on/IN/4/case Friday/NNP/2/obl", Tense.FIXED),
        ("Talks/NNS/1/nsubj scheduled/VBN/-1/acl/schedule for/IN/3/case Friday/NNP/1/obl", Tense.FUTURE),
        (
            "They/PRP/1/nsubj agreed/VBD/-1/root/agree to/TO/3/mark meet/VB/1/xcomp on/IN/5/case Friday/NNP/3/obl",
            Tense.WOULD,
        ),
        ("He/PRP/1/nsubj says/VBZ/-1/root/say on/IN/3/case Friday/NNP/1/obl", None),
    ],
)
def test_the_verb_of_a_time_tells_its_tense(rows: str, tense: Tense | None) -> None:
    tokens = _tokens(rows)
    assert tense_at(tokens, len(tokens) - 1, len(tokens), 0) is tense


def test_heads_that_lead_nowhere_tell_nothing() -> None:
    assert tense_at(_tokens("on/IN/9/case Friday/NNP/9/obl"), 1, 2, 0) is None
    assert tense_at(_tokens("to/TO/1/mark go/VB/1/xcomp on/IN/3/case Friday/NNP/1/obl"), 3, 4, 0) is None


def test_a_time_before_to_is_not_the_infinitives_whatever_the_parse_says() -> None:
    rows = "They/PRP/1/nsubj asked/VBD/-1/root/ask in/IN/3/case May/NNP/5/obl to/TO/5/mark stay/VB/1/xcomp"
    assert tense_at(_tokens(rows), 3, 4, 0) is Tense.PAST


def test_a_verb_is_no_month_where_the_grammar_is_known() -> None:
    tokens = _tokens("May/MD/2/aux they/PRP/2/nsubj leave/VB/-1/root in/IN/4/case May/NNP/2/obl")
    text = "May they leave in May"
    found = list(find_times(text, tokens, (Sentence(0, 5, 0, 21, 0),), parse_edtf("2031-03-05")))
    assert [(t.start, t.value) for t in found] == [(18, "2031-05")]
