"""Whom and what a story is about: the names that most of its articles hold.

In: a view's names, and words. Out: how far the words name the story's own, as a share of 1. What is said of nobody
among them may be true and new, and is of another story: a collection by feeds or by keywords holds many. Names that
any news holds ("the United States", "Americans", by a frozen count of English texts) tell nothing, nor do those of
outlets, nor words for people ("the protesters").
"""

import re
from collections.abc import Mapping

from throughline.chronicle.actors import naming
from throughline.ledger.view import View
from throughline.model import MentionType
from throughline.tables.outlets import Kind, by_name
from throughline.tables.rarity import rarity
from throughline.text.fold import fold_name

ABOUT = 0.35  # share of a line that names none of the story's commonest names, and is of the story still
_OFTEN = 0.3  # share of the articles that hold the commonest name, from which a name is the story's
_FEW = 0.15  # of all articles: below it a name is nobody's story
_SELDOM = 0.02  # of all articles: forms of a name that fewer hold add nothing
_TELLING = 3.5  # rarity of the commonest form of a name, in its rarest word, from which it tells a story from others
_WORD = re.compile(r"[^\W_]+")
_NAMELESS = frozenset({MentionType.OTHER, MentionType.PRODUCT})


class Subject:
    """The names that a story is about."""

    def __init__(self, view: View) -> None:
        total = len(view.heads())
        rows = [row for row in view.names() if row.articles >= _SELDOM * total]
        rows = [row for row in rows if row.type not in _NAMELESS and row.name[:1].isupper()]
        who = naming(view, rows)
        articles: dict[str, int] = {}
        forms: dict[str, set[tuple[str, ...]]] = {}
        for row in rows:
            key, words = who.key(row.key), tuple(_words(row.name))
            if words and not _is_outlet(row.name):
                articles[key] = max(articles.get(key, 0), row.articles)
                forms.setdefault(key, set()).add(words)
                if row.type is MentionType.PERSON and _rarest(words[-1:]) >= _TELLING:
                    forms[key].add(words[-1:])
        most = max(articles.values(), default=0)
        self._shares: Mapping[tuple[str, ...], float] = {
            words: articles[key] / most
            for key, told in forms.items()
            if articles[key] >= max(_OFTEN * most, _FEW * total)
            for words in told
            if min(map(_rarest, told)) >= _TELLING
        }

    def share(self, words: str) -> float:
        """How far a sentence is about the story: by the commonest of the story's names that it holds; 1 if unknown."""
        if not self._shares:
            return 1.0
        held = frozenset(_words(words))
        return max((share for name, share in self._shares.items() if held.issuperset(name)), default=0.0)


def _is_outlet(name: str) -> bool:
    """Whether it is one that brings news; NATO publishes too, and is news itself."""
    outlet = by_name(fold_name(name))
    return outlet is not None and outlet.kind not in {Kind.GOVERNMENT, Kind.ORGANISATION}


def _words(name: str) -> list[str]:
    return _WORD.findall(name.casefold())


def _rarest(name: tuple[str, ...]) -> float:
    return max(map(rarity, name))
