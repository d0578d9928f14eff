"""What a word says of the event in its complement, and how that combines with the word's own status.

In: a tree and a governor. Out: the row of `tables.complements` for it; statuses combined. Plain tables, no walking.
"""

from throughline.annotate.events.clauses import Clause, Form
from throughline.annotate.tree import Tree
from throughline.model import Status
from throughline.tables.complements import Complement, complements

# Parts of speech to look under: participles and adjectives are one class to most readers ("is prepared to").
_PARTS = {
    "VERB": ("verb", "adjective"), "AUX": ("verb",), "NOUN": ("noun",), "PROPN": ("noun",),
    "ADJ": ("adjective", "verb"), "ADV": ("adjective",),
}  # fmt: skip
_PARTICLES = {"rule": "out"}  # verbs of the table that lend with a particle only: a judge who rules denies nothing
_CALLING_OFF = frozenset("cancel scrap shelve abandon drop".split())
# Particles with which a verb undoes its object: "called off the talks", "gave up the plan".
_UNDOING = {"call": "off", "give": "up", "put": "off"}
_TAKES_PLACE = frozenset({Status.PLANNED, Status.HAPPENED, Status.ONGOING})


def lends(tree: Tree, governor: int, kind: str) -> Complement | None:
    """Return what a word lends to its complement of a kind."""
    token = tree[governor]
    if kind == "object" and _is_put_away(tree, governor):
        return Complement(token.lemma, "", Status.NOT_HAPPENED)
    for part in _PARTS.get(token.tag, ("verb",)):
        found = complements(kind).get((part, token.norm))
        if found is not None:
            return found if _has_particle(tree, governor, _PARTICLES.get(found.word)) else None
    return None


def calls_off(tree: Tree, verb: int) -> bool:
    """Tell "called off the talks" and "cancelled the talks": the deed undone is as much an event as the undoing."""
    return tree[verb].lemma in _CALLING_OFF or _is_put_away(tree, verb)


def _is_put_away(tree: Tree, verb: int) -> bool:
    particle = _UNDOING.get(tree[verb].lemma)
    return particle is not None and any(tree[at].norm == particle for at in tree.children(verb, "compound:prt"))


def _has_particle(tree: Tree, verb: int, particle: str | None) -> bool:
    return particle is None or any(tree[child].norm == particle for child in tree.children(verb))


def marks(tree: Tree, head: int) -> frozenset[str]:
    """Return the words that open a clause."""
    return frozenset(tree[child].norm for child in tree.children(head, "mark", "case"))


def tense_status(clause: Clause) -> Status | None:
    """Return what the tense of a finite group (or a lone participle) says."""
    if clause.form is Form.MAYBE:
        return None
    if clause.is_negated:
        plain_present = clause.form is Form.PRESENT and clause.is_simple
        return None if plain_present else Status.NOT_HAPPENED
    if clause.form in {Form.FUTURE, Form.WOULD}:
        return Status.PLANNED
    if clause.is_progressive:
        return Status.ONGOING
    if clause.form in {Form.PAST, Form.PARTICIPLE} or clause.is_perfect:
        return Status.HAPPENED
    return None


def actual_status(clause: Clause) -> Status | None:
    """Return what the tense of a governor says: its present tense holds ("plans to"), unlike that of an event."""
    if clause.form is Form.GERUND:
        return Status.HAPPENED
    if clause.form is Form.PRESENT:
        return Status.NOT_HAPPENED if clause.is_negated else Status.HAPPENED
    if clause.form is Form.WOULD and clause.is_perfect:
        return None
    return tense_status(clause)


def combine(actual: Status | None, lent: Status | None) -> Status | None:
    """Combine a governor's own status with the one it lends."""
    if actual is None or lent is None or actual is Status.DENIED:
        return actual if lent is not None else None
    if actual is Status.NOT_HAPPENED:
        return Status.NOT_HAPPENED if lent in _TAKES_PLACE else None
    if actual in {Status.HAPPENED, Status.ONGOING}:
        return lent
    if lent in _TAKES_PLACE:
        return actual
    return lent if lent is Status.REQUESTED else None


def under(lent: Status | None, own: Status | None) -> Status | None:
    """Combine a content clause's own status with what the word over it lends."""
    if lent is Status.REQUESTED:
        return Status.REQUESTED if own is Status.PLANNED else own
    if lent is Status.DENIED:
        return Status.DENIED if own in _TAKES_PLACE or own is Status.DENIED else None
    return own if lent is Status.PLANNED else None
