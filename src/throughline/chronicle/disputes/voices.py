"""Who makes which claims: the speaker of a statement, whoever wants or refuses, else the article itself.

In: a gathered view. Out: the `Claim`s of its articles, copies left out, and the `Voice` of each.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from throughline.annotate.wordclasses import PRONOUNS
from throughline.chronicle.disputes.claims import Claim, claims
from throughline.chronicle.happenings import Reading
from throughline.model import MentionForm, Parse, Statement
from throughline.tables.stances import Force


class Voice(NamedTuple):
    """Who makes a claim: a key, a name for people, and the statement, if any."""

    key: str
    name: str | None
    statement: Statement | None


def claimed(read: Reading, articles: Collection[str] | None = None) -> Iterator[Claim]:
    """The claims of all articles, or of some; those of copies are their originals'."""
    keys = _keys(read, articles)
    for article, parse in read.view.parses(articles).items():
        if not read.origins.is_copy(article):
            yield from claims(article, parse, _placed(parse, keys.get(article, ())))


def _keys(read: Reading, articles: Collection[str] | None) -> dict[str, list[tuple[int, int, str]]]:
    """Where names and pronouns stand, and who is meant, by article."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for row in read.view.mentioned(articles):
        if row.form is not MentionForm.NOMINAL:
            found.setdefault(row.article, []).append((row.start, row.end, read.who.key(row.key)))
    return found


def _placed(parse: Parse, mentioned: Iterable[tuple[int, int, str]]) -> dict[int, str]:
    """Who is meant by each word of a name, by the word's place; of two names around a word, the shorter."""
    starts = [token.start for token in parse.tokens]
    placed: dict[int, str] = {}
    for start, end, key in sorted(mentioned, key=lambda one: (one[0] - one[1], one[0])):
        placed |= dict.fromkeys(starts[bisect_left(starts, start) : bisect_right(starts, end - 1)], key)
    return placed


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
            return Voice(own, None if words.casefold() in PRONOUNS and name == words else name, statement)
        if claim.force in {Force.WISH, Force.REFUSAL} and claim.holders:
            own = min(claim.holders)
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
