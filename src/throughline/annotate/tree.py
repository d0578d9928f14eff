"""The grammar of an article as a tree to walk: who depends on whom, and which stretch of tokens a word governs.

In: a `Parse` with grammar. Out: answers by token index. Universal Dependencies (de Marneffe et al. 2021) throughout.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from throughline.model import Parse, Token

_NONE: Sequence[int] = ()


class Tree:
    """The dependents of every token of a parse, in order; built once for an article."""

    def __init__(self, parse: Parse) -> None:
        self.tokens = parse.tokens
        below: dict[int, list[int]] = {}
        for index, token in enumerate(parse.tokens):
            if token.head >= 0:
                below.setdefault(token.head, []).append(index)
        self._below = below
        self._ends = [sentence.last for sentence in parse.sentences]

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    def children(self, index: int, *relations: str) -> Iterator[int]:
        """Return the dependents of a token, in order; only those in one of `relations`, where any is named.

        "nsubj" takes its subtypes in ("nsubj:pass"); "nsubj:pass" only itself.
        """
        below = self._below.get(index, _NONE)
        if not relations or not below:
            return iter(below)
        tokens = self.tokens
        return iter([child for child in below if is_relation(tokens[child].relation, *relations)])

    def child(self, index: int, *relations: str) -> int | None:
        """The first dependent in one of `relations`."""
        for child in self._below.get(index, _NONE):
            if is_relation(self.tokens[child].relation, *relations):
                return child
        return None

    def conjuncts(self, index: int) -> Iterator[int]:
        """Yield a token and all that is joined to it with "and", "or" or a comma."""
        waiting = [index]
        while waiting:
            at = waiting.pop()
            yield at
            waiting.extend(reversed([*self.children(at, "conj")]))

    def subtree(self, index: int, *without: str) -> Iterator[int]:
        """Yield a token and all below it, in no order; branches that hang in one of `without` are left out."""
        waiting = [index]
        while waiting:
            at = waiting.pop()
            yield at
            waiting.extend(
                child
                for child in self._below.get(at, ())
                if not (without and is_relation(self.tokens[child].relation, *without))
            )

    def sentence_end(self, index: int) -> int:
        """The token after the sentence that a token stands in."""
        at = bisect_right(self._ends, index)
        return self._ends[at] if at < len(self._ends) else len(self.tokens)

    def reach(self, index: int, *without: str) -> tuple[int, int]:
        """Half-open token range from the first to the last token of `subtree`."""
        own = list(self.subtree(index, *without))
        return min(own), max(own) + 1

    def above(self, index: int) -> Iterator[int]:
        """Yield the governors of a token, from the nearest to the root."""
        at = self.tokens[index].head
        while at >= 0:
            yield at
            at = self.tokens[at].head

    def first_conjunct(self, index: int) -> int:
        """The head of the coordination that a token is part of: itself where it is in none."""
        while self.tokens[index].relation == "conj" and self.tokens[index].head >= 0:
            index = self.tokens[index].head
        return index


@lru_cache(maxsize=1 << 14)  # asked of every token, with few relations
def is_relation(relation: str, *wanted: str) -> bool:
    """Tell whether a relation is one of those wanted, or a subtype of one."""
    return any(
        relation == each or (relation.startswith(each) and relation[len(each) : len(each) + 1] == ":")
        for each in wanted
    )
