"""Where an article's tokens and sentences are: by rule, the same for every reader.

In: an article. Out: a `Parse` of its readable blocks, without grammar, for a reader to fill in.
"""

from collections.abc import Iterator, Sequence

from throughline.model import Article, Parse, Sentence, Token
from throughline.text.sentences import split
from throughline.text.tokens import tokenise


def lay(article: Article) -> Parse:
    """Cut an article's readable blocks into tokens and sentences."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for number, block in enumerate(article.blocks):
        if not block.is_readable:
            continue
        offset = len(tokens)
        own = list(tokenise(article.text, block.start, block.end))
        tokens.extend(own)
        sentences.extend(
            Sentence(offset + first, offset + last, own[first].start, own[last - 1].end, number)
            for first, last in split(article.text, own)
        )
    return Parse(tuple(tokens), tuple(sentences))


def portions(sentences: Sequence[Sentence], size: int) -> Iterator[Sequence[Sentence]]:
    """Yield sentences in portions of about `size` tokens, ended with their block unless that is far off."""
    first = 0
    for index, sentence in enumerate(sentences):
        tokens = sentence.first - sentences[first].first
        if tokens >= 2 * size or (tokens >= size and sentence.block != sentences[index - 1].block):
            yield sentences[first:index]
            first = index
    if sentences:
        yield sentences[first:]
