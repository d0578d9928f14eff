"""What the ledger takes in at once: one page and everything that was read from it.

In: the records that the stages made. Out: a `Reading`, or EvidenceError when its words are not in its article.
Law 1 and law 7 are proved here for every record before it is kept: the words are at their place, and no finding
touches a block that may not be read.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from throughline.errors import EvidenceError
from throughline.ledger.rows import Alike
from throughline.model import (
    Article,
    DateCard,
    Event,
    Evidence,
    Figure,
    Finding,
    Findings,
    Link,
    Mention,
    Page,
    Problem,
    Sketch,
    Span,
    Statement,
    Time,
    Trace,
)

Part = tuple[str, int, Evidence, str | None, str | None]


class Dating(NamedTuple):
    """Where an article's date comes from: `own` is the card of its own page.

    `narrowed` is what other pages of the story make of it, if they do, and `since` the day since when that is known.
    A ruling goes over both, as long as it stands.
    """

    own: DateCard
    narrowed: DateCard | None = None
    since: date | None = None


class Dated(NamedTuple):
    """A telling of an article, with the days of what it tells as ordinals, both included, as `resolve.happenings` has.

    `id` is its event's, or that of a sentence without one (see `Alike`); `start` is where the event's trigger stands,
    or the sentence. `told` is the last day of the article's publication, 0 where it is unknown. `is_named`: words give
    the days; `is_fine`: they are few. `roots` are numbers that words of one root share.
    """

    id: str
    start: int
    is_sentence: bool
    first: int
    last: int
    told: int
    is_named: bool
    is_fine: bool
    roots: tuple[int, ...]


class Near(NamedTuple):
    """A `Dated` telling of another article, which has the key `article` inside the file; its roots left out."""

    id: str
    article: int
    start: int
    is_sentence: bool
    first: int
    last: int
    told: int
    is_named: bool


class Reach(NamedTuple):
    """How far tellings are looked for, in days (see `resolve.happenings.days`).

    What has less than `fine` days is looked up apart from what has more; what has more than `loose`, by the very same
    days only. What is told more than `fresh` days after is compared with what was told by then, or no more than
    `beside` days apart.
    """

    fine: int
    loose: int
    fresh: int
    beside: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A page, the article read from it (None: it could not be read, and `problems` say why), and its findings.

    `passages` are the sentences of the readable blocks, for full text search; `sketch` is what copies are found
    by; `links` join this article to those read before it. `parse` is what a reader saw, packed (`ledger.parses`), by
    which it can be anchored to another day. Where the article's date is not that of its own page, `dating` says where
    it comes from, and `since` is the day since when other pages give it, if they do.
    `traces` are what it tells that other pages may tell too, by which undated pages are dated. `tale` is what it tells
    of happenings, packed, as it was when the page was read; `told` these with the days that its date gives them, and
    `alike` the pairs of them, and of them and others, that are likely of one happening. `claims` is what it claims,
    packed.
    """

    page: Page
    article: Article | None = None
    findings: Findings = field(default_factory=Findings)
    passages: tuple[Span, ...] = ()
    sketch: Sketch | None = None
    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()
    parse: bytes = b""
    dating: Dating | None = None
    since: date | None = None
    traces: tuple[Trace, ...] = ()
    tale: bytes = b""
    claims: bytes = b""
    told: tuple[Dated, ...] = ()
    alike: tuple[Alike, ...] = ()


def parts(finding: Mention | Statement | Event) -> Iterator[Part]:
    """Yield all further evidence of a finding: part, ordinal, evidence, mention id, name."""
    if isinstance(finding, Mention):
        if finding.role:
            yield "role", 0, finding.role, None, None
    elif isinstance(finding, Statement):
        yield from _of_statement(finding)
    else:
        for name, people in (("actor", finding.actor), ("recipient", finding.recipient), ("place", finding.place)):
            for number, participant in enumerate(people):
                yield name, number, participant.evidence, participant.mention, None
        if finding.condition:
            yield "condition", 0, finding.condition, None, None


def _of_statement(statement: Statement) -> Iterator[Part]:
    if statement.source:
        yield "source", 0, statement.source.evidence, statement.source.mention, None
    if statement.cue:
        yield "cue", 0, statement.cue, None, None
    for number, piece in enumerate(statement.content):
        yield "content", number, piece, None, None
    for number, relay in enumerate(statement.chain):
        yield "relay", number, relay.evidence, relay.mention, relay.name


def verify(reading: Reading) -> None:
    """Prove laws 1 and 7 for one reading; EvidenceError names the first record that breaks one."""
    article = reading.article
    if article is None:
        return
    if article.page != reading.page.id:
        raise EvidenceError(f"{article.id} was read from {article.page}, not from {reading.page.id}")
    _verify_blocks(article)
    for evidence in _of_article(article):
        _verify_words(article, evidence, article.id)
    closed = [(b.start, b.end) for b in article.blocks if not b.is_readable]
    starts = [start for start, _ in closed]
    for owner, evidence in _of_findings(reading.findings):
        _verify_words(article, evidence, owner)
        is_credit = article.origin is not None and evidence == article.origin.evidence  # the article's own evidence
        if not is_credit and touches(closed, starts, evidence.start, evidence.end):
            raise EvidenceError(f"{owner} rests on a block that may not be read: {evidence.words[:80]!r}")
    for evidence in _of_traces(reading.traces):
        _verify_words(article, evidence, f"a trace of {article.id}")
    _verify_references(reading.findings)
    for start, end in reading.passages:
        if not 0 <= start < end <= len(article.text) or touches(closed, starts, start, end):
            raise EvidenceError(f"{article.id} has a passage out of place: {start}..{end}")


def touches(closed: Sequence[tuple[int, int]], starts: Sequence[int], start: int, end: int) -> bool:
    """Tell whether a place shares a code point with one of the closed blocks (in order, with their starts)."""
    index = bisect_right(starts, start) - 1
    if index >= 0 and closed[index][1] > start:
        return True
    return index + 1 < len(closed) and starts[index + 1] < end


def _verify_blocks(article: Article) -> None:
    after = 0
    for block in article.blocks:
        if not after <= block.start <= block.end <= len(article.text) or article.text[after : block.start].strip():
            raise EvidenceError(f"{article.id} has a {block.role} block out of place: {block.start}..{block.end}")
        after = block.end
    if article.text[after:].strip():
        raise EvidenceError(f"{article.id} has text after its last block, at {after}")


def _verify_words(article: Article, evidence: Evidence, owner: str) -> None:
    name, start, end, words = evidence
    if name != article.id or not 0 <= start < end or article.text[start:end] != words:
        there = article.text[start:end] if 0 <= start < end else ""
        raise EvidenceError(f"{owner} says {words[:80]!r} at {start}..{end} of {name}; there stands {there[:80]!r}")


def _verify_references(findings: Findings) -> None:
    """Ids are one record's each, and the mentions and statements that findings name are there."""
    records = all_of(findings)
    ids = [record.id for record in records]
    known = set(ids)
    if len(known) < len(ids):
        twice = next(name for name, times in Counter(ids).items() if times > 1)
        raise EvidenceError(f"two findings have the id {twice}")
    for record in records:
        named = [record.statement] if isinstance(record, Figure | Event) else []
        if isinstance(record, Figure):
            named.append(record.event)
        if isinstance(record, Mention | Statement | Event):
            named += [mention for _, _, _, mention, _ in parts(record)]
        missing = [name for name in named if name is not None and name not in known]
        if missing:
            raise EvidenceError(f"{record.id} names {missing[0]}, which was not found in the same article")


def _of_article(article: Article) -> Iterator[Evidence]:
    yield from article.published.evidence
    if article.origin:
        yield article.origin.evidence


def _of_traces(traces: Iterable[Trace]) -> Iterator[Evidence]:
    for trace in traces:
        yield trace.evidence
        if trace.time:
            yield trace.time


def _of_findings(findings: Findings) -> Iterator[tuple[str, Evidence]]:
    for record in all_of(findings):
        yield record.id, record.evidence
        if isinstance(record, Event):
            yield record.id, record.trigger
        if isinstance(record, Figure | Time):
            more = record.of if isinstance(record, Figure) else record.anchor
            if more:
                yield record.id, more
        else:
            for _, _, evidence, _, _ in parts(record):
                yield record.id, evidence


def all_of(findings: Findings) -> list[Finding]:
    """All findings of an article in one list."""
    return [*findings.mentions, *findings.times, *findings.statements, *findings.figures, *findings.events]
