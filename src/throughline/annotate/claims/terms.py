"""Whom and what a claim is about: keys of those it names, stems of its other words.

In: the tree of an article, and the keys of names by place. Out: the terms of a claim, those whom it befalls apart.
Soldiers, forces and troops are one, since one text says what the next one calls otherwise.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from throughline.annotate.claims.scope import Scope
from throughline.annotate.tree import Tree, is_relation
from throughline.tables.stances import Force, forces

_STEM = 6
_SHORT = 36  # words of a sentence whose names may all be meant by a noun that names nobody; longer ones are lists
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
    reporter journalist news television continue be have do go get begin start thank rest""".split()
) | {FORCES}
# What one leaves or stays in, as an object: the theme is then who does.
_PLACES = frozenset(
    "country city town capital office post power job place region territory land home building house".split()
)
_SKIPPED = ("acl", "advcl", "appos", "parataxis", "punct", "case", "det", "cc", "ccomp", "conj")
_PARTS = frozenset("some most many part several half few dozen hundred thousand number handful remaining rest".split())
_DEONTIC = frozenset({"need", "have", "require"})  # "he needs to go": so says the speaker
_WHERE = frozenset({"", "in", "at", "from", "out", "to"})  # before the place that one stays in or leaves
NOBODY = "?"  # as whose will it is: not told
_SELVES = frozenset("i we our us my me ours mine".split())
_WHOLE = frozenset({"the", "both", "all", "these", "those"})
_RELATIVE = frozenset({"WDT", "WP"})
_ENDING = re.compile(r"(?:ings?|ed|es|s)$")


def stem(word: str) -> str:
    """A word without its ending, cut: near enough to compare."""
    folded = word.casefold()
    short = _ENDING.sub("", folded) if len(folded) > _STEM else folded.removesuffix("s")
    return short[:_STEM]


class Told(NamedTuple):
    """`theme`: the heads of those whom a claim befalls; `terms`: all words of its clause; `holders`: whose will it is.

    `agents`: the heads of those who do it, where they do it to others; `is_own`: the theme does it itself;
    `is_loose`: the theme is only what its sentence names; `is_part`: it befalls some of them only; `wanter`: whoever
    wants or refuses it, where that is not the speaker. `whose`: the key or the words of whose will or act it is, "" of
    the speaker's ("must"), NOBODY where nobody is told; `said`: the theme in words or by its key; `place`: where.
    """

    theme: frozenset[str]
    terms: frozenset[str]
    holders: frozenset[str]
    agents: frozenset[str]
    is_own: bool
    is_loose: bool
    is_part: bool
    wanter: str
    whose: str
    said: str
    place: str

    @property
    def names(self) -> frozenset[str]:
        """The keys among the terms."""
        return names(self.terms)


class Terms:
    """Terms of an article's clauses."""

    def __init__(self, tree: Tree, keys: Mapping[int, str]) -> None:
        self._tree = tree
        self._keys = keys

    def of(self, index: int, held: Scope, first: int, last: int) -> Told:
        """The terms of a claim that stands in a sentence of tokens `first` to `last`."""
        tree = self._tree
        subjects = [*self.subjects(index)]
        objects = [*tree.children(index, "obj", "iobj")]
        if not objects and tree[index].tag == "VERB":  # an object that the parser took for something else
            objects = [c for c in tree.children(index, "obl") if self._is_bare(index, c)]
        rest = [c for c in tree.children(index, "obl", "nmod") if tree[c].tag in {"NOUN", "PROPN", "PRON"}]
        above = tree[index].head
        if above >= 0 and is_relation(tree[index].relation, "obj", "xcomp") and tree[above].tag == "VERB":
            rest += [c for c in tree.children(above, "obl") if tree[c].tag in {"NOUN", "PROPN"}]
        heads = self._themes(index, subjects, objects)
        around = [*subjects, *objects, *rest, *heads]
        if held.holder is not None and held.holder != index:
            around += self.subjects(held.holder)
        theme = frozenset(term for head in heads for each in tree.conjuncts(head) for term in self._head(each))
        is_loose = not theme and tree[index].tag == "NOUN"
        if is_loose and last - first <= _SHORT:
            theme = frozenset(self._keys[t.start] for t in tree.tokens[first:last] if t.start in self._keys)
            around += [*self.subjects(above)] if above >= 0 else []
        terms = theme | {term for head in around for term in self._words(head)}
        others = [one for one in subjects if one not in heads and not is_relation(tree[one].relation, "nsubj:pass")]
        agents = frozenset(term for head in others for each in tree.conjuncts(head) for term in self._head(each))
        is_own = tree[index].tag == "VERB" and any(is_relation(tree[head].relation, "nsubj") for head in heads)
        is_own = is_own and tree.child(index, "nsubj:pass", "aux:pass") is None
        is_part = any(self._is_partial(head) for head in heads)
        return Told(
            theme,
            terms,
            self._holders(index, held),
            agents,
            is_own,
            is_loose,
            is_part,
            self._wanter(index, held, theme),
            self._whose(index, held),
            self._said([head for head in heads if head > index] or heads),
            self._place([*objects, *rest]),
        )

    def _themes(self, index: int, subjects: Sequence[int], objects: Sequence[int]) -> Sequence[int]:
        """The heads of those whom it befalls: the object, but of who leaves a place, the subject."""
        tree = self._tree
        if tree[index].tag == "NOUN":
            own = [c for c in tree.children(index, "nmod", "compound") if tree[c].tag in {"NOUN", "PROPN", "PRON"}]
            above = tree[index].head
            if above >= 0 and tree[above].tag == "VERB":  # "negotiate a presence for the military"
                own += [c for c in tree.children(above, "obl") if self._case(c) == "for"]
            return own
        deeds = [c for c in tree.children(index, "xcomp", "ccomp") if tree[c].tag == "VERB"]
        if deeds:
            return deeds
        things = [one for one in objects if not self._is_place(one)]
        return things or subjects

    def _is_bare(self, verb: int, index: int) -> bool:
        tree, own = self._tree, self._word(index)
        if tree[index].tag != "NOUN" or tree.child(index, "case", "mark") is not None or own is None or own in GENERIC:
            return False
        return verb < index and all(tree[at].norm != "," for at in range(verb, index))

    def _case(self, index: int) -> str:
        case = self._tree.child(index, "case")
        return "" if case is None else self._tree[case].norm

    def _is_place(self, index: int) -> bool:
        token = self._tree[index]
        return token.lemma in _PLACES or self._keys.get(token.start, "").startswith(("state:", "place:"))

    def _wanter(self, index: int, held: Scope, theme: frozenset[str]) -> str:
        """Who wants or refuses it, by key or words; "" where it is the speaker, or nobody is told."""
        tree = self._tree
        if held.force not in {Force.WISH, Force.REFUSAL} or held.holder is None or held.holder == index:
            return ""
        if tree[held.holder].lemma in _DEONTIC:
            return ""
        for head in self.subjects(held.holder):
            is_theirs = tree[held.holder].tag == "NOUN" and self._word(head) in theme
            if tree[head].norm in _SELVES or is_theirs:
                return ""
            key = self._keys.get(tree[head].start)
            first, stop = tree.reach(head, *_SKIPPED)
            return key or " ".join(token.text for token in tree.tokens[first:stop])
        return ""

    def _whose(self, index: int, held: Scope) -> str:
        """Whose will or act it is, by key or words: the one subject of the verb of will, which is not its object."""
        tree, holder = self._tree, index if held.holder is None else held.holder
        if held.force is Force.WISH and (holder == index or tree[holder].lemma in _DEONTIC):
            return ""
        heads = [*self.subjects(holder)]
        is_one = len(heads) == 1 and len([*tree.conjuncts(heads[0])]) == 1
        return self._named(heads[0]) if is_one and not is_relation(tree[heads[0]].relation, "nsubj:pass") else NOBODY

    def _named(self, head: int) -> str:
        """A noun phrase by its key, else its words."""
        first, stop = self._tree.reach(head, *_SKIPPED)
        return self._keys.get(self._tree[head].start) or " ".join(each.text for each in self._tree.tokens[first:stop])

    def _said(self, heads: Sequence[int]) -> str:
        """The theme, where it is one thing that a noun names."""
        heads = [head for head in heads if self._tree[head].tag != "NUM"]
        is_one = len(heads) == 1 and len([*self._tree.conjuncts(heads[0])]) == 1
        return self._named(heads[0]) if is_one and self._tree[heads[0]].tag in {"NOUN", "PROPN", "PRON"} else ""

    def _place(self, heads: Iterable[int]) -> str:
        """Where one stays or leaves, if a name says so."""
        proper = [head for head in heads if self._tree[head].tag == "PROPN" and self._tree[head].start in self._keys]
        named = (head for head in proper if self._case(head) in _WHERE)
        return next((" ".join(self._tree[at].text for at in self._flat(head)) for head in named), "")

    def _flat(self, head: int) -> Iterator[int]:
        yield from sorted([head, *self._tree.children(head, "flat", "compound")])

    def _holders(self, index: int, held: Scope) -> frozenset[str]:
        """The keys of those who want or refuse: the subject's."""
        if held.holder is None or held.holder == index:
            return frozenset()
        return names(key for head in self.subjects(held.holder) for key in self._words(head))

    def subjects(self, index: int) -> Iterator[int]:
        """The subjects of a verb or of the verb that a noun is the object of; of a relative clause, what it is of.

        Of an infinitive, whom its verb asks or makes to do it.
        """
        tree = self._tree
        for _ in range(4):
            found = [*tree.children(index, "nsubj", "nmod:poss")]
            if found:
                for child in found:
                    if not self._is_hope(index, child):
                        yield self._antecedent(child) if tree[child].xpos in _RELATIVE else child
                return
            stray = self._stray(index)
            if stray is not None:
                yield stray
                return
            above = tree[index].head
            is_infinitive = any(tree[mark].norm == "to" for mark in tree.children(index, "mark"))
            shares = ("conj", "xcomp", "obj", "acl", *(("ccomp",) if is_infinitive else ()))
            if above < 0 or not is_relation(tree[index].relation, *shares):
                return
            is_bare = tree.child(index, "mark", "case") is None  # "the thought of leaving" is nobody's
            if is_relation(tree[index].relation, "acl") and tree[index].xpos in {"VBG", "VBN"} and is_bare:
                yield above  # "citizens wishing to leave"
                return
            asked = [*tree.children(above, "obj", "iobj")] if is_relation(tree[index].relation, "xcomp") else []
            if asked:
                yield from asked
                return
            index = above

    def _stray(self, verb: int) -> int | None:
        """The noun right before "must" or "will", which a parser hung beside its verb."""
        tree = self._tree
        first = min((c for c in tree.children(verb, "aux") if c < verb), default=0)
        is_noun = first > 0 and tree[first - 1].tag in {"NOUN", "PROPN"}
        is_beside = is_noun and tree[first - 1].head == tree[verb].head >= 0
        return first - 1 if is_beside and tree[verb].relation == tree[first - 1].relation == "ccomp" else None

    def _is_hope(self, verb: int, subject: int) -> bool:
        """Tell the subject of "our hope is that we stay"."""
        is_copular = self._tree.child(verb, "cop") is not None or self._tree[verb].lemma == "be"
        return is_copular and ("noun", self._tree[subject].lemma) in forces()

    def _antecedent(self, index: int) -> int:
        """The noun before a relative pronoun: parsers hang the clause on another as often as not."""
        for at in range(index - 1, max(-1, index - 4), -1):
            if self._tree[at].tag in {"NOUN", "PROPN"}:
                return at
        return index

    def _head(self, index: int) -> Iterator[str]:
        """What a noun phrase is of: its head; of "government" and the like, also whose."""
        tree = self._tree
        own = self._word(index)
        if own is not None:
            yield own
        if own in GENERIC and own != FORCES:
            yield from (self._keys[c] for child in tree.children(index) if (c := tree[child].start) in self._keys)

    def _word(self, index: int) -> str | None:
        token = self._tree[index]
        key = self._keys.get(token.start)
        if key is not None:
            return key
        if token.lemma in _FORCES or token.norm in _FORCES:
            return FORCES
        if token.tag in {"NOUN", "PROPN", "ADJ", "VERB"} and len(token.norm) > 2:
            return stem(token.lemma if token.tag in {"VERB", "NOUN"} else token.norm)
        return None

    def _words(self, head: int) -> Iterator[str]:
        for index in self._tree.subtree(head, *_SKIPPED):
            word = self._word(index)
            if word is not None:
                yield word

    def _is_partial(self, head: int) -> bool:
        tree = self._tree
        around = [head, *tree.children(head, "nummod", "det", "amod", "nmod", "advmod")]
        if any(tree[index].norm in _WHOLE for index in around):
            return False  # "the two ministers"
        return any(tree[at].tag == "NUM" or tree[at].lemma in _PARTS or tree[at].norm == "only" for at in around)


def names(terms: Iterable[str]) -> frozenset[str]:
    """The keys among terms."""
    return frozenset(term for term in terms if ":" in term)
