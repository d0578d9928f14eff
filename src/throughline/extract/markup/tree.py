"""A page's markup to its blocks of text, in document order.

In: HTML as text. Out: a tree that is safe to walk, and its `Leaf` blocks: squeezed text, the signals of the
elements around it, and how much of it is links. Scripts, styles and what is hidden are dropped; everything else
that a reader could see keeps a place. No recursion, no entity expansion, no network; time is linear.
"""

from typing import Final, NamedTuple

from lxml import etree, html

from throughline.extract.markup import signals
from throughline.extract.markup.signals import Signal

MOST_CHARACTERS = 16_000_000  # markup of a page; the largest of 1,655 real ones is 4 million
MOST_ELEMENTS = 45_000  # elements of a page: 2 seconds, 180 MB; the largest of 1,655 real ones has 30,000
MOST_DEPTH = 250  # nested elements; real pages stay below 90, libxml2 itself stops at 256
_MOST_HOLDERS = 40  # innermost elements around a block that are noted; 99.9 % of real blocks have fewer

_DROPPED = frozenset(
    """head script style template svg math iframe frame object embed applet canvas select option textarea
    audio video map datalist progress meter input img picture source""".split()
)
_INLINE = frozenset(
    """a abbr acronym amp-link b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rp rt ruby s samp
    small span td th strike strong sub sup time tt u var wbr label""".split()
)
# A row of a table is one block: its cells alone are too short to judge. Blocks inside a cell part it all the same.
_CELLS = frozenset({"td", "th"})
_WITHOUT_CHAIN = _INLINE | _DROPPED | {"br"}
_SECTIONS = frozenset({"div", "section", "article", "main", "aside", "header", "footer", "nav", "form", "td", "body"})


class TooLargeError(Exception):
    """The page is beyond what is read; the message says which limit and by how much."""


class Leaf(NamedTuple):
    """A block of text with nothing block-like inside.

    `links` is the share of its characters that are links; `group` numbers the section (div, article, td ...) that
    holds it. `chain` numbers the block-like elements that hold it, from the root inwards, and `marks` are the signals
    of each; `shape` numbers their tags and classes, so that blocks made from one template share it; `tag` is the
    innermost of them.
    """

    text: str
    signals: int
    links: float
    group: int
    chain: tuple[int, ...] = ()
    marks: tuple[int, ...] = ()
    shape: int = 0
    tag: str = ""


def parse(markup: str) -> html.HtmlElement | None:
    """Parse HTML, however broken; None when there is nothing in it. Raises TooLargeError when it is too long."""
    if len(markup) > MOST_CHARACTERS:
        raise TooLargeError(f"{len(markup):,} characters of markup; at most {MOST_CHARACTERS:,} are read")
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, collect_ids=False
    )
    parser.set_element_class_lookup(_ONE_CLASS)
    try:
        root = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return root


# lxml.html asks a function of Python's for the class of every element it touches; one class serves all here.
_ONE_CLASS: Final = etree.ElementDefaultClassLookup(element=html.HtmlElement)


def leaves(root: html.HtmlElement) -> list[Leaf]:
    """Cut the page into blocks of text, in document order. Raises TooLargeError beyond the limits of a tree."""
    walk = _Walk()
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "start":
            tag = element.tag
            if tag in _DROPPED or not isinstance(tag, str):
                walker.skip_subtree()
                walk.skip()
            else:
                walk.enter(element)
        else:
            walk.leave(element)
    walk.flush()
    return walk.leaves


class _Walk:
    """The state of one walk: open elements with their signals, and the block being gathered."""

    def __init__(self) -> None:
        self.leaves: list[Leaf] = []
        self._open: list[int] = [0]
        self._runs: list[tuple[str, int, bool]] = []
        self._links = 0
        self._breaks = 0
        self._count = 0
        self._groups: list[int] = [0]
        self._group_count = 0
        self._chain: list[int] = []
        self._shapes: list[int] = [0]
        self._tags: list[str] = [""]
        self._marks: list[int] = []
        self._known: dict[tuple[int, str, str], int] = {}

    def skip(self) -> None:
        """Take note of a dropped element, which will be left like any other."""
        self._open.append(0)
        self._groups.append(self._groups[-1])

    def enter(self, element: html.HtmlElement) -> None:
        """Open an element: a block-like one ends the block before it."""
        tag: str = element.tag
        attributes: dict[str, str] = dict(element.items())
        self._count += 1
        if tag == "a":
            self._links += 1
        elif tag in _CELLS:
            self._runs.append((" ", self._open[-1], False))
        elif tag == "br":
            self._break()
        elif tag not in _INLINE:
            self.flush()
            self._descend(tag, attributes.get("class", ""))
        if self._count > MOST_ELEMENTS:
            raise TooLargeError(f"more than {MOST_ELEMENTS:,} elements")
        if len(self._open) > MOST_DEPTH:
            raise TooLargeError(f"elements nested more than {MOST_DEPTH} deep")
        own = self._signals(tag, attributes)
        if len(self._marks) < len(self._chain):
            self._marks.append(own)
        self._open.append(self._open[-1] | own)
        if tag in _SECTIONS:
            self._group_count += 1
            self._groups.append(self._group_count)
        else:
            self._groups.append(self._groups[-1])
        self._add(element.text)

    def leave(self, element: html.HtmlElement) -> None:
        """Close an element and take the text that follows it."""
        tag = element.tag
        if tag == "a":
            self._links -= 1
        elif tag not in _WITHOUT_CHAIN and isinstance(tag, str):
            self.flush()
            self._chain.pop()
            self._shapes.pop()
            self._tags.pop()
            self._marks.pop()
        self._open.pop()
        self._groups.pop()
        self._add(element.tail)

    def flush(self) -> None:
        """End the block being gathered."""
        self._breaks = 0
        runs = self._runs
        if not runs:
            return
        self._runs = []
        text = " ".join("".join([run[0] for run in runs]).split())
        if text:
            chain, marks = tuple(self._chain[-_MOST_HOLDERS:]), tuple(self._marks[-_MOST_HOLDERS:])
            where = (self._groups[-1], chain, marks, self._shapes[-1], self._tags[-1])
            self.leaves.append(Leaf(text, _shared(runs), _share_of_links(runs), *where))

    def _descend(self, tag: str, names: str) -> None:
        """Open a block-like element: number it and its shape."""
        self._chain.append(self._count)
        key = (self._shapes[-1], tag, names)
        self._shapes.append(self._known.setdefault(key, len(self._known) + 1))
        self._tags.append(tag)

    def _add(self, text: str | None) -> None:
        if text:
            if text.isspace():
                if not self._runs:
                    return  # between blocks: most of a page's strings
            else:
                self._breaks = 0
            self._runs.append((text, self._open[-1], self._links > 0))

    def _break(self) -> None:
        """Read one <br> as a space and a second one as the end of a block."""
        self._breaks += 1
        if self._breaks > 1:
            self.flush()
        else:
            self._runs.append((" ", self._open[-1], False))

    def _signals(self, tag: str, attributes: dict[str, str]) -> int:
        found = signals.of_tag(tag)
        if not attributes:
            return found
        found |= signals.of_attributes(attributes)
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}".strip()
        if names and not signals.is_wrapper(tag) and self._tags[-1] != "pre":  # in code, names are of its syntax
            found |= signals.of_names(names)
        return found


# A signal that an inline element carries (a <span class="byline">) counts for its block from this share of it on.
_MOST_OF_BLOCK = 0.7
_SIGNALS = tuple(map(int, Signal))


def _shared(runs: list[tuple[str, int, bool]]) -> int:
    """Find the signals that hold for most of the block's characters."""
    first = runs[0][1]
    if len(runs) == 1 or len({run[1] for run in runs}) == 1:
        return first
    total = 0
    counts: dict[int, int] = {}
    for text, mask, _ in runs:
        size = len(text.strip())
        total += size
        counts[mask] = counts.get(mask, 0) + size
    found = 0
    for signal in _SIGNALS:
        if sum(size for mask, size in counts.items() if mask & signal) >= _MOST_OF_BLOCK * max(total, 1):
            found |= signal
    return found


def _share_of_links(runs: list[tuple[str, int, bool]]) -> float:
    links = [run[2] for run in runs]
    if True not in links:
        return 0.0
    if False not in links:
        return 1.0
    total = linked = 0
    for text, _, is_link in runs:
        size = len(text.strip())
        total += size
        if is_link:
            linked += size
    return linked / total if total else 0.0
