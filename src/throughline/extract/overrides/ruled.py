"""A page laid out by a user's word: which of its blocks its site's selectors found.

In: a parsed page and its `Site`. Out: the page's leaves, each with the role that a selector gives it, if any; what the
selectors for title, authors and day found; and which of those that should found nothing. The tree is left as it was.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree, html

from throughline.extract.markup import tree
from throughline.extract.markup.tree import Leaf
from throughline.extract.overrides import selectors
from throughline.extract.overrides.sites import BLOCKS, Site
from throughline.model import READABLE, Role

# Noncharacters of Unicode, put before each run of text while the tree is cut into leaves: how a leaf, which is many
# runs, comes to know where it stood. A page that holds them itself loses them.
_SIGNS: Final = {what: chr(0xFDD0 + number) for number, what in enumerate(("", *BLOCKS))}
_MEANS: Final = {sign: what for what, sign in _SIGNS.items()}
_ROLES: Final = {"drop": Role.BOILERPLATE, "comments": Role.COMMENT}
_NO_SIGNS: Final = str.maketrans(dict.fromkeys(_MEANS, ""))
_VALUES: Final = ("title", "authors", "published")
_ALWAYS: Final = ("title", "published", "body")  # what every article has; who wrote it, advertisements, comments not
MOST_MARKUP: Final = 2_000_000  # characters: with many nested elements, a test of their text reads it many times


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a site's selectors found on a page. `blocks` goes with the page's leaves: drop, comments, body or "".

    `missed` names what should be there and was not found; a page that is too large was not looked through.
    """

    site: Site
    leaves: tuple[Leaf, ...]
    blocks: tuple[str, ...]
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    missed: tuple[str, ...] = ()
    is_too_large: bool = False

    def roles(self, given: Sequence[Role], blocks: Sequence[str]) -> list[Role]:
        """Put the user's word over the roles that were judged; with a body named, nothing else is article."""
        is_named = "body" in self.blocks
        return [_over(role, block, is_named=is_named) for role, block in zip(given, blocks, strict=True)]


def rule(root: html.HtmlElement, site: Site, size: int) -> Ruled:
    """Try a site's selectors on a page whose markup is so many characters long."""
    if size > MOST_MARKUP or sum(1 for _ in root.iter()) > selectors.MOST_ELEMENTS:
        leaves = tuple(tree.leaves(root))
        return Ruled(site, leaves, ("",) * len(leaves), is_too_large=True)
    found = {what: _elements(root, site.of(what)) for what in BLOCKS}
    values = {what: _values(root, site.of(what)) for what in _VALUES}
    leaves, blocks = _leaves(root, found)
    missed = tuple(what for what in _ALWAYS if site.of(what) and not (found | values)[what])
    title, published = (values[what][0] if values[what] else None for what in ("title", "published"))
    return Ruled(site, leaves, blocks, title, tuple(values["authors"]), published, missed)


def _elements(root: html.HtmlElement, paths: Iterable[str]) -> list[html.HtmlElement]:
    return [element for path in paths for element in selectors.elements(root, path)]


def _values(root: html.HtmlElement, paths: Iterable[str]) -> list[str]:
    """What the first selector that finds anything finds: a list of selectors is of several ways to say one thing."""
    return next((found for path in paths if (found := selectors.values(root, path))), [])


def _over(role: Role, block: str, *, is_named: bool) -> Role:
    if block == "body":
        return role if role in READABLE else Role.BODY
    if block:
        return _ROLES[block]
    return Role.BOILERPLATE if is_named and role in READABLE else role


def _leaves(
    root: html.HtmlElement, found: dict[str, list[html.HtmlElement]]
) -> tuple[tuple[Leaf, ...], tuple[str, ...]]:
    """Cut the page into leaves as ever, and say of each in what it stands."""
    undo = list(_sign(root, {what: set(elements) for what, elements in found.items()}))
    leaves = tree.leaves(root)
    for element, is_tail, text in undo:
        if is_tail:
            element.tail = text
        else:
            element.text = text
    return tuple(_plain(leaf) for leaf in leaves), tuple(_stands_in(leaf.text) for leaf in leaves)


def _sign(
    root: html.HtmlElement, found: dict[str, set[html.HtmlElement]]
) -> Iterator[tuple[html.HtmlElement, bool, str]]:
    """Put a sign before every run of text; yield how it was."""
    inside: list[str] = [""]
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            own = next((what for what in BLOCKS if element in found[what]), "")
            inside.append(_stronger(own, inside[-1]))
            if element.text and not element.text.isspace():
                yield element, False, element.text
                element.text = _signed(element.text, inside[-1])
        else:
            inside.pop()
            if element.tail and not element.tail.isspace():
                yield element, True, element.tail
                element.tail = _signed(element.tail, inside[-1])


def _stronger(one: str, other: str) -> str:
    return next((what for what in BLOCKS if what in {one, other}), "")


def _signed(text: str, what: str) -> str:
    bare = text.translate(_NO_SIGNS)
    start = len(bare) - len(bare.lstrip())
    return bare[:start] + _SIGNS[what] + bare[start:]


def _plain(leaf: Leaf) -> Leaf:
    return leaf._replace(text=leaf.text.translate(_NO_SIGNS))


def _stands_in(text: str) -> str:
    """What most of a leaf's characters stand in."""
    sizes: dict[str, int] = {}
    what, size = "", 0
    for char in text:
        if char in _MEANS:
            sizes[what] = sizes.get(what, 0) + size
            what, size = _MEANS[char], 0
        else:
            size += 1
    sizes[what] = sizes.get(what, 0) + size
    return max(sizes, key=lambda one: sizes[one])
