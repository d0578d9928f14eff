"""Figures: amounts, hedges, units and what is counted."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.annotate import figures
from throughline.model import (
    Article,
    Block,
    DateCard,
    Event,
    Evidence,
    Figure,
    Findings,
    Grain,
    Mode,
    Plover,
    Role,
    Statement,
    Status,
    Time,
    When,
)
from throughline.reader import read

DAY = When(date(2031, 3, 4), date(2031, 3, 4), Grain.DAY, "on Tuesday")


def article(text: str) -> Article:
    block = Block(Role.BODY, 0, len(text))
    return Article("article-1", "page-1", "x", None, None, (), None, "en", DateCard(DAY), None, None, text, (block,))


def found(text: str, earlier: Findings | None = None) -> tuple[Figure, ...]:
    told = article(text)
    return figures.find(told, read(told), earlier or Findings())


def one(text: str) -> tuple[float | None, float | None, bool, str, str | None]:
    (figure,) = found(text)
    amount = figure.amount
    return amount.low, amount.high, amount.approximate, amount.unit, figure.of.words if figure.of else None


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate", "of"),
    [
        ("The mission taught more than 3,000 cadets.", 3000, None, False, "cadets"),
        ("At least 14 border guards died.", 14, None, False, "border guards"),
        ("Up to 900 N.R.D. troops stay.", None, 900, False, "N.R.D. troops"),
        ("As many as 40 ships waited.", None, 40, False, "ships"),
        ("About 7,000 Vestrian soldiers remain.", 7000, 7000, True, "Vestrian soldiers"),
        ("Between 3 and 5 men fled.", 3, 5, False, "men"),
        ("Some 2,000 to 2,500 villagers marched.", 2000, 2500, True, "villagers"),
        ("It has several hundred advisers and support staff.", 300, 900, True, "advisers and support staff"),
        ("Dozens of houses burned.", 24, None, True, "houses"),
        ("All 28 LAKE member states agreed.", 28, 28, False, "LAKE member states"),
        ("The army left all but three of 550 depots and barracks.", 547, 547, False, "depots and barracks"),
        ("Half a million people fled.", 500000, 500000, False, "people"),
        ("Nearly two dozen nurses came.", 24, 24, True, "nurses"),
        ("12 of the 20 passengers were hurt.", 12, 12, False, "passengers"),
        ("It has 300 or so pilots.", 300, 300, True, "pilots"),
        ("It runs at least 10 wildlife management areas.", 10, None, False, "wildlife management areas"),
        ("3,000 or more miners walked out.", 3000, None, False, "miners"),
        ("Two of the three cars burned.", 2, 2, False, "cars"),
        ("Up to 6,000 more Vestrian troops will come.", None, 6000, False, "Vestrian troops"),
        ("Hundreds of thousands of people marched.", 200000, None, True, "people"),
        ("A few hundred miners stayed.", 200, 600, True, "miners"),
        ("The town has scores of empty houses.", 40, None, True, "empty houses"),
        ("The army lost from 10 to 15 tanks.", 10, 15, False, "tanks"),
        ("The army lost 10-15 tanks.", 10, 15, False, "tanks"),
        ("It runs 24 of its own ships.", 24, 24, False, "own ships"),
        ("The bomb left 14 dead.", 14, 14, False, "dead"),
        ("About 3,000 were wounded.", 3000, 3000, True, "wounded"),
        ("The death toll rose to 14.", 14, 14, False, "death toll"),
        ("A crowd of 500 gathered.", 500, 500, False, "crowd"),
        ("The navy bought six new F-16s.", 6, 6, False, "new F-16s"),
    ],
)
def test_counts(text: str, low: float | None, high: float | None, approximate: bool, of: str) -> None:  # noqa: FBT001
    first = found(text)[0]
    amount = first.amount
    assert (amount.low, amount.high, amount.approximate, amount.unit) == (low, high, approximate, "")
    assert first.of is not None
    assert first.of.words == of


@pytest.mark.parametrize(
    ("text", "low", "unit", "of"),
    [
        ("The state set up a $20bn fund.", 2e10, "USD", "fund"),
        ("It sent £3.5 million in aid.", 3.5e6, "GBP", "aid"),
        ("They owe €2bn.", 2e9, "EUR", None),
        ("It paid 40 billion yen.", 4e10, "JPY", None),
        ("It cost A$5m.", 5e6, "AUD", None),
        ("Support fell to 43 percent.", 43, "percent", "Support"),
        ("Some said 12% of voters stayed home.", 12, "percent", "voters"),
        ("The slick was 200 miles long.", 200, "mile", None),
        ("The well spilled 5,000 barrels of oil a day.", 5000, "barrel/day", "barrels of oil a day"),
        ("A 90-mile front opened.", 90, "mile", "front"),
        ("They gave 300 pounds of fur.", 300, "lb", "pounds of fur"),
        ("It leaked millions of gallons a day.", 2e6, "gallon/day", "gallons a day"),
        ("More than half of the troops went home.", 50, "percent", "troops"),
        ("The state will cut its forces by half.", 50, "percent", "forces"),
        ("Two-thirds of the voters agreed.", 66.67, "percent", "voters"),
        ("A third of the 550 depots burned.", 33.33, "percent", "depots"),
        ("One in five Vestrians agreed.", 20, "percent", "Vestrians"),
        ("The unemployment rate is 7.6 percent.", 7.6, "percent", "unemployment rate"),
        ("Exports fell by minus 2 percent.", -2, "percent", "Exports"),
        ("Support rose by 3 percentage points.", 3, "percentage point", "Support"),
        ("The independents (63 percent) agreed.", 63, "percent", "independents"),
        ("The firm raised its share to 50 percent.", 50, "percent", "share"),
        ("The firm won contracts worth €5m.", 5e6, "EUR", "contracts"),
        ("It lent 50 million Swiss francs.", 5e7, "CHF", None),
        ("The pressure was 6,000 pounds per square inch.", 6000, "psi", "pressure"),
        ("Oil spread over thousands of square miles.", 2000, "mile2", None),
    ],
)
def test_units(text: str, low: float, unit: str, of: str | None) -> None:
    first = found(text)[0]
    assert (first.amount.low, first.amount.unit, first.of and first.of.words) == (low, unit, of)


@pytest.mark.parametrize(
    "text",
    [
        "Marta Kell, 45, resigned.",
        "A 45-year-old man was held.",
        "He was aged 30 and lives at 12 Harbour Street in Port Elm.",
        "Article 5 and Section 12 apply to Flight 370.",
        "In 2031 voters chose, as in 1999.",
        "The Rovers lost 3-1 on the 4th.",
        "Call 555-0199-220 now.",
        "One of the reasons was fear.",
        "The two leaders met for 24 hours.",
        "Apollo 11 astronauts waved.",
        "They filled in a 30-page list.",
        "It stands near Three Mile Island.",
        "The council passed Resolution 1973 on the Group of 20.",
        "An F-16 and a Boeing 737 collided.",
        "The attacks of 9/11 changed it.",
        "He is 45 years old.",
        "She won three times.",
        "The code is 000 467.",
        "The first of the ships sank.",
    ],
)
def test_no_figures(text: str) -> None:
    assert found(text) == ()


def test_what_is_left_of_a_number_keeps_the_number() -> None:
    rest, whole = found("The army has left all but three of the 550 depots.")
    assert rest.evidence.words == "all but three of the 550 depots"
    assert (rest.amount.low, whole.amount.low) == (547, 550)
    assert rest.of == whole.of


def test_a_number_alone_counts_what_the_one_before_it_does() -> None:
    first, second = found("Gunmen killed 14 villagers and wounded 30.")
    assert (second.amount.low, second.of) == (30, first.of)
    counts = found("The firm will cut 400 jobs in Vestria, 300 in Orvania and 20 in Port Elm.")
    assert [(figure.amount.low, figure.of.words if figure.of else "") for figure in counts] == [
        (400, "jobs"), (300, "jobs"), (20, "jobs"),
    ]  # fmt: skip


def test_a_figure_knows_its_event_and_takes_its_day() -> None:
    text = "Guards said that 14 villagers were killed."
    told = article(text)
    sentence = told.evidence(0, len(text))
    killed = Event("event-1", sentence, told.evidence(35, 41), Plover.ASSAULT, Status.HAPPENED, when=DAY)
    said = Event("event-2", sentence, told.evidence(7, 11), None, Status.HAPPENED)
    (figure,) = found(text, Findings(events=(said, killed)))
    assert (figure.event, figure.when) == ("event-1", DAY)


def test_conjoined_counts_share_a_hedge() -> None:
    first, second = found("It taught more than 5,000 soldiers and 10,000 police officers.")
    assert (first.amount.low, first.amount.high) == (5000, None)
    assert (second.amount.low, second.amount.high, second.amount.approximate) == (10000, 10000, True)
    assert second.of is not None
    assert second.of.words == "police officers"


def test_a_time_is_no_figure_and_dates_the_one_beside_it() -> None:
    text = "On Tuesday 14 villagers were killed."
    told = article(text)
    when = Time("time-1", told.evidence(3, 10), "DATE", "2031-03-04", DAY)
    (figure,) = found(text, Findings(times=(when,)))
    assert figure.when == DAY
    days = Time("time-2", told.evidence(11, 23), "DURATION", "P14D", None)
    assert found(text, Findings(times=(days,))) == ()


def test_a_day_of_another_clause_is_not_the_figures() -> None:
    text = "The mission, which began on Tuesday, taught 500 cadets."
    told = article(text)
    when = Time("time-1", told.evidence(28, 35), "DATE", "2031-03-04", DAY)
    (figure,) = found(text, Findings(times=(when,)))
    assert figure.when is None


def test_a_figure_knows_its_statement() -> None:
    text = "Officials said 500 cadets remain."
    told = article(text)
    said = Statement("statement-1", told.evidence(0, 32), None, None, (told.evidence(15, 32),), Mode.INDIRECT)
    (figure,) = found(text, Findings(statements=(said,)))
    assert figure.statement == "statement-1"


def evidences(figure: Figure) -> Iterator[Evidence]:
    yield figure.evidence
    if figure.of is not None:
        yield figure.of


PIECES = st.sampled_from(
    """5,000 soldiers and to of the more than $ € 20bn 3-4 million percent % a day barrels , . - two dozen several
    hundred half an one between 1999 12:30 4th year-old A$ per U.S. 9e9 999999999999999999999 ( ) all but""".split()
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=60))
def test_any_text_gives_figures_on_their_words(text: str) -> None:
    told = article(text)
    for figure in figures.find(told, read(told), Findings()):
        for evidence in evidences(figure):
            assert told.text[evidence.start : evidence.end] == evidence.words
        amount = figure.amount
        assert amount.low is None or amount.high is None or amount.low <= amount.high


def test_a_rise_by_so_much_to_so_much_is_no_range() -> None:
    amounts = [(figure.amount.low, figure.amount.high) for figure in found("Oil rose $2.64 to $108.42 a barrel.")]
    assert (2.64, 108.42) not in amounts
    assert (2.64, 2.64) in amounts


def test_a_glued_m_before_a_unit_is_millions() -> None:
    assert one("It lost 11m gallons.")[0] == 11_000_000
