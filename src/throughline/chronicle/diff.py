"""What a reader learned between two days.

In: two views of one story, the earlier and the later. Out: a `Diff`. Because nothing looks ahead, all that the earlier
view knows the later one knows under the same ids; so the later one is read, and what rests on articles that the earlier
view has not got is what was learned.
"""

from collections.abc import Collection

from throughline.chronicle.actors import naming
from throughline.chronicle.entries import entry, order
from throughline.chronicle.happenings import Reading, history, lines, reading
from throughline.chronicle.origins import Origins
from throughline.chronicle.said import sayings
from throughline.chronicle.series import figures
from throughline.ledger.rows import StatementRow
from throughline.ledger.view import View
from throughline.model import Diff, News, Saying


def diff(earlier: View, later: View) -> Diff:
    """New happenings, new turns of older ones, new figures and statements that `later` knows and `earlier` does not."""
    had, after = earlier.heads(), reading(later)
    fresh, turned = [], []
    for group in lines(after):
        if group.anchor.article not in had:
            fresh.append(entry(after, group))
            continue
        known = [telling for telling in group.tellings if telling.article in had]
        if turns := history(group.tellings)[len(history(known)) :]:
            turned.append(News(entry(after, group), turns))
    points = ((series, point) for series in figures(later) for point in series.points)
    return Diff(
        earlier.as_of,
        later.as_of,
        tuple(article for article in after.origins.heads if article not in had),
        tuple(sorted(fresh, key=lambda new: order(new.happening))),
        tuple(sorted(turned, key=lambda news: order(news.entry.happening))),
        tuple((series, point) for series, point in points if point.evidence and point.evidence.article not in had),
        _new_sayings(had, after),
    )


def _new_sayings(had: Collection[str], after: Reading) -> tuple[Saying, ...]:
    """Sayings of new articles that are no print of an old one; of a new version of one, what that did not say."""
    rows = after.view.statement_rows()
    old = {row.print for row in rows if row.article in had}
    kept = [row for row in rows if row.article not in had and not _is_had(row, had, old, after.origins)]
    names = after.view.names({row.speaker for row in kept if row.speaker})
    return sayings(after.view, kept, (names, naming(after.view, names)), after.origins)


def _is_had(row: StatementRow, had: Collection[str], old: Collection[int], traced: Origins) -> bool:
    """Whether an old article that this one is a copy or a version of says it already."""
    return traced.roots.get(row.article, row.article) in had and (traced.is_copy(row.article) or row.print in old)
