"""Statements: who says, thinks, wants or denies what, through whom, in which words.

In: an article, its parse with grammar, the mentions and times found in it. Out: `Statement`s in text order. The
reader's attributions come first. The grammar gives a content to its cue, and to a cue the content or source that was
not seen; quotation marks give whole quotations. A statement's `rule` says whether it is speech or thought, and what
found it.
"""

from collections.abc import Iterator, Mapping

from throughline.annotate.statements import (
    clauses,
    contents,
    heads,
    links,
    manners,
    occasions,
    relays,
    scene,
    sources,
    spoken,
    stretches,
    vouched,
)
from throughline.annotate.statements.drafts import Draft
from throughline.annotate.statements.scene import Range, Scene
from throughline.model import Article, Findings, Mode, Parse, Participant, Relay, Statement, content_id

_ARTICLES = frozenset({"the", "a", "an"})


def find(article: Article, parse: Parse, earlier: Findings) -> tuple[Statement, ...]:
    """Find the statements of an article."""
    laid = scene.laid_out(article, parse, earlier)
    drafts = [draft for draft in spoken.given(laid, list(_reported(laid))) if vouched.is_told(laid, draft)]
    drafts = list(stretches.kept(laid, relays.chained(laid, [draft for draft in drafts if draft.content])))
    found = (_statement(laid, draft) for draft in sorted(drafts, key=lambda d: (d.content[0], d.cue or (0, 0))))
    # Two attributions of one cue can come out as one, once a quotation is whole.
    return tuple({statement.id: statement for statement in found}.values())


def _reported(laid: Scene) -> Iterator[Draft]:
    """Yield what reporting clauses report, by the reader's attributions and the grammar."""
    seen = links.settled(laid, [links.reachable(laid, draft) for draft in heads.find(laid)])
    held = {i: piece for draft in seen for piece in draft.content for i in range(*piece)}
    seen = [_completed(laid, draft, held) for draft in seen]
    taken = {i for draft in seen for i in range(*(draft.cue or (0, 0)))}
    said = {i for draft in seen for piece in draft.content for i in range(*piece)}
    for found in clauses.find(laid, taken):
        own = {i for piece in found.content for i in range(*piece)}
        if said.isdisjoint(own):
            said |= own
            seen.append(found)
    seen = [draft for draft in seen if not draft.content or vouched.is_told(laid, draft)]
    claimed = sorted(span[0] for d in seen for span in (d.cue, d.source, *d.content) if span is not None)
    for draft in seen:
        yield contents.mended(laid, draft, claimed)


def _completed(laid: Scene, draft: Draft, held: Mapping[int, Range]) -> Draft:
    """Give a cue the source and the content that grammar shows and the reader did not see.

    `held` are the contents by token: a cue inside the one before it takes over from there ("said that ice was near,
    while warning [that ...]").
    """
    if draft.cue is None:
        return draft
    source = draft.source
    if source is not None and source[1] - source[0] == 1 and laid.word(source[0]) in _ARTICLES:
        source = None  # an article alone names nobody
    is_own = source is not None and any(first <= source[0] < last for first, last in draft.content)
    if source is None or is_own:
        source = sources.of_cue(laid, draft.cue)
    else:
        is_far = laid.sentence_at[source[0]] != laid.sentence_at[draft.cue[0]]
        nearer = sources.of_cue(laid, draft.cue) if is_far else None
        source = nearer or sources.whole(laid, source, draft.cue)
    content = draft.content
    if not content:
        first, last = draft.cue[1], held.get(draft.cue[0], (0, 0))[1]
        found = clauses.content_of(laid, draft.cue) or ((first, last) if first < last else None)
        content = (found,) if found is not None else ()
    source = sources.bare(laid, source) if source is not None else None
    return draft._replace(source=source, content=content)


def _statement(laid: Scene, draft: Draft) -> Statement:
    """Write a draft down with its evidence; where the whole report was taken from closes the chain."""
    content = tuple(laid.evidence(piece) for piece in draft.content)
    cue = laid.evidence(draft.cue) if draft.cue is not None else None
    source = None if draft.source is None else Participant(laid.evidence(draft.source), _speaker(laid, draft))
    chain = [Relay(link.name, laid.evidence(link.span), link.mention) for link in draft.chain]
    parts = [*content, *([cue] if cue else []), *([source.evidence] if source else []), *(r.evidence for r in chain)]
    start, end = stretches.around(laid.article, cue or content[0], parts)
    origin = laid.article.origin
    if origin is not None and origin.name not in {relay.name for relay in chain}:
        chain.append(Relay(origin.name, origin.evidence))
    mode = _mode(laid, draft)
    key = content_id("statement", laid.article.id, start, end, *(c.start for c in content), cue.start if cue else "")
    is_spoken = mode is Mode.DIRECT or draft.cue is None or manners.is_spoken(laid.tokens[slice(*draft.cue)])
    return Statement(
        key,
        laid.article.evidence(start, end),
        source,
        cue,
        content,
        mode,
        tuple(chain),
        occasions.said(laid, draft),
        draft.rule,
        is_thought=not is_spoken,
    )


def _speaker(laid: Scene, draft: Draft) -> str | None:
    """The id of the mention of the one who speaks."""
    mention = laid.speaker(draft.source) if draft.source is not None else None
    return mention.id if mention is not None else None


def _mode(laid: Scene, draft: Draft) -> Mode:
    inside = [i in laid.quoted for piece in draft.content for i in range(*piece)]
    if all(inside):
        return Mode.DIRECT
    return Mode.MIXED if any(inside) else Mode.INDIRECT
