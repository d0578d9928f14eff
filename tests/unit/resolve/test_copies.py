"""Copies are found however they were edited; reports that only share quotes are not copies; order decides nothing."""

import random
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline import reader
from throughline.model import (
    Article,
    Block,
    DateCard,
    Grain,
    Note,
    NoteKind,
    Page,
    Relation,
    Role,
    Sketch,
    When,
    content_id,
    page_of,
)
from throughline.resolve import copies

WORDS = """harbour council guard lake road governor promise withdraw mission fleet north island treaty signal envoy
winter storm bridge fuel border station radio minister vote budget farm school market rumour letter coast""".split()


def prose(seed: int, sentences: int = 20) -> list[str]:
    """Sentences of made-up prose; one seed always gives the same."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    return [
        " ".join(chance.choice(WORDS) for _ in range(chance.randint(9, 22))).capitalize() + "."
        for _ in range(sentences)
    ]


def sketch(
    sentences: list[str],
    day: date | None = date(2031, 5, 3),
    url: str | None = None,
    captured: date | None = None,
    joint: str = " ",
) -> Sketch:
    text = joint.join(sentences)
    page = page_of(text.encode(), "text/plain", "x.txt", captured=captured)
    return copies.sketch(page, article(page, text, day, url), reader.read(article(page, text, day, url)))


def article(page: Page, text: str, day: date | None, url: str | None) -> Article:
    when = When(day, day, Grain.DAY if day else Grain.UNKNOWN)
    block = Block(Role.BODY, 0, len(text))
    name = content_id("article", page.id, url, day)
    return Article(name, page.id, page.source, None, None, (), url, None, DateCard(when), None, None, text, (block,))


LATER = date(2031, 5, 4)
WIRE = prose(1)


@pytest.mark.parametrize(
    "edited",
    [
        WIRE,
        WIRE[:9],
        WIRE[6:],
        [*prose(2, 3), *WIRE[2:]],
        WIRE[10:] + WIRE[:10],
        WIRE[::2],
        [*prose(3, 4), *WIRE, *prose(4, 4)],
        [sentence.replace("harbour", "port") for sentence in WIRE],
    ],
    ids=["whole", "cut after", "cut before", "new lead", "turned round", "every other", "furniture", "house style"],
)
def test_an_edited_wire_story_is_a_copy(edited: list[str]) -> None:
    link = copies.judge(sketch(edited, LATER), sketch(WIRE))
    assert link is not None
    assert link.relation is Relation.COPY_OF
    assert (link.left, link.right) == (sketch(edited, LATER).article, sketch(WIRE).article)
    assert link.known == LATER
    assert "of its text stands in “" in link.reasons[0]


@pytest.mark.parametrize(
    "other",
    [prose(9), [*prose(9, 14), *WIRE[:6]], [*prose(9, 80), *WIRE], WIRE[:1]],
    ids=["another report", "background shared", "a digest that takes it up", "a quote"],
)
def test_what_is_no_copy(other: list[str]) -> None:
    assert copies.judge(sketch(other, LATER), sketch(WIRE)) is None


def test_months_apart_it_takes_more_to_be_a_copy() -> None:
    months_on = date(2031, 9, 1)
    assert copies.judge(sketch([*prose(2, 6), *WIRE[4:]], months_on), sketch(WIRE)) is None
    assert copies.judge(sketch([*prose(2, 6), *WIRE[4:]], LATER), sketch(WIRE)) is not None
    assert copies.judge(sketch(WIRE[1:], months_on), sketch(WIRE)) is not None


def named(one: Sketch, outlet: str) -> Sketch:
    return replace(one, name=outlet)


@pytest.mark.parametrize(
    ("outlets", "day", "kept", "found"),
    [
        (("North Wire", "Lake Post"), LATER, 9, True),  # nine sentences of twenty: no two reporters write so much alike
        (("North Wire", "Lake Post"), LATER, 6, False),
        (("North Wire", "North Wire"), LATER, 9, False),  # in one outlet it may be background
        (("North Wire", "North Wire Online"), LATER, 9, False),
        (("North Wire", "North Wire"), LATER, 15, True),  # written through
        (("North Wire", "North Wire"), date(2031, 5, 6), 15, False),  # the next of a series
        (("North Wire", "Lake Post"), date(2031, 5, 6), 15, True),
        (("“Guards promised”", "Lake Post"), LATER, 9, False),  # who knows whose it is
    ],
)
def test_what_an_outlet_shares_with_itself_counts_for_less(
    outlets: tuple[str, str], day: date, kept: int, found: object
) -> None:
    first, second = outlets
    earlier = named(sketch(WIRE), first)
    later = named(sketch([*prose(8, 20 - kept), *WIRE[20 - kept :]], day), second)
    assert (copies.judge(later, earlier) is not None) is found
    assert copies.judge(later, earlier) == copies.judge(earlier, later)


def test_a_brief_of_a_long_report_is_found() -> None:
    long = prose(11, 50)
    link = copies.judge(sketch(long[:6], LATER), sketch(long))
    assert link is not None
    assert link.relation is Relation.COPY_OF


@pytest.mark.parametrize("seed", range(12, 18))
def test_of_one_day_the_shorter_is_the_copy(seed: int) -> None:
    long = prose(seed, 40)
    brief, report = sketch(long[:8]), sketch(long)
    link = copies.judge(report, brief)
    assert link is not None
    assert (link.left, link.right) == (brief.article, report.article)


def test_treebank_and_plain_text_compare_equal() -> None:
    plain = ['"We don\'t know," the envoy (of the north) said: "It\'s the council\'s fuel."', *WIRE]
    treebank = [
        "`` We do n't know , '' the envoy -LRB- of the north -RRB- said : `` It 's the council 's fuel . ''",
        *WIRE,
    ]
    wrapped = [sentence.replace(" ", "\n", 3) for sentence in plain]
    assert sketch(plain).shingles == sketch(treebank).shingles == sketch(wrapped, joint="\n").shingles


def test_the_same_address_with_other_text_is_a_version() -> None:
    url = "https://www.courier.example/guards?utm_source=feed"
    before = sketch(WIRE, url="http://courier.example/guards/", captured=date(2031, 5, 3))
    after = sketch([*WIRE[:12], *prose(5, 8)], url=url, captured=date(2031, 5, 9))
    link = copies.judge(after, before)
    assert link is not None
    assert (link.relation, link.left, link.right) == (Relation.UPDATES, after.article, before.article)
    same = copies.judge(sketch(WIRE, url=url, captured=date(2031, 5, 9)), before)
    assert same is not None
    assert same.relation is Relation.COPY_OF
    assert copies.judge(sketch(prose(6), url=url), before) is None


def test_one_number_that_changes_makes_a_version() -> None:
    url, long = "https://courier.example/guards", prose(7, 200)
    before = sketch([*long, "The guards were 500 when they came."], url=url, captured=date(2031, 5, 3))
    after = sketch([*long, "The guards were 700 when they came."], url=url, captured=date(2031, 5, 9))
    link = copies.judge(before, after)
    assert link is not None
    assert (link.relation, link.left) == (Relation.UPDATES, after.article)


@pytest.mark.parametrize(
    ("captured", "noted", "own"),
    [
        (None, None, date(2031, 5, 3)),  # nothing better than the day of publication
        (date(2031, 5, 9), None, date(2031, 5, 9)),
        (date(2031, 5, 9), date(2031, 5, 6), date(2031, 5, 6)),
        (None, date(2031, 5, 6), date(2031, 5, 6)),
        (date(2031, 5, 9), date(2031, 5, 11), date(2031, 5, 9)),  # nobody notes a change before making it
        (date(2031, 5, 9), date(2031, 5, 3), date(2031, 5, 9)),  # nor on the day that the first version came
    ],
)
def test_a_version_is_known_from_its_note_else_from_its_capture(
    captured: date | None, noted: date | None, own: date
) -> None:
    page = page_of(b"x", "text/plain", "x.txt", captured=captured)
    plain = article(page, "Updated. The guards left.", date(2031, 5, 3), "https://courier.example/guards")
    when = When(noted, noted, Grain.DAY) if noted else None
    note = Note(NoteKind.UPDATE, plain.evidence(0, 8), when)
    assert copies.own_day(replace(plain, notes=(note,)), captured) == own


def test_an_undated_version_without_a_capture_has_no_day_of_its_own() -> None:
    assert sketch(WIRE, None).own is None
    assert sketch(WIRE, None, captured=date(2031, 5, 9)).own == date(2031, 5, 9)


def test_a_link_to_an_undated_article_is_known_never() -> None:
    link = copies.judge(sketch(WIRE, None), sketch(WIRE[:15]))
    assert link is not None
    assert link.known is None
    assert link.left == sketch(WIRE, None).article


@pytest.mark.parametrize(
    ("url", "folded"),
    [
        ("https://www.Courier.example/a/b/?utm_medium=x&id=7#top", "courier.example/a/b?id=7"),
        ("http://m.courier.example/a/b", "courier.example/a/b"),
        ("https://courier.example/", None),
        ("https://courier.example/?page=2", "courier.example?page=2"),
        ("not an address", None),
        ("http://[::1", None),
        (None, None),
    ],
)
def test_addresses_fold(url: str | None, folded: str | None) -> None:
    assert copies.fold_address(url) == folded


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 19), st.integers(1, 20), st.integers(0, 2)), max_size=7))
def test_a_pair_finds_each_other_in_either_order(cuts: list[tuple[int, int, int, int]]) -> None:
    """What `judge` links, each of the two would have been shown to the other: the ledger asks by the later comer's."""
    made = [sketch(prose(seed)[start : start + size] + prose(50, more)) for seed, start, size, more in cuts]
    for one, other in combinations(made, 2):
        link = copies.judge(one, other)
        assert link == copies.judge(other, one)
        if link is not None:
            for asking, asked in ((one, other), (other, one)):
                assert len(asking.prints & asked.prints) >= copies.shared_prints(len(asking.prints))


@pytest.mark.parametrize("count", range(1, 12))
def test_the_same_few_words_are_a_copy(count: int) -> None:
    brief = [" ".join(WORDS[:count])]
    first, second = sketch(brief), sketch(brief, LATER)
    assert copies.judge(second, first) is not None
    assert first.prints == second.prints != frozenset()


def test_an_empty_text_has_no_copies() -> None:
    assert copies.judge(sketch([""]), sketch(WIRE)) is None


@pytest.mark.parametrize("borrower", [0, 1])
def test_of_one_day_who_credits_another_is_the_copy(borrower: int) -> None:
    pair = [sketch(WIRE), sketch([*WIRE, "One more line."])]
    pair[borrower] = replace(pair[borrower], borrowed=True)
    link = copies.judge(*pair)
    assert link is not None
    assert link.left == pair[borrower].article
