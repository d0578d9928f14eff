"""Prepositions, articles and conjunctions that hang on what they open: "of" on "coup" in "reports of a coup".

In: tokens whose arcs a network chose one by one. Out: the same tokens, in which no preposition but the possessive 's
hangs to its left or on a word inside the phrase that it holds, none is a determiner, and no subject has one.
"""

from throughline.annotate.tree import is_relation
from throughline.model import Token

_OPENING = ("case", "mark", "det")
_INSIDE = ("det", "compound", "amod", "nummod", "nmod:desc", "nmod:poss")
_NOMINAL = ("obl", "nmod", "obj", "nsubj")
_NOMINALS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
# Prepositions that are no particles: after a verb they hold the noun that follows.
_NO_PARTICLES = frozenset("from of with against at by for into during since until between among amid".split())
_DEEPEST = 60  # governors of a token
_HIGHEST = 8  # steps from the first word of a phrase to its head


def rehang(tokens: list[Token]) -> None:
    """Hang every preposition on the head of what it opens, in place."""
    for index in reversed(range(len(tokens))):  # "of a coup": the article first
        token = tokens[index]
        if token.xpos not in {"IN", "TO", "DT"} or index + 1 >= len(tokens):
            continue
        if token.xpos != "DT" and not is_relation(token.relation, "case", "mark"):
            _make_case(tokens, index)
            continue
        if not is_relation(token.relation, *_OPENING):
            continue
        inside = token.head > index and is_relation(tokens[token.head].relation, *_INSIDE)
        if token.head <= index or inside:
            held = _held(tokens, index)
            if held is not None and not is_above(tokens, index, held):
                tokens[index] = token._replace(head=held)
    for index, token in enumerate(tokens):
        if token.relation == "case" and token.xpos == "IN":
            _belongs(tokens, index)


def _held(tokens: list[Token], opener: int) -> int | None:
    """Return the head of what follows: the highest word above the next one that is still right of the opener."""
    at = opener + 1
    for _ in range(_HIGHEST):
        over = tokens[at].head
        if over <= opener:
            return at
        at = over
    return None


def is_above(tokens: list[Token], high: int, at: int) -> bool:
    """Tell whether a token governs another; of one too deep to tell it is taken to, so that no arc makes a ring."""
    for _ in range(_DEEPEST):
        at = tokens[at].head
        if at < 0 or at == high:
            return at == high
    return True


def _make_case(tokens: list[Token], index: int) -> None:
    """Make a preposition of what the parse calls a determiner, an adverb or a particle: "by rebels", "on Friday"."""
    token = tokens[index]
    if not is_relation(token.relation, "det", "advmod", "compound:prt"):
        return
    held = _held(tokens, index)
    if held is None or tokens[held].tag not in _NOMINALS:
        return
    noun = tokens[held]
    if token.relation == "det" and token.head == held:
        tokens[index] = token._replace(relation="case")
    elif noun.relation == "obl" and token.head == noun.head:
        tokens[index] = token._replace(relation="case", head=held)
    elif noun.relation == "obj" and token.head == noun.head and token.norm in _NO_PARTICLES:
        tokens[index] = token._replace(relation="case", head=held)
        tokens[held] = noun._replace(relation="obl")


def _belongs(tokens: list[Token], index: int) -> None:
    """Hang a noun that has a preposition, and is no subject therefore, on the noun before: "the killing of Tarn"."""
    held, before = tokens[index].head, index - 1
    if held <= index or before < 0:
        return
    if tokens[held].relation == "obl:agent" and tokens[held].head > held:
        _belongs_to_subject(tokens, held, before)
    if not tokens[held].relation.startswith("nsubj"):
        return
    if tokens[held].head == before:
        tokens[held] = tokens[held]._replace(relation="nmod")
    elif tokens[before].head == tokens[held].head and is_relation(tokens[before].relation, *_NOMINAL):
        tokens[held] = tokens[held]._replace(head=before, relation="nmod")


def _belongs_to_subject(tokens: list[Token], agent: int, at: int) -> None:
    """Hang an agent that stands before its verb on the subject: "the killing of Tarn by rebels was condemned"."""
    for _ in range(_HIGHEST):
        if tokens[at].head == tokens[agent].head and tokens[at].relation.startswith("nsubj"):
            tokens[agent] = tokens[agent]._replace(head=at, relation="nmod")
            return
        at = tokens[at].head
        if at < 0:
            return
