"""What contradicts what, side by side, without a verdict.

In: a view. Out: `Dispute`s of four kinds: *figure* (numbers of one quantity about the same time that can't both be so),
*status* (one says it happened, another that it did not), *date* (one deed, two days) and *stance* (what one wants or
expects and another rules out). A speaker's or a voice's own change of mind is history, not dispute, unless it speaks
for another.
"""

from collections.abc import Collection

from throughline.chronicle.disputes.counts import of_figures
from throughline.chronicle.disputes.days import of_date
from throughline.chronicle.disputes.denials import of_status
from throughline.chronicle.disputes.stances import of_stances
from throughline.chronicle.happenings import Reading, reading
from throughline.ledger.view import View
from throughline.model import Dispute, Relation


def disputes(view: View) -> tuple[Dispute, ...]:
    """Figures, dates, statuses and stances that contradict, side by side; in order of since when both are known."""
    return disputes_of(reading(view))


def disputes_of(read: Reading, articles: Collection[str] | None = None) -> tuple[Dispute, ...]:
    """Those of a gathered view; with `articles`, what words can tell at once: stances among these, and no figures.

    To read the grammar of articles takes longest, and then to put all figures of a story into series.
    """
    view = read.view
    found = [*of_stances(read, articles), *of_status(read), *of_date(read)]
    found += of_figures(read) if articles is None else ()
    unique = {_places(dispute): dispute for dispute in reversed(found)}
    rejected = view.decided().rejected
    return tuple(sorted((one for one in unique.values() if one.id not in rejected), key=_order))


def _places(dispute: Dispute) -> frozenset[tuple[str, int]]:
    """Where the sides stand: two that stand in the same two places are one, however they were found."""
    return frozenset((side.evidence.article, side.evidence.start) for side in dispute.sides)


def _order(dispute: Dispute) -> tuple[bool, str, str]:
    known = [side.known for side in dispute.sides if side.known]
    return (not known, max(known).isoformat() if known else "", dispute.id)


def links(view: View) -> tuple[tuple[str, str], ...]:
    """Pairs that a link or a ruling says contradict each other."""
    return tuple((link.left, link.right) for link in view.links(Relation.CONTRADICTS))
