"""Time expressions of an article whose day is only likely."""

from datetime import date

from throughline.annotate import times
from throughline.model import Article, Block, DateCard, Findings, Grain, Role, When
from throughline.reader.layout import lay

TEXT = "Kell left on Friday. The port opened on 2 May 2030."
LIKELY = When(date(2031, 3, 4), date(2031, 3, 4), Grain.DAY, "4 March 2031", "masthead")
WITHIN = When(date(2031, 1, 1), date(2031, 6, 30), Grain.INTERVAL)


def found(card: DateCard) -> dict[str, tuple[str, bool]]:
    block = Block(Role.BODY, 0, len(TEXT))
    told = Article("article-1", "page-1", "x", None, None, (), None, "en", card, None, None, TEXT, (block,))
    return {
        time.evidence.words: (time.when.edtf if time.when else "", time.when.approximate if time.when else False)
        for time in times.find(told, lay(told), Findings())
    }


def test_what_hangs_on_a_likely_day_is_about_right_and_what_does_not_is_as_it_was() -> None:
    assert found(DateCard(WITHIN, guess=LIKELY)) == {
        "Friday": ("2031-02-28~", True),
        "2 May 2030": ("2030-05-02", False),
    }


def test_a_guess_that_the_page_does_not_name_is_no_anchor() -> None:
    unnamed = When(LIKELY.first, LIKELY.last, Grain.DAY)
    assert DateCard(WITHIN, guess=unnamed).anchor == WITHIN
    assert DateCard(LIKELY, guess=None).anchor == LIKELY
    assert found(DateCard(WITHIN, guess=unnamed))["Friday"] == found(DateCard(WITHIN))["Friday"]
