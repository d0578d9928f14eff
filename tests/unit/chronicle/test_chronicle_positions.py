"""Stances of one speaker on one matter: what is listed, and what counts as a change."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

import throughline
from throughline.annotate.claims import Claim
from throughline.annotate.claims.terms import FORCES, Told
from throughline.chronicle.actors import Naming
from throughline.chronicle.worded import holds
from throughline.model import Declared, Position
from throughline.story import Story
from throughline.tables.stances import Force

DAYS = [date(2014, 3, 3), date(2014, 4, 7), date(2014, 5, 12), date(2014, 6, 2)]
STAY = "President Dora Venn of Orvania said on Monday that she would not resign."
REFUSE = "President Dora Venn of Orvania has refused to resign."
GO = 'President Dora Venn of Orvania said on Friday: "I will resign in June."'
Tell = Callable[[Sequence[str]], Story]


@pytest.fixture
def tell(tmp_path: Path) -> Tell:
    """Read a page of each sentence, a day apart."""

    def make(sentences: Sequence[str]) -> Story:
        story = throughline.open(tmp_path / "venn.story")
        for number, sentence in enumerate(sentences):
            page = tmp_path / f"{number}.txt"
            page.write_text(f"News of Orvania {number}\n\nVELM, Orvania - {sentence} Rain fell in Velm.\n")
            story.add([str(page)], Declared(published=DAYS[number].isoformat()))
        return story

    return make


def of_venn(story: Story) -> tuple[Position, ...]:
    return tuple(one for one in story.positions(by="Venn") if "office" in one.matter)


def test_what_is_said_again_is_one_position(tell: Tell) -> None:
    (position,) = of_venn(tell([STAY, REFUSE]))
    assert [stance.known for stance in position.stances] == DAYS[:2]
    assert [stance.holds for stance in position.stances] == [
        "will: Dora Venn staying in office",
        "refuses: Dora Venn leaving office",
    ]
    assert not position.has_changed


def test_a_change_quotes_both(tell: Tell) -> None:
    (position,) = of_venn(tell([STAY, REFUSE, GO]))
    assert position.has_changed
    assert position.stances[-1].was == position.stances[-2].evidence


def test_who_goes_to_and_fro_has_not_changed(tell: Tell) -> None:
    (position,) = of_venn(tell([STAY, GO, REFUSE]))
    assert not position.has_changed


def test_as_of_a_day_before_the_change(tell: Tell) -> None:
    story = tell([STAY, GO])
    (before,) = story.positions(by="Venn", as_of=DAYS[0])
    assert len(before.stances) == 1
    assert not before.has_changed


def test_why_explains_a_position(tell: Tell) -> None:
    story = tell([STAY, REFUSE])
    (position,) = of_venn(story)
    told = story.why(position.id)
    assert told.kind == "position"
    assert any(REFUSE in part.words for part in told.parts)


MINISTER = "Defence Minister Karl Osten said on Tuesday that the trainers must leave Brezk."
AGAIN = "At a dinner in the capital, Karl Osten argued that the foreign trainers should not stay in Brezk."
QUOTED = '"The trainers must stay in Brezk," Prime Minister Dora Venn told parliament on Monday.'


def test_a_quote_with_must_is_a_position(tell: Tell) -> None:
    (position,) = tell([QUOTED]).positions(by="Venn")
    assert [stance.holds for stance in position.stances] == ["wants: trainers staying in Brezk"]


def test_leaving_a_town_and_not_staying_there_is_one(tell: Tell) -> None:
    (position,) = tell([MINISTER, AGAIN]).positions(by="Osten")
    assert [stance.holds for stance in position.stances] == [
        "wants: forces leaving Brezk",
        "wants: foreign trainers leaving Brezk",
    ]


def test_whom_a_speaker_names_wants_it(tell: Tell) -> None:
    (position,) = tell(['"Karl Osten has asked the trainers to stay," Mayor Lena Hask said on Friday.']).positions()
    assert (position.actor.name, position.stances[0].holds) == ("Karl Osten", "wants: trainers staying")


def test_who_is_to_leave_a_place_is_not_the_place() -> None:
    terms = frozenset({FORCES, "name:brezk"})
    nobody: frozenset[str] = frozenset()
    told = Told(terms, terms, nobody, nobody, *(False,) * 3, "", "", said="name:brezk", place="Brezk")
    claim = Claim(
        "article-1", 0, 40, 20, "withdraw", frozenset({("presence", -1)}), Force.WISH, "", told, is_aside=False
    )
    assert holds(claim, "presence", -1, Naming({}, {"name:brezk": "Brezk"})) == "wants: forces leaving Brezk"


def test_what_others_say_that_somebody_wants_is_among_his_positions(tell: Tell) -> None:
    story = tell(['"Karl Osten has asked Orvania\'s trainers to stay," Mayor Lena Hask said on Friday.'])
    (position,) = story.positions(by=next(one for one in story.actors() if one.name == "Karl Osten"))
    assert position.stances[0].holds == "wants: Orvania's trainers staying"
    assert story.positions(by="Osten") == (position,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Karl Osten said he had to leave the room for two minutes.",
        "The executors of the estate said Karl Osten got a platform, and demanded that the screening be cancelled.",
        "Karl Osten's sister Mara decided not to attend the inquiry.",
        "Lawyers for Karl Osten told the court they would drop the argument.",
        "Karl Osten dismissed calls to halt the drilling programme.",
        "Karl Osten gave no indication that he would step down.",
        "Karl Osten has been asked to attend the hearing in Velm.",
        "Karl Osten is expected to continue testifying on Friday.",
    ],
)
def test_no_position(tell: Tell, sentence: str) -> None:
    assert tell([sentence]).positions(by="Osten") == ()
