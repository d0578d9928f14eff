"""Other names of a body, where the text tells them: "Iraq's parliament, known as the Council of Representatives".

In: an article's tokens and names. Out: for the first token of a name that is told so, the token after the phrase that
it is another name of. Whoever walks the text knows what ends there.
"""

from collections.abc import Sequence

from throughline.annotate.mentions.name import Name
from throughline.model import MentionType, Token

_KNOWN = frozenset({"known", "called", "named", "dubbed"})
_ADVERBS = frozenset({"also", "better", "formally", "officially", "commonly", "locally", "now"})
_MARKS = frozenset({",", "(", "-", "–", "—"})
_DETERMINERS = frozenset({"the", "a", "an"})


def told(tokens: Sequence[Token], names: Sequence[Name]) -> dict[int, int]:
    """Find the names of bodies that the text says are other names."""
    found = {}
    for name in names:
        if name.type is MentionType.ORGANISATION and name.entity is None:
            before = _before(tokens, name.first)
            if before is not None:
                found[name.first] = before
    return found


def _before(tokens: Sequence[Token], first: int) -> int | None:
    """The token after the phrase that ", known as the" stands behind."""
    at = first - 1
    if at >= 0 and tokens[at].norm in _DETERMINERS:
        at -= 1
    if at >= 0 and tokens[at].norm == "as":
        at -= 1
    if at < 0 or tokens[at].norm not in _KNOWN:
        return None
    at -= 1
    while at >= 0 and (tokens[at].norm in _ADVERBS or tokens[at].norm in _MARKS):
        at -= 1
    return at + 1
