"""Days of versions follow from the versions known by then: over captures, notes of change, publications of any kind."""

import random
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.ledger import Ledger, Reading, open_view
from throughline.ledger.audit import audit
from throughline.model import Article, Block, DateCard, Grain, Role, Sketch, When, content_id, page_of
from throughline.resolve import copies

START = date(2031, 5, 3)


def capture(number: int, published: int | None, captured: int | None, noted: int | None) -> Reading:
    """One capture of an address; what its note says is when it was changed, if it lies where a note may lie."""
    last, day, note = (None if days is None else START + timedelta(days) for days in (published, captured, noted))
    text = f"The guards were {number} when they came."
    page = page_of(text.encode(), "text/plain", f"{number}.txt", captured=day)
    card = DateCard(When(last, last, Grain.DAY if last else Grain.UNKNOWN))
    block = (Block(Role.BODY, 0, len(text)),)
    name = content_id("article", page.id)
    article = Article(name, page.id, page.source, None, None, (), None, "en", card, None, None, text, block)
    fits = note is not None and last is not None and last < note <= (day or date.max)
    own = max((one for one in (last, note if fits else day) if one), default=None)
    shingles = frozenset({*range(40), 1000 + number})
    return Reading(
        page, article, sketch=Sketch(name, "it", "courier.example/a", last, day, shingles, frozenset({1}), own=own)
    )


def days(readings: Sequence[Reading]) -> dict[str, date | None]:
    """Since when each is known, in a story made of them in this order."""
    with tempfile.TemporaryDirectory() as room:
        path = Path(room) / "x.story"
        with Ledger.create(path) as ledger:
            for reading in readings:
                assert reading.sketch
                met = (copies.judge(reading.sketch, other) for other in ledger.alike(reading.sketch, 1))
                ledger.write(replace(reading, links=tuple(link for link in met if link)))
        assert audit(path) == []
        with open_view(path) as view:
            return {name: head.known for name, head in view.heads().items()}


SOME = st.one_of(st.none(), st.integers(0, 9))
CAPTURES = st.lists(st.tuples(SOME, SOME, SOME), min_size=2, max_size=6).map(
    lambda drawn: [capture(number, *one) for number, one in enumerate(drawn)]
)


@settings(max_examples=60, deadline=None)
@given(CAPTURES, st.integers(0, 9), st.randoms(use_true_random=False))
def test_a_day_follows_from_what_was_known_then_in_any_order(
    readings: list[Reading], day: int, chance: random.Random
) -> None:
    whole = days(readings)
    then = START + timedelta(day)
    known = [one for one in readings if one.article and (since := whole[one.article.id]) and since <= then]
    chance.shuffle(known)
    assert days(known) == {name: since for name, since in whole.items() if since and since <= then}


def test_a_note_dates_a_change_that_no_earlier_capture_was_after() -> None:
    first, noted, again = capture(1, 0, 1, None), capture(2, 0, 6, 3), capture(3, 0, 9, 3)
    since = [(day - START).days for day in days([first, noted, again]).values() if day]
    assert since == [0, 3, 9]  # the last shows the same note, but was captured after one that shows it too
