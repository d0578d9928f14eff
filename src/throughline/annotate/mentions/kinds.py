"""What a name is the name of: person, body, state or place.

In: the pieces of an article's runs. Out: `Name`s, typed, one per piece that names something. The tables speak first,
then the words of the name ("Ministry of ...", "... Corp."), then the words around it (a title, "said", "in"); all
places where the name stands are weighed together. A name that nothing speaks for is left out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from throughline.annotate.mentions import roles
from throughline.annotate.mentions.agency import acts
from throughline.annotate.mentions.names import Kind, Piece, fold, folded
from throughline.model import MentionType, Parse, Token
from throughline.tables.agents import Agent, agent
from throughline.tables.names import Entity, gender, is_small, lookup

_TAILS = frozenset(
    """army navy force forces guard guards corps command brigade brigades battalion police militia front party
    movement coalition alliance union league federation confederation association society club council committee
    commission congress parliament senate assembly house court tribunal ministry department agency bureau office
    authority administration government bank fund group corp corp. corporation inc inc. co co. company ltd ltd.
    plc llc ag gmbh sa industries industry holdings partners enterprises systems technologies airlines airways air
    motors energy petroleum oil gas pharmaceuticals labs laboratories laboratory institute institution university
    college school academy hospital clinic centre center foundation trust church network networks news times post
    journal tribune herald gazette telegraph mail press magazine review radio television tv channel studios records
    entertainment media broadcasting service services agency organization organisation international initiative
    project program programme campaign team board panel embassy secretariat conference summit forum exchange museum
    theatre theater orchestra fc united city rovers wanderers athletic brotherhood jihad resistance hezbollah
    regiment division squadron fleet unit squad taskforce workers teachers rangers lawyers seals partnership
    brothers stores airlines railways motors cooperative syndicate watch wire newswire dispatch observer chronicle
    courier weekly daily register inquirer enquirer examiner sentinel bulletin""".split()
)
_HEADS = frozenset(
    """ministry department bank university council chamber institute committee commission union federation
    association society academy center centre court office bureau organization organisation movement army front
    coalition alliance campaign party foundation fund college school church embassy house""".split()
)
_PLACE_TAILS = frozenset(
    """river sea ocean lake bay gulf strait straits canal valley desert mountain mountains hills hill heights coast
    beach island islands isle peninsula cape province governorate district county state region territory
    city town village township square street road avenue boulevard highway bridge airport port harbor harbour airfield
    airbase base camp prison park garden gardens forest plaza palace tower towers building stadium cemetery border
    crossing wall neighborhood neighbourhood quarter oblast prefecture canyon falls creek springs""".split()
)
_PLACE_HEADS = frozenset(
    {"mount", "lake", "cape", "fort", "port", "camp", "gulf", "bay", "river", "isle", "strait", "sea"}
)
_LOCATIVE = frozenset(
    """in at near from outside inside across around throughout toward towards into to via through north south east
    west northeast northwest southeast southwest""".split()
)
_WITHIN = frozenset({"in", "near", "outside", "across", "throughout"})  # bare names after these are seldom persons
_TOWARDS = frozenset({"to", "into", "from"})  # after these only beside a word of going or sending
# Verbs of motion and of sending (Levin, 1993), and their nouns.
_TRAVEL = frozenset(
    """go goes went gone going come comes came coming travel travels travelled traveled travelling traveling return
    returns returned returning move moves moved moving fly flies flew flown flying flight flights drive drove driven
    driving march marched marching flee fled fleeing arrive arrived arriving sail sailed sailing cross crossed
    crossing send sends sent sending dispatch dispatched deploy deployed deploying deployment ship shipped shipping
    transfer transferred bring brought bringing take taken withdraw withdrew withdrawn withdrawing withdrawal
    evacuate evacuated evacuating pull pulled deport deported deporting migrate migrated trip trips journey journeys
    visit visits tour mission missions envoy envoys ambassador ambassadors road route train trains bus buses convoy
    convoys exports imports refugees back""".split()
)
_TRAVEL_WITHIN = 4  # tokens between it and its "to": "sent 300 trainers to"
_DEMONYM_ENDS = ("ian", "ean", "ese", "ish", "lander", "landers", "ians", "eans")
_SAYS = frozenset(
    """said says say told added tells adds asked asks wrote writes argued argues noted notes insisted insists warned
    warns claimed claims explained explains acknowledged acknowledges declined denied denies announced announces
    confirmed confirms testified recalled replied responded joked tweeted thinks thought believes hopes""".split()
)
# Names of storms, laws, wars, feasts and works: they neither speak nor are they places.
_THINGS = frozenset(
    """hurricane typhoon cyclone storm operation act treaty agreement accord accords protocol charter constitution war
    wars revolution spring day days eve award awards prize cup games olympics championship tour festival season
    series show album song book bible koran quran holocaust crisis affair scandal intifada ramadan easter christmas
    thanksgiving hanukkah eid deepwater resolution amendment bill law code plan pact framework declaration doctrine
    initiative missile rocket jet aircraft boeing airbus rifle class mark model windows internet web english arabic
    spanish french german russian chinese medal nobel oscar grammy emmy pulitzer""".split()
)
_OPENING_THINGS = frozenset({"hurricane", "typhoon", "cyclone", "storm", "operation", "deepwater", "boeing", "airbus"})
# Weights of evidence: what settles it alone, what needs company, what only breaks a tie.
_SURE, _STRONG, _WEAK = 8, 3, 1
_SHORTEST_PLACE = 4  # letters of a name that a demonym is made of
_LONGEST_ACRONYM = 6  # letters
_LONGEST_PERSON = 4  # words of a name that no table knows and that is still a person's by its looks


class Name(NamedTuple):
    """A typed name: tokens `first` to `last`, folded words, the role words beside it (token range)."""

    first: int
    last: int
    folded: str
    type: MentionType
    entity: Entity | None
    role: tuple[int, int] | None
    rule: str


def find(parse: Parse, pieces: Sequence[Piece]) -> Iterator[Name]:
    """Yield the article's names, typed."""
    tokens = parse.tokens
    joined = list(_joined(tokens, pieces))
    at = {i: p for p in joined for i in range(p.first, p.last)}
    bounds = {i: (s.first, s.last) for s in parse.sentences for i in range(s.first, s.last)}
    votes: dict[str, Counter[MentionType]] = defaultdict(Counter)
    beside: dict[int, tuple[int, int] | None] = {}
    for piece in joined:
        if piece.kind is Kind.NAME:
            role = _role(tokens, at, piece, bounds[piece.first])
            beside[piece.first] = role
            votes[fold(tokens, piece.first, piece.last)].update(_evidence(tokens, at, piece, role, bounds[piece.first]))
    kinds = _settled(votes)
    for piece in joined:
        words = fold(tokens, piece.first, piece.last)
        if piece.kind is Kind.ENTITY and piece.entity is not None:
            yield Name(piece.first, piece.last, words, piece.entity.type, piece.entity, None, "table")
        elif piece.kind is Kind.NAME:
            kind = kinds[words]
            if kind is not None:
                yield _name(piece, words, kind, beside[piece.first])


def _settled(votes: Mapping[str, Counter[MentionType]]) -> dict[str, MentionType | None]:
    """Decide one type for each folded name: by its own votes, then by the other names of the article."""
    for name, own in votes.items():
        if votes.keys() & _demonyms(name):
            own[MentionType.PLACE] += _STRONG  # "Karvenia", beside "Karvenian"
    kinds = {name: _winner(own) for name, own in votes.items()}
    persons = _surnames(name for name, kind in kinds.items() if kind is MentionType.PERSON)
    bodies = {n.rsplit(" ", 1)[1] for n, kind in kinds.items() if kind is MentionType.ORGANISATION and " " in n}
    for name, kind in kinds.items():
        if name in persons:
            kinds[name] = MentionType.PERSON
        elif name in bodies and is_small(name) and kind in {None, MentionType.PERSON}:
            kinds[name] = MentionType.ORGANISATION  # "the Compact", of "the Northern Compact"
    return kinds


def _demonyms(name: str) -> set[str]:
    """Give the adjectives that English makes of a place's name."""
    if " " in name or len(name) < _SHORTEST_PLACE:
        return set()
    bare = name[:-1] if name[-1] in "aeio" else name
    return {name + "n", name + "ian", name + "ese", bare + "an", bare + "ian", bare + "ese"} - {name}


def _name(piece: Piece, words: str, kind: MentionType, role: tuple[int, int] | None) -> Name:
    entity = lookup(words) if kind is MentionType.PLACE else None
    return Name(piece.first, piece.last, words, kind, entity, role if kind is MentionType.PERSON else None, "context")


def _joined(tokens: Sequence[Token], pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Join pieces where the whole is one body's name: "Iraqi Security Forces", "Royal Army of Oman"."""
    held: Piece | None = None
    for piece in pieces:
        if held is not None and (_takes(tokens, held, piece) or _goes_on_of(tokens, held, piece)):
            held = Piece(held.first, piece.last, Kind.NAME)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _takes(tokens: Sequence[Token], piece: Piece, following: Piece) -> bool:
    """Tell whether a table's name or a title only opens the name of a body: "Mauritius Chamber of Agriculture"."""
    if following.first != piece.last or following.kind is not Kind.NAME or piece.kind is Kind.NAME:
        return False
    if gender(folded(tokens[following.first].text)):
        return False
    words = [t.norm for t in tokens[following.first : following.last]]
    if piece.kind is Kind.TITLE:
        return words[-1] in _TAILS | _PLACE_TAILS - {"united", "city"} and piece.last - piece.first == 1
    return words[-1] in _TAILS | _PLACE_TAILS or (words[0] in _HEADS and "of" in words)


def _goes_on_of(tokens: Sequence[Token], piece: Piece, following: Piece) -> bool:
    """Tell whether a body's name goes on with "of" and a table's name: "Royal Army of Oman"."""
    if piece.kind is not Kind.NAME or following.kind is not Kind.ENTITY:
        return False
    between = [t.norm for t in tokens[piece.last : following.first]]
    return between in (["of"], ["of", "the"]) and tokens[piece.last - 1].norm in _HEADS | {"republic", "kingdom"}


def _role(
    tokens: Sequence[Token], at: Mapping[int, Piece], piece: Piece, bound: tuple[int, int]
) -> tuple[int, int] | None:
    title = roles.before(tokens, at, piece.first, bound[0])
    if title is not None or _is_setting(tokens, piece, bound[0]):
        return title
    return roles.after(tokens, at, piece.last, bound[1])


def _is_setting(tokens: Sequence[Token], piece: Piece, floor: int) -> bool:
    """Tell a place that a subject follows from one described: "On a visit to Tolmar, the chief ..."."""
    single = piece.last - piece.first == 1 and gender(folded(tokens[piece.first].text)) is None
    return single and piece.first > floor and tokens[piece.first - 1].norm in _LOCATIVE


def _evidence(
    tokens: Sequence[Token],
    at: Mapping[int, Piece],
    piece: Piece,
    role: tuple[int, int] | None,
    bound: tuple[int, int],
) -> Counter[MentionType]:
    """Weigh what speaks for each type at one place."""
    own = tokens[piece.first : piece.last]
    words = [t.norm for t in own]
    if words[0] in _OPENING_THINGS or (words[-1] in _THINGS and words[-1] not in _TAILS):
        return Counter()
    found = _by_words(own, words) + _by_context(tokens, at, piece, role, bound)
    return found + (_by_use(tokens, piece, words, bound) if role is None else Counter())


def _by_words(own: Sequence[Token], words: Sequence[str]) -> Counter[MentionType]:
    """Weigh the words of the name."""
    found: Counter[MentionType] = Counter()
    if words[-1] in _TAILS or (words[0] in _HEADS and len(words) > 1) or {"of", "for", "'s", "'"} & set(words):
        found[MentionType.ORGANISATION] += _STRONG + _STRONG
    if words[-1] in _PLACE_TAILS or (words[0] in _PLACE_HEADS and len(words) > 1):
        found[MentionType.PLACE] += _STRONG + _STRONG + _WEAK
    if len(words) == 1 and own[0].text.isupper() and 2 <= len(own[0].text) <= _LONGEST_ACRONYM:
        found[MentionType.ORGANISATION] += _STRONG
    if len(words) > 1 and gender(folded(own[0].text)) is not None:
        found[MentionType.PERSON] += _STRONG + _WEAK
    elif 1 < len(words) <= _LONGEST_PERSON and not any(is_small(w) for w in words) and not own[0].text.isupper():
        found[MentionType.PERSON] += _STRONG
    return found


def _by_context(
    tokens: Sequence[Token],
    at: Mapping[int, Piece],
    piece: Piece,
    role: tuple[int, int] | None,
    bound: tuple[int, int],
) -> Counter[MentionType]:
    """Weigh the words around the name."""
    found: Counter[MentionType] = Counter()
    first, last = piece.first, piece.last
    title = at.get(first - 1) if first > bound[0] else None
    titled = title is not None and title.kind is Kind.TITLE
    if titled or role is not None:
        found[MentionType.PERSON] += _STRONG + _STRONG
    if titled and _is_address(tokens[first - 1]):
        found[MentionType.PERSON] += _SURE
    previous = tokens[first - 1].norm if first > bound[0] else ""
    following = tokens[last].norm if last < bound[1] else ""
    if previous == "the" and following in _SAYS and not titled:
        found[MentionType.ORGANISATION] += _STRONG  # "the Compact said": no person has an article
    elif following in _SAYS or previous in _SAYS - {"told", "asked"}:
        found[MentionType.PERSON] += _STRONG if last - first <= _LONGEST_PERSON else _WEAK
    known = lookup(fold(tokens, first, last)) is not None
    if previous in _LOCATIVE and following != "'s":
        found[MentionType.PLACE] += _STRONG + _STRONG if known else (_WEAK if last - first == 1 else 0)
    if previous == "," and known and first - 2 >= bound[0] and tokens[first - 2].text[0].isupper():
        found[MentionType.PLACE] += _STRONG  # "Houston, Texas"
    return found


def _by_use(
    tokens: Sequence[Token], piece: Piece, words: Sequence[str], bound: tuple[int, int]
) -> Counter[MentionType]:
    """Weigh what is done with a name that no table knows: "the X agreed", "in X", "the X-ian army"."""
    found: Counter[MentionType] = Counter()
    first, last = piece.first, piece.last
    previous = tokens[first - 1].norm if first > bound[0] else ""
    following = tokens[last].norm if last < bound[1] else ""
    agent_of = acts(tokens, last, bound[1]) and previous not in _LOCATIVE
    if len(words) > 1 and previous == "the":
        found[MentionType.PERSON] -= _STRONG  # "the Amber Compact": no person has an article
    if len(words) > 1 and (previous == "the" or any(is_small(w) for w in words)):
        if agent_of or (previous == "by" and tokens[first - 1].text.islower()):
            found[MentionType.ORGANISATION] += _STRONG
        if previous == "the":
            found[MentionType.ORGANISATION] += _WEAK
    elif len(words) == 1:
        if previous == "the" and agent_of:
            found[MentionType.ORGANISATION] += _STRONG
        elif agent_of and not is_small(words[0]):
            found[MentionType.ORGANISATION] += _WEAK
        before = {t.norm for t in tokens[max(bound[0], first - 1 - _TRAVEL_WITHIN) : first]}
        if (previous in _WITHIN or (previous in _TOWARDS and before & _TRAVEL)) and following != "'s":
            found[MentionType.PLACE] += _STRONG
        if words[0].endswith(_DEMONYM_ENDS) and gender(folded(words[0])) is None and agent(following):
            found[MentionType.NATIONALITY] += _STRONG
    return found


def _is_address(token: Token) -> bool:
    return bool(agent(token.norm) & Agent.HONORIFIC)


def _winner(votes: Counter[MentionType]) -> MentionType | None:
    if not votes:
        return None
    (kind, weight), *_ = votes.most_common(1)
    return kind if weight >= _STRONG else None


def _surnames(persons: Iterator[str]) -> set[str]:
    """The short forms of persons' full names: every tail of the name."""
    found: set[str] = set()
    for name in persons:
        words = name.split()
        found.update(" ".join(words[i:]) for i in range(1, len(words)))
    return found - {"al", "jr", "sr", "ii", "iii"}
