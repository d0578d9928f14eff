"""Names of wrappers."""

from throughline.extract.markup import misnomers, tree
from throughline.extract.markup.signals import Signal

PROSE = "The council of the harbour town decided on Monday that the old ferry must stay in service until spring."


def signals(markup: str) -> list[int]:
    root = tree.parse(markup)
    assert root is not None
    return [leaf.signals for leaf in misnomers.corrected(tree.leaves(root))]


def test_a_wrapper_of_most_prose_is_no_sidebar() -> None:
    page = f'<div class="page sidebar"><p>{PROSE}</p><div class="sidebar"><p>Weather</p></div></div>'
    assert [found & Signal.FRAME for found in signals(page)] == [0, Signal.FRAME]


def test_comments_are_never_explained_away_by_their_size() -> None:
    page = f'<p>Short.</p><div class="comments"><p>{PROSE}</p><p>{PROSE}</p></div>'
    assert [found & Signal.COMMENT for found in signals(page)] == [0, Signal.COMMENT, Signal.COMMENT]


def test_a_name_of_comments_on_the_article_itself_says_nothing() -> None:
    root = tree.parse(f'<div class="comments-open"><p>{PROSE}</p></div><div class="comments"><p>I knew it.</p></div>')
    assert root is not None
    leaves = tree.leaves(root)
    assert not misnomers.believed(leaves, [True, False]) & Signal.COMMENT
    assert misnomers.believed(leaves, [False, True]) & Signal.RELATED
