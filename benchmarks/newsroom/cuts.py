"""What an editor does to the paragraphs of a report that is taken over. In: an article. Out: an article; pure.

Nothing here changes a word inside a paragraph that stays: see wording and quoting for that.
"""

import re
from dataclasses import replace
from datetime import timedelta

from benchmarks.newsroom.articles import Article

SENTENCE_END = re.compile(r'(?<=[.!?]["”])\s+(?=["“A-Z])|(?<=[a-z0-9)][.!?])\s+(?=["“A-Z])')


def half(article: Article) -> Article:
    """The first half, as a page that is cut from the end for want of space."""
    return replace(article, paragraphs=article.paragraphs[: -(-len(article.paragraphs) // 2)])


def brief(article: Article) -> Article:
    """The first three paragraphs."""
    return replace(article, paragraphs=article.paragraphs[:3])


def tail_off(article: Article) -> Article:
    """All but the last two paragraphs."""
    return replace(article, paragraphs=article.paragraphs[:-2])


def thinned(article: Article) -> Article:
    """Every third paragraph taken out of the middle."""
    kept = tuple(text for place, text in enumerate(article.paragraphs) if place % 3 != 2)
    return replace(article, paragraphs=kept)


def trimmed(article: Article) -> Article:
    """The last sentence of each longer paragraph taken out."""
    return replace(article, paragraphs=tuple(_without_last(text) for text in article.paragraphs))


def relead(article: Article) -> Article:
    """A lead of the outlet's own in the place of the first paragraph."""
    return replace(article, paragraphs=(article.lead, *article.paragraphs[1:]))


def prelead(article: Article) -> Article:
    """A lead of the outlet's own before the first paragraph."""
    return replace(article, paragraphs=(article.lead, *article.paragraphs))


def localised(article: Article) -> Article:
    """A paragraph of the outlet's own in the middle."""
    middle = len(article.paragraphs) // 2
    return replace(article, paragraphs=(*article.paragraphs[:middle], article.local, *article.paragraphs[middle:]))


def reordered(article: Article) -> Article:
    """Neighbouring paragraphs after the first two exchanged."""
    first, rest = article.paragraphs[:2], list(article.paragraphs[2:])
    for place in range(0, len(rest) - 1, 2):
        rest[place], rest[place + 1] = rest[place + 1], rest[place]
    return replace(article, paragraphs=(*first, *rest))


def run_together(article: Article) -> Article:
    """Two paragraphs made one."""
    pairs = [article.paragraphs[place : place + 2] for place in range(0, len(article.paragraphs), 2)]
    return replace(article, paragraphs=tuple(" ".join(pair) for pair in pairs))


def broken_up(article: Article) -> Article:
    """A paragraph for each sentence."""
    return replace(article, paragraphs=tuple(part for text in article.paragraphs for part in sentences(text)))


def retitled(article: Article) -> Article:
    """Another headline."""
    return replace(article, title=article.retitled)


def placed(article: Article) -> Article:
    """The dateline of a wire in front: place, day and agency."""
    if not article.place:
        return article
    stamp = f"{article.place}, {article.day:%B} {article.day.day} ({article.credit or article.outlet}) - "
    return replace(article, paragraphs=(stamp + article.paragraphs[0], *article.paragraphs[1:]))


def unplaced(article: Article) -> Article:
    """A plain dateline: the place alone."""
    if not article.place:
        return article
    return replace(article, paragraphs=(f"{article.place} - {article.paragraphs[0]}", *article.paragraphs[1:]))


def day_later(article: Article) -> Article:
    """Printed on the following day."""
    return replace(article, day=article.day + timedelta(days=1))


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph of the newsroom, by full stop and capital."""
    return SENTENCE_END.split(text)


def _without_last(text: str) -> str:
    parts = sentences(text)
    return " ".join(parts[:-1]) if len(parts) > 1 else text
