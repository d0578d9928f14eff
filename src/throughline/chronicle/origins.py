"""Who stands behind a report: copies, versions, agencies, citations and outlets collapsed to independent origins.

In: a view's heads and its links between articles. Out: for every article its *root* (the earliest article that it is a
copy or a version of) and its *voice* (the agency that the root credits, else the root's outlet, else the root itself).
Two articles with one voice are no independent witnesses: a story printed twice by one outlet, or by three outlets from
one agency, has one origin. A copy takes all of this from its root, so that adding one adds a report and nothing else
(law 5); a version does too, and adds what it is first to say. What an article has from another by its own words ("told
AFP", "cited by Reuters", "Al Jazeera reported") has that one's voice: of a chain, the one nearest to the source.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from throughline.ledger.rows import Head
from throughline.ledger.view import View
from throughline.model import Relation
from throughline.resolve.copies import fold_address
from throughline.tables.outlets import by_name, identity, shipped
from throughline.text.fold import fold_name

_VOICE = "voice:"
# Words that say what kind of outlet a name is of; they belong to some names ("Sky News") and stand beside others.
_KINDS = frozenset(
    "the us uk state official news agency newspaper paper daily weekly television tv radio network channel station "
    "broadcaster magazine website site wire service".split()
)
_OF_ONE_ROOT = frozenset({Relation.COPY_OF, Relation.UPDATES})


@dataclass(frozen=True, slots=True)
class Origins:
    """Roots and voices of all articles of a view, those that have another's text, and those that are later versions.

    `known` are the voices that articles here have.
    """

    heads: Mapping[str, Head]
    roots: Mapping[str, str]
    voices: Mapping[str, str]
    copies: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()

    def is_copy(self, article: str) -> bool:
        """Whether an earlier article of the view has this one's text; a later version of one has its own."""
        return article in self.copies

    def age(self, article: str) -> tuple[date, bool, date, str]:
        """Sort key: earliest known first, undated last; of one day, originals before copies and later versions.

        Of two that are known since the last day that both can be of, the one that can be older is likely older.
        """
        head = self.heads.get(article)
        known, since = (head.known, head.written.first) if head else (None, None)
        return (known or date.max, self.roots.get(article, article) != article, since or date.max, article)

    def voice(self, article: str) -> str:
        """Who an article comes from, as a key."""
        return self.voices.get(article, article)

    def named(self, name: str) -> str | None:
        """The voice of an outlet that a text names, or whose key ("body:afp") is given; None: it is no known outlet.

        An outlet is known from the table, or because articles here are from it ("Harbour Times").
        """
        key = name if name.startswith("body:") else identity(_plain(fold_name(name)))
        return _VOICE + key if key in _news() or _VOICE + key in self.known else None

    def address(self, article: str) -> str:
        """What tells two reports apart: two captures of one address are one report."""
        head = self.heads.get(article)
        return (fold_address(head.url) if head else None) or article

    def reports(self, articles: Iterable[str]) -> int:
        """How many reports these articles are."""
        return len({self.address(article) for article in articles})

    def outlets(self, articles: Iterable[str]) -> tuple[str, ...]:
        """The outlets that printed these articles, in alphabetical order."""
        return tuple(sorted({h.outlet for a in articles if (h := self.heads.get(a)) and h.outlet}))


def origins(view: View) -> Origins:
    """Trace every article of the view to its root and its voice."""
    return view.shelf.once("origins", lambda: _origins(view))


def _origins(view: View) -> Origins:
    heads = view.heads()
    joined = [link for link in view.links() if link.relation in _OF_ONE_ROOT]
    roots = _roots(heads, ((link.left, link.right) for link in joined))
    voices = {article: _voice(heads[roots.get(article, article)]) for article in heads}
    copies = frozenset(link.left for link in joined if link.relation is Relation.COPY_OF and link.left in roots)
    later = frozenset(link.left for link in joined if link.relation is Relation.UPDATES and link.left in roots)
    return Origins(heads, roots, voices, copies, later, frozenset(voices.values()))


def age(head: Head) -> tuple[date, str]:
    """Sort key: earliest known first, undated last, ids between equals."""
    return (head.known or date.max, head.id)


def _roots(heads: Mapping[str, Head], copies: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Follow every copy and version to the earliest of what it comes from, up to what comes from nothing.

    Which of two articles of one day is the copy is for the link to say. Articles that come from nothing are left out.
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
    name = _plain(fold_name(head.origin or head.outlet or ""))
    return _VOICE + identity(name) if name else head.id


@cache
def _news() -> frozenset[str]:
    """The keys of the news outlets of the table."""
    return frozenset(outlet.key for outlet in shipped().rows if outlet.is_news)


def _plain(folded: str) -> str:
    """A folded name without what it is: "the associated press news agency" is "associated press".

    >>> _plain("us broadcaster abc"), _plain("al jazeera television"), _plain("sky news")
    ('abc', 'al jazeera', 'sky news')
    """
    words = folded.split()
    while len(words) > 1 and by_name(" ".join(words)) is None:
        if words[0] in _KINDS:
            words = words[1:]
        elif words[-1] in _KINDS:
            words = words[:-1]
        else:
            return folded
    return " ".join(words) if by_name(" ".join(words)) else folded
