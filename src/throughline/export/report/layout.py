"""What a report is made of, whatever it is written in.

Invariant: every quotation has a footnote with the words, where they stand, and who printed them when; all text is as
pages and people wrote it, on one line, and escaped by whoever writes it.
"""

from dataclasses import dataclass
from datetime import date

from throughline.export.report.chart import Chart
from throughline.ledger.rows import Head
from throughline.model import Evidence, Ruling


@dataclass(frozen=True, slots=True)
class Cite:
    """A reference to a footnote. `nth` counts the references to that one, so that it can lead back to each."""

    number: int
    nth: int


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: words of a page, what stands around them, and how often the report refers to it.

    `source` is the number of the page in the list of sources.
    """

    number: int
    words: Evidence
    before: str
    after: str
    source: int
    head: Head
    times: int


@dataclass(frozen=True, slots=True)
class Aside:
    """A line below an item: what it was before, what hangs on it, what a side says. `words` is quoted, or empty."""

    text: str
    words: str = ""
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a report. `label` stands before it: its days, its name; `status` is in words, never left out.

    `words` is the sentence, quoted; `told` says who told it; `id` is what `throughline why` takes.
    """

    label: str
    words: str
    status: str = ""
    tone: str = ""
    told: str = ""
    id: str = ""
    cites: tuple[Cite, ...] = ()
    asides: tuple[Aside, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Items under a heading, and a drawing of them, if they are figures over time."""

    title: str
    items: tuple[Item, ...]
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A page in the list of sources. `quoted` are the footnotes that quote it; `remark` says whose copy it is."""

    number: int
    head: Head
    quoted: tuple[int, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's ruling on something that the report shows, with words for what it is about."""

    ruling: Ruling
    about: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report: what it is of, as of when, its sections, its footnotes, how it was made, and its sources."""

    kind: str
    title: str
    as_of: date | None
    summary: str
    caution: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    method: tuple[str, ...]
    decisions: tuple[Decision, ...]
    sources: tuple[Listed, ...]
