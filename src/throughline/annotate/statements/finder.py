"""Statements: who says what, through whom, in which words.

In: an article, its parse, the mentions and times found in it. Out: `Statement`s in text order. A quotation gets its
speaker from the reporting clause beside it, in its own sentence; one that goes on after a reporting clause, or
fills the next paragraph, keeps the speaker. Reported speech is the clause after "said (that)", or before ",
officials said". Where nothing plainly says who speaks, a quotation has no source.
"""

from collections.abc import Iterator, Sequence

from throughline.annotate import quotations, relatives, verbgroups
from throughline.annotate.statements import clauses, contents, sources, utterances
from throughline.annotate.statements.clauses import Clause
from throughline.annotate.statements.drafts import Draft
from throughline.annotate.statements.sources import Ground, Source
from throughline.model import (
    Article,
    Evidence,
    Findings,
    Mode,
    Parse,
    Participant,
    Relay,
    Statement,
    When,
    content_id,
)
from throughline.tables.lexicon import verb_features

_OPENS_CLAUSE = frozenset("after before when while since because although though if until as where".split())


def find(article: Article, parse: Parse, earlier: Findings) -> tuple[Statement, ...]:
    """Find the statements of an article."""
    quotes = quotations.find(article.text, parse)
    quoted = {i: n for n, q in enumerate(quotes) for i in range(q.first, q.after)}
    g = sources.ground(article, parse, earlier.mentions, earlier.times, quoted)
    reported = [tuple(clauses.find(g, s)) for s in parse.sentences]
    direct = list(utterances.find(g, quotes, reported))
    drafts = sorted([*direct, *_indirect(g, reported, direct)], key=lambda d: d.content[0])
    return tuple(_statement(g, d) for d in drafts)


def _indirect(g: Ground, reported: Sequence[Sequence[Clause]], direct: Sequence[Draft]) -> Iterator[Draft]:
    """Yield reported speech, less what the quotations have claimed."""
    used = {(d.clause.first, d.clause.last) for d in direct if d.clause is not None}
    told = {i for d in direct for first, last in d.content for i in range(first, last)}
    for number in range(len(reported)):
        for draft in contents.find(g, number, reported[number], used):
            if not any(i in told for first, last in draft.content for i in range(first, last)):
                yield draft


def _statement(g: Ground, draft: Draft) -> Statement:
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


def _said(g: Ground, draft: Draft) -> When | None:
    """When it was said: the first dated expression outside what was said that is of the cue's own clause.

    One beside the cue comes first ("said on Monday"); a day in a relative or other subordinate clause ("which has
    fought since 2006") is that clause's own.
    """
    if draft.clause is None:
        return None
    told = {i for first, last in draft.content for i in range(first, last)}
    sentence = next(s for s in g.parse.sentences if s.first <= draft.clause.first < s.last)
    dated = [i for i in range(sentence.first, sentence.last) if i in g.times and i not in told and _is_day(g, i)]
    if not dated:
        return None
    groups = verbgroups.find(g.tokens, sentence.first, sentence.last)
    inner = relatives.find(g.tokens, sentence.first, sentence.last, groups)
    own = relatives.innermost(inner, draft.clause.first)
    dated = [i for i in dated if relatives.innermost(inner, i) == own and not _is_subordinate(g, i, sentence.first)]
    start, stop = draft.clause.start, max(draft.clause.stop, draft.clause.right)
    beside = [i for i in dated if start <= i <= stop + 1]
    return g.times[(beside or dated)[0]][1].when if dated else None


def _is_day(g: Ground, index: int) -> bool:
    time = g.times[index][1]
    return time.when is not None and time.type in {"DATE", "TIME"}


def _is_subordinate(g: Ground, index: int, floor: int) -> bool:
    """Tell whether a verb and, before it, a conjunction stand between the last mark and this token."""
    verb = False
    for at in range(index - 1, floor - 1, -1):
        token = g.tokens[at]
        if not token.text[0].isalnum() and token.norm not in {"'s", "'", "-"}:
            return False
        verb = verb or "D" in verb_features().get(token.norm, "")
        if token.norm in _OPENS_CLAUSE:
            return verb
    return False


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
