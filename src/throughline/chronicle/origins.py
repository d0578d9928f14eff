"""Who stands behind a report: copies, agencies and outlets collapsed to independent origins.

In: a view's heads and COPY_OF links. Out: for every article its *root* (the earliest article with its text) and its
*voice* (the agency that the root credits, else the root's outlet, else the root itself). Two articles with one voice
are no independent witnesses: a story printed twice by one outlet, or by three outlets from one agency, has one origin.
A copy takes all of this from its root, so that adding one adds a report and nothing else (law 5).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from throughline.ledger.rows import Head
from throughline.ledger.view import View
from throughline.model import Relation
from throughline.text.fold import fold_name


@dataclass(frozen=True, slots=True)
class Origins:
    """Roots and voices of all articles of a view."""

    heads: Mapping[str, Head]
    roots: Mapping[str, str]
    voices: Mapping[str, str]

    def is_copy(self, article: str) -> bool:
        """Whether an earlier article of the view has this one's text."""
        return self.roots.get(article, article) != article

    def voice(self, article: str) -> str:
        """Who an article comes from, as a key."""
        return self.voices.get(article, article)

    def address(self, article: str) -> str:
        """What tells two reports apart: two captures of one address are one report."""
        head = self.heads.get(article)
        return head.url.partition("#")[0] if head and head.url else article

    def reports(self, articles: Iterable[str]) -> int:
        """How many reports these articles are."""
        return len({self.address(article) for article in articles})

    def outlets(self, articles: Iterable[str]) -> tuple[str, ...]:
        """The outlets that printed these articles, in alphabetical order."""
        return tuple(sorted({h.outlet for a in articles if (h := self.heads.get(a)) and h.outlet}))


def origins(view: View) -> Origins:
    """Trace every article of the view to its root and its voice."""
    heads = view.heads()
    roots = _roots(heads, ((link.left, link.right) for link in view.links(Relation.COPY_OF)))
    voices = {article: _voice(heads[roots.get(article, article)]) for article in heads}
    return Origins(heads, roots, voices)


def age(head: Head) -> tuple[date, str]:
    """Sort key: earliest known first, undated last, ids between equals."""
    return (head.known or date.max, head.id)


def _roots(heads: Mapping[str, Head], copies: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Join copies into groups; the earliest article of a group is its root. Articles without copies are left out."""
    root: dict[str, str] = {}

    def find(article: str) -> str:
        while (above := root.get(article, article)) != article:
            root[article] = root.get(above, above)
            article = above
        return article

    for left, right in copies:
        if left in heads and right in heads:
            one, other = sorted((find(left), find(right)), key=lambda a: age(heads[a]))
            root[other] = one
    return {article: find(article) for article in root}


def _voice(head: Head) -> str:
    name = fold_name(head.origin or head.outlet or "")
    return f"voice:{name}" if name else head.id
