"""A state of play in words: what every page of it says, in which order, under which headings.

In: a `State` or its lines. Out: text on one line, and lines by heading. Invariant: a listing, a page in the browser and
a report word the same line alike.
"""

from collections.abc import Mapping, Sequence

from throughline.export.values import tame
from throughline.export.wording import called, count, days
from throughline.ledger.rows import Head
from throughline.model import Deadline, Doubt, Figure, Point, Position, Series, Standing, State, Status

LATELY, DUE, SETTLED = "Lately", "Due", "What became of what was due"
STANDS, DISPUTED, COUNTED = "Who stands where", "Disputed", "Latest figures"
UNTOLD = "Its day passed; no report was found that says whether"
_STATUSES = {Status.ONGOING: "Under way", Status.PLANNED: "Planned", Status.REQUESTED: "Asked for"}
HEADINGS = (LATELY, *_STATUSES.values(), DUE, SETTLED, STANDS, DISPUTED, COUNTED, UNTOLD)  # in the order of the page


def opening(found: State) -> tuple[str, str]:
    """As of when the page is, and what it rests on; the second is empty where no report is known."""
    if found.news is None or not found.reports:
        return f"No report is known for certain{f' by {found.as_of}' if found.as_of else ''}.", ""
    by = f" by {count(found.outlets, 'outlet')}" if found.outlets else ""
    as_of = f"As of {found.as_of}" if found.as_of else "As of the latest report"
    return as_of, f"{count(found.reports, 'report')}{by}, the latest of {days(found.news)}"


def sections(found: State) -> tuple[tuple[str, tuple[Standing, ...]], ...]:
    """Lines under their headings: what happened lately, and what stands; headings without lines are left out."""
    stands = (
        (title, tuple(one for one in found.standing if one.entry.happening.status is status))
        for status, title in _STATUSES.items()
    )
    return tuple((title, lines) for title, lines in ((LATELY, found.happened), *stands) if lines)


def due_sections(found: State) -> tuple[tuple[str, tuple[Deadline, ...]], ...]:
    """Deadlines under their headings."""
    parts = ((DUE, found.deadlines), (SETTLED, found.settled))
    return tuple((title, lines) for title, lines in parts if lines)


def told_last(one: Standing, heads: Mapping[str, Head]) -> str:
    """Who tells a line, in how many reports, the last of which days."""
    happening = one.entry.happening
    head = heads[happening.headline.article]
    outlets = one.entry.outlets or ((called(head),) if head.title else ())
    return f"{_reports(outlets, happening.reports)}, last told {days(one.told)}".removeprefix(", ")


def _reports(outlets: Sequence[str], reports: int) -> str:
    names = ", ".join(outlets[:3]) + (f" and {len(outlets) - 3} more" if len(outlets) > 3 else "")
    return f"{names}, {count(reports, 'report')}" if reports > 1 and names else names


def became(one: Deadline) -> str:
    """What the account says of what was due; empty for what is simply open."""
    if one.outcome == "open" and "condition" not in one.account:
        return ""
    return f"{one.account}{':' if one.told else ''}"


def changed(one: Position) -> str:
    """That somebody said otherwise before."""
    return "changed: said otherwise before" if one.has_changed else ""


def counted(series: Series) -> str:
    """What a series counts."""
    return tame(f"{series.of or '(uncounted)'} {series.unit}".strip())


def point_of(series: Series, figure: Figure) -> Point | None:
    """The point of a series that a figure gives."""
    return next((point for point in series.points if point.figure == figure.id), None)


def perhaps(found: State) -> str:
    """How many pages may have been known by the day, and what was done with them; empty where there are none."""
    number = len(found.perhaps)
    if not number:
        return ""
    counted = ("is" if number == 1 else "are") + (" counted in" if found.is_maybe else " left out")
    return f"{count(number, 'page')} may or may not have been known by then, and {counted}"


def doubtful(one: Doubt) -> str:
    """A page that may have been known: its title, and the days that it may be of."""
    guess = f", perhaps {days(one.guess)}" if one.guess else ""
    return f"“{tame(one.title)}”, of {days(one.when)}{guess}"
