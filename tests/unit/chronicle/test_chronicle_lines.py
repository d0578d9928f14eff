"""Which lines a chronicle shows, in which words, and with whom: classes of what an editor struck out."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.chronicle.pieces import Deed, Line, Piece
from throughline.chronicle.entries import chronicle
from throughline.chronicle.headlines import fitness, opening
from throughline.chronicle.query import Query
from throughline.ledger.view import View
from throughline.model import Plover

Look = Callable[..., View]

MONDAY = date(2014, 3, 3)
TUESDAY = date(2014, 3, 4)


@pytest.mark.parametrize(
    ("words", "trigger", "shown"),
    [
        ("The mayor denies any fault On 8 February, 2014, the mayor left office.", "left", "On 8 February"),
        ("Fans outside the court The judge said that the trial would go on.", "said", "The judge said"),
        ("Ships off Port Elm The storm has closed the harbour for a week.", "closed", "The storm"),
        ("6 January 2014 Last updated at 18:51 GMT The oil firm has closed its well.", "closed", "The oil firm"),
        ("Page last updated at 08:14 GMT, Tuesday, 8 November 2014 Velm has a new mayor today.", "", "Velm has"),
        ("Host | 12:20 UK time, Monday, 3 March 2014 Readers of the page reflect on the tides.", "", "Readers of"),
        ("The mayor looked on as the verdict was read out 1 November 2014 The mayor left Velm.", "left", "1 Nov"),
        ("PORT ELM, Orvania (North Wire) - The mayor has closed the harbour.", "closed", "The mayor"),
        ("VELM -- “We left,” the mayor said on Monday at the gate.", "said", "“We left"),
        ("OPEC - a club of oil states - met in Velm on Monday.", "met", "OPEC"),
        ("The trial was moved from 1 November 2014 Tarn said in a note.", "said", "The trial"),
        ("The mayor denies any fault On 8 February, 2014, the court sat again.", "denies", "The mayor denies"),
        ("Talks in The Hague on the future of the harbour went on.", "went", "Talks in The Hague"),
        ("He played with a band called The Lanterns for nine years.", "played", "He played"),
        ("At 14:30 the mayor left the harbour by the eastern gate.", "left", "At 14:30"),
        ("Trading stopped at 14:30 GMT After a day of heavy losses, they fell again.", "fell", "Trading stopped"),
        ("On Monday the mayor of Velm signed the accord on fishing.", "signed", "On Monday"),
    ],
)
def test_a_line_begins_after_stamps_and_captions(words: str, trigger: str, shown: str) -> None:
    assert words[opening(words, trigger) :].startswith(shown)


@given(st.text(max_size=300), st.text(max_size=9))
def test_every_line_is_the_end_of_its_sentence(words: str, trigger: str) -> None:
    start = opening(words, trigger)
    assert start == 0 or (words[start - 1].isspace() and words[start:].strip())
    assert 0 <= fitness(words) <= 1


def test_fact_boxes_and_readers_comments_are_no_lines() -> None:
    box = "Born: 29 August 1961, Velm Also known as: The Lantern Biggest hits: Harbour, Tide, Light"
    assert fitness(box) < 0.1 * fitness("The singer was born in the port of Velm on 29 August 1961.")
    assert fitness("At 07:59 am on 16 Jun 2014, ruffled wrote: It is too late to ask what the mayor should do.") < 0.2
    quoted = "The mayor said on Monday: “We shall rebuild the harbour.”"
    assert fitness(quoted) > 0.5


@pytest.mark.parametrize(
    "leaning", ["On Friday they hit a low of nine marks.", "The move comes a day after the port of Velm closed."]
)
def test_what_leans_on_the_sentence_before_is_no_good_line(leaning: str) -> None:
    assert fitness(leaning) <= 0.5 * fitness("On Friday the shares of Velm Oil hit a low of nine marks.")


def test_the_words_shown_stand_in_the_article(look: Look) -> None:
    glued = Line(
        "The mayor denies any fault On Monday the mayor of Velm left office.",
        (Deed("left", actor="mayor", when=MONDAY),),
        ("Monday", MONDAY),
    )
    view = look([Piece((glued,), TUESDAY)])
    (entry,) = chronicle(view).entries
    line = entry.happening.headline
    assert line.words == "On Monday the mayor of Velm left office."
    assert view.texts([line.article])[line.article][line.start : line.end] == line.words


TODAY = Line(
    "The harbour council of Velm closed the lighthouse on Monday.",
    (Deed("closed", actor="The harbour council of Velm", when=MONDAY),),
    ("Monday", MONDAY),
)


def test_the_distant_past_opens_no_short_chronicle_unless_asked_for(look: Look) -> None:
    founded = date(1958, 8, 29)
    past = Line(
        "The harbour council of Velm opened the lighthouse on 29 August 1958.",
        (Deed("opened", actor="The harbour council of Velm", when=founded),),
        ("29 August 1958", founded),
    )
    later = [Piece((past,), TUESDAY + timedelta(days=day), f"Courier {day}") for day in range(3)]
    view = look([Piece((TODAY, past), TUESDAY, "Harbour Times"), *later])
    (first,) = chronicle(view, Query(top=1)).entries
    assert first.happening.when is not None
    assert first.happening.when.edtf == "2014-03-03"
    asked = chronicle(view, Query(end=date(1999, 12, 31), top=1)).entries
    assert [one.happening.when.edtf for one in asked if one.happening.when] == ["1958-08-29"]


def test_what_happened_just_before_the_first_article_still_leads(look: Look) -> None:
    view = look([Piece((TODAY,), date(2014, 3, 10)), Piece((TODAY,), date(2014, 3, 20), "Vale Courier")])
    (first,) = chronicle(view, Query(days=1)).entries
    assert first.happening.when is not None
    assert first.happening.when.edtf == "2014-03-03"


def test_an_article_on_something_else_leads_no_chronicle(look: Look) -> None:
    guide = [
        Line(f"Concert number {count} is broadcast from hall {count} on Tuesday.", day=("Tuesday", TUESDAY))
        for count in range(12)
    ]
    stray = Line("The harbour lighthouse band of Velm plays in hall nine on Tuesday.", day=("Tuesday", TUESDAY))
    pieces = [Piece((TODAY,), TUESDAY + timedelta(days=day), f"Courier {day}") for day in range(4)]
    view = look([*pieces, Piece((*guide, stray), TUESDAY, "Guide")])
    (first,) = chronicle(view, Query(top=1)).entries
    assert "lighthouse on Monday" in first.happening.headline.words


def test_who_takes_part_is_said_by_the_line_or_by_most(look: Look) -> None:
    attack = Line(
        "Gunmen attacked the harbour barracks in Velm on Monday and killed four recruits.",
        (Deed("attacked", Plover.ASSAULT, actor="Gunmen", when=MONDAY),),
        ("Monday", MONDAY),
    )
    misread = Line(
        "But four recruits at the harbour barracks in Velm were killed by gunmen, whom officials attacked on Monday.",
        (Deed("attacked", Plover.ASSAULT, actor="officials", when=MONDAY),),
        ("Monday", MONDAY),
    )
    (entry,) = chronicle(look([Piece((attack,), TUESDAY), Piece((misread,), TUESDAY, "Vale Courier")])).entries
    assert entry.happening.reports == 2
    assert entry.actors == ("Gunmen",)


def test_one_actor_by_fewer_or_more_words_is_one(look: Look) -> None:
    short = Line(
        "The Lantern had burned for a day before the Lantern sank in deep water on Monday.",
        (Deed("sank", actor="the Lantern", when=MONDAY),),
        ("Monday", MONDAY),
    )
    long = Line(
        "The ferry Lantern sank in deep water on Monday, two days after a fire on board.",
        (Deed("sank", actor="The ferry Lantern", when=MONDAY),),
        ("Monday", MONDAY),
    )
    (entry,) = chronicle(look([Piece((short,), TUESDAY), Piece((long,), TUESDAY, "Vale Courier")])).entries
    assert entry.happening.reports == 2


def test_what_is_told_day_after_day_is_of_its_first_day(look: Look) -> None:
    tuesday = Line(
        "The harbour council of Velm closed the lighthouse, as the mayor confirmed again on Tuesday.",
        (Deed("closed", actor="The harbour council of Velm", when=TUESDAY),),
        ("Tuesday", TUESDAY),
    )
    pieces = [Piece((tuesday,), date(2014, 3, 5), f"Courier {count}") for count in range(2)]
    view = look([Piece((TODAY,), TUESDAY), Piece((TODAY,), TUESDAY, "Vale Courier"), *pieces])
    found = chronicle(view, Query(days=2)).entries
    assert [one.happening.when.edtf for one in found if one.happening.when] == ["2014-03-03"]
