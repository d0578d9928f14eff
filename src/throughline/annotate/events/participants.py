"""Who did it, to whom, where: the participants of an event.

In: a scene and a verb's clause, or an event noun. Out: actor, recipient and place as `Participant`s. A passive turns
subject and object round. Of a noun, "by" and "between" hold the actor; what is somebody's or "of" somebody is done by
them ("Iraq's withdrawal") or to them ("the killing of two soldiers").
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from throughline.annotate.events import control, senses
from throughline.annotate.events.clauses import Clause
from throughline.annotate.events.lending import calls_off
from throughline.annotate.events.phrases import everyone
from throughline.annotate.events.scene import Scene
from throughline.annotate.tree import is_relation
from throughline.model import MentionType, Participant, Plover
from throughline.tables.agents import Agent, agent
from throughline.tables.predicates import Predicate, noun_forms


class Roles(NamedTuple):
    """The participants of one event."""

    actor: tuple[Participant, ...] = ()
    recipient: tuple[Participant, ...] = ()
    place: tuple[Participant, ...] = ()


_PLACES = frozenset({MentionType.PLACE, MentionType.STATE, MentionType.FACILITY})
_SOMEBODY = Agent.OFFICE | Agent.PERSON | Agent.PEOPLE | Agent.BODY | Agent.BODIES
_VENUES = frozenset({MentionType.PLACE, MentionType.FACILITY})
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
_AGAINST = frozenset({"against", "to", "from", "into"})  # those that aim even at what has no name
_GIVEN = ("against", "with", "to")  # of deeds without a type: who gets a thing from somebody does nothing to him
_SENT = frozenset(
    {Plover.RETREAT, Plover.MOBILIZE, Plover.AID}
)  # the object is what is moved: "withdrew its troops from"
# Deeds that even a thing can suffer: "bombed a bridge", "rejected the plan"; what is promised or asked is no recipient.
_HARD = frozenset(
    Plover(name) for name in "ASSAULT COERCE ACCUSE REJECT SANCTION PROTEST CONCEDE MOBILIZE RETREAT AID".split()
)
_OBJECTS = frozenset({"him", "her"})
_WORDS = frozenset({Plover.AGREE, Plover.THREATEN, Plover.REJECT})  # a promise is made to whom the promised is for
# Nouns of deeds whose owner suffers them: "the general's killing".
_SUFFERED = frozenset(
    """killing murder assassination arrest detention conviction execution kidnapping abduction indictment impeachment
    imprisonment deportation expulsion eviction extradition acquittal release rescue seizure suspension removal ouster
    overthrow sentencing prosecution capture beating torture appointment election trial slaying evacuation liquidation
    closure death shooting
    stabbing slaying homicide massacre funeral burial delivery demolition relocation
    redeployment reopening invasion occupation bombing shelling bombardment""".split()
)
# Events that whoever does the rest of the clause takes part in: "during a visit to Port Elm, the envoy said".
_SEATED = frozenset("vote debate hearing ballot motion".split())  # what a body does in its seat
_TRIPS = frozenset("visit trip tour meeting talks summit interview press conference mission".split())
_ON_TRIP = frozenset("during on in at after from".split())
_UNDERGO = frozenset("face suffer undergo survive sustain experience receive endure withstand escape".split())
# Verbs whose subject does the event that is their object: "launched a raid", "announced a withdrawal".
_DOERS = frozenset(
    """hold conduct carry launch stage mount reach sign make begin start complete finish end resume continue plan
    schedule prepare promise pledge threaten announce offer order commit perpetrate wage undertake conclude suspend
    cancel postpone halt stop host attend join""".split()
)


def roles(scene: Scene, trigger: int, clause: Clause | None, predicate: Predicate) -> Roles:
    """Return the participants of an event by its trigger; `clause` is None for a noun."""
    return of_noun(scene, trigger) if clause is None else of_verb(scene, clause, predicate)


def of_verb(scene: Scene, clause: Clause, predicate: Predicate) -> Roles:
    """Return the participants of a verb, read as a predicate."""
    tree, head = scene.tree, clause.head
    own = control.subject(tree, head)
    before = everyone(scene, own) if own is not None else ()
    where = tuple(_places(scene, head))
    if clause.is_passive:
        kind = predicate.type
        is_its_own = own is not None and kind is not None and tree[head].lemma in _DOERS and _is_same(scene, own, kind)
        return _apart(Roles(_agent(scene, head), () if is_its_own else before, where))
    recipient = _recipient(scene, head, predicate)
    if before and recipient and _is_himself(scene, before[0], recipient[0]):
        before = _reporter(scene, head)
    return _apart(Roles(before, recipient, where))


def _is_himself(scene: Scene, actor: Participant, recipient: Participant) -> bool:
    """Tell "Dudley" and "him" as one: nobody is the subject of a verb and, without "-self", its object too."""
    if recipient.evidence.words.lower() not in _OBJECTS:
        return False
    names = [
        {m.name for m in scene.context.mentions(*each.evidence.span) if m.id == each.mention}
        for each in (actor, recipient)
    ]
    return bool(names[0] & names[1])


def _reporter(scene: Scene, head: int) -> tuple[Participant, ...]:
    """Return who reports what another says that a verb is joined to: "[Lee] said Kim refused and asked him"."""
    tree = scene.tree
    top = tree.first_conjunct(head)
    if top == head or not is_relation(tree[top].relation, "ccomp") or tree[top].head < 0:
        return ()
    found = control.subject(tree, tree[top].head)
    return everyone(scene, found) if found is not None else ()


def _agent(scene: Scene, head: int) -> tuple[Participant, ...]:
    """Return by whom a passive is done; "by Monday" and "by shelling" are nobody."""
    tree = scene.tree
    for child in tree.children(head, "obl", "nsubj", "nmod"):
        is_by = is_relation(tree[child].relation, "obl:agent") or _is_held(scene, child, {"by"})
        if is_by and child > head and child not in scene.times:
            return everyone(scene, child)
    return ()


def _recipient(scene: Scene, head: int, predicate: Predicate) -> tuple[Participant, ...]:
    """Return to whom a deed is done: its object, whom it is aimed at, or in a promise whom the promised is for."""
    tree, kind = scene.tree, predicate.type
    given = tree.child(head, "iobj")
    if given is not None:
        return everyone(scene, given)
    thing = control.patient(tree, head)
    is_whom = thing is not None and _is_somebody(scene, thing)
    if thing is not None and is_whom and kind not in _SENT:
        return everyone(scene, thing)
    beside = [
        child
        for child in tree.children(head, "obl")
        if tree[child].norm in noun_forms() and _is_held(scene, child, {"for"})
    ]
    heads = [head, *([thing] if thing is not None else []), *beside]
    if kind is None and thing is None:
        return _of_complement(scene, head, predicate) or _held(scene, head, {"against"})  # "moved to Oslo"
    aimed = _aimed(scene, heads, somebody=True, words=_TOWARDS if kind is not None else _GIVEN)
    if aimed or (thing is not None and is_whom):
        return aimed or everyone(scene, thing if thing is not None else head)
    if thing is not None and agent(tree[thing].norm) & _SOMEBODY and kind is not None:
        return everyone(scene, thing)  # "urged lawmakers", "met the families"
    below = _of_complement(scene, head, predicate)
    if below or kind is None:
        return below
    whom = everyone(scene, thing) if thing is not None and kind in _HARD and not _is_same(scene, thing, kind) else ()
    deeper = [child for each in heads for child in tree.children(each, "nmod", "obl") if child > head]
    return _aimed(scene, heads, somebody=False) or whom or _aimed(scene, deeper, somebody=True)


def _of_complement(scene: Scene, head: int, predicate: Predicate) -> tuple[Participant, ...]:
    """Return who is asked to do a thing, and for whom a promised or threatened thing is."""
    tree, kind = scene.tree, predicate.type
    for child in tree.children(head, "xcomp", "ccomp", "advcl"):
        is_infinitive = any(tree[mark].norm == "to" for mark in tree.children(child, "mark"))
        asked = tree.child(child, "nsubj")
        is_asked = is_infinitive or (kind is Plover.REQUEST and is_relation(tree[child].relation, "ccomp"))
        if is_asked and asked is not None and head < asked < child:
            return everyone(scene, asked)  # "demanded that NATO leave"
        if kind in _WORDS and is_relation(tree[child].relation, "xcomp"):
            return _recipient(scene, child, predicate._replace(type=None))  # "agreed to help Iraq"
    return ()


def _is_same(scene: Scene, noun: int, kind: Plover) -> bool:
    """Tell the noun of a light verb: "held talks", "launched an attack"."""
    row = senses.of_noun(scene, noun)
    return row is not None and row.type is kind


def _is_somebody(scene: Scene, noun: int) -> bool:
    """Tell a noun that a mention names."""
    found = everyone(scene, noun)
    return bool(found) and found[0].mention is not None and scene.tree[noun].norm not in noun_forms()


def _aimed(
    scene: Scene, heads: Sequence[int], *, somebody: bool, words: Collection[str] = _TOWARDS
) -> tuple[Participant, ...]:
    """Return whom a deed is aimed at: what the surest preposition holds; "at Camp Bastion" is nobody."""
    tree = scene.tree
    held: dict[str, int] = {}
    for head in heads:
        for child in tree.children(head, "obl", "nmod"):
            if is_relation(tree[child].relation, "obl:agent", "nmod:poss") or child in scene.times:
                continue
            if somebody != _is_somebody(scene, child):
                continue
            mention = scene.mention(child)
            for case in tree.children(child, "case"):
                norm = tree[case].norm
                is_venue = norm in {"at", "on"} and mention is not None and mention.type in _VENUES
                is_aim = norm in words if somebody else norm in _AGAINST or (norm == "with" and head != heads[0])
                if is_aim and not is_venue:
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
            yield Participant(mention.evidence, mention.id)


def of_noun(scene: Scene, noun: int) -> Roles:
    """Return the participants of an event noun: "Iran's attack on Iraq", "talks between Iraq and NATO"."""
    tree = scene.tree
    doer = _held(scene, noun, {"by", "between", "among"})
    owner = _owner(scene, noun)
    whose = _held(scene, noun, {"of"})
    towards = _aimed_by_noun(scene, noun)
    if tree[noun].lemma in _SUFFERED:
        done_by, done_to = doer or (owner if whose else ()) or _of_governor(scene, noun), whose or owner or towards
    else:
        seat = _held(scene, noun, {"in"}) if tree[noun].lemma in _SEATED else ()
        is_body = bool(seat) and agent(tree[scene.head(seat[0].evidence)].norm) & (Agent.BODY | Agent.BODIES)
        done_by = doer or owner or (seat if is_body else ()) or whose or _of_governor(scene, noun)
        done_to = towards or (whose if (doer or owner) and whose[:1] and whose[0].mention is not None else ())
    return _apart(Roles(done_by, done_to or _undergone(scene, noun), tuple(_places(scene, noun))))


def _apart(roles: Roles) -> Roles:
    """Return roles in which nobody does a thing to himself, and no place is one who does it."""
    recipient = tuple(each for each in roles.recipient if each not in roles.actor)
    place = tuple(each for each in roles.place if each not in roles.actor)
    return Roles(roles.actor, recipient, tuple(dict.fromkeys(place)))


def _held(scene: Scene, noun: int, words: Collection[str]) -> tuple[Participant, ...]:
    for child in scene.tree.children(noun, "nmod", "obl"):
        if _is_held(scene, child, words) and child not in scene.times:
            return everyone(scene, child)
    return ()


def _owner(scene: Scene, noun: int) -> tuple[Participant, ...]:
    """Return whose deed it is: "NATO's withdrawal", "the US raid", "their attack"."""
    for child in scene.tree.children(noun, "nmod:poss", "compound", "amod"):
        mention = scene.mention(child)
        if mention is not None and (scene.tree[child].relation == "nmod:poss" or mention.type is not MentionType.PLACE):
            return everyone(scene, child)
    return ()


def _aimed_by_noun(scene: Scene, noun: int) -> tuple[Participant, ...]:
    return _held(scene, noun, {"against"}) or _held(scene, noun, {"on", "with", "from", "to"})


def _undergone(scene: Scene, noun: int) -> tuple[Participant, ...]:
    """Return who faces or suffers the event that is the object: "BP faced criticism"."""
    tree = scene.tree
    top = tree.first_conjunct(noun)
    over = tree[top].head
    if over < 0 or tree[over].lemma not in _UNDERGO or tree[top].relation != "obj":
        return ()
    sufferer = control.subject(tree, over)
    return everyone(scene, sufferer) if sufferer is not None else ()


def _is_one(scene: Scene, verb: int, noun: int) -> bool:
    """Tell a verb and a noun of one deed: "pulled out of the bases in a withdrawal"."""
    if verb < 0 or not _is_held(scene, noun, {"in"}) or scene.tree[verb].tag != "VERB":
        return False
    told, named = senses.of_verb(scene, verb), senses.of_noun(scene, noun)
    return told is not None and named is not None and told.type is not None and told.type is named.type


def _of_governor(scene: Scene, noun: int) -> tuple[Participant, ...]:
    """Return the subject of the verb that does the event: "Vestria announced a withdrawal"."""
    tree = scene.tree
    top = tree.first_conjunct(noun)
    over = tree[top].head
    is_doer = over >= 0 and (tree[over].lemma in _DOERS or calls_off(tree, over))
    is_done = is_doer and tree[top].relation == "obj"
    is_trip = over >= 0 and tree[noun].lemma in _TRIPS and _is_held(scene, top, _ON_TRIP)
    if not is_done and not is_trip and not _is_one(scene, over, noun):
        return ()
    doer = control.subject(tree, over)
    return everyone(scene, doer) if doer is not None else ()
