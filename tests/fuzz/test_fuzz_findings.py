"""Whatever the text is, reader and finders come through: findings on their words, in time that grows with it."""

import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline import reader
from throughline.ledger.reading import Reading, verify
from throughline.model import (
    Article,
    Block,
    DateCard,
    Evidence,
    Findings,
    Grain,
    Parse,
    Role,
    Token,
    When,
    page_of,
)
from throughline.pipeline.steps import STEPS
from throughline.reader import layout

DAY = date(2031, 3, 4)
PAGE = page_of(b"fuzz", "text/plain", "fuzz")
# Seconds a megabyte of the worst text may take to find in, once read: ten times what a slow core needs.
_PATIENCE = 60.0


def article(text: str) -> Article:
    """An article of one block, or of none where there is nothing to read."""
    blocks = (Block(Role.BODY, 0, len(text)),) if text.strip() else ()
    published = DateCard(When(DAY, DAY, Grain.DAY, "", "fuzz"))
    return Article("fuzz", PAGE.id, "", None, None, (), None, "en", published, None, None, text, blocks)


def findings(told: Article, parse: Parse) -> Findings:
    """All findings, each finder getting those before it; no exception is caught."""
    found = Findings()
    for name, find in STEPS.finders:
        found = replace(found, **{name: find(told, parse, found)})
    return found


def evidences(record: object) -> Iterator[Evidence]:
    if isinstance(record, Evidence):
        yield record
    elif isinstance(record, tuple):
        for each in record:
            yield from evidences(each)
    elif is_dataclass(record):
        for field in fields(record):
            yield from evidences(getattr(record, field.name))


def check(told: Article, parse: Parse) -> Findings:
    found = findings(told, parse)
    for evidence in evidences(found):
        assert 0 <= evidence.start < evidence.end <= len(told.text)
        assert told.text[evidence.start : evidence.end] == evidence.words
    verify(Reading(PAGE, told, found))  # what the ledger demands: ids are one record's, and what is named is there
    for figure in found.figures:
        low, high = figure.amount.low, figure.amount.high
        assert low is not None or high is not None
        assert low is None or high is None or low <= high
    return found


PIECES = st.sampled_from(
    """the The and , . ; : ! ? " “ ” ‘ ’ '' `` ( ) -- - … of in on by to said says told that which who not NATO Iraq
    Iraqi President Obama U.S. soldiers troops people killed were will have withdraw from Monday 2011 5 5,000 half
    million percent % $ € more than up to all but three between according he They her " several hundred dozens deny
    if unless failed plans agreement attack \n \n\n a an is 9/11 F-16 Mr. -LRB- -RRB- 🙂 é ß 漢字 لا""".split(" ")
)


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, max_size=60).map(" ".join) | st.text(max_size=200))
def test_any_text(text: str) -> None:
    told = article(text)
    check(told, reader.read(told))


MONSTERS = {
    "a sentence of 20,000 words": "the soldiers of the army and " * 3_400 + "left.",
    "clauses in clauses": "He said that " * 700 + "they left.",
    "a list of names": "John Smith, " * 1_000,
    "titles": "President " * 1_500,
    "punctuation": ".,;:!?-()[]" * 400,
    "one mark": '"' * 3_000,
    "nested quotations": "“He said ‘she said " * 500,
    "quotations left open": '"We leave," he said. "' * 400,
    "brackets": "(" * 2_000 + "x" + ")" * 2_000,
    "nothing but numbers": "5,000 " * 3_000,
    "numbers of numbers": "hundreds of thousands of millions of " * 500,
    "number words": "twenty-five hundred and " * 1_000,
    "ranges": "between 5 and 10 to 15 or 20-25 " * 400,
    "hedges": "more than up to at least about " * 500 + "5 men",
    "sums": "$5m in aid for " * 600,
    "dates": "on Monday, 5 March 2011, " * 500,
    "one long word": "a" * 100_000,
    "hyphens": "well-" * 4_000,
    "capitals": "ABCDEFG " * 2_000,
    "Russian": "Войска НАТО покинут Ирак до конца 2011 года, сообщил генерал. " * 500,
    "Arabic": "قال حلف شمال الأطلسي إن قواته ستغادر العراق بحلول نهاية عام 2011. " * 500,
    "Chinese": "北约表示其部队将于2011年底前离开伊拉克。" * 1_000,
    "emoji and joiners": "👩\u200d🚀\u0301\u200b " * 1_000,
    "control characters": "He said\x0b\x0c\x1f\x7f\u2028 it. " * 500,
}


@pytest.mark.parametrize("text", MONSTERS.values(), ids=MONSTERS)
def test_monsters(text: str) -> None:
    told = article(text)
    check(told, reader.read(told))


def parsed(words: int, heads: str) -> tuple[Article, Parse]:
    """A text with a parse that no good parser makes: one sentence, all hung in a chain or on one word."""
    text = " ".join(["5,000", "soldiers", "said", "killed", "Monday"][place % 5] for place in range(words))
    told = article(text)
    read = layout.lay(told)
    step = {"chain": -1, "back": 1, "list": -1}
    kinds = [("NUM", "CD", "nummod"), ("NOUN", "NNS", "conj"), ("VERB", "VBD", "ccomp"), ("VERB", "VBN", "acl")]
    kinds = [("VERB", "VBD", "conj")] if heads == "list" else kinds
    tokens = []
    for at, token in enumerate(read.tokens):
        tag, xpos, relation = kinds[at % len(kinds)]
        head = at + step[heads] if heads in step else min(at, 1) - 1
        head = -1 if head >= len(read.tokens) else head
        tokens.append(Token(token.start, token.end, token.text, token.norm, tag, token.norm, head, relation, xpos, 3.0))
    whole = read.sentences[0]._replace(last=len(tokens), end=tokens[-1].end)
    return told, Parse(tuple(tokens), (whole,), has_grammar=True)


@pytest.mark.parametrize("heads", ["chain", "star", "back", "list"])  # "star": all on the first word
def test_parses_that_are_wrong(heads: str) -> None:
    check(*parsed(2_000, heads))


@pytest.mark.parametrize("name", ["a sentence of 20,000 words", "clauses in clauses", "nothing but numbers", "hyphens"])
def test_time_grows_with_the_text(name: str) -> None:
    """Four times the text takes nowhere near sixteen times as long to find in."""
    text = MONSTERS[name]
    spent = []
    for part in (text[: len(text) // 4], text):
        told = article(part)
        parse = reader.read(told)
        started = time.process_time()
        findings(told, parse)
        spent.append(time.process_time() - started)
    assert spent[1] < 10 * spent[0] + 0.5
    assert spent[1] < _PATIENCE * len(text) / 1e6 + 1
