"""How a finding came by its days: the words, the rule that read them, and what they were counted from.

In: a view and a finding. Out: sentences for a person: the finding's words first, the date card of its page last. What a
day was counted from is tried, not guessed: the words are read alone, and then from another day of publication.
"""

from dataclasses import replace

from throughline.dates import find_times
from throughline.dates.days import shift_days
from throughline.ledger.view import View
from throughline.model import UNKNOWN, Article, DateCard, Finding, Mention, Parse, Sentence, Statement, Time, When
from throughline.reader.layout import lay
from throughline.text.tokens import tokenise

_APART = 400  # days to another day of publication: another year, month, and weekday
_DEADLINE = "deadline"


def reasons(view: View, found: Finding) -> tuple[str, ...]:
    """Say how a finding came by its days; nothing where it has none, or where its words are not found again."""
    when = days_of(found)
    if when is None or not when.words:
        return ()
    article = view.article(found.evidence.article)
    time = found if isinstance(found, Time) else _time(view, found, when)
    if time is None or time.when is None:
        return (f"{when.words!r} is {when.edtf}, read by the rule {when.rule!r}",)
    is_moved = _is_moved(article, view.parse(article.id) or lay(article), time)
    said = [
        f"{when.words!r} is {when.edtf}, read by the rule {when.rule!r}{_counted(article, time, is_moved=is_moved)}"
    ]
    if when.rule != _DEADLINE and (when.first, when.last) != (time.when.first, time.when.last):
        said.append(f"{time.evidence.words!r} by itself is {time.when.edtf}; what is planned lies ahead")
    if is_moved:
        said.append(dated(article))
    return tuple(said)


def dated(article: Article) -> str:
    """Say when an article was published, and why, in one sentence."""
    card = article.published
    why = f": {card.reasons[0]}" if card.reasons else ""
    return f"the article was published {_told(card)}{why} ({article.id})"


def days_of(found: Finding) -> When | None:
    """The days that a finding has; of an event that is only due, the deadline."""
    if isinstance(found, Mention):
        return None
    if isinstance(found, Statement):
        return found.said
    return found.when or getattr(found, "due", None)


def _told(card: DateCard) -> str:
    if card.guess is None or card.when.is_day:
        return card.when.edtf
    return f"{card.when.edtf}, perhaps {card.guess.edtf}?"


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


def _counted(article: Article, time: Time, *, is_moved: bool) -> str:
    if time.anchor is not None:
        return f", counted from {time.anchor.words!r}"
    if _is_alone(article, time):
        return " from the words alone"
    if is_moved:
        return ", counted from the day of publication"
    return ", counted from what the article tells before"


def _is_alone(article: Article, time: Time) -> bool:
    start, end = time.evidence.start, time.evidence.end
    tokens = tuple(tokenise(article.text, start, end))
    if not tokens:
        return False
    found = find_times(article.text, tokens, (Sentence(0, len(tokens), start, end, 0),), UNKNOWN)
    return any(_same(one.when, time.when) for one in found)


def _is_moved(article: Article, parse: Parse, time: Time) -> bool:
    """Tell whether a time would be of other days, had its article been published on another."""
    published = article.published.when
    if published.first is None or published.last is None:
        return False
    first, last = (shift_days(day, -_APART) for day in (published.first, published.last))
    for one in find_times(article.text, parse.tokens, parse.sentences, replace(published, first=first, last=last)):
        if one.start == time.evidence.start and one.end == time.evidence.end:
            return not _same(one.when, time.when)
    return True


def _same(one: When | None, other: When | None) -> bool:
    return one is not None and other is not None and (one.first, one.last) == (other.first, other.last)
