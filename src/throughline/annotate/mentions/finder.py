"""Mentions: who and what an article names, with roles, tied to the fullest name.

In: an article and its parse, with grammar; the findings so far (none are needed). Out: `Mention`s in text order. Every
mention rests on the words at its place; a possessive is no part of a name; "US-led" is an adjective, not an actor.
"""

from collections.abc import Iterator, Mapping, Sequence

from throughline.annotate.mentions import names, nominals, phrases, pronouns, roles
from throughline.annotate.mentions.name import Name
from throughline.annotate.mentions.nominals import Nominal
from throughline.annotate.mentions.walk import Other, Phrase, Walk
from throughline.annotate.tree import Tree, is_relation
from throughline.model import Article, Findings, Mention, MentionType, Parse

_INSIDE = ("compound", "nmod:desc", "flat", "goeswith", "amod", "nmod:unmarked", "obl:unmarked", "case", "fixed")


def find(article: Article, parse: Parse, earlier: Findings) -> tuple[Mention, ...]:
    """Find the mentions of an article."""
    del earlier
    tree = Tree(parse)
    named = names.find(article.text, parse)
    inside = {i: n for n in named for i in range(n.first, n.last)}
    held = {n.first: role for n in named if n.type is MentionType.PERSON and (role := roles.find(tree, inside, n))}
    titles = {i for first, role in held.items() for i in range(*role)}
    unnamed = list(nominals.find(tree, inside, titles))
    places: list[Phrase] = [*named, *unnamed, *_others(tree, inside, unnamed, titles), *_pronouns(parse)]
    places.sort(key=_order)
    found = Walk(article, parse, tree, named, held).read(places)
    return tuple(sorted(found, key=lambda m: (m.evidence.start, -m.evidence.end)))


def _order(place: Phrase) -> tuple[int, int]:
    return (place, 0) if isinstance(place, int) else (place.first, -place.last)


def _pronouns(parse: Parse) -> Iterator[int]:
    """Positions of the pronouns that may stand for somebody."""
    return (i for i, token in enumerate(parse.tokens) if token.norm in pronouns.ALL)


def _others(tree: Tree, inside: Mapping[int, Name], unnamed: Sequence[Nominal], titles: set[int]) -> Iterator[Other]:
    """Yield what else a pronoun may mean: phrases of things, and several joined by "and"."""
    taken = {n.head for n in unnamed} | titles
    for index, token in enumerate(tree.tokens):
        if token.tag not in {"NOUN", "PROPN"}:
            continue
        if tree.child(index, "conj") is not None and token.relation != "conj":
            yield from _joined(tree, index)
        if index not in taken and index not in inside and not is_relation(token.relation, *_INSIDE):
            first, last = phrases.start(tree, index), phrases.stop(tree, index)
            yield Other(first, last, index, phrases.is_plural(tree, index))


def _joined(tree: Tree, head: int) -> Iterator[Other]:
    members = list(tree.conjuncts(head))
    joint = next((c for m in members for c in tree.children(m, "cc")), None)
    if joint is not None and tree[joint].norm in {"and", "&"}:
        yield Other(phrases.start(tree, head), max(phrases.stop(tree, m) for m in members), head, plural=True)
