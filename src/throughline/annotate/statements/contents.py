"""What was said, mended by grammar: whole phrases and clauses, no hearer, no mark of the sentence around.

In: a `Scene`, a `Draft`. Out: its content, as ranges in order that do not meet and hold neither its cue nor its source.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from throughline.annotate.statements import sources
from throughline.annotate.statements.drafts import Draft
from throughline.annotate.statements.manners import manner
from throughline.annotate.statements.scene import Range, Scene, joined, runs
from throughline.annotate.tree import is_relation

_EDGES = frozenset({",", ";", ":", ".", "--", "-", "?", "!", "...", "…", "and", "but"})
_ENDS = frozenset({".", "?", "!", "...", "…"})
# Branches that hang on what was said without being cut by its end: the reader's own end stands.
_LOOSE = ("parataxis", "punct", "discourse", "vocative", "conj", "advcl", "list", "dep", "orphan")
_LEADING = ("advmod", "cc", "case", "det", "aux", "amod", "mark", "nummod", "compound", "nsubj")
_FUNCTION = ("mark", "det", "case", "amod", "compound", "nummod")
_TELLS = frozenset("tell inform notify remind assure brief".split())
_HEARERS = ("obj", "iobj")
_CLAUSE = frozenset({"VERB", "AUX", "ADJ", "NOUN"})
_OPENING = ("nsubj", "expl", "aux", "cop", "obl", "advmod", "mark")
_ASIDE = 24  # tokens of a reporting clause that may be an aside: a name with its office
_LONGEST_TURN = 400  # tokens of what one says in a transcript
_GAP = 3  # tokens between two pieces that belong to both: "known [as] the council"
_NOUNS = frozenset({"NOUN", "PROPN"})
_CUE_MARK = ":"  # of a transcript: all that follows is said


def mended(scene: Scene, draft: Draft, claimed: Sequence[int]) -> Draft:
    """Give a draft its content in whole phrases; `claimed` are the first tokens of all drafts' parts, in order."""
    draft = _turn(scene, _without_preposition(scene, draft))
    barred = [span for span in (draft.cue, draft.source) if span is not None]
    found: list[Range] = []
    for piece in draft.content:
        for part in _parts(scene, piece, draft):
            own = _outside(part, barred)
            for shortened in (_after_hearer, _before_next, _within_quotation, _from_clause):
                own = shortened(scene, own, draft) if own[0] < own[1] else own
            if own[0] >= own[1]:
                continue
            whole = trimmed(scene, _completed(scene, own, barred, claimed))
            if scene.words(whole):
                found += [whole, *_opening(scene, whole, barred), *_told_of(scene, whole, draft)]
    if found:
        found += _before_aside(scene, draft, claimed)
    return draft._replace(content=tuple(_own(scene, draft, joined(found), claimed)))


def _turn(scene: Scene, draft: Draft) -> Draft:
    """Give a speaker of a transcript all of his turn: "LEE: [...]", up to the next who speaks, or the block's end."""
    cue, source = draft.cue, draft.source
    if cue is None or source is None or scene.word(cue[1] - 1) != ":" or not _is_turn(scene, cue[1] - 1):
        return draft
    last = cue[1]
    block = scene.block(last - 1)
    while last < len(scene.tokens) and last - cue[1] < _LONGEST_TURN and scene.block(last) == block:
        if scene.word(last) == ":" and _is_turn(scene, last):
            last = scene.sentence(last).first
            break
        last += 1
    if last == cue[1]:
        return draft
    named = source if source[1] == cue[1] - 1 else (scene.sentence(cue[0]).first, cue[1] - 1)
    return draft._replace(content=((cue[1], last),), source=named)


def _is_turn(scene: Scene, colon: int) -> bool:
    """Tell the colon behind a name in capitals that opens its sentence, as transcripts have it."""
    first = scene.sentence(colon).first
    name = scene.tokens[colon - 1].text
    return 0 < colon - first <= _ASIDE and name.isupper() and len(name) > 2 and scene.tokens[first].text.isupper()


def _own(scene: Scene, draft: Draft, pieces: Sequence[Range], claimed: Sequence[int]) -> Iterator[Range]:
    """Yield the pieces that are the cue's own: small gaps filled, what hangs on words left out between dropped.

    "The aid will go on, despite calls from envoys [for troops to leave]": the envoys call for it, not who speaks.
    """
    before: Range | None = None
    whole = [piece for piece in pieces if not _is_scrap(scene, piece)] or pieces
    for piece in whole:
        if before is None or draft.cue is None or scene.sentence_at[before[0]] != scene.sentence_at[piece[0]]:
            if before is not None:
                yield before
            before = piece
            continue
        gap = range(before[1], piece[0])
        is_told = any(span and span[0] in gap for span in (draft.cue, draft.source))
        is_claimed = bisect_left(claimed, gap.start) < bisect_left(claimed, gap.stop)
        if not is_told and not is_claimed and len(gap) <= _GAP and not any(at in scene.quoted for at in gap):
            before = before[0], piece[1]
            continue
        head = scene.tokens[scene.head(piece)]
        if not is_told and head.head in gap and scene.tokens[head.head].tag in _NOUNS and piece[0] not in scene.quoted:
            continue
        yield before
        before = piece
    if before is not None:
        yield before


def _outside(piece: Range, barred: Sequence[Range]) -> Range:
    """The longer side of a piece where the cue or the source stands in it."""
    first, last = piece
    for start, stop in barred:
        if first < stop and start < last:
            first, last = (stop, last) if last - stop > start - first else (first, start)
    return first, max(first, last)


def _before_aside(scene: Scene, draft: Draft, claimed: Sequence[int]) -> Iterator[Range]:
    """All of a sentence before an aside: "[Italy has drawn on its stocks], Lee said", "[Now], he says, ice is near"."""
    if draft.cue is None or draft.source is None:
        return
    start, stop = min(draft.cue[0], draft.source[0]), max(draft.cue[1], draft.source[1])
    first = scene.sentence(draft.cue[0]).first
    is_finite = scene.tokens[scene.head(draft.cue)].xpos != "VBG"
    if not is_finite or scene.word(start - 1) != "," or start - first < 2 or stop - start > _ASIDE:
        return
    own = {piece[0] for piece in draft.content}
    others = claimed[bisect_left(claimed, first) : bisect_left(claimed, start)]
    if any(at not in own for at in others) or any(
        i in scene.quoted or scene.word(i) == ":" for i in range(first, start)
    ):
        return
    is_left = any(first <= piece[0] < start for piece in draft.content)
    right = [piece[0] for piece in draft.content if piece[0] >= stop]
    if (is_left and not right) or (scene.word(stop) == "," and not any(at in scene.quoted for at in right)):
        yield trimmed(scene, (first, start))


def _told_of(scene: Scene, piece: Range, draft: Draft) -> Iterator[Range]:
    """The subject of what is told of it: "[600 guards] were said to remain", "[Lee] is expected to run"."""
    if draft.cue is None or draft.source is not None:
        return
    verb = scene.head(draft.cue)
    subject = scene.tree.child(verb, "nsubj:pass")
    is_deed = is_relation(scene.tokens[scene.head(piece)].relation, "xcomp") and scene.word(piece[0]) == "to"
    if subject is not None and is_deed:
        yield sources.phrase(scene, subject, draft.cue)


def _without_preposition(scene: Scene, draft: Draft) -> Draft:
    """Give the preposition that a cue takes to the cue: "called [for]"."""
    if draft.cue is None:
        return draft
    for number, (first, last) in enumerate(draft.content):
        token = scene.tokens[first]
        if draft.cue[1] - 1 <= first <= draft.cue[1] and token.relation == "case" and last - first > 1:
            pieces = (*draft.content[:number], (first + 1, last), *draft.content[number + 1 :])
            return draft._replace(cue=(draft.cue[0], first + 1), content=pieces)
    return draft


def _parts(scene: Scene, piece: Range, draft: Draft) -> Iterator[Range]:
    """Cut a piece at the ends of sentences: beyond the cue's own, only quoted words are said."""
    cue = draft.cue
    if cue is None or scene.word(cue[1] - 1) == _CUE_MARK:
        yield piece
        return
    first = piece[0]
    while first < piece[1]:
        last = min(piece[1], scene.sentence(first).last)
        if scene.sentence_at[first] == scene.sentence_at[cue[0]]:
            yield first, _end(scene, first, last)
        else:
            yield from runs([i for i in range(first, last) if i in scene.quoted])
        first = last


def _end(scene: Scene, first: int, last: int) -> int:
    """Where a sentence ends with a quotation although the text runs on: '"... for whom?" Her answer'."""
    number = scene.quoted.get(first)
    if number is None:
        return last
    after = scene.quotes[number].after
    if after < last and scene.word(after - 2) in _ENDS and scene.tokens[after].text[:1].isupper():
        return after
    return last


def _after_hearer(scene: Scene, piece: Range, draft: Draft) -> Range:
    """Leave out those who were told: "told [reporters] that the talks were over"."""
    verb = scene.head(draft.cue) if draft.cue is not None else -1
    if draft.cue is None or scene.tokens[verb].lemma not in _TELLS:
        return piece
    tree = scene.tree
    top = tree[scene.head(piece)]
    if top.head == verb and is_relation(top.relation, *_HEARERS):
        return piece[1], piece[1]
    clause = tree.child(verb, "ccomp")
    start = tree.reach(clause)[0] if clause is not None else piece[0]
    hearers = [i for i in range(piece[0], start) if tree[i].head == verb and tree[i].tag != "PUNCT"]
    is_told = start < piece[1] and hearers and all(is_relation(tree[i].relation, *_HEARERS) for i in hearers)
    return (start, piece[1]) if is_told else piece


def _is_scrap(scene: Scene, piece: Range) -> bool:
    """Tell a lone pronoun or article: "[His] comments came as ..."."""
    token = scene.tokens[piece[0]]
    return piece[1] - piece[0] == 1 and (token.tag == "DET" or token.xpos == "PRP$") and piece[0] not in scene.quoted


def _before_next(scene: Scene, piece: Range, draft: Draft) -> Range:
    """Leave out what the one who speaks says next: "said that ice was near, adding that ...", "... and urged ..."."""
    if draft.cue is None:
        return piece
    verb = scene.head(draft.cue)
    first, last = piece
    for child in scene.tree.children(verb, "conj", "advcl"):
        token = scene.tokens[child]
        is_next = token.xpos == (scene.tokens[verb].xpos if token.relation == "conj" else "VBG")
        is_quoted = any(scene.word(mark) == "as" for mark in scene.tree.children(child, "mark"))
        if child >= draft.cue[1] and not is_quoted and is_next and token.xpos != "VB" and manner(token) is not None:
            start = scene.tree.reach(child)[0]
            last = start if first < start < last else last
    return first, last


def _within_quotation(scene: Scene, piece: Range, _: Draft) -> Range:
    """Leave out the end of a quotation that opened before: '[ ... were.]" On drilling, he said: "..."'."""
    first, last = piece
    for at in range(first + 1, last):
        number = scene.quoted.get(at)
        is_close = number is not None and scene.quotes[number].last == at and scene.quotes[number].first < first - 1
        if is_close and (first not in scene.quoted or at + 1 < last):
            return at + 1, last
    return piece


def _from_clause(scene: Scene, piece: Range, draft: Draft) -> Range:
    """Leave out where or when it was said, before the clause: "demanded [in its talks] that ...", "plans [to ...]"."""
    if draft.cue is None or piece[0] in scene.quoted:
        return piece
    tree, first, last = scene.tree, *piece
    verb = scene.head(draft.cue)
    for clause in tree.children(verb, "ccomp"):
        mark = tree.child(clause, "mark")
        if mark is None or scene.word(mark) != "that" or not draft.cue[1] <= first < mark < last:
            continue
        before = [at for at in range(first, mark) if tree[at].head == verb and tree[at].tag != "PUNCT"]
        if before and all(is_relation(tree[at].relation, "obl", "advmod", "nmod") for at in before):
            return mark, last
    over = tree[scene.head(piece)].head
    is_bare = scene.word(first) == "to" and is_relation(tree[scene.head(piece)].relation, "acl")
    if is_bare and draft.cue[1] <= over < first and tree[over].head == verb and is_relation(tree[over].relation, "obj"):
        return tree.reach(over)[0], last
    return piece


def _completed(scene: Scene, piece: Range, barred: Sequence[Range], claimed: Sequence[int]) -> Range:
    """Let a piece end where the phrase ends that it cuts, short of what is another's."""
    first, last = piece
    tree = scene.tree
    end = last
    head = scene.head(piece)
    if tree[head].relation.startswith("nsubj") and tree[head].head >= last and not _is_barred(tree[head].head, barred):
        end = tree.reach(tree[head].head)[1]  # "said [the mission], which began in May, trained 40": a subject alone
    if is_relation(tree[head].relation, *_FUNCTION) and tree[head].head >= last:
        end = tree.reach(tree[head].head)[1]  # "wouldn't say [whether]": the clause is still to come
    over = tree[last - 1].head
    if over >= last and is_relation(tree[last - 1].relation, *_LEADING) and not _is_barred(over, barred):
        end = max(end, tree.reach(over)[1])  # "not only here but [also] there"
    for index in range(first, last):
        for child in tree.children(index):
            if child >= last and not is_relation(tree[child].relation, *_LOOSE):
                end = max(end, tree.reach(child)[1])
    if end == last or last - 1 in scene.quoted:
        return piece  # nothing is added after a quotation
    taken = bisect_left(claimed, last)
    stops = [*(span[0] for span in barred if span[0] >= last), *claimed[taken : taken + 1]]
    return first, min([end, scene.sentence(first).last, *stops])


def _is_barred(index: int, barred: Sequence[Range]) -> bool:
    return any(first <= index < last for first, last in barred)


def _opening(scene: Scene, piece: Range, barred: Sequence[Range]) -> Iterator[Range]:
    """The opening of a clause that the reporting clause interrupts: "[The talks], he said, were over"."""
    head = scene.head(piece)
    tree = scene.tree
    if tree[head].tag not in _CLAUSE or head in scene.quoted:
        return
    left = [child for child in tree.children(head) if child < head and tree[child].tag != "PUNCT"]
    if any(piece[0] <= child and is_relation(tree[child].relation, "mark", "nsubj") for child in left):
        return
    between = {i for span in barred for i in range(*span)}
    at = piece[0]
    for child in reversed([child for child in left if child < piece[0]]):
        first, last = tree.reach(child)
        is_own = is_relation(tree[child].relation, *_OPENING) and first >= scene.sentence(head).first
        gap = range(last, at)
        if not is_own or any(i not in between and tree[i].tag != "PUNCT" for i in gap):
            return
        if not between.isdisjoint(range(first, last)):
            return
        at = first
        yield trimmed(scene, (first, last))


def trimmed(scene: Scene, piece: Range) -> Range:
    """Leave out marks and joints at the edges that are not the content's own."""
    first, last = piece
    while first < last and (_is_edge(scene, first) or _is_mark(scene, first, closing=True)):
        first += 1
    while first < last and (
        _is_edge(scene, last - 1) or _is_mark(scene, last - 1, closing=False) or _leads_on(scene, first, last - 1)
    ):
        last -= 1
    return first, last


def _is_edge(scene: Scene, index: int) -> bool:
    return scene.word(index) in _EDGES and index not in scene.quoted


def _leads_on(scene: Scene, first: int, index: int) -> bool:
    """Tell whether a last word only joins on what is left out: "..., while", "and also"."""
    token = scene.tokens[index]
    return index > first and token.head > index and token.relation in {"mark", "cc", "case", "det"}


def _is_mark(scene: Scene, index: int, *, closing: bool) -> bool:
    """Tell whether a token is the mark that closes, or opens, a quotation."""
    number = scene.quoted.get(index)
    if number is None:
        return False
    quotation = scene.quotes[number]
    return index == (quotation.last if closing else quotation.first)
