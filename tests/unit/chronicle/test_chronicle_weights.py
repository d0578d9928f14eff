"""Which days and which sentences weigh most: what an editor would put first."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest

from tests.unit.chronicle.pieces import Deed, Line, Piece
from throughline.chronicle.entries import chronicle
from throughline.chronicle.headlines import fitness, is_entry, opening
from throughline.chronicle.query import Query
from throughline.ledger.view import View
from throughline.model import Status

Look = Callable[..., View]

START = date(2014, 3, 3)
WEEK = timedelta(days=7)


def on(day: date) -> str:
    return f"{day:%B} {day.day}"


def told(words: str, day: date, trigger: str = "", status: Status = Status.HAPPENED) -> Line:
    """A sentence that names its day, and the event in it."""
    deeds = (Deed(trigger, status=status, when=day),) if trigger else ()
    return Line(f"{words} on {on(day)}.", deeds, (on(day), day))


def days(view: View, count: int) -> list[date]:
    found = chronicle(view, Query(days=count, per_day=1)).entries
    return [one.happening.when.first for one in found if one.happening.when and one.happening.when.first]


def lines(view: View, asked: Query) -> list[str]:
    return [one.happening.headline.words for one in chronicle(view, asked).entries]


def entries(days_and_words: Sequence[tuple[date, str]]) -> tuple[Line, ...]:
    """Entries of a chronology: "March 3 - The council meets"."""
    return tuple(Line(f"{on(day)} - {words}", (), (on(day), day)) for day, words in days_and_words)


LISTED = (
    (START, "Rebels of the harbour council of Velm take the lighthouse."),
    (START + timedelta(days=4), "The harbour council of Velm signs a truce with the rebels."),
    (START + timedelta(days=9), "The rebels leave the lighthouse of Velm to the harbour council."),
)
DULL = START + timedelta(days=6)


def dull(count: int) -> list[Piece]:
    """Articles that name a day of their own week."""
    words = (
        "Fog hid the harbour of Velm",
        "The harbour council of Velm sat in Carrow",
        "Gulls came to the harbour of Velm",
    )
    return [Piece((told(words[at], DULL),), DULL + timedelta(days=1), f"Courier {at}") for at in range(count)]


def test_the_days_of_a_chronology_come_first(look: Look) -> None:
    listing = Piece(entries(LISTED), START + timedelta(days=10), "Harbour Times")
    assert days(look([listing, *dull(2)]), 3) == [day for day, _ in LISTED]


def test_two_sentences_that_open_with_their_day_are_no_chronology(look: Look) -> None:
    pair = Piece(entries(LISTED[:2]), START + timedelta(days=5), "Harbour Times")
    assert DULL in days(look([pair, *dull(2)]), 1)


def test_what_lies_ahead_of_its_article_is_no_entry_of_a_chronology(look: Look) -> None:
    ahead = [(day + timedelta(days=365), words) for day, words in LISTED]
    listing = Piece(entries(ahead), START + timedelta(days=10), "Harbour Times")
    assert days(look([listing, *dull(2)]), 1) == [DULL]


def test_a_storys_end_is_not_less_than_its_beginning(look: Look) -> None:
    first, end = START, START + 10 * WEEK
    again = ("The harbour of Velm burned", "Fire took the harbour of Velm", "Velm lost its harbour to a fire")
    early = [Piece((told(again[0], first),), first + timedelta(days=1), "Courier")]
    early += [Piece((told(words, first),), first + 2 * WEEK, "Vale Times") for words in again[1:]]
    late = [
        Piece((told("The new harbour of Velm opened", end),), end + timedelta(days=1), "Courier"),
        Piece((told("Ships came to the new harbour of Velm", end),), end + timedelta(days=1), "Vale Times"),
    ]
    assert days(look([*early, *late]), 1) == [end]
    assert days(look([*early, *late, Piece((told("Velm slept", end + 9 * WEEK),), end + 9 * WEEK, "Courier")]), 1) == [
        first
    ]


def test_a_day_is_named_by_an_article_and_its_copies_once(look: Look) -> None:
    one, two = START, START + timedelta(days=20)
    printed = Piece((told("The harbour council of Velm closed the lighthouse", one),), one, "Courier")
    copies = [
        Piece(printed.lines, one, f"Lamp {at}", url=f"https://lamp.example/{at}", copies=printed) for at in range(4)
    ]
    others = ("The harbour council of Velm fell", "Velm lost its harbour council after a vote")
    news = [Piece((told(words, two),), two, f"Times {at}") for at, words in enumerate(others)]
    assert days(look([printed, *copies, *news]), 1) == [two]


def test_a_title_says_what_the_news_of_a_day_is(look: Look) -> None:
    both = (
        Line("Velm is a port."),
        told("Fishermen of Velm mended their nets", START),
        told("The ferry of Velm sank off the harbour", START),
    )
    plain = [Piece(both, START, "Courier"), Piece((told("Velm has a harbour", START + WEEK),), START + WEEK, "Times")]
    titled = [Piece(both, START, "Courier", title="Velm ferry sinks off harbour"), plain[1]]
    nets = [Piece(both, START, "Courier", title="Velm fishermen mend nets"), plain[1]]
    asked = Query(days=1, per_day=1, end=START)
    assert "ferry" in lines(look(titled), asked)[0]
    assert "nets" in lines(look(nets), asked)[0]


def test_a_plan_whose_day_is_over_leaves_the_day_to_what_happened(look: Look) -> None:
    plan = told("The harbour council of Velm is to meet the rebels in Carrow", START, "meet", Status.PLANNED)
    done = told("The rebels left the talks with the harbour council of Velm", START, "left")
    view = look([Piece((plan,), START - timedelta(days=2), "Courier"), Piece((done,), START, "Vale Times")])
    assert lines(view, Query(days=1, per_day=1)) == [done.words]


def test_a_sentence_on_something_else_is_no_line_of_the_story(look: Look) -> None:
    stray = told("Nine players of the Carrow Lanterns lost a match", START)
    news = (
        "The harbour council of Velm elected a new mayor after nine ballots",
        "Rebels burned three ships at the northern quay in the harbour of Velm",
        "Judges in Velm sent the harbour master to prison for his debts",
    )
    own = [Piece((told(words, START),), START, f"Courier {at}") for at, words in enumerate(news)]
    view = look([*own, Piece((Line("Velm is a harbour."), stray), START, "Vale Times")])
    assert len(lines(view, Query(top=4))) == 4
    assert stray.words not in lines(view, Query(top=3))


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("March 5 - The council meets in Velm.", True),
        ("Sept. 16: The bank of Velm is saved.", True),
        ("14 June 2014 The judge refuses a request.", True),
        ("* May 11 - The owners appear in court.", True),
        ("On 8 February, 2014, the mayor appeared in court.", True),
        ("March 2014 was wet in Velm.", False),
        ("Marching bands of 20 came to Velm.", False),
        ("The council met on March 5.", False),
    ],
)
def test_entries_open_with_their_day(words: str, *, is_one: bool) -> None:
    assert is_entry(words) is is_one


GOOD = "The mayor of Velm signed the accord on fishing with Carrow on Monday."


@pytest.mark.parametrize(
    "words",
    [
        "The mayor of Velm signs the accord on fishing with Carrow on Monday (AP Photo/Dora Venn).",
        "The mayor of Velm signs the accord in this handout photo taken in Carrow on Monday.",
        "Average price of cod: +29.76 The mayor of Velm signed the accord with Carrow on Monday.",
        "Orla V. wrote : The mayor of Velm signed the accord with Carrow on Monday.",
        "Yesterday the mayor of Velm signed the accord on fishing with Carrow.",
        "It was the first time that they had signed such an accord in all these years.",
        "In the end the old men had signed the accord after nine days of rain.",
    ],
)
def test_captions_boxes_and_what_names_nobody_are_worse_lines(words: str) -> None:
    assert fitness(words) <= 0.7 * fitness(GOOD)


def test_what_is_told_by_the_way_is_a_worse_line_of_it() -> None:
    words = "The ferry Lantern, which sank on Monday, had been bought in Carrow."
    assert fitness(words, "sank") < fitness(words, "bought")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("-- (Update 3:53 p.m. Velm, 8:53 a.m. ET) The mayor of Velm left office.", "The mayor"),
        ("Monday, March 3, 2014; Page A23 The mayor of Velm left office for good.", "The mayor"),
        ("The update of page 9 was late.", "The update"),
    ],
)
def test_a_line_begins_after_marks_of_an_update_or_a_printed_page(words: str, shown: str) -> None:
    assert words[opening(words, "left") :].startswith(shown)
