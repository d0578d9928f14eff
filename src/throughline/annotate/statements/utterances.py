"""Quotations and their speakers.

In: a `Ground`, the quoted passages, the reporting clauses of every sentence. Out: `Draft`s in text order. The clause
beside a quotation names its speaker: after it, before it, or as the next sentence after a question. A quotation
that follows at once, or fills the next paragraph, goes on with the speaker before; one that nothing claims has none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from throughline.annotate.quotations import Quotation
from throughline.annotate.statements import relays
from throughline.annotate.statements.clauses import Clause
from throughline.annotate.statements.drafts import Content, Draft
from throughline.annotate.statements.sources import Ground, Source
from throughline.model import Sentence

_WHOLE = 6  # a quotation of this many words that fills its sentence is somebody's, even where nobody is named
_SINGLE = 2  # one of fewer, with nobody named beside it, is a term
_SENTENCE_ENDS = frozenset({"?", "!", ".", "...", "…"})
_AFTER_MARKS = frozenset({",", "as", "--", "-"})
_BEFORE_MARKS = frozenset({",", ":", "that", "--"})


@dataclass(frozen=True, slots=True)
class _Told:
    """What the search stands on: the ground, the clauses by sentence, the sentence of each token."""

    g: Ground
    reported: Sequence[Sequence[Clause]]
    where: dict[int, int]

    def sentence(self, number: int) -> Sentence:
        return self.g.parse.sentences[number]


def find(g: Ground, quotes: Sequence[Quotation], reported: Sequence[Sequence[Clause]]) -> Iterator[Draft]:
    """Yield the quotations that are statements, those that go on joined to what they go on from."""
    where = {i: n for n, s in enumerate(g.parse.sentences) for i in range(s.first, s.last)}
    told = _Told(g, reported, where)
    latest: Draft | None = None
    for passage in _passages(quotes):
        draft = _attributed(told, passage, latest)
        if draft is None:
            continue
        if latest is not None and draft.rule == "goes on":
            latest = latest._replace(content=latest.content + draft.content, sentence=draft.sentence)
            continue
        if latest is not None:
            yield latest
        latest = draft
    if latest is not None:
        yield latest


def _passages(quotes: Sequence[Quotation]) -> Iterator[Sequence[Quotation]]:
    """Join the paragraphs of one quotation."""
    start = 0
    for number, quotation in enumerate(quotes):
        if not quotation.goes_on:
            yield quotes[start : number + 1]
            start = number + 1
    if start < len(quotes):
        yield quotes[start:]


def _attributed(told: _Told, passage: Sequence[Quotation], latest: Draft | None) -> Draft | None:
    """Find the speaker of a passage of one or more paragraphs."""
    first, last = passage[0], passage[-1]
    opening, closing = told.where[first.first], told.where[last.after - 1]
    content = tuple((q.first, q.after) for q in passage)
    after = _after(told.g, last, told.sentence(closing), told.reported[closing])
    before = _before(told.g, first, told.reported[opening])
    if after is None and before is None and closing + 1 < len(told.reported):
        after = _following(told.g, last, closing, told.reported[closing + 1])
        closing += after is not None
    if before is not None and after is None and latest is not None and before is latest.clause:
        return Draft(content, before.source, before, (), "goes on", closing)
    if before is not None and (after is None or _is_nearer(told.g, before, first, after)):
        return _introduced_by(told, content, before, after, closing)
    lead = told.sentence(opening).first
    if after is not None:
        start = _clause_start(told.g, lead, first.first)
        if start < first.first and len(passage) == 1:
            content = ((start, last.after),)
        chain = relays.beside(told.g, after, told.reported[closing])
        return Draft(content, after.source, after, chain, "quotation before", closing)
    return _alone(told, passage, (opening, closing), latest) if lead == first.first else None


def _is_nearer(g: Ground, before: Clause, first: Quotation, after: Clause) -> bool:
    """Tell whether the clause before claims the quotation although one after it could."""
    if relays.is_document(g, after.source) and before.source is not None:
        return True  # 'highlighting "...," read a statement from his office'
    return before.cue is not None and before.last == first.first


def _introduced_by(told: _Told, content: Content, before: Clause, after: Clause | None, closing: int) -> Draft:
    """A quotation after its clause; a paper read out after it passed it on."""
    chain = relays.beside(told.g, before, told.reported[told.where[before.first]])
    if after is not None and after.source is not None and relays.is_document(told.g, after.source):
        chain = (relays.document(told.g, after.source), *chain)
    return Draft(content, before.source, before, chain, "quotation after", closing)


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
        if len(gap) <= 2 and all(t.norm in _AFTER_MARKS for t in gap) and quotation.after <= sentence.last:
            return clause
        return None
    return None


def _following(g: Ground, quotation: Quotation, closing: int, reported: Sequence[Clause]) -> Clause | None:
    """The reporting clause that is a whole sentence after a question or an outcry ('"Is that all?" X asked.')."""
    sentence, following = g.parse.sentences[closing], g.parse.sentences[closing + 1]
    ends = quotation.after >= sentence.last and g.tokens[quotation.last - 1].norm in _SENTENCE_ENDS
    if not ends or following.block != sentence.block or not reported:
        return None
    clause = reported[0]
    if clause.source is None or clause.cue is None or clause.negated or clause.source.first != following.first:
        return None
    bare = clause.right >= following.last - 1 or g.tokens[clause.right].norm in {",", "."}
    return clause if bare and clause.cue.is_finite else None


def _before(g: Ground, quotation: Quotation, reported: Sequence[Clause]) -> Clause | None:
    """The reporting clause right before a quotation: 'X said: "..."', 'X told reporters that "..."'."""
    for clause in reversed(reported):
        if clause.last > quotation.first or clause.negated:
            continue
        gap = g.tokens[clause.right : quotation.first]
        if clause.right <= quotation.first and all(t.norm in _BEFORE_MARKS for t in gap):
            return clause
        return None
    return None


def _alone(told: _Told, passage: Sequence[Quotation], span: tuple[int, int], latest: Draft | None) -> Draft | None:
    """A quotation that opens its sentence and that no clause reports: who spoke before goes on, or nobody is named."""
    opening, closing = span
    content = tuple((q.first, q.after) for q in passage)
    words = sum(t.text[0].isalnum() for first, last in content for t in told.g.tokens[first:last])
    if passage[-1].after < told.sentence(closing).last - 1 or words < _SINGLE:
        return None
    if latest is not None and latest.sentence == opening - 1 and latest.source is not None:
        same = told.sentence(opening - 1).block == told.sentence(opening).block
        rule = "goes on" if same else "next paragraph"
        return Draft(content, latest.source, latest.clause if same else None, (), rule, closing)
    if opening > 0:
        introduced = _introduced(told.g, told.sentence(opening - 1), told.reported[opening - 1])
        if introduced is not None:
            return Draft(content, introduced, None, (), "sentence before", closing)
    return Draft(content, None, None, (), "nobody named", closing) if words >= _WHOLE else None


def _introduced(g: Ground, sentence: Sentence, reported: Sequence[Clause]) -> Source | None:
    """The speaker of the sentence before, where it reports speech or ends in a colon."""
    if not reported:
        return None
    clause = reported[-1]
    ends = g.tokens[sentence.last - 1].norm == ":"
    spoken = clause.cue is not None and not clause.cue.is_thought and clause is reported[0]
    return clause.source if ends or spoken else None
