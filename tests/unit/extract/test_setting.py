"""Where a block stands in the page's tree."""

from hypothesis import given
from hypothesis import strategies as st

from throughline.extract import cues
from throughline.extract.markup import marked, misnomers, setting, tree

PROSE = "The council of the harbour town decided on Monday that the old ferry must stay in service until spring."
PAGE = f"""
<html><body><div class="menu"><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></div>
<div class="text"><p>{PROSE}</p><p>{PROSE}</p><p>Nobody asked the captain.</p></div>
<div class="foot"><p>Imprint</p></div></body></html>
"""


def numbers(markup: str) -> list[dict[str, float]]:
    root = tree.parse(markup)
    assert root is not None
    leaves = tree.leaves(root)
    prose = [float(cues.prose(leaf.text)) for leaf in leaves]
    found = setting.rows(leaves, prose, [words > 0 for words in prose])
    return [dict(zip(setting.NAMES, map(float, row), strict=True)) for row in found]


def test_the_innermost_element_with_most_of_the_prose_is_the_core() -> None:
    assert [row["in_prose_80%"] for row in numbers(PAGE)] == [0, 0, 1, 1, 1, 0]
    assert [row["in_best"] for row in numbers(PAGE)] == [0, 0, 1, 1, 1, 0]


def test_blocks_of_one_template_answer_for_one_another() -> None:
    short = numbers(PAGE)[4]
    assert short["others_like_kept"] == 1
    assert numbers(PAGE)[0]["like_links"] == 1


def test_a_page_without_prose_has_no_core() -> None:
    assert {row["in_best"] for row in numbers("<p>Home</p><p>Sport</p>")} == {0}


@given(st.text(alphabet="<>/pdivul lia.Aé\n", max_size=300))
def test_any_markup_gives_finite_numbers(markup: str) -> None:
    root = tree.parse(f"x{markup}")
    leaves = misnomers.corrected(tree.leaves(root)) if root is not None else []
    found = marked.rows(leaves, [0.0] * len(leaves), ())
    assert found.shape == (len(leaves), len(marked.NAMES))
    assert abs(found).max(initial=0) < 5


def test_prose_that_stands_in_no_element_is_in_no_core() -> None:
    loose, held = tree.Leaf(PROSE, 0, 0.0, 0), tree.Leaf("Imprint", 0, 0.0, 1, (1,), (0,), 1, "p")
    found = setting.rows([loose, held], [19.0, 0.0], [True, False])
    assert found[:, setting.NAMES.index("in_prose_80%")].tolist() == [0, 0]
    assert found.shape == (2, len(setting.NAMES))
