"""One sentence with all that the finder of events asks about it: verb groups, mentions by token, times, clauses.

In: an article, its parse and context. Out: a `Frame`; it holds, and decides nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from throughline.annotate import relatives, verbgroups
from throughline.annotate.context import Context
from throughline.annotate.events import deadlines
from throughline.annotate.events.deadlines import Dated
from throughline.annotate.verbgroups import VerbGroup
from throughline.model import Article, Evidence, Mention, Sentence, Token


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention by its tokens; with its role words ("Prime Minister") where they stand before it."""

    mention: Mention
    first: int
    stop: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence: `first` up to, not including, `last` count `tokens`, which are the whole article's."""

    article: Article
    tokens: Sequence[Token]
    sentence: Sentence
    context: Context
    groups: tuple[VerbGroup, ...]
    mentions: tuple[Placed, ...]
    times: tuple[Dated, ...]
    relatives: tuple[tuple[int, int], ...] = ()

    @property
    def first(self) -> int:
        """The first token."""
        return self.sentence.first

    @property
    def last(self) -> int:
        """The token after the last."""
        return self.sentence.last

    def norm(self, index: int) -> str:
        """The folded token at an index, "" outside the sentence."""
        return self.tokens[index].norm if self.sentence.first <= index < self.sentence.last else ""

    def norms(self, first: int, stop: int) -> list[str]:
        """The folded tokens of a range, cut to the sentence."""
        return [token.norm for token in self.tokens[max(first, self.first) : min(stop, self.last)]]

    def evidence(self, first: int, stop: int) -> Evidence:
        """The evidence of a range of tokens."""
        return self.article.evidence(self.tokens[first].start, self.tokens[stop - 1].end)

    def group_at(self, index: int) -> VerbGroup | None:
        """The verb group whose main verb stands at an index."""
        return next((group for group in self.groups if group.main == index), None)


def frame(article: Article, context: Context, sentence: Sentence) -> Frame:
    """Lay out a sentence."""
    tokens = context.tokens
    groups = tuple(verbgroups.find(tokens, sentence.first, sentence.last))
    times = tuple(deadlines.places(tokens, sentence, context))
    clauses = relatives.find(tokens, sentence.first, sentence.last, groups)
    return Frame(article, tokens, sentence, context, groups, _mentions(tokens, sentence, context), times, clauses)


def _mentions(tokens: Sequence[Token], sentence: Sentence, context: Context) -> tuple[Placed, ...]:
    """Return the mentions of a sentence by token, in order; of nested ones the outermost."""
    found: list[Placed] = []
    for mention in context.mentions(sentence.start, sentence.end):
        first = _index(tokens, sentence, mention.evidence.start)
        stop = first
        while stop < sentence.last and tokens[stop].start < mention.evidence.end:
            stop += 1
        if mention.role is not None and sentence.start <= mention.role.start < mention.evidence.start:
            first = _index(tokens, sentence, mention.role.start)
        while found and found[-1].first >= first:
            found.pop()  # "Iraqi" of "Iraqi Prime Minister Nouri al-Maliki"
        if stop > first and not (found and first < found[-1].stop):
            found.append(Placed(mention, first, stop))
    return tuple(found)


def _index(tokens: Sequence[Token], sentence: Sentence, offset: int) -> int:
    """Return the first token of a sentence that ends after an offset."""
    low, high = sentence.first, sentence.last
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    return low
