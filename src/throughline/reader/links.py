"""Spans of sources, cues and contents to attributions: who says what, by the network's two pointers.

In: the spans of one window, and the scores of every word as the source of a cue, or as the cue of a content (column 0:
none). Out: one attribution a cue, in the order of the cues; a content that has no cue beside it is nobody's.

The pointers know places only as the encoder does, so that nearness is counted apart: of two cues that a content might
have, the nearer; and a cue that has its content already is the less likely cue of another.
"""

from collections.abc import Sequence

import numpy as np

from throughline.reader.graph import Floats

Words = tuple[int, int]  # first word, word after the last
Linked = tuple[Words | None, Words, tuple[Words, ...]]  # source, cue, contents

# Measured on PolNeAR dev, whole attributions by overlap: F1 61 without either, 64 with _FAR for contents, 73 for
# sources as well. Anything from half to twice as much does as well.
_FAR = 1.0  # taken off a score for each e-fold of the words between two spans
_TAKEN = 2.0  # taken off the score of a cue when it has a content


def join(
    sources: Sequence[Words],
    cues: Sequence[Words],
    contents: Sequence[Words],
    cue_source: Floats,
    content_cue: Floats,
) -> list[Linked]:
    """Give every content its cue, and every cue its source, if any source is likelier than none."""
    if not cues:
        return []
    said = _said(contents, cues, content_cue)
    if not sources:
        return [(None, cue, own) for cue, own in zip(cues, said, strict=True)]
    scores = _scores(cues, sources, cue_source)
    best = scores.argmax(1)
    named = scores.max(1) >= cue_source[[first for first, _ in cues], 0]
    return [
        (sources[at] if is_named else None, cue, own)
        for at, is_named, cue, own in zip(best.tolist(), named.tolist(), cues, said, strict=True)
    ]


def _said(contents: Sequence[Words], cues: Sequence[Words], content_cue: Floats) -> list[tuple[Words, ...]]:
    """Return the contents of every cue, the surest first to be given away."""
    said: list[list[Words]] = [[] for _ in cues]
    scores = _scores(contents, cues, content_cue)
    for _ in contents:
        content, cue = divmod(int(scores.argmax()), len(cues))
        if not said[cue]:
            scores[:, cue] -= _TAKEN
        said[cue].append(contents[content])
        scores[content] = -np.inf
    return [tuple(sorted(own)) for own in said]


def _scores(spans: Sequence[Words], targets: Sequence[Words], pointer: Floats) -> Floats:
    """Return how well each target goes with each span: what the pointer says, less the way between them."""
    own, theirs = np.array(spans, dtype=np.int64).reshape(-1, 2), np.array(targets, dtype=np.int64).reshape(-1, 2)
    behind = own[:, :1] - theirs[None, :, 1]
    before = theirs[None, :, 0] - own[:, 1:]
    between = np.maximum(np.maximum(behind, before), 0)
    scores: Floats = pointer[own[:, :1], theirs[None, :, 0] + 1] - _FAR * np.log1p(between)
    return scores
