"""The page as a sequence: sections, siblings, and the way to the kept text."""

import pytest

from throughline.extract.markup import marked, sequence, tree
from throughline.extract.markup.signals import Signal

PROSE = "The council of the harbour town decided on Monday that the old ferry must stay in service until spring."
PAGE = f"""
<html><body><article><h1>Ferry stays</h1><p>{PROSE}</p><p>{PROSE}</p></article>
<h2>Further reading</h2><ul><li><a href="/a">Harbour dredged</a></li><li><a href="/b">Mayor retires</a></li></ul>
</body></html>
"""


def numbers(markup: str) -> list[dict[str, float]]:
    root = tree.parse(markup)
    assert root is not None
    leaves = tree.leaves(root)
    found = marked.rows(leaves, [float(leaf.text == PROSE) for leaf in leaves], ())
    return [dict(zip(marked.NAMES, map(float, row), strict=True)) for row in found]


def test_a_heading_knows_the_section_below_it() -> None:
    rows = numbers(PAGE)
    assert [row["around_section_prose"] for row in rows[:1]] == [1]
    assert rows[3]["around_section_links"] == 1
    assert rows[0]["around_section_before_last"] == 0
    assert rows[4]["around_section_before_last"] == pytest.approx(-0.1)


def test_the_items_of_a_list_answer_for_one_another() -> None:
    item = numbers(PAGE)[4]
    assert item["around_sibling_links"] == 1
    assert item["around_sibling_prose"] == 0


def test_what_stands_below_the_kept_text_knows_how_far() -> None:
    rows = numbers(PAGE)
    assert [round(row["around_since_kept"] * 50) for row in rows] == [50, 0, 0, 1, 2, 3]
    assert [row["around_kept_above"] for row in rows] == [0, 0, 0.5, 1, 1, 1]


def test_code_is_told_by_its_signs() -> None:
    code, prose = numbers(f"<pre>a[0] = {{b: c;}}</pre><p>{PROSE}</p>")
    assert code["around_code"] > 0.3 > prose["around_code"] == 0


def test_a_page_without_headings_is_one_section() -> None:
    assert len({row["around_section_words"] for row in numbers("<p>Home</p><p>Sport</p>")}) == 1
    assert len(sequence.NAMES) == len(set(sequence.NAMES))


def test_the_names_of_syntax_in_code_are_no_signals() -> None:
    root = tree.parse('<pre><span class="comment"># start</span></pre><p class="comment">So true!</p>')
    assert root is not None
    code, comment = tree.leaves(root)
    assert not code.signals & Signal.COMMENT
    assert comment.signals & Signal.COMMENT
