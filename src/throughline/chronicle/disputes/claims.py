"""What a sentence claims: who or what stays or leaves, is wanted or refused; and on which side of the matter that is.

In: the tree of an article, who is mentioned where. Out: `Claim`s, one for each word that stands for or against
something, and for each other verb of a main claim. What is asked, feared, possible or conditional claims nothing.
Grammar alone decides; nothing here knows who speaks, or of any other article.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from throughline.annotate.tree import Tree, is_relation
from throughline.chronicle.disputes.scope import Scope, scope
from throughline.chronicle.disputes.terms import GENERIC, Terms, stem
from throughline.model import Parse, Sentence
from throughline.tables.stances import Force, lemmas, poles

# Verbs that by themselves tell no deed: "is", "has", "says".
_LIGHT = frozenset(
    """be have do say tell get make take go come see know think feel look seem become let give put mean add note ask
    want need like hope try believe expect insist claim deny confirm report describe call show find leave happen
    warn argue explain suggest hear point refer answer reply appear watch start begin use include follow run turn
    work help move bring set speak talk write read""".split()
)
_PARTICLES = ("compound:prt", "advmod", "xcomp")


class Claim(NamedTuple):
    """One claim. `start`, `end`: its sentence; `at`: its word. `poles` are the matters it takes a side in, by sign.

    `core` are those whom it befalls, `terms` they and all else in its clause: keys of names, stems of other words;
    `names` the keys. `holders` are the keys of those who want or refuse it. `is_part`: it is of some of them only.
    """

    article: str
    start: int
    end: int
    at: int
    word: str
    poles: frozenset[tuple[str, int]]
    force: Force
    tense: str
    core: frozenset[str]
    terms: frozenset[str]
    names: frozenset[str]
    holders: frozenset[str]
    is_part: bool

    @property
    def special(self) -> frozenset[str]:
        """The terms that are no class word."""
        return self.terms - GENERIC


def claims(article: str, parse: Parse, keys: Mapping[int, str]) -> Iterator[Claim]:
    """Yield the claims of an article; `keys`: who is meant, by the first code point of each word of a name."""
    if not parse.has_grammar:
        return
    tree = Tree(parse)
    terms = Terms(tree, keys)
    for sentence in parse.sentences:
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
    core, rest, is_part = terms.of(index, held)
    if word == "go" and (held.force is not Force.WISH or rest):
        return None
    names = terms.names(core | rest)
    signed = frozenset((matter, pole * held.sign) for matter, pole in sides)
    holders = terms.holders(held)
    return Claim(
        *(article, sentence.start, sentence.end, token.start, word, signed, held.force, held.tense),
        *(core, core | rest, names, holders, is_part),
    )


def _sides(tree: Tree, index: int) -> tuple[str, list[tuple[str, int]]]:
    """The word as the tables know it, with the matters and poles that it has; every plain verb is a matter itself."""
    token = tree[index]
    if token.tag == "NOUN":
        lemma = token.lemma
        return lemma, list(poles().get(("noun", lemma), ()))
    lemma = lemmas().get(token.norm, token.lemma)
    for child in tree.children(index, *_PARTICLES):
        whole = f"{lemma} {tree[child].norm}"
        if ("verb", whole) in poles():
            return whole, list(poles()[("verb", whole)])
    sides = list(poles().get(("verb", lemma), ()))
    if lemma not in _LIGHT and not is_relation(token.relation, "amod", "compound"):
        sides.append((f"do:{stem(lemma)}", 1))
    return lemma, sides
