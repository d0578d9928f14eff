"""What an article tells that other articles may tell too: by it pages of one story are dated by each other."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from throughline.model.evidence import Evidence


class TraceKind(StrEnum):
    """What a trace is.

    A deed that befalls a person once; a sentence that names one day, word for word; words that were quoted; the newest
    day of the row of weekdays that the article tells of.
    """

    DEED = "deed"
    SENTENCE = "sentence"
    QUOTE = "quote"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Trace:
    """Something told that another page may tell too, and the words that give its day.

    `key` is what traces find each other by (of a row: the weekday, Monday is 0); `evidence` the sentence, or the
    quoted words. `name` is whom a deed befell, folded, or the names of those who passed a quotation on, parted by "; ".
    `time` is the expression that its day is read from, None where none is given; the day lies `shift` days from it
    ("on Saturday, a day after": -1); of a row, that is how far before its newest day the page may be.
    """

    kind: TraceKind
    key: int
    evidence: Evidence
    name: str = ""
    time: Evidence | None = None
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Sure:
    """A page that is sure of its own day, as other pages are dated by it.

    `name` is what to call it before people; `published` its day, `known` since when it is known; `origin` whom it
    credits.
    """

    article: str
    name: str
    published: date
    known: date
    outlet: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A trace on a sure page, and the day that the trace has there, if any."""

    page: Sure
    trace: Trace
    day: date | None
