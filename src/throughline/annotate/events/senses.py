"""Which predicate a word is: the row of `tables.predicates` that the words of its own clause choose.

In: a tree and the token of a verb or noun. Out: a `Predicate`, or None. A row names words of which one must stand
with the verb: its object, its particle, its oblique, in a passive its subject ("the accord was signed").
"""

from collections.abc import Iterator, Sequence

from throughline.annotate.events import control
from throughline.annotate.events.scene import Scene
from throughline.annotate.tree import is_relation
from throughline.model import Mention, MentionType, Token
from throughline.tables.agents import Agent, agent
from throughline.tables.predicates import Predicate, noun_forms, verb_forms

_ARGUMENTS = (
    "obj", "obl", "compound:prt", "advmod", "xcomp", "iobj", "nsubj:pass", "nmod", "mark", "case", "advcl", "ccomp",
    "nummod", "acl", "fixed", "conj", "det", "amod", "compound", "appos",
)  # fmt: skip
_BELOW_ARGUMENT = ("mark", "compound", "amod", "case", "conj", "nummod", "det", "nmod", "fixed", "flat", "advmod")
_SHAPES = (("object", "obj"), ("clause", "ccomp"), ("to", "xcomp"))
_FARTHEST = 14  # tokens from a verb to a word that makes its sense
_PEOPLE = frozenset({MentionType.PERSON, MentionType.NATIONALITY, MentionType.GROUP})
_WHERE = frozenset({MentionType.PLACE, MentionType.STATE})


def of_verb(scene: Scene, head: int) -> Predicate | None:
    """Return the predicate that a verb is."""
    token = scene.tree[head]
    for form in verb_forms().get(token.norm, ()):
        if all(not row.after for row in form.rows):
            return form.rows[0]
        found = choose(scene, head, form.rows)
        if found is not None:
            return found
    return None


def of_noun(scene: Scene, noun: int) -> Predicate | None:
    """Return the predicate that an event noun is."""
    form = noun_forms().get(scene.tree[noun].norm)
    if form is None or len(form.rows) == 1:
        return form.rows[0] if form is not None and not form.rows[0].after else None
    over = scene.tree[noun].head
    return choose(scene, noun, form.rows, f">{scene.tree[over].lemma}" if over >= 0 else "")


def choose(scene: Scene, head: int, rows: Sequence[Predicate], over: str = "") -> Predicate | None:
    """Choose the row of a predicate by the words of its clause, a noun's by its governor (`over`, ">end") too."""
    tree = scene.tree
    places = sorted(_companions(scene, head))
    words = {f"<{name}>" for name, relation in _SHAPES if tree.child(head, relation) is not None}
    words.add(over)
    for place in places:
        token = tree[place]
        words.update((token.norm, token.lemma))
        if place + 1 in places:
            words.add(f"{token.norm} {tree[place + 1].norm}")
        mention = scene.mention(place)
        if token.tag == "PROPN" and is_relation(token.relation, "obj"):
            words.add("<name>")
        is_called = mention is not None and mention.type is MentionType.PERSON and is_relation(token.relation, "obj")
        if is_called and tree.child(head, "xcomp") is None:
            words.add("<person>")
        if is_relation(token.relation, "obj", "nsubj:pass", "nmod") and _is_people(token, mention):
            words.add("<people>")
        if mention is not None and mention.type in _WHERE and is_relation(token.relation, "obj", "obl"):
            words.add("<state>")
    if head + 1 < len(tree.tokens):
        words.add(f"^{tree[head + 1].norm}")
    return next((row for row in rows if not row.after or not words.isdisjoint(row.after)), None)


def _is_people(token: Token, mention: Mention | None) -> bool:
    """Tell people from things: by a mention of theirs, or a noun for such."""
    return bool(agent(token.norm) & (Agent.PERSON | Agent.PEOPLE)) or (mention is not None and mention.type in _PEOPLE)


def _companions(scene: Scene, head: int) -> Iterator[int]:
    """Yield the words that stand with a predicate: its arguments, and what tells these apart."""
    tree = scene.tree
    waiting = list(tree.children(head, *_ARGUMENTS))
    subject = control.subject(tree, head) if tree[head].xpos == "VBN" else None
    if subject is not None:  # "the album, when first released"
        waiting.append(subject)
    seen = set(waiting)
    while waiting:
        at = waiting.pop()
        if abs(at - head) > _FARTHEST:
            continue
        yield at
        for child in tree.children(at, *_BELOW_ARGUMENT):
            if child not in seen:
                seen.add(child)
                waiting.append(child)
