from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.dates.edtf import parse_edtf
from throughline.dates.published.card import settle
from throughline.dates.published.claim import Candidate
from throughline.dates.written import read_day
from throughline.model import UNKNOWN, DateCard, Evidence, Grain, Span


def _card(text: str, *candidates: Candidate, captured: date | None = None) -> DateCard:
    return settle(candidates, "article-1", text, (Span(0, len(text)),), captured)


def _likeliest(card: DateCard) -> str:
    """The day that is sure, else the best guess."""
    return (card.guess or card.when).edtf


def _claim(words: str, basis: str = "masthead") -> list[Candidate]:
    return [Candidate(when, basis, None, f"the {basis} says {words}") for when in read_day(words)]


def test_a_declared_date_wins_and_the_others_are_rivals() -> None:
    card = _card("Nothing.", *_claim("2018-03-07", "meta"), *_claim("2018-03-05", "declared"))
    assert card.when.edtf == "2018-03-05"
    assert [(r.when.edtf, r.reason) for r in card.rivals] == [
        ("2018-03-07", "what was declared counts for more than a meta element of the page")
    ]


def test_a_finer_claim_within_the_strongest_is_taken() -> None:
    card = _card("Nothing.", *_claim("March 2018", "meta"), *_claim("2018-03-05", "masthead"))
    assert card.when.edtf == "2018-03-05"


def test_a_weekday_settles_which_number_is_the_month() -> None:
    card = _card("The envoy told reporters so during her visit on Monday.", *_claim("05-03-2018"))
    assert (card.when.edtf, card.when.rule) == ("2018-03-05", "weekday")
    assert card.reasons[0] == (
        "the text says “on Monday” of what has just happened: 5 March 2018 is a Monday, 3 May 2018 a Thursday"
    )
    assert [e.words for e in card.evidence] == ["Monday"]
    assert [r.when.edtf for r in card.rivals] == ["2018-05-03"]


def test_a_weekday_ahead_settles_nothing() -> None:
    card = _card("The envoy will speak on Monday.", *_claim("05-03-2018"))
    assert (card.when.edtf, card.when.rule) == ("2018-03-05/2018-05-03", "ambiguous")
    assert not card.when.is_day
    assert {r.when.edtf for r in card.rivals} == {"2018-03-05", "2018-05-03"}


@pytest.mark.parametrize(
    ("text", "rule", "day"),
    [
        ("They met. See also our report of 25-03-2018.", "order", "2018-03-05"),
        ("They met. See also our report of 03-25-2018.", "order", "2018-05-03"),
        ("They met in Velm on 12 April 2018 and signed.", "told", "2018-05-03"),
        ("They met again.", "ambiguous", "2018-03-05/2018-05-03"),
    ],
)
def test_what_else_settles_it(text: str, rule: str, day: str) -> None:
    card = _card(text, *_claim("05-03-2018"))
    assert (card.when.rule, card.when.edtf) == (rule, day)


def test_another_claim_settles_it() -> None:
    card = _card("They met.", *_claim("05-03-2018", "meta"), *_claim("2018-05-03", "address"))
    assert card.when.edtf == "2018-05-03"
    assert "address" in card.reasons[0]


def test_a_day_near_one_reading_and_far_from_the_other_settles_it() -> None:
    card = _card("They met.", *_claim("05-03-2018"), *_claim("2018-03-09", "script"))
    assert _likeliest(card) == "2018-03-05"
    assert any("near which only 5 March 2018 lies" in reason for reason in card.reasons)


def test_a_reading_later_than_the_capture_is_out() -> None:
    card = _card("They met.", *_claim("05-03-2018"), captured=date(2018, 3, 9))
    assert card.when.edtf == "2018-03-05"
    assert [(r.when.edtf, r.reason) for r in card.rivals] == [
        ("2018-05-03", "it is later than the capture on 2018-03-09")
    ]


def test_a_day_of_change_is_no_day_of_publication() -> None:
    updated = _claim("Last updated: 9 March 2018")
    assert _card("The school began in 2004.", *updated).when.edtf == "2004-01-01/2018-03-09"
    assert _likeliest(_card("They met.", *updated, *_claim("5 March 2018", "dateline"))) == "2018-03-05"
    assert _likeliest(_card("They met.", *_claim("Published 5 March 2018, updated 9 March 2018"))) == "2018-03-05"


def _shown(kind: str, line: str, text: str, usage: str = "") -> list[Candidate]:
    at = text.index(line)
    evidence = Evidence("article-1", at, at + len(line), line)
    return [Candidate(when, "masthead", evidence, f"the line “{line}”", kind, usage) for when in read_day(line)]


def test_of_two_lines_the_one_under_the_title_counts_and_the_day_of_the_visit_does_not() -> None:
    text = "Friday, 9 March 2018\n5 March 2018\nThey met."
    card = _card(text, *_shown("top bare", "Friday, 9 March 2018", text), *_shown("near bare", "5 March 2018", text))
    assert card.when.edtf == "2018-03-05"
    assert [(r.when.edtf, r.reason) for r in card.rivals] == [
        ("2018-03-09", "it stands at the top of the page, where pages print the day of the visit")
    ]


def test_what_agrees_outweighs_what_stands_alone() -> None:
    text = "5 March 2018\nThey met."
    shown = _shown("near bare", "5 March 2018", text)
    card = _card(text, *shown, *_claim("2018-03-05", "json-ld"), *_claim("2018-03-09", "meta"))
    assert card.when.edtf == "2018-03-05"
    assert any("says so too" in reason for reason in card.reasons)


def test_two_days_as_likely_as_each_other_are_an_interval() -> None:
    text = "5 March 2018\n9 March 2018\nThey met."
    card = _card(text, *_shown("over bare", "5 March 2018", text), *_shown("near bare", "9 March 2018", text))
    assert not card.when.is_day
    assert card.when.last == date(2018, 3, 9)
    assert card.guess is not None
    assert {card.guess.edtf, *(r.when.edtf for r in card.rivals)} == {"2018-03-05", "2018-03-09"}


def test_the_day_of_change_that_stands_alone_says_so() -> None:
    text = "Updated 5 March 2018\nThey met."
    changed = _claim("2018-03-05", "meta")
    marked = [Candidate(c.when, "meta", None, c.reason, "meta changed") for c in changed]
    card = _card(text, *_shown("near changed", "5 March 2018", text), *marked)
    assert card.when.last == date(2018, 3, 5)
    assert _likeliest(card) == "2018-03-05"


def test_a_page_is_not_younger_than_its_first_comment() -> None:
    text = "They met.\n5 March 2018\n7 March 2018"
    posts = _shown("comment bare", "5 March 2018", text) + _shown("comment bare", "7 March 2018", text)
    card = _card(text, *posts)
    assert card.when.last == date(2018, 3, 5)


def test_a_habit_settles_what_nothing_on_the_page_does() -> None:
    text = "05-03-2018\nThey met."
    british = [
        replace(c, usage="the.example writes the day first" if c.when.edtf == "2018-03-05" else "")
        for c in _shown("near bare", "05-03-2018", text)
    ]
    card = _card(text, *british)
    assert (card.when.edtf, _likeliest(card)) == ("2018-03-05/2018-05-03", "2018-03-05")
    told = "05-03-2018\nThey met in Velm on 12 April 2018."
    card = settle(british, "article-1", told, (Span(11, len(told)),), None)
    assert (card.when.edtf, card.when.rule) == ("2018-05-03", "told")


def test_a_day_in_greenwich_gives_way_to_the_day_where_it_was_written() -> None:
    claims = _claim("2018-03-05T22:04:00Z", "json-ld") + _claim("2018-03-06", "time-element")
    card = _card("They met.", *claims)
    assert _likeliest(card) == "2018-03-06"
    assert [r.reason.partition(":")[0] for r in card.rivals] == ["it is the same moment's day in Greenwich"]


def test_another_clock_the_day_after_is_a_comments_and_not_the_place_where_it_was_written() -> None:
    claims = _claim("2018-03-05T22:04:00Z", "json-ld") + _claim("2018-03-06T08:13:16+01:00", "time-element")
    assert _likeliest(_card("They met.", *claims)) == "2018-03-05"
    claims = _claim("2018-03-05T22:04:00Z", "json-ld") + _claim("2018-03-06T03:34:00+05:30", "time-element")
    assert _likeliest(_card("They met.", *claims)) == "2018-03-06"


def test_a_page_that_says_nothing_is_unknown() -> None:
    card = _card("They met again.")
    assert card.when == UNKNOWN
    assert card.reasons


def test_a_capture_bounds_an_undated_page() -> None:
    card = _card("They met again.", captured=date(2018, 3, 9))
    assert (card.when.first, card.when.last) == (None, date(2018, 3, 9))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The mission began in 2004.", "2004-01-01/.."),
        ("The guards will leave by the end of 2011.", "../2011-12-31"),
        ("They will leave by 2012.", "../2011-12-31"),
        ("The force was to leave by 2005 but stayed.", ".."),
        (
            "The school began in 2004. It taught much over the last seven years. They will leave by 2012.",
            "2011-01-01/2011-12-31",
        ),
        (
            "It began in 2004. They will go by 2006. It is small. They said so on Dec. 12. A vote is due by Dec. 31.",
            "2004-12-12/2005-12-31",
        ),
        ("President Barack Obama said so in Washington.", "2009-01-20/2017-01-27"),
        ("Former President Barack Obama said so.", "2016-11-21/.."),
        ("NATO Secretary-General Jens Stoltenberg said so.", "2014-10-01/2024-10-07"),
        ("On Thursday, June 5, they met. It began in 2010 and will end by 2016.", "2014-06-05/2015-04-01"),
        (
            "They closed the base after the attack of April 2014. The mandate ends on 31 December 2015.",
            "2014-04-01/2015-12-31",
        ),
    ],
)
def test_words_bound_an_undated_page(text: str, edtf: str) -> None:
    assert _card(text).when.edtf == edtf


def test_what_does_not_fit_is_left_out_and_shown() -> None:
    card = _card("It ended in 2014. They will leave by the end of 2011.")
    assert card.when.first == date(2014, 1, 1)
    assert card.when.last is None
    assert "left out" in card.rivals[0].reason


_SENTENCES = (
    "They met on Monday.", "It began in 2004.", "They will leave by 2012.", "A vote is due by Dec. 31.",
    "President Barack Obama said so.", "On May 5 they spoke.", "It grew over the last seven years.",
    "It was extended until the end of 2009.", "On Thursday, June 5, they met.",
)  # fmt: skip
_CLAIMS = st.sampled_from(["05-03-2018", "2018-03-05", "March 2018", "2018", "10/11/12", "1 May 2011"])


@settings(max_examples=80)
@given(
    st.lists(st.sampled_from(_SENTENCES), max_size=6),
    st.lists(st.tuples(_CLAIMS, st.sampled_from(["declared", "meta", "masthead", "address"])), max_size=3),
    st.none() | st.dates(date(2000, 1, 1), date(2020, 1, 1)),
)
def test_a_card_is_never_later_than_the_capture_and_its_evidence_stands(
    sentences: list[str], claims: list[tuple[str, str]], captured: date | None
) -> None:
    text = " ".join(sentences)
    card = _card(text, *(c for words, basis in claims for c in _claim(words, basis)), captured=captured)
    assert card.reasons
    if captured and card.when.first:
        assert (card.when.first - captured).days <= 1
    assert all(text[e.start : e.end] == e.words for e in card.evidence)
    assert parse_edtf(card.when.edtf).first == card.when.first


def test_evidence_of_a_claim_is_kept() -> None:
    text = "05 March 2018\n\nThey met."
    evidence = Evidence("article-1", 0, 13, "05 March 2018")
    when = read_day("05 March 2018")[0]
    card = settle([Candidate(when, "masthead", evidence, "it stands above")], "article-1", text, (Span(15, 24),), None)
    assert card.evidence == (evidence,)
    assert card.when.grain is Grain.DAY


@pytest.mark.parametrize(
    ("text", "rule", "day"),
    [
        ("The gallery fell in yesterday, March 4, after the shift had gone down.", "today", "2018-03-05"),
        ("The canoe left the museum today, Thursday, on a cart.", "today", "2018-05-03"),
        ("The match on 4 March had been sold out for weeks.", "near", "2018-03-05"),
        ("The council will meet again on 9 May.", "near", "2018-05-03"),
        ("They wrote on 06-03-2018 and again on 07-03-2018.", "run", "2018-03-05"),
        ("They wrote on 05-06-2018 and again on 05-07-2018.", "run", "2018-05-03"),
        ("The meadow was sold on 12 October 1954.", "ambiguous", "2018-03-05/2018-05-03"),
        ("They begin today, until 10 April.", "ambiguous", "2018-03-05/2018-05-03"),
        ("The rooms are open daily except on 9 March.", "ambiguous", "2018-03-05/2018-05-03"),
    ],
)
def test_days_that_the_story_tells_lie_near_its_own(text: str, rule: str, day: str) -> None:
    card = _card(f"05-03-2018\n{text}", *_claim("05-03-2018"))
    assert (card.when.rule, card.when.edtf) == (rule, day)
