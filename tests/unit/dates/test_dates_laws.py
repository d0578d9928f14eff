from datetime import date

import pytest

from throughline.dates.published import ballot, claim, laws
from throughline.dates.published.card import settle
from throughline.dates.published.claim import Candidate
from throughline.dates.written import read_day
from throughline.model import DateCard, Span

_TEXT = "They met in Velm."


def _claims(*said: tuple[str, str]) -> list[Candidate]:
    return [Candidate(when, "meta", None, f"it says {words}", kind) for words, kind in said for when in read_day(words)]


def _card(*said: tuple[str, str], text: str = _TEXT, captured: date | None = None) -> DateCard:
    return settle(_claims(*said), "article-1", text, (Span(0, len(text)),), captured)


def _likeliest(card: DateCard) -> str:
    return (card.guess or card.when).edtf


@pytest.mark.parametrize(
    "kind", ["over weekday", "over visit", "top bare", "foot bare", "body bare", "near within", "meta changed"]
)
def test_a_stated_day_is_outvoted_by_no_list_menu_or_change(kind: str) -> None:
    card = _card(("2018-03-05", "meta published"), ("2019-01-14", kind))
    assert _likeliest(card) == "2018-03-05"


@pytest.mark.parametrize("kind", ["near published", "near bare", "json-ld published"])
def test_another_statement_of_publication_stands_beside_it(kind: str) -> None:
    grouped, _ = claim.group(_claims(("2018-03-05", "meta published"), ("2018-02-01", kind)), None)
    assert len(laws.standing(ballot.runners(grouped))) == 2


def test_the_day_of_the_visit_is_no_day_of_publication_but_bounds_it() -> None:
    card = _card(("2019-01-14", "over visit"))
    assert (card.when.first, card.when.last) == (None, date(2019, 1, 14))
    assert not card.when.is_day


def test_what_the_text_tells_as_past_refutes_a_statement_where_another_day_is_shown() -> None:
    told = "They met in Velm on 12 April 2018 and signed."
    card = _card(("2018-03-05", "meta published"), ("2018-04-13", "near within"), text=told)
    assert _likeliest(card) == "2018-04-13"


def test_an_update_alone_is_the_end_of_an_interval_and_the_best_guess() -> None:
    card = _card(("2018-03-05", "meta changed"), ("2018-03-05", "json-ld changed"))
    assert (card.when.is_day, card.when.first, card.when.last) == (False, None, date(2018, 3, 5))
    assert _likeliest(card) == "2018-03-05"
    assert _card(("2018-03-05", "near changed")).when.edtf in {"2018-03-05", "../2018-03-05"}
