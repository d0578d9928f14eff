"""The laws of a story for what is likely of one happening: the pairs hang on no order, no other page, no later day."""

import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import throughline
from tests.laws.piles import DAYS, LAWS, PILES, build
from tests.laws.test_laws_rulings import CHOICES, FEW, replayed, ruled, rulings_on
from throughline.ledger.audit import audit
from throughline.ledger.rows import Alike
from throughline.ledger.view import open_view
from throughline.model import Page


def alike(path: Path, day: date | None = None) -> list[Alike]:
    with open_view(path, day) as view:
        return view.alike()


def kept(path: Path) -> set[tuple[int, int, int]]:
    """The pairs as they are stored: also those that the view leaves out, as an outlet repeats their words."""
    with closing(sqlite3.connect(path)) as raw:
        return set(raw.execute(_KEPT))


_KEPT = """SELECT min(a.id, b.id), max(a.id, b.id), likely FROM alike
    JOIN telling AS a ON a.key = one JOIN telling AS b ON b.key = other"""


def known_by(pages: Sequence[Page], path: Path, day: date) -> list[Page]:
    known = {head.page: head.known for head in throughline.open(path).articles().values()}
    return [page for page in pages if (since := known.get(page.id)) and since <= day]


@LAWS
@given(PILES, st.randoms(use_true_random=False))
def test_the_order_of_pages_changes_no_pair(pages: list[Page], chance: random.Random) -> None:
    shuffled = list(pages)
    chance.shuffle(shuffled)
    path = build(pages)
    assert alike(path) == alike(build(shuffled)) == alike(build(pages, times=2))
    assert audit(path) == []


@LAWS
@given(PILES, DAYS)
def test_asking_about_the_past_gives_the_pairs_of_then(pages: list[Page], day: date) -> None:
    path = build(pages)
    assert alike(path, day) == alike(build(known_by(pages, path, day)), day)


@LAWS
@given(PILES, st.randoms(use_true_random=False))
def test_a_pair_hangs_on_its_two_pages_alone(pages: list[Page], chance: random.Random) -> None:
    whole = kept(build([page for page in pages if page.declared.published]))
    some = [page for page in pages if page.declared.published and chance.random() < 0.6]  # who has a day needs no other
    path = build(some)
    with closing(sqlite3.connect(path)) as raw:
        there = {key for (key,) in raw.execute("SELECT id FROM telling")}
    assert kept(path) == {pair for pair in whole if {*pair[:2]} <= there}


@FEW
@given(PILES, CHOICES)
def test_an_article_that_is_dated_anew_has_the_pairs_of_one_that_was_read_so(
    pages: list[Page], choices: list[tuple[int, str, bool]]
) -> None:
    path = build(pages)
    made = rulings_on(pages, choices)
    assert alike(ruled(path, made)) == alike(replayed(pages, made))
    assert audit(path) == []
