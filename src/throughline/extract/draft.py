"""What is known of an article before its masthead is read and its date settled.

A `Draft` holds the whole text with a role for every block of it, and `Clues`: what markup or a container says
about title, outlet, authors, address, language and day, each as the words that were found.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from throughline.extract.overrides.ruled import Ruled
from throughline.extract.pagekind.survey import Survey
from throughline.model import Block, Role


@dataclass(frozen=True, slots=True)
class DayClue:
    """Words that name a publication day: where they stood (a basis of `dates.Candidate`), and a reason for people.

    `kind` says more exactly what they are, as `dates.weights` names it; "" is the basis alone.
    """

    words: str
    basis: str
    reason: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Clues:
    """What stands beside the text, best first; nothing here has a place in the text.

    `bylines` and `headings` are what the page's own elements show as its authors (names parted by line ends) and its
    headline (less any kicker); `standfirsts` may be the subtitle, `sections` the outlet's words for where it ran.
    `bodies` are authors that the markup says are organisations. `region` is that of its language ("GB" of "en-GB").
    """

    titles: tuple[str, ...] = ()
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    days: tuple[DayClue, ...] = ()
    bylines: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    standfirsts: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """Text, blocks in order that never overlap, and clues; `survey` says what kind of page its markup makes it.

    `marks` holds what the markup says of blocks of comments: the sum of a block's signals, by the block's start.
    `ruled` is what the selectors of the page's site found, where a user has given any.
    """

    text: str
    blocks: tuple[Block, ...]
    clues: Clues = Clues()
    survey: Survey | None = None
    marks: Mapping[int, int] = field(default_factory=dict)
    ruled: Ruled | None = None

    @property
    def is_article(self) -> bool:
        """Whether there is anything here that findings may rest on."""
        return any(block.is_readable for block in self.blocks)

    def words(self, index: int) -> str:
        """Give the words of a block, on one line."""
        return " ".join(self.text[self.blocks[index].start : self.blocks[index].end].split())

    def said(self, role: Role) -> tuple[str, ...]:
        """What the blocks of a role say, in order."""
        return tuple(self.words(index) for index, block in enumerate(self.blocks) if block.role is role)


def lay_out(parts: Iterable[tuple[Role, str]]) -> tuple[str, tuple[Block, ...]]:
    """Join texts by an empty line; return the whole and a block for each. Empty texts are left out."""
    texts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for role, text in parts:
        if not text:
            continue
        texts.append(text)
        blocks.append(Block(role, at, at + len(text)))
        at += len(text) + 2
    return "\n\n".join(texts), tuple(blocks)
