"""Where something is written: half-open code points of an article's text, and the words there."""

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of code points, `text[start:end]`."""

    start: int
    end: int


class Evidence(NamedTuple):
    """A place in an article and the words there. Law 1: `article.text[start:end] == words`, always."""

    article: str
    start: int
    end: int
    words: str

    @property
    def span(self) -> Span:
        """The place without the words."""
        return Span(self.start, self.end)
