"""What a step chart says in words: whose shape is whose, what a mark means, what differs.

In: a `Course` and its parts. Out: words and the paths of shapes. Invariant: no shape says what no words say.
"""

from dataclasses import dataclass

from throughline.export.course import SHAPES, Clash, Course, Mark
from throughline.export.values import tame
from throughline.export.wording import amount, count, days, known

# One path a shape, about the middle, in the order of sources: all of about one area.
SHAPE_PATHS = (
    "M-4.6 0a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0-9.2 0z",
    "M-4.1-4.1h8.2v8.2h-8.2z",
    "M0-5.4L5.4 4.2H-5.4z",
    "M0-5.8L5.8 0 0 5.8-5.8 0z",
    "M0 5.4L5.4-4.2H-5.4z",
    "M-5.4 0L-2.7-4.7H2.7L5.4 0 2.7 4.7H-2.7z",
    "M-2.6 0a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0z",
)
_SHAPE_NAMES = ("circle", "square", "triangle", "diamond", "triangle on its tip", "hexagon", "small dot")


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the legend: whose figures have which shape."""

    path: str
    shape: str
    words: str


def differing(clash: Clash) -> str:
    """What differs, in words: each number with all who give it."""
    given: dict[str, dict[str, None]] = {}
    for mark in clash.marks:
        given.setdefault(amount(mark.point), {})[mark.source] = None
    sides = "; ".join(f"{number} by {_listed(tuple(names))}" for number, names in given.items())
    day = clash.first.isoformat() if clash.first == clash.last else f"{clash.first} to {clash.last}"
    return f"{day}: figures differ, {sides}"


def _listed(names: tuple[str, ...], most: int = 3) -> str:
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


def keys(course: Course) -> list[Key]:
    """Whose figures have which shape; those after the first share one."""
    found = [
        Key(SHAPE_PATHS[number], _SHAPE_NAMES[number], f"{tame(name)} ({times})")
        for number, (name, times) in enumerate(course.sources[:SHAPES])
    ]
    others = course.sources[SHAPES:]
    if others:
        times = sum(number for _, number in others)
        found.append(Key(SHAPE_PATHS[SHAPES], _SHAPE_NAMES[SHAPES], f"{count(len(others), 'other source')} ({times})"))
    return found


def told(mark: Mark) -> str:
    """Whose figure a mark is, of when, and since when it is known."""
    point = mark.point
    day = "day not told" if mark.is_reported else days(point.when)
    spread = f", {count(point.reports, 'report')}, {count(point.origins, 'independent origin')}"
    return f"{mark.source}, {day}{spread * (point.reports > 1)}, {known(point.known)}"
