"""Words hang in their own clause; a plan that is called off is no plan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.annotate.test_events_worth import found as found_in
from throughline.annotate.events.ties import retie
from throughline.model import Status, Token

_TAGS = {"VB": "VERB", "NN": "NOUN", "MD": "AUX", "IN": "ADP", "CC": "CCONJ", ",": "PUNCT", "TO": "PART"}


def tokens(rows: str) -> list[Token]:
    """Make tokens from "word/xpos/head/relation"."""
    made, start = [], 0
    for row in rows.split():
        word, xpos, head, relation = row.split("/")
        made.append(Token(start, start + len(word), word, word, _TAGS[xpos[:2]], word, int(head), relation, xpos))
        start += len(word) + 1
    return made


def test_a_modal_before_a_verb_is_its_helper() -> None:
    found = tokens("norland/NN/2/nsubj will/MD/2/nsubj go/VB/-1/root")
    retie(found)
    assert found[1].relation == "aux"


def test_two_verbs_with_one_modal_are_joined_not_to_who_says_so() -> None:
    found = tokens(
        "he/NN/1/nsubj said/VBD/-1/root it/NN/4/nsubj would/MD/4/aux open/VB/1/ccomp and/CC/7/cc would/MD/7/aux "
        "close/VB/1/conj"
    )
    retie(found)
    assert found[7].head == 4


def test_what_stands_before_and_belongs_to_the_verb_before() -> None:
    found = tokens(
        "it/NN/1/nsubj left/VBD/-1/root by/IN/3/case may/NN/6/obl and/CC/6/cc they/NN/6/nsubj stayed/VBD/1/conj"
    )
    retie(found)
    assert found[3].head == 1


def test_what_stands_before_the_comma_of_he_said_belongs_to_what_he_said() -> None:
    found = tokens(
        "it/NN/1/nsubj ends/VBZ/6/ccomp in/IN/3/case may/NN/6/obl ,/,/6/punct he/NN/6/nsubj said/VBD/-1/root"
    )
    retie(found)
    assert found[3].head == 1


def test_a_second_subject_is_the_object_of_the_infinitive_before_it() -> None:
    found = tokens("plan/NN/4/nsubj to/TO/2/mark send/VB/0/acl men/NN/4/nsubj failed/VBD/-1/root")
    retie(found)
    assert (found[3].head, found[3].relation) == (2, "obj")


@given(
    st.lists(st.tuples(st.sampled_from(sorted(_TAGS)), st.integers(-1, 7), st.integers(0, 6)), min_size=8, max_size=8)
)
def test_no_arcs_break_it(drawn: list[tuple[str, int, int]]) -> None:
    relations = ("nsubj", "obj", "obl", "conj", "ccomp", "aux", "cc")
    made = [
        Token(at, at + 1, "w", "w", _TAGS[xpos], "w", head, relations[relation], xpos)
        for at, (xpos, head, relation) in enumerate(drawn)
    ]
    retie(made)
    assert all(token.head < len(made) for token in made)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Vestria will not send the 40 trainers to Port Elm.", "send"),
        ("Vestria won't send more trainers to Port Elm, Kell said.", "send"),
        ("Vestria has called off its plan to send 40 more trainers to Port Elm.", "send"),
        ("Vestria has dropped its plan to send 40 more trainers to Port Elm.", "send"),
        ("Vestria gave up plans to send troops to Port Elm.", "send"),
        ("The plan to send 40 more trainers has been called off.", "send"),
        ("Vestria has cancelled the delivery of 60 vehicles to Port Elm.", "delivery"),
        ("The delivery of 60 vehicles has been called off.", "delivery"),
        ("Vestria has called off talks with Kell.", "talks"),
    ],
)
def test_what_is_called_off_has_not_happened(text: str, trigger: str) -> None:
    assert found_in(text)[trigger].status is Status.NOT_HAPPENED


def test_the_undoing_is_told_beside_what_is_undone() -> None:
    assert found_in("Vestria has cancelled the delivery of 60 vehicles.")["cancelled"].status is Status.HAPPENED


def test_what_was_merely_not_done_is_no_event() -> None:
    assert "use" not in found_in("Vestria did not use the road.")
