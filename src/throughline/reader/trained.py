"""The trained reader: tokens and sentences in, all that the network sees in them out.

In: an article, or words that are given. Out: a `Parse` with grammar. What is read depends on the text alone.
"""

from array import array
from collections.abc import Iterator, Sequence

import numpy as np

from throughline.model import Article, Attribution, Name, Parse, Sentence, Stretch, Token
from throughline.reader import folding, layout, windows
from throughline.reader.decoded import MOST_STATES, Seen
from throughline.reader.english import is_english
from throughline.reader.graph import Floats, load
from throughline.reader.pieces import CLS, SEP
from throughline.reader.windows import Part, Window
from throughline.reader.words import Word, plain, shape, words
from throughline.text.tokens import normal

_LEAST_LENGTH = 1e-12  # of a vector: what has no length stays so


def read(article: Article) -> Parse:
    """Read an article's readable blocks. One in another language than English has tokens and sentences, no grammar.

    Raises:
        ReaderError: the weights are missing or broken.
    """
    laid = layout.lay(article)
    if not is_english(laid.tokens, article.language):
        return laid
    return _read(laid, words(laid.tokens))


def parse_words(sentences: Sequence[Sequence[str]]) -> Parse:
    """Read sentences that are already cut into words, such as a treebank's.

    The tokens of the result are exactly these words. Their places are those in the text that has a space between words
    and a line a sentence; an empty word, or one with white space inside, is a token all the same.

    Raises:
        ReaderError: the weights are missing or broken.
    """
    tokens: list[Token] = []
    found: list[Sentence] = []
    at = 0
    for number, sentence in enumerate(sentences):
        first, start = len(tokens), at
        for word in sentence:
            tokens.append(Token(at, at + len(word), word, normal(word)))
            at += len(word) + 1
        if first < len(tokens):
            found.append(Sentence(first, len(tokens), start, at - 1, number))
        else:
            at += 1
    laid = Parse(tuple(tokens), tuple(found))
    return _read(laid, [Word(token.start, token.end, token.text, index) for index, token in enumerate(tokens)])


def _read(laid: Parse, own: Sequence[Word]) -> Parse:
    graph = load()
    texts = [word.text for word in own]
    pieces = [graph.pieces.of(text) for text in texts]
    sizes = [len(ids) for ids in pieces]
    parts = list(windows.parts(texts, sizes, list(_sentences(laid, own))))
    seen = Seen()
    for window in windows.pack(parts, sizes):
        first, last = window.first, window.last
        seen.add(window, graph.run(*_inputs(window, texts[first:last], pieces[first:last])), graph)
    tops = folding.tops(laid.tokens, own, seen)
    has_states = bool(own) and len(own) <= MOST_STATES
    return Parse(
        folding.fold(laid.tokens, own, seen, tops),
        laid.sentences,
        has_grammar=True,
        names=tuple(Name(own[first].start, own[last - 1].end, kind) for first, last, kind in seen.names),
        attributions=tuple(
            Attribution(
                None if source is None else _stretch(own, source),
                _stretch(own, cue),
                tuple(_stretch(own, content) for content in contents),
            )
            for source, cue, contents in seen.attributions
        ),
        vectors=_vectors(seen, parts),
        reader=f"throughline-{graph.version}",
        states=np.concatenate(seen.states)[tops] if has_states else None,
    )


def _sentences(laid: Parse, own: Sequence[Word]) -> Iterator[tuple[int, int, int]]:
    """Yield sentences as words: first, last, block."""
    first = 0
    for sentence in laid.sentences:
        last = first
        while last < len(own) and own[last].token < sentence.last:
            last += 1
        yield first, last, sentence.block
        first = last


def _inputs(
    window: Window, texts: Sequence[str], pieces: Sequence[tuple[int, ...]]
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return what the graph reads of a window: pieces, shapes, the first piece of every word, words by part."""
    ids, shapes, firsts = [CLS], [0], []
    for text, own in zip(texts, pieces, strict=True):
        firsts.append(len(ids))
        ids.extend(own)
        shapes.extend([shape(plain(text))] * len(own))
    ids.append(SEP)
    shapes.append(0)
    member = np.zeros((len(window.parts), len(texts)), dtype=np.float32)
    for row, part in enumerate(window.parts):
        member[row, part.first - window.first : part.last - window.first] = 1 / (part.last - part.first)
    return np.array([ids]), np.array([shapes]), np.array(firsts), member


def _stretch(own: Sequence[Word], place: tuple[int, int]) -> Stretch:
    return Stretch(own[place[0]].start, own[place[1] - 1].end)


def _vectors(seen: Seen, parts: Sequence[Part]) -> tuple[Sequence[float], ...]:
    """Return a unit vector a sentence; one in several parts has their mean by length."""
    sums: list[np.ndarray] = []
    for vector, part in zip(seen.vectors, parts, strict=True):
        weighed = vector * (part.last - part.first)
        if part.goes_on:
            sums[-1] = sums[-1] + weighed
        else:
            sums.append(weighed)
    return tuple(map(_unit, sums))


def _unit(vector: Floats) -> "array[float]":
    """Return a vector of length one, as plain data."""
    unit = array("f")
    unit.frombytes((vector / max(float(np.linalg.norm(vector)), _LEAST_LENGTH)).astype(np.float32).tobytes())
    return unit
