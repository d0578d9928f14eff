r"""Sentences without layout: a capture whose lines, headings and blocks are lost, as corpora keep them.

In: the sentences in order, plain. Out: a role for each. The article is one run: it ends with the credits of those
who helped, or where a comment section shows itself, or else where what follows is rather strays than article; a few
strays may stand before it. In doubt a sentence is article: what is lost here nobody misses, and the cut must pay.
"""

import re
from collections.abc import Sequence

from throughline.extract import furniture
from throughline.extract.plaintext import strays
from throughline.extract.plaintext.strays import Stray
from throughline.model import Role

_LEAST = 3  # sentences that the article keeps
_HEAD = 4  # sentences that may stand before it
_PRICE = 0.5  # odds that a cut must earn
_DOUBT = 0.7  # odds that a sentence must have on average to be cut off; of 10,540 sentences of news ...
_DOUBT_IN_PILE = 0.5  # ... and where a comment section is known to be: comments that could be reports are many
_DOUBT_IN_THREAD = 0.2  # ... and right above the first post's day and hour, which may stand below the post
_REACH = 20  # sentences above it, where that holds
_PLAIN = 1.0  # odds of the first sentence that is cut off, unless a comment section is known to be
_SURE = 2.0  # odds of a caption, and of a headline that shares nothing with the article
_LONGEST_HEADLINE = 15  # words
_LONGEST_FRONT = 30  # words; in a longer line a masthead or notice is glued to the lead, which must stay
_ARTICLES = frozenset({"the", "a", "an"})
_POSTS = 2  # posts that make a comment section
_CREDITS = re.compile(
    r"\(\s?(?:Additional |Main )?(?:[Rr]eport|[Ww]rit|[Ee]dit|[Cc]ompil)(?:ing|ed|ten) (?:[Bb]y|and)\b[^()]{2,300}"
    r"|\bcontributed to this (?:report|story|article)\b"
)


def roles(sentences: Sequence[str], *, opened: bool = False) -> list[Role]:
    """Name each sentence; `opened` when the first one is known to open the article (a dateline stands before it)."""
    measured = strays.measure(sentences)
    end, is_pile = _end(sentences, measured)
    first = 0 if opened else _first(sentences, measured, end)
    found = [Role.BODY] * len(sentences)
    for index in range(first):
        found[index] = Role.CAPTION if furniture.is_caption(sentences[index]) else Role.BOILERPLATE
    for index in range(end, len(sentences)):
        is_said = is_pile and not strays.is_rule(sentences[index])
        found[index] = Role.COMMENT if is_said else Role.BOILERPLATE
    for index in range(first, min(end + 1, len(sentences))):
        if _CREDITS.search(sentences[index]) and index >= end - 1:
            found[index] = Role.BYLINE
    return found


def _end(sentences: Sequence[str], measured: Sequence[Stray]) -> tuple[int, bool]:
    """Find where the article ends, and whether readers' comments follow."""
    count, odds = len(sentences), [stray.odds for stray in measured]
    pile, is_thread = _pile(sentences, odds)
    credited = next((k + 1 for k in range(_LEAST, pile) if _CREDITS.search(sentences[k])), None)
    if credited is not None:
        return credited, pile < count
    if is_thread:
        before = max(_LEAST, pile - _REACH)
        told = [stray.manner + stray.matter for stray in measured[before:pile]]
        return before + _cut(told, _DOUBT_IN_THREAD, 0.0, 0), True
    cut = _cut(odds[:pile], _DOUBT_IN_PILE if pile < count else _DOUBT, _PRICE)
    while cut < pile and odds[cut] < _PLAIN:
        cut += 1
    return cut, pile < count


def _pile(sentences: Sequence[str], odds: Sequence[float]) -> tuple[int, bool]:
    """Find the first sentence that shows a comment section, and whether posts show it; the count of all for none."""
    count = len(sentences)
    posts = [k for k in range(_LEAST, count) if strays.is_post(sentences[k])]
    rules = [k for k in range(_LEAST, count) if strays.is_rule(sentences[k])]
    if len(posts) >= _POSTS and sum(odds[posts[0] :]) > 0:
        return min(posts[0], rules[0] if rules else count), True
    return (rules[0] if rules else count), False


def _cut(odds: Sequence[float], doubt: float, price: float, least: int = _LEAST) -> int:
    """Find the tail that is worth most, each of its sentences having cost its share of doubt."""
    best, at = price, len(odds)
    worth = 0.0
    for index in range(len(odds) - 1, least - 1, -1):
        worth += odds[index] - doubt
        if worth > best:
            best, at = worth, index
    return at


def _first(sentences: Sequence[str], measured: Sequence[Stray], end: int) -> int:
    """Find the first sentence of the article: what stands before it are notices, captions, other headlines.

    An article may open on anything, so that a strange opening alone is no sign of a stray.
    """
    best, at = 0.0, 0
    worth = 0.0
    for index in range(min(_HEAD, end - _LEAST)):
        sentence, stray = sentences[index], measured[index]
        if sentence.count(" ") > _LONGEST_FRONT and not furniture.is_caption(sentence):
            break
        worth += stray.matter + (stray.manner if stray.calls else 0.0) - _DOUBT
        worth += _SURE if furniture.is_caption(sentence) or (stray.is_foreign and _is_headline(sentence)) else 0.0
        if worth > best:
            best, at = worth, index + 1
    return at


def _is_headline(sentence: str) -> bool:
    """Tell a headline by what it saves: articles, and words."""
    words = sentence.lower().split()
    return len(words) <= _LONGEST_HEADLINE and _ARTICLES.isdisjoint(words)
