"""Words hang in the clause that they stand in: a modal on its verb, an oblique before "and" on the verb before it.

In: tokens whose arcs a network chose one by one. Out: the same tokens, where English word order leaves one clause
for a modal, for what stands before "and", for what stands in a quoted clause in front of its "said", and for two
verbs with one modal.
"""

from throughline.annotate.events.prepositions import is_above
from throughline.annotate.tree import is_relation
from throughline.model import Token

_NOMINAL = ("nsubj", "obj", "iobj", "obl", "nmod", "det", "amod", "compound", "advmod", "case")
_DETAILS = ("obl", "nmod", "advmod")
_HELPERS = ("aux", "cop")


def retie(tokens: list[Token]) -> None:
    """Hang words in their own clause, in place."""
    below: dict[int, list[int]] = {}
    for index, token in enumerate(tokens):
        below.setdefault(token.head, []).append(index)
    for index, token in enumerate(tokens):
        if token.head < 0:
            continue
        if token.xpos == "MD" and token.head > index and is_relation(token.relation, *_NOMINAL):
            if tokens[token.head].tag == "VERB":
                tokens[index] = token._replace(relation="aux")
        elif token.relation == "conj" and token.head < index:
            _join(tokens, index, below)
        elif is_relation(token.relation, *_DETAILS) and token.head > index:
            _hang_back(tokens, index, below)
        elif is_relation(token.relation, "nsubj") and token.head > index:
            _give_to_infinitive(tokens, index, below)


def _join(tokens: list[Token], verb: int, below: dict[int, list[int]]) -> None:
    """Join a verb without a subject to the one of the same modal, not to "said": "said it would open and would close".

    Who says so has no modal, and his saying cannot share one.
    """
    over = tokens[verb].head
    modal = _modal(tokens, verb, below)
    if not modal or _modal(tokens, over, below) or _has_subject(tokens, verb, below):
        return
    for each in below.get(over, ()):
        if over < each < verb and tokens[each].relation == "ccomp" and _modal(tokens, each, below) == modal:
            tokens[verb] = tokens[verb]._replace(head=each)


def _hang_back(tokens: list[Token], index: int, below: dict[int, list[int]]) -> None:
    """Hang what stands before "and", or before the comma of ", he said", on the verb before."""
    verb = tokens[index].head
    if tokens[verb].tag not in {"VERB", "AUX"}:
        return
    before = -1
    if tokens[verb].relation == "conj" and tokens[tokens[verb].head].tag == "VERB":
        is_before_and = any(tokens[each].relation == "cc" and index < each < verb for each in below.get(verb, ()))
        before = tokens[verb].head if is_before_and else -1
    else:
        content = (each for each in below.get(verb, ()) if tokens[each].relation in {"ccomp", "parataxis"})
        before = next((each for each in content if each < index), -1)
        is_apart = any(tokens[at].tag == "PUNCT" for at in range(before, index))
        before = -1 if is_apart or not _is_closed_off(tokens, index, verb, below) else before
    if 0 <= before < index and not is_above(tokens, index, before):
        tokens[index] = tokens[index]._replace(head=before)


def _is_closed_off(tokens: list[Token], index: int, verb: int, below: dict[int, list[int]]) -> bool:
    """Tell a comma between a word and the subject of the verb of saying behind it."""
    subject = next((each for each in below.get(verb, ()) if is_relation(tokens[each].relation, "nsubj")), -1)
    return any(tokens[at].norm == "," for at in range(index, subject))


def _give_to_infinitive(tokens: list[Token], noun: int, below: dict[int, list[int]]) -> None:
    """Make a second subject the object of the infinitive before it: "the plan to send [trainers] has been dropped"."""
    verb = tokens[noun].head
    first = next((each for each in below.get(verb, ()) if is_relation(tokens[each].relation, "nsubj")), noun)
    if first >= noun:
        return
    for each in below.get(first, ()):
        is_bare = first < each < noun and tokens[each].xpos == "VB" and tokens[each].relation == "acl"
        has_object = any(is_relation(tokens[at].relation, "obj", "ccomp", "xcomp") for at in below.get(each, ()))
        is_apart = any(tokens[at].tag in {"PUNCT", "VERB"} for at in range(each + 1, noun))
        if is_bare and not has_object and not is_apart:
            tokens[noun] = tokens[noun]._replace(head=each, relation="obj")
            return


def _modal(tokens: list[Token], verb: int, below: dict[int, list[int]]) -> str:
    """Return the modal of a verb's own clause."""
    own = (each for each in below.get(verb, ()) if is_relation(tokens[each].relation, *_HELPERS))
    return next((tokens[each].norm for each in own if tokens[each].xpos == "MD"), "")


def _has_subject(tokens: list[Token], verb: int, below: dict[int, list[int]]) -> bool:
    return any(is_relation(tokens[each].relation, "nsubj", "csubj", "expl") for each in below.get(verb, ()))
