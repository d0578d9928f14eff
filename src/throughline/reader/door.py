"""Which reader reads: ours, or one that the user names.

In: an article, and a reader's name: "throughline", or "spacy:" and the name of a spaCy pipeline. Out: a `Parse`. Names
are plain text, so that another process can be told one.
"""

from throughline.errors import ReaderError
from throughline.model import Article, Parse
from throughline.reader import graph, spacy_door, trained

OURS = "throughline"
_SPACY = "spacy:"


def read(article: Article, by: str = OURS) -> Parse:
    """Read an article's readable blocks.

    Raises:
        ReaderError: there is no such reader, or it is not installed as it should be.
    """
    if by == OURS:
        return trained.read(article)
    return spacy_door.read(article, _pipeline(by))


def check(by: str = OURS) -> None:
    """Load a reader, so that what is wrong with it is known before the first page.

    Raises:
        ReaderError: see `read`.
    """
    if by == OURS:
        graph.load()
    else:
        spacy_door.load(_pipeline(by))


def _pipeline(by: str) -> str:
    name = by.removeprefix(_SPACY)
    if name == by or not name:
        raise ReaderError(f"there is no reader {by!r}: say {OURS}, or {_SPACY} and a pipeline, {_SPACY}en_core_web_sm")
    return name
