"""Whom and what a claim is about: keys of those it names, stems of its other words.

In: the tree of an article, and the keys of names by place. Out: the terms of a claim, those whom it befalls apart.
Soldiers, forces and troops are one, since one text says what the next one calls otherwise.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from throughline.annotate.tree import Tree, is_relation
from throughline.chronicle.disputes.scope import Scope
from throughline.tables.names import state_of
from throughline.tables.offices import holders_named

_STEM = 6
FORCES = "(forces)"
_FORCES = frozenset(
    """troop troops soldier force forces military army trainer personnel staff staffer serviceman adviser advisor
    contingent marine peacekeeper garrison""".split()
)
# Words that tell nothing of what is spoken of; they are shared by chance.
GENERIC = frozenset(
    word[:_STEM]
    for word in """country nation people person man woman thing part time day week month year today tomorrow morning
    official spokesman spokeswoman government president minister prime leader state end way number group member
    statement report case other more new next last first now plan move place situation matter issue fact side term
    decision role office post chief head senior former point lot kind monday tuesday wednesday thursday friday
    saturday sunday january february march april june july august september october november december summer spring
    autumn winter weekend night hour minute moment world area right good long several many few same such own
    reporter journalist news television""".split()
) | {FORCES}
_SKIPPED = ("acl", "advcl", "appos", "parataxis", "punct", "case", "det", "cc", "ccomp", "conj")
_PARTS = frozenset("some most many part several half few dozen hundred thousand number handful remaining rest".split())
_RELATIVE = frozenset({"WDT", "WP"})
_ENDING = re.compile(r"(?:ings?|ed|es|s)$")


def stem(word: str) -> str:
    """A word without its ending, cut: near enough to compare."""
    folded = word.casefold()
    short = _ENDING.sub("", folded) if len(folded) > _STEM else folded.removesuffix("s")
    return short[:_STEM]


class Terms:
    """Terms of an article's clauses."""

    def __init__(self, tree: Tree, keys: Mapping[int, str]) -> None:
        self._tree = tree
        self._keys = keys

    def of(self, index: int, held: Scope) -> tuple[frozenset[str], frozenset[str], bool]:
        """Those whom a claim befalls, the other terms of its clause, and whether it is of some of them only."""
        tree = self._tree
        heads = [*self._affected(index)]
        rest = [
            child
            for child in tree.children(index, "obl", "nmod", "advmod")
            if tree[child].tag in {"NOUN", "PROPN", "PRON"}
        ]
        above = tree[index].head
        if above >= 0 and is_relation(tree[index].relation, "obj", "xcomp") and tree[above].tag == "VERB":
            rest += [c for c in tree.children(above, "obl", "iobj") if tree[c].tag in {"NOUN", "PROPN"}]
        if held.holder is not None and held.holder != index:
            rest += [*self.subjects(held.holder)]
        core = frozenset(term for head in heads for term in self._words(head))
        others = frozenset(term for head in rest for term in self._words(head))
        return core, others - core, any(self._is_partial(head) for head in heads)

    def names(self, terms: Iterable[str]) -> frozenset[str]:
        """The keys among terms."""
        return frozenset(term for term in terms if ":" in term)

    def holders(self, held: Scope) -> frozenset[str]:
        """The keys of those who want or refuse: the subject's, and of a holder of office also the state's."""
        if held.holder is None:
            return frozenset()
        own = {key for head in self.subjects(held.holder) for key in self.names(self._words(head))}
        return frozenset(own | {body for key in own for body in _bodies(key)})

    def subjects(self, index: int) -> Iterator[int]:
        """The subjects of a verb or of the verb that a noun is the object of; of a relative clause, what it is of."""
        tree = self._tree
        for _ in range(4):
            found = [child for child in tree.children(index, "nsubj", "nmod:poss")]
            if found:
                for child in found:
                    yield self._antecedent(child) if tree[child].xpos in _RELATIVE else child
                return
            if tree[index].head < 0 or not is_relation(tree[index].relation, "conj", "xcomp", "obj", "acl"):
                return
            index = tree[index].head

    def _antecedent(self, index: int) -> int:
        """The noun before a relative pronoun: parsers hang the clause on another as often as not."""
        for at in range(index - 1, max(-1, index - 4), -1):
            if self._tree[at].tag in {"NOUN", "PROPN"}:
                return at
        return index

    def _affected(self, index: int) -> Iterator[int]:
        tree = self._tree
        if tree[index].tag == "NOUN":
            yield from tree.children(index, "nmod", "compound", "amod")
            return
        yield from tree.children(index, "obj", "iobj")
        own = [*tree.children(index, "nsubj")]
        above = tree[index].head
        if not own and above >= 0 and is_relation(tree[index].relation, "xcomp", "conj", "ccomp", "advcl"):
            own = [*tree.children(above, "obj", "iobj")] if is_relation(tree[index].relation, "xcomp") else []
            own = own or [*self.subjects(above)]
        for child in own:
            yield self._antecedent(child) if tree[child].xpos in _RELATIVE else child

    def _words(self, head: int) -> Iterator[str]:
        tree = self._tree
        for index in tree.subtree(head, *_SKIPPED):
            token = tree[index]
            key = self._keys.get(token.start)
            if key is not None:
                yield key
                continue
            if token.lemma in _FORCES or token.norm in _FORCES:
                yield FORCES
            elif token.tag in {"NOUN", "PROPN", "ADJ"} and len(token.norm) > 2:
                yield stem(token.norm)

    def _is_partial(self, head: int) -> bool:
        tree = self._tree
        return any(
            tree[index].tag == "NUM" or tree[index].lemma in _PARTS
            for index in (head, *tree.children(head, "nummod", "det", "amod", "nmod"))
        )


def _bodies(key: str) -> Iterator[str]:
    """The states and bodies that a person holds or held an office in."""
    kind, _, name = key.partition(":")
    if kind in {"person", "name"}:
        yield from {term.body for term in holders_named(name.replace("-", " "))}
    if kind == "place":
        state = state_of(name.rpartition(".")[0])
        if state is not None:
            yield state
