"""Whether a draft is an attribution that a record can keep: somebody says or thinks a thing, and it is told as so.

In: a `Scene` and a `Draft`. Out: yes or no. Not kept: what is said only if ("if the panel wanted", "whatever Lee
says"); what the reader of the page is told of himself ("you know"), an order ("expect to see"); verbs that report
nothing ("explores", "unveiled") over a bare thing; an adjective ("much-anticipated"). Quoted words are always kept.
"""

from throughline.annotate.statements.drafts import Draft
from throughline.annotate.statements.manners import Manner, manner
from throughline.annotate.statements.scene import Range, Scene
from throughline.annotate.tree import is_relation
from throughline.tables.agents import agent
from throughline.tables.predicates import verb_forms

_IF = frozenset({"if", "unless", "lest"})
_WHATEVER = frozenset({"whatever", "whichever", "whoever", "however"})
_NOBODY = frozenset("you it what which that this there more nobody noone everybody everyone anyone anybody".split())
_PAPERS = frozenset(
    "statement release letter report communique memo email document transcript ad poll survey study tweet video".split()
)
_PEOPLE = frozenset("he she they who i we some others many people most percent".split())
_SPEAKERS = frozenset({"i", "we"})  # outside quotation marks nobody knows who
_INNER = frozenset({Manner.THINKS, Manner.WANTS})  # what only somebody can
_IDLE = frozenset({Manner.THINKS, Manner.WANTS, None})
_OPENERS = frozenset("that whether if how why what who when where".split())
_MAYBE = frozenset({"may", "might", "could"})
_DEEPEST = 6  # clauses above a cue
_CLAUSES = ("ccomp", "xcomp", "parataxis", "csubj")


def is_told(scene: Scene, draft: Draft) -> bool:
    """Tell whether a draft is somebody's."""
    cue = draft.cue
    if cue is None or any(i in scene.quoted for piece in draft.content for i in range(*piece)):
        return True
    if draft.source is None and scene.word(cue[1] - 1) == ":":
        return False
    verb = scene.head(cue)
    token = scene.tokens[verb]
    if token.tag == "ADJ" and is_relation(token.relation, "amod"):
        return False
    if token.tag not in {"VERB", "AUX"}:
        return not _is_empty(scene, draft, verb) and not _is_nobody(scene, draft)
    if _is_unsaid(scene, draft, verb):
        return False
    if token.norm == "according":
        return True
    kind = manner(token)
    if kind is None and _is_deed(scene, draft, verb) and not _is_clause(scene, draft, verb):
        return False
    if draft.source is None:
        return scene.tree.child(verb, "aux:pass", "nsubj:pass") is not None or token.xpos in {"VBN", "VBG"}
    if kind in _INNER and (not _may_speak(scene, draft.source) or _is_guessed(scene, verb)):
        return False
    return not _is_nobody(scene, draft, is_idle=kind in _IDLE)


def _is_unsaid(scene: Scene, draft: Draft, verb: int) -> bool:
    """Tell a cue that only supposes, names or stands beside, or one of thought over a pronoun alone."""
    is_idle = manner(scene.tokens[verb]) in _IDLE and _is_pronoun(scene, draft)
    is_passive = is_relation(scene.tokens[verb].relation, "acl") and scene.tokens[verb].xpos == "VBN"
    if is_passive and draft.source is not None and draft.source[0] <= scene.tokens[verb].head < draft.source[1]:
        return True  # "plans announced in May"
    return is_idle or _is_frame(scene, draft, verb) or _is_supposed(scene, verb) or _is_name(scene, draft, verb)


def _is_frame(scene: Scene, draft: Draft, verb: int) -> bool:
    """Tell "after the news was announced [the index fell]": what the clause hangs on is not what it says."""
    tree = scene.tree
    over = tree[verb].head
    marks = {scene.word(mark) for mark in tree.children(verb, "mark")}
    is_aside = not is_relation(tree[verb].relation, "advcl") or not marks or "as" in marks
    return not is_aside and any(first <= over < last for first, last in draft.content)


def _is_pronoun(scene: Scene, draft: Draft) -> bool:
    """Tell a content that is a pronoun alone: "opposed [it]"."""
    return all(last - first == 1 and scene.tokens[first].tag in {"PRON", "DET"} for first, last in draft.content)


def _is_guessed(scene: Scene, verb: int) -> bool:
    """Tell "they may assume": what the writer supposes somebody to think."""
    return any(scene.word(child) in _MAYBE for child in scene.tree.children(verb, "aux"))


def _is_empty(scene: Scene, draft: Draft, cue: int) -> bool:
    """Tell a cue that is no word of saying ("to"), or a noun of nobody's over a bare thing ("refusal of the bank")."""
    if scene.tokens[cue].tag in {"PART", "CCONJ", "SCONJ", "DET", "PRON"}:
        return True
    is_noun = scene.tokens[cue].tag in {"NOUN", "PROPN"}
    is_clause = any(scene.word(first) in _OPENERS | {"to", "for"} for first, _ in draft.content)
    return is_noun and draft.source is None and not is_clause and len(draft.content) == 1 and _is_bare(scene, draft)


def _is_bare(scene: Scene, draft: Draft) -> bool:
    return not any(scene.tokens[i].tag in {"VERB", "AUX"} for i in range(*draft.content[0]))


def _is_deed(scene: Scene, draft: Draft, verb: int) -> bool:
    """Tell what a thing does ("the show explores", "was watched") from what somebody talks about."""
    is_thing = draft.source is None or not _may_speak(scene, draft.source)
    rows = [row for form in verb_forms().get(scene.word(verb), ()) for row in form.rows]
    return is_thing and (not rows or any(row.type is None for row in rows))


def _may_speak(scene: Scene, source: Range) -> bool:
    """Tell a source that a mention, a noun for people or a pronoun of theirs names."""
    head = scene.tokens[scene.head(source)]
    is_known = scene.speaker(source) is not None or head.tag == "PROPN" or bool(agent(head.norm))
    return is_known or head.norm in _PEOPLE or head.lemma in _PAPERS


def _is_nobody(scene: Scene, draft: Draft, *, is_idle: bool = True) -> bool:
    """Tell a source that names nobody: a pronoun that no mention stands for."""
    if draft.source is None or draft.source[1] - draft.source[0] != 1 or scene.speaker(draft.source) is not None:
        return False
    word = scene.word(draft.source[0])
    return (is_idle and (word in _NOBODY or word in _SPEAKERS)) or word == "you"


def _is_supposed(scene: Scene, verb: int) -> bool:
    """Tell "if the panel wanted", "whatever Lee says"."""
    tree = scene.tree
    at = verb
    for _ in range(_DEEPEST):
        if any(scene.word(mark) in _IF for mark in tree.children(at, "mark")):
            return True
        if not is_relation(tree[at].relation, "conj", "xcomp") or tree[at].head < 0:
            break
        at = tree[at].head
    return any(scene.word(child) in _WHATEVER and child < verb for child in tree.children(verb, "obj", "nsubj", "det"))


def _is_name(scene: Scene, draft: Draft, verb: int) -> bool:
    """Tell "also known as", "is called": what something is called, nobody says."""
    is_named = scene.tokens[verb].lemma in {"know", "call", "name", "dub", "title", "entitle"}
    is_as = draft.cue is not None and "as" in {scene.word(draft.cue[1] - 1), scene.word(draft.cue[1])}
    return is_named and (is_as or (draft.source is None and not _is_clause(scene, draft, verb)))


def _is_clause(scene: Scene, draft: Draft, verb: int) -> bool:
    """Tell whether what is said is a clause of the cue."""
    if any(scene.word(first) in _OPENERS for first, _ in draft.content):
        return True
    return any(
        first <= child < last for child in scene.tree.children(verb, *_CLAUSES) for first, last in draft.content
    ) or any(
        scene.tree[i].head == verb and scene.tree[i].xpos in {"VBD", "VBZ", "VBP"}
        for p in draft.content
        for i in range(*p)
    )
