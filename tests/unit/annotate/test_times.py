from datetime import date

from throughline.annotate import times
from throughline.dates.edtf import parse_edtf
from throughline.model import Article, Block, DateCard, Findings, Role
from throughline.reader import layout


def _article(text: str, day: str) -> Article:
    half = text.index("\n\n")
    blocks = (Block(Role.BODY, 0, half), Block(Role.COMMENT, half + 2, len(text)))
    return Article(
        *("article-1", "page-1", "a.txt", None, None, (), None, None),
        published=DateCard(parse_edtf(day)),
        origin=None,
        dateline=None,
        text=text,
        blocks=blocks,
    )


def test_times_stand_in_readable_blocks_and_hold_their_words() -> None:
    article = _article("Envoys met in Velm on Friday.\n\nOn Sunday I saw them, says a reader.", "2031-05-05")
    found = times.find(article, layout.lay(article), Findings())
    assert [(t.evidence.words, t.type, t.value) for t in found] == [("Friday", "DATE", "2031-05-02")]
    time = found[0]
    assert time.when is not None
    assert time.when.first == date(2031, 5, 2)
    assert article.text[time.evidence.start : time.evidence.end] == time.evidence.words
    assert time.rule == "weekday"
    assert times.find(article, layout.lay(article), Findings()) == found
