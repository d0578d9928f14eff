"""Whom a pronoun means, by grammar: agreement, binding, and salience (Lappin and Leass, 1994).

In: the phrases of an article, sentence by sentence. Out: for each pronoun the `Entity` it stands for, or None. What no
mention stands for ("the talks") competes too, so that "they" is not forced on whoever is near. Weights were tuned on
the train split of GUM.
"""

from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from throughline.annotate.tree import Tree, is_relation
from throughline.model import MentionType
from throughline.tables.verbs import forms

HE, SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
IT = frozenset({"it", "its", "itself"})
ALL = HE | SHE | THEY | IT
_REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself"})
_BODIES = frozenset({MentionType.ORGANISATION, MentionType.STATE})
_THINGS = _BODIES | {MentionType.PLACE, MentionType.FACILITY, MentionType.PRODUCT, MentionType.OTHER}
_RELATIVES = frozenset({"who", "which", "that"})
_VERBAL = ("nsubj", "obj", "iobj", "obl", "expl")
# Salience of a mention by its place in the sentence, and what is left of it a sentence later.
_NEW, _SUBJECT, _PASSIVE, _OBJECT, _OBLIQUE, _FREE = 115.0, 80.0, 80.0, 50.0, 20.0, 80.0
_OWNER = 90.0
_LEFT = 0.35
_UNKNOWN_HE, _UNKNOWN_SHE = 0.8, 0.5  # a person whose gender nothing tells
_COLLECTIVE = 0.15  # "they" of a body
_THING = 0.6  # "it" of a place or another thing with a name
_THINGLY = 1.0  # what no mention stands for
QUOTED = 0.7  # the weight of somebody named inside a quotation, for what follows
_TELLS, _ALIKE = 1.7, 0.9
_WEATHER = "rain snow hail freeze drizzle thunder pour"
_SEEMING = frozenset("seem appear happen turn emerge follow mean matter take".split())
_DEEP = 8  # verbs without a subject of their own, one below the other
_GONE = 8.0  # salience below which somebody is forgotten


class Place(NamedTuple):
    """A phrase that may be meant: tokens, head, who (a key), type (None: nothing that a mention stands for)."""

    first: int
    last: int
    head: int
    key: str
    type: MentionType | None
    plural: bool
    gender: str | None = None


@dataclass
class Entity:
    """Somebody or something of the article so far, as far as it is remembered."""

    key: str
    type: MentionType | None
    plural: bool
    gender: str | None
    salience: float = 0.0
    places: list[Place] = field(default_factory=list)  # of the sentence at hand


class Discourse:
    """Who has been spoken of so far; sentences are read in order, and phrases in each."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.entities: dict[str, Entity] = {}

    def turn(self) -> None:
        """Begin the next sentence."""
        for key in list(self.entities):
            entity = self.entities[key]
            entity.places.clear()
            entity.salience *= _LEFT
            if entity.salience < _GONE:
                del self.entities[key]

    def meet(self, place: Place, weight: float = 1.0) -> None:
        """Take note of a phrase; `weight` is less for those who are only quoted."""
        entity = self.entities.get(place.key)
        if entity is None:
            entity = self.entities[place.key] = Entity(place.key, place.type, place.plural, place.gender)
        entity.gender = entity.gender or place.gender
        entity.places.append(place)
        entity.salience += weight * _weight(self.tree, place.head)

    def meant(self, index: int, avoided: frozenset[str] = frozenset()) -> Entity | None:
        """Find whom the pronoun at a token means; never one of `avoided` (who speaks, inside a quotation)."""
        word = self.tree[index].norm
        if word in IT and _is_empty(self.tree, index):
            return None
        near = arguments(self.tree, index)
        if word in _REFLEXIVE:
            near = near or {self._teller(index)}
            return next((e for e in self.entities.values() if agrees(e, word) and _stands(e, near)), None)
        barred = set() if is_relation(self.tree[index].relation, "nmod:poss") else near
        teller = self._teller(index)
        best, most = None, 0.0
        for entity in self.entities.values():
            fit = agrees(entity, word)
            if not fit or entity.key in avoided or _stands(entity, barred) or _holds(entity, index):
                continue
            score = fit * entity.salience * self._favour(entity, index, teller)
            if score > most:
                best, most = entity, score
        return best if best is not None and best.type is not None else None

    def _teller(self, index: int) -> int:
        """The subject of the nearest clause around a pronoun that has another one."""
        for verb in self.tree.above(index):
            subject = self.tree.child(verb, "nsubj")
            if subject is None or subject >= index:
                continue
            is_relative = self.tree[subject].norm in _RELATIVES and self.tree[verb].relation == "acl:relcl"
            return self.tree[verb].head if is_relative else subject
        return -1

    def _favour(self, entity: Entity, index: int, teller: int) -> float:
        """Weigh what speaks for somebody at this pronoun: the same part in the sentence; telling what he tells."""
        favour = 1.0
        for place in entity.places:
            if place.head == teller:
                favour = max(favour, _TELLS)
            elif self.tree[place.head].relation == self.tree[index].relation:
                favour = max(favour, _ALIKE)
        return favour


def cataphor(tree: Tree, index: int) -> int | None:
    """The subject that a pronoun in front of it may mean: "In his speech, Obama said", "When he came, Obama spoke"."""
    at, opening = index, False
    for verb in tree.above(index):
        opening = opening or is_relation(tree[at].relation, "obl", "advcl")
        subject = tree.child(verb, "nsubj")
        if subject is not None and subject > index and subject != at:
            return subject if opening else None
        at = verb
    return None


def arguments(tree: Tree, index: int) -> set[int]:
    """The tokens that share a verb with a pronoun: none of them is who it means, unless it is reflexive."""
    head = tree.first_conjunct(index)
    if not is_relation(tree[head].relation, *_VERBAL):
        return set()
    verb = tree[head].head
    found = set(tree.children(verb, *_VERBAL))
    found |= {c for own in list(found) for c in tree.conjuncts(own)}
    subject = _subject(tree, verb)
    return (found | {subject}) - {index, head} if subject is not None else found - {index, head}


def _subject(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, its own or the one it shares with the verb above it."""
    for _ in range(_DEEP):
        if verb < 0:
            return None
        own = tree.child(verb, "nsubj")
        if own is not None and tree[own].norm in _RELATIVES and tree[verb].relation == "acl:relcl":
            return tree[verb].head
        if own is not None:
            return own
        if tree[verb].relation not in {"xcomp", "conj", "advcl"}:
            return None
        verb = tree[verb].head
    return None


def _is_empty(tree: Tree, index: int) -> bool:
    """Tell an "it" that stands for nothing: "it rained", "it is clear that"."""
    token = tree[index]
    if token.relation == "expl":
        return True
    if not is_relation(token.relation, "nsubj") or token.head < 0:
        return False
    verb = token.head
    if tree[verb].norm in _weather():
        return True
    if token.relation == "nsubj:pass" or tree[verb].lemma in _SEEMING:
        return tree.child(verb, "ccomp", "csubj") is not None  # "it is said that", "it seems that"
    return tree.child(verb, "cop") is not None  # "it is clear that", "it is a matter of time"


@cache
def _weather() -> frozenset[str]:
    return frozenset(form for base in _WEATHER.split() for form in forms(base))


def agrees(entity: Entity, word: str) -> float:
    """Tell how well somebody agrees with a pronoun in gender and number; 0 for not at all."""
    if word in HE or word in SHE:
        wanted, other = ("m", "f") if word in HE else ("f", "m")
        if entity.type is not MentionType.PERSON or entity.plural or entity.gender == other:
            return 0.0
        return 1.0 if entity.gender == wanted else _UNKNOWN_HE if word in HE else _UNKNOWN_SHE
    if word in THEY:
        if entity.plural or entity.type is MentionType.GROUP:
            return 1.0 if entity.type is not None else _THINGLY
        return _COLLECTIVE if entity.type is MentionType.ORGANISATION else 0.0
    if entity.plural or (entity.type is not None and entity.type not in _THINGS):
        return 0.0
    return _THINGLY if entity.type is None else 1.0 if entity.type in _BODIES else _THING


def _stands(entity: Entity, tokens: set[int]) -> bool:
    return any(place.head in tokens for place in entity.places)


def _holds(entity: Entity, index: int) -> bool:
    return any(place.first <= index < place.last for place in entity.places)


def _weight(tree: Tree, head: int) -> float:
    """The salience that a mention gives: subjects first, then objects, then the rest (Lappin and Leass, 1994)."""
    relation = tree[tree.first_conjunct(head)].relation
    weight = _NEW
    if is_relation(relation, "nsubj:pass"):
        weight += _PASSIVE
    elif is_relation(relation, "nsubj"):
        weight += _SUBJECT
    elif is_relation(relation, "obj"):
        weight += _OBJECT
    elif is_relation(relation, "iobj", "obl"):
        weight += _OBLIQUE
    if is_relation(relation, "nmod:poss"):
        return weight + _OWNER
    return weight if is_relation(relation, "nmod", "compound", "appos") else weight + _FREE
