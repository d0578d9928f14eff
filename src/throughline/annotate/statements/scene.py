"""An article laid out for the finding of statements: its tokens and grammar, with mentions, times and quotations.

In: an article, its parse, earlier findings. Out: a `Scene`, and answers about ranges of its tokens. Ranges are
half-open and count `Parse.tokens`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from throughline.annotate import quotations
from throughline.annotate.quotations import Quotation
from throughline.annotate.tree import Tree
from throughline.model import (
    Article,
    Evidence,
    Findings,
    Mention,
    MentionForm,
    MentionType,
    Parse,
    Sentence,
    Stretch,
    Time,
    Token,
)

Range = tuple[int, int]
_FUNCTION = frozenset({"PUNCT", "PART", "CCONJ"})


@dataclass(frozen=True, slots=True)
class Scene:
    """`sentence_at` and `quoted` are by token: the number of its sentence, and of the quotation that holds it.

    `mentions` and `times` are by every token that they cover; of several mentions, the longest.
    """

    article: Article
    parse: Parse
    tree: Tree
    starts: Sequence[int]
    quotes: Sequence[Quotation]
    quoted: Mapping[int, int]
    sentence_at: Sequence[int]
    mentions: Mapping[int, Mention]
    times: Mapping[int, Time]

    @property
    def tokens(self) -> Sequence[Token]:
        """All tokens of the parse."""
        return self.parse.tokens

    def sentence(self, index: int) -> Sentence:
        """The sentence that a token stands in."""
        return self.parse.sentences[self.sentence_at[index]]

    def block(self, index: int) -> int:
        """The number of the block that a token stands in."""
        return self.sentence(index).block

    def word(self, index: int) -> str:
        """The folded word at a place; "" outside the text."""
        return self.tokens[index].norm if 0 <= index < len(self.tokens) else ""

    def words(self, span: Range) -> int:
        """How many words, not marks, a range holds."""
        return sum(self.tokens[i].text[:1].isalnum() for i in range(*span))

    def head(self, span: Range) -> int:
        """The token of a range that governs it: the first word with a governor outside, particles aside."""
        first, last = span
        tops = [i for i in range(first, last) if not first <= self.tokens[i].head < last]
        return next((i for i in tops if self.tokens[i].tag not in _FUNCTION), tops[0] if tops else first)

    def span(self, stretch: Stretch | Evidence) -> Range:
        """The whole tokens that a stretch of text touches; an empty range where it touches none."""
        covered = _covered(self.parse, self.starts, stretch.start, stretch.end)
        return covered.start, covered.stop

    def evidence(self, span: Range) -> Evidence:
        """The words of a range."""
        return self.article.evidence(self.tokens[span[0]].start, self.tokens[span[1] - 1].end)

    def speaker(self, span: Range) -> Mention | None:
        """The mention of the one whom a phrase names: a person's name in it ("the mayor, Ann Lee"), or its head."""
        head = self.head(span)
        beside = [head, *self.tree.children(head, "appos", "flat", "nmod:desc")]
        if self.tokens[head].norm in {"who", "which", "that"}:
            beside += self._antecedents(head)
        found = [m for i in beside if (m := self.mentions.get(i)) is not None]
        own = self.mentions.get(head)
        if own is None or own.form is not MentionForm.NAME or own.type is not MentionType.PERSON:
            last = next((i for i in range(span[1] - 1, span[0], -1) if self.tokens[i].tag != "PUNCT"), head)
            closing = self.mentions.get(last)  # "Chairman of the Joint Chiefs of Staff Mark Milley"
            if (
                closing is not None
                and closing.type is MentionType.PERSON
                and closing.form is MentionForm.NAME
                and self._opens(closing)
            ):
                found.append(closing)
        is_person = (m for m in found if m.form is MentionForm.NAME and m.type is MentionType.PERSON)
        return next(is_person, found[0] if found else None)

    def _opens(self, mention: Mention) -> bool:
        """Tell whether no preposition stands before a name: "spokesman for Lee" is not Lee."""
        before = self.span(mention.evidence)[0] - 1
        return before < 0 or self.tokens[before].tag in {"NOUN", "PROPN", "PUNCT", "ADJ"}

    def _antecedents(self, relative: int) -> list[int]:
        """The nouns that a relative pronoun stands for."""
        clauses = [i for i in self.tree.above(relative) if self.tokens[i].relation == "acl:relcl"]
        return [self.tokens[i].head for i in clauses[:1] if self.tokens[i].head >= 0]


def laid_out(article: Article, parse: Parse, earlier: Findings) -> Scene:
    """Lay an article out."""
    quotes = quotations.find(article.text, parse)
    starts = [token.start for token in parse.tokens]
    mentions: dict[int, Mention] = {}
    for mention in sorted(earlier.mentions, key=lambda m: m.evidence.end - m.evidence.start):
        mentions.update(dict.fromkeys(_covered(parse, starts, mention.evidence.start, mention.evidence.end), mention))
    times: dict[int, Time] = {}
    for time in earlier.times:
        times.update(dict.fromkeys(_covered(parse, starts, time.evidence.start, time.evidence.end), time))
    return Scene(
        article,
        parse,
        Tree(parse),
        starts,
        quotes,
        {i: n for n, q in enumerate(quotes) for i in range(q.first, q.after)},
        [n for n, s in enumerate(parse.sentences) for _ in range(s.first, s.last)],
        mentions,
        times,
    )


def _covered(parse: Parse, starts: Sequence[int], start: int, end: int) -> range:
    first = bisect_right(starts, start) - 1
    if first < 0 or parse.tokens[first].end <= start:
        first += 1
    return range(first, bisect_left(starts, end))


def runs(indices: Sequence[int]) -> Iterator[Range]:
    """Yield ascending token indices as ranges without gaps."""
    start = 0
    for at in range(1, len(indices) + 1):
        if at == len(indices) or indices[at] != indices[at - 1] + 1:
            yield indices[start], indices[at - 1] + 1
            start = at


def joined(pieces: Sequence[Range]) -> tuple[Range, ...]:
    """Pieces in order, those that meet or overlap made one; empty ones left out."""
    found: list[Range] = []
    for first, last in sorted(piece for piece in pieces if piece[0] < piece[1]):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return tuple(found)
