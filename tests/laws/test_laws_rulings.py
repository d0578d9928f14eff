"""The laws of rulings on dates, over the piles of the other laws: anchoring anew is the same as reading anew."""

import json
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import throughline
from tests.laws.piles import DAYS, LAWS, PILES, build, export, kinds
from throughline.ledger import Ledger
from throughline.model import Page, Ruling, content_id, page_of
from throughline.pipeline import narrow
from throughline.pipeline.anchor import rule
from throughline.pipeline.local import add

FEW = settings(LAWS, max_examples=8)  # each builds a pile twice
START = datetime(2030, 1, 1, tzinfo=UTC)
VALUES = st.one_of(
    DAYS.map(date.isoformat), st.sampled_from(("2011", "2012-05", "2012-02-01/2012-02-20", "..", "../2012"))
)
CHOICES = st.lists(st.tuples(st.integers(0, 9), VALUES, st.booleans()), min_size=1, max_size=4)


def rulings_on(pages: Sequence[Page], choices: Sequence[tuple[int, str, bool]]) -> list[Ruling]:
    """Date rulings about some of the pages' articles; some are taken back by the next."""
    made: list[Ruling] = []
    for number, value, is_undone in choices:
        target = content_id("article", pages[number % len(pages)].id)
        made.append(_ruling(target, "date", value, len(made)))
        if is_undone:
            made.append(_ruling(made[-1].id, "undo", "", len(made)))
    return made


def _ruling(target: str, verdict: str, value: str, number: int) -> Ruling:
    made = START + timedelta(seconds=number)
    return Ruling(
        content_id("ruling", target, verdict, value, "", "Ida", made), target, verdict, value, "", "Ida", made
    )


def ruled(path: Path, made: Sequence[Ruling]) -> Path:
    with Ledger.open(path) as ledger:
        for one in made:
            rule(ledger, one)
        narrow.settle(ledger)
    return path


def replayed(pages: Sequence[Page], made: Sequence[Ruling]) -> Path:
    """A story that has the rulings before it has the pages."""
    path = ruled(build(()), made)
    with Ledger.open(path) as ledger:
        add(ledger, pages)
    return path


@FEW
@given(PILES, CHOICES, st.randoms(use_true_random=False))
def test_ruling_in_place_is_reading_anew(
    pages: list[Page], choices: list[tuple[int, str, bool]], chance: random.Random
) -> None:
    made = rulings_on(pages, choices)
    shuffled = list(pages)
    chance.shuffle(shuffled)
    path = ruled(build(pages), made)
    assert throughline.open(path).audit() == ()
    assert export(path) == export(replayed(shuffled, made))


@FEW
@given(PILES, CHOICES)
def test_what_is_taken_back_leaves_no_trace(pages: list[Page], choices: list[tuple[int, str, bool]]) -> None:
    path = build(pages)
    before, made = export(path), rulings_on(pages, choices)
    ruled(path, made)
    gone = {one.target for one in made if one.verdict == "undo"}
    last = [one for one in made if one.verdict == "date" and one.id not in gone]
    ruled(path, [_ruling(one.id, "undo", "", len(made) + number) for number, one in enumerate(last)])
    assert export(path) == before


@FEW
@given(PILES, CHOICES, DAYS)
def test_a_ruling_holds_whatever_the_day(pages: list[Page], choices: list[tuple[int, str, bool]], day: date) -> None:
    made = rulings_on(pages, choices)
    path = ruled(build(pages), made)
    heads = throughline.open(path).articles().values()
    known = {head.page for head in heads if head.known and head.known <= day}
    earlier = ruled(build([page for page in pages if page.id in known]), made)
    assert export(path, day) == export(earlier, day)


@FEW
@given(PILES, st.integers(0, 9), DAYS)
def test_a_page_dated_by_a_ruling_says_what_it_would_if_it_were_declared(
    pages: list[Page], number: int, day: date
) -> None:
    page = pages[number % len(pages)]
    told = page_of(
        page.data, page.media_type, page.source, replace(page.declared, published=day.isoformat()), page.captured
    )
    if page.captured is not None and page.captured < day:
        return  # a declared day after the capture is refused; a ruling is not
    by_ruling = ruled(build([page]), rulings_on([page], [(0, day.isoformat(), False)]))
    declared = build([told])
    for kind in ("time", "statement", "event", "figure"):
        one, other = kinds(export(by_ruling), kind), kinds(export(declared), kind)
        assert sorted(map(_shape, one)) == sorted(map(_shape, other))  # ids hang on what was declared, and order on ids


def _shape(row: dict[str, object]) -> str:
    names = ("type", "value", "when", "said", "due", "status", "known", "low", "high")
    return json.dumps({name: row[name] for name in names if name in row})
