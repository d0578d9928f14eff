"""What a page says of itself in JSON-LD (schema.org): its objects, and the words and people in their values.

In: a parsed page. Out: plain mappings, outermost first. What does not parse is passed over; nothing here raises, and
nothing nests deeper than it is given.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import html

Node = Mapping[str, Any]

_ARTICLE_TYPES = ("Article", "BlogPosting", "Posting", "Report")  # NewsArticle ends in one of them
_PAGE_TYPES = ("WebPage", "VideoObject", "Review", "Recipe")
_GROUPS = ("Organization", "Organisation", "Corporation", "NewsMediaOrganization", "Brand", "WebSite")
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")
_LONGEST = 1_000_000  # characters of one block; the largest real one of 1,655 pages has 400,000
_MOST_NODES = 5_000
_MOST_VALUES = 20  # of one list
_TAG = re.compile(r"<[^<>]{0,200}>")


@dataclass(frozen=True, slots=True)
class Structured:
    """The objects that describe the article, and all objects that have an identity, by it."""

    nodes: tuple[Node, ...]
    known: Mapping[str, Node]
    trails: tuple[Node, ...]

    def words(self, *keys: str) -> Iterator[str]:
        """Yield every string, or name of an object, that the article's objects have under these keys."""
        for node in self.nodes:
            for key in keys:
                yield from words(node.get(key))

    def people(self, key: str) -> Iterator[tuple[str, bool]]:
        """Yield names under the key, and whether the name is said to be a group's: an organisation, a site."""
        for node in self.nodes:
            yield from self._people(node.get(key))

    def _people(self, value: object) -> Iterator[tuple[str, bool]]:
        for one in (value if isinstance(value, list) else [value])[:_MOST_VALUES]:
            person = one
            if isinstance(one, dict) and "name" not in one and isinstance(one.get("@id"), str):
                person = self.known.get(one["@id"], one)
            is_group = isinstance(person, dict) and is_of(person, _GROUPS)
            for name in words(person):
                yield name, is_group


def read(root: html.HtmlElement) -> Structured:
    """Read all JSON-LD of a page."""
    everything = list(_walk(root))
    nodes = [node for node in everything if is_of(node, _ARTICLE_TYPES)]
    nodes = nodes or [node for node in everything if is_of(node, _PAGE_TYPES)]
    known = {node["@id"]: node for node in everything if isinstance(node.get("@id"), str) and "name" in node}
    trails = tuple(node for node in everything if is_of(node, ("BreadcrumbList",)))
    return Structured(tuple(nodes), known, trails)


def _walk(root: html.HtmlElement) -> Iterator[Node]:
    for element in root.iter("script"):
        if "ld+json" not in (element.get("type") or ""):
            continue
        source = (element.text or "").strip().removeprefix("<!--").removesuffix("-->")
        if len(source) > _LONGEST:
            continue
        try:
            queue = [json.loads(source, strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MOST_NODES):
            if not queue:
                break
            node = queue.pop(0)
            if isinstance(node, list):
                queue.extend(node)
            elif isinstance(node, dict):
                yield node
                queue.extend(node[key] for key in _INSIDE if key in node)


def is_of(node: Node, types: tuple[str, ...]) -> bool:
    """Tell whether an object's type ends in one of these."""
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(types) for kind in kinds)


def words(value: object, depth: int = 3) -> Iterator[str]:
    """Every name in a value: a string, an object with a name, or a list of those."""
    if isinstance(value, str):
        yield " ".join(_TAG.sub(" ", value).split())
    elif isinstance(value, dict) and depth:
        yield from words(value.get("name"), depth - 1)
    elif isinstance(value, list) and depth:
        for item in value[:_MOST_VALUES]:
            yield from words(item, depth - 1)


def trail(nodes: tuple[Node, ...]) -> Iterator[list[str]]:
    """Yield the names along each breadcrumb trail, from the front page on."""
    for node in nodes:
        steps = node.get("itemListElement")
        names: list[str] = []
        for step in (steps if isinstance(steps, list) else [])[:_MOST_VALUES]:
            if isinstance(step, dict):
                named = next(words(step.get("name")), None) or next(words(step.get("item")), None)
                if named and not named.startswith(("http:", "https:")):
                    names.append(named)
        yield names
