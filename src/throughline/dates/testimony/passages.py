"""The readable text of a page as the date constraints look at it: tokens, sentences, and times with their tense.

In: a text and its readable spans. Out: `Passage`s, one a sentence, with the time expressions in it read without an
anchor, and which way the sentence looks at each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from throughline.dates.expression import TimeExpression
from throughline.dates.phrases.cues import may_tell
from throughline.dates.phrases.find import find_times
from throughline.dates.phrases.tense import lean
from throughline.model import UNKNOWN, Sentence, Span, Token
from throughline.text.sentences import split
from throughline.text.tokens import tokenise

_MOST = 60_000  # characters of a page that are read for its date: an article's worth many times over
_MOST_MARKS = 100  # time expressions of one sentence: more is a table


@dataclass(frozen=True, slots=True)
class Mark:
    """A time expression with the tokens `first` to `stop` of its sentence, its words, the word before, and its lean."""

    time: TimeExpression
    first: int
    stop: int
    word: str
    before: str
    lean: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence: its tokens and the times in it."""

    tokens: tuple[Token, ...]
    marks: tuple[Mark, ...]


def read(text: str, spans: Sequence[Span]) -> Iterator[Passage]:
    """Cut the readable spans into passages."""
    left = _MOST
    for span in spans:
        end = min(span.end, span.start + left)
        left -= end - span.start
        tokens = tuple(tokenise(text, span.start, end))
        for first, last in split(text, tokens):
            own = tokens[first:last]
            yield Passage(own, tuple(_marks(text, own)) if may_tell(own) else ())
        if left <= 0:
            return


def _marks(text: str, tokens: Sequence[Token]) -> Iterator[Mark]:
    whole = Sentence(0, len(tokens), tokens[0].start, tokens[-1].end, 0)
    for time in islice(find_times(text, tokens, (whole,), UNKNOWN), _MOST_MARKS):
        yield _mark(text, tokens, time)


def _mark(text: str, tokens: Sequence[Token], time: TimeExpression) -> Mark:
    first = next(i for i, t in enumerate(tokens) if t.start >= time.start)
    stop = next((i for i, t in enumerate(tokens) if t.start >= time.end), len(tokens))
    before = tokens[first - 1].norm if first else ""
    return Mark(time, first, stop, text[time.start : time.end], before, lean(tokens, first, stop))
