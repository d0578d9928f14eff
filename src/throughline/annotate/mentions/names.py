"""Names: where they stand, what they are names of, and the table's key where a table knows them.

In: a text and its parse. Out: `Name`s in text order, never overlapping; their type is settled over the whole article.
The reader's names come first; what tables know for certain and what the article names elsewhere fills its gaps. A
person's name goes without titles and possessives.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from throughline.annotate.mentions.name import Name, fold, folded, is_capital, made
from throughline.annotate.mentions.places import Places
from throughline.annotate.mentions.seen import TYPES, seen
from throughline.model import MentionType, Parse, Token
from throughline.tables.agents import Agent, agent
from throughline.tables.names import gender, is_small, longest, lookup
from throughline.tables.offices import holders_named

_SHOUT_WORDS, _SHOUT_SHARE = 4, 0.85  # long words of a headline, and how many of them have capitals
_DEMONYM_ENDS = ("ian", "ean", "ese", "ish", "ians", "eans", "ani", "aqi")
_OF_PEOPLE = ("n", "an", "ian", "ese", "i")  # "Ostrelia", "Ostrelian"
_TABLE = 1  # how much a table weighs against all places in the article
_NOWHERE = frozenset({MentionType.PLACE, MentionType.OTHER, MentionType.PRODUCT})
_THINGS = frozenset({MentionType.OTHER, MentionType.PRODUCT})
_BUILT = frozenset(
    """airport airfield airbase bridge bypass interchange highway expressway motorway freeway road street avenue
    boulevard roundabout dam canal tunnel port harbour harbor station terminal railway line pipeline plant refinery
    mine stadium arena hotel inn resort restaurant café cafe tower towers palace castle fort fortress mall market
    museum library cathedral mosque temple shrine monument memorial cemetery prison jail barracks camp gate square
    plaza hall theatre theater building house center centre complex park zoo hospital clinic""".split()
)
_PLACES = frozenset({MentionType.STATE, MentionType.PLACE})
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "X", ""})  # tags of words that a name is made of


def find(text: str, parse: Parse) -> list[Name]:
    """Find the names of an article."""
    places = Places(parse)
    shouted = _shouted(parse)
    saw = seen(text, parse, places)
    taken = {i for n in saw for i in range(n.first, n.last)}
    dated = {i for n in parse.names if n.kind not in TYPES for i in range(*places.range(n.start, n.end))}
    known = list(_known(text, parse, taken | dated))
    taken |= {i for n in known for i in range(n.first, n.last)}
    again = list(_again(text, parse, [*saw, *known], taken | dated))
    found = sorted([*saw, *known, *again])
    calm = {n.folded for n in found if n.first not in shouted}
    borne = [n for n in found if n.first not in shouted or _is_borne(parse.tokens, n, calm)]
    return _settled(parse.tokens, [n for n in borne if not _is_portfolio(parse.tokens, n)])


def _is_portfolio(tokens: Sequence[Token], name: Name) -> bool:
    """Tell what an office is for from a body: "Environment" of "Minister of the Environment"."""
    at = name.first - 1
    if at > 0 and tokens[at].norm == "the":
        at -= 1
    if at < 1 or name.entity is not None or tokens[at].norm not in {"of", "for"}:
        return False
    is_office = bool(agent(tokens[at - 1].norm) & Agent.OFFICE)
    return is_office and all(is_small(t.norm) or not t.norm.isalpha() for t in tokens[name.first : name.last])


def _shouted(parse: Parse) -> set[int]:
    """The tokens of headlines: sentences nearly all of whose words have capitals, so that capitals tell nothing."""
    found: set[int] = set()
    for sentence in parse.sentences:
        own = parse.tokens[sentence.first : sentence.last]
        words = [t.text for t in own if len(t.text) > 3 and t.text[0].isalpha()]
        capitals = sum(w.isupper() if own[-1].text == "." else w[0].isupper() for w in words)
        if len(words) >= _SHOUT_WORDS and capitals > _SHOUT_SHARE * len(words):
            found.update(range(sentence.first, sentence.last))
    return found


def _is_borne(tokens: Sequence[Token], name: Name, calm: set[str]) -> bool:
    """Tell whether a name in a headline is more than capitals: known, used below, or of no ordinary words."""
    return (
        name.entity is not None
        or name.folded in calm
        or not all(is_small(t.norm) for t in tokens[name.first : name.last])
    )


def _known(text: str, parse: Parse, taken: Iterable[int]) -> Iterator[Name]:
    """Yield the certain names of tables that the reader passed over."""
    free = set(range(len(parse.tokens))).difference(taken)
    for sentence in parse.sentences:
        index = sentence.first
        while index < sentence.last:
            length = _match(parse.tokens, index, sentence.last) if index in free else 0
            stop = index + length
            if length and _is_certain(parse.tokens, index, stop) and free.issuperset(range(index, stop)):
                entity = lookup(fold(parse.tokens, index, stop))
                if entity is not None:
                    span = parse.tokens[index].start, parse.tokens[stop - 1].end
                    yield made(text, span, (index, stop), entity.type, "table")
            index = max(stop, index + 1)


def _match(tokens: Sequence[Token], index: int, last: int) -> int:
    """How many tokens from here are a table's name; 0 for none."""
    if not is_capital(tokens[index]):
        return 0
    key = folded(tokens[index].text)
    reach = min(longest(key.split(" ", 1)[0]), last - index) if key else 0
    best = int(bool(key) and lookup(key) is not None)
    for length in range(2, reach + 1):
        word = folded(tokens[index + length - 1].text)
        if word:
            key = f"{key} {word}"
            if lookup(key) is not None:
                best = length
        elif tokens[index + length - 1].norm != "'s":
            break
    return best


def _is_certain(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a table's name means what the table says wherever it stands, and is a word of its own here."""
    entity = lookup(fold(tokens, first, last))
    if entity is None or not entity.certain:
        return False
    own = tokens[first:last]
    if any(t.tag not in _NAMING for t in own if t.norm not in {"of", "the", "and", "'s"}):
        return False
    if len(own) == 1 and is_small(own[0].norm) and own[0].tag != "PROPN":
        return False
    beside = [tokens[i] for i in (first - 1, last) if 0 <= i < len(tokens)]
    joined = any(t.tag == "PROPN" and is_capital(t) for t in beside)
    return entity.type in {MentionType.STATE, MentionType.NATIONALITY} or not joined


def _again(text: str, parse: Parse, seen: Sequence[Name], taken: Iterable[int]) -> Iterator[Name]:
    """Yield the places where a name of the article stands again and the reader passed over it."""
    kinds: dict[str, Counter[MentionType]] = defaultdict(Counter)
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in seen:
        for first in _openings(parse.tokens, name):
            kinds[fold(parse.tokens, first, name.last)][name.type] += 1
            lengths[folded(parse.tokens[first].text)].add(name.last - first)
    free = set(range(len(parse.tokens))).difference(taken)
    for sentence in parse.sentences:
        index = sentence.first
        while index < sentence.last:
            token = parse.tokens[index]
            stop = index + 1
            if index in free and token.text[0].isupper():
                for length in sorted(lengths.get(folded(token.text), ()), reverse=True):
                    again = _repeated(text, parse, (index, index + length), kinds, sentence.last)
                    if again is not None and free.issuperset(range(index, index + length)):
                        yield again
                        stop = index + length
                        break
            index = stop


def _openings(tokens: Sequence[Token], name: Name) -> Iterator[int]:
    """Yield where a name and its short forms begin: a person's surnames, a body's last word."""
    yield name.first
    if name.type is MentionType.PERSON:
        yield from (i for i in range(name.first + 1, name.last) if tokens[i].text[0].isupper())
    elif name.type is MentionType.ORGANISATION and name.last - name.first > 1:
        yield name.last - 1


def _repeated(
    text: str, parse: Parse, at: tuple[int, int], kinds: Mapping[str, Counter[MentionType]], ceiling: int
) -> Name | None:
    first, last = at
    if last > ceiling:
        return None
    own = parse.tokens[first:last]
    votes = kinds.get(fold(parse.tokens, first, last))
    if votes is None:
        return None
    kind = max(votes, key=lambda k: votes[k])
    opened = first > 0 and parse.tokens[first - 1].norm == "the" and kind is MentionType.ORGANISATION
    if last - first == 1 and not opened and (own[0].tag != "PROPN" or is_small(own[0].norm)):
        return None
    beside = [parse.tokens[i] for i in (first - 1, last) if 0 <= i < len(parse.tokens)]
    if any(t.tag == "PROPN" and is_capital(t) for t in beside):
        return None  # a part of a longer name
    return made(text, (own[0].start, own[-1].end), at, kind, "article")


def _settled(tokens: Sequence[Token], found: Sequence[Name]) -> list[Name]:
    """Give each name the type that its table or most of its places in the article have."""
    votes: dict[str, Counter[MentionType]] = defaultdict(Counter)
    for name in found:
        votes[name.folded][name.type] += 1
    for words, own in votes.items():
        if own.most_common(1)[0][0] in _NOWHERE and words.rsplit(" ", 1)[-1] in _BUILT and " " in words:
            own[MentionType.FACILITY] += own.total()
        if own.most_common(1)[0][0] in _THINGS and _is_persons(words):
            own[MentionType.PERSON] += 2 * own.total()  # "in the Michael Jackson trial"
        _compared(words, own, votes)
        entity = lookup(words)
        if entity is not None and entity.certain:
            sure = entity.type is MentionType.ORGANISATION and not is_small(words)
            own[_broad(entity.type)] += _TABLE * own.total() + sure  # a tie is the table's: "Daesh" is no place
        elif entity is None and holders_named(words) and own[MentionType.ORGANISATION]:
            own[MentionType.PERSON] += 2 * own.total()  # "Pompeo"
    persons = _surnames(n for n, own in votes.items() if own.most_common(1)[0][0] is MentionType.PERSON)
    settled: list[Name] = []
    for name in found:
        kind = votes[name.folded].most_common(1)[0][0]
        if name.folded in persons and name.entity is None and kind is not MentionType.NATIONALITY:
            kind = MentionType.PERSON
        settled.append(_typed(tokens, name, kind))
    return settled


def _compared(words: str, own: Counter[MentionType], votes: Mapping[str, Counter[MentionType]]) -> None:
    """Weigh what the article's other names tell of one: "Moammar Gadhafi" is "Gadhafi", Ostrelia's army Ostrelian."""
    kind = own.most_common(1)[0][0]
    last = votes.get(words.rsplit(" ", 1)[-1], own)
    if last is not own and kind in _NOWHERE and last.most_common(1)[0][0] is MentionType.PERSON:
        own[MentionType.PERSON] += 2 * own.total()
    peoples = (votes.get(words + end) for end in _OF_PEOPLE)
    if kind is MentionType.PERSON and any(each and each[MentionType.NATIONALITY] for each in peoples):
        own[MentionType.PLACE] += 2 * own.total()


def _is_persons(folded_name: str) -> bool:
    """Tell a first name and a surname that is no ordinary word."""
    first, *rest = folded_name.split()
    return gender(first) is not None and len(rest) == 1 and not is_small(rest[0]) and lookup(rest[0]) is None


def _broad(kind: MentionType) -> MentionType:
    return MentionType.PLACE if kind is MentionType.STATE else kind


def _surnames(persons: Iterable[str]) -> set[str]:
    """The short forms of persons' full names: every tail of the name."""
    found: set[str] = set()
    for name in persons:
        words = name.split()
        found.update(" ".join(words[i:]) for i in range(1, len(words)))
    return found - {"al", "jr", "sr", "ii", "iii"}


def _typed(tokens: Sequence[Token], name: Name, kind: MentionType) -> Name:
    """Give a name its type, and a key only where the table means the same kind of thing."""
    token = tokens[name.first]
    if name.last - name.first == 1 and token.relation in {"amod", "compound"} and token.norm.endswith(_DEMONYM_ENDS):
        kind = MentionType.NATIONALITY  # "the Ostrelian army"
    entity = name.entity
    if entity is not None and entity.type in _PLACES and kind in _PLACES:
        return name._replace(type=entity.type)
    if entity is not None and entity.type is not kind:
        entity = None
    return name._replace(type=kind, entity=entity)
