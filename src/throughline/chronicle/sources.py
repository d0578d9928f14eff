"""Outlets: what each printed, how much of it was copied or a later version, and whom it leans on.

In: a view. Out: `Source`s, most articles first.
"""

from collections import Counter
from collections.abc import Sequence

from throughline.chronicle.origins import Origins, origins
from throughline.ledger.rows import Head
from throughline.ledger.view import View
from throughline.model import Source
from throughline.tables.outlets import by_name, identity
from throughline.text.fold import fold_name


def sources(view: View) -> tuple[Source, ...]:
    """Outlets, their articles and copies, whom they credit and cite; most articles first."""
    traced = origins(view)
    outlets: dict[str, list[Head]] = {}
    for head in traced.heads.values():
        outlets.setdefault(house(head.outlet), []).append(head)
    cited = _cited(view)
    found = [_source(heads, traced, cited) for heads in outlets.values()]
    return tuple(sorted(found, key=lambda source: (-source.articles, source.outlet or "")))


def house(outlet: str | None) -> str:
    """What tells outlets apart: one key, under however many names pages give it."""
    return identity(fold_name(outlet or ""))


def _source(heads: Sequence[Head], traced: Origins, cited: dict[str, list[str]]) -> Source:
    days = sorted(head.known for head in heads if head.known)
    names: dict[str, Counter[str]] = {}
    for head in heads:
        for name in (*([head.origin] if head.origin else []), *cited.get(head.id, ())):
            names.setdefault(house(name), Counter())[name] += 1
    cites = [(max(spellings, key=lambda n: (spellings[n], n)), spellings.total()) for spellings in names.values()]
    known = by_name(fold_name(heads[0].outlet or ""))
    return Source(
        known.name if known else heads[0].outlet,
        len(heads),
        sum(traced.is_copy(head.id) for head in heads),
        days[0] if days else None,
        days[-1] if days else None,
        len(heads) - len(days),
        tuple(sorted(cites, key=lambda cite: (-cite[1], cite[0]))),
        sum(head.id in traced.later for head in heads),
    )


def _cited(view: View) -> dict[str, list[str]]:
    """Names of those who passed statements on, by article; once an article each."""
    cited: dict[str, list[str]] = {}
    for article, name in view.relays():
        cited.setdefault(article, []).append(name)
    return {article: list(dict.fromkeys(names)) for article, names in cited.items()}
