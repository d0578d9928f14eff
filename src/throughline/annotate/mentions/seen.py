"""The names that the reader saw, trimmed and completed.

In: a text and its parse. Out: `Name`s in text order, without titles, articles, marks and possessives, and with what the
reader cut off: "van der Meulen", "Jr.".
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from throughline.annotate.mentions.name import Name, made
from throughline.annotate.mentions.places import Places
from throughline.dates.words import WEEKDAYS
from throughline.model import MentionType, Parse, Token
from throughline.tables.agents import Agent, agent

TYPES = {
    "Person": MentionType.PERSON,
    "Organization": MentionType.ORGANISATION,
    "Location": MentionType.PLACE,
    "NORP": MentionType.NATIONALITY,
    "Facility": MentionType.FACILITY,
    "Product": MentionType.PRODUCT,
    "Misc": MentionType.OTHER,
}
# Small words that open names: "de Hoop Scheffer", "al-Sadr", "von der Leyen".
_PARTICLES = frozenset(
    """de del della der den des di do dos da du van von zu zum ten ter te la le el los las al bin bint ibn ben abu ul
    ur ud ould und y san""".split()
)
_PARTY = re.compile(r"[RDI]-[A-Z][A-Za-z.]*$")  # "R-Iowa": an American legislator's party and state
_TITLES = Agent.HONORIFIC | Agent.OFFICE
_JOINING = frozenset("van von der den del della di bin ibn ten ter zu dos".split())  # they stand in no other phrase
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SHORTEST = 2  # letters of a name
_DAYS = frozenset(WEEKDAYS) | {"the", "today", "yesterday", "tomorrow", "tonight"}  # what the reader may take for names


def seen(text: str, parse: Parse, places: Places) -> list[Name]:
    """The names that the reader saw."""
    found = (_trimmed(text, parse.tokens, name) for name in _read(text, parse, places))
    return list(_whole(text, parse.tokens, (name for name in found if name)))


def _read(text: str, parse: Parse, places: Places) -> Iterator[Name]:
    """Yield what the reader saw."""
    for name in parse.names:
        if name.kind in TYPES:
            first, last = places.range(name.start, name.end)
            if first < last:
                yield made(text, (name.start, name.end), (first, last), TYPES[name.kind], "reader")


def _trimmed(text: str, tokens: Sequence[Token], name: Name) -> Name | None:
    """Take titles from a person's name, and articles, marks and possessives from any; None where nothing is left."""
    first, last = name.first, name.last
    while first < last and _is_outside(tokens[first], name.type, is_alone=last - first == 1):
        first += 1
    while first < last and (tokens[last - 1].norm == "'s" or not any(map(str.isalnum, tokens[last - 1].text))):
        last -= 1
    words = text[tokens[first].start : tokens[last - 1].end] if first < last else ""
    if len(words) < _SHORTEST or words.islower() or _PARTY.match(words) or words.casefold() in _DAYS:
        return None
    if name.type is MentionType.PERSON and all(agent(t.norm) & _TITLES for t in tokens[first:last]):
        return None
    start = max(name.start, tokens[first].start)
    end = min(name.end, tokens[last - 1].end)
    if (start, end) == (name.start, name.end):
        return name
    return made(text, (start, end), (first, last), name.type, name.rule)


def _whole(text: str, tokens: Sequence[Token], found: Iterable[Name]) -> Iterator[Name]:
    """Put together what the reader cut of a person's name: "Joost | van der | Meulen", "Samuel Haddon | Sr."."""
    held: Name | None = None
    for name in found:
        fuller = _completed(text, tokens, held) if held is not None else None
        if held is None or fuller is None:
            held = name
        elif _goes_on(tokens, held, name) or (fuller.last > name.first and name.type is MentionType.PERSON):
            held = made(text, (held.start, name.end), (held.first, name.last), held.type, held.rule)
        else:
            yield fuller if fuller.last <= name.first else held
            held = name
    if held is not None:
        yield _completed(text, tokens, held)


def _goes_on(tokens: Sequence[Token], name: Name, after: Name) -> bool:
    both_persons = name.type is after.type is MentionType.PERSON
    return both_persons and name.last == after.first and tokens[after.first].text in _PARTICLES


def _completed(text: str, tokens: Sequence[Token], name: Name) -> Name:
    """A person's name with what the reader left off: "van der Meulen", and the "Jr." that parts son from father."""
    if name.type is not MentionType.PERSON:
        return name
    last = name.last
    while last < len(tokens) and tokens[last].text in _JOINING:
        last += 1
    is_more = name.last < last < len(tokens) and tokens[last].tag == "PROPN" and tokens[last].text[0].isupper()
    last = last + 1 if is_more else name.last
    at = last + (last < len(tokens) and tokens[last].norm == ",")
    if at < len(tokens) and tokens[at].norm.rstrip(".") in _GENERATIONS:
        last = at + 1
    if last == name.last:
        return name
    return made(text, (name.start, tokens[last - 1].end), (name.first, last), name.type, name.rule)


def _is_outside(token: Token, kind: MentionType, *, is_alone: bool) -> bool:
    text = token.text
    if not any(map(str.isalnum, text)) or text == "'s" or (text.islower() and token.norm not in _PARTICLES):
        return True
    return kind is MentionType.PERSON and not is_alone and bool(agent(token.norm) & Agent.HONORIFIC)
