"""What an article tells that others may tell too, each with the words that give its day.

In: an article with what was found in it. On a page without a day, the findings are those of the same page read as if
it were of some day, so that events have the days that their words give. Out: `Trace`s, in text order. They rest on the
article alone.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from throughline.dates.words import WEEKDAYS
from throughline.model import (
    Article,
    Event,
    Evidence,
    Findings,
    Mode,
    Span,
    Statement,
    Status,
    Time,
    Trace,
    TraceKind,
    When,
)
from throughline.resolve.dating import deeds, names, week
from throughline.tables.predicates import noun_forms
from throughline.text.fold import fold_name
from throughline.text.gist import letters, print_of

_LEAST_WORDS = 8  # of a sentence or a quotation: shorter ones are said again ("We will never give up.")
_NUMBERS = {"a": 1, "the": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_BEHIND_NOUN = re.compile(r"\s+(?:on\s+)?(?:early\s+|late\s+)?(?:on\s+)?")
_BEHIND_VERB = re.compile(r"(?:\s+[A-Z][\w.’'-]*){0,8}\s+(?:on\s+)?(?:early\s+|late\s+)?(?:on\s+)?")
# "Saturday, a day after [the killing]": from a day to the deed that it is counted from.
_COUNTED = re.compile(
    r"^\s*,?\s*(?P<count>a|the|one|two|three|four|five|six)\s+days?\s+(?P<way>after|following|before)\b[^.;!?]{0,80}$",
    re.IGNORECASE,
)


def traces(article: Article, found: Findings, sentences: Sequence[Span]) -> tuple[Trace, ...]:
    """Find an article's traces."""
    whole = _Whole(article, found, sentences)
    told = tuple(_deeds(whole))
    own = {
        (trace.kind, trace.key, trace.evidence.start): trace
        for trace in (*told, *_sentences(whole), *_quotes(whole), *_row(whole, told))
    }
    return tuple(sorted(own.values(), key=lambda one: (one.evidence.start, one.kind, one.key)))


class _Whole:
    """An article with its times by sentence."""

    def __init__(self, article: Article, found: Findings, sentences: Sequence[Span]) -> None:
        self.article = article
        self.found = found
        self.sentences = sorted(sentences)
        self._starts = [span.start for span in self.sentences]
        self._times: dict[int, list[Time]] = {}
        for time in found.times:
            self._times.setdefault(self.place(time.evidence.start), []).append(time)

    def place(self, start: int) -> int:
        """The number of the sentence that holds a place."""
        return bisect_right(self._starts, start) - 1

    def times(self, place: int) -> list[Time]:
        return self._times.get(place, [])

    def sentence(self, place: int) -> Evidence:
        return self.article.evidence(*self.sentences[place])

    def giving(self, when: When | None, place: int) -> Evidence | None:
        """The words of a sentence that give an event its day."""
        if when is None or not when.is_day:
            return None
        fitting = (
            t.evidence for t in self.times(place) if t.when and (t.when.first, t.when.last) == (when.first, when.last)
        )
        return next((e for e in fitting if e.words in when.words or when.words in e.words), None)


def _deeds(whole: _Whole) -> Iterator[Trace]:
    mentions = {mention.id: mention for mention in whole.found.mentions}
    for event in whole.found.events:
        place = whole.place(event.trigger.start)
        if place < 0:
            continue
        for family, name in deeds.told(event, mentions, whole.article.text):
            time, shift = _day_of(whole, event, place)
            key = print_of(f"{family} {names.key(name)}")
            yield Trace(TraceKind.DEED, key, whole.sentence(place), name, time, shift)


def _day_of(whole: _Whole, event: Event, place: int) -> tuple[Evidence | None, int]:
    """Find the words that give a deed's day: those that it has, or a day that is counted from it."""
    own = whole.giving(event.when, place)
    if own is not None:
        return own, 0
    for time in whole.times(place):
        if time.when is None or not time.when.is_day:
            continue
        if time.evidence.start >= event.trigger.end:
            if _is_beside(whole, event, time.evidence):
                return time.evidence, 0
            continue
        counted = _COUNTED.match(whole.article.text[time.evidence.end : event.trigger.start])
        if counted:
            count = _NUMBERS[counted["count"].casefold()]
            return time.evidence, count if counted["way"].casefold() == "before" else -count
    return None, 0


def _is_beside(whole: _Whole, event: Event, time: Evidence) -> bool:
    """Tell a day right behind a deed: "his death on Friday", "killed Gen. Karl Astor on Jan. 3"; no verb between."""
    between = whole.article.text[event.trigger.end : time.start]
    beside = _BEHIND_VERB if deeds.is_verb(event) else _BEHIND_NOUN
    triggers = (other.trigger.start for other in whole.found.events)
    return beside.fullmatch(between) is not None and not any(
        event.trigger.end <= start < time.start for start in triggers
    )


def _sentences(whole: _Whole) -> Iterator[Trace]:
    """Sentences that name one day, on which something happened: who prints the same words means the same day."""
    for words in dict.fromkeys(words for _, words in _past(whole)):
        place = whole.place(words.start)
        days = [time for time in whole.times(place) if time.type in {"DATE", "TIME"}]
        if len(days) == 1 and days[0].rule == "weekday":  # "today" and "this morning" are printed again a day later
            sentence = whole.sentence(place)
            if letters(sentence.words).count(" ") + 1 >= _LEAST_WORDS:
                yield Trace(TraceKind.SENTENCE, print_of(sentence.words), sentence, "", words)


def _quotes(whole: _Whole) -> Iterator[Trace]:
    for statement in whole.found.statements:
        if statement.mode is Mode.INDIRECT or statement.is_thought:
            continue
        for piece in statement.content:
            if letters(piece.words).count(" ") + 1 >= _LEAST_WORDS:
                time = whole.giving(statement.said, whole.place(statement.evidence.start))
                yield Trace(TraceKind.QUOTE, print_of(f"“ {piece.words}"), piece, _passed_on(statement, whole), time)


def _passed_on(statement: Statement, whole: _Whole) -> str:
    """Names of those whom the article has a quotation from: "cited by Reuters", "told AFP", "Source: Sputnik"."""
    relays = [fold_name(relay.name) for relay in statement.chain]
    if whole.article.origin:
        relays.append(fold_name(whole.article.origin.name))
    return "; ".join(dict.fromkeys(relays))


def _row(whole: _Whole, told: Sequence[Trace]) -> Iterator[Trace]:
    """Find the newest of the weekdays on which something was done or said; a meeting "on Friday" may be to come."""
    named: dict[int, Evidence] = {}
    for words in (*(words for _, words in _past(whole, nouns=False)), *(one.time for one in told if one.time)):
        day = WEEKDAYS.get(words.words.casefold().rstrip("."))
        if day is not None:
            named.setdefault(day, words)
    last = week.newest(named)
    if last is not None:
        day, before = last
        yield Trace(TraceKind.ROW, day, named[day], "", named[day], -before)


def _past(whole: _Whole, *, nouns: bool = True) -> Iterator[tuple[When, Evidence]]:
    """The days on which something happened or was said, and the words that give them."""
    events = [one for one in whole.found.events if one.status is Status.HAPPENED]
    done = [(e.when, e.trigger.start) for e in events if nouns or e.trigger.words.casefold() not in noun_forms()]
    said = [(one.said, one.evidence.start) for one in whole.found.statements if not one.is_thought]
    for when, start in (*done, *said):
        words = whole.giving(when, whole.place(start))
        if when and words:
            yield when, words
