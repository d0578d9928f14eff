from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.dates.edtf import parse_edtf
from throughline.dates.expression import TimeExpression
from throughline.dates.phrases.find import times_of
from throughline.dates.phrases.reading import Rule
from throughline.dates.rules.table import RULES
from throughline.model import UNKNOWN, When


def _times(text: str, anchor: When = UNKNOWN) -> Iterator[TimeExpression]:
    return times_of(text, anchor)


def _days(text: str, day: str) -> list[tuple[str, str | None]]:
    return [(text[t.start : t.end], t.when.edtf if t.when else None) for t in _times(text, parse_edtf(day))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_finds_its_example(rule: Rule) -> None:
    before, _, rest = rule.example.partition("[")
    words, _, after = rest.partition("]")
    text = before + words + after
    found = [(text[t.start : t.end], t.rule) for t in _times(text, parse_edtf("2011-12-05"))]
    assert (words, rule.name) in found


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("The field was due to open in October.", "2011-10"),
        ("He trained for the games planned for October.", "2011-10"),
        ("It beat the record set in October.", "2011-10"),
        ("He defended the plan to attack Larno in October.", "2011-10"),
        ("The field is due to open in October.", "2012-10"),
        ("It is now set for October.", "2012-10"),
        ("He will open the field in October.", "2012-10"),
        ("They praised the vote planned for March.", "2012-03"),
        ("The office was due to open in March.", "2012-03"),
    ],
)
def test_what_was_planned_may_be_over(text: str, month: str) -> None:
    assert _days(text, "2011-12-15")[-1][1] == month


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They will leave by 2012.", [("2012", "../2012")]),
        ("They left in 2012.", [("2012", "2012")]),
        ("It ran until the end of 2009.", [("the end of 2009", "../2009-12-31")]),
        ("The withdrawal, scheduled to be completed by Dec. 31.", [("Dec. 31", "../2011-12-31")]),
        ("They failed to finish it by 31 December.", [("31 December", "../2010-12-31")]),
        ("They failed, he said, and will finish by 31 December.", [("31 December", "../2011-12-31")]),
        ("In a statement on Dec. 12, he said so.", [("Dec. 12", "2011-12-12")]),
        ("They agreed at the summit on April 2-4.", [("April 2-4", "2011-04-02/2011-04-04")]),
        ("He said on Monday that talks will resume on Friday.", [("Monday", "2011-12-12"), ("Friday", "2011-12-16")]),
        ("On Wednesday, she said no.", [("Wednesday", "2011-12-14")]),
        ("On Monday, parliament will vote.", [("Monday", "2011-12-19")]),
        (
            "He spoke last Thursday and next Thursday.",
            [("last Thursday", "2011-12-08"), ("next Thursday", "2011-12-22")],
        ),
        ("They readied themselves for Monday, it was said.", [("Monday", "2011-12-19")]),
        ("They apologised for Monday's raid.", [("Monday", "2011-12-12")]),
        ("They met last week.", [("last week", "2011-12-05/2011-12-11")]),
        ("They met yesterday.", [("yesterday", "2011-12-14")]),
        ("In February they met; it was decided in May.", [("February", "2011-02"), ("May", "2011-05")]),
        ("Early this year they met.", [("Early this year", "2011-01-01~/2011-05-02~")]),
        ("It ended three years ago.", [("three years ago", "2008")]),
        ("On Sunday they voted. The same day, he left.", [("Sunday", "2011-12-11"), ("The same day", "2011-12-11")]),
        ("On Sunday they voted. The next day he left.", [("Sunday", "2011-12-11"), ("The next day", "2011-12-12")]),
        (
            "From June until the end of 2009 they trained.",
            [("June", "2009-06-01/2009-12-31"), ("the end of 2009", "2009-06-01/2009-12-31")],
        ),
        ("It has been so since March 2003.", [("March 2003", "2003-03/..")]),
        ("It was quiet before 2003.", [("2003", "../2002")]),
        ("A post-2011 presence was refused.", [("post-2011", "2012/..")]),
        ("The third quarter of 2011 was poor.", [("The third quarter of 2011", "2011-35")]),
        ("He was seen over the last two weeks.", [("the last two weeks", "2011-12-01/2011-12-15")]),
        ("The attack on the capital on Dec. 10 , 2011 , failed .", [("Dec. 10 , 2011", "2011-12-10")]),
    ],
)
def test_days_read_from_a_thursday_in_december(text: str, days: list[tuple[str, str]]) -> None:
    assert _days(text, "2011-12-15") == days


@pytest.mark.parametrize(
    "text",
    [
        "Mrs May said so.",
        "They march on the capital.",
        "They should March on.",
        "The second man left.",
        "It freed 1,945 men.",
        "All 28 member states agreed.",
        "The sun sat low.",
        "He may go; April said no.",
        "It costs 10.30 or 12.45 each.",
        "Win 4-2 at home.",
        "Call 555-2011.",
        "He fell and sprang up.",
        "Some 2011 people came.",
    ],
)
def test_no_time_is_seen(text: str) -> None:
    assert [text[t.start : t.end] for t in _times(text, parse_edtf("2011-12-15"))] == []


def test_a_vague_anchor_widens_what_is_read_from_it() -> None:
    assert _days("They met on Monday. It began in 2004.", "2011-12-01/2011-12-31") == [
        ("Monday", "2011-11-28/2011-12-26"),
        ("2004", "2004"),
    ]


def test_an_unknown_anchor_leaves_explicit_days_only() -> None:
    assert _days("They met on Monday, as on 5 March 2003.", "..") == [("Monday", None), ("5 March 2003", "2003-03-05")]


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("It took two and a half years.", "DURATION", "P2.5Y"),
        ("A three-year war.", "DURATION", "P3Y"),
        ("They meet every Monday.", "SET", "XXXX-WXX-1"),
        ("It took several weeks.", "DURATION", "PXW"),
        ("A Friday morning breakfast.", "TIME", "2011-12-09TMO"),
        ("They met in the 1990s.", "DATE", "199"),
        ("They met at 5 p.m.", "TIME", "2011-12-15T17:00"),
    ],
)
def test_types_and_values(text: str, type_: str, value: str) -> None:
    time = next(iter(_times(text, parse_edtf("2011-12-15"))))
    assert (time.type, time.value) == (type_, value)


_WORDS = """Monday March May 2011 5 5th 12 the of in on by until since from to and last next this year week days ago
early end , - -- Dec. 31 1990s three several a every quarter half first morning 10:30 p.m. same day before after
05-03-2018 2-4 2004-2008 mid-May said will""".split()


@settings(max_examples=150)
@given(
    st.lists(st.sampled_from(_WORDS), max_size=40),
    st.sampled_from(["..", "2011-12-15", "2011-12", "0001-01-01", "9999-12-31"]),
)
def test_any_run_of_time_words_is_read_in_order_without_failing(words: list[str], day: str) -> None:
    text = " ".join(words)
    end = 0
    for time in _times(text, parse_edtf(day)):
        assert end <= time.start < time.end <= len(text)
        assert (
            time.when is None or time.when.first is None or time.when.last is None or time.when.first <= time.when.last
        )
        end = time.end


def test_stamps_of_a_live_log_are_no_years() -> None:
    text = "2055 : He arrives. 2042 : Crowds gather. 1928 : Staffers wait. 1905 : It begins."
    assert not list(_times(text, parse_edtf("2010-06-15")))


def test_years_that_open_entries_in_order_are_years() -> None:
    text = "1939 : War begins. 1941 : It spreads. 1945 : It ends."
    assert [t.value for t in _times(text, parse_edtf("2010-06-15"))] == ["1939", "1941", "1945"]


def test_a_history_is_left_where_the_writer_speaks_of_today() -> None:
    years = " ".join(f"In {year} they met." for year in range(1991, 2000))
    found = list(_times(f"{years} Shares have fallen since 20 April.", parse_edtf("2010-06-23")))
    assert found[-1].value == "2010-04-20"


def test_news_that_recalls_many_years_is_no_history() -> None:
    years = " ".join(f"In {year} they met." for year in range(1991, 2000))
    found = list(_times(f"{years} He resigned on Tuesday. A vote came on Monday.", parse_edtf("2011-01-27")))
    assert [t.value for t in found[-2:]] == ["2011-01-25", "2011-01-24"]


@pytest.mark.parametrize(
    ("text", "words", "mod"),
    [
        ("He left at the end of 2009.", "the end of 2009", "END"),
        ("He left in early May.", "early May", "START"),
        ("He left early in 2009.", "early in 2009", "START"),
        ("He left in the middle of July.", "the middle of July", "MID"),
        ("It took more than two years.", "more than two years", "MORE_THAN"),
        ("It took over a week.", "over a week", "MORE_THAN"),
        ("It took nearly three years.", "nearly three years", "LESS_THAN"),
        ("It took at least 30 days.", "at least 30 days", "EQUAL_OR_MORE"),
        ("It took no more than sixty days.", "no more than sixty days", "EQUAL_OR_LESS"),
        ("It took about 5 1/2 hours.", "about 5 1/2 hours", "APPROX"),
        ("He left more than three years ago.", "more than three years ago", "BEFORE"),
        ("He was born in about 1910.", "about 1910", "APPROX"),
    ],
)
def test_the_words_before_an_expression_belong_to_it(text: str, words: str, mod: str) -> None:
    assert [(text[t.start : t.end], t.mod) for t in _times(text, parse_edtf("2011-12-15"))] == [(words, mod)]


def test_a_part_of_a_named_day_is_a_time_of_that_day() -> None:
    text = "He was shot on the night of 23 October 1998."
    (time,) = _times(text, parse_edtf("1998-10-26"))
    assert (text[time.start : time.end], time.type, time.value) == (
        "the night of 23 October 1998",
        "TIME",
        "1998-10-23TNI",
    )
    assert time.when
    assert time.when.edtf == "1998-10-23"
