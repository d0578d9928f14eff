"""Whom a title means that the article never names: who held the office on every day that the page may be of.

In: an article, its tokens and names by token, then a phrase. Out: a term of office, or None.
"""

from collections.abc import Mapping, Sequence

from throughline.annotate.mentions import officeholders
from throughline.annotate.mentions.name import Name, fold
from throughline.annotate.mentions.nominals import Nominal
from throughline.model import Article, Token
from throughline.tables.offices import Term


class Holders:
    """The offices that an article's phrases name."""

    def __init__(self, article: Article, tokens: Sequence[Token], inside: Mapping[int, Name]) -> None:
        self.when = article.published.when
        self.tokens, self.inside = tokens, inside
        self.land = officeholders.land(n.entity.key for i, n in inside.items() if n.entity and i == n.first)

    def titled(self, nominal: Nominal) -> tuple[str, str] | None:
        """The folded title of a phrase, and the key of the state or body whose office it is."""
        inner = next((self.inside[i] for i in range(nominal.first, nominal.last) if i in self.inside), None)
        if inner is None:
            words = fold(self.tokens, nominal.first, nominal.last).removeprefix("the ")
            return (words, self.land) if self.land and officeholders.is_head(words) else None
        before = {token.norm for token in self.tokens[nominal.first : inner.first]}
        if inner.entity is None or not before.isdisjoint(officeholders.PAST_OR_AHEAD):
            return None
        if inner.first > nominal.head:  # "the president of France"
            words = fold(self.tokens, nominal.first, inner.first).removeprefix("the ")
            return words.removesuffix(" the").removesuffix(" of"), inner.entity.key
        return fold(self.tokens, inner.last, nominal.last).removeprefix("s "), inner.entity.key

    def meant(self, nominal: Nominal) -> Term | None:
        """Who held the office that a phrase names, on every day that the article may be of."""
        when = self.when
        is_sure = nominal.definite or nominal.first in self.inside
        named = self.titled(nominal) if is_sure and when.first and when.last else None
        if named is None or when.first is None or when.last is None:
            return None
        return officeholders.holder(*named, when.first, when.last)
