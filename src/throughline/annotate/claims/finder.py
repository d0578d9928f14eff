"""What a sentence claims: who or what stays or leaves, is wanted or refused; and on which side of the matter that is.

In: the tree of an article, who is mentioned where. Out: `Claim`s, one for each word that stands for or against
something, and for each other verb of a main claim. What is asked, feared, possible or conditional claims nothing.
Grammar alone decides; nothing here knows who speaks, or of any other article.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from throughline.annotate.claims.scope import Scope, scope
from throughline.annotate.claims.terms import FORCES, Terms, Told, stem
from throughline.annotate.tree import Tree, is_relation
from throughline.model import Parse, Sentence
from throughline.tables.stances import Force, lemmas, poles

# Verbs that by themselves tell no deed: "is", "has", "says".
_LIGHT = frozenset(
    """be have do say tell get make take go come see know think feel look seem become let give put mean add note ask
    want need like hope try believe expect insist claim deny confirm report describe call show find leave happen
    warn argue explain suggest hear point refer answer reply appear watch start begin use include follow run turn
    work help move bring set speak talk write read""".split()
)
_VOTES = frozenset(map(stem, "election vote referendum poll ballot runoff primary".split()))
_PRESENT = frozenset(
    {
        FORCES,
        *map(
            stem,
            """mission presence base embassy observer inspector contingent mandate operation
    monitor ship fleet jet diplomat ambassador bomber tank missile policeman police weapon""".split(),
        ),
    }
)
# Matters of what is done to somebody or something: who does it is not what it befalls.
_THINGS = frozenset({"consent", "leave", "measures", "payment", "owning", "custody"})
_MOVES = frozenset({"presence", "office", "joining"})  # matters in which "is leaving" tells of what will be
_OF = {
    "vote": _VOTES,
    "payment": frozenset(
        map(
            stem,
            """dividend wage salary debt pension compensation ransom tax bill benefit loan claim
        fee fine instalment installment interest bonus damages money cost rent""".split(),
        )
    ),
    "measures": frozenset(
        map(
            stem,
            """sanction ban embargo curfew tariff restriction blockade law emergency tax quota
        control freeze moratorium limit duty siege closure visa lockdown price subsidy cap""".split(),
        )
    ),
}
_OFFICERS = frozenset(
    map(
        stem,
        """president minister premier chancellor chief head director chairman chairwoman leader
    governor mayor king ruler secretary commissioner judge coach manager executive ceo general commander cabinet
    government regime dictator senator lawmaker""".split(),
    )
)
_KEPT_FROM = frozenset("keep stop prevent bar block ban".split())
_STATES = frozenset("remain stay keep".split())  # with an adjective they tell how somebody is, not where
_PARTICLES = ("compound:prt", "advmod", "xcomp")


class Claim(NamedTuple):
    """One claim. `start`, `end`: its sentence; `at`: its word. `poles` are the matters it takes a side in, by sign.

    `told`: whom and what it is about; `is_aside`: a clause beside the main one makes it.
    """

    article: str
    start: int
    end: int
    at: int
    word: str
    poles: frozenset[tuple[str, int]]
    force: Force
    tense: str
    told: Told
    is_aside: bool


def claims(
    article: str, parse: Parse, keys: Mapping[int, str], within: Iterable[Sentence] | None = None
) -> Iterator[Claim]:
    """Yield the claims of an article, or of some sentences of it.

    `keys`: who is meant, by the first code point of each word of a name.
    """
    if not parse.has_grammar:
        return
    tree = Tree(parse)
    terms = Terms(tree, keys)
    for sentence in parse.sentences if within is None else within:
        if parse.tokens[sentence.last - 1].norm == "?" or any(
            token.norm == "?" for token in parse.tokens[max(sentence.first, sentence.last - 3) : sentence.last]
        ):
            continue
        for index in range(sentence.first, sentence.last):
            found = _claim(article, tree, terms, sentence, index)
            if found is not None:
                yield found


def _claim(article: str, tree: Tree, terms: Terms, sentence: Sentence, index: int) -> Claim | None:
    token = tree[index]
    if token.tag not in {"VERB", "NOUN"} and not (token.tag == "ADJ" and token.lemma in {"open", "closed"}):
        return None
    word, sides = _sides(tree, index)
    if not sides:
        return None
    held: Scope | None = scope(tree, index)
    if held is None or held.force is Force.OPEN:
        return None
    told = terms.of(index, held, sentence.first, sentence.last)
    sides = [side for side in sides if _is_of(side[0], tree, index, told, held.tense)]
    if not sides or not told.theme or (word == "go" and (held.force is not Force.WISH or _has_particle(tree, index))):
        return None
    signed = frozenset((matter, pole * held.sign) for matter, pole in sides)
    return Claim(
        article=article,
        start=sentence.start,
        end=sentence.end,
        at=token.start,
        word=word,
        poles=signed,
        force=held.force,
        tense=held.tense,
        told=told,
        is_aside=any(is_relation(tree[at].relation, "acl:relcl", "advcl") for at in (index, *tree.above(index))),
    )


def _is_of(matter: str, tree: Tree, index: int, told: Told, tense: str) -> bool:
    """Whether a word is of a matter by what it befalls: one keeps a promise, and troops; holds fire, and elections."""
    theme = told.theme
    if tense == "coming" and matter not in _MOVES:
        return False  # what is under way may be what the other wants to end
    if matter in _THINGS and told.is_own:
        return False
    if matter in _OF and not theme & _OF[matter]:
        return False
    if matter == "course" and all(":" in term for term in theme):
        return False
    if matter in {"owning", "amount", "ground"} and all(term.startswith("person:") for term in theme):
        return False
    if matter == "presence" and tree.child(index, "obj") is not None and tree[index].tag == "VERB":
        moved = tree[index].lemma not in {"leave", "quit", "exit", "depart", "evacuate"}
        return not moved or bool(theme & _PRESENT)
    if matter == "office":
        return any(term.startswith(("person:", "name:")) or term in _OFFICERS for term in theme)
    return True


def _sides(tree: Tree, index: int) -> tuple[str, list[tuple[str, int]]]:
    """The word as the tables know it, with the matters and poles that it has; every plain verb is a matter itself."""
    token = tree[index]
    if token.tag == "NOUN":
        lemma = token.lemma
        return lemma, list(poles().get(("noun", lemma), ()))
    lemma = lemmas().get(token.norm, token.lemma)
    for child in tree.children(index, *_PARTICLES, "obj"):
        whole = f"{lemma} {tree[child].norm}"
        if ("verb", whole) in poles():
            return whole, list(poles()[("verb", whole)])
    after = tree[index + 1].tag if index + 1 < len(tree.tokens) else ""
    bare = [child for child in tree.children(index, "xcomp") if tree.child(child, "case") is None]
    is_going_on = index + 1 < len(tree.tokens) and tree[index + 1].xpos == "VBG"  # "keep throwing"
    if lemma in _STATES and (bare or after == "ADJ" or is_going_on):
        return lemma, []
    if lemma in _STATES and any(tree[c].norm in {"out", "away", "off", "home"} for c in tree.children(index, "advmod")):
        return lemma, []
    if lemma in _KEPT_FROM and _is_from(tree, index):
        return lemma, []
    sides = list(poles().get(("verb", lemma), ()))
    if lemma not in _LIGHT and not is_relation(token.relation, "amod", "compound"):
        sides.append((f"do:{stem(lemma)}", 1))
    return lemma, sides


def _has_particle(tree: Tree, index: int) -> bool:
    return tree.child(index, "compound:prt", "obj", "xcomp") is not None


def _is_from(tree: Tree, index: int) -> bool:
    """Tell "keep them from leaving"."""
    for child in tree.children(index, "advcl", "obl"):
        mark = tree.child(child, "mark", "case")
        if mark is not None and tree[mark].norm == "from" and tree[child].xpos == "VBG":
            return True
    return False
