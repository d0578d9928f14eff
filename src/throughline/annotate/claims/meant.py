"""Who is meant by which words of an article: by its names and pronouns, and by "I" and "we" in somebody's words.

In: where names stand, or statements with those who made them. Out: stretches with a key, and words with a key.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping

from throughline.model import Mode, Parse, Statement

Meant = tuple[int, int, str]  # where it starts and ends, and the key of who is meant
_SELF = re.compile(r"\b(?:I|[Ww]e)\b")


def placed(parse: Parse, mentioned: Iterable[Meant]) -> dict[int, str]:
    """Who is meant by each word of a name, by the word's place; of two names around a word, the shorter."""
    starts = [token.start for token in parse.tokens]
    found: dict[int, str] = {}
    for start, end, key in sorted(mentioned, key=lambda one: (one[0] - one[1], one[0])):
        found |= dict.fromkeys(starts[bisect_left(starts, start) : bisect_right(starts, end - 1)], key)
    return found


def selves(text: str, statements: Iterable[Statement], speakers: Mapping[str, str]) -> Iterator[Meant]:
    """Where somebody who is quoted says "I" or "we"; `speakers` gives the keys of those who made statements."""
    for statement in statements:
        key = speakers.get(statement.id)
        if key is not None and statement.mode is not Mode.INDIRECT:
            for piece in statement.content:
                yield from ((*at.span(), key) for at in _SELF.finditer(text, piece.start, piece.end))
