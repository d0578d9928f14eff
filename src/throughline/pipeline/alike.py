"""Tellings of an article that are likely of one happening with others, its own among them.

In: an open `Ledger`, a `Reading` with its tellings. Out: pairs. Every other telling whose days can be the same is
looked at, and each pair judged by the two tales and their days alone: what else the story holds, and which of two
articles came first, changes nothing (laws 2 and 3).
"""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import Final

from throughline.ledger import Ledger
from throughline.ledger.reading import Dated, Near, Reach, Reading
from throughline.ledger.rows import Alike
from throughline.resolve.happenings import judge, packed
from throughline.resolve.happenings.days import BESIDE, FINE, FRESH, LOOSE, Span
from throughline.resolve.happenings.judge import LIKELY, Judge
from throughline.resolve.happenings.packed import Kept
from throughline.resolve.happenings.pairing import Side, weighed, worth
from throughline.resolve.happenings.tale import Place

KEPT: Final = 3000  # tales at hand: those of some weeks of a dense story, up to 100 MB
_REACH: Final = Reach(FINE, LOOSE, FRESH, BESIDE)


class Tales:
    """The tales of a story, those last asked for at hand."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._kept: OrderedDict[int, Kept | None] = OrderedDict()

    def of(self, article: int) -> Kept | None:
        """The tale of an article, by its key; None where it has none."""
        if article in self._kept:
            self._kept.move_to_end(article)
        else:
            self._kept[article] = _read(*self._ledger.tale(article))
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return self._kept[article]


def _read(name: str, data: bytes) -> Kept | None:
    return packed.unpacked(data, name) if data else None


def alike(ledger: Ledger, reading: Reading, tales: Tales | None = None) -> tuple[Alike, ...]:
    """Give the pairs of an article's tellings, and of these and others, that are likely of one happening."""
    net = judge.load()
    own = packed.unpacked(reading.tale, reading.article.id) if reading.article and reading.told else None
    if net is None or own is None or own.judge != net.number or reading.article is None:
        return ()
    tales = tales or Tales(ledger)
    near: dict[int, list[Near]] = {}
    for one in ledger.near(reading.article.id, reading.told, _REACH):
        near.setdefault(one.article, []).append(one)
    others = [_side(tale, told) for key, told in sorted(near.items()) if (tale := tales.of(key)) is not None]
    return tuple(_judged(net, _side(own, reading.told), others))


def _side(tale: Kept, told: Sequence[Dated | Near]) -> Side:
    known = [(one, at) for one in told if (at := tale.places.get(Place(one.start, one.is_sentence))) is not None]
    return Side(
        tale,
        [one.id for one, _ in known],
        [at for _, at in known],
        [Span(one.first, one.last, one.told, one.is_named) for one, _ in known],
    )


def _judged(net: Judge, own: Side, others: Sequence[Side]) -> Iterator[Alike]:
    """Judge the pairs of an article's tellings, and of these and others."""
    asked = list(worth(own, others))
    accounts = [(own.account(one), side.account(other)) for one, side, other in asked]
    for (one, side, other), likely in zip(asked, judge.likely(net, accounts), strict=True):
        whole = weighed(likely, (own, one), (side, other))
        if whole >= LIKELY:
            left, right = sorted((own.names[one], side.names[other]))
            yield Alike(left, right, whole)
