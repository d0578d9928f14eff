"""A story of hand-made pieces, written and opened."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from tests.unit.chronicle.pieces import Piece, write
from throughline.ledger import open_view
from throughline.ledger.view import View


@pytest.fixture
def look(tmp_path: Path) -> Iterator[Callable[..., View]]:
    """Write pieces to a new story and open it, as of a day if one is given."""
    opened: list[View] = []

    def make(pieces: Sequence[Piece], as_of: date | None = None) -> View:
        path = tmp_path / f"{len(opened)}.story"
        write(path, pieces)
        opened.append(open_view(path, as_of))
        return opened[-1]

    yield make
    for view in opened:
        view.close()
