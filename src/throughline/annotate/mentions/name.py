"""A name: where it stands, what it is a name of, and the table's key where a table knows it.

In: a text and its tokens. Out: `Name`s.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from throughline.model import MentionType, Token
from throughline.tables.names import Entity, lookup
from throughline.text.fold import fold_name


class Name(NamedTuple):
    """A typed name: its code points, the tokens that it stands in, its folded words, its type and key.

    `rule` says who saw it: "reader", "table" or "article".
    """

    start: int
    end: int
    first: int
    last: int
    folded: str
    type: MentionType
    entity: Entity | None
    rule: str


@lru_cache(maxsize=1 << 15)
def folded(word: str) -> str:
    """Fold one word or name, remembering those of the day."""
    return fold_name(word)


def is_capital(token: Token) -> bool:
    """Tell whether a token is written as (part of) a name: "Iraq", "al-Maliki", "d'Estaing", "iPhone"."""
    text = token.text
    if text[0].isupper():
        return True
    if text.islower() or not text[0].isalpha():
        return False
    stem, mark, rest = text.partition("-") if "-" in text else text.partition("'" if "'" in text else "’")
    return bool(mark) and len(stem) <= 3 and rest[:1].isupper()


def made(text: str, span: tuple[int, int], tokens: tuple[int, int], kind: MentionType, rule: str) -> Name:
    """Make the name of a stretch of text and a range of tokens."""
    words = folded(text[span[0] : span[1]])
    return Name(*span, *tokens, words, kind, lookup(words), rule)


def fold(tokens: Sequence[Token], first: int, last: int) -> str:
    """Fold a run of tokens as `fold_name` folds its text."""
    return " ".join(filter(None, (folded(t.text) for t in tokens[first:last])))
