"""Which sentences have a gist, and the days they name."""

from datetime import date

from throughline.ledger.gists import gists
from throughline.model import Evidence, Findings, Grain, Mode, Span, Statement, Time, When

TEXT = "In 2012 the ferry of 5 May sank. Nobody was hurt. 5 May 2012 · Dora Venn"
SENTENCES = (Span(33, 49), Span(0, 32), Span(50, 72))


def time(words: str, first: date, last: date, grain: Grain, nth: int = 0) -> Time:
    start = [place for place in range(len(TEXT)) if TEXT.startswith(words, place)][nth]
    return Time(f"time-{start}", Evidence("a", start, start + len(words), words), "DATE", "", When(first, last, grain))


def test_the_finest_days_are_a_sentences_and_bylines_tell_nothing() -> None:
    day = date(2012, 5, 5)
    found = Findings(
        times=(
            time("2012", date(2012, 1, 1), date(2012, 12, 31), Grain.YEAR),
            time("5 May", day, day, Grain.DAY),
            time("5 May", day, day, Grain.DAY, 1),
        )
    )
    (gist,) = gists(TEXT, SENTENCES, found)
    assert (gist.place, gist.start, gist.end, gist.length) == (0, 0, 32, 8)
    assert gist.when is not None
    assert gist.when.grain is Grain.DAY
    assert "ferry" in gist.stems


def test_without_findings_nothing_is_told() -> None:
    assert gists(TEXT, SENTENCES, Findings()) == ()
    assert gists("", (), Findings()) == ()


def test_a_day_in_a_quotation_alone_tells_nothing() -> None:
    quoted = Evidence("a", 0, 32, TEXT[0:32])
    said = Statement("s", quoted, None, None, (quoted,), Mode.DIRECT)
    times = (time("5 May", date(2012, 5, 5), date(2012, 5, 5), Grain.DAY),)
    assert gists(TEXT, SENTENCES, Findings(times=times, statements=(said,))) == ()
    assert len(gists(TEXT, SENTENCES, Findings(times=times))) == 1
