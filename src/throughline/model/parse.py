"""What a reader sees in a text before anything is found in it: tokens, sentences, grammar, names, attributions.

A `Parse` is plain data. Whoever makes it (the trained reader of this package, or another behind the same door) fills
in the same fields, and the finders of `annotate` stand on nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


class Token(NamedTuple):
    """A word or mark: its place, its text as it stands, its folded form, and its grammar.

    `norm` is lower case with typographic and Penn Treebank marks made plain: "“" and "``" are '"', "-LRB-" is
    "(", "n’t" is "n't". `tag` is the universal part of speech (UD v2), `xpos` the Penn Treebank tag, which tells
    tense and number ("VBD"), `lemma` the dictionary form in lower case. `head` is the index in `Parse.tokens` of the
    governor in the same sentence, -1 for the sentence's root; `relation` is the universal relation with its subtype
    ("nsubj:pass"). `factuality` is how certain the writer is that what the word tells did happen: 3 certain, 0 open,
    -3 certain that it did not (Lee et al. 2015); it means something for words that tell of events.
    """

    start: int
    end: int
    text: str
    norm: str
    tag: str = ""
    lemma: str = ""
    head: int = -1
    relation: str = ""
    xpos: str = ""
    factuality: float = 0.0


class Sentence(NamedTuple):
    """Tokens `first` up to, not including, `last`; and the code points they cover. `block` counts Article.blocks."""

    first: int
    last: int
    start: int
    end: int
    block: int


class Stretch(NamedTuple):
    """Half-open code points of the article's text. They need not end where tokens end: "U.S." of "U.S.-led"."""

    start: int
    end: int


class Name(NamedTuple):
    """A name as the reader saw it, never across sentences.

    `kind` is one of the nine of Worldwide Newswire (Shan et al. 2023): Person, Organization, Location, NORP,
    Facility, Product, Date, Money, Misc.
    """

    start: int
    end: int
    kind: str


class Attribution(NamedTuple):
    """Somebody says, thinks, wants or denies something (PolNeAR: Newell et al. 2018).

    `cue` is the words that say so; `source` who does, None where nobody is named; `contents` what, in as many
    stretches as it stands in, in order. They may stand in different sentences.
    """

    source: Stretch | None
    cue: Stretch
    contents: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Parse:
    """What was read in an article's readable blocks.

    Tokens are in order, and cut into sentences that never cross a block. `vectors` holds one unit vector a sentence,
    whose dot products tell how alike two sentences are; it is empty where the reader makes none. `reader` names who
    read it, with a version. `states` holds what the network makes of each token, a row a token, for small classifiers
    on top of it; it is None where there is no network, or the article is too long to keep it.
    """

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    has_grammar: bool = False
    names: tuple[Name, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    vectors: tuple[Sequence[float], ...] = ()
    reader: str = ""
    states: "npt.NDArray[np.float16] | None" = field(default=None, compare=False, repr=False)

    def of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of one sentence."""
        return self.tokens[sentence.first : sentence.last]
