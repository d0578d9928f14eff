"""Around a figure: its sentence, the place it is told of, and whose figure it is.

In: a view, figures. Out: lookups by figure. A figure is told of the place that its sentence names with a preposition
("in Benghazi", "outside the embassy in Tripoli"), the nearest to it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, Protocol

from throughline.chronicle.actors import naming
from throughline.chronicle.quantities import Quantity, quantity
from throughline.ledger.rows import FigureRow, MentionRow, SentenceRow
from throughline.ledger.view import View
from throughline.model import Evidence, MentionForm

_FAR: Final = 90  # code points between a figure and the place it is told of
_IN = re.compile(
    r"\b(?:in|at|near|outside|across|around|throughout|from|off)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$", re.IGNORECASE
)


class Around:
    """Finds the sentence around a figure."""

    def __init__(self, rows: Iterable[SentenceRow]) -> None:
        self._rows: dict[str, list[SentenceRow]] = {}
        for row in rows:
            self._rows.setdefault(row.article, []).append(row)

    def sentence(self, row: FigureRow | Evidence) -> SentenceRow:
        """The sentence that a place stands in."""
        rows = self._rows.get(row.article, [])
        at = bisect_right(rows, row.start, key=lambda sentence: sentence.start) - 1
        return rows[at] if at >= 0 else SentenceRow(row.article, 0, row.start, row.start, "")

    def quantity(self, row: FigureRow) -> Quantity:
        """What a figure counts."""
        sentence = self.sentence(row)
        start, end = row.start - sentence.start, row.end - sentence.start
        return quantity(row.of, row.unit, sentence.words, start, end, row.deed)

    def words(self, row: FigureRow) -> str:
        """The words of a figure."""
        sentence = self.sentence(row)
        return sentence.words[row.start - sentence.start : row.end - sentence.start]

    def evidence(self, row: FigureRow) -> Evidence:
        """A figure's words at their place."""
        return Evidence(row.article, row.start, row.end, self.words(row))


class _Placed(Protocol):
    @property
    def article(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Places:
    """The places that figures are told of."""

    def __init__(self, view: View, articles: Collection[str]) -> None:
        self._view = view
        self._named: dict[str, list[MentionRow]] = {}
        self._bodies: dict[str, list[MentionRow]] = {}
        for row in view.mentioned(articles) if articles else ():
            if row.form is MentionForm.NAME and row.key.startswith(("place:", "state:")):
                self._named.setdefault(row.article, []).append(row)
            elif row.form is MentionForm.NAME and row.key.startswith(("body:", "name:")):
                self._bodies.setdefault(row.article, []).append(row)
        keys = {row.key for rows in self._named.values() for row in rows}
        self._names = naming(view, view.names(keys)) if keys else None

    def key(self, row: FigureRow, around: Around) -> str:
        """The key of the place that a figure is told of; "" where its sentence names none."""
        named = self._named.get(row.article, [])
        if not named:
            return ""
        sentence = around.sentence(row)
        first = bisect_left(named, sentence.start, key=lambda place: place.start)
        near: list[tuple[int, str]] = []
        for place in named[first:]:
            if place.start >= sentence.end:
                break
            gap = place.start - row.end if place.start >= row.end else row.start - place.end
            if 0 <= gap <= _FAR and _IN.search(sentence.words[: place.start - sentence.start][-_FAR:]):
                near.append((gap, place.key))
        return min(near)[1] if near else ""

    def within(self, sentence: _Placed) -> frozenset[str]:
        """The keys of all places that a stretch of an article names."""
        return _within(self._named, sentence)

    def bodies(self, sentence: _Placed) -> frozenset[str]:
        """The keys of all bodies, and of others that no table knows, that a stretch of an article names."""
        return _within(self._bodies, sentence)

    def name(self, key: str) -> str:
        """What people call a place."""
        return self._names.name(key) if key and self._names else ""


def _within(named: Mapping[str, Sequence[MentionRow]], stretch: _Placed) -> frozenset[str]:
    own = named.get(stretch.article, [])
    first = bisect_left(own, stretch.start, key=lambda row: row.start)
    last = bisect_left(own, stretch.end, key=lambda row: row.start)
    return frozenset(row.key for row in own[first:last])


def sources(view: View, rows: Sequence[FigureRow]) -> dict[str, str]:
    """The names of those whose figures some are, by the figure's id; none for those that only an outlet gives."""
    speakers = view.speakers({row.statement for row in rows if row.statement})
    if not speakers:
        return {}
    who = naming(view, view.names(set(speakers.values())))
    names = {key: who.name(key) for key in speakers.values()}
    described = {told for told, key in speakers.items() if who.key(key) not in who.names}
    for one in sorted(view.statements(ids=described), key=lambda one: one.id) if described else ():
        words = " ".join(one.source.evidence.words.split()) if one.source else ""
        if words.casefold() == names[speakers[one.id]].casefold():  # of a description only the key is kept, folded
            names[speakers[one.id]] = words
    return {row.id: names[speakers[row.statement]] for row in rows if row.statement in speakers}
