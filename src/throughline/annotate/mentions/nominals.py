"""Those who act without a name: "an alliance official", "the government", "police", "several officials".

In: the tree of an article, and its names by token. Out: `Nominal`s in text order, never inside a name; they may hold
names ("the Iraqi government" holds "Iraqi"). What stands beside a name as its title or role, and what a copula says of
somebody, is no mention of its own.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from throughline.annotate.mentions import phrases
from throughline.annotate.mentions.name import Name
from throughline.annotate.tree import Tree, is_relation
from throughline.model import MentionType
from throughline.tables.agents import Agent, agent

_ACTORS = Agent.OFFICE | Agent.PERSON | Agent.PEOPLE | Agent.BODY | Agent.BODIES
_INSIDE = ("compound", "nmod:desc", "amod", "flat", "goeswith", "advmod", "det", "case", "nmod:unmarked")
_ACTING = ("nsubj", "obl:agent", "iobj")
# Nouns for bodies that oftener are places, things or ways: actors only where they act or a name owns them.
_DOUBTFUL = frozenset(
    """house palace school college church hospital station channel network paper fund board mission office force
    front movement command league market head lead star fan guard guide host partner source center centre bench
    public side bank club chair field community world family resistance insurgency opposition competition
    intelligence security leadership administration crew""".split()
)
_EMPTY = frozenset({"there", "it", "this", "that", "what"})  # subjects that leave the noun after a copula an actor


class Nominal(NamedTuple):
    """Tokens `first` to `last` with determiner; `head` is the position of the head noun."""

    first: int
    last: int
    head: int
    type: MentionType
    definite: bool


def find(tree: Tree, inside: Mapping[int, Name], roles: Collection[int]) -> Iterator[Nominal]:
    """Yield the unnamed actors of an article; `inside` and `roles` hold the tokens of names and of their roles."""
    for index, token in enumerate(tree.tokens):
        if token.tag not in {"NOUN", "PROPN", ""} or index in inside or index in roles:
            continue
        kind = agent(token.norm)
        if not kind & _ACTORS or is_relation(token.relation, *_INSIDE) or _is_said_of(tree, index):
            continue
        nominal = _phrase(tree, inside, index, kind)
        if nominal is not None:
            yield nominal


def _is_said_of(tree: Tree, index: int) -> bool:
    """Tell what a copula says of somebody: "He is the president", but not "It was the army that fired"."""
    head = tree.first_conjunct(index)
    if tree.child(head, "cop") is None:
        return False
    subject = tree.child(head, "nsubj")
    return subject is None or tree[subject].norm not in _EMPTY


def _phrase(tree: Tree, inside: Mapping[int, Name], head: int, kind: int) -> Nominal | None:
    first = phrases.start(tree, head)
    acting = is_relation(tree[tree.first_conjunct(head)].relation, *_ACTING)
    named = any(i in inside for i in range(first, head))
    definite = phrases.is_definite(tree, head)
    many = phrases.is_plural(tree, head) or not kind & (Agent.OFFICE | Agent.PERSON | Agent.BODY)
    if {tree[head].norm, tree[head].lemma} & _DOUBTFUL and not (
        named or (acting and tree.child(head, "nmod:poss", "det") is not None)
    ):
        return None
    if not (many or named or acting or definite or _has_determiner(tree, head)):
        return None  # "as president", "in office"
    if head + 1 in inside and inside[head + 1].type is MentionType.PERSON:
        return None  # a title that the parse left alone
    if first > 0 and tree[first - 1].tag == "DET" and tree[head].tag == "NOUN":
        definite = definite or tree[first - 1].norm == "the"
        first -= 1
    first = phrases.counted(tree, head, first)
    return Nominal(first, phrases.stop(tree, head), head, _type(kind, many=many), definite)


def _has_determiner(tree: Tree, head: int) -> bool:
    if any(tree.child(at, "det", "nummod") is not None for at in {head, tree.first_conjunct(head)}):
        return True
    first = phrases.start(tree, head)
    return first > 0 and tree[first - 1].tag == "DET"  # given to another word by the parse


def _type(kind: int, *, many: bool) -> MentionType:
    if kind & (Agent.OFFICE | Agent.PERSON) and not many:
        return MentionType.PERSON
    if kind & (Agent.PERSON | Agent.OFFICE | Agent.PEOPLE):
        return MentionType.GROUP
    return MentionType.ORGANISATION
