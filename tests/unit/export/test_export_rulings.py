"""Rulings as text: what is written is read back the same, and whatever else is fed in is refused by its line."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.errors import QueryError
from throughline.export import Holdings, rulings
from throughline.export.values import dumps, plain
from throughline.ledger.rulings import VERDICTS
from throughline.model import Ruling, content_id

IDS = st.builds(content_id, st.sampled_from(("actor", "event", "article", "ruling")), st.integers(0, 9))
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
VALUES = {
    "date": st.sampled_from(("2011", "2012-05-03", "2012-02-01/2012-02-20", "..")),
    "merge": IDS,
    "split": IDS,
    "speaker": st.sampled_from(("name:dora venn", "person:nouri-al-maliki")),
    "note": WORDS.filter(str.strip),
    "undo": st.just(""),
}


@st.composite
def made(draw: st.DrawFn) -> Ruling:
    """Draw a ruling with whatever words a person can type."""
    verdict = draw(st.sampled_from(VERDICTS))
    moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=draw(st.integers(0, 10**8)))
    said = (draw(IDS), verdict, draw(VALUES.get(verdict, st.just(""))), draw(WORDS), draw(WORDS))
    return Ruling(content_id("ruling", *said, moment), *said, made=moment)


@given(st.lists(st.tuples(made(), WORDS)))
def test_what_is_written_is_read_back(found: list[tuple[Ruling, str]]) -> None:
    text = "".join(rulings.lines(Holdings("arden", rulings=found)))
    assert rulings.read(text, "here") == [one for one, _ in found]
    assert len(text.split("\n")) == 2 + len(found) + sum(bool(words) for _, words in found)
    assert rulings.read(text.replace("\n", "\r\n"), "here") == [one for one, _ in found]


@given(st.lists(made()))
def test_json_lines_are_read_back(found: list[Ruling]) -> None:
    text = "\n".join(dumps(plain(one)) for one in found)
    assert rulings.read(text, "here") == found


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(QueryError):
        rulings.read(text, "here")


@given(made(), st.data())
def test_a_line_that_was_changed_is_read_or_refused(one: Ruling, data: st.DataObject) -> None:
    line = rulings.line(one)
    at = data.draw(st.integers(0, len(line) - 1))
    other = line[:at] + data.draw(st.sampled_from(("", "x", "0", "\t", "\\", "\n", "\ud800"))) + line[at + 1 :]
    with suppress(QueryError):
        assert all(each == one or each.id != one.id for each in rulings.read(other, "here"))


def test_a_line_by_hand_may_leave_out_its_id_and_reason() -> None:
    text = "# mine\n\n2026-03-05T14:00:00+02:00\tIda\tmerge\tactor-0123456789abcdef\tactor-0123456789abcdee\n"
    (one,) = rulings.read(text, "here")
    assert (one.author, one.verdict, one.reason) == ("Ida", "merge", "")
    assert one.made == datetime(2026, 3, 5, 12, tzinfo=UTC)
    assert rulings.read(text, "here")[0].id == one.id


def test_columns_may_stand_in_another_order() -> None:
    text = "verdict\ttarget\tmade\nreject\tevent-0123456789abcdef\t2026-03-05T14:00:00Z\n"
    assert rulings.read(text, "here")[0].verdict == "reject"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2026-03-05\tIda\treject\tevent-0123456789abcdef\t\t\t", "no moment with a zone"),
        ("0001-01-01T00:00:00+14:00\tIda\treject\tevent-0123456789abcdef\t\t\t", "no moment"),
        ("2026-03-05T14:00:00Z\tIda\tforget\tevent-0123456789abcdef\t\t\t", "there is no ruling by 'forget'"),
        ("2026-03-05T14:00:00Z\tIda\treject\tevent-012345\t\t\t", "no whole id"),
        ("2026-03-05T14:00:00Z\tIda\tdate\tarticle-0123456789abcdef\tsoon\t\t", "no date in EDTF"),
        ("2026-03-05T14:00:00Z\tIda\tmerge\tactor-0123456789abcdef\tAstor\t\t", "no whole id"),
        ("2026-03-05T14:00:00Z\tIda\tnote\tactor-0123456789abcdef\t \t\t", "its value is empty"),
        ("2026-03-05T14:00:00Z\tIda\tundo\truling-0123456789abcdef\tx\t\t", "an undo has no value"),
        ("2026-03-05T14:00:00Z\tI\\qda\treject\tevent-0123456789abcdef\t\t\t", "is no escape"),
        ("2026-03-05T14:00:00Z\tIda\treject\tevent-0123456789abcdef\t\t\truling-0123456789abcdef", "it was changed"),
        ("one\ttwo", "there are 2 values"),
        ("{", "this is no JSON object"),
        ('{"made": 5}', "made is text"),
        ('{"made": "2026-03-05T14:00:00Z"}', "it has no verdict"),
        ('{"a":' * 5000, "this is no JSON object"),
    ],
)
def test_what_can_not_be_read_is_said_with_its_line(row: str, said: str) -> None:
    with pytest.raises(QueryError, match=r"^here, line 2: ") as error:
        rulings.read(f"# first\n{row}\n", "here")
    assert said in str(error.value)
