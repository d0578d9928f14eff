from datetime import date
from itertools import pairwise

import pytest

from throughline.tables.offices import _terms, holders_named, holders_of, longest_title, offices_named


def test_a_holder_is_found_by_whole_name_and_by_any_end_of_it() -> None:
    whole = holders_named("jaap de hoop scheffer")
    assert ("secretary general", "body:nato") in [(t.office, t.body) for t in whole]
    assert holders_named("de hoop scheffer") == whole
    assert holders_named("scheffer") == whole
    assert holders_named("nobody of this name") == ()


@pytest.mark.parametrize(
    ("title", "body", "day", "person"),
    [
        ("defense secretary", "state:USA", date(2011, 12, 2), "Leon Panetta"),
        ("secretary of state", "state:USA", date(2008, 5, 5), "Condoleezza Rice"),
        ("secretary general", "body:nato", date(2018, 3, 5), "Jens Stoltenberg"),
        ("chief", "body:nato", date(2008, 4, 17), "Jaap de Hoop Scheffer"),
        ("prime minister", "state:IRQ", date(2008, 4, 17), "Nouri al-Maliki"),
        ("chancellor", "state:DEU", date(2010, 1, 1), "Angela Merkel"),
        ("president", "state:RUS", date(2009, 6, 1), "Dmitry Medvedev"),
        ("chairman of the joint chiefs of staff", "state:USA", date(1995, 6, 1), "John Shalikashvili"),
        ("top us commander in iraq", "state:USA", date(2007, 9, 10), "David Petraeus"),
        ("commander of nato mission iraq", "body:nato", date(2020, 1, 7), "Jennie Carignan"),
        ("special envoy", "body:un", date(2013, 3, 1), "Lakhdar Brahimi"),
        ("chancellor", "state:GBR", date(2008, 10, 1), "Alistair Darling"),
        ("foreign secretary", "state:GBR", date(2024, 1, 10), "David Cameron"),
        ("speaker of the house", "state:USA", date(2009, 3, 1), "Nancy Pelosi"),
        ("chief", "body:imf", date(2002, 3, 1), "Horst Köhler"),
    ],
)
def test_who_held_an_office_on_a_day(title: str, body: str, day: date, person: str) -> None:
    assert person in [term.person for term in holders_of(title, body, day)]


def test_titles_are_known_by_their_last_word() -> None:
    assert longest_title("staff") == 8
    assert longest_title("potato") == 0
    assert offices_named("goalkeeper") == ()


def test_every_term_of_the_table_is_in_order_and_keyed() -> None:
    for term in _terms():
        assert term.last is None or term.first <= term.last, term
        assert term.body.startswith(("state:", "body:"))
        assert term.person
        assert all(term.names)
        assert offices_named(term.office), term.office


def test_no_two_presidents_of_one_state_share_a_year() -> None:
    for body in {term.body for term in _terms()}:
        terms = sorted(holders_of("president", body), key=lambda t: t.first)
        for one, two in pairwise(terms):
            assert one.last is None or (one.last - two.first).days < 366, (one, two)
            assert one.last is not None, (one, two)


def test_an_end_known_by_month_or_year_alone_is_as_wide_as_it_may_be() -> None:
    term = next(t for t in holders_of("commander of nato mission iraq", "body:nato") if t.person == "Dany Fortin")
    assert (term.since, term.first) == ("2018-10", date(2018, 10, 1))
    assert (term.until, term.last) == ("2019-11", date(2019, 11, 30))


def test_who_stood_in_is_marked() -> None:
    held = holders_of("defense secretary", "state:USA", date(2019, 3, 1))
    assert [(t.person, t.acting) for t in held] == [("Patrick Shanahan", True)]
