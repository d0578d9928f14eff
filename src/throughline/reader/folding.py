"""What was seen of words, folded back to the tokens that they are parts of.

In: tokens, words in order, and what was seen. Out: the tokens with their grammar. A token of several words takes the
grammar of its topmost word in the tree: the tokens' heads are a tree again, since a head's topmost word is always
nearer to the root.
"""

from collections.abc import Sequence
from sys import intern

from throughline.model import Token
from throughline.reader.decoded import Seen
from throughline.reader.lemmas import lemma
from throughline.reader.words import Word


def tops(count: int, own: Sequence[Word], seen: Seen) -> list[int]:
    """Return the word of each of `count` tokens that is topmost in the tree."""
    return list(range(count)) if len(own) == count else _tops(own, seen.heads)


def fold(
    tokens: Sequence[Token], own: Sequence[Word], seen: Seen, chosen: Sequence[int], offset: int = 0
) -> list[Token]:
    """Return the tokens with tag, lemma, head, relation, xpos and factuality: those of the word `chosen` for each.

    `offset` is the index of the first, from which heads count.
    """
    found: list[Token] = []
    heads, tags, xpos, relations, scores = seen.heads, seen.tags, seen.xpos, seen.relations, seen.factuality
    for token, top in zip(tokens, chosen, strict=True):
        start, end, text, norm, *_ = token
        head = heads[top]
        tag, fine = tags[top], xpos[top]
        at = own[head].token + offset if head >= 0 else -1
        found.append(
            Token(
                start,
                end,
                intern(text),
                intern(norm),
                tag,
                lemma(norm, tag, fine),
                at,
                relations[top],
                fine,
                scores[top],
            )
        )
    return found


def _tops(own: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """Return the topmost word of every token."""
    depths = _depths(heads)
    tops: list[int] = []
    for index, word in enumerate(own):
        if word.token == len(tops):
            tops.append(index)
        elif depths[index] < depths[tops[-1]]:
            tops[-1] = index
    return tops


def _depths(heads: Sequence[int]) -> list[int]:
    """Return how far each word is from its root."""
    depths = [-1] * len(heads)
    for index in range(len(heads)):
        way = []
        at = index
        while at >= 0 and depths[at] < 0:
            way.append(at)
            at = heads[at]
        depth = depths[at] if at >= 0 else -1
        for below in reversed(way):
            depth += 1
            depths[below] = depth
    return depths
