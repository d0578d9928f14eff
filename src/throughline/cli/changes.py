"""How versions of an article look to people: the days of each, then its changed paragraphs with signs in the margin.

In: `Version`s, those of one article together. Out: lines, and rows for a table. Invariant: what was dropped or added is
told by signs ("-", "+", "[-dropped-]", "{+added+}"), and by colour only beside them.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from throughline.cli.lines import Line, Piece, line
from throughline.export.values import Scalar, tame
from throughline.export.wording import days, known, short
from throughline.model import Change, Edit, Evidence, Version

_AROUND = 60  # characters shown of words that stayed, on either side of those that did not
_MARKS = {"-": ("[-", "-]", "bad"), "+": ("{+", "+}", "good")}


def versions(found: Sequence[Version]) -> Iterator[Line]:
    """Versions in order, each with what it changed."""
    for family in _families(found):
        yield line(Piece(tame(family[0].address or family[0].title or family[0].article), "bold"))
        for number, version in enumerate(family, start=1):
            yield from _version(version, f"version {number} of {len(family)}")
        yield line()


def rows(found: Iterable[Version]) -> Iterator[dict[str, Scalar]]:
    """One row a change; one without a change for a version that changed nothing, or is the first."""
    for version in found:
        head: dict[str, Scalar] = {
            "article": version.article,
            "address": version.address,
            "title": version.title,
            "known": version.known.isoformat() if version.known else None,
            "captured": version.captured.isoformat() if version.captured else None,
            "earlier": version.earlier,
            "title_before": version.title_before,
        }
        for change in version.changes or (None,):
            before, after = (change.before, change.after) if change else (None, None)
            yield head | {"before": before and before.words, "after": after and after.words}


def _families(found: Iterable[Version]) -> Iterator[list[Version]]:
    families = 0

    def family(version: Version) -> int:
        nonlocal families
        families += version.earlier is None
        return families

    return (list(one) for _, one in groupby(found, key=family))


def _version(version: Version, number: str) -> Iterator[Line]:
    captured = f", captured {version.captured}" if version.captured else ""
    yield line(
        Piece(number, "bold"),
        f", {known(version.known)}{captured}, published {days(version.published)}",
        Piece(f"  {short(version.article)}", "dim"),
        indent=2,
    )
    for note in version.notes:
        yield line(f"{note.kind}: {tame(note.evidence.words)}", indent=4)
    if version.title_before is not None:
        yield line("title: ", *_marked((Edit("-", version.title_before), Edit("+", version.title or ""))), indent=4)
    elif version.earlier is None:
        yield line(f"title: {tame(version.title or '')}", indent=4)
    if version.earlier is not None and not version.changes and version.title_before is None:
        yield line("the same text", indent=4)
    for change in version.changes:
        yield _change(change)
    for sign, figures, style in (("+", version.gained, "good"), ("-", version.lost, "bad")):
        if figures:
            yield line(Piece(f"{sign} figures: {_listed(figures)}", style), indent=4)


def _listed(figures: Iterable[Evidence]) -> str:
    return ", ".join(tame(one.words) for one in figures)


def _change(change: Change) -> Line:
    """A paragraph: "+" where it is new, "-" where it was dropped, "~" where words of it changed."""
    sign = "~" if change.before and change.after else "+" if change.after else "-"
    style = {"+": "good", "-": "bad"}.get(sign, "")
    if style:
        return line(Piece(f"{sign} {tame(''.join(edit.words for edit in change.edits))}", style), indent=4)
    return line("~ ", *_marked(change.edits), indent=4)


def _marked(edits: Sequence[Edit]) -> Iterator[Piece]:
    for number, edit in enumerate(edits):
        words = tame(edit.words)
        if edit.sign == "=":
            yield Piece(_shortened(edit.words, is_first=number == 0, is_last=number == len(edits) - 1))
        elif words:
            opens, closes, style = _MARKS[edit.sign]
            yield Piece(f"{opens}{words}{closes}", style)
            is_last_of_pair = number + 1 == len(edits) or edits[number + 1].sign == "="
            yield Piece(" " if is_last_of_pair and edit.words[-1:].isspace() else "")


def _shortened(words: str, *, is_first: bool, is_last: bool) -> str:
    """Words that stayed, but for the middle of many of them."""
    if len(words) <= 3 * _AROUND:
        return words
    before = "" if is_first else words[:_AROUND].rsplit(" ", 1)[0] + " "
    after = "" if is_last else " " + words[-_AROUND:].split(" ", 1)[-1]
    return f"{before}…{after}"
