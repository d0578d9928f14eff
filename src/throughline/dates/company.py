"""What the company of other days says of a day: markup that states one beside a line that shows another.

In: the kinds that name each day of a page. Out: the same with kinds more, of `KINDS`. Of days that markup states and no
line shows, nine in ten are right where no line shows another, and a third where one at the title does.
"""

from datetime import date

STATED = frozenset(("json-ld published", "meta published", "property published", "time published"))
_FOR_MACHINES = STATED | {"meta date", "address"}
_AT_TITLE = frozenset(("title", "near", "over", "head"))
_LINES = _AT_TITLE | {"top", "opening", "closing", "body", "paragraph", "under", "foot", "comment"}
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
    "shown beside a statement", "in a line beside a statement", "json-ld alone beside a line",
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


def _is_in_line(name: str) -> bool:
    return name.partition(" ")[0] in _LINES and not name.endswith(" visit")


def _is_at_title(name: str) -> bool:
    return name.partition(" ")[0] in _AT_TITLE and not name.endswith((" changed", " visit"))


def _sort(name: str) -> str | None:
    first = name.partition(" ")[0]
    return None if first in _NO_SORT or name.endswith(" changed") else _SORTS.get(first, "line")
