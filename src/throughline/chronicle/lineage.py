"""What came of an article: the copies that others made of it, and its own later versions.

In: a view. Out: a `Descent` for every article that has any, those with most first. Invariant: each heir stands once,
under the earliest of those that it is a copy or a version of, as `origins` traces it.
"""

from throughline.chronicle.origins import Origins, origins
from throughline.ledger.view import View
from throughline.model import Descent, Link, Relation

_HANDED_ON = frozenset({Relation.COPY_OF, Relation.UPDATES})


def lineage(view: View) -> tuple[Descent, ...]:
    """Articles that were copied or came out again, most heirs first, then earliest first."""
    traced = origins(view)
    heirs: dict[str, list[Link]] = {}
    for link in _nearest(view, traced).values():
        heirs.setdefault(traced.roots[link.left], []).append(link)
    found = [
        Descent(root, tuple(sorted(links, key=lambda link: traced.age(link.left)))) for root, links in heirs.items()
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.links), traced.age(one.article))))


def _nearest(view: View, traced: Origins) -> dict[str, Link]:
    """For every heir the link to what it comes from: the earliest, where it has several."""
    found: dict[str, Link] = {}
    for link in view.links():
        if link.relation in _HANDED_ON and link.left in traced.roots and link.right in traced.heads:
            other = found.get(link.left)
            if other is None or traced.age(link.right) < traced.age(other.right):
                found[link.left] = link
    return found
