"""Those who act without a name: "an alliance official", "the government", "police", "several officials".

In: a parse and its names. Out: `Nominal`s in text order that overlap no name's words except those inside them ("the
Iraqi government" holds "Iraqi"). A singular noun counts only after a determiner, a possessor or a name's adjective;
a plural one counts bare.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from throughline.annotate.mentions.kinds import Name
from throughline.annotate.mentions.names import Kind, Piece
from throughline.model import MentionType, Parse, Token
from throughline.tables.agents import Agent, agent

_DETERMINERS = frozenset(
    """a an the this these those his her its their our my your one another some several many most all both no
    any each every other two three four five six seven eight nine ten 's whose""".split()
)
_SINGULAR = Agent.OFFICE | Agent.PERSON
_MANY = Agent.PEOPLE
_INSIDE = Agent.MODIFIER | Agent.BODY | Agent.OFFICE | Agent.PERSON
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its"})
_DEFINITE = frozenset({"the", "this", "his", "her", "their", "its", "'s"})
_LONGEST = 8  # tokens of a phrase before its head
# Words that also are common verbs, adjectives or things: they count only as a phrase's last word after an article.
_DOUBTFUL = frozenset(
    """count host chair head lead star fan guard guide agent private major general principal patient moderate
    conservative liberal captive count baron private specialist marine others partners sources dead wounded injured
    markets families relatives women men children child baby man woman boy girl paper station channel network fund
    front movement board command mission party force office house palace league school college church hospital
    parent friend partner member owner source mother father son daughter brother sister husband wife uncle aunt
    cousin editor author writer actor singer player king queen prince princess families""".split()
)

_FUNCTION = frozenset(
    """of in at to for from with by on and or but who whom whose which that is are was were be been has have had
    will would can could may might must should did does do not also said says told added if when while as after
    before since because until about into over under then there here went came took gave made left met saw""".split()
)
_ADJECTIVAL = frozenset(
    """major general private principal chief moderate conservative liberal patient lead star member captive lay key
    marine student minority guest fellow host rebel militant party opposition coalition""".split()
)  # and these only where the phrase plainly ends


class Nominal(NamedTuple):
    """Tokens `first` to `last` with determiner; `head` is the position of the head noun."""

    first: int
    last: int
    head: int
    type: MentionType
    definite: bool


def find(parse: Parse, pieces: Sequence[Piece], names: Sequence[Name]) -> Iterator[Nominal]:
    """Yield the unnamed actors of an article."""
    tokens = parse.tokens
    named = {i: n for n in names for i in range(n.first, n.last)}
    titles = {i: p for p in pieces if p.kind is Kind.TITLE for i in range(p.first, p.last)}
    roles = {i for n in names if n.role for i in range(*n.role) if n.role[1] <= n.first}
    for sentence in parse.sentences:
        index = sentence.first
        while index < sentence.last:
            title = titles.get(index)
            if index in roles or (index in named and title is None):
                index += 1
                continue
            kind = agent(tokens[index].norm)
            if title is not None:
                index = title.last - 1
                kind = Agent.OFFICE
            if kind & ~(Agent.MODIFIER | Agent.HONORIFIC) and not _goes_on(tokens, index, sentence.last, named):
                nominal = _phrase(tokens, named, titles, index, sentence.first)
                if nominal is not None:
                    yield nominal
            index += 1


def _goes_on(tokens: Sequence[Token], index: int, last: int, named: Mapping[int, Name]) -> bool:
    """Tell whether the noun only stands before another: "government official", "spokesman Abdel Karim"."""
    if index + 1 >= last:
        return False
    following = tokens[index + 1]
    if index + 1 in named:
        return named[index + 1].type is MentionType.PERSON
    kind = agent(following.norm)
    return (
        bool(kind & ~(Agent.MODIFIER | Agent.HONORIFIC)) and following.norm not in {"chief", "head", "lead"} | _DOUBTFUL
    )


def _describes(tokens: Sequence[Token], index: int, floor: int) -> bool:
    """Tell whether a word is a participle or adverb inside the phrase: "the newly appointed chief"."""
    word = tokens[index]
    if not word.text.islower() or index <= floor:
        return False
    before = tokens[index - 1].norm
    opens = before in _DETERMINERS or (before.endswith("ly") and len(before) > 4)
    return (word.norm.endswith("ed") and opens) or (word.norm.endswith("ly") and before in _DETERMINERS)


def _ends(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a phrase can end before this token: a mark, a function word or a verb's form comes next."""
    if index >= len(tokens):
        return True
    word = tokens[index].norm
    return not word[0].isalnum() or word in _FUNCTION or word.endswith("ed")


def _phrase(
    tokens: Sequence[Token], named: Mapping[int, Name], titles: Mapping[int, Piece], head: int, floor: int
) -> Nominal | None:
    """Take the phrase that ends in this head noun."""
    first, possessed = _start(tokens, named, titles, head, floor)
    determiner = tokens[first - 1].norm if first > floor else ""
    has = determiner in _DETERMINERS or possessed
    kind = agent(tokens[head].norm)
    many = bool(kind & (_MANY | Agent.BODIES)) and not kind & (_SINGULAR | Agent.BODY)
    single = bool(kind & _SINGULAR) or head in titles
    by_name = any(i in named for i in range(first, head))
    if tokens[head].norm in _ADJECTIVAL and not _ends(tokens, head + 1):
        return None
    if not many and not has and (head not in titles and (single or not by_name)):
        return None
    if tokens[head].norm in _DOUBTFUL and first == head and not (has if many else determiner in _ARTICLES):
        return None
    if has and not possessed and determiner != "'s":
        first -= 1
    if many:
        kind_of = MentionType.ORGANISATION if kind & Agent.BODIES else MentionType.GROUP
    else:
        kind_of = MentionType.PERSON if single else MentionType.ORGANISATION
    return Nominal(first, head + 1, head, kind_of, possessed or determiner in _DEFINITE)


def _start(
    tokens: Sequence[Token], named: Mapping[int, Name], titles: Mapping[int, Piece], head: int, floor: int
) -> tuple[int, bool]:
    """Walk left over what belongs to the phrase; and tell whether a name possesses it ("Iraq's parliament")."""
    first = titles[head].first if head in titles else head
    possessed = False
    while first > floor and head - first < _LONGEST:
        at = first - 1
        word = tokens[at].norm
        if at in named or at in titles:
            first = named[at].first if at in named else titles[at].first
        elif word in {"'s", "'"} and at - 1 >= floor and at - 1 in named:
            possessed, first = True, named[at - 1].first
        elif _is_inside(tokens, at, floor):
            first = at
        else:
            break
    return first, possessed


def _is_inside(tokens: Sequence[Token], index: int, floor: int) -> bool:
    word = tokens[index].norm
    if word in _DETERMINERS:
        return False
    return bool(agent(word) & _INSIDE) or "-" in word[1:-1] or _describes(tokens, index, floor)
