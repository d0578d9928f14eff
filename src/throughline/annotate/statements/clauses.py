"""Reporting clauses by grammar: a verb of saying or thinking, its subject, and the clause it governs or hangs in.

In: a `Scene` and what the reader saw. Out: `Draft`s for what it missed: none from inside a quotation, for the words
of somebody are not taken apart.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from throughline.annotate.statements import sources
from throughline.annotate.statements.drafts import Draft
from throughline.annotate.statements.manners import Manner, manner
from throughline.annotate.statements.scene import Range, Scene
from throughline.annotate.tree import is_relation

_NEGATIONS = frozenset({"not", "n't", "never"})
# With these a bare object is what is said: "announced plans", "denied the charges".
_WITH_OBJECT = frozenset(
    """announce deny confirm acknowledge reject dismiss condemn denounce criticize criticise demand dispute predict
    propose pledge promise threaten claim reveal disclose reiterate stress emphasize emphasise highlight underline
    underscore recommend forecast praise hail blame decry deride rebuke slam blast applaud commend mock ridicule
    lambaste lament""".split()
)
_TO_DO = frozenset({Manner.ASKS, Manner.WANTS, Manner.SAYS, Manner.JUDGES})
_HEARSAY = frozenset({Manner.SAYS, Manner.THINKS})  # "were said to", "is believed to": nobody is named
_CUE_WORDS = ("aux", "aux:pass", "advmod", "compound:prt")
_EDGES = frozenset({",", ";", ":", ".", "--", "-", "?", "!", "(", ")", "...", "…"})
_SHORTEST = 2  # words of a content


def find(scene: Scene, taken: AbstractSet[int]) -> Iterator[Draft]:
    """Yield what verbs of saying report that are not among the tokens `taken`."""
    for index, token in enumerate(scene.tokens):
        if index in taken or index in scene.quoted:
            continue
        draft = None
        if token.norm == "according" and scene.word(index + 1) == "to":
            draft = _according(scene, (index, index + 2))
        elif token.tag == "VERB" and (kind := manner(token)) is not None:
            draft = _reported(scene, index, kind)
        if draft is not None:
            yield draft


def _reported(scene: Scene, verb: int, kind: Manner) -> Draft | None:
    """Read the clause of a verb of saying; a negated one reports nothing ("did not say whether")."""
    tree = scene.tree
    if any(scene.word(child) in _NEGATIONS for child in tree.children(verb, "advmod")):
        return None
    cue = cue_of(scene, verb)
    source = sources.of_cue(scene, cue)
    content = _content(scene, verb, kind)
    is_hearsay = kind in _HEARSAY and tree.child(verb, "aux:pass") is not None
    if content is None or (source is None and not is_hearsay):
        return None
    return Draft((content,), source, cue, "grammar")


def cue_of(scene: Scene, verb: int) -> Range:
    """A verb with the auxiliaries, adverbs and particle that stand beside it: "has also repeatedly said"."""
    own = set(scene.tree.children(verb, *_CUE_WORDS))
    first, last = verb, verb + 1
    while first - 1 in own:
        first -= 1
    while last in own and is_relation(scene.tokens[last].relation, "compound:prt"):
        last += 1
    return first, last


def content_of(scene: Scene, cue: Range) -> Range | None:
    """What a cue says for which no content was seen."""
    tree = scene.tree
    verb = scene.head(cue)
    if tree[verb].norm == "according":
        draft = _according(scene, cue)
        return draft.content[0] if draft is not None else None
    kind = manner(tree[verb])
    if kind is None:
        return None
    found = _content(scene, verb, kind)
    if found is not None:
        return found
    thing = next((c for c in tree.children(verb, "obj") if c >= cue[1]), None)
    if thing is None:
        return None
    first, last = tree.reach(thing)
    return _trimmed(scene, (max(first, cue[1]), last), verb)


def _content(scene: Scene, verb: int, kind: Manner) -> Range | None:
    """What a verb says: the clause it governs, what it asks for, the clause it is an aside in, or its object."""
    tree = scene.tree
    if (clause := _clause(scene, verb)) is not None:
        return _trimmed(scene, clause, verb)
    deed = tree.child(verb, "xcomp")
    if deed is not None and kind in _TO_DO and tree.child(deed, "mark") is not None:
        return _trimmed(scene, tree.reach(deed), verb)
    if is_relation(tree[verb].relation, "parataxis") and tree[verb].head >= 0:
        return _beside(scene, verb)
    thing = tree.child(verb, "obj")
    return None if thing is None or tree[verb].lemma not in _WITH_OBJECT else _trimmed(scene, tree.reach(thing), verb)


def _clause(scene: Scene, verb: int) -> Range | None:
    """The clause that a verb governs; of one parsed in parts, all on the right, with what was taken for an object."""
    tree = scene.tree
    parts = list(tree.children(verb, "ccomp"))
    if not parts:
        return None
    right = [part for part in parts if part > verb]
    if right and tree[verb].lemma == "say":  # nobody is said: its object is the clause's subject
        right += [part for part in tree.children(verb, "obj") if part > verb]
    spans = [tree.reach(part) for part in right or parts[:1]]
    return min(first for first, _ in spans), max(last for _, last in spans)


def _beside(scene: Scene, verb: int) -> Range | None:
    """The clause that a reporting clause stands beside: "The talks were over, officials said"."""
    above = scene.tree[verb].head
    own = scene.tree.reach(verb)
    first, last = scene.tree.reach(above)
    return _trimmed(scene, (first, own[0]) if own[0] > above else (own[1], last), verb)


def _according(scene: Scene, cue: Range) -> Draft | None:
    """The clause that "according to" hangs in."""
    source = sources.of_cue(scene, cue)
    if source is None:
        return None
    above = scene.tokens[scene.head(source)].head
    if above < 0:
        return None
    sentence = scene.sentence(cue[0])
    first, last = scene.tree.reach(above)
    first, last = (max(first, source[1]), last) if source[1] <= above else (first, min(last, cue[0]))
    content = _trimmed(scene, (max(first, sentence.first), min(last, sentence.last)), cue[0])
    return None if content is None else Draft((content,), source, cue, "grammar")


def _trimmed(scene: Scene, span: Range, verb: int) -> Range | None:
    """A range on one side of its verb and the verb's subject, without the marks at its edges."""
    first, last = span
    subject = scene.tree.child(verb, "nsubj")
    for start, stop in [(verb, verb + 1), *([scene.tree.reach(subject)] if subject is not None else [])]:
        if first <= start < last:
            first, last = (stop, last) if last - stop > start - first else (first, start)
    while first < last and scene.word(first) in _EDGES:
        first += 1
    while first < last and scene.word(last - 1) in _EDGES and last - 1 not in scene.quoted:
        last -= 1
    return (first, last) if scene.words((first, last)) >= _SHORTEST else None
