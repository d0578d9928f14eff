"""Trees in the labels of spaCy's English models to Universal Dependencies.

In: the words of one text, their universal tags, heads (-1 a root) and labels (ClearNLP's: Choi and Palmer 2012). Out:
heads and relations (de Marneffe et al. 2021). Labels that are universal already are left as they are, so that a
pipeline trained on a universal treebank passes through. A tree stays a tree.
"""

from collections.abc import Iterable, Sequence

_RENAMED = {
    "ROOT": "root", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "dobj": "obj", "dative": "iobj",
    "auxpass": "aux:pass", "poss": "nmod:poss", "npadvmod": "obl:unmarked", "predet": "det:predet",
    "preconj": "cc:preconj", "num": "nummod", "quantmod": "advmod", "relcl": "acl:relcl", "oprd": "xcomp",
    "acomp": "xcomp", "attr": "xcomp", "neg": "advmod", "prt": "compound:prt", "intj": "discourse", "meta": "dep",
    "nn": "compound", "complm": "mark", "prep": "obl", "agent": "obl:agent", "pobj": "obl", "pcomp": "advcl",
    "possessive": "case", "partmod": "acl", "infmod": "acl", "rcmod": "acl:relcl",
}  # fmt: skip
_BE = frozenset({"be", "am", "is", "are", "was", "were", "been", "being", "'s", "'m", "'re"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def universal(
    norms: Sequence[str], tags: Sequence[str], heads: Sequence[int], labels: Sequence[str]
) -> tuple[list[int], list[str]]:
    """Return heads and relations."""
    own, relations = list(heads), list(labels)
    below: dict[int, list[int]] = {}
    for index, head in enumerate(heads):
        below.setdefault(head, []).append(index)
    for index, children in below.items():
        if index < 0:
            continue
        objects = [child for child in children if labels[child] in {"pobj", "pcomp"}]
        if objects:
            _turn(index, objects[0], tags, own, relations)
    for index, norm in enumerate(norms):
        if norm in _BE and labels[index] not in {"aux", "auxpass"}:
            _complement(index, own, relations)
    return own, [_RENAMED.get(relation, relation) for relation in relations]


def _turn(index: int, child: int, tags: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang a preposition from its object: "withdraw from Iraq"."""
    above, relation = heads[index], relations[index]
    heads[child], heads[index] = above, child
    is_clause = relations[child] == "pcomp" and tags[child] in {"VERB", "AUX"}
    relations[index] = "mark" if is_clause else "case"
    if above < 0 or relation == "conj":
        relations[child] = relation
        if above >= 0 and relations[above] == "case":  # "in Iraq and in Syria": its fellow hangs lower by now
            heads[child] = heads[above]
    elif relation == "agent":
        relations[child] = "obl:agent"
    elif tags[above] in _NOMINAL:
        relations[child] = "acl" if is_clause else "nmod"
    else:
        relations[child] = "advcl" if is_clause else "obl"


def _complement(index: int, heads: list[int], relations: list[str]) -> None:
    """Let the complement of "be" take its place: "is the leader"; of "there is" it is the subject."""
    children = [child for child, head in enumerate(heads) if head == index]
    found = next((child for child in children if relations[child] in {"attr", "acomp"}), None)
    if found is None:
        return
    if any(relations[child] == "expl" for child in children):
        relations[found] = "nsubj"
        return
    heads[found], relations[found] = heads[index], relations[index]
    for child in children:
        if child != found:
            heads[child] = found
    heads[index], relations[index] = found, "cop"


def flatten(name: Sequence[int], heads: list[int], relations: list[str]) -> None:
    """Hang the words of a person's name from its first, and a title from that: "President George Bush"."""
    inside = frozenset(name)
    tops = [index for index in name if heads[index] not in inside]
    if len(tops) != 1:
        return
    first, top = name[0], tops[0]
    heads[first], relations[first] = heads[top], relations[top]
    for index in name[1:]:
        heads[index], relations[index] = first, "flat"
    for index in _outside(heads, inside):
        heads[index] = first
        if relations[index] == "compound" and index < first:
            relations[index] = "nmod:desc"


def _outside(heads: Sequence[int], inside: Iterable[int]) -> list[int]:
    own = frozenset(inside)
    return [index for index, head in enumerate(heads) if head in own and index not in own]


def one_root(heads: list[int], relations: list[str]) -> None:
    """Hang every root but the first from the first."""
    roots = [index for index, head in enumerate(heads) if head < 0]
    for index in roots[1:]:
        heads[index], relations[index] = roots[0], "parataxis"
