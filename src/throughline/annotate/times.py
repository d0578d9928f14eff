"""Time expressions of an article, anchored to the day or days of its publication, or to what it dates itself.

Where the day of publication is a guess, the days that are counted from it are about right, and marked so.
"""

from collections.abc import Iterator
from dataclasses import replace

from throughline.annotate import anchors
from throughline.dates.expression import TimeExpression
from throughline.dates.phrases.find import find_times
from throughline.model import UNKNOWN, Article, Findings, Parse, Time, content_id


def _read(article: Article, parse: Parse) -> Iterator[TimeExpression]:
    """Read the expressions; what an anchor that is a guess changes is only about so."""
    anchor = article.published.anchor
    found = find_times(article.text, parse.tokens, parse.sentences, replace(anchor, approximate=False))
    if not anchor.approximate or anchor.first != anchor.last:
        yield from found
        return
    plain = {(t.start, t.end): t.when for t in find_times(article.text, parse.tokens, parse.sentences, UNKNOWN)}
    for time in found:
        hangs = time.when is not None and plain.get((time.start, time.end)) != time.when
        yield replace(time, when=replace(time.when, approximate=True)) if hangs and time.when else time


def find(article: Article, parse: Parse, earlier: Findings) -> tuple[Time, ...]:
    """Find the time expressions of an article's readable blocks, in text order."""
    del earlier
    found = tuple(_read(article, parse))
    return tuple(
        Time(
            content_id("time", article.id, time.start, time.end),
            article.evidence(time.start, time.end),
            time.type,
            time.value,
            time.when,
            time.rule,
            time.mod,
            article.evidence(*time.anchor) if time.anchor else None,
        )
        for time in anchors.anchor(article, found, parse)
    )
