"""Time expressions of an article, anchored to the day or days of its publication, or to what it dates itself."""

from throughline.annotate import anchors
from throughline.dates.phrases.find import find_times
from throughline.model import Article, Findings, Parse, Time, content_id


def find(article: Article, parse: Parse, earlier: Findings) -> tuple[Time, ...]:
    """Find the time expressions of an article's readable blocks, in text order."""
    del earlier
    found = tuple(find_times(article.text, parse.tokens, parse.sentences, article.published.when))
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
