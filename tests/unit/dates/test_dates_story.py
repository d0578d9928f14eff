"""Histories: partial dates are read from the date that the story has reached."""

import pytest

from throughline.dates.edtf import parse_edtf
from throughline.dates.phrases.find import times_of

_PAST = "In 1931 they met. In 1932 they met. In 1933 they met. In 1934 they fought. "


def _values(text: str, day: str = "2009-12-19") -> list[tuple[str, str]]:
    return [(text[t.start : t.end], t.value) for t in times_of(text, parse_edtf(day))]


@pytest.mark.parametrize(
    ("told", "last"),
    [
        ("In October 1936 Larno fell. In January they left.", ("January", "1937-01")),
        ("In October 1936 Larno fell. In August they had left Velm.", ("August", "1936-08")),
        ("On 3 May 1936 Larno fell. On 17 April it had risen.", ("17 April", "1936-04-17")),
        ("On 3 May 1936 Larno fell. The war lasted until 1940. On 5 June they left.", ("5 June", "1936-06-05")),
        ("On 3 May 1936 Larno fell. They signed the pact of 1940. On 5 June they left.", ("5 June", "1936-06-05")),
        ("On 3 May 1936 Larno fell. The following day they left.", ("The following day", "1936-05-04")),
        ("On 3 May 1936 Larno fell. Two months later they left.", ("Two months later", "1936-07")),
        ("On 3 May 1936 Larno fell. They left that afternoon.", ("that afternoon", "1936-05-03TAF")),
        ("On 3 May 1936 Larno fell. They left by the end of the year.", ("the end of the year", "1936")),
        ("On 3 May 1936 Larno fell. The next spring they left.", ("The next spring", "1937-SP")),
        ("In May 1936 Larno fell. Four days later they left.", ("Four days later", "1936-XX-XX")),
        ("In 1936 Larno fell. They waited until summer came.", ("summer", "1936-SU")),
        ("They met on the 28 and 29 August 1936.", ("the 28 and 29 August 1936", "1936-08-28/1936-08-29")),
        ("In May 1936 Larno fell. During this period they left.", ("this period", "1936-05")),
        ("They met in August and September 1936.", ("September 1936", "1936-09")),
        ("Chapter one\n\n1936\n\nOn 20 July Larno fell.", ("20 July", "1936-07-20")),
    ],
)
def test_a_history_is_read_from_the_date_that_it_has_reached(told: str, last: tuple[str, str]) -> None:
    assert _values(_PAST + told)[-1] == last


def test_the_first_of_two_months_takes_the_year_of_the_second() -> None:
    assert ("August", "1940-08") in _values(_PAST + "Battles raged in August and September 1940.")


def test_quoted_words_of_today_stay_in_the_story() -> None:
    told = 'On 3 May 1936 Larno fell. "It has fallen," he said on 5 May.'
    assert _values(_PAST + told)[-1] == ("5 May", "1936-05-05")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They won in 480 BC.", ("480 BC", "BC0480")),
        ("The war (499-493 BC) was long.", ("499", "BC0499")),
        ("From 264 to 241 BC they fought.", ("264", "BC0264")),
        ("They won in April 480 BC.", ("April 480 BC", "BC0480-04")),
        ("They won in the spring of 480 BC.", ("the spring of 480 BC", "BC0480-SP")),
        ("It stood in the 4th century BC.", ("the 4th century BC", "BC03")),
        ("It burnt in AD 70.", ("AD 70", "0070")),
        ("They met on 31 May-1 June 1916.", ("31 May", "1916-05-31")),
        ("The War of 1914-18 was long.", ("1914-18", "1914/1918")),
        ("An eighteenth-century house burnt.", ("eighteenth-century", "17")),
    ],
)
def test_years_of_an_era_and_words_written_together(text: str, found: tuple[str, str]) -> None:
    assert found in _values(text)


def test_months_of_antiquity_have_no_days_of_ours() -> None:
    text = "In 480 BC they came. In 479 BC they left. In 478 BC they won. In 477 BC they met. In August they went."
    assert _values(text)[-1] == ("August", "BC0477-08")


@pytest.mark.parametrize(
    ("told", "last"),
    [
        ("Larno (1935-1936)\n\nIn December 1936 it fell. In May they had wavered.", ("May", "1936-05")),
        ("On 3 May 1936 Larno fell. In the summer it rose. On 5 June they left.", ("5 June", "1936-06-05")),
        ("On 3 May 1936, after the fall of Larno, they left in June.", ("June", "1936-06")),
    ],
)
def test_headings_hold_and_mentions_do_not_move_a_story(told: str, last: tuple[str, str]) -> None:
    found = _values(_PAST + "\n\n" + told)
    assert found[-1] == last
    assert all(words != "the fall" for words, _ in found)


def test_what_has_been_since_is_the_writers() -> None:
    assert _values(_PAST + "Shares have fallen since 20 April.", "2010-06-23")[-1] == ("20 April", "2010-04-20")
