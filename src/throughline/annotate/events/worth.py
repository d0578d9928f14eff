"""What a reading is worth once its participants are known: whether it can be told at all, and under which type.

In: a scene, a reading, its roles, its days. Out: a predicate, maybe without its type, or None: nobody does it and
nobody suffers it; it is said to "you"; or it is a plan of nobody in particular ("tools that will help"). A type of
what people do to one another (PLOVER) needs one who can do it: a storm that left homes dark conceded nothing.
"""

from throughline.annotate.events import clauses, control
from throughline.annotate.events.clauses import Clause, Form
from throughline.annotate.events.participants import Roles
from throughline.annotate.events.readings import WEAK, Reading
from throughline.annotate.events.scene import Scene
from throughline.annotate.tree import is_relation
from throughline.model import MentionForm, MentionType, Participant, Plover, Status
from throughline.tables.agents import Agent, agent
from throughline.tables.predicates import Predicate, noun_forms

_SOMEBODY = Agent.OFFICE | Agent.PERSON | Agent.PEOPLE | Agent.BODY | Agent.BODIES
_NOBODY = frozenset({MentionType.PRODUCT, MentionType.OTHER})
_PLURALS = frozenset("they we he she i who some many others those several thousands hundreds".split())
# What only those who act can do, and what the papers, rulings and gatherings of such do for them.
_BY_ACTORS = frozenset({Plover.CONCEDE, Plover.AID, Plover.COOPERATE, Plover.CONSULT, Plover.AGREE})
_BY_PAPERS = frozenset(
    {
        Plover.REJECT, Plover.COERCE, Plover.ACCUSE, Plover.SUPPORT, Plover.REQUEST, Plover.THREATEN,
        Plover.SANCTION, Plover.PROTEST,
    }
)  # fmt: skip
_PAPERS = frozenset(
    """report letter statement resolution law bill act constitution treaty agreement deal order ruling decree rule
    rules ban petition lawsuit suit complaint indictment motion amendment document memo editorial communique message
    tweet email article plan proposal decision verdict judgment judgement draft study review website newspaper
    headline leaflet sign banner poll survey""".split()
)
# Bodies of people that are no names of offices or peoples: what acts as one.
_BODIES = frozenset(
    """country nation state ally member company firm bank coalition side party union city troop force army opposition
    team club airline retailer maker giant group council court parliament government administration ministry police
    agency commission committee rebel crew fleet navy militia gang cartel church school university hospital newspaper
    network broadcaster operator regulator watchdog lender insurer supplier manufacturer producer developer
    charity""".split()
)
_CROWDS = frozenset(
    """tens dozens scores hundreds thousands millions group groups number numbers majority half most some many all rest
    part several couple crowd crowds wave band one two none both few members number handful""".split()
)
_STEPS = 4  # "tens of thousands of members of"
_YOU = frozenset({"you", "your", "yours", "yourself"})
_NEWS = 3  # weight of what chronicles are made of
_OPEN = frozenset({Status.PLANNED, Status.REQUESTED, Status.CONDITIONAL})


def weighed(scene: Scene, reading: Reading, roles: Roles, *, is_dated: bool, is_owed: bool = False) -> Predicate | None:
    """Return the predicate that a reading may be told under; a day, or a deadline (`is_owed`), is its own."""
    clause, predicate = reading.clause, reading.predicate
    is_dated = is_dated or is_owed
    if clause is None:
        is_nobodys = not roles.actor and not roles.recipient and not roles.place and not is_dated
        is_weak = predicate.weight < _NEWS and reading.status in _OPEN
        return None if is_weak and is_nobodys else predicate
    if _is_said_to_you(scene, clause.head) or _only_describes(scene, reading):
        return None
    if not roles.actor and not roles.recipient:
        is_plan = reading.status in _OPEN and predicate.weight >= WEAK
        is_due = (
            is_owed and is_plan and scene.tree.child(clause.head, "obj") is not None
        )  # "will finish the work by May"
        is_news = is_due or _is_news_of_nobody(scene, reading, is_dated=is_dated)
        return _typed(scene, predicate, roles) if is_news else None
    if not any(is_somebody(scene, each) for each in (*roles.actor, *roles.recipient)) and not is_dated:
        is_plan_for_none = reading.status in _OPEN and not roles.place and not _is_definite(scene, reading)
        is_mere = predicate.type is None and predicate.weight < _NEWS and _is_loose(scene, clause)
        if is_plan_for_none or is_mere:
            return None
    return _typed(scene, predicate, roles)


def _is_news_of_nobody(scene: Scene, reading: Reading, *, is_dated: bool) -> bool:
    """Tell what is news although the words do not say whose: "has [died] at 75", "they [fled]", "began in May"."""
    weight = reading.predicate.weight
    if is_dated and weight > WEAK:
        return True
    is_done = reading.status is Status.HAPPENED and reading.clause is not None
    return is_done and (weight == _NEWS or (weight > WEAK and _has_doer(scene, reading.trigger)))


def _typed(scene: Scene, predicate: Predicate, roles: Roles) -> Predicate:
    """Take the type away where no actor can have done such a thing."""
    kind = predicate.type
    if not roles.actor or kind is None or any(is_somebody(scene, each) for each in roles.actor):
        return predicate
    is_by_paper = kind in _BY_PAPERS and any(_is_paper(scene, each) for each in roles.actor)
    if is_by_paper or (kind not in _BY_ACTORS and kind not in _BY_PAPERS):
        return predicate
    return predicate._replace(type=None, weight=min(predicate.weight, _NEWS - 1))


def is_somebody(scene: Scene, who: Participant) -> bool:
    """Tell one who can act: named or pointed to by a mention of his own, or by a noun for such."""
    held = [m for m in scene.context.mentions(*who.evidence.span) if m.id == who.mention]
    if any(m.type not in _NOBODY and m.evidence.span == who.evidence.span for m in held):
        return True
    if any(m.form is MentionForm.PRONOUN for m in held):
        return True
    head = _counted(scene, scene.head(who.evidence))
    token = scene.tree[head]
    is_name = token.tag == "PROPN" or (token.text.isupper() and len(token.text) > 1)  # "the NGO"
    if is_name and not any(m.type in _NOBODY for m in held):
        return True
    return bool(agent(token.norm) & _SOMEBODY) or token.norm in _PLURALS or token.lemma in _BODIES


def _counted(scene: Scene, head: int) -> int:
    """Return whom a number or a crowd is made of: "people" of "tens of thousands of people"."""
    tree = scene.tree
    for _ in range(_STEPS):
        if tree[head].tag != "NUM" and tree[head].norm not in _CROWDS:
            break
        below = (
            each
            for each in tree.children(head, "nmod")
            if any(scene.norm(at) == "of" for at in tree.children(each, "case"))
        )
        head, before = next(below, head), head
        if head == before:
            break
    return head


def _is_paper(scene: Scene, who: Participant) -> bool:
    token = scene.tree[scene.head(who.evidence)]
    return token.lemma in _PAPERS or token.norm in noun_forms()


def _is_loose(scene: Scene, clause: Clause) -> bool:
    """Tell a participle that describes a noun ("bowls loaded with rice") or a habit ("sell, cutting costs")."""
    token = scene.tree[clause.head]
    if clause.form not in {Form.GERUND, Form.PARTICIPLE} or token.head < 0:
        return False
    if is_relation(token.relation, "acl"):
        return True
    over = clauses.read(scene.tree, token.head)
    return is_relation(token.relation, "advcl") and over.form is Form.PRESENT and not over.is_perfect


def _has_doer(scene: Scene, head: int) -> bool:
    """Tell a subject that is somebody, though nobody knows who: "they", "the attackers"."""
    subject = control.subject(scene.tree, head)
    return subject is not None and scene.norm(subject) in _PLURALS


def _is_said_to_you(scene: Scene, head: int) -> bool:
    """Tell advice: "you will notice", "tools that help you", "made for your home"."""
    tree = scene.tree
    subject = control.subject(tree, head)
    own = [*tree.children(head, "obj", "iobj"), *([subject] if subject is not None else [])]
    return any(
        scene.norm(each) in _YOU or any(scene.norm(at) in _YOU for at in tree.children(each, "nmod:poss"))
        for each in own
    )


def _only_describes(scene: Scene, reading: Reading) -> bool:
    """Tell "officials traveling with him": a weak participle beside a noun says which one, and no news."""
    clause, token = reading.clause, scene.tree[reading.trigger]
    if clause is None or not is_relation(token.relation, "acl") or is_relation(token.relation, "acl:relcl"):
        return False
    if token.lemma == "leave" and clause.form is Form.PARTICIPLE:
        return True  # "there are arms left"
    is_weak = reading.predicate.type is None and reading.predicate.weight < _NEWS
    return clause.form is Form.GERUND and is_weak


def _is_definite(scene: Scene, reading: Reading) -> bool:
    """Tell a plan for a thing that is known, named or counted: "the bridge will be closed", "900 jobs will be cut"."""
    if reading.clause is None or not reading.clause.is_passive:
        return False
    tree = scene.tree
    subject = control.subject(tree, reading.trigger)
    if subject is None:
        return False
    if scene.mention(subject) is not None or tree[subject].tag == "NUM":
        return True
    return any(
        tree[child].norm == "the" or tree[child].relation != "det"
        for child in tree.children(subject, "det", "nmod:poss", "nummod")
    )
