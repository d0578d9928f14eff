"""Sides of a dispute, and who stands behind them.

In: a gathered view, evidence. Out: a `Dispute` with its sides, each with who says so and the outlet that printed it;
and whether two claims come from two that are known by name.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from throughline.chronicle.happenings import Reading
from throughline.chronicle.tellings import Telling
from throughline.model import Dispute, Evidence, Side, content_id


class Voiced(Protocol):
    """What somebody says: where, and in which statement, if any."""

    @property
    def article(self) -> str: ...  # noqa: D102 - said above
    @property
    def statement(self) -> str | None: ...  # noqa: D102


class Sources:
    """Who stands behind a claim: a speaker, else the outlet or agency that the article comes from."""

    def __init__(self, read: Reading, statements: Iterable[str | None]) -> None:
        self._read = read
        self._nameless = {head.id for head in read.origins.heads.values() if not (head.outlet or head.origin)}
        self._speakers = read.view.speakers({one for one in statements if one})

    def speaker(self, claim: Voiced) -> str | None:
        """The name of the speaker of a claim, where there is one that is known."""
        key = self._speakers.get(claim.statement or "")
        return None if key is None else self._read.who.name(key)

    def are_two(self, left: Voiced, right: Voiced) -> bool:
        """Whether two that are known by name stand behind two claims; one whom both quote is one."""
        speakers = [self._speakers.get(claim.statement or "") for claim in (left, right)]
        if speakers[0] and speakers[1]:
            return self._read.who.key(speakers[0]) != self._read.who.key(speakers[1])
        voices = [self._read.origins.voice(claim.article) for claim in (left, right)]
        return voices[0] != voices[1] and not {left.article, right.article} & self._nameless


def dispute(
    read: Reading,
    about: str,
    said: Sequence[tuple[Evidence, str | None]],
    because: str,
    words: Sequence[str] | None = None,
) -> Dispute:
    """A dispute of sides: where each stands and its speaker, if any; `words`: what to show, where that is more."""
    sides = []
    for number, (own, speaker) in enumerate(said):
        head = read.origins.heads[own.article]
        sides.append(Side(own.words if words is None else words[number], own, head.outlet, head.known, speaker))
    return Dispute(content_id("dispute", about, *(own[:3] for own, _ in said)), about, tuple(sides), because)


def evidence(read: Reading, telling: Telling) -> Evidence:
    """The sentence of a telling."""
    return Evidence(telling.article, telling.start, telling.end, read.told.sentence(telling))
