"""The laws of rulings on who is who, what is one and what is wrong, over the piles of the other laws."""

import random
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import throughline
from tests.laws.piles import DAYS, LAWS, PILES, build, export, kinds
from throughline.errors import QueryError
from throughline.ledger import Ledger
from throughline.ledger.rulings import NOT_SAME, REJECT, SAME, SPEAKER
from throughline.model import Page, Ruling
from throughline.pipeline.local import add

FEW = settings(LAWS, max_examples=6)  # each builds a pile twice, and reads it a dozen times
KINDS = {
    REJECT: ("event", "statement", "figure", "mention", "happening", "deadline", "dispute"),
    SAME: ("actor", "happening"),
    NOT_SAME: ("actor", "happening"),
    SPEAKER: ("statement",),
}
CHOICES = st.lists(
    st.tuples(st.sampled_from(sorted(KINDS)), st.integers(0, 99), st.integers(0, 99), st.booleans()),
    min_size=1,
    max_size=5,
)
Choices = list[tuple[str, int, int, bool]]


def ruled(path: Path, choices: Choices) -> list[Ruling]:
    """Rule as a person would, on what the listings show; some rulings are taken back at once."""
    story = throughline.open(path)
    for verdict, one, other, is_undone in choices:
        rows = export(path)
        named = kinds(rows, KINDS[verdict][one % len(KINDS[verdict])])
        others = kinds(rows, "actor") if verdict == SPEAKER else named
        if not named or not others:
            continue
        value = "" if verdict == REJECT else str(others[other % len(others)]["id"])
        with suppress(QueryError):
            made = story.rule(str(named[one % len(named)]["id"]), verdict, value, author="Ida")
            if is_undone:
                story.rule(made.id, "undo", author="Ida")
    return list(story.rulings())


def text(path: Path) -> str:
    return "".join(throughline.open(path).export("rulings"))


def replayed(pages: Sequence[Page], made: Sequence[Ruling]) -> Path:
    """A story that has the rulings before it has the pages."""
    path = build(())
    throughline.open(path).replay(made)
    with Ledger.open(path) as ledger:
        add(ledger, pages)
    return path


@FEW
@given(PILES, CHOICES, st.randoms(use_true_random=False))
def test_a_story_that_is_built_anew_with_its_rulings_is_the_same(
    pages: list[Page], choices: Choices, chance: random.Random
) -> None:
    path = build(pages)
    made = ruled(path, choices)
    chance.shuffle(pages)
    anew = replayed(pages, made)
    assert throughline.open(path).audit() == throughline.open(anew).audit() == ()
    assert export(anew) == export(path)
    assert text(anew) == text(path)


@FEW
@given(PILES, CHOICES)
def test_what_is_taken_back_leaves_no_trace(pages: list[Page], choices: Choices) -> None:
    path = build(pages)
    before = export(path)
    ruled(path, choices)
    story = throughline.open(path)
    for one in story.rulings(standing=True):
        if one.verdict != "undo":
            story.rule(one.id, "undo")
    assert export(path) == before


@FEW
@given(PILES, CHOICES, st.integers(1, 4))
def test_rulings_hold_when_pages_come(pages: list[Page], choices: Choices, number: int) -> None:
    path = build(pages[:-number] or pages[:1])
    made = ruled(path, choices)
    with Ledger.open(path) as ledger:
        add(ledger, pages)
    assert export(path) == export(replayed(pages, made))
    rows = export(path)
    shown = {row["id"] for row in rows}
    decided = throughline.open(path)
    for one in decided.rulings(standing=True):
        if one.verdict == REJECT:
            assert one.target not in shown
        if one.verdict == SPEAKER:
            said = [row["speaker"] for row in kinds(rows, "statement") if row["id"] == one.target]
            assert all(speaker is not None for speaker in said)


@FEW
@given(PILES, CHOICES, DAYS)
def test_rulings_hold_whatever_the_day(pages: list[Page], choices: Choices, day: date) -> None:
    path = build(pages)
    made = ruled(path, choices)
    heads = throughline.open(path).articles().values()
    known = {head.page for head in heads if head.known and head.known <= day}
    earlier = replayed([page for page in pages if page.id in known], made)
    assert export(path, day) == export(earlier, day)
