"""Quotations and their speakers: each passage given whole to the one who says it.

In: a `Scene` and the drafts so far. Out: the drafts, their contents grown to whole quotations; those that go on with
a quotation after the reporting clause joined to it; and drafts for passages that no cue claims: a reporting clause
right beside it, the sentence before, the next paragraph that keeps the speaker, or nobody named.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from throughline.annotate.quotations import Quotation
from throughline.annotate.statements import sources
from throughline.annotate.statements.clauses import cue_of
from throughline.annotate.statements.drafts import Draft
from throughline.annotate.statements.manners import SPOKEN, manner
from throughline.annotate.statements.scene import Range, Scene, joined
from throughline.annotate.tree import is_relation

_WHOLE = 6  # a quotation of this many words that fills its sentence is somebody's, even where nobody is named
_SINGLE = 2  # one of fewer words, with nobody named beside it, is a term
_NEAR = 3  # tokens between a quotation and the clause that reports it: a comma, "as", an adverb
_LEAD = 24  # tokens from a reporting verb to the quotation it leads to: "told reporters in Oslo on Monday:"
_SHORT = 8  # tokens of a sentence that only says who asked: '"Who goes there?" Ann Lee asked.'
_MAIN = ("root", "parataxis", "conj", "ccomp", "advcl")


@dataclass(frozen=True, slots=True)
class _Passage:
    """The paragraphs of one quotation, as ranges with their marks."""

    pieces: tuple[Range, ...]

    @property
    def first(self) -> int:
        return self.pieces[0][0]

    @property
    def after(self) -> int:
        return self.pieces[-1][1]


def given(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Give every passage that is somebody's words to its speaker."""
    found = list(drafts)
    speaking = [draft for draft in drafts if draft.content]
    phrases = {i for draft in speaking for span in (draft.cue, draft.source) if span for i in range(*span)}
    sayer = {i: n for n, draft in enumerate(found) for piece in draft.content for i in range(*piece)}
    latest: tuple[_Passage, int] | None = None  # the passage before, and the number of its draft
    for passage in _passages(scene.quotes):
        if passage.first in phrases or passage.after - 1 in phrases:
            continue  # a title in the speaker's own phrase: 'the author of "Ice"'
        before = None if latest is None else (latest[0], found[latest[1]])
        number = _claimed(found, sayer, passage)
        if number is None and before is not None and _goes_on(scene, before, passage):
            number = latest[1] if latest else None
        if number is None:
            draft = _reported(scene, passage, phrases) or _alone(scene, passage, before)
            if draft is None:
                continue
            found.append(draft._replace(content=()))
            number = len(found) - 1
        for other in {sayer[i] for i in range(passage.first, passage.after) if i in sayer} - {number}:
            found[other] = _without(found[other], passage)
        found[number] = found[number]._replace(content=joined([*found[number].content, *passage.pieces]))
        latest = passage, number
    sayer = {i: n for n, draft in enumerate(found) for piece in draft.content for i in range(*piece)}
    return [draft for number, draft in enumerate(found) if not _is_inside(scene, draft, sayer, number)]


def _passages(quotes: Sequence[Quotation]) -> Iterator[_Passage]:
    """Join the paragraphs of one quotation."""
    start = 0
    for number, quotation in enumerate(quotes):
        if not quotation.goes_on or number + 1 == len(quotes):
            yield _Passage(tuple((q.first, q.after) for q in quotes[start : number + 1]))
            start = number + 1


def _without(draft: Draft, passage: _Passage) -> Draft:
    """A draft without what stands whole in a passage that another says."""
    first, after = passage.first, passage.after
    is_inside = draft.cue is not None and first <= draft.cue[0] < after
    kept = [piece for piece in draft.content if is_inside or not first <= piece[0] < piece[1] <= after]
    return draft._replace(content=tuple(kept))


def _claimed(drafts: Sequence[Draft], sayer: Mapping[int, int], passage: _Passage) -> int | None:
    """The draft that has the opening of a passage in its content, or else most of it, its own cue outside."""
    shares = Counter(sayer[i] for first, last in passage.pieces for i in range(first, last) if i in sayer)
    opens = next((sayer[i] for i in range(passage.first, passage.first + _NEAR) if i in sayer), None)
    for number in [*([opens] if opens is not None else []), *(number for number, _ in shares.most_common())]:
        cue = drafts[number].cue
        if cue is None or not passage.first <= cue[0] < passage.after:
            return number
    return None


def _is_inside(scene: Scene, draft: Draft, sayer: Mapping[int, int], number: int) -> bool:
    """Tell whether a draft's cue is among the quoted words of another: they are not taken apart."""
    cue = draft.cue
    return cue is not None and cue[0] in scene.quoted and sayer.get(cue[0], number) != number


def _reported(scene: Scene, passage: _Passage, phrases: set[int]) -> Draft | None:
    """The reporting clause right beside a passage: '"...," X laughed', 'X went on to say: "..."', '"...?" X asked.'."""
    closing = scene.sentence(passage.after - 1)
    verb = _verb(scene, range(passage.after, closing.last), passage)
    if verb is None and passage.after >= closing.last:
        verb = _next_sentence(scene, passage)
    if verb is None:
        opening = scene.sentence(passage.first)
        verb = _verb(scene, range(passage.first - 1, max(opening.first, passage.first - _LEAD) - 1, -1), passage)
    if verb is None or verb in phrases:
        return None
    cue = cue_of(scene, verb)
    source = sources.of_cue(scene, cue)
    if source is None or any(i in scene.quoted for i in source):
        return None
    return Draft(passage.pieces, source, cue, "quotation")


def _verb(scene: Scene, places: Sequence[int], passage: _Passage) -> int | None:
    """The first main verb of saying with a subject there, if its clause stands beside the passage."""
    for index in places:
        token = scene.tokens[index]
        if index in scene.quoted:
            return None
        if token.tag != "VERB":
            continue
        subject = scene.tree.child(index, "nsubj")
        if subject is None or subject in scene.quoted or manner(token) not in SPOKEN:
            return None
        if not is_relation(token.relation, *_MAIN):
            return None
        if index > passage.first:
            start = min(index, max(scene.tree.reach(subject)[0], passage.after))
            return index if start - passage.after <= _NEAR else None
        return index if scene.word(passage.first - 1) in {",", ":", "that", token.norm} else None
    return None


def _next_sentence(scene: Scene, passage: _Passage) -> int | None:
    """The verb of a short sentence after a question or an outcry that only says who asked."""
    number = scene.sentence_at[passage.after - 1] + 1
    if number >= len(scene.parse.sentences):
        return None
    sentence = scene.parse.sentences[number]
    is_ended = scene.word(passage.after - 2) in {"?", "!"}
    if not is_ended or sentence.block != scene.block(passage.first) or sentence.last - sentence.first > _SHORT:
        return None
    return _verb(scene, range(sentence.first, sentence.last), passage)


def _goes_on(scene: Scene, before: tuple[_Passage, Draft], passage: _Passage) -> bool:
    """Tell whether a passage goes on after the clause that reports the one before: '"A," X said. "B."'."""
    earlier, draft = before
    if draft.cue is None or scene.block(earlier.first) != scene.block(passage.first):
        return False
    if not earlier.after <= draft.cue[0] < passage.first:
        return False
    opening, cue = scene.sentence_at[passage.first], scene.sentence_at[draft.cue[0]]
    starts = scene.parse.sentences[opening].first == passage.first
    return opening == cue if not starts else opening == cue + 1


def _alone(scene: Scene, passage: _Passage, before: tuple[_Passage, Draft] | None) -> Draft | None:
    """A passage that fills its sentences and that no clause reports."""
    opening, closing = scene.sentence(passage.first), scene.sentence(passage.after - 1)
    words = sum(scene.words(piece) for piece in passage.pieces)
    if opening.first != passage.first or passage.after < closing.last - 1 or words < _SINGLE:
        return None
    if before is not None and before[1].source is not None:
        earlier, draft = before
        ended = scene.sentence_at[max(earlier.after, draft.cue[1] if draft.cue else 0) - 1]
        if scene.sentence_at[passage.first] == ended + 1:
            return Draft(passage.pieces, draft.source, None, "next paragraph")
    source = _introduced(scene, passage)
    if source is not None:
        return Draft(passage.pieces, source, None, "sentence before")
    return Draft(passage.pieces, None, None, "nobody named") if words >= _WHOLE else None


def _introduced(scene: Scene, passage: _Passage) -> Range | None:
    """Who speaks or acts in the sentence before, where it ends in a colon or its main verb is one of saying."""
    number = scene.sentence_at[passage.first] - 1
    if number < 0:
        return None
    sentence = scene.parse.sentences[number]
    root = next((i for i in range(sentence.first, sentence.last) if scene.tokens[i].head < 0), None)
    if root is None or root in scene.quoted:
        return None
    spoken = manner(scene.tokens[root]) in SPOKEN
    if scene.word(sentence.last - 1) != ":" and not spoken:
        return None
    return sources.of_cue(scene, (root, root + 1))
