"""What the reader saw of attributions, as drafts of whole tokens.

In: a `Scene`. Out: `Draft`s in the order of their cues, one a cue, some without content.
"""

from collections.abc import Iterator

from throughline.annotate.statements.drafts import Draft
from throughline.annotate.statements.scene import Range, Scene, joined


def find(scene: Scene) -> Iterator[Draft]:
    """Yield the attributions of the parse, their stretches snapped to tokens."""
    for attribution in scene.parse.attributions:
        cue = scene.span(attribution.cue)
        if not _is_cue(scene, cue):
            continue
        source = None if attribution.source is None else scene.span(attribution.source)
        content = joined([scene.span(stretch) for stretch in attribution.contents])
        yield Draft(content, source if source and source[0] < source[1] else None, cue, "reader")


def _is_cue(scene: Scene, span: Range) -> bool:
    """A cue holds a word, or is the colon of a transcript."""
    return span[0] < span[1] and (scene.words(span) > 0 or scene.word(span[0]) == ":")
