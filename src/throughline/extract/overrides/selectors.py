"""Selectors for parts of a page: XPath 1.0, the part of it that is quick on any page.

In: a selector as a person wrote it; a parsed page. Out: what it finds, or the reason why it is not taken. Taken are
steps by name with `/` and `//`, tests in brackets of an element's own attributes, text and position, `|` between
alternatives, and the functions in _FUNCTIONS. Not taken is what can take a page's size squared: axes, `..`, paths and
brackets inside brackets. No extension functions, no variables, no namespaces.

libxml2 takes minutes for `//div//div` where div stands in div a hundred times over (each match is looked up among all
others). So each `//` is asked on its own, of the outermost elements that those before it found: below these lie the
descendants of all.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Final, TypeAlias, cast

from lxml import etree, html

MOST_CHARACTERS: Final = 500  # of a selector; long ones of real rules have 150
MOST_LEAPS: Final = 4  # `//` in one alternative: each is a walk over the page
MOST_CHOICES: Final = 8  # alternatives of one selector
MOST_FOUND: Final = 5_000  # things that one selector may find; an article has hundreds of paragraphs
MOST_ELEMENTS: Final = 30_000  # of a page that selectors are tried on; the largest of 1,655 real ones has 30,000
LONGEST_VALUE: Final = 1_000  # characters of a value that is read: titles, names and days are short
_FUNCTIONS: Final = frozenset("concat contains last normalize-space not position starts-with string text".split())
_CALLED: Final = _FUNCTIONS | {"and", "or", "div", "mod"}
_MARK: Final = re.compile(
    r"\s+|'[^']*'|\"[^\"]*\"|//|::|\.\.|!=|<=|>=|[/@()\[\]=<>|,.*+]|\d+|[A-Za-z_][\w-]*|(?P<bad>.)", re.DOTALL
)

Thing: TypeAlias = "html.HtmlElement | str"


def fault(selector: str) -> str | None:
    """Say why a selector is not taken, in words for its author; None where it is."""
    if len(selector) > MOST_CHARACTERS:
        return f"it is longer than {MOST_CHARACTERS} characters"
    found = _beyond([match for match in _MARK.finditer(selector) if not match.group().isspace()])
    if found:
        return found
    if not all(path.strip().startswith("/") for path in _split(selector, "|")):
        return "it must begin with / or //, as in //div[@class='story']"
    try:
        _compiled(selector)
    except etree.XPathError as error:
        return f"it is no XPath: {error}"
    return None


def find(root: html.HtmlElement, selector: str) -> list[Thing]:
    """Find elements, or the values of attributes and pieces of text, in the order of the page; at most MOST_FOUND."""
    found: list[Thing] = []
    for path in _compiled(selector):
        things: list[Thing] = [root]
        for number, step in enumerate(path):
            within = things if number == 0 else _outermost(root, things)
            things = [thing for element in within for thing in _asked(step, element)]
        found += things
    return found[:MOST_FOUND]


def elements(root: html.HtmlElement, selector: str) -> list[html.HtmlElement]:
    """Find elements alone."""
    return [one for one in find(root, selector) if not isinstance(one, str)]


def values(root: html.HtmlElement, selector: str) -> list[str]:
    """Find values: attributes and text as they are, elements as their text, squeezed; empty ones are left out."""
    said = (one if isinstance(one, str) else "".join(map(str, one.itertext())) for one in find(root, selector))
    squeezed = (" ".join(text[: 10 * LONGEST_VALUE].split())[:LONGEST_VALUE] for text in said)
    return [text for text in squeezed if text]


def _asked(step: etree.XPath, element: Thing) -> list[Thing]:
    try:
        found: object = step(cast("html.HtmlElement", element))
    except etree.XPathError:  # libxml2's own limits, of depth and memory
        return []
    return cast("list[Thing]", found) if isinstance(found, list) else []


@cache
def _compiled(selector: str) -> tuple[tuple[etree.XPath, ...], ...]:
    """The alternatives, each as the steps between its `//`: the first from the top, the others from where that led."""
    return tuple(tuple(_steps(path.strip())) for path in _split(selector, "|"))


def _steps(path: str) -> Iterator[etree.XPath]:
    first, *leaps = _split(path, "//")
    for number, words in enumerate([first, *leaps] if first else leaps):
        leap = "" if number == 0 and first else "//" if number == 0 else ".//"
        yield etree.XPath(leap + words, regexp=False, smart_strings=False)


def _split(selector: str, mark: str) -> list[str]:
    """Split at a mark that is in no quotes and no brackets."""
    parts, depth = [""], 0
    for match in _MARK.finditer(selector):
        word = match.group()
        depth += (word == "[") - (word == "]")
        if word == mark and not depth:
            parts.append("")
        else:
            parts[-1] += word
    return parts


def _outermost(root: html.HtmlElement, things: Iterable[Thing]) -> list[Thing]:
    """Leave out what is no element, and elements inside others; the rest in the order of the page."""
    wanted = {thing for thing in things if not isinstance(thing, str)}
    if not wanted:
        return []
    kept: list[Thing] = []
    walker = etree.iterwalk(root, events=("start",))
    for _, element in walker:
        if element in wanted:
            kept.append(element)
            walker.skip_subtree()
    return kept


def _beyond(marks: list[re.Match[str]]) -> str | None:
    """Say what of a selector is beyond what is taken."""
    depth = leaps = 0
    choices = 1
    for mark, following in pairwise([*(match.group() for match in marks), ""]):
        depth += (mark == "[") - (mark == "]")
        if depth > 1:
            return "brackets inside brackets are not taken"
        if depth and mark in {"/", "//", "|"}:
            return f"{mark} is not taken inside brackets"
        leaps = 0 if mark == "|" else leaps + (mark == "//")
        choices += mark == "|"
        if leaps > MOST_LEAPS or choices > MOST_CHOICES:
            return f"at most {MOST_LEAPS} // in one path, and {MOST_CHOICES} paths parted by |"
        if following == "(" and mark[0].isalpha() and mark not in _CALLED:
            return f"{mark}() is not taken; these are: {', '.join(sorted(_FUNCTIONS))}"
    bad = next((match.group() for match in marks if match["bad"] or match.group() in {"::", ".."}), None)
    return f"{bad} is not taken: say where the element stands with / and // from the top" if bad else None
