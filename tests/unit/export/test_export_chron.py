"""The notation reads back what it writes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.export import Holdings, chron
from throughline.export.chron import Told
from throughline.model import Plover, Status

LINES = st.text(max_size=30).map(lambda text: " ".join(text.split()))
NAMES = st.lists(LINES | st.sampled_from(['a "b" c', "x, y", "a > b", "> z", "no outlet", "-"]), max_size=3).map(tuple)
DAYS = st.none() | st.dates()
EDTF = st.sampled_from(["..", "../2012", "2011/..", "2011-12-12/2011-12-31", "2011-12", "2011~", "201X", "19XX"])
TOLD = st.builds(
    Told,
    when=EDTF,
    type=st.none() | st.sampled_from(Plover),
    actors=NAMES,
    recipients=NAMES,
    status=st.sampled_from(Status),
    due=st.none() | EDTF,
    headline=LINES,
    outlets=NAMES,
    reports=st.integers(0, 10**6),
    origins=st.integers(0, 10**6),
    known=DAYS,
    history=st.lists(
        st.builds(chron.Past, st.sampled_from(Status), DAYS, DAYS, st.sampled_from(["", "-", *map(str, Plover)])),
        max_size=3,
    ).map(tuple),
)


def test_an_entry_reads_like_an_erratum(story: Holdings) -> None:
    assert "".join(chron.lines(story)) == (
        "as of 2011-12-31\n"
        "\n"
        "2011-12-12..2011-12-31  RETREAT  Arden > Velland  planned, due ..2012\n"
        '  "Arden to leave Velland by 2012"\n'
        '  Vale Post, "Harbour & Sons, Ltd"  2 reports, 1 origin, known 2011-12-12\n'
        "  was: ongoing (known 2011-12-02)\n"
        "  now: planned (known 2011-12-12)\n"
    )


@given(st.lists(TOLD, max_size=4).map(tuple), st.none() | st.dates())
def test_what_is_written_is_read_back(entries: tuple[Told, ...], as_of: date | None) -> None:
    text = chron.write(entries, as_of)
    assert chron.read(text) == entries
    assert chron.write(chron.read(text), as_of) == text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("2011  RETREAT\n", 1),
        ('2011  FLY  A  planned\n  "x"\n  no outlet  1 report, 1 origin, known undated\n', 1),
        ("2011  -  planned\n  words without quotes\n", 2),
        ('2011  -  planned\n  "x"\n  Post, known 2011\n', 3),
        ('2011  -  planned\n  "x"\n  Post  1 report, 1 origin, known undated\n  then: ongoing\n', 4),
        ('2011  -  planned\n  "x"\n', 3),
    ],
)
def test_the_line_that_is_none_of_it_is_named(text: str, line: int) -> None:
    with pytest.raises(ValueError, match=f"line {line} "):
        chron.read(text)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        chron.read(text)
    except ValueError as error:
        assert "line" in str(error)  # noqa: PT017 - both endings are right
