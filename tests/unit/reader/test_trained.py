"""The reader with the weights of the package: plain sentences read right, and hostile ones read at all."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline import reader
from throughline.errors import ReaderError
from throughline.model import UNKNOWN, Article, Block, DateCard, Parse, Role
from throughline.reader import graph

_TEXT = (
    "President Barack Obama visited Iraq on Monday.\n\n"
    'The troops were attacked by rebels. "We will leave the country," the spokesman told Reuters.'
)


def _article(text: str, language: str | None = "en") -> Article:
    blocks = []
    at = 0
    for paragraph in text.split("\n\n"):
        if paragraph:
            blocks.append(Block(Role.BODY, at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Article("a", "p", "s", None, None, (), None, language, DateCard(UNKNOWN), None, None, text, tuple(blocks))


@pytest.fixture(scope="module")
def parse() -> Parse:
    return reader.read(_article(_TEXT))


def _index(parse: Parse, text: str) -> int:
    return next(index for index, token in enumerate(parse.tokens) if token.text == text)


def _holds(parse: Parse) -> None:
    """What holds for every parse: one root a sentence, heads within it, no cycle, spans within the text."""
    for sentence in parse.sentences:
        own = range(sentence.first, sentence.last)
        assert sum(parse.tokens[index].head < 0 for index in own) == 1
        for index in own:
            token = parse.tokens[index]
            assert (token.relation == "root") == (token.head < 0)
            assert token.head in own or token.head == -1
            assert token.tag
            assert token.xpos
            assert -3 <= token.factuality <= 3
    depths: dict[int, int] = {-1: 0}
    for index in range(len(parse.tokens)):
        way = []
        at = index
        while at not in depths:
            way.append(at)
            at = parse.tokens[at].head
            assert len(way) <= len(parse.tokens)
        for step, below in enumerate(reversed(way), 1):
            depths[below] = depths[at] + step
    places = {token.start for token in parse.tokens}
    assert all(name.start < name.end for name in parse.names)
    assert all(each.cue.start < each.cue.end for each in parse.attributions)
    assert len(parse.vectors) == len(parse.sentences)
    assert not parse.tokens or min(places) >= 0


def test_the_grammar_of_plain_sentences(parse: Parse) -> None:
    assert parse.has_grammar
    assert parse.reader.startswith("throughline-")
    _holds(parse)
    visited, obama, rebels = (_index(parse, word) for word in ("visited", "Barack", "rebels"))
    assert parse.tokens[visited].xpos == "VBD"
    assert parse.tokens[visited].lemma == "visit"
    assert parse.tokens[obama].head == visited
    assert parse.tokens[_index(parse, "Iraq")].relation == "obj"
    assert parse.tokens[rebels].relation.startswith("obl")
    assert parse.tokens[_index(parse, "troops")].relation == "nsubj:pass"


def test_names_and_who_said_what(parse: Parse) -> None:
    names = {(_TEXT[name.start : name.end], name.kind) for name in parse.names}
    assert {("Barack Obama", "Person"), ("Iraq", "Location")} <= names
    told = next(each for each in parse.attributions if _TEXT[each.cue.start : each.cue.end].startswith("told"))
    assert told.source is not None
    assert _TEXT[told.source.start : told.source.end] == "the spokesman"
    assert "We will leave the country" in "".join(_TEXT[part.start : part.end] for part in told.contents)


def test_vectors_are_of_length_one_and_alike_where_sentences_are() -> None:
    text = "The troops left Iraq.\n\nSoldiers withdrew from Iraq.\n\nHe likes to bake bread and cakes."
    vectors = reader.read(_article(text)).vectors
    assert all(abs(sum(x * x for x in vector) - 1) < 1e-4 for vector in vectors)

    def likeness(left: int, right: int) -> float:
        return sum(x * y for x, y in zip(vectors[left], vectors[right], strict=True))

    assert likeness(0, 1) > likeness(0, 2)


def test_what_is_read_does_not_depend_on_what_was_read_before() -> None:
    first = reader.read(_article(_TEXT))
    reader.read(_article("Something else happened. " * 40))
    again = reader.read(_article(_TEXT))
    assert first == again


def test_given_words_are_the_tokens() -> None:
    given_words = [["He", "do", "n't", "know", "U.S.-led", "-LRB-"], [], ["Yes", "."]]
    parse = reader.parse_words(given_words)
    assert [token.text for token in parse.tokens] == [word for sentence in given_words for word in sentence]
    text = "\n".join(" ".join(sentence) for sentence in given_words)
    assert all(text[token.start : token.end] == token.text for token in parse.tokens)
    assert [(sentence.first, sentence.last) for sentence in parse.sentences] == [(0, 6), (6, 8)]
    _holds(parse)


def test_another_language_has_no_grammar() -> None:
    text = "Le président a dit que les soldats vont quitter le pays avant la fin de cette année. " * 4
    parse = reader.read(_article(text, "fr"))
    assert parse.tokens
    assert not parse.has_grammar


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\x00 \x00",
        "." * 3_000,
        "( [ { " * 500,
        "“" * 700,
        "a" * 20_000,
        "-".join(["a"] * 4_000),
        "the word and " * 2_000,
        "Он сказал, что войска уйдут из Ирака. " * 40,
        "军队将离开伊拉克。" * 400,
        "😀 said 🇮🇶 " * 300,
        "\u202etfel sdrawkcab\u202c \ufeff \ud7ff \U0010ffff",
        "A\u0301" * 2_000,
    ],
    ids=range(13),
)
def test_whatever_comes_is_read(text: str) -> None:
    _holds(reader.parse_words([text.split()]))
    parse = reader.read(_article(text))
    if parse.has_grammar:
        _holds(parse)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    parse = reader.read(_article(text))
    assert all(text[token.start : token.end] == token.text for token in parse.tokens)
    if parse.has_grammar:
        _holds(parse)


def test_without_weights_the_advice_is_to_get_them(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="missing"):
        graph.load(tmp_path)
    for name in ("reader.onnx", "reader.json", "vocab.txt"):
        (tmp_path / name).write_text("{}")
    with pytest.raises(ReaderError, match="can't be used"):
        graph.load(tmp_path)


def test_a_reader_that_is_not_there() -> None:
    with pytest.raises(ReaderError, match="no reader 'other'"):
        reader.check("other")
