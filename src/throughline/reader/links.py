"""Spans of sources, cues and contents to attributions: who says what, by the network's two pointers.

In: the spans of one window, and the scores of every word as the source of a cue, or the cue of a content (column 0:
none). Out: one attribution a cue, in the order of cues.
"""

from collections.abc import Sequence

import numpy as np

from throughline.reader.graph import Floats

Words = tuple[int, int]  # first word, word after the last
Linked = tuple[Words | None, Words, tuple[Words, ...]]  # source, cue, contents


def join(
    sources: Sequence[Words],
    cues: Sequence[Words],
    contents: Sequence[Words],
    cue_source: Floats,
    content_cue: Floats,
) -> list[Linked]:
    """Give every content its cue, and every cue its source."""
    said: dict[int, list[Words]] = {index: [] for index in range(len(cues))}
    for content in contents:
        if (by := _best(content_cue[content[0]], cues)) is not None:
            said[by].append(content)
    found: list[Linked] = []
    for index, cue in enumerate(cues):
        who = _best(cue_source[cue[0]], sources)
        found.append((None if who is None else sources[who], cue, tuple(said[index])))
    return found


def _best(scores: Floats, spans: Sequence[Words]) -> int | None:
    """Return which span's first word scores highest, if higher than none at all."""
    if not spans:
        return None
    own = scores[[0, *(first + 1 for first, _ in spans)]]
    best = int(np.argmax(own))
    return None if best == 0 else best - 1
