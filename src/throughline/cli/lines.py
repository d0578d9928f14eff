"""How output looks to people: lines of styled pieces, and grids of cells.

In: `Line` and `Grid` records made by `people`. Out: text on stdout: styled and wrapped on a terminal, plain and wide,
never cut, in a pipe. Invariant: nothing that a page wrote reaches a terminal as a control sequence.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

import click

from throughline.export.values import CONTROL, tame

if TYPE_CHECKING:
    from rich.table import Table

_STYLES = {"": "", "bold": "bold", "dim": "dim", "good": "green", "open": "yellow", "bad": "red"}


class Piece(NamedTuple):
    """Words with a style: "" (plain), "bold", "dim", "good", "open", "bad"."""

    words: str
    style: str = ""


class Line(NamedTuple):
    """Pieces on one line, indented."""

    pieces: tuple[Piece, ...]
    indent: int = 0


class Grid(NamedTuple):
    """A table: column names (a number's column starts with ">") and rows of cells."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def line(*pieces: Piece | str, indent: int = 0) -> Line:
    """Make a line of pieces; text is a plain piece."""
    return Line(tuple(Piece(piece) if isinstance(piece, str) else piece for piece in pieces), indent)


def put(blocks: Iterable[Line | Grid]) -> None:
    """Print lines and grids on stdout."""
    if sys.stdout.isatty():
        _put_styled(blocks)
        return
    for block in blocks:
        for text in _plain_grid(block) if isinstance(block, Grid) else [_plain(block)]:
            click.echo(text)


def _plain(block: Line) -> str:
    return (" " * block.indent + "".join(_inner(piece.words) for piece in block.pieces)).rstrip()


def _plain_grid(grid: Grid) -> Iterator[str]:
    rows = [tuple(name.removeprefix(">") for name in grid.columns), *(tuple(map(tame, row)) for row in grid.rows)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(grid.columns))]
    for row in rows:
        cells = (
            cell.rjust(width) if name.startswith(">") else cell.ljust(width)
            for name, cell, width in zip(grid.columns, row, widths, strict=True)
        )
        yield "  ".join(cells).rstrip()


def _put_styled(blocks: Iterable[Line | Grid]) -> None:
    # Imported here: a script that reads a pipe must not wait for what only a terminal shows.
    from rich.console import Console  # noqa: PLC0415
    from rich.padding import Padding  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False, markup=False, emoji=False)
    for block in blocks:
        if isinstance(block, Grid):
            console.print(_rich_grid(block))
            continue
        if not block.pieces:
            console.print()
            continue
        text = Text.assemble(*((_inner(piece.words), _STYLES[piece.style]) for piece in block.pieces))
        console.print(Padding(text, (0, 0, 0, block.indent), expand=False))


def _rich_grid(grid: Grid) -> "Table":
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - as above
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in grid.columns:
        is_number = name.startswith(">")
        justify: Literal["left", "right"] = "right" if is_number else "left"
        table.add_column(name.removeprefix(">"), justify=justify, overflow="fold", no_wrap=is_number or name == "id")
    for row in grid.rows:
        table.add_row(*(Text(tame(cell)) for cell in row))
    return table


def _inner(words: str) -> str:
    """Clean words that keep the white space at their ends, which parts them from their neighbours."""
    return CONTROL.sub("", re.sub(r"\s", " ", words))
