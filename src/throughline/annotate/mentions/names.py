"""Capitalised names: where they begin and end, and which parts of a run are tables' names, titles or other names.

In: a parse. Out: `Piece`s in text order, never overlapping. "US Defence Secretary Mark Esper" is an entity, a title
and a name. A sentence's first word counts only when English does not write it small; in a headline or a
sentence in capitals only names known from tables or from elsewhere in the article count.
"""

from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from throughline.model import MentionType, Parse, Sentence, Token
from throughline.tables.agents import Agent, agent
from throughline.tables.names import Entity, gender, is_small, longest, lookup
from throughline.text.fold import fold_name

_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january
    february march april may june july august september october november december jan feb mar apr jun jul aug sep
    sept oct nov dec am pm a.m p.m gmt bst est edt pst pdt utc cet et ad bc i i'm""".split()
)
_PARTICLES = frozenset(
    """de del della der den des di do dos da du van von zu zum ten ter te la le el al bin bint ibn ben abu ul ur ud
    ould und y e san""".split()
)
_LEADING = frozenset({"de", "al", "el", "van", "von", "bin", "ibn", "abu", "der", "du", "di", "da", "ul", "del"})
# Heads of bodies that go on with "of", "for" or "on": "Ministry of Defence", "Center for ...", "Committee on ...".
_OF_HEADS = frozenset(
    """ministry department bank university house council chamber board court office bureau institute institution
    school college church committee commission subcommittee union federation confederation league organization
    organisation association society academy agency centre center conference congress group foundation fund
    movement party army front brigade brigades battalion coalition alliance campaign secretariat directorate
    administration authority trust club embassy republic kingdom state states emirate gulf bay sea cape isle strait
    river mount lake valley province region city port duke prince king queen lord archbishop bishop patriarch
    tomb wall bay order daughters sons voice forum library museum hall parliament assembly cathedral""".split()
)
_TAKES = {
    "of": _OF_HEADS,
    "for": frozenset(
        """center centre institute agency campaign movement committee coalition court fund organization organisation
        alliance party ministry department office foundation council commission society association network forum
        union initiative project citizens doctors reporters students veterans""".split()
    ),
    "on": frozenset({"committee", "subcommittee", "commission", "conference", "council", "convention", "treaty"}),
}
_SHOUT_WORDS, _SHOUT_SHARE = 4, 0.85  # a line of four long words or more, nearly all capitalised, is a headline


class Kind(Enum):
    """What a piece of a run of capitals is."""

    ENTITY = "entity"
    TITLE = "title"
    NAME = "name"


class Piece(NamedTuple):
    """Tokens `first` up to, not including, `last`; `entity` where a table knows the words."""

    first: int
    last: int
    kind: Kind
    entity: Entity | None = None


@lru_cache(maxsize=1 << 15)
def folded(word: str) -> str:
    """Fold one token, remembering the words of the day."""
    return fold_name(word)


def fold(tokens: Sequence[Token], first: int, last: int) -> str:
    """Fold a run of tokens as `fold_name` folds its text."""
    return " ".join(filter(None, (folded(t.text) for t in tokens[first:last])))


def is_capital(token: Token) -> bool:
    """Tell whether a token is written as (part of) a name: "Iraq", "al-Maliki", "d'Estaing", "iPhone"."""
    text = token.text
    if text[0].isupper():
        return True
    if text.islower() or not text[0].isalpha():
        return False
    stem, mark, rest = text.partition("-") if "-" in text else text.partition("'" if "'" in text else "’")
    return bool(mark) and len(stem) <= 3 and rest[:1].isupper()


def find(parse: Parse) -> Iterator[Piece]:
    """Yield the pieces of every run of capitals in the parse."""
    tokens = parse.tokens
    small = {t.norm for t in tokens if t.text.islower()}
    shouted = [_is_shouted(tokens[s.first : s.last]) for s in parse.sentences]
    elsewhere = _inner_pairs(parse, shouted)
    for sentence, is_shouted in zip(parse.sentences, shouted, strict=True):
        for first, last in _runs(tokens, sentence, small, elsewhere):
            for piece in _pieces(tokens, first, last):
                if not is_shouted or piece.kind is Kind.ENTITY or _is_known(tokens, piece, elsewhere):
                    yield piece


def _inner_pairs(parse: Parse, shouted: Sequence[bool]) -> set[tuple[str, str]]:
    """Pairs of capitalised words that stand inside a sentence: what they are is no accident of position."""
    found: set[tuple[str, str]] = set()
    for sentence, is_shouted in zip(parse.sentences, shouted, strict=True):
        if is_shouted:
            continue
        before: str | None = None
        for token in parse.tokens[sentence.first + 1 : sentence.last]:
            capital = not token.text.islower() and is_capital(token)
            if capital and before is not None:
                found.add((before, token.norm))
            before = token.norm if capital else None
    return found


def _is_shouted(tokens: Sequence[Token]) -> bool:
    words = [t.text for t in tokens if len(t.text) > 3 and t.text[0].isalpha()]
    if tokens[-1].text == ".":  # no headline: "Prime Minister Anton Revik met Ingrid Solvane on Monday."
        return len(words) >= _SHOUT_WORDS and all(w.isupper() for w in words)
    return len(words) >= _SHOUT_WORDS and sum(w[0].isupper() for w in words) > _SHOUT_SHARE * len(words)


def _is_known(tokens: Sequence[Token], piece: Piece, pairs: set[tuple[str, str]]) -> bool:
    own = tokens[piece.first : piece.last]
    if piece.kind is Kind.TITLE or len(own) < 2:
        return False
    return (own[0].norm, own[1].norm) in pairs or (
        gender(folded(own[0].text)) is not None and not any(is_small(t.norm) for t in own[1:])
    )


def _runs(
    tokens: Sequence[Token], sentence: Sentence, small: set[str], pairs: set[tuple[str, str]]
) -> Iterator[tuple[int, int]]:
    index, last = sentence.first, sentence.last
    opens = True
    while index < last:
        token = tokens[index]
        if token.text.islower() and token.norm not in _LEADING:
            opens = False
            index += 1
            continue
        if not token.text[0].isalnum():
            opens = opens or token.norm in {'"', "'", ":", "--", "-", "•", "*", "["}
            index += 1
            continue
        if _starts(tokens, index, last) and not (opens and _is_only_first(tokens, index, last, small, pairs)):
            stop = _extend(tokens, index, last)
            yield index, stop
            index = stop
        else:
            index += 1
        opens = False


def _starts(tokens: Sequence[Token], index: int, last: int) -> bool:
    token = tokens[index]
    if token.norm in _LEADING:
        return index + 1 < last and is_capital(tokens[index + 1]) and not tokens[index].text.isupper()
    return is_capital(token) and token.norm.rstrip(".") not in _CALENDAR


def _is_only_first(
    tokens: Sequence[Token], index: int, last: int, small: set[str], pairs: set[tuple[str, str]]
) -> bool:
    """Tell whether a capital is there only because a sentence begins."""
    token = tokens[index]
    length = _match(tokens, index, last)
    if length > 1:
        return False
    following = tokens[index + 1] if index + 1 < last else None
    named = following is not None and is_capital(following) and not is_small(following.norm)
    if length == 1:
        entity = lookup(folded(token.text))
        if entity is not None and (entity.type is not MentionType.ORGANISATION or token.text.isupper()):
            return not entity.certain and not named and is_small(token.norm)
    if following is not None and _opens_name(tokens, index, last, pairs, named=named):
        return False
    stem, mark, _ = token.norm.partition("-")
    if mark and is_small(stem) and gender(stem) is None:
        return True
    return token.norm in small or is_small(token.norm) or token.norm.endswith(("ly", "ing"))


def _opens_name(tokens: Sequence[Token], index: int, last: int, pairs: set[tuple[str, str]], *, named: bool) -> bool:
    """Tell whether what follows a sentence's first word makes a name of it: a title, a first name, a possessive."""
    token, following = tokens[index], tokens[index + 1]
    kind = agent(token.norm)
    if (token.norm, following.norm) in pairs or (kind & Agent.HONORIFIC and token.text.endswith(".")):
        return True
    if following.norm in {"'s", "'"} and index + 2 < last and is_capital(tokens[index + 2]):
        return _is_owned_name(tokens, index + 1, index)
    if named and (kind & (Agent.OFFICE | Agent.HONORIFIC) or gender(folded(token.text))):
        return True
    return is_capital(following) and (token.norm in _LEADING or bool(kind & (Agent.OFFICE | Agent.MODIFIER)))


def _extend(tokens: Sequence[Token], first: int, last: int) -> int:
    """Find where a run of capitals ends."""
    index = first
    while index < last:
        token = tokens[index]
        if is_capital(token) and (
            index == first or token.norm.rstrip(".") not in _CALENDAR or _is_surname(tokens, index)
        ):
            index += max(1, _match(tokens, index, last))
        elif index + 1 < last and (step := _joint(tokens, first, index, last)):
            index += step
        else:
            break
    return index


def _is_surname(tokens: Sequence[Token], index: int) -> bool:
    """Tell a surname from a month: "Theresa May"."""
    before = tokens[index - 1]
    return tokens[index].norm in {"may", "march"} and gender(folded(before.text)) is not None


def _joint(tokens: Sequence[Token], first: int, index: int, last: int) -> int:
    """How many tokens join the run so far to a capital after them: "de", "of the", "&"; 0 where they don't."""
    word = tokens[index].norm
    following = tokens[index + 1]
    if word in {"'s", "'"} and is_capital(following):
        return int(_is_owned_name(tokens, index, first))
    if word in _PARTICLES or word == "&":
        if is_capital(following):
            return 1
        both = index + 2 < last and following.norm in _PARTICLES and is_capital(tokens[index + 2])
        return 2 if both else 0
    heads = _TAKES.get(word)
    if heads is not None:
        head = tokens[index - 1].norm
        if head not in heads and not (word == "of" and agent(head) & Agent.OFFICE):
            return 0
        step = 2 if following.norm == "the" and index + 2 < last else 1
        return step if is_capital(tokens[index + step]) and tokens[index + step].norm not in _CALENDAR else 0
    if word == "and" and is_capital(following) and any(tokens[i].norm == "of" for i in range(first, index)):
        return 1 if is_small(following.norm) and lookup(folded(following.text)) is None else 0
    return 0


def _is_owned_name(tokens: Sequence[Token], mark: int, first: int) -> bool:
    """Tell whether a possessive stands inside a name: "the People's List", "National Farmers' Union"."""
    owner, owned = tokens[mark - 1], tokens[mark + 1]
    if owner.end != tokens[mark].start or agent(owned.norm) & (Agent.OFFICE | Agent.HONORIFIC):
        return False
    if not _is_owner(owner) or owned.norm.rstrip(".") in _CALENDAR:
        return False
    ordinary = is_small(owned.norm) or bool(agent(owned.norm) & Agent.BODY)
    return ordinary and all(is_small(t.norm) or lookup(folded(t.text)) for t in tokens[first : mark - 1])


def _is_owner(owner: Token) -> bool:
    """Tell whether a capitalised word is an ordinary noun for people: "People", "Workers", "Women"."""
    return is_small(owner.norm) and bool(agent(owner.norm) & Agent.PEOPLE) and lookup(folded(owner.text)) is None


def _match(tokens: Sequence[Token], index: int, last: int) -> int:
    """How many tokens from here are a table's name; 0 for none."""
    words = folded(tokens[index].text)
    if not words:
        return 0
    reach = min(longest(words.split(" ", 1)[0]), last - index)
    best = 0
    key = words
    if lookup(key) is not None:
        best = 1
    for length in range(2, reach + 1):
        word = folded(tokens[index + length - 1].text)
        if word:
            key = f"{key} {word}"
            if lookup(key) is not None:
                best = length
        elif tokens[index + length - 1].norm != "'s":
            break
    return best


def _pieces(tokens: Sequence[Token], first: int, last: int) -> Iterator[Piece]:
    """Cut a run: tables' names, titles, and what is left."""
    index = rest = first
    while index < last:
        length = _match(tokens, index, last)
        entity = lookup(fold(tokens, index, index + length)) if length else None
        if entity is not None and not _belongs_to_name(tokens, entity, index, index + length, (rest, last)):
            yield from _left(tokens, rest, index)
            yield Piece(index, index + length, Kind.ENTITY, entity)
            index = rest = index + length
        elif agent(tokens[index].norm) & (Agent.OFFICE | Agent.HONORIFIC) and not _is_given(tokens, index, last):
            start = index
            while start > rest and (is_small(tokens[start - 1].norm) or agent(tokens[start - 1].norm)):
                start -= 1
            yield from _left(tokens, rest, start)
            index = _title_end(tokens, index, last)
            yield Piece(start, index, Kind.TITLE)
            rest = index
        else:
            index += 1
    yield from _left(tokens, rest, last)


def _left(tokens: Sequence[Token], first: int, last: int) -> Iterator[Piece]:
    """Yield what is left between entities and titles, without joining words at its ends."""
    while first < last and not is_capital(tokens[first]) and tokens[first].norm not in _LEADING:
        first += 1
    while last > first and not is_capital(tokens[last - 1]):
        last -= 1
    if first < last:
        yield Piece(first, last, Kind.NAME)


def _is_given(tokens: Sequence[Token], index: int, last: int) -> bool:
    """Tell a surname from a title: "John Marshal", with a first name before it and nothing after."""
    return (
        index > 0
        and is_capital(tokens[index - 1])
        and gender(folded(tokens[index - 1].text)) is not None
        and (index + 1 == last)
    )


def _belongs_to_name(tokens: Sequence[Token], entity: Entity, first: int, last: int, run: tuple[int, int]) -> bool:
    """Tell whether a table's one-word name is part of a longer name: "Jordan Smith", "Barack Hussein Obama"."""
    rest, stop = run
    if last - first > 1:
        return False
    word = tokens[first]
    if not entity.certain:
        return True
    if word.text.istitle() and entity.type is MentionType.ORGANISATION and len(word.text) <= 2:
        return True
    before = first > rest and gender(folded(tokens[first - 1].text)) is not None
    if before and entity.type is not MentionType.NATIONALITY:
        return True
    following = tokens[last] if last < stop else None
    return (
        following is not None
        and gender(folded(word.text)) is not None
        and is_capital(following)
        and not is_small(following.norm)
        and not agent(following.norm)
        and lookup(folded(following.text)) is None
    )


def _title_end(tokens: Sequence[Token], index: int, last: int) -> int:
    """A title goes on over more title words, and over "of" with the department's words."""
    index += 1
    while index < last:
        word = tokens[index].norm
        if agent(word) & (Agent.OFFICE | Agent.HONORIFIC):
            index += 1
        elif word in {"of", "for"} and index + 1 < last:
            step = index + (2 if tokens[index + 1].norm == "the" else 1)
            length = _match(tokens, step, last) if step < last else 0
            if length:
                index = step + length
                continue
            stop = step
            while stop < last and (is_small(tokens[stop].norm) or tokens[stop].norm == "&"):
                stop += 1
            if stop == step:
                break
            index = stop
        else:
            break
    return index
