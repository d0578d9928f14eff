"""What a reader learned between two days.

In: two views of one story, the earlier and the later. Out: a `Diff`. Because nothing looks ahead, all that the earlier
view knows the later one knows under the same ids; what is left over is what was learned.
"""

from throughline.chronicle.actors import naming
from throughline.chronicle.entries import entry, order
from throughline.chronicle.grouping import grouped
from throughline.chronicle.happenings import Reading, history, reading
from throughline.chronicle.said import sayings
from throughline.chronicle.series import figures
from throughline.ledger.view import View
from throughline.model import Diff, News, Point, Saying, Series


def diff(earlier: View, later: View) -> Diff:
    """New happenings, new turns of older ones, new figures and statements that `later` knows and `earlier` does not."""
    before, after = reading(earlier), reading(later)
    old = {group.anchor.id: group for group in grouped(before.told)}
    fresh, turned = [], []
    for group in grouped(after.told):
        known = old.get(group.anchor.id)
        if known is None:
            fresh.append(entry(after, group))
        elif turns := history(group.tellings)[len(history(known.tellings)) :]:
            turned.append(News(entry(after, group), turns))
    return Diff(
        earlier.as_of,
        later.as_of,
        tuple(article for article in after.origins.heads if article not in before.origins.heads),
        tuple(sorted(fresh, key=lambda new: order(new.happening))),
        tuple(sorted(turned, key=lambda news: order(news.entry.happening))),
        _new_points(earlier, later),
        _new_sayings(before, after),
    )


def _new_points(earlier: View, later: View) -> tuple[tuple[Series, Point], ...]:
    had = {(series.id, point.figure) for series in figures(earlier) for point in series.points}
    return tuple((s, point) for s in figures(later) for point in s.points if (s.id, point.figure) not in had)


def _new_sayings(before: Reading, after: Reading) -> tuple[Saying, ...]:
    """Sayings of new articles that are no print of an old one."""
    new = [row for row in after.view.statement_rows() if row.article not in before.origins.heads]
    kept = [row for row in new if after.origins.roots.get(row.article, row.article) not in before.origins.heads]
    names = after.view.names({row.speaker for row in kept if row.speaker})
    return sayings(after.view, kept, (names, naming(names)), after.origins)
