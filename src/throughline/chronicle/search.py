"""Full text over the readable passages of a story.

In: words, and what narrows them. Out: `Hit`s, the passages that hold them all, oldest first, with the findings that
rest on them; or a page of them with the words marked and counts by what they may be narrowed to.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from throughline.chronicle.actors import actors_of, matching, naming
from throughline.ledger.rows import FoundRow, Head, Passage
from throughline.ledger.view import View
from throughline.model import Actor, Evidence, Facet, Found, Hit, Results, Span, When
from throughline.text.fold import fold_name

OUTLET, PUBLISHED, KIND = "outlet", "published", "kind"
UNNAMED, UNSURE, UNDATED, OTHER = "?", "uncertain", "undated", "other"  # values of what is not told
_KINDS = ("event", "statement", "figure")
_LOOKED = 10_000  # passages that are counted: a quarter of a second; "said" is in 20,000 of 4,585 pages
_OUTLETS = 12  # values of a facet that are given, the most found first
_YEAR = 4  # letters of a year


@dataclass(frozen=True, slots=True)
class Narrow:
    """What passages must have besides the words: an outlet by its name, a year or month of publication, a kind.

    `kind` is event, statement, figure or other; see UNNAMED and its like for what is not told.
    """

    outlet: str | None = None
    published: str | None = None
    kind: str | None = None


def search(view: View, words: str, limit: int = 20) -> tuple[Hit, ...]:
    """Passages that hold the words, oldest first; "quoted words" must stand in a row. QueryError without a word."""
    passages = view.search(words, limit)
    return _hits(view, passages, view.heads()) if passages else ()


def results(view: View, words: str, asked: Narrow, start: int = 0, size: int = 20) -> Results:
    """Passages from the `start`th on, narrowed, and what they may be narrowed to. QueryError as above."""
    rows = view.found(words, _LOOKED + 1)
    is_all, rows = len(rows) <= _LOOKED, rows[:_LOOKED]
    heads = view.heads()
    sorted_out = _Sorted(view, rows, heads)
    left = sorted_out.left(asked)
    shown = left[start : start + size]
    texts = view.texts({row.article for row in shown})
    passages = [
        Passage(
            Evidence(row.article, row.start, row.end, texts[row.article][row.start : row.end]), heads[row.article].known
        )
        for row in shown
    ]
    marks = view.marked(words, [row.key for row in shown])
    found = tuple(
        Found(hit, tuple(Span(row.start + one.start, row.start + one.end) for one in marks.get(row.key, ())))
        for row, hit in zip(shown, _hits(view, passages, heads), strict=True)
    )
    return Results(words, len(left), found, tuple(sorted_out.facets(asked)), is_all)


def called(view: View, words: str) -> tuple[Actor, ...]:
    """People and bodies that go by a name with all the words in a row, most mentioned first.

    They are worked out from the names that are like it alone: all of a large story take seconds.
    """
    wanted = fold_name(words.replace('"', " "))
    if not wanted:
        return ()
    near = {key for key, name in view.names_like(max(wanted.split(), key=len)) if _holds(fold_name(name), wanted)}
    if not near:
        return ()
    rows = view.names(near)
    who = naming(view, rows)
    return actors_of(view, rows, who, {key for key in matching(who, rows, words) if who.is_one(key)})


def _holds(name: str, wanted: str) -> bool:
    return f" {wanted} " in f" {name} "


class _Sorted:
    """Passages sorted by what narrows them."""

    def __init__(self, view: View, rows: Sequence[FoundRow], heads: Mapping[str, Head]) -> None:
        self._rows, self._heads = rows, heads
        keys = [row.key for row in rows]
        self._kinds = {kind: view.holding(keys, kind) for kind in _KINDS}

    def left(self, asked: Narrow) -> list[FoundRow]:
        """Those that have all that is asked for."""
        return [
            row
            for row in self._rows
            if (asked.outlet is None or asked.outlet == _outlet(self._heads[row.article]))
            and (asked.published is None or _is_of(self._heads[row.article].published, asked.published))
            and (asked.kind is None or asked.kind in self._of(row))
        ]

    def facets(self, asked: Narrow) -> Iterator[Facet]:
        """For each way to narrow: its values, with how many passages have each beside all else that is asked for."""
        outlets = Counter(_outlet(self._heads[row.article]) for row in self.left(replace(asked, outlet=None)))
        yield from (Facet(OUTLET, value, count) for value, count in outlets.most_common(_OUTLETS))
        dated = [self._heads[row.article].published for row in self.left(replace(asked, published=None))]
        years = Counter(map(_year, dated))
        yield from (Facet(PUBLISHED, value, years[value]) for value in sorted(years))
        year = (asked.published or "")[:_YEAR]
        months = Counter(month for when in dated if _year(when) == year and (month := _month(when)))
        yield from (Facet(PUBLISHED, value, months[value]) for value in sorted(months))
        kinds = Counter(kind for row in self.left(replace(asked, kind=None)) for kind in self._of(row))
        yield from (Facet(KIND, value, kinds[value]) for value in (*_KINDS, OTHER) if kinds[value])

    def _of(self, row: FoundRow) -> list[str]:
        return [kind for kind in _KINDS if row.key in self._kinds[kind]] or [OTHER]


def _outlet(head: Head) -> str:
    return head.outlet or UNNAMED


def _is_of(when: When, asked: str) -> bool:
    return asked == (_month(when) if "-" in asked else _year(when))


def _year(when: When) -> str:
    """The year of publication, where it is of one."""
    if when.first is None and when.last is None:
        return UNDATED
    if when.first is None or when.last is None or when.first.year != when.last.year:
        return UNSURE
    return f"{when.first.year:04}"


def _month(when: When) -> str:
    """The month of publication, where it is of one."""
    if (
        when.first is None
        or when.last is None
        or (when.first.year, when.first.month) != (when.last.year, when.last.month)
    ):
        return ""
    return f"{when.first.year:04}-{when.first.month:02}"


def _hits(view: View, passages: Sequence[Passage], heads: Mapping[str, Head]) -> tuple[Hit, ...]:
    articles = {passage.evidence.article for passage in passages}
    findings = [(event.id, event.evidence) for event in view.events(articles)]
    findings += [(statement.id, statement.evidence) for statement in view.statements(articles)]
    found = []
    for passage in passages:
        head = heads[passage.evidence.article]
        ids = tuple(name for name, evidence in findings if _meet(evidence, passage.evidence))
        found.append(Hit(passage.evidence, head.outlet, head.title, passage.known, ids))
    return tuple(found)


def _meet(left: Evidence, right: Evidence) -> bool:
    return left.article == right.article and left.start < right.end and right.start < left.end
