"""Versions of one article: captures of one address, in order, and what each changed.

In: a view. Out: `Version`s, those of one address together, the earliest first, each with the paragraphs that it added,
dropped or changed, and with the figures that came and went. Paragraphs are compared first, then the words of those that
answer one another (difflib's longest common blocks: Ratcliff and Obershelp, 1988). Texts too long for that are compared
paragraph by paragraph only, so that the time stays linear.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from itertools import pairwise

from throughline.errors import QueryError
from throughline.ledger.rows import Head
from throughline.ledger.view import View
from throughline.model import Article, Change, Edit, Evidence, Figure, Link, Relation, Version
from throughline.resolve.copies import fold_address
from throughline.text.gist import letters, overlap

MOST = 250_000  # pairs of paragraphs or of words that are compared: a tenth of a second at worst
ALIKE = 0.4  # of the words of the shorter of two paragraphs, from which one is taken for the other, edited
_WORD = re.compile(r"\S+\s*|\s+")


def versions(view: View, which: str | None = None) -> tuple[Version, ...]:
    """Versions of the article that an id or an address names; of all articles that changed, where none is named."""
    heads = view.heads()
    found = _families(view, heads)
    if which is None:
        updated = {link.left for link in view.links(Relation.UPDATES)}
        asked = [f for f in found if len({one.title for one in f}) > 1 or any(one.id in updated for one in f)]
    else:
        named = _named(heads, which)
        asked = [family for family in found if not named.isdisjoint(head.id for head in family)]
    return tuple(version for family in asked for version in _told(view, family))


def earlier(view: View) -> dict[str, str]:
    """The capture before, by that which came after it at the same address."""
    return {later.id: head.id for family in _families(view, view.heads()) for head, later in pairwise(family)}


def compare(view: View, earlier: str, later: str) -> Version:
    """What one article changed since another, judged to be one or not; QueryError where one of them is not there."""
    heads = view.heads()
    for one in (earlier, later):
        if one not in heads:
            view.article(one)  # says that it is not there, and as of when
    *_, found = _told(view, (heads[earlier], heads[later]))
    return found


def dropped(view: View, words: Evidence) -> tuple[Head, ...]:
    """Later versions of an article that no longer hold the sentence of some words, earliest first."""
    heads = view.heads()
    later = [heads[one.left] for one in view.links(Relation.UPDATES) if one.right == words.article]
    if not later:
        return ()
    around = [s.words for s in view.sentences([words.article]) if s.start < words.end and words.start < s.end]
    texts = {article: letters(text) for article, text in view.texts([head.id for head in later]).items()}
    return tuple(head for head in sorted(later, key=_turn) if any(letters(s) not in texts[head.id] for s in around))


def _families(view: View, heads: dict[str, Head]) -> list[list[Head]]:
    """Captures of one address that were judged to be of one article, together and in order."""
    joined: dict[str, dict[str, None]] = {}
    for link in view.links():
        if link.relation is Relation.UPDATES or (link.relation is Relation.COPY_OF and _is_one_place(link, heads)):
            both = {**joined.get(link.left, {link.left: None}), **joined.get(link.right, {link.right: None})}
            joined.update(dict.fromkeys(both, both))
    families = {id(family): sorted((heads[one] for one in family), key=_turn) for family in joined.values()}
    return sorted(families.values(), key=lambda family: _turn(family[0]))


def _is_one_place(link: Link, heads: dict[str, Head]) -> bool:
    address = fold_address(heads[link.left].url)
    return address is not None and address == fold_address(heads[link.right].url)


def _turn(head: Head) -> tuple[date, date, str]:
    known = head.known or date.max
    return head.captured or known, known, head.id


def _named(heads: dict[str, Head], which: str) -> set[str]:
    """The articles of an address, or the one whose id begins so."""
    address = fold_address(which if "//" in which else f"//{which}")
    found = {head.id for head in heads.values() if address and fold_address(head.url) == address}
    found = found or {one for one in heads if one.startswith(which) or one.partition("-")[2].startswith(which)}
    if not found:
        raise QueryError(f"there is no article {which!r}: give its address, or its id as a listing shows it")
    if len({fold_address(heads[one].url) or one for one in found}) > 1:
        raise QueryError(f"{len(found)} articles have an id that begins with {which!r}: give more of it")
    return found


def _told(view: View, family: Sequence[Head]) -> Iterator[Version]:
    """The versions of one family, each compared with the one before."""
    figures: dict[str, list[Figure]] = {head.id: [] for head in family}
    for figure in view.figures(list(figures)):
        figures[figure.evidence.article].append(figure)
    before: Head | None = None
    old: Article | None = None
    for head in family:
        article = view.article(head.id)
        yield Version(
            head.id,
            head.url,
            head.title,
            head.outlet,
            head.published,
            head.known,
            head.captured,
            article.notes,
            before.id if before else None,
            before.title if before and before.title != head.title else None,
            tuple(_changes(old, article)) if old else (),
            _not_in(figures[head.id], figures[before.id]) if before else (),
            _not_in(figures[before.id], figures[head.id]) if before else (),
        )
        before, old = head, article


def _not_in(figures: Iterable[Figure], others: Iterable[Figure]) -> tuple[Evidence, ...]:
    """Figures that the others don't give of anything."""
    given = {(one.amount.low, one.amount.high, one.amount.unit) for one in others}
    found = {(one.amount.low, one.amount.high, one.amount.unit): one.evidence for one in figures}
    return tuple(evidence for amount, evidence in found.items() if amount not in given)


def _changes(old: Article, new: Article) -> Iterator[Change]:
    """What became of the readable blocks of a version, in the order of the new one."""
    before, after = ([article.evidence(*span) for span in article.readable()] for article in (old, new))
    for left, right in _unlike([letters(one.words) for one in before], [letters(one.words) for one in after]):
        pairs = _paired(before[slice(*left)], after[slice(*right)])
        yield from (Change(gone, come, tuple(_edits(gone, come))) for gone, come in pairs)


_Range = tuple[int, int]


def _unlike(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[_Range, _Range]]:
    """The ranges in which two sequences differ."""
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    ends = (len(left), len(right))
    while min(ends) > start and left[ends[0] - 1] == right[ends[1] - 1]:
        ends = (ends[0] - 1, ends[1] - 1)
    if (ends[0] - start) * (ends[1] - start) > MOST:
        yield from _by_presence(left, right, start, ends)
        return
    matcher = SequenceMatcher(None, left[start : ends[0]], right[start : ends[1]], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield (start + a, start + b), (start + c, start + d)


def _by_presence(
    left: Sequence[str], right: Sequence[str], start: int, ends: _Range
) -> Iterator[tuple[_Range, _Range]]:
    """The same for what is too long: whatever the other does not hold at all, wherever it stands."""
    had, has = set(left), set(right)
    yield from (((at, at + 1), (start, start)) for at in range(start, ends[0]) if left[at] not in has)
    yield from (((start, start), (at, at + 1)) for at in range(start, ends[1]) if right[at] not in had)


_Pair = tuple[Evidence | None, Evidence | None]


def _paired(gone: Sequence[Evidence], come: Sequence[Evidence]) -> Iterator[_Pair]:
    """Paragraphs that answer one another, in order; those that answer none alone."""
    at = 0
    words = [frozenset(letters(one.words).split()) for one in gone]
    near = max(1, MOST // max(1, len(come)))
    for one in come:
        own = frozenset(letters(one.words).split())
        share, place = max(((overlap(own, words[i]), -i) for i in range(at, min(len(gone), at + near))), default=(0, 0))
        if share < ALIKE:
            yield None, one
            continue
        yield from ((passed, None) for passed in gone[at:-place])
        yield gone[-place], one
        at = 1 - place
    yield from ((passed, None) for passed in gone[at:])


def _bare(*several: Sequence[str]) -> Iterator[list[str]]:
    """Words without the white space after them."""
    return ([word.rstrip() for word in words] for words in several)


def _edits(gone: Evidence | None, come: Evidence | None) -> Iterator[Edit]:
    """The words of a paragraph: what stayed, what was dropped, what was added."""
    if gone is None or come is None:
        yield from (Edit(sign, one.words) for sign, one in (("-", gone), ("+", come)) if one)
        return
    left, right = _WORD.findall(gone.words), _WORD.findall(come.words)
    c = 0
    for (b, b_end), (d, d_end) in (*_unlike(*_bare(left, right)), ((len(left), len(left)), (len(right), len(right)))):
        parts = (("=", right[c:d]), ("-", left[b:b_end]), ("+", right[d:d_end]))
        yield from (Edit(sign, "".join(tokens)) for sign, tokens in parts if tokens)
        c = d_end
