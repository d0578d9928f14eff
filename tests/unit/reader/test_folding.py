"""Words back to tokens: a token of several words takes the grammar of the topmost."""

from hypothesis import given
from hypothesis import strategies as st

from throughline.model import Token
from throughline.reader import folding
from throughline.reader.decoded import Seen
from throughline.reader.words import words


def _tokens(*texts: str) -> list[Token]:
    found, at = [], 0
    for text in texts:
        found.append(Token(at, at + len(text), text, text.lower()))
        at += len(text) + 1
    return found


def _seen(heads: list[int]) -> Seen:
    size = len(heads)
    return Seen(["NOUN"] * size, ["NN"] * size, heads, [f"r{i}" for i in range(size)], [0.0] * size)


def test_a_hyphened_word_takes_the_grammar_of_its_head() -> None:
    tokens = _tokens("the", "U.S.-led", "force")
    own = words(tokens)
    assert [word.text for word in own] == ["the", "U.S.", "-", "led", "force"]
    seen = _seen([4, 3, 3, 4, -1])
    found = folding.fold(tokens, own, seen, folding.tops(len(tokens), own, seen))
    assert [token.head for token in found] == [2, 2, -1]
    assert [token.relation for token in found] == ["r0", "r3", "r4"]


@st.composite
def _trees(draw: st.DrawFn) -> list[int]:
    """Draw heads of a tree over words in chance order."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = [-1] * size
    for place in range(1, size):
        heads[order[place]] = order[draw(st.integers(0, place - 1))]
    return heads


@given(_trees(), st.data())
def test_folding_never_makes_a_cycle(heads: list[int], data: st.DataObject) -> None:
    texts, left = [], len(heads)
    while left:
        parts = data.draw(st.integers(1, (left + 1) // 2))
        texts.append("-".join(["a"] * parts) if parts > 1 else "a")
        left -= 2 * parts - 1
    tokens = _tokens(*texts)
    own = words(tokens)
    seen = _seen(heads)
    found = folding.fold(tokens, own, seen, folding.tops(len(tokens), own, seen))
    assert sum(token.head < 0 for token in found) == 1
    for start in range(len(found)):
        at, steps = start, 0
        while at >= 0:
            at, steps = found[at].head, steps + 1
            assert steps <= len(found)
