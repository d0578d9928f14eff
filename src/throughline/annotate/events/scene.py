"""An article laid out for the finder of events: its tree, and which mention and which time each token belongs to.

In: an article, its parse and what was found before. Out: a `Scene`; it holds, and decides nothing.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from throughline.annotate.context import Context
from throughline.annotate.events.mending import mended
from throughline.annotate.tree import Tree
from throughline.model import Article, Evidence, Findings, Mention, Parse, Time

_EMPTY: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """What the questions asked of a trigger stand on.

    `mentions` and `times` are by token, the shortest first; `starts` are where the tokens begin.
    """

    article: Article
    tree: Tree
    context: Context
    mentions: Mapping[int, Sequence[Mention]]
    times: Mapping[int, Time]
    starts: Sequence[int]

    def norm(self, index: int) -> str:
        """The folded token at an index."""
        return self.tree[index].norm

    def mention(self, index: int) -> Mention | None:
        """The shortest mention that holds a token."""
        held = self.mentions.get(index, _EMPTY)
        return held[0] if held else None

    def head(self, evidence: Evidence) -> int:
        """The token that heads a stretch: its first word that hangs on one outside."""
        first, last = bisect_left(self.starts, evidence.start), bisect_left(self.starts, evidence.end)
        return next((i for i in range(first, last) if not first <= self.tree[i].head < last), first)

    def evidence(self, first: int, stop: int) -> Evidence:
        """The evidence of a range of tokens."""
        return self.article.evidence(self.tree[first].start, self.tree[stop - 1].end)


def lay(article: Article, parse: Parse, earlier: Findings) -> Scene:
    """Lay out an article."""
    parse = mended(parse)
    starts = [token.start for token in parse.tokens]
    mentions: dict[int, list[Mention]] = {}
    for mention in sorted(earlier.mentions, key=lambda each: each.evidence.end - each.evidence.start):
        for index in _covered(parse, starts, mention.evidence):
            mentions.setdefault(index, []).append(mention)
    times = {index: time for time in earlier.times for index in _covered(parse, starts, time.evidence)}
    return Scene(article, Tree(parse), Context(parse, earlier), mentions, times, starts)


def _covered(parse: Parse, starts: Sequence[int], evidence: Evidence) -> range:
    """Return the tokens that a stretch touches."""
    first = max(0, bisect_right(starts, evidence.start) - 1)
    if first < len(starts) and parse.tokens[first].end <= evidence.start:
        first += 1
    return range(first, bisect_left(starts, evidence.end))
