"""The trained reader: tokens and sentences in, all that the network sees in them out.

In: an article, or words that are given. Out: a `Parse` with grammar. What is read depends on the text alone.
"""

from array import array
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from throughline.model import Article, Attribution, Name, Parse, Sentence, Stretch, Token
from throughline.reader import folding, layout, windows
from throughline.reader.decoded import Seen
from throughline.reader.english import is_english
from throughline.reader.graph import Floats, Graph, load
from throughline.reader.links import Linked
from throughline.reader.pieces import CLS, SEP
from throughline.reader.windows import Part, Window
from throughline.reader.words import Word, plain, shape, words
from throughline.text.tokens import normal

MOST_STATES = 50_000  # tokens whose states are kept: 40 MB
_AT_ONCE = 10_000  # tokens
_LEAST_LENGTH = 1e-12  # of a vector: what has no length stays so


def read(article: Article) -> Parse:
    """Read an article's readable blocks. One in another language than English has tokens and sentences, no grammar.

    Raises:
        ReaderError: the weights are missing or broken.
    """
    laid = layout.lay(article)
    if not is_english(laid.tokens, article.language):
        return laid
    tokens, sentences = list(laid.tokens), laid.sentences
    del laid  # its tokens go as they are read: a page may hold two millions
    return _read(tokens, sentences, words)


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
    return _read(tokens, tuple(found), _whole)


def _whole(tokens: Sequence[Token]) -> list[Word]:
    """Return tokens as words, none parted."""
    return [Word(token.start, token.end, token.text, index) for index, token in enumerate(tokens)]


def _read(tokens: list[Token], sentences: tuple[Sentence, ...], part: Callable[[Sequence[Token]], list[Word]]) -> Parse:
    """Read tokens, which are replaced one portion at a time: only what was seen of one is held at once."""
    graph = load()
    names: list[Name] = []
    attributions: list[Attribution] = []
    vectors: list[Sequence[float]] = []
    states = []
    for portion in layout.portions(sentences, _AT_ONCE):
        first, last = portion[0].first, portion[-1].last
        own = part(tokens[first:last])
        seen, parts = _seen(graph, own, [(each.last - first, each.block) for each in portion])
        tops = folding.tops(last - first, own, seen)
        tokens[first:last] = folding.fold(tokens[first:last], own, seen, tops, first)
        names.extend(Name(own[start].start, own[end - 1].end, kind) for start, end, kind in seen.names)
        attributions.extend(_attribution(own, linked) for linked in seen.attributions)
        vectors.extend(_vectors(seen, parts))
        if last <= MOST_STATES:
            states.append(np.concatenate(seen.states)[tops])
    return Parse(
        tuple(tokens),
        sentences,
        has_grammar=True,
        names=tuple(names),
        attributions=tuple(attributions),
        vectors=tuple(vectors),
        reader=f"throughline-{graph.version}",
        states=np.concatenate(states) if states and len(tokens) <= MOST_STATES else None,
    )


def _seen(graph: Graph, own: Sequence[Word], ends: Sequence[tuple[int, int]]) -> tuple[Seen, list[Part]]:
    """Read words window by window; `ends` tells the token after each sentence, and its block."""
    texts = [word.text for word in own]
    pieces = [graph.pieces.of(text) for text in texts]
    sizes = [len(ids) for ids in pieces]
    parts = list(windows.parts(texts, sizes, list(_sentences(own, ends))))
    seen = Seen()
    for window in windows.pack(parts, sizes):
        first, last = window.first, window.last
        scores = graph.run(*_inputs(window, texts[first:last], pieces[first:last]))
        seen.add(window, texts[first:last], scores, graph)
    return seen, parts


def _sentences(own: Sequence[Word], ends: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield sentences as words: first, last, block."""
    first = 0
    for end, block in ends:
        last = first
        while last < len(own) and own[last].token < end:
            last += 1
        yield first, last, block
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


def _attribution(own: Sequence[Word], linked: Linked) -> Attribution:
    source, cue, contents = linked
    return Attribution(
        None if source is None else _stretch(own, source),
        _stretch(own, cue),
        tuple(_stretch(own, content) for content in contents),
    )


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
