"""All claims of an article, as its own names tell whom they mean; nothing here knows of any other article.

In: a parse, who is named where, and who says "I" where. Out: `Held`.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from throughline.annotate.claims.finder import Claim, claims
from throughline.annotate.claims.meant import Meant, placed
from throughline.model import Parse


class Held(NamedTuple):
    """The claims of an article in order, told in two ways.

    In `plain` "I" and "we" mean nobody, in `spoken` whoever is quoted with them.
    """

    plain: tuple[Claim, ...] = ()
    spoken: tuple[Claim, ...] = ()


def held(article: str, parse: Parse, named: Iterable[Meant], selves: Sequence[Meant]) -> Held:
    """Find the claims of an article."""
    names = list(named)
    plain = tuple(claims(article, parse, placed(parse, names)))
    own = [
        sentence
        for sentence in parse.sentences
        if any(start < sentence.end and sentence.start < end for start, end, _ in selves)
    ]
    if not own:
        return Held(plain, plain)
    starts = {sentence.start for sentence in own}
    told = [one for one in plain if one.start not in starts]
    told += claims(article, parse, placed(parse, [*names, *selves]), own)
    return Held(plain, tuple(sorted(told, key=lambda one: (one.start, one.at))))
