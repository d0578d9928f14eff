"""Tokens and sentences: places, clitics, abbreviations, Treebank text, quotation marks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.text.sentences import split
from throughline.text.tokens import tokenise


def words(text: str) -> list[str]:
    return [t.text for t in tokenise(text)]


def sentences(text: str) -> list[str]:
    tokens = list(tokenise(text))
    return [text[tokens[a].start : tokens[b - 1].end] for a, b in split(text, tokens)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Iraq's army didn't go.", ["Iraq", "'s", "army", "did", "n't", "go", "."]),
        ("Gen. Orvil (ret.) left the U.S. today.", ["Gen.", "Orvil", "(", "ret", ".", ")", "left", "the", "U.S.",
                                                   "today", "."]),
        ("`` Go , '' he said -LRB- so -RRB- .", ["``", "Go", ",", "''", "he", "said", "-LRB-", "so", "-RRB-", "."]),
        ("5,000 men, 2.5m and 05-03-2018", ["5,000", "men", ",", "2.5m", "and", "05-03-2018"]),
        ("al-Maliki’s U.N.-led talks", ["al-Maliki", "’s", "U.N.", "-", "led", "talks"]),
    ],
)  # fmt: skip
def test_tokens(text: str, tokens: list[str]) -> None:
    assert words(text) == tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ended. Then it rained.", ["It ended.", "Then it rained."]),
        ("Gen. Orvil met Dr. Belim on Dec. 3. They left.", ["Gen. Orvil met Dr. Belim on Dec. 3.", "They left."]),
        ("“It ended.” Nobody spoke.", ["“It ended.”", "Nobody spoke."]),
        ("''It ended.'' Nobody spoke. ''It rained.''", ["''It ended.''", "Nobody spoke.", "''It rained.''"]),
        ("He left the U.S. The army stayed.", ["He left the U.S.", "The army stayed."]),
        ("A hard\nwrap is no end", ["A hard\nwrap is no end"]),
        ("A heading\n\nA line", ["A heading", "A line"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_tokens_keep_their_place_and_leave_only_space(text: str) -> None:
    tokens = list(tokenise(text))
    assert all(text[t.start : t.end] == t.text for t in tokens)
    rest = 0
    for token in tokens:
        assert not text[rest : token.start].strip()
        rest = token.end
    assert not text[rest:].strip()


@given(st.text(alphabet=st.sampled_from("aB. !?\"'\n“”"), max_size=200))
@settings(max_examples=200, deadline=None)
def test_sentences_cover_every_token_once(text: str) -> None:
    tokens = list(tokenise(text))
    ranges = list(split(text, tokens))
    assert [i for a, b in ranges for i in range(a, b)] == list(range(len(tokens)))
