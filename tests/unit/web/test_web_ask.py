"""Requests: what they ask for, and the addresses of what can be asked next."""

import re
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as some
from starlette.testclient import TestClient

from throughline.errors import QueryError
from throughline.story import Story
from throughline.web.ask import Ask
from throughline.web.desk import Desk

DESK = Desk(Story(Path("nowhere.story")))


def ask(**params: str) -> Ask:
    return Ask(DESK, "/people", params=params)


def test_a_month_is_its_last_day() -> None:
    assert ask(as_of="2011-12").clock.day == date(2011, 12, 31)
    assert ask().clock.day is None


@pytest.mark.parametrize("number", ["-1", "1e3", "١", "99999999999", "100001", "x"])
def test_a_number_is_read_strictly(number: str) -> None:
    with pytest.raises(QueryError, match="a number from 0"):
        ask(top=number).number("top", 50)


def test_an_address_carries_the_day_on_unless_told_otherwise() -> None:
    asked = ask(as_of="2011-12-31", maybe="1", q="x")
    assert asked.link("/state") == "/state?as_of=2011-12-31&maybe=1"
    assert asked.link("/state", as_of=None) == "/state?maybe=1"
    assert asked.here(q="y z") == "/people?as_of=2011-12-31&maybe=1&q=y+z"


@given(some.text(max_size=20), some.text(max_size=20))
def test_whatever_is_in_an_address_comes_out_again(address: str, value: str) -> None:
    made = urlsplit(ask().link("/" + address.lstrip("/"), q=value))
    assert not made.netloc
    assert dict(parse_qsl(made.query, keep_blank_values=True)).get("q", "") == value


_LISTS = (
    "/chronicle?later=hide",
    "/state",
    "/said",
    "/people",
    "/search?q=canteen",
    "/figures",
    "/changes?from=2011-12-01",
)


@pytest.mark.parametrize("address", _LISTS)
def test_what_may_have_been_known_is_not_greyed_where_it_is_counted_in(client: TestClient, address: str) -> None:
    joint = "&" if "?" in address else "?"
    page = client.get(f"{address}{joint}as_of=2011-12-31&maybe=1").text
    known = re.findall(r'data-known="([^"]*)"', page)
    assert known
    assert all(day and day <= "2011-12-31" for day in known)
