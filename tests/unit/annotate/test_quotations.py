"""Quotation marks of every kind, paired."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline import reader
from throughline.annotate import quotations
from throughline.model import UNKNOWN, Article, Block, DateCard, Role


def quoted(*paragraphs: str) -> list[str]:
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Role.BODY, at, at + len(paragraph)))
        at += len(paragraph) + 2
    article = Article("a", "p", "s", None, None, (), None, "en", DateCard(UNKNOWN), None, None, text, tuple(blocks))
    parse = reader.read(article)
    return [text[parse.tokens[q.first + 1].start : parse.tokens[q.last - 1].end] for q in quotations.find(text, parse)]


@pytest.mark.parametrize(
    "text",
    [
        'She said "we go on" today.',
        "She said “we go on” today.",
        "She said `` we go on '' today .",
        "She said ''we go on'' today.",
        'She said “we go on" today.',
        'She said "we go on” today.',
        "She said ‘we go on’ today.",
        "She said «we go on» today.",
    ],
)
def test_marks_of_any_kind_pair(text: str) -> None:
    assert quoted(text) == ["we go on"]


def test_an_apostrophe_opens_nothing() -> None:
    assert quoted("The workers' plan isn't Belim's, and 'em too.") == []


def test_a_passage_over_paragraphs_is_one_per_paragraph() -> None:
    found = quoted("“We came to help.", "“We will go on,” Orvil said.")
    assert found == ["We came to help.", "We will go on,"]


def test_a_stray_mark_reaches_no_further_than_its_sentence() -> None:
    assert quoted('It was 5" wide. Nobody spoke. The end.') in (["wide ."], ["wide."], [])


@given(st.text(alphabet=st.sampled_from("ab .,“”‘’\"'`\n"), max_size=200))
@settings(max_examples=150, deadline=None)
def test_passages_never_overlap(text: str) -> None:
    block = Block(Role.BODY, 0, len(text))
    article = Article("a", "p", "s", None, None, (), None, "en", DateCard(UNKNOWN), None, None, text, (block,))
    found = quotations.find(text, reader.read(article))
    assert all(a.after <= b.first for a, b in pairwise(found))
