"""Statements: who says what, through whom, in which words.

In: an article, its parse, the mentions and times found in it. Out: `Statement`s in text order. A quotation gets its
speaker from the reporting clause beside it, in its own sentence; one that goes on after a reporting clause, or
fills the next paragraph, keeps the speaker. Reported speech is the clause after "said (that)", or before ",
officials said". Where nothing plainly says who speaks, a quotation has no source.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from throughline.annotate import clauses, contents, quotations, relays, sources
from throughline.annotate.clauses import Clause
from throughline.annotate.quotations import Quotation
from throughline.annotate.relays import Link
from throughline.annotate.sources import Ground, Source
from throughline.model import (
    Article,
    Evidence,
    Findings,
    Mode,
    Parse,
    Participant,
    Relay,
    Sentence,
    Statement,
    content_id,
)

_FRAGMENT = 5  # a quotation of fewer words that no reporting clause touches is no statement ("scare quotes")
_WHOLE = 6  # one of this many words that opens its sentence is somebody's, even where nobody is named


class Draft(NamedTuple):
    """A statement in tokens: content ranges, the clause that reports it (or only a source), the rule."""

    content: tuple[tuple[int, int], ...]
    clause: Clause | None
    source: Source | None
    chain: tuple[Link, ...]
    rule: str
    sentence: int


def find(article: Article, parse: Parse, earlier: Findings) -> tuple[Statement, ...]:
    """Find the statements of an article."""
    quotes = quotations.find(article.text, parse)
    quoted = {i: n for n, q in enumerate(quotes) for i in range(q.first, q.after)}
    g = sources.ground(article, parse, earlier.mentions, earlier.times, quoted)
    reported = [tuple(clauses.find(g, s)) for s in parse.sentences]
    direct = list(_direct(g, quotes, reported))
    used = {(d.clause.first, d.clause.last) for d in direct if d.clause is not None}
    told = {i for d in direct for first, last in d.content for i in range(first, last)}
    indirect = [
        Draft(content, clause, source, chain, rule, number)
        for number, sentence in enumerate(parse.sentences)
        for content, clause, source, chain, rule in contents.find(g, sentence, reported[number], used)
        if not any(i in told for first, last in content for i in range(first, last))
    ]
    drafts = sorted(direct + indirect, key=lambda d: d.content[0])
    return tuple(_statement(g, d, quotes) for d in drafts)


def _direct(g: Ground, quotes: Sequence[Quotation], reported: Sequence[Sequence[Clause]]) -> Iterator[Draft]:
    """Give each quotation its speaker."""
    where = _sentence_of(g.parse)
    latest: Draft | None = None
    number = 0
    while number < len(quotes):
        stop = number + 1
        while stop < len(quotes) and quotes[stop - 1].goes_on:
            stop += 1
        passage = quotes[number:stop]
        draft = _attributed(g, passage, reported, where, latest)
        number = stop
        if draft is None:
            continue
        if latest is not None and draft.rule == "goes on":
            yield_later = latest._replace(content=latest.content + draft.content, sentence=draft.sentence)
            latest = yield_later
            continue
        if latest is not None:
            yield latest
        latest = draft
    if latest is not None:
        yield latest


def _sentence_of(parse: Parse) -> dict[int, int]:
    return {i: n for n, s in enumerate(parse.sentences) for i in range(s.first, s.last)}


def _attributed(
    g: Ground,
    passage: Sequence[Quotation],
    reported: Sequence[Sequence[Clause]],
    where: dict[int, int],
    latest: Draft | None,
) -> Draft | None:
    """Find the speaker of a passage of one or more paragraphs."""
    first, last = passage[0], passage[-1]
    opening, closing = where[first.first], where[last.after - 1]
    content = tuple((q.first, q.after) for q in passage)
    after = _after(g, last, g.parse.sentences[closing], reported[closing])
    before = _before(g, first, g.parse.sentences[opening], reported[opening])
    if after is None and before is None and closing + 1 < len(g.parse.sentences):
        after = _following(g, last, closing, reported[closing + 1])
        closing += after is not None
    lead = g.parse.sentences[opening].first
    if latest is not None and latest.clause is not None and before is latest.clause and after is None:
        return Draft(content, before, before.source, (), "goes on", closing)
    if after is not None and before is not None and after is not before:
        if relays.is_document(g, after.source) and before.source is not None:
            chain = (relays.document(g, after.source),) if after.source is not None else ()
            return Draft(content, before, before.source, chain, "quotation after", closing)
        after = None if before.cue is not None and before.last == first.first else after
    if after is not None:
        spoken = (_clause_start(g, lead, first.first), last.after)
        if spoken[0] < first.first and len(passage) == 1:
            content = (spoken,)
        return Draft(
            content,
            after,
            after.source,
            relays.beside(g, after, reported[closing]),
            "quotation before",
            closing,
        )
    if before is not None:
        return Draft(
            content,
            before,
            before.source,
            relays.beside(g, before, reported[opening]),
            "quotation after",
            closing,
        )
    if lead != first.first:
        return None
    return _alone(g, passage, content, (opening, closing), reported, latest)


def _clause_start(g: Ground, lead: int, first: int) -> int:
    """Where the words that run into a quotation begin: after the last mark or joint before it."""
    start = first
    while start > lead and start - 1 not in g.quoted and g.tokens[start - 1].norm not in {",", ";", ":", "--"}:
        start -= 1
    return start if start == lead else first


def _after(g: Ground, quotation: Quotation, sentence: Sentence, reported: Sequence[Clause]) -> Clause | None:
    """The reporting clause right after a quotation: '"...," X said', '"...," said X', '"...", according to X'."""
    for clause in reported:
        if clause.first < quotation.after or clause.negated:
            continue
        if clause.source is not None and clause.source.first < quotation.after:
            return None  # "... and suggested": whoever spoke before goes on
        gap = g.tokens[quotation.after : clause.start]
        if len(gap) <= 2 and all(t.norm in {",", "as", "--", "-"} for t in gap) and quotation.after <= sentence.last:
            return clause
        return None
    return None


def _following(g: Ground, quotation: Quotation, closing: int, reported: Sequence[Clause]) -> Clause | None:
    """The reporting clause that is a whole sentence after a question or an outcry: '"Is that all?" X asked.'"""
    sentence, following = g.parse.sentences[closing], g.parse.sentences[closing + 1]
    ends = quotation.after >= sentence.last and g.tokens[quotation.last - 1].norm in {"?", "!", ".", "...", "…"}
    if not ends or following.block != sentence.block or not reported:
        return None
    clause = reported[0]
    if clause.source is None or clause.cue is None or clause.negated or clause.source.first != following.first:
        return None
    bare = clause.right >= following.last - 1 or g.tokens[clause.right].norm in {",", "."}
    return clause if bare and clause.cue.is_finite else None


def _before(g: Ground, quotation: Quotation, sentence: Sentence, reported: Sequence[Clause]) -> Clause | None:
    """The reporting clause right before a quotation: 'X said: "..."', 'X told reporters that "..."'."""
    for clause in reversed(reported):
        if clause.last > quotation.first or clause.negated:
            continue
        gap = g.tokens[clause.right : quotation.first]
        if clause.right <= quotation.first and all(t.norm in {",", ":", "that", "--"} for t in gap):
            return clause
        return None
    return None


def _alone(
    g: Ground,
    passage: Sequence[Quotation],
    content: tuple[tuple[int, int], ...],
    span: tuple[int, int],
    reported: Sequence[Sequence[Clause]],
    latest: Draft | None,
) -> Draft | None:
    """A quotation that no clause of its own sentence reports."""
    opening, closing = span
    sentences = g.parse.sentences
    words = sum(1 for first, last in content for t in g.tokens[first:last] if t.text[0].isalnum())
    fills = passage[-1].after >= sentences[closing].last - 1
    if not fills or words < 2:
        return None
    previous = opening - 1
    if previous >= 0 and latest is not None and latest.sentence == previous and latest.source is not None:
        same = sentences[previous].block == sentences[opening].block
        rule = "goes on" if same else "next paragraph"
        return Draft(content, latest.clause if same else None, latest.source, (), rule, closing)
    if previous >= 0 and (introduced := _introduced(g, sentences[previous], reported[previous])) is not None:
        return Draft(content, None, introduced, (), "sentence before", closing)
    return Draft(content, None, None, (), "nobody named", closing) if words >= _WHOLE else None


def _introduced(g: Ground, sentence: Sentence, reported: Sequence[Clause]) -> Source | None:
    """The speaker of the sentence before, where it reports speech or ends in a colon."""
    if not reported:
        return None
    clause = reported[-1]
    ends = g.tokens[sentence.last - 1].norm == ":"
    spoken = clause.cue is not None and not clause.cue.is_thought and clause is reported[0]
    return clause.source if ends or spoken else None


def _statement(g: Ground, draft: Draft, quotes: Sequence[Quotation]) -> Statement:
    """Write a draft down with its evidence."""
    content = tuple(_cut(g, first, last) for first, last in draft.content)
    source = _participant(g, draft.source)
    cue = _cut(g, draft.clause.first, draft.clause.last) if draft.clause is not None else None
    chain = tuple(Relay(link.name, _cut(g, link.first, link.last), link.mention) for link in draft.chain)
    parts = [*content, *([cue] if cue else []), *([source.evidence] if source else []), *(r.evidence for r in chain)]
    start, end = min(p.start for p in parts), max(p.end for p in parts)
    said = _said(g, draft)
    key = content_id("statement", g.article.id, start, end, *(c.start for c in content), cue.start if cue else "")
    return Statement(
        key,
        g.article.evidence(start, end),
        source,
        cue,
        content,
        _mode(g, draft),
        chain,
        said,
        draft.rule,
    )


def _said(g: Ground, draft: Draft):  # type: ignore[no-untyped-def]
    if draft.clause is None:
        return None
    told = {i for first, last in draft.content for i in range(first, last)}
    sentence = g.parse.sentences[draft.sentence]
    for index in range(sentence.first, sentence.last):
        if index in g.times and index not in told:
            time = g.times[index][1]
            if time.when is not None and time.type in {"DATE", "TIME"}:
                return time.when
    return None


def _participant(g: Ground, source: Source | None) -> Participant | None:
    if source is None:
        return None
    return Participant(_cut(g, source.first, source.last), source.mention.id if source.mention is not None else None)


def _mode(g: Ground, draft: Draft) -> Mode:
    inside = [i in g.quoted for first, last in draft.content for i in range(first, last)]
    if all(inside):
        return Mode.DIRECT
    return Mode.MIXED if any(inside) else Mode.INDIRECT


def _cut(g: Ground, first: int, last: int) -> Evidence:
    return g.article.evidence(g.tokens[first].start, g.tokens[last - 1].end)
