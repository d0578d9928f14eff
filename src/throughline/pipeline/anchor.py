"""Articles anchored to another day than that of their own page: by other pages of the story, or by a person's ruling.

In: an open `Ledger`, an article's id, and a date card, or a ruling. Out: the article's rows as they would be had its
page said so, in milliseconds: what a reader saw is kept, and the finders go over it again; no page is read again and no
network runs. A ruling goes over what other pages say, that over what the page says; all three are kept, so that what is
taken back leaves the rows as they were (law 4), in whatever order things come (law 3).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from throughline.dates.published import ruled
from throughline.extract.masthead import notes
from throughline.ledger import Ledger, Reading, parses, rulings
from throughline.ledger.reading import Dating
from throughline.model import DateCard, Link, Ruling
from throughline.pipeline.alike import Tales, alike
from throughline.pipeline.steps import STEPS, Steps, found, placed
from throughline.resolve import copies


def redate(
    ledger: Ledger, article: str, card: DateCard | None, known: date | None = None, steps: Steps = STEPS
) -> bool:
    """Date an article by other pages of the story, or (`card` None) by its own page alone again.

    `known` is the day since when a reader could know these pages; the article is known from then on, or from the
    card's last day where that is later. False where nothing changes, or there is no such article. Where a ruling
    stands, the card is kept, and is in force when the ruling is taken back.
    """
    held = ledger.held(article)
    if held is None or held.dating is None:
        return False
    narrowed = held.dating._replace(narrowed=card, since=known if card else None)
    if narrowed == held.dating:
        return False
    ledger.redate(linked(ledger, anchored(held, narrowed, ledger.rulings(), steps)))
    return True


def rule(ledger: Ledger, ruling: Ruling, steps: Steps = STEPS) -> bool:
    """Keep a ruling; True where it dates an article of the story, or takes back one that did, and so moved its days."""
    made = ledger.rulings()
    if any(one.id == ruling.id for one in made):
        return False
    held = ledger.held(rulings.ruled(ruling, made))
    if ruling.verdict not in {rulings.DATE, rulings.UNDO} or held is None or held.dating is None:
        ledger.rule(ruling)
        return False
    after = [*made, ruling]
    if _settles(held, made) == _settles(held, after):
        ledger.rule(ruling)
        return False
    ledger.rule(ruling, linked(ledger, anchored(held, held.dating, after, steps)))
    return True


def as_ruled(reading: Reading, made: Iterable[Ruling], steps: Steps = STEPS) -> Reading:
    """Give the reading of a page that has just been read by the ruling that dates its article, if one holds."""
    if reading.article is None or _settles(reading, made) is None:
        return reading
    return anchored(reading, Dating(reading.article.published), made, steps)


def anchored(reading: Reading, dating: Dating, made: Iterable[Ruling], steps: Steps = STEPS) -> Reading:
    """Give the reading of an article by what dates it: the ruling that holds, else other pages, else its own."""
    article = reading.article
    if article is None:
        return reading
    card, since = dating.narrowed or dating.own, dating.since
    ruling = _settles(reading, made)
    if ruling is not None:
        card, since = ruled.card(dating.own, ruling), None  # what later pages said is not known as of an earlier day
    is_own = dating.narrowed is None and ruling is None
    again = replace(reading, dating=None if is_own else dating, since=since)
    dated = replace(article, published=card, notes=notes.dated(article.notes, card.when.first))
    parse = parses.unpacked(reading.parse, article.text) or steps.parse(dated)
    return placed(found(replace(again, article=dated), parse, steps))


def linked(ledger: Ledger, reading: Reading, tales: Tales | None = None) -> Reading:
    """Link an article to those that are there: as a copy or version of them, and by what both tell."""
    return replace(reading, links=tuple(_links(ledger, reading)), alike=alike(ledger, reading, tales))


def _links(ledger: Ledger, reading: Reading) -> Iterator[Link]:
    """Judge an article against those that share its prints or its address."""
    own = reading.sketch
    if own is not None:
        for other in ledger.alike(own, copies.shared_prints(len(own.prints))):
            link = copies.judge(own, other)
            if link is not None:
                yield link


def _settles(reading: Reading, made: Iterable[Ruling]) -> Ruling | None:
    return rulings.date_ruling(made, reading.article.id) if reading.article else None
