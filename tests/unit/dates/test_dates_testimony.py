"""What a page's own words say of its day: each rule by an invented sentence, and what the rule must not read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.dates.published.guess import Guess
from throughline.dates.testimony import hearing as testimony
from throughline.dates.testimony import passages
from throughline.dates.testimony.constraint import Constraint, Solution, Strength
from throughline.model import Span


def _heard(text: str) -> tuple[tuple[Constraint, ...], Solution, Guess | None]:
    told = list(passages.read(text, [Span(0, len(text))]))
    found = testimony.constraints(told, "a", text)
    solution, guess = testimony.weigh(found, told, "a", text)
    return found, solution, guess


def _bounds(text: str) -> tuple[date | None, date | None]:
    first, last = _heard(text)[1].hull
    return (None if first == date.min else first), (None if last == date.max else last)


def _rules(text: str) -> set[str]:
    return {one.rule for one in _heard(text)[0] if one.strength is not Strength.HINT}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The mission began in 2004.", date(2004, 1, 1)),
        ("They signed it in March 2011 after long talks.", date(2011, 3, 1)),
        ("On 5 June 2012, he told reporters nothing.", date(2012, 6, 5)),
        ("Former President Nicolas Sarkozy kept silent.", date(2012, 3, 16)),
        ("Leaders agreed at their Prague summit on November 21-22 to grow. It was 2002.", date(2002, 11, 21)),
        ("Angela Merkel, the German chancellor, was there.", date(2005, 11, 22)),
    ],
)
def test_a_page_is_not_older_than_what_it_tells_of(text: str, first: date) -> None:
    assert _bounds(text)[0] == first


@pytest.mark.parametrize(
    "text",
    [
        "The study will report back in 2035 as to costs.",
        "Sanders noted that the next round in 2035 is near.",
        "They voted to remain through the season of 2035.",
        "This article was amended on 4 August 2010.",
        "He spoke of the prospects of a President Donald Trump.",
        "The bill was signed then by then-President Obama's aide for 2035 voters.",
    ],
)
def test_what_is_planned_or_supposed_is_not_told_as_past(text: str) -> None:
    first = _bounds(text)[0]
    assert first is None or first < date(2010, 1, 1)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("All troops will have to leave by the end of 2011.", date(2011, 12, 31)),
        ("They will leave by 2012.", date(2011, 12, 31)),
        ("The games will be held in June 2014.", date(2014, 6, 30)),
        ("The mandate ends on 31 December 2015.", date(2015, 12, 31)),
        ("Leaders are due at the Chicago summit on May 20-21, officials say.", date(2012, 5, 21)),
        ("Sales fell last year, in 2010, the firm found.", date(2011, 12, 31)),
        ("Prime Minister David Cameron said so.", date(2016, 7, 20)),
        ("Prime Minister David Cameron was there. It was late. Cameron said he was glad.", date(2016, 7, 20)),
    ],
)
def test_a_page_is_not_younger_than_what_it_awaits(text: str, last: date) -> None:
    assert _bounds(text)[1] == last


@pytest.mark.parametrize(
    "text",
    [
        "By 2025, 45% of firms will face attacks.",  # forecasts live on
        "It is projected to grow to $80 billion by 2026.",
        "The herd continued to dwindle until 1988.",
        "We will list the best brands in 2025 here.",
        "A spokesman for Attorney General Janet Reno said no.",  # he speaks, not she
        "Mrs. Clinton met her guests. President Clinton was in town. Clinton said little.",  # which of them?
        "President Bill Clinton signed it. President Barack Obama was not asked.",  # the later one holds the office
        "Former President George W. Bush was there. Bush said so.",
    ],
)
def test_what_outlives_its_time_bounds_no_page(text: str) -> None:
    assert _bounds(text)[1] is None


def test_a_page_lies_between_what_is_past_and_what_is_awaited() -> None:
    text = "He told the panel on Nov. 15. They must agree by Dec. 31. Troops will leave by 2012. It began in 2004."
    assert "between past and awaited" in _rules(text)
    assert _bounds(text)[1] == date(2011, 12, 31)


def test_a_day_of_a_narrated_year_is_not_the_pages() -> None:
    assert "day without a year" not in _rules("In 1994 they met. They agreed on April 5 to stop.")


def test_a_weekday_beside_a_day_leaves_one_year_in_six() -> None:
    text = "It began in 2010. Nobody was there. On Friday, December 9, he said no. They will leave by 2016."
    assert _bounds(text) == (date(2011, 12, 9), date(2012, 10, 4))


def test_what_is_left_of_a_deadline_dates_a_page() -> None:
    text = "Troops must leave by 31 December 2011. It has less than one month to complete the talks."
    assert _bounds(text) == (date(2011, 12, 1), date(2011, 12, 31))


def test_weekdays_told_as_past_trim_an_interval_and_give_the_guess() -> None:
    text = (
        "Troops must leave by 31 December 2011. It has less than one month to complete the talks. "
        "He said so on Wednesday. She told them on Thursday. They met on Friday."
    )
    _, solution, guess = _heard(text)
    assert solution.hull == (date(2011, 12, 2), date(2011, 12, 31))
    assert guess is not None
    assert (guess.when.first, guess.when.last) == (date(2011, 12, 2), date(2011, 12, 3))


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("It was the tenth anniversary of the 2003 invasion. The school opened in 2004.", 2013),
        ("Five years after the 2011 revolution little is better. It was calm in 2012.", 2016),
        ("Sales rose in 2014. They fell in 2014. Copyright © 2014 Acme", 2014),
        ("President-elect Barack Obama was there. It began in 2005.", 2008),
    ],
)
def test_hints_lead_a_guess_and_bound_nothing(text: str, year: int) -> None:
    _, solution, guess = _heard(text)
    assert solution.hull[1] == date.max
    assert guess is not None
    assert guess.when.first is not None
    assert guess.when.first.year <= year <= (guess.when.last or guess.when.first).year + 1


def test_nothing_is_guessed_where_nothing_speaks() -> None:
    assert _heard("Nothing happened.")[2] is None
    assert _heard("President Barack Obama was there.")[2] is None


def test_every_reason_says_its_rule_and_cites_its_words() -> None:
    text = "President Barack Obama said it on April 5. It began in 2004. They will leave by 2012. © 2011 Acme"
    for one in _heard(text)[0]:
        assert one.rule
        assert one.evidence is not None
        assert text[one.evidence.start : one.evidence.end] == one.evidence.words


@given(st.text(alphabet="PresidentObama by2012 onApril5,.FormerthesummitBucharest 9/1 ©\n", max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    _heard(text)
