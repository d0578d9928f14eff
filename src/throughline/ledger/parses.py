"""What a reader saw in an article, packed, so that it can be anchored to another day without being read again.

In: a `Parse`. Out: bytes; and back, with the words cut out of the article's text, equal but for sentence vectors and
the states of the network, which no finder needs. A packed parse takes nine bytes a token.
"""

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from throughline.model import Attribution, Name, Parse, Sentence, Stretch, Token
from throughline.text.tokens import normal

_SAME: Final = -1  # a lemma that is the norm
_BROKEN: Final = (zlib.error, ValueError, KeyError, TypeError, IndexError, RecursionError)


def packed(parse: Parse) -> bytes:
    """Pack a parse."""
    tokens = parse.tokens
    words = _Words()
    held = {
        "reader": parse.reader,
        "has_grammar": parse.has_grammar,
        "gaps": [gap for gap, _ in _steps(tokens)],
        "lengths": [token.end - token.start for token in tokens],
        "tags": [words[token.tag] for token in tokens],
        "xpos": [words[token.xpos] for token in tokens],
        "relations": [words[token.relation] for token in tokens],
        "lemmas": [_SAME if token.lemma == token.norm else words[token.lemma] for token in tokens],
        "heads": [token.head - index if token.head >= 0 else 0 for index, token in enumerate(tokens)],
        "factuality": [int(value) if (value := token.factuality).is_integer() else value for token in tokens],
        "norms": {index: token.norm for index, token in enumerate(tokens) if token.norm != normal(token.text)},
        "sentences": [list(sentence) for sentence in parse.sentences],
        "names": [list(name) for name in parse.names],
        "attributions": [[one.source, one.cue, one.contents] for one in parse.attributions],
        "words": words.order,
    }
    return zlib.compress(json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode())


def unpacked(data: bytes, text: str) -> Parse | None:
    """Undo `packed`; None where the bytes are no parse of this text."""
    try:
        held = json.loads(zlib.decompress(data))
        return Parse(
            tuple(_tokens(held, text)),
            tuple(Sentence(*numbers) for numbers in held["sentences"]),
            held["has_grammar"],
            tuple(Name(*name) for name in held["names"]),
            tuple(_attribution(one) for one in held["attributions"]),
            reader=held["reader"],
        )
    except _BROKEN:
        return None


class _Words:
    """Words by number, in the order in which they were first met."""

    def __init__(self) -> None:
        self.order: list[str] = []
        self._numbers: dict[str, int] = {}

    def __getitem__(self, word: str) -> int:
        number = self._numbers.setdefault(word, len(self.order))
        if number == len(self.order):
            self.order.append(word)
        return number


def _steps(tokens: Iterable[Token]) -> Iterator[tuple[int, Token]]:
    """How far each token begins after the one before it ends."""
    end = 0
    for token in tokens:
        yield token.start - end, token
        end = token.end


def _tokens(held: dict[str, Any], text: str) -> Iterator[Token]:
    words, norms = held["words"], held["norms"]
    names = ("gaps", "lengths", "tags", "xpos", "relations", "lemmas", "heads", "factuality")
    end = 0
    for index, row in enumerate(zip(*(held[name] for name in names), strict=True)):
        gap, length, tag, xpos, relation, lemma, head, factuality = row
        start = end + gap
        end = start + length
        if not 0 <= start <= end <= len(text):
            raise IndexError(start)
        own = text[start:end]
        norm = norms.get(str(index)) if norms and str(index) in norms else normal(own)
        yield Token(
            *(start, end, own, norm, words[tag], norm if lemma == _SAME else words[lemma]),
            *(index + head if head else -1, words[relation], words[xpos], float(factuality)),
        )


def _attribution(held: Sequence[Any]) -> Attribution:
    source, cue, contents = held
    return Attribution(
        None if source is None else Stretch(*source), Stretch(*cue), tuple(Stretch(*content) for content in contents)
    )
