"""Events that a text takes for known: "the killing of Tarn", "the 1967 slayings", "Monday's talks", "the Oslo blast".

In: a scene and a token where an event noun stands whose governor does not tell. Out: a status, or None. A definite
description takes for granted that there is what it describes (Strawson 1950), unless a word above asks for it, plans
it or doubts it ("a plot for the killing of"). Only nouns of what nobody announces beforehand count without a day.
"""

from collections.abc import Collection

from throughline.annotate.events.lending import lends
from throughline.annotate.events.scene import Scene
from throughline.annotate.tree import is_relation
from throughline.model import Status, Time

# Deaths, violence and disasters: a talk, a vote or a resignation that is named may be still to come.
_FACTS = frozenset(
    """death murder killing slaying homicide shooting stabbing assassination massacre beheading execution crash
    accident collision derailment explosion blast blowout earthquake quake tremor aftershock tsunami flood landslide
    avalanche eruption blaze fire outbreak epidemic spill collapse disaster sinking hijacking hijack kidnapping
    abduction robbery heist burglary theft bombing bombardment shelling attack raid ambush assault invasion coup riot
    uprising revolt revolution arrest stampede outage blackout disappearance""".split()
)
_HUMAN = frozenset("of against on in at near".split())
_FRAMES = frozenset("in by from during".split())
_THE = frozenset("the this that these those".split())
_DOUBTS = frozenset(
    """attempt plot conspiracy bid threat risk fear possibility chance suspicion allegation rumour rumor report claim
    prevention avoidance prospect likelihood danger case charge call demand plan proposal hope likelihood law ban rate
    number cause charge count hint sign warning spate wave series""".split()
)
_ASKING = frozenset("call ask push press plead appeal hope wait plan prepare vote pray".split())
_DETAILS = ("nmod", "obl", "compound", "amod", "nummod")
_HIGHEST = 4  # words between a noun and the verb above it
_SURE = frozenset({Status.HAPPENED, Status.ONGOING})


def status(scene: Scene, noun: int, happened: Collection[int]) -> Status | None:
    """Return the status of an event that a noun takes for known; `happened` are the verbs of what has happened."""
    day, is_fact = _own_day(scene, noun), scene.tree[noun].lemma in _FACTS
    if (day is None and not is_fact) or _is_open(scene, noun):
        return None
    if is_fact and _is_part(scene, noun, happened):
        return Status.HAPPENED
    if day is not None and day.when is not None:
        published = scene.article.published.when.last
        if published is None or day.when.last is None or day.when.first is None:
            return None
        if day.when.last <= published:
            return Status.HAPPENED
        is_ahead = day.when.first > published and scene.tree[noun].lemma not in _FACTS
        return Status.PLANNED if is_ahead else None
    return Status.HAPPENED if is_fact and _is_known(scene, noun) else None


def _is_part(scene: Scene, noun: int, happened: Collection[int]) -> bool:
    """Tell what did, or held, what has happened: "a fire destroyed the mill", "was killed in a crash"."""
    tree = scene.tree
    top = tree.first_conjunct(noun)
    if tree[top].head not in happened:
        return False
    cases = {tree[case].norm for case in tree.children(top, "case")}
    is_frame = is_relation(tree[top].relation, "obl") and not cases.isdisjoint(_FRAMES)
    return is_frame or tree[top].relation == "nsubj"


def _own_day(scene: Scene, noun: int) -> Time | None:
    """Return the time that hangs on a noun: "Monday's talks", "the vote on 5 May", "the 1967 slayings"."""
    for child in scene.tree.children(noun, *_DETAILS):
        time = scene.times.get(child)
        if time is not None and time.when is not None and time.type in {"DATE", "TIME"} and time.anchor is None:
            return time
    return None


def _is_known(scene: Scene, noun: int) -> bool:
    """Tell a definite noun with a detail that says which one: whose, of whom, where."""
    tree = scene.tree
    is_definite = any(tree[child].norm in _THE for child in tree.children(noun, "det"))
    for child in tree.children(noun):
        token = tree[child]
        if is_relation(token.relation, "nmod:poss") and (scene.mention(child) is not None or token.tag == "PROPN"):
            return True
        is_named = scene.mention(child) is not None or (token.tag == "PROPN" and token.text[:1].isupper())
        if not is_definite:
            continue
        if is_relation(token.relation, "compound") and is_named and child < noun:
            return True
        if is_relation(token.relation, "nmod") and any(
            tree[case].norm in _HUMAN for case in tree.children(child, "case")
        ):
            return True
    return False


def _is_open(scene: Scene, noun: int) -> bool:
    """Tell whether a word above asks for the event, plans it, doubts it, or says that it was not."""
    tree = scene.tree
    at = tree.first_conjunct(noun)
    for _ in range(_HIGHEST):
        relation, over = tree[at].relation, tree[at].head
        if over < 0:
            return True  # a heading, a list
        if tree[over].tag not in {"NOUN", "PROPN"}:
            is_object = is_relation(relation, "obj", "nsubj:pass")
            found = lends(tree, over, "object") if is_object else None
            is_asked = tree[over].lemma in _ASKING and any(
                tree[case].norm == "for" for case in tree.children(at, "case")
            )
            return is_asked or (found is not None and found.status not in _SURE)
        if tree[over].lemma in _DOUBTS or lends(tree, over, "to") is not None:
            return True
        at = tree.first_conjunct(over)
    return True
