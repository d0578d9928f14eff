"""Readable blocks to tokens and sentences."""

from throughline.model import UNKNOWN, Article, Block, DateCard, Role, Sentence
from throughline.reader import layout


def test_only_readable_blocks_are_read_and_sentences_stay_in_theirs() -> None:
    text = "A title here\n\nIt rained. It stopped\n\nA caption.\n\nand went on."
    blocks = (Block(Role.TITLE, 0, 12), Block(Role.BODY, 14, 35), Block(Role.CAPTION, 37, 47), Block(Role.BODY, 49, 61))
    article = Article("a", "p", "s", None, None, (), None, "en", DateCard(UNKNOWN), None, None, text, blocks)
    parse = layout.lay(article)
    assert [text[s.start : s.end] for s in parse.sentences] == ["It rained.", "It stopped", "and went on."]
    assert [s.block for s in parse.sentences] == [1, 1, 3]
    assert not parse.has_grammar
    assert [t.text for t in parse.of(parse.sentences[0])] == ["It", "rained", "."]


def test_an_article_without_readable_blocks_gives_nothing() -> None:
    article = Article("a", "p", "s", None, None, (), None, "en", DateCard(UNKNOWN), None, None, "x", ())
    assert layout.lay(article).tokens == ()


def test_portions_end_with_their_block_and_lose_nothing() -> None:
    sentences = [Sentence(at, at + 10, at, at + 10, at // 40) for at in range(0, 400, 10)]
    found = list(layout.portions(sentences, 50))
    assert [sentence for portion in found for sentence in portion] == sentences
    assert all(portion[-1].last % 40 == 0 for portion in found)
    alone = [sentence._replace(block=0) for sentence in sentences]
    assert max(len(portion) for portion in layout.portions(alone, 50)) == 10
    assert list(layout.portions([], 50)) == []
