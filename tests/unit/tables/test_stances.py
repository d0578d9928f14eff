"""Words that stand for and against."""

import pytest

from throughline.tables.stances import Force, forces, lemmas, poles


def test_no_word_stands_on_both_sides_of_a_matter() -> None:
    for (part, word), sides in poles().items():
        matters = [matter for matter, _ in sides]
        assert len(matters) == len(set(matters)), f"{part} {word}"


def test_every_matter_has_two_sides() -> None:
    found: dict[str, set[int]] = {}
    for sides in poles().values():
        for matter, pole in sides:
            found.setdefault(matter, set()).add(pole)
    assert {matter for matter, signs in found.items() if len(signs) < 2} <= {"talks"}


@pytest.mark.parametrize(
    ("part", "word", "force", "sign"),
    [
        ("verb", "want", Force.WISH, 1),
        ("verb", "plan", Force.WILL, 1),
        ("verb", "refuse", Force.REFUSAL, -1),
        ("verb", "rule out", Force.REFUSAL, -1),
        ("verb", "fear", Force.OPEN, 1),
        ("verb", "negotiate", None, 1),
        ("noun", "thought", Force.NONE, 1),
    ],
)
def test_what_a_word_makes_of_what_hangs_on_it(part: str, word: str, force: Force | None, sign: int) -> None:
    assert forces()[part, word] == (force, sign)


def test_forms_lead_to_their_verb() -> None:
    assert {lemmas()[form] for form in ("withdrew", "withdrawn", "withdrawing")} == {"withdraw"}
