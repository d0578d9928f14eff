from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from throughline.dates.published import ballot, claim, company, weights
from throughline.dates.published.claim import Candidate
from throughline.dates.written import read_day

_KINDS = st.sampled_from(["near bare", "foot bare", "meta published", "json-ld changed", "comment bare", ""])
_WORDS = st.sampled_from(["2018-03-05", "05-03-2018", "2018-03-09T23:30:00Z", "2018-03-10", "March 2018", "2018"])


def _candidates(claims: list[tuple[str, str]]) -> list[Candidate]:
    return [Candidate(when, "meta", None, words, kind) for words, kind in claims for when in read_day(words)]


@given(st.lists(st.tuples(_WORDS, _KINDS), max_size=8))
def test_shares_are_of_one_whole_and_none_of_them_keeps_some(claims: list[tuple[str, str]]) -> None:
    grouped, _ = claim.group(_candidates(claims), None)
    field = ballot.runners(grouped)
    shares = weights.shares(field)
    assert len(shares) == len(field)
    assert all(0 < share < 1 for share in shares)
    assert sum(shares) < 1
    assert [runner.day for runner in field] == sorted({runner.day for runner in field})


@given(st.lists(st.tuples(_WORDS, _KINDS), max_size=6))
def test_what_a_page_says_twice_counts_once(claims: list[tuple[str, str]]) -> None:
    once, _ = claim.group(_candidates(claims), None)
    twice, _ = claim.group(_candidates(claims + claims), None)
    assert [(r.day, r.kinds) for r in ballot.runners(once)] == [(r.day, r.kinds) for r in ballot.runners(twice)]


def test_the_second_of_a_kind_is_known_to_be_later_and_readings_of_one_string_are_not() -> None:
    grouped, _ = claim.group(_candidates([("2018-03-05", "foot bare"), ("2018-03-10", "foot bare")]), None)
    assert [sorted(r.kinds - company.KINDS) for r in ballot.runners(grouped)] == [
        ["foot bare"],
        ["foot bare", "foot bare later"],
    ]
    grouped, _ = claim.group(_candidates([("05-03-2018", "near bare")]), None)
    assert [sorted(r.kinds - company.KINDS) for r in ballot.runners(grouped)] == [["near bare"], ["near bare"]]


def test_a_month_speaks_for_its_days_and_a_comment_against_what_comes_after() -> None:
    said = [("March 2018", "meta date"), ("2018-03-05", "comment bare"), ("2018-03-10", "near bare")]
    grouped, _ = claim.group(_candidates(said), None)
    first, second = ballot.runners(grouped)
    assert "within meta date" in first.kinds & second.kinds
    assert "after a comment" in second.kinds - first.kinds


def test_a_moment_in_greenwich_speaks_for_the_day_where_it_was_written() -> None:
    grouped, _ = claim.group(
        _candidates([("2018-03-09T23:30:00Z", "meta published"), ("2018-03-10", "near bare")]), None
    )
    assert {r.day: "meta published" in r.kinds for r in ballot.runners(grouped)}[date(2018, 3, 10)]


def test_a_day_beside_the_title_beats_one_of_a_list() -> None:
    assert weights.odds("near bare") > 1
    assert weights.odds("foot bare later") < 0
