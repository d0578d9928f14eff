"""The latest figures of a story, as the last days' news tells them.

In: a view, when the present is, and what the story is about. Out: series with their last figure. Only counts of those
whom something befell tell how things stand: people killed, soldiers trained, troops remaining. A figure stands where
several reports of the last days give it, or where it is among the first words of one; deeper down stand other events
("worse than the 15,000 killed at ..."), older years and what might be.
"""

import re
from datetime import date, timedelta

from throughline.chronicle.essays import Essays
from throughline.chronicle.recent import Now, back
from throughline.chronicle.series import figures
from throughline.chronicle.subject import ABOUT, Subject
from throughline.ledger.view import View
from throughline.model import Evidence, Figure, Point, Role, Series
from throughline.tables.fates import fates

_REACH = 300  # letters before and after some words that their sentence may take
_STOP = re.compile(r"[.!?]\s|\n")
_LED = 1_000  # letters of an article's body in which its news stands
_SEVERAL = 2  # reports that give one figure, from which it may stand anywhere
_WITHIN = timedelta(days=31)  # a figure may be of so long before lately
_DAYS = timedelta(days=2)  # a toll is soon overtaken
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\b\d[\d,.]*\b")
_LISTED = 3  # numbers from which a sentence is a list: which is of what is easily misread
_EVERYBODY = frozenset({"people killed", "people injured", "people detained", "people wounded", "people arrested"})
_APART = re.compile(
    r"\b(?:worse|deadliest|worst|bigger|larger|compar\w+|than (?:the|in|at)|could|may|might|would|if|feared|expected"
    r"|estimate[sd]? to|plan\w*|hop(?:es?|ed|ing)|will)\b|\bn[o']t\b",
    re.IGNORECASE,
)


def latest(view: View, about: str | None, time: Now, subject: Subject, essays: Essays) -> list[tuple[Series, Figure]]:
    """The last point of every series that the last days' news gives, what is told of most first."""
    lately = {head.id for head in time.heads if (time.seen(head.known) or date.min) >= time.since}
    news = _News(view, time, subject, essays)
    found = [(one, point) for one in figures(view, about, lately) if _has_fate(one) and (point := news.last(one))]
    whole = {figure.id: figure for figure in view.figures(ids=[point.figure for _, point in found])} if found else {}
    return [(series, whole[point.figure]) for series, point in found]


def _has_fate(series: Series) -> bool:
    """Whether it counts some, and what befell them; what has a unit is an amount."""
    return not series.unit and any(word in fates() for word in series.of.casefold().split()[1:])


class _News:
    """The figures that are news."""

    def __init__(self, view: View, time: Now, subject: Subject, essays: Essays) -> None:
        self._view, self._time, self._subject, self._essays = view, time, subject, essays

    def last(self, series: Series) -> Point | None:
        """The point of a series that was told last, in the last days, and is the story's."""
        since, begin = max(self._time.fresh, back(self._time.latest, _DAYS)), back(self._time.since, _WITHIN)
        told = [one for one in series.points if self._known(one) >= since and _day(one) >= begin]
        is_everybody = series.of.casefold() in _EVERYBODY
        for point in sorted(told, key=self._known, reverse=True):
            if self._stands(point, is_everybody=is_everybody):
                return point
        return None

    def _known(self, point: Point) -> date:
        return self._time.seen(point.known) or date.min

    def _stands(self, point: Point, *, is_everybody: bool) -> bool:
        """Whether a figure is of the story and of now; many events have "people killed" of no place."""
        words = point.evidence
        if words is None or self._essays.hold(words.article):
            return False
        sentence, around = self._around(words)
        if _APART.search(sentence) or any(int(year) != self._time.end.year for year in _YEAR.findall(sentence)):
            return False
        if len(_NUMBER.findall(sentence)) >= _LISTED:
            return False
        is_led = not is_everybody and self._is_led(words)
        return (is_led or point.reports >= _SEVERAL) and self._subject.share(around) >= ABOUT

    def _is_led(self, words: Evidence) -> bool:
        """Whether some words stand in the first paragraphs of their article."""
        bodies = (block.start for block in self._view.article(words.article).blocks if block.role is Role.BODY)
        return words.start - next(bodies, 0) <= _LED

    def _around(self, words: Evidence) -> tuple[str, str]:
        """The sentence around some words; and with the one before, which names who "he" is."""
        text = self._view.texts([words.article])[words.article]
        before = _STOP.split(text[max(0, words.start - _REACH) : words.start])
        rest = f"{words.words}{_STOP.split(text[words.end : words.end + _REACH])[0]}"
        return f"{before[-1]}{rest}", " ".join((*before[-2:], rest))


def _day(point: Point) -> date:
    return (point.when.last if point.when else None) or date.min
