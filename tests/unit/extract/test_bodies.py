"""Bodies as authors: a name of their own is wanted, and newspapers and agencies are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.extract.masthead import bodies


@pytest.mark.parametrize(
    ("said", "body"),
    [
        ("Vale Harbour Trust", "Vale Harbour Trust"),
        ("By the Dram Valley Editorial Team", "Dram Valley Editorial Team"),
        ("Written by: Kelpworks Team | 3 May", "Kelpworks Team"),
        ("Kelpworks, Inc.", "Kelpworks, Inc."),
        ("Staff", None),
        ("Marketing Team", None),
        ("Community Editor", None),
        ("Online-Redaktion", None),
        ("Super User", None),
        ("No Author", None),
        ("Reuters", None),
        ("BBC News", None),
        ("The Vale Courier Staff", None),
        ("kelp77", None),
        ("https://kelpworks.example/author/kelp", None),
        ("Kelpworks, Dram, Vale", None),
    ],
)
def test_a_declared_author(said: str, body: str | None) -> None:
    assert bodies.find([said], [], "Harbour Blog", "harbour.example") == body


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("By the Kelpworks Foundation", "Kelpworks Foundation"),
        ("kelpworks", "kelpworks"),
        ("Personal finance", None),
        ("Read by Many", None),
    ],
)
def test_a_line_must_name_the_site_or_look_like_a_body(line: str, body: str | None) -> None:
    assert bodies.find([], [line], "Kelpworks", "kelpworks.example") == body


def test_the_paper_that_one_reads_is_no_author() -> None:
    assert bodies.find(["Vale Courier"], [], "The Vale Courier", "valecourier.example") is None
    assert bodies.find(["valecourier"], [], "The Vale Courier", "valecourier.example") is None


@given(st.text(max_size=200), st.text(max_size=40), st.text(max_size=40))
def test_nothing_breaks(said: str, outlet: str, host: str) -> None:
    found = bodies.find([said], [said], outlet, host)
    assert found is None or found.strip()
