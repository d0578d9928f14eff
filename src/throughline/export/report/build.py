"""A report of records: its parts put together.

In: holdings, what the report is of, and a title. Out: a `Report`. Invariant: what the report quotes is in its
footnotes, and every page that it rests on is in its list of sources.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from throughline.export import wording
from throughline.export.holdings import Holdings
from throughline.export.report.footnotes import Footnotes
from throughline.export.report.layout import Listed, Report, Section
from throughline.export.report.lines import Lines
from throughline.export.report.method import decisions, method, others, remarks
from throughline.export.report.sections import Record, Subject, sections
from throughline.export.values import tame
from throughline.model import Chronicle, Deadline, Dispute, Entry, Position, Saying, Series, State

_RECORD = "record"
_NOUNS: Mapping[type, str] = MappingProxyType(
    {
        Entry: "happening", Saying: "statement", Series: "figure", Deadline: "deadline", Dispute: "dispute",
        Position: "position",
    }
)  # fmt: skip


def build(holdings: Holdings, subject: Subject, title: str = "") -> Report:
    """Put a report together."""
    notes = Footnotes(holdings.heads, holdings.article_of)
    found = sections(subject, Lines(holdings.heads, notes, holdings.tellings))
    sources = notes.sources(remarks(holdings))
    ruled, more = decisions(holdings, notes.shown | {one.head.id for one in sources})
    return Report(
        kind=_kind(subject),
        title=tame(title) or tame(holdings.name) or "A story",
        as_of=holdings.as_of,
        summary=_summary(subject, found, sources),
        caution=wording.quiet(subject) if isinstance(subject, State) else "",
        sections=found,
        notes=notes.notes(sources),
        method=(*method(holdings, sources), *others(more)),
        decisions=ruled,
        sources=sources,
    )


def _kind(subject: Subject) -> str:
    if isinstance(subject, Chronicle):
        return "Chronicle"
    if isinstance(subject, State):
        return "State of play"
    noun = _noun(subject)
    return "From the record" if noun == _RECORD else wording.sentence(f"{noun}s")


def _noun(subject: Sequence[Record]) -> str:
    """What to call the records of a report: all of one kind, or not."""
    kinds = {type(one) for one in subject}
    return _NOUNS.get(kinds.pop(), _RECORD) if len(kinds) == 1 else _RECORD


def _summary(subject: Subject, found: tuple[Section, ...], sources: tuple[Listed, ...]) -> str:
    """What there is, in a line; and that there is nothing, where there is not."""
    if not found:
        return "Nothing is known that this report could hold."
    if isinstance(subject, State):
        by = f" by {wording.count(subject.outlets, 'outlet')}" if subject.outlets else ""
        return f"{wording.count(subject.reports, 'report')}{by}, the latest of {wording.days(subject.news)}"
    number = sum(len(section.items) for section in found)
    outlets = len({one.head.outlet for one in sources if one.head.outlet})
    of = f" of {wording.count(outlets, 'outlet')}" if outlets else ""
    if isinstance(subject, Chronicle):
        records = f"{number:,} dated {'entry' if number == 1 else 'entries'}"
    else:
        records = wording.count(number, _noun(subject))
    return f"{records}, from {wording.count(len(sources), 'page')}{of}"
