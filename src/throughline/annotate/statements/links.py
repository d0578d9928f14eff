"""Which content belongs to which cue: the reader's own links, mended where the grammar knows better.

In: a `Scene`, the reader's drafts. Out: the drafts with their contents dealt anew, and contents that no cue of theirs
can claim. The words of a sentence outside quotation marks are said by a cue of that sentence: on PolNeAR train a link
that leads elsewhere was right 7 times in 800, the cue that governs the words 216 times in 220.
"""

from collections.abc import Mapping, Sequence

from throughline.annotate.statements.drafts import Draft
from throughline.annotate.statements.scene import Range, Scene


def dealt(scene: Scene, drafts: Sequence[Draft]) -> tuple[list[Draft], list[Range]]:
    """Deal the contents to their cues; second come those left over."""
    owner = {i: n for n, draft in enumerate(drafts) if draft.cue for i in range(*draft.cue)}
    own: list[list[Range]] = [[] for _ in drafts]
    left: list[Range] = []
    for number, draft in enumerate(drafts):
        for piece in draft.content:
            cue = _cue(scene, draft, number, piece, owner)
            if cue is None:
                left.append(piece)
            else:
                own[cue].append(piece)
    return [draft._replace(content=tuple(sorted(pieces))) for draft, pieces in zip(drafts, own, strict=True)], left


def _cue(scene: Scene, draft: Draft, number: int, piece: Range, owner: Mapping[int, int]) -> int | None:
    """Number of the draft whose cue says a piece of content that `draft`, of this number, was given."""
    cue = draft.cue
    if cue is None or scene.sentence_at[cue[0]] == scene.sentence_at[piece[0]] or scene.word(cue[1] - 1) == ":":
        return number
    for above in scene.tree.above(scene.head(piece)):
        if above in owner:
            return owner[above]
    return number if any(i in scene.quoted for i in (piece[0], piece[1] - 1)) else None
