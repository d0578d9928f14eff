"""What the reader saw of attributions, as drafts of whole tokens.

In: a `Scene`. Out: `Draft`s in the order of their cues, one a cue, some without content.
"""

from collections.abc import Iterator

from throughline.annotate.statements.drafts import Draft
from throughline.annotate.statements.scene import Range, Scene, joined
from throughline.annotate.tree import is_relation

_HELPED = 2  # words between an auxiliary and its verb: "has [also] [repeatedly] said"


def find(scene: Scene) -> Iterator[Draft]:
    """Yield the attributions of the parse, their stretches snapped to tokens."""
    covered = 0
    for attribution in sorted(scene.parse.attributions, key=lambda a: a.cue):
        cue = _whole(scene, scene.span(attribution.cue))
        if cue is None or cue[0] < covered:
            continue  # the adverb and the verb of one cue may have been seen as two
        covered = cue[1]
        source = None if attribution.source is None else scene.span(attribution.source)
        content = joined([scene.span(stretch) for stretch in attribution.contents])
        yield Draft(content, source if source and source[0] < source[1] else None, cue, "reader")


def _whole(scene: Scene, span: Range) -> Range | None:
    """A cue with the verb that its auxiliary or adverb leans on; None where it is a mark, but for a colon."""
    if span[0] >= span[1] or (scene.words(span) == 0 and scene.word(span[0]) != ":"):
        return None
    token = scene.tokens[scene.head(span)]
    if is_relation(token.relation, "aux", "advmod") and span[1] <= token.head <= span[1] + _HELPED:
        return span[0], token.head + 1
    if scene.word(span[1] - 1) == "according" and scene.word(span[1]) == "to":
        return span[0], span[1] + 1
    return span
