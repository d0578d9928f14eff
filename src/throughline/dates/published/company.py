"""What the company of other days says of a day: of those that markup states, and of those in lines nearby.

In: the kinds that name each day of a page, and where lines name it. Out: the same with kinds more, of `KINDS`. Of
days that markup states and no line shows, nine in ten are right where no line shows another, and a third where one at
the title does; where days stand close together, they are those of a list.
"""

from datetime import date

STATED = frozenset(("json-ld published", "meta published", "property published", "time published"))
_FOR_MACHINES = STATED | {"meta date", "address"}
# Places and labels of lines, the one that says most first: of the lines that name a day only that one counts.
_PLACES = (
    *("near", "over", "head", "title", "top", "paragraph", "under", "body", "opening", "closing", "foot", "comment"),
)
_LABELS = ("published", "bare", "weekday", "within", "other", "changed", "visit")
_RANKS = {f"{place} {label}": (at, by) for at, place in enumerate(_PLACES) for by, label in enumerate(_LABELS)}
_AT_TITLE = frozenset(("title", "near", "over", "head"))
_NEAR = 600  # characters around a line: three or four entries of a list
# What says it: several of one sort agree less than one each of several.
_SORTS = {
    "json-ld": "json-ld", "meta": "meta", "property": "property", "time": "time", "class": "class",
    "script": "script", "scripts": "script", "address": "address",
}  # fmt: skip
_NO_SORT = frozenset(("within", "latest", "earliest", "after"))
_MOST_SORTS = 4
_WAYS = tuple(f"said in {number} ways" for number in range(1, _MOST_SORTS + 1))
KINDS = frozenset((
    *_WAYS, "stated and shown", "stated, none shown", "stated beside a title line", "stated beside a line",
    "shown beside a statement", "in a line beside a statement", "json-ld alone beside a line", "in more lines",
    "no day near it", "a day near it", "days near it", "stated, the only day",
))  # fmt: skip
_BESIDE = frozenset(("stated beside a title line", "stated beside a line"))


def add(kinds: dict[date, set[str]]) -> None:
    """Say of each day what company it is in."""
    is_stated = {day: bool(own & _FOR_MACHINES) for day, own in kinds.items()}
    shown = {day: any(_is_in_line(name) for name in own) for day, own in kinds.items()}
    titled = {day: any(_is_at_title(name) for name in own) for day, own in kinds.items()}
    sums = sum(is_stated.values()), sum(shown.values()), sum(titled.values())
    for day, own in kinds.items():
        stated, lines, at_title = is_stated[day], shown[day], titled[day]
        others = (sums[0] - stated, sums[1] - lines, sums[2] - at_title)
        sorts = {_sort(name) for name in own}
        own.add(_WAYS[min(max(len(sorts - {None}), 1), _MOST_SORTS) - 1])
        company = _company(others, stated=stated, lines=lines, at_title=at_title)
        if company:
            own.add(company)
        if company == "stated, none shown" and len(kinds) == 1:
            own.add("stated, the only day")
        if company in _BESIDE and own & _FOR_MACHINES == {"json-ld published"}:
            own.add("json-ld alone beside a line")


def _company(others: tuple[int, int, int], *, stated: bool, lines: bool, at_title: bool) -> str | None:
    other_stated, other_lines, other_titled = others
    if stated and not lines:
        if not other_lines:
            return "stated, none shown"
        return "stated beside a title line" if other_titled else "stated beside a line"
    if stated and at_title:
        return "stated and shown"
    if at_title and other_stated:
        return "shown beside a statement"
    return "in a line beside a statement" if lines and other_stated and not stated else None


def best_line(names: set[str]) -> set[str]:
    """Leave of the lines that name a day the one that says most: they are rarely written apart from each other.

    >>> sorted(best_line({"near bare", "foot bare", "foot bare later", "meta published"}))
    ['in more lines', 'meta published', 'near bare']
    """
    lines = sorted((_RANKS[name], name) for name in names if name in _RANKS)
    if len(lines) < 2:
        return names
    fallen = {name for _, name in lines[1:]}
    left = {name for name in names if name.removesuffix(" later") not in fallen}
    return left | {"in more lines"}


def near(spots: dict[date, list[tuple[int, int]]], day: date, spot: tuple[int, int]) -> str:
    """Say how many other days stand near the characters `spot` of a line."""
    start, end = spot
    others = sum(
        any(first - end < _NEAR and start - last < _NEAR for first, last in places)
        for other, places in spots.items()
        if other != day
    )
    return ("no day near it", "a day near it", "days near it")[min(others, 2)]


def rank(name: str) -> tuple[int, int]:
    """Order the kinds of lines, the one that says most first."""
    return _RANKS.get(name, (len(_PLACES), len(_LABELS)))


def _is_in_line(name: str) -> bool:
    return name in _RANKS and not name.endswith(" visit")


def _is_at_title(name: str) -> bool:
    return name.partition(" ")[0] in _AT_TITLE and not name.endswith((" changed", " visit"))


def _sort(name: str) -> str | None:
    first = name.partition(" ")[0]
    return None if first in _NO_SORT or name.endswith(" changed") else _SORTS.get(first, "line")
