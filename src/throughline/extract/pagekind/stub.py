"""Whether a page holds only the opening of its article: the rest must be paid for, or its text breaks off.

In: a page and its article. Out: a `Problem` to stand beside the article, or None. The opening is read as any article;
a reader of the record must know that the rest was not there.
"""

import re

from throughline.extract import boxes, media
from throughline.model import Article, Block, Page, Problem, Severity, content_id

_PAID = re.compile(rb'isAccessibleForFree"\s{0,20}:\s{0,20}"?false', re.IGNORECASE)  # schema.org's word for a paywall
# Of 1,655 pages 7 are found within these bounds; read by hand, each is cut.
_SHORT, _CUT = 400, 250  # words up to which an article may be an opening: where a notice says so, and where markup does
_TORN = 100  # the same where its last words break off
_ABOVE, _BELOW = 5, 3  # blocks around an opening's end in which the notice stands; elsewhere it advertises
_SENTENCE = 6  # words of a line that can be torn off; a shorter one is a label
_BREAK = (" ...", " …", "[...]", "[…]")
_PAID_FOR = (
    "only the opening of the article is here: the rest must be paid for",
    "open it in a browser where you are signed in, save the whole article, and add that",
)
_BROKEN_OFF = (
    "only the opening of the article is here: its text breaks off",
    "open its address and add the whole article",
)


def doubt(page: Page, article: Article) -> Problem | None:
    """Say that only an article's opening is here, if a notice, the markup or torn-off words do."""
    places = [index for index, block in enumerate(article.blocks) if block.is_readable]
    words = sum(_line(article, article.blocks[index]).count(" ") + 1 for index in places)
    if not places or words >= _SHORT:
        return None
    last = places[-1]
    around = article.blocks[max(0, last - _ABOVE) : last + _BELOW + 1]
    if any(boxes.is_paid_notice(_line(article, block)) for block in around):
        return _problem(page, *_PAID_FOR)
    is_paid = media.essence(page.media_type) == media.HTML and words < _CUT and _PAID.search(page.data) is not None
    if is_paid:
        return _problem(page, *_PAID_FOR)
    end = _line(article, article.blocks[last])
    is_torn = words < _TORN and end.endswith(_BREAK) and end.count(" ") >= _SENTENCE
    return _problem(page, *_BROKEN_OFF) if is_torn else None


def _line(article: Article, block: Block) -> str:
    return article.text[block.start : block.end].strip()


def _problem(page: Page, what: str, advice: str) -> Problem:
    return Problem(content_id("problem", page.id, what), page.source, what, Severity.WARNING, advice, page.id)
