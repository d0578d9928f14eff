"""Time expressions of an article, anchored to the day or days of its publication."""

from throughline.dates import find_times
from throughline.model import Article, Findings, Parse, Time, content_id


def find(article: Article, parse: Parse, earlier: Findings) -> tuple[Time, ...]:
    """Find the time expressions of an article's readable blocks, in text order."""
    del earlier
    anchor = article.published.when
    return tuple(
        Time(
            content_id("time", article.id, time.start, time.end),
            article.evidence(time.start, time.end),
            time.type,
            time.value,
            time.when,
            time.rule,
            time.mod,
        )
        for time in find_times(article.text, parse.tokens, parse.sentences, anchor)
    )
