"""Who did it, to whom, where: the participants of an event.

In: a scene and a verb's clause, or an event noun. Out: actor, recipient and place as `Participant`s. A passive turns
subject and object round. Of a noun, "by" and "between" hold the actor; what is somebody's or "of" somebody is done by
them ("Iraq's withdrawal") or to them ("the killing of two soldiers").
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from throughline.annotate.events import control
from throughline.annotate.events.clauses import Clause
from throughline.annotate.events.phrases import everyone
from throughline.annotate.events.scene import Scene
from throughline.annotate.tree import is_relation
from throughline.model import MentionType, Participant, Plover
from throughline.tables.predicates import noun_forms


class Roles(NamedTuple):
    """The participants of one event."""

    actor: tuple[Participant, ...] = ()
    recipient: tuple[Participant, ...] = ()
    place: tuple[Participant, ...] = ()


_PLACES = frozenset({MentionType.PLACE, MentionType.STATE})
_LOCATIVES = frozenset("in at near from into to across inside outside around off throughout on".split())
# Prepositions that hold whom a deed is aimed at, the surest first.
_TOWARDS = (
    "against",
    "with",
    "on",
    "upon",
    "to",
    "toward",
    "towards",
    "from",
    "of",
    "for",
    "at",
    "over",
    "between",
    "into",
)
# Nouns of deeds whose owner suffers them: "the general's killing".
_SUFFERED = frozenset(
    """killing murder assassination arrest detention conviction execution kidnapping abduction indictment impeachment
    imprisonment deportation expulsion eviction extradition acquittal release rescue seizure suspension removal ouster
    overthrow sentencing prosecution capture beating torture appointment election trial slaying evacuation liquidation
    closure death funeral burial invasion occupation bombing shelling bombardment""".split()
)
# Verbs whose subject does the event that is their object: "launched a raid", "announced a withdrawal".
_DOERS = frozenset(
    """hold conduct carry launch stage mount reach sign make begin start complete finish end resume continue plan
    schedule prepare promise pledge threaten announce offer order commit perpetrate wage undertake conclude suspend
    cancel postpone halt stop host attend join""".split()
)


def of_verb(scene: Scene, clause: Clause, kind: Plover | None = None) -> Roles:
    """Return the participants of a verb; `kind` is the type of its event."""
    tree, head = scene.tree, clause.head
    own = control.subject(tree, head)
    before = everyone(scene, own) if own is not None else ()
    where = tuple(_places(scene, head))
    if clause.is_passive:
        return Roles(_agent(scene, head), before, where)
    return Roles(before, _recipient(scene, head, kind), where)


def _agent(scene: Scene, head: int) -> tuple[Participant, ...]:
    """Return by whom a passive is done; "by Monday" and "by shelling" are nobody."""
    tree = scene.tree
    for child in tree.children(head, "obl"):
        is_by = is_relation(tree[child].relation, "obl:agent") or _is_held(scene, child, {"by"})
        if is_by and child not in scene.times:
            return everyone(scene, child)
    return ()


def _recipient(scene: Scene, head: int, kind: Plover | None) -> tuple[Participant, ...]:
    tree = scene.tree
    given = tree.child(head, "iobj")
    if given is not None:
        return everyone(scene, given)
    thing = control.patient(tree, head)
    if thing is not None and _is_somebody(scene, thing):
        return everyone(scene, thing)
    aimed = _aimed(scene, [head, thing] if thing is not None else [head])
    if aimed:
        return aimed
    if kind is Plover.REQUEST:  # "demanded that NATO leave"
        for child in tree.children(head, "ccomp", "xcomp"):
            asked = control.subject(tree, child)
            if asked is not None and asked != control.subject(tree, head):
                return everyone(scene, asked)
    if thing is not None and kind is not None and tree[thing].norm not in noun_forms():
        return everyone(scene, thing)
    return ()


def _is_somebody(scene: Scene, noun: int) -> bool:
    """Tell a noun that a mention names."""
    found = everyone(scene, noun)
    return bool(found) and found[0].mention is not None and scene.tree[noun].norm not in noun_forms()


def _aimed(scene: Scene, heads: Collection[int]) -> tuple[Participant, ...]:
    """Return whom a deed is aimed at: the somebody that the surest preposition holds; "at Camp Bastion" is nobody."""
    tree = scene.tree
    held: dict[str, int] = {}
    for head in heads:
        for child in tree.children(head, "obl", "nmod"):
            if is_relation(tree[child].relation, "obl:agent", "nmod:poss") or not _is_somebody(scene, child):
                continue
            mention = scene.mention(child)
            for case in tree.children(child, "case"):
                norm = tree[case].norm
                is_venue = norm in {"at", "on"} and mention is not None and mention.type is MentionType.PLACE
                if norm in _TOWARDS and not is_venue:
                    held.setdefault(norm, child)
    for norm in _TOWARDS:
        if norm in held:
            return everyone(scene, held[norm])
    return ()


def _is_held(scene: Scene, noun: int, words: Collection[str]) -> bool:
    return any(scene.tree[case].norm in words for case in scene.tree.children(noun, "case"))


def _places(scene: Scene, head: int) -> Iterator[Participant]:
    """Yield the places that a locative holds beside a trigger or its object."""
    tree = scene.tree
    beside = list(tree.children(head, "obl", "nmod", "obj"))
    for child in (*beside, *(below for each in beside for below in tree.children(each, "nmod"))):
        mention = scene.mention(child)
        if mention is not None and mention.type in _PLACES and _is_held(scene, child, _LOCATIVES):
            yield from (each for each in everyone(scene, child) if each.mention is not None)


def of_noun(scene: Scene, noun: int) -> Roles:
    """Return the participants of an event noun: "Iran's attack on Iraq", "talks between Iraq and NATO"."""
    tree = scene.tree
    where = tuple(_places(scene, noun))
    doer = _held(scene, noun, {"by", "between", "among"})
    owner = _owner(scene, noun)
    whose = _held(scene, noun, {"of"})
    towards = _aimed_by_noun(scene, noun)
    if tree[noun].lemma not in _SUFFERED:
        done_by = doer or owner or whose or _of_governor(scene, noun)
        return Roles(done_by, towards or (whose if doer or owner else ()), where)
    return Roles(doer or (owner if whose else ()) or _of_governor(scene, noun), whose or owner or towards, where)


def _held(scene: Scene, noun: int, words: Collection[str]) -> tuple[Participant, ...]:
    for child in scene.tree.children(noun, "nmod", "obl"):
        if _is_held(scene, child, words) and child not in scene.times:
            return everyone(scene, child)
    return ()


def _owner(scene: Scene, noun: int) -> tuple[Participant, ...]:
    """Return whose deed it is: "NATO's withdrawal", "the US raid", "their attack"."""
    for child in scene.tree.children(noun, "nmod:poss", "compound", "amod"):
        mention = scene.mention(child)
        if mention is not None and (
            scene.tree[child].relation == "nmod:poss" or mention.type is not MentionType.PLACE
        ):
            return everyone(scene, child)
    return ()


def _aimed_by_noun(scene: Scene, noun: int) -> tuple[Participant, ...]:
    return _held(scene, noun, {"against"}) or _held(scene, noun, {"on", "with", "from", "to"})


def _of_governor(scene: Scene, noun: int) -> tuple[Participant, ...]:
    """Return the subject of the verb that does the event: "Vestria announced a withdrawal"."""
    tree = scene.tree
    top = tree.first_conjunct(noun)
    over = tree[top].head
    if over < 0 or tree[over].lemma not in _DOERS or tree[top].relation != "obj":
        return ()
    doer = control.subject(tree, over)
    return everyone(scene, doer) if doer is not None else ()
