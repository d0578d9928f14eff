"""Who a noun is: the mention there, or the phrase that it heads, split where "and" joins several.

In: a scene and the token of a subject, an object or an oblique. Out: `Participant`s, each on its own words. A phrase
that a body or a state opens keeps the tie to it ("NATO's training mission"); what is somebody's is not that person.
"""

from collections.abc import Iterator

from throughline.annotate.events.reported import is_quoted
from throughline.annotate.events.scene import Scene
from throughline.annotate.tree import Tree, is_relation
from throughline.model import Mention, MentionForm, MentionType, Participant

_INSIDE = ("det", "amod", "compound", "nummod", "nmod:poss", "flat", "nmod:desc", "fixed", "goeswith", "advmod")
_LONGEST = 12  # tokens of a phrase; a longer one is cut to its noun and what stands before it
_MOST = 12  # names in one list
_BODIES = frozenset({MentionType.ORGANISATION, MentionType.STATE, MentionType.GROUP, MentionType.NATIONALITY})
_OWNING = frozenset({"'s", "'"})
_SPEAKERS = frozenset({"i", "we"})  # of quoted words
_THE_SAME = frozenset({"it", "they"})  # of reported words; "he" and "she" are mentions of their own
_SOME = frozenset("none one some all many most both each half several few any two three".split())
_SPANS = frozenset("second minute hour day night week month year decade century time moment percent %".split())
_NO_ONE = frozenset("it there this that these those which who whom what one ones other others something".split())


def everyone(scene: Scene, head: int) -> tuple[Participant, ...]:
    """Return a noun and those joined to it."""
    found: list[Participant] = []
    for each in _listed(scene, head):
        one = participant(scene, each)
        if one is not None and one not in found:
            found.append(one)
    return tuple(found[:_MOST])


def _listed(scene: Scene, head: int) -> Iterator[int]:
    waiting = [head]
    while waiting:
        at = waiting.pop(0)
        yield at
        waiting[:0] = [
            child for child in scene.tree.children(at, "conj") if scene.tree[child].tag in {"NOUN", "PROPN", "PRON"}
        ]


def participant(scene: Scene, noun: int) -> Participant | None:
    """Return who one noun is, or None: a day, a number or an empty "it" is nobody."""
    token = scene.tree[noun]
    if noun in scene.times or token.lemma in _SPANS or _is_money(scene, noun):
        return None
    mention = scene.mention(noun)
    if mention is None or mention.type is not MentionType.PERSON:
        named = _named(scene, noun)  # "US President Ann Lee", where the parse has "US" for its head
        if named is not None:
            return Participant(named.evidence, named.id)
    if mention is not None and not _is_owner_only(scene, noun, mention):
        return Participant(mention.evidence, mention.id)
    if token.norm in _SOME and _is_of(scene.tree, noun):
        return Participant(scene.evidence(*reach(scene, noun)), None)
    if token.tag == "PRON" or token.norm in _NO_ONE | _SPEAKERS:
        return _speaker(scene, noun)
    if token.tag not in {"NOUN", "PROPN", "NUM", "ADJ", "X"} or not any(
        character.isalpha() for character in token.text
    ):
        return None
    first, stop = reach(scene, noun)
    tie = _tie(scene, noun)
    return Participant(scene.evidence(first, stop), tie.id if tie is not None else None)


def _is_of(tree: Tree, noun: int) -> bool:
    """Tell "none of the hostages" from "none"."""
    return any(
        tree[case].norm == "of" for child in tree.children(noun, "nmod") for case in tree.children(child, "case")
    )


def _is_money(scene: Scene, noun: int) -> bool:
    """Tell "US" of "US$ 99"."""
    tokens = scene.tree.tokens
    return tokens[noun].norm.endswith("$") or (noun + 1 < len(tokens) and tokens[noun + 1].text[:1] == "$")


def _is_owner_only(scene: Scene, noun: int, mention: Mention) -> bool:
    """Tell a mention that ends before its own noun does: the token holds more than the name ("NATO-led")."""
    return mention.evidence.end <= scene.tree[noun].start or mention.evidence.start >= scene.tree[noun].end


def _named(scene: Scene, noun: int) -> Mention | None:
    """Return the person whose title a noun is: "Prime Minister" of "Prime Minister Nouri al-Maliki"."""
    for child in scene.tree.children(noun, "flat", "nmod:desc", "compound", "appos"):
        mention = scene.mention(child)
        is_next = child > noun and all(scene.tree[at].norm != "," for at in range(noun, child))
        if mention is not None and mention.type is MentionType.PERSON and is_next:
            return mention
    return None


def _tie(scene: Scene, noun: int) -> Mention | None:
    """Return the body or state that a phrase opens with."""
    for child in scene.tree.children(noun, "nmod:poss", "compound", "amod"):
        mention = scene.mention(child)
        if (
            mention is not None
            and mention.type in _BODIES
            and (mention.entity or mention.type is not MentionType.NATIONALITY)
        ):
            return mention if mention.form is not MentionForm.PRONOUN else None
    return None


def _speaker(scene: Scene, noun: int) -> Participant | None:
    """Return whose pronoun it is in reported words: "the army said it had killed four", "we will stay"."""
    token = scene.tree[noun]
    if token.norm not in _SPEAKERS | _THE_SAME:
        return None
    source = scene.context.speaker(token.start, token.end)
    if source is None or token.norm in _SPEAKERS:
        return source
    if is_quoted(scene.tree, noun):
        return None  # who says "it" in his own words means another
    held = scene.mentions.get(noun, ()) or list(scene.context.mentions(source.evidence.start, source.evidence.end))
    is_person = any(mention.type is MentionType.PERSON for mention in held)
    return None if is_person else source


def reach(scene: Scene, noun: int) -> tuple[int, int]:
    """Half-open token range of a noun phrase: no clause, apposition or list, of prepositions only "of"."""
    tree = scene.tree
    own, waiting = {noun}, [noun]
    while waiting:
        at = waiting.pop()
        for child in tree.children(at):
            if _is_inside(tree, noun, at, child) and abs(child - noun) < _LONGEST:
                own.add(child)
                waiting.append(child)
    first, last = noun, noun
    if noun > 1 and tree[noun - 1].norm in _OWNING and tree[noun - 1].head not in own and tree[noun - 1].head >= 0:
        own |= {noun - 1, *range(tree[noun - 1].head, noun - 1)}  # "Kroll's" that the parse hangs beside its noun
    while first - 1 in own or _is_stray(tree, noun, first - 1) or (first - 2 in own and _joins(tree, first - 1)):
        first -= 1
    while last + 1 in own or (last + 2 in own and _joins(tree, last + 1)):
        last += 1
    return first, last + 1


def _is_inside(tree: Tree, noun: int, at: int, child: int) -> bool:
    relation = tree[child].relation
    if is_relation(relation, "case"):
        return at != noun or tree[child].norm in _OWNING
    is_of = (
        is_relation(relation, "nmod") and child > at and any(tree[c].norm == "of" for c in tree.children(child, "case"))
    )
    return is_of or is_relation(relation, *_INSIDE) or (at != noun and is_relation(relation, "conj", "cc"))


def _is_stray(tree: Tree, noun: int, at: int) -> bool:
    """Tell "NATO" of "urged NATO countries to expand the effort", where the parse hangs it beyond the verb."""
    return (
        at >= 0 and tree[at].head > noun and is_relation(tree[at].relation, "compound", "amod", "nummod", "nmod:desc")
    )


def _joins(tree: Tree, at: int) -> bool:
    return at >= 0 and tree[at].norm in {"-", '"', "'", "/", "&"}
