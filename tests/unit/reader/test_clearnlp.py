"""spaCy's English labels to Universal Dependencies."""

from hypothesis import given
from hypothesis import strategies as st

from throughline.reader import clearnlp

Row = tuple[str, str, int, str]


def _turned(*rows: Row) -> list[tuple[int, str]]:
    norms, tags, heads, labels = zip(*rows, strict=True)
    return list(zip(*clearnlp.universal(norms, tags, heads, labels), strict=True))


def test_a_preposition_hangs_from_its_object() -> None:
    found = _turned(
        ("troops", "NOUN", 1, "nsubj"),
        ("withdrew", "VERB", -1, "ROOT"),
        ("from", "ADP", 1, "prep"),
        ("bases", "NOUN", 2, "pobj"),
        ("in", "ADP", 3, "prep"),
        ("iraq", "PROPN", 4, "pobj"),
    )
    assert found == [(1, "nsubj"), (-1, "root"), (3, "case"), (1, "obl"), (5, "case"), (3, "nmod")]


def test_the_agent_of_a_passive() -> None:
    found = _turned(
        ("he", "PRON", 2, "nsubjpass"),
        ("was", "AUX", 2, "auxpass"),
        ("killed", "VERB", -1, "ROOT"),
        ("by", "ADP", 2, "agent"),
        ("rebels", "NOUN", 3, "pobj"),
    )
    assert found == [(2, "nsubj:pass"), (2, "aux:pass"), (-1, "root"), (4, "case"), (2, "obl:agent")]


def test_the_complement_of_be_is_the_predicate() -> None:
    found = _turned(("he", "PRON", 1, "nsubj"), ("is", "AUX", -1, "ROOT"), ("president", "NOUN", 1, "attr"))
    assert found == [(2, "nsubj"), (2, "cop"), (-1, "root")]


def test_there_is_somebody() -> None:
    found = _turned(("there", "PRON", 1, "expl"), ("is", "VERB", -1, "ROOT"), ("hope", "NOUN", 1, "attr"))
    assert found == [(1, "expl"), (-1, "root"), (1, "nsubj")]


def test_a_title_and_a_name() -> None:
    heads, relations = [2, 2, 3, -1], ["compound", "compound", "nsubj", "root"]
    clearnlp.flatten(range(1, 3), heads, relations)
    assert (heads, relations) == ([1, 3, 1, -1], ["nmod:desc", "nsubj", "flat", "root"])


_LABELS = ["prep", "pobj", "pcomp", "agent", "attr", "acomp", "conj", "compound", "expl", "nsubj", "dep"]


@given(st.data())
def test_a_tree_stays_a_tree(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 8))
    order = data.draw(st.permutations(range(size)))
    heads = [-1] * size
    for place in range(1, size):
        heads[order[place]] = order[data.draw(st.integers(0, place - 1))]
    labels = [data.draw(st.sampled_from(_LABELS)) if head >= 0 else "ROOT" for head in heads]
    norms = [data.draw(st.sampled_from(["is", "of", "man"])) for _ in heads]
    tags = [data.draw(st.sampled_from(["VERB", "NOUN", "ADP"])) for _ in heads]
    found, relations = clearnlp.universal(norms, tags, heads, labels)
    first = data.draw(st.integers(0, size - 1))
    clearnlp.flatten(range(first, data.draw(st.integers(first + 1, size))), found, relations)
    clearnlp.one_root(found, relations)
    assert sum(head < 0 for head in found) == 1
    for start in range(size):
        at, steps = start, 0
        while at >= 0:
            at, steps = found[at], steps + 1
            assert steps <= size
