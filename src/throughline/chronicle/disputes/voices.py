"""Who makes which claims: the speaker of a statement, whoever wants or refuses, else the article itself.

In: a gathered view. Out: the `Claim`s of its articles, copies left out, and the `Voice` of each.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from throughline.annotate.wordclasses import PRONOUNS
from throughline.chronicle.disputes.claims import Claim, claims
from throughline.chronicle.happenings import Reading
from throughline.model import MentionForm, Mode, Parse, Statement
from throughline.tables.stances import Force

_NOBODY = PRONOUNS | {"which", "who", "that", "what"}  # as a source nobody that a reader could name
_SELF = re.compile(r"\b(?:I|[Ww]e)\b")
_AT_ONCE = 20  # articles whose grammar is in memory at a time: a whole story's is gigabytes
_AT_ONCE = 20  # articles whose grammar is in memory at a time: that of 400 takes 150 MB
Meant = tuple[int, int, str]


class Voice(NamedTuple):
    """Who makes a claim: a key, a name for people, and the statement, if any."""

    key: str
    name: str | None
    statement: Statement | None


def claimed(
    read: Reading, articles: Collection[str] | None = None, meant: Mapping[str, Sequence[Meant]] | None = None
) -> Iterator[Claim]:
    """The claims of all articles, or of some; those of copies are their originals'.

    `meant` tells by article who else is meant where: start, end and key, as of "I" in somebody's words.
    """
    keys = _keys(read, articles)
    wanted = [one for one in sorted(read.origins.heads) if not read.origins.is_copy(one)]
    if articles is not None:
        wanted = [one for one in wanted if one in articles]
    for first in range(0, len(wanted), _AT_ONCE):
        for article, parse in read.view.parses(wanted[first : first + _AT_ONCE]).items():
            mentioned = [*keys.get(article, ()), *(meant or {}).get(article, ())]
            yield from claims(article, parse, _placed(parse, mentioned))


def _keys(read: Reading, articles: Collection[str] | None) -> dict[str, list[Meant]]:
    """Where names and pronouns stand, and who is meant, by article."""
    found: dict[str, list[Meant]] = {}
    for row in read.view.mentioned(articles):
        if row.form is not MentionForm.NOMINAL:
            found.setdefault(row.article, []).append((row.start, row.end, read.who.key(row.key)))
    return found


def _placed(parse: Parse, mentioned: Iterable[Meant]) -> dict[int, str]:
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
            return Voice(own, None if words.casefold() in _NOBODY and name == words else name, statement)
        if claim.force in {Force.WISH, Force.REFUSAL} and claim.holders:
            own = min(claim.holders)
            return Voice(own, self._read.who.name(own), statement)
        return Voice(self._read.origins.voice(claim.article), None, None)

    def selves(self, texts: Mapping[str, str]) -> dict[str, list[Meant]]:
        """Where somebody who is quoted says "I" or "we", and who that is, by article."""
        found: dict[str, list[Meant]] = {}
        for article, held in self._held.items():
            for statement in held:
                key = self._keys.get(statement.id)
                if key is None or statement.mode is Mode.INDIRECT:
                    continue
                for piece in statement.content:
                    said = _SELF.finditer(texts[article], piece.start, piece.end)
                    found.setdefault(article, []).extend((*at.span(), self._read.who.key(key)) for at in said)
        return found

    def _statement(self, claim: Claim) -> Statement | None:
        around = [
            (piece.end - piece.start, statement.id, statement)
            for statement in self._held.get(claim.article, ())
            for piece in statement.content
            if piece.start <= claim.at < piece.end
        ]
        return min(around)[2] if around else None
