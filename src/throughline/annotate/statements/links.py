"""Which of its contents a cue has said: what the reader saw, without what the grammar knows to be another's.

In: a `Scene`, the reader's drafts. Out: the drafts with less content. The words of a sentence outside quotation marks
are said by a cue of that sentence: on PolNeAR train a link that leads elsewhere was right 7 times in 800.
"""

from collections.abc import Mapping, Sequence

from throughline.annotate.statements.drafts import Draft
from throughline.annotate.statements.scene import Range, Scene, joined
from throughline.annotate.tree import is_relation

_LOOKS = frozenset({"seem", "appear", "need", "require"})


def reachable(scene: Scene, draft: Draft) -> Draft:
    """Leave out the content that a cue cannot have said: unquoted words of another sentence than the cue's."""
    cue = draft.cue
    if cue is None or scene.word(cue[1] - 1) == ":":
        return draft
    own = scene.sentence_at[cue[0]]
    is_aside = scene.word(cue[0]) == "according"  # "..., according to AFP" closes the sentence that it is for
    first_own = scene.sentence(cue[0]).first
    is_led = any(scene.sentence_at[first] == own for first, _ in draft.content) and first_own not in scene.quoted
    kept = [
        (first, last)
        for first, last in draft.content
        if scene.sentence_at[first] == own
        or (not is_aside and scene.sentence(last - 1).first in scene.quoted and (first > cue[0] or not is_led))
    ]
    return draft._replace(content=tuple(kept))


def settled(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out what the grammar says is not so: cues that are said themselves, and asides taken for content."""
    owner = {scene.head(draft.cue): n for n, draft in enumerate(drafts) if draft.cue is not None}
    found = list(drafts)
    said: set[int] = set()
    for number, draft in enumerate(drafts):
        if draft.cue is None:
            continue
        verb = scene.head(draft.cue)
        outer = owner.get(scene.tokens[verb].head)
        if outer is not None and outer != number and _is_said(scene, found[outer], verb):
            found[outer] = found[outer]._replace(content=_all_of(scene, found[outer], verb))
            said.add(number)
    begins = {draft.cue[1]: draft.cue[0] for draft in drafts if draft.cue is not None}
    kept = [
        _short_of(draft, begins)
        for number, draft in enumerate(found)
        if number not in said and not _is_naming(scene, draft) and not _is_look(scene, draft)
    ]
    return [_without_asides(scene, draft) for draft in kept]


def _is_look(scene: Scene, draft: Draft) -> bool:
    """Tell how something looks, or what it needs, from what somebody says: "the slick appears to be moving"."""
    return draft.cue is not None and scene.tokens[scene.head(draft.cue)].lemma in _LOOKS


def _is_naming(scene: Scene, draft: Draft) -> bool:
    """Tell whether something is only given its name: "The ship was called Brelin"."""
    if draft.cue is None or draft.source is not None or len(draft.content) != 1:
        return False
    verb = scene.head(draft.cue)
    subject = scene.tree.child(verb, "nsubj:pass")
    first, last = draft.content[0]
    return subject is not None and first <= subject < last <= verb and scene.tokens[verb].lemma in {"call", "name"}


def _short_of(draft: Draft, begins: Mapping[int, int]) -> Draft:
    """Let no content end in the cue of the next: "said that ice was near, [while warning] that ..."."""
    pieces = [(first, max(first, begins.get(last, last))) for first, last in draft.content]
    return draft._replace(content=tuple(piece for piece in pieces if piece[0] < piece[1]))


def _is_said(scene: Scene, outer: Draft, verb: int) -> bool:
    """Tell whether a cue is the main verb of what another says: "said the mission, which ..., had instructed"."""
    if not is_relation(scene.tokens[verb].relation, "ccomp") or verb in scene.quoted:
        return False
    subject = scene.tree.child(verb, "nsubj")
    return subject is not None and any(first <= subject < last for first, last in outer.content)


def _all_of(scene: Scene, outer: Draft, verb: int) -> tuple[Range, ...]:
    """The content of a draft with the whole clause of a verb, as far as it stands on one side of the cue."""
    first, last = scene.tree.reach(verb)
    if outer.cue is not None and first < outer.cue[1] <= last:
        first, last = (outer.cue[1], last) if verb >= outer.cue[1] else (first, outer.cue[0])
    return joined([*outer.content, (first, last)])


def _without_asides(scene: Scene, draft: Draft) -> Draft:
    """Leave out words beside a quotation that hang on another verb: '"...," Lee told guests [gathered to eat]'."""
    if draft.cue is None or not any(first in scene.quoted for first, _ in draft.content):
        return draft
    kept = [piece for piece in draft.content if not _is_aside(scene, piece, draft.cue)]
    return draft._replace(content=tuple(kept))


def _is_aside(scene: Scene, piece: Range, cue: Range) -> bool:
    if piece[0] in scene.quoted or piece[0] < cue[0] or scene.sentence_at[piece[0]] != scene.sentence_at[cue[0]]:
        return False
    verbs = (i for i in scene.tree.above(scene.head(piece)) if scene.tokens[i].tag in {"VERB", "AUX"})
    nearest = next(verbs, None)
    return nearest is not None and not cue[0] <= nearest < cue[1]
