"""Code points to tokens."""

from bisect import bisect_left, bisect_right

from throughline.model import Parse


class Places:
    """Where the tokens of a parse stand."""

    def __init__(self, parse: Parse) -> None:
        self._starts = [token.start for token in parse.tokens]
        self._ends = [token.end for token in parse.tokens]

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of the tokens that a stretch of text touches."""
        return bisect_right(self._ends, start), bisect_left(self._starts, end)
