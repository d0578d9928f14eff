"""Who speaks, by grammar: the noun phrase that is the subject of a cue, its agent, its owner, or what it leans on.

In: a `Scene` and the tokens of a cue, or of a part of the phrase. Out: the whole phrase as a range, with the comma
that closes an apposition or relative clause in it ("Ann Lee, the mayor,"), as people mark sources.
"""

from collections.abc import Iterator

from throughline.annotate.statements.manners import SPOKEN, manner
from throughline.annotate.statements.scene import Range, Scene
from throughline.annotate.tree import is_relation

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
_QUOTED = frozenset({"quote", "cite"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
# Branches of a noun that belong to its phrase's edges, or to the clause that it stands in.
_NOT_OF_IT = ("case", "cc", "mark", "cop", "nsubj", "csubj", "aux", "advmod", "parataxis", "expl", "obl", "advcl")
_MODIFIERS = ("nmod:desc", "compound", "amod", "flat", "det", "nummod", "appos")
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
_OPENING_MARKS = frozenset({",", ".", ";", ":", "--"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_JOINTS = frozenset({"ADP", "SCONJ", "CCONJ"})
_LONGEST = 60  # tokens of a source: lists of names with their offices reach forty
_CLIMB = 6  # steps from a cue to the clause whose subject it shares


def of_cue(scene: Scene, cue: Range) -> Range | None:
    """Find the phrase that says what the cue reports."""
    noun = _noun(scene, cue)
    return None if noun is None else phrase(scene, noun, cue)


def _noun(scene: Scene, cue: Range) -> int | None:
    """The noun or pronoun that governs the source's phrase."""
    tree = scene.tree
    verb = scene.head(cue)
    token = tree[verb]
    if token.norm == "according" or (is_relation(token.relation, "case") and scene.words(cue) <= _CLIMB):
        return token.head if token.head >= 0 and tree[token.head].tag in _NOMINAL else None
    if token.tag in {"NOUN", "PROPN"} and tree.child(verb, "cop") is None:
        return tree.child(verb, "nmod:poss")
    for at in _clauses(scene, verb):
        found = _subject(scene, at)
        if found is not None:
            return None if cue[0] <= found < cue[1] else found
    return None


def _clauses(scene: Scene, verb: int) -> Iterator[int]:
    """Yield a verb and those whose subject it shares: "said and added", "went on to say", "left, adding that"."""
    tree = scene.tree
    at = verb
    for _ in range(_CLIMB):
        yield at
        token = tree[at]
        if token.head < 0 or not is_relation(token.relation, "conj", "xcomp", "advcl", "acl"):
            return
        if is_relation(token.relation, "acl:relcl") or (
            is_relation(token.relation, "advcl") and tree.child(at, "mark") is not None and token.xpos != "VBG"
        ):
            return
        at = token.head
        if token.xpos == "VBG" and is_relation(token.relation, "advcl") and manner(token) in SPOKEN:
            at = next((i for i in _outward(scene, at) if manner(tree[i]) in SPOKEN), at)


def _outward(scene: Scene, verb: int) -> Iterator[int]:
    """Yield the verbs whose clauses a verb stands in: who "reported that troops would leave, while warning" warns."""
    for _ in range(_CLIMB):
        if scene.tree[verb].head < 0 or not is_relation(scene.tree[verb].relation, "ccomp", "xcomp"):
            return
        verb = scene.tree[verb].head
        yield verb


def _subject(scene: Scene, verb: int) -> int | None:
    """The subject of a verb, the agent of a passive, the noun that a participle describes."""
    tree = scene.tree
    if tree[verb].tag in {"NOUN", "PROPN"} and tree.child(verb, "cop") is None:
        return verb  # an acl has led here: "a letter accusing"
    agent = tree.child(verb, "obl:agent")
    if tree[verb].lemma in _QUOTED and (quoted := tree.child(verb, "nsubj:pass")) is not None:
        return quoted  # "Lee was quoted by Reuters as saying"
    if agent is not None:
        return agent
    if tree.child(verb, "nsubj:pass") is not None or tree.child(verb, "aux:pass") is not None:
        return None
    subject = tree.child(verb, "nsubj")
    if subject is None and is_relation(tree[verb].relation, "parataxis"):
        subject = tree.child(verb, "obj")  # '"...," read a statement': what follows the verb is its subject
    return subject


def phrase(scene: Scene, noun: int, cue: Range) -> Range:
    """The whole phrase that a noun governs, without the cue and what lies beyond it."""
    tree = scene.tree
    if scene.word(noun) in _RELATIVES or tree[noun].tag == "PRON":
        return noun, noun + 1
    own = {noun}
    for child in tree.children(noun):
        if is_relation(tree[child].relation, *_NOT_OF_IT) or tree[child].tag == "PUNCT":
            continue
        branch = range(*tree.reach(child))
        if child < noun and any(_is_clause(scene, i, noun) for i in branch):
            continue  # a clause or a quotation before its speaker, however it was parsed
        if not (branch.start < cue[1] and cue[0] < branch.stop):
            own.update(branch)
    sentence = scene.sentence(noun)
    first, last = max(min(own), sentence.first), min(max(own) + 1, sentence.last)
    if first < cue[0] < last:
        last = cue[0]
    if first < cue[1] < last:
        first = cue[1]
    while first < noun and scene.word(first) in _OPENING_MARKS:
        first += 1  # the comma before may have been parsed as a participle's
    last = _named_until(scene, last, cue[0])
    if last - first > _LONGEST or not first <= noun < last:
        return noun, noun + 1
    return closed(scene, (first, last))


def _named_until(scene: Scene, last: int, cue: int) -> int:
    """Where a phrase ends that names run on from to the cue: "Velmar [Chief Executive Ann Lee] has said"."""
    is_near = last < cue <= last + _CLIMB
    return cue if is_near and all(scene.tree[i].tag in _NAMING for i in range(last, cue)) else last


def _is_clause(scene: Scene, index: int, noun: int) -> bool:
    """Tell whether a token is a finite verb's, or of a quotation that a noun is outside of."""
    token = scene.tree[index]
    return token.xpos in _FINITE or token.tag == "AUX" or (index in scene.quoted and noun not in scene.quoted)


def bare(scene: Scene, source: Range) -> Range:
    """A source without the preposition or conjunction at its edge: "[after] the doctor", "Ann Lee, [after]"."""
    first, last = source
    while last - first > 1 and scene.tokens[first].tag in _JOINTS and scene.tokens[first].relation != "amod":
        first += 1
    while last - first > 1 and scene.tokens[last - 1].tag in _JOINTS:
        last -= 1
    return first, last


def closed(scene: Scene, span: Range) -> Range:
    """Take in the mark that closes what a mark in the phrase opened: "Ann Lee, the mayor,"; "Ann Lee (D-Ohio)"."""
    first, last = span
    norms = [t.norm for t in scene.tokens[first:last]]
    following = scene.word(last)
    if following == "," and norms.count(",") % 2 == 1 and "and" not in norms[_last(norms, ",") :]:
        return first, last + 1
    if following == ")" and norms.count("(") > norms.count(")"):
        return first, last + 1
    if following == "--" and norms.count("--") == 1:
        return first, last + 1
    return span


def _last(norms: list[str], norm: str) -> int:
    return len(norms) - 1 - norms[::-1].index(norm)


def whole(scene: Scene, source: Range, cue: Range) -> Range:
    """The whole phrase of which a part was seen: "[Deputy] Minister Pavo Hult"."""
    while source[0] + 1 < source[1] and scene.tree[source[0]].norm in _OPENING_MARKS:
        source = source[0] + 1, source[1]
    noun = scene.head(source)
    for _ in range(_CLIMB):
        token = scene.tree[noun]
        above = token.head
        if above < 0 or not is_relation(token.relation, *_MODIFIERS) or scene.tree[above].tag not in _NOMINAL:
            break
        noun = above
    if scene.tree[noun].tag not in _NOMINAL:
        return source
    found = phrase(scene, noun, cue)
    return found if found[0] <= source[0] and source[1] <= found[1] else source
