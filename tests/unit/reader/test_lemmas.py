"""Dictionary forms."""

import pytest

from throughline.reader.lemmas import lemma

_CASES = """
said VERB VBD say | was AUX VBD be | were AUX VBD be | been AUX VBN be | 's AUX VBZ be | 've AUX VBP have
wo AUX MD will | has AUX VBZ have | n't PART RB not | them PRON PRP they | his PRON PRP$ his
these DET DT this | an DET DT a | troops NOUN NNS troops | men NOUN NNS man | children NOUN NNS child
countries NOUN NNS country | crises NOUN NNS crisis | bases NOUN NNS base | buses NOUN NNS bus
attacks NOUN NNS attack | spokeswomen NOUN NNS spokeswoman | people NOUN NNS people
headquarters NOUN NNS headquarters | businesses NOUN NNS business | heroes NOUN NNS hero | lives NOUN NNS life
houses NOUN NNS house | 1990s NOUN NNS 1990s | americans PROPN NNPS american | iraqis PROPN NNPS iraqi
planned VERB VBD plan | moved VERB VBD move | stopped VERB VBN stop | tried VERB VBD try
created VERB VBN create | killed VERB VBN kill | visited VERB VBD visit | cancelled VERB VBD cancel
led VERB VBD lead | lay VERB VBD lie | withdrew VERB VBD withdraw | re-elected VERB VBN re-elect
retook VERB VBD retake | born VERB VBN bear | hit VERB VBD hit | withdrawing VERB VBG withdraw
dying VERB VBG die | using VERB VBG use | planning VERB VBG plan | making VERB VBG make | goes VERB VBZ go
tries VERB VBZ try | watches VERB VBZ watch | uses VERB VBZ use | pushes VERB VBZ push | better ADJ JJR good
largest ADJ JJS large | biggest ADJ JJS big | earlier ADV RBR early | worst ADJ JJS bad | more ADJ JJR more
easier ADJ JJR easy | better ADV RBR well | taller ADJ JJR tall | tweeted VERB VBD tweet
blogging VERB VBG blog | defunded VERB VBN defund | criticised VERB VBD criticise
"""
_ROWS = [row.split() for line in _CASES.strip().splitlines() for row in line.split("|")]


@pytest.mark.parametrize(("form", "tag", "xpos", "base"), _ROWS)
def test_lemma(form: str, tag: str, xpos: str, base: str) -> None:
    assert lemma(form, tag, xpos) == base


@pytest.mark.parametrize("form", ["", "s", "ed", "ing", "-", "--", "es", "'s", "-ed", "x-", "ies", "\x00s", "ссs"])
@pytest.mark.parametrize("xpos", ["NNS", "VBZ", "VBD", "VBG", "JJR", "RBS", "VB"])
def test_no_form_is_too_odd(form: str, xpos: str) -> None:
    assert isinstance(lemma(form, "VERB" if xpos[0] == "V" else "NOUN", xpos), str)
