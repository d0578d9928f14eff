"""Who makes which claims: the speaker of a statement, whoever wants or refuses, else the article itself.

In: a gathered view, and claims of its articles. Out: the `Voice` of each.
"""

from typing import NamedTuple

from throughline.annotate.claims import Claim
from throughline.annotate.wordclasses import PRONOUNS
from throughline.chronicle.happenings import Reading
from throughline.model import Statement
from throughline.tables.stances import Force

_NOBODY = PRONOUNS | {"which", "who", "that", "what"}  # as a source nobody that a reader could name


class Voice(NamedTuple):
    """Who makes a claim: a key, a name for people, and the statement, if any."""

    key: str
    name: str | None
    statement: Statement | None


class Voices:
    """Who makes each claim of some articles."""

    def __init__(self, read: Reading, articles: set[str]) -> None:
        self._read = read
        self._held: dict[str, list[Statement]] = {}
        for statement in read.view.statements(articles=articles):
            self._held.setdefault(statement.evidence.article, []).append(statement)
        self._keys = read.view.speakers({one.id for held in self._held.values() for one in held})

    def of(self, claim: Claim) -> Voice:
        """The speaker of the innermost statement around a claim, else who wants it, else the article's own voice."""
        statement = self._statement(claim)
        if statement is not None and statement.source is not None:
            words = " ".join(statement.source.evidence.words.split())
            key = self._keys.get(statement.id)
            own = self._read.who.key(key) if key else f"{claim.article}:{words.casefold()}"
            name = self._read.who.name(own) if key and self._read.who.knows(own) else words
            return Voice(own, None if words.casefold() in _NOBODY and name == words else name, statement)
        if claim.force in {Force.WISH, Force.REFUSAL} and claim.told.holders:
            own = min(claim.told.holders)
            return Voice(own, self._read.who.name(own), statement)
        return Voice(self._read.origins.voice(claim.article), None, None)

    def _statement(self, claim: Claim) -> Statement | None:
        around = [
            (piece.end - piece.start, statement.id, statement)
            for statement in self._held.get(claim.article, ())
            for piece in statement.content
            if piece.start <= claim.at < piece.end
        ]
        return min(around)[2] if around else None
