"""What a reader sees in a text before it finds anything: tokens and sentences, and grammar where it has some.

The rules of today fill tokens and sentences; the trained reader will fill `tag`, `head`, `relation` and `lemma`
as well. A finder that needs grammar checks `Parse.has_grammar`.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Token(NamedTuple):
    """A word or mark: its place, its text as it stands, and its folded form.

    `norm` is lower case with typographic and Penn Treebank marks made plain: "“" and "``" are '"', "-LRB-" is
    "(", "n’t" is "n't". Grammar fields are empty unless the parse has grammar: `tag` is a universal part of
    speech, `head` the index of the governor in `Parse.tokens` (-1 for a root), `relation` a universal relation.
    """

    start: int
    end: int
    text: str
    norm: str
    tag: str = ""
    lemma: str = ""
    head: int = -1
    relation: str = ""


class Sentence(NamedTuple):
    """Tokens `first` up to, not including, `last`; and the code points they cover. `block` counts Article.blocks."""

    first: int
    last: int
    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Parse:
    """Tokens of an article's readable blocks, in order, cut into sentences that never cross a block."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    has_grammar: bool = False

    def of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of one sentence."""
        return self.tokens[sentence.first : sentence.last]
