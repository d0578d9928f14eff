"""Tokens to sentences, within one block.

A sentence ends at a full stop, question or exclamation mark (and the quotes and brackets that close after it)
when what follows can begin a sentence. An abbreviation ends one only before a word that opens sentences; a hard
wrap (one line end) never does, an empty line always does.
"""

from collections.abc import Iterator, Sequence

from throughline.model import Token
from throughline.text.tokens import ABBREVIATIONS

_ENDS = frozenset({".", "!", "?", "..", "...", "…"})
_MAY_END = ".!?…"  # what such a token's text ends with
_CLOSERS = frozenset({'"', "'", ")", "]", "}"})
_OPENERS = frozenset({'"', "'", "(", "[", "--", "-"})
# An abbreviation that a name or number follows ("Gen. Soleimani", "Dec. 31") never ends a sentence by itself.
_NEVER_LAST = frozenset(
    """mr. mrs. ms. dr. prof. sen. rep. gov. pres. gen. lt. col. maj. capt. cmdr. adm. sgt. cpl. pvt. brig. rev.
    hon. st. ste. mt. ft. no. nos. vs. v. messrs. amb. min. sec. gens. e.g. i.e. fr. approx. fig. vol.""".split()
)
_STARTERS = frozenset(
    """the a an this that these those he she it they we i you his her its their our but and in on at for as after
    before while when if since there however meanwhile also earlier later last no not what who where why how
    some many most both according under by from with to officials""".split()
)


def split(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield half-open token ranges, one a sentence, that together cover all tokens."""
    first = 0
    index = 0
    count = len(tokens)
    while index < count:
        stop = index + 1
        if tokens[index].text[-1] in _MAY_END and _may_end(tokens[index]):
            while stop < count and tokens[stop].norm in _CLOSERS and _closes(text, tokens, stop):
                stop += 1
            if stop >= count or _ends_before(tokens, index, stop):
                yield first, stop
                first = stop
        if first < stop < count and _is_parted(text, tokens[stop - 1].end, tokens[stop].start):
            yield first, stop
            first = stop
        index = stop
    if first < count:
        yield first, count


def _is_parted(text: str, start: int, end: int) -> bool:
    return end - start > 1 and "\n\n" in text[start:end]


def _may_end(token: Token) -> bool:
    return token.norm in _ENDS or (token.text.endswith(".") and token.norm not in _NEVER_LAST and len(token.text) > 1)


def _closes(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a quote mark closes: it touches the mark before it, or is a closing mark by its shape."""
    token = tokens[index]
    if token.text in {"“", "‘", "``", "`", "«"}:
        return False
    if token.text in {'"', "'", "''"}:
        after = text[token.end : token.end + 1]
        return tokens[index - 1].end == token.start or not after.strip()
    return True


def _ends_before(tokens: Sequence[Token], mark: int, following: int) -> bool:
    """Tell whether the token at `following` can begin a sentence after the mark."""
    position = following
    while position < len(tokens) - 1 and tokens[position].norm in _OPENERS:
        position += 1
    word = tokens[position].text
    opens = word[:1].isupper() or word[:1].isdigit() or not word[:1].isalnum()
    is_abbreviation = tokens[mark].norm not in _ENDS
    if is_abbreviation:
        if tokens[mark].norm in ABBREVIATIONS or tokens[mark].text.count(".") > 1:
            return word[:1].isupper() and (position > following or tokens[position].norm in _STARTERS)
        return False  # an initial: "J. Smith"
    if tokens[mark].norm in {"..", "...", "…"}:
        return word[:1].isupper()
    return opens
