"""The steps from a page to what the ledger keeps of it, in their order.

In: a `Page`. Out: a `Reading`, always: a page that can't be read gives its Problem, and a step that breaks (a bug of
ours, never the page's fault) gives a Problem that names it while the steps around it go on.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import partial
from typing import Any, Final, TypeVar

from throughline import reader
from throughline.annotate import events, figures, mentions, statements, times
from throughline.errors import EvidenceError
from throughline.extract.article import Doubted, article, doubted
from throughline.extract.overrides.sites import NOTHING_SAID, Sites
from throughline.extract.pagekind import stub
from throughline.ledger import parses
from throughline.ledger.reading import Reading, verify
from throughline.model import (
    Article,
    DateCard,
    Findings,
    Grain,
    Page,
    Parse,
    Problem,
    Severity,
    Sketch,
    Span,
    Trace,
    When,
    content_id,
)
from throughline.pipeline.claims import claims
from throughline.pipeline.tellings import tellings
from throughline.resolve import copies
from throughline.resolve.dating import traces
from throughline.resolve.happenings import packed, tale

SOME_DAY: Final = DateCard(When(date(2020, 6, 17), date(2020, 6, 17), Grain.DAY))  # any day will do
_SAID: Final = 500  # characters of what an exception says, enough to tell one fault from another
_T = TypeVar("_T")

Finder = Callable[[Article, Parse, Findings], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Steps:
    """A page's way: its article, what a reader sees in it, what the finders find (by the field they fill), its sketch.

    Every finder gets what those before it found.
    """

    article: Callable[[Page], Article | Problem | Doubted]
    parse: Callable[[Article], Parse]
    finders: tuple[tuple[str, Finder], ...]
    sketch: Callable[[Page, Article, Parse], Sketch]


STEPS: Final = Steps(
    article=article,
    parse=reader.read,
    finders=(
        ("mentions", mentions.find),
        ("times", times.find),
        ("statements", statements.find),
        ("events", events.find),
        ("figures", figures.find),  # after the events, which tell what befell the counted
    ),
    sketch=copies.sketch,
)


def steps_by(sites: Sites, steps: Steps = STEPS) -> Steps:
    """Return the steps with what the user says of outlets and sites; they can be sent to another process."""
    return steps if sites == NOTHING_SAID else replace(steps, article=partial(doubted, sites=sites))


def steps_with(reader_name: str | None = None) -> Steps:
    """Return the steps with another reader, once it is loaded.

    Raises:
        ReaderError: there is no such reader, or it is not installed as it should be.
    """
    name = reader_name or reader.OURS
    reader.check(name)
    return STEPS if name == reader.OURS else replace(STEPS, parse=partial(reader.read, by=name))


def read(page: Page, steps: Steps = STEPS) -> Reading:
    """Take a page through all steps."""
    made, problems = _article(page, steps)
    if isinstance(made, Problem):
        return Reading(page, problems=(made,))
    if made is None:
        return Reading(page, problems=problems)
    cut, broken = _try("stub", page, lambda: stub.doubt(page, made))
    problems += broken + ((cut,) if cut else ())
    parse, broken = _try("parse", page, lambda: steps.parse(made))
    if parse is None:
        return Reading(page, made, problems=problems + broken)
    if parse.tokens and not parse.has_grammar:
        problems += (_foreign(page),)
    passages = tuple(Span(sentence.start, sentence.end) for sentence in parse.sentences)
    kept = parses.packed(parse) if parse.has_grammar else b""
    reading = found(Reading(page, made, passages=passages, problems=problems, parse=kept), parse, steps)
    own, broken = _try("traces", page, lambda: _traces(reading, parse, steps))
    told, cracked = _try("tale", page, lambda: _tale(made, parse, reading.findings))
    return placed(replace(reading, traces=own or (), tale=told or b"", problems=reading.problems + broken + cracked))


def _tale(made: Article, parse: Parse, found: Findings) -> bytes:
    """What it tells of happenings, packed; nothing where no judge fits the reader."""
    told = tale.tale(made.id, parse, found)
    return packed.packed(told) if told else b""


def placed(reading: Reading) -> Reading:
    """Give a reading its tellings, on the days that its article's date gives them."""
    told, broken = _try("tellings", reading.page, lambda: tellings(reading))
    return replace(reading, told=told or (), problems=reading.problems + broken)


def _traces(reading: Reading, parse: Parse, steps: Steps) -> tuple[Trace, ...]:
    """What others may tell too. A page without a day is read as if it were of some day, to see what its words give."""
    article, findings = reading.article, reading.findings
    if article is None:
        return ()
    if not article.published.when.is_day:
        findings, _ = _find(reading.page, replace(article, published=SOME_DAY), parse, steps.finders)
    return traces.traces(article, findings, reading.passages)


def found(reading: Reading, parse: Parse, steps: Steps = STEPS) -> Reading:
    """Find what an article says: of a `Reading` with an article and its sentences, make one with findings and a sketch.

    All that hangs on the day of publication is made here, from what a reader saw: so that the same article can be
    anchored to another day.
    """
    page, made = reading.page, reading.article
    if made is None:
        return reading
    findings, problems = _find(page, made, parse, steps.finders)
    sketch, broken = _try("sketch", page, lambda: steps.sketch(page, made, parse))
    problems = reading.problems + problems + broken
    proved = _proved(replace(reading, findings=findings, sketch=sketch, problems=problems))
    claimed, broken = _try("claims", page, lambda: claims(proved, parse))
    return replace(proved, claims=claimed or b"", problems=proved.problems + broken)


def _article(page: Page, steps: Steps) -> tuple[Article | Problem | None, tuple[Problem, ...]]:
    """The page's article, or why there is none, and what else a person should look at."""
    made, problems = _try("article", page, lambda: steps.article(page))
    return (made.article, problems + made.problems) if isinstance(made, Doubted) else (made, problems)


def _find(
    page: Page, made: Article, parse: Parse, finders: Iterable[tuple[str, Finder]]
) -> tuple[Findings, tuple[Problem, ...]]:
    found = Findings()
    problems: tuple[Problem, ...] = ()
    for name, find in finders:
        records, broken = _try(name, page, partial(find, made, parse, found))
        problems += broken
        found = replace(found, **{name: records or ()})
    return found, problems


def _try(step: str, page: Page, work: Callable[[], _T]) -> tuple[_T | None, tuple[Problem, ...]]:
    """Do a step's work; where it breaks, give nothing and say so."""
    try:
        return work(), ()
    except Exception as error:  # noqa: BLE001 - whatever breaks, the run goes on with the next page
        return None, (_broken(step, page, error),)


def _proved(reading: Reading) -> Reading:
    """Give a reading that the ledger will take: without the records that are not in the article's words."""
    try:
        verify(reading)
    except EvidenceError as error:
        problems = (*reading.problems, _broken("evidence", reading.page, error))
    else:
        return reading
    for kept in _lesser(reading):
        try:
            verify(kept)
        except EvidenceError:
            continue
        return replace(kept, problems=problems)
    return Reading(reading.page, problems=problems)


def _lesser(reading: Reading) -> list[Reading]:
    """The same reading without one kind of finding, then without any; no figure names an event that is left out."""
    whole = reading.findings
    kept = [replace(whole, **{field.name: ()}) for field in fields(Findings)]
    kept = [one if one.events else _eventless(one) for one in kept]
    return [replace(reading, findings=one) for one in (*kept, Findings())]


def _eventless(findings: Findings) -> Findings:
    return replace(findings, figures=tuple(replace(figure, event=None) for figure in findings.figures))


def _foreign(page: Page) -> Problem:
    what = "it is not in English: it was kept and can be searched, but nothing was found in it"
    advice = "name a reader for its language with --reader, or its language with --language if it is English"
    return Problem(content_id("problem", page.id, "language"), page.source, what, Severity.NOTE, advice, page.id)


def _broken(step: str, page: Page, error: Exception) -> Problem:
    kind = type(error).__name__
    what = f"the step {step} broke: {kind}: {error}"[:_SAID]
    advice = "this is a fault in Throughline: please report it with this page"
    return Problem(content_id("problem", page.id, step, kind), page.source, what, Severity.ERROR, advice, page.id)
