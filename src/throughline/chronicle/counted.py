"""How a finding came by its days: the words, the rule that read them, and what they were counted from.

In: a view and a finding. Out: sentences for a person: the finding's words first, the date card of its page last. What a
day was counted from is tried, not guessed: the words are read alone, and then from another day of publication.
"""

from dataclasses import replace
from typing import NamedTuple

from throughline.dates.days import shift_days
from throughline.ledger import parses
from throughline.ledger.view import View
from throughline.model import UNKNOWN, Article, DateCard, Finding, Mention, Parse, Statement, Time, When

_APART = 400  # days to another day of publication: another year, month, and weekday
_DEADLINE = "deadline"
_SAID = 2  # reasons of a date: the first may say only that none is given


class Counted(NamedTuple):
    """How a finding came by its days, for a person; and whether another day of publication would move them."""

    reasons: tuple[str, ...] = ()
    is_moved: bool = False


def counted(view: View, found: Finding) -> Counted:
    """Say how a finding came by its days; nothing where it has none, or where its words are not found again."""
    when = days_of(found)
    if when is None or not when.words:
        return Counted()
    read = f"{when.words!r} is {when.edtf}, read by the rule {when.rule!r}"
    article = view.article(found.evidence.article)
    time = found if isinstance(found, Time) else _time(view, found, when)
    if time is None or time.when is None:
        return Counted((read,))
    held = view.held(article.id)
    parse = parses.unpacked(held.parse, article.text) if held else None
    if parse is None:  # a story of an older form: what the words were counted from can't be tried
        return Counted((read, dated(article)))
    is_moved = not _same(_again(article, parse, time, _elsewhere(article.published.when)), time.when)
    is_alone = not is_moved and _same(_again(article, parse, time, UNKNOWN), time.when)
    said = [read + _from(time, is_alone=is_alone, is_moved=is_moved)]
    if when.rule != _DEADLINE and not _same(when, time.when):
        said.append(f"{time.evidence.words!r} by itself is {time.when.edtf}; what is planned lies ahead")
    if is_moved:
        said.append(dated(article))
    return Counted(tuple(said), is_moved)


def dated(article: Article) -> str:
    """Say when an article was published, and why, in one sentence."""
    card = article.published
    why = f": {'; '.join(card.reasons[:_SAID])}" if card.reasons else ""
    return f"the article was published {_told(card)}{why} ({article.id})"


def days_of(found: Finding) -> When | None:
    """The days that a finding has; of an event that is only due, the deadline."""
    if isinstance(found, Mention):
        return None
    if isinstance(found, Statement):
        return found.said
    return found.when or getattr(found, "due", None)


def _told(card: DateCard) -> str:
    when = card.when
    if when.first is None and when.last is None:
        told = "on a day that nobody knows"
    else:
        first, slash, last = when.edtf.partition("/")
        told = f"from {first} to {last}".replace("from .. to", "until").replace(" to ..", " on") if slash else first
    guess = "" if card.guess is None or when.is_day else f", perhaps {card.guess.edtf.replace('/', ' to ')}?"
    return told + guess


def _time(view: View, found: Finding, when: When) -> Time | None:
    """The time expression that a finding's days were read from: the one in its sentence with these words."""
    start, end = found.evidence.start, found.evidence.end
    times = [
        time
        for time in view.times([found.evidence.article])
        if time.when is not None and time.when.words and _shares(time, when)
    ]
    return min(times, key=lambda time: _gap(time, start, end), default=None)


def _shares(time: Time, when: When) -> bool:
    named = time.when is not None and time.when.words == when.words
    return named or (when.rule == _DEADLINE and when.words.endswith(time.evidence.words))


def _gap(time: Time, start: int, end: int) -> int:
    """How far a time stands from a finding: 0 where it stands in it."""
    return max(start - time.evidence.start, time.evidence.end - end, 0)


def _from(time: Time, *, is_alone: bool, is_moved: bool) -> str:
    if time.anchor is not None:
        return f", counted from {time.anchor.words!r}"
    if is_alone:
        return " from the words alone"
    return ", counted from the day of publication" if is_moved else ", counted from what the article tells before"


def _elsewhere(published: When) -> When:
    """Another day of publication."""
    if published.first is None or published.last is None:
        return published
    return replace(published, first=shift_days(published.first, -_APART), last=shift_days(published.last, -_APART))


def _again(article: Article, parse: Parse, time: Time, published: When) -> When | None:
    """The days that the words of a time have, were its article published then."""
    from throughline.dates.phrases.find import find_times  # noqa: PLC0415 - 60 ms that only `why` needs

    found = find_times(article.text, parse.tokens, parse.sentences, published)
    return next((one.when for one in found if one.start == time.evidence.start and one.end == time.evidence.end), None)


def _same(one: When | None, other: When | None) -> bool:
    return one is not None and other is not None and (one.first, one.last) == (other.first, other.last)
