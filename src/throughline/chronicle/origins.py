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

    def age(self, article: str) -> tuple[date, bool, str]:
        """Sort key: earliest known first, undated last; of one day, originals before their copies."""
        known = self.heads[article].known if article in self.heads else None
        return (known or date.max, self.is_copy(article), article)

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
    """Follow every copy to what it copies, the earliest where there are several, up to what copies nothing.

    Which of two articles of one day is the copy is for the link to say. Articles that copy nothing are left out.
    """
    above: dict[str, str] = {}
    for left, right in copies:
        if left in heads and right in heads and left != right:
            above[left] = min(above.get(left, right), right, key=lambda article: age(heads[article]))
    roots = {}
    for article in above:
        root, seen = article, {article}
        while root in above and above[root] not in seen:  # a ring can only come of rulings: any way out of it will do
            root = above[root]
            seen.add(root)
        roots[article] = root
    return roots


def _voice(head: Head) -> str:
    name = fold_name(head.origin or head.outlet or "")
    return f"voice:{name}" if name else head.id
