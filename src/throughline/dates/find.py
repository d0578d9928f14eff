"""Time expressions in running or Penn Treebank text.

In: a text with its tokens and sentences, and the interval in which it was published. Out: expressions in text
order, never overlapping, each with its TIMEX3 type and value, its days as far as the anchor allows, and the name of
the rule that read it. Of the rules that match at a place the longest match wins, then the earlier rule.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from throughline.dates import absolute, amounts, days, edges, relative
from throughline.dates.expression import TimeExpression
from throughline.dates.reading import Hit, Meaning, Rule
from throughline.dates.symbols import OTHER, symbols
from throughline.dates.tense import is_settled, lean
from throughline.model import Grain, Sentence, Token, When

RULES: tuple[Rule, ...] = absolute.RULES + relative.RULES + amounts.RULES
_BY_START: dict[str, tuple[Rule, ...]] = {
    letter: tuple(rule for rule in RULES if letter in rule.starts)
    for letter in {letter for rule in RULES for letter in rule.starts}
}
_IDLE = "tafIOBuVTFA&,('xk_ebsNEKl"  # letters that begin no expression by themselves
_HISTORY_YEARS = 8  # years named before a text can be a history of them ...
_HISTORY_SHARE = 0.8  # ... and the share of them that lies ...
_BEFORE = 2  # ... at least so many years before its day
_STAMPS = 3  # sentences that open with "2055 :" before a text can be a log kept by the clock
_TODAYS = 0.15  # weekdays, "today" and their like for each past year, from which a text is news after all
_DEICTIC = frozenset("Wwjrg")  # letters of weekday, weekend, today, now, ago: told from the writer's own day
_DEICTIC_FIRST = frozenset("LXZ")  # "last year"; "the last year" may be the story's
# Words of the writer's own day: a sentence that has one is read from there, whatever day the story has reached.
_WRITERS_WORDS = frozenset("has have 've is are will 'll today yesterday tomorrow tonight now currently".split())
_WIDEST_ANCHOR = 366  # days: a publication date vaguer than a year anchors nothing worth saying


@dataclass(frozen=True, slots=True)
class _Found:
    """An expression in tokens of its sentence: where, what it means, and the signal letter before it."""

    first: int
    stop: int
    meaning: Meaning
    rule: str
    signal: str
    hit: Hit


class _Clock:
    """The day that expressions are read from: that of writing, or in a history the day that the story has reached."""

    def __init__(self, now: date | None, *, is_story: bool) -> None:
        self._written = now
        self._now = now
        self._tells_story = is_story
        self._is_story = is_story
        self._previous: date | None = None

    def enter(self, tokens: Sequence[Token]) -> None:
        """Begin a sentence: also in a history, some are told from the writer's own day."""
        self._is_story = self._tells_story and not any(token.norm in _WRITERS_WORDS for token in tokens)

    def hit(self, tokens: Sequence[Token], match: re.Match[str], signal: str) -> Hit:
        """Hand a match to a rule, with the day and the way that it is read."""
        letters = match.group()
        is_deictic = letters[0] in _DEICTIC_FIRST or not _DEICTIC.isdisjoint(letters)
        if self._is_story and not is_deictic:
            return Hit(tokens, match, self._now, 0, self._previous, 1)
        way = -1 if is_settled(tokens, match.start()) else edges.SIGNALS.get(signal, 0)
        way = way or lean(tokens, match.start(), match.end())
        return Hit(tokens, match, self._written, way, self._previous)

    def pass_by(self, meaning: Meaning) -> None:
        """Move on to the day that an expression names."""
        when = meaning.when
        if when is None or when.first is None or when.last is None or meaning.type not in {"DATE", "TIME"}:
            return
        if when.is_day:
            self._previous = when.first
        if self._is_story:
            self._now = days.shift_days(when.first, (when.last - when.first).days // 2)
            self._previous = self._now


def find_times(
    text: str, tokens: Sequence[Token], sentences: Sequence[Sentence], anchor: When
) -> Iterator[TimeExpression]:
    """Find the time expressions of a text, read from the day or days of its publication."""
    first, last = anchor.first, anchor.last
    if first is None or last is None or (last - first).days > _WIDEST_ANCHOR:
        yield from _read(text, tokens, sentences, None)
        return
    found = _read(text, tokens, sentences, last)
    if first == last:
        yield from found
        return
    earliest = {(t.start, t.end): t for t in _read(text, tokens, sentences, first)}
    unanchored = {(t.start, t.end): t for t in _read(text, tokens, sentences, None)}
    for time in found:
        other, plain = earliest.get((time.start, time.end)), unanchored.get((time.start, time.end))
        yield _either(time, other, plain.value if plain else time.value) if other else time


def _either(late: TimeExpression, early: TimeExpression, value: str) -> TimeExpression:
    """Join what an expression means from the first and from the last possible day of publication."""
    if late.when == early.when:
        return late
    if late.when is None or early.when is None:
        return replace(late, value=value, when=None)
    first = min(early.when.first, late.when.first) if early.when.first and late.when.first else None
    last = max(early.when.last, late.when.last) if early.when.last and late.when.last else None
    grain = late.when.grain if first is None or last is None else Grain.INTERVAL
    return replace(late, value=value, when=replace(late.when, first=first, last=last, grain=grain))


def _read(
    text: str, tokens: Sequence[Token], sentences: Sequence[Sentence], now: date | None
) -> Iterator[TimeExpression]:
    cut = _without_stamps([(own, symbols(own)) for own in (tokens[s.first : s.last] for s in sentences)])
    clock = _Clock(now, is_story=now is not None and _tells_history(cut, now))
    for own, letters in cut:
        if not letters.strip(_IDLE):
            continue
        clock.enter(own)
        for item in _ranges(letters, list(_scan(own, letters, clock))):
            yield _expression(text, own, item)


def _without_stamps(cut: list[tuple[Sequence[Token], str]]) -> list[tuple[Sequence[Token], str]]:
    """Take the clock stamps of a live log ("2055 : The president arrives") for what they are: no years.

    Years that open entries come in order and every one is a possible year; stamps of a log run backwards, or some
    lie in no century that has passed.
    """
    opening = [int(own[0].norm) for own, letters in cut if letters[:1] == "Y" and len(own) > 1 and own[1].norm == ":"]
    are_clocks = all(number // 100 < 24 and number % 100 < 60 for number in opening)
    if len(opening) < _STAMPS or not are_clocks or opening == sorted(opening):
        return cut
    return [
        (own, OTHER + letters[1:] if letters[:1] == "Y" and len(own) > 1 and own[1].norm == ":" else letters)
        for own, letters in cut
    ]


def _tells_history(cut: Sequence[tuple[Sequence[Token], str]], now: date) -> bool:
    """Tell a history from news: nearly all the years that it names are well before its day, and nothing is of today."""
    years = [int(t.norm) for own, letters in cut for t, letter in zip(own, letters, strict=True) if letter == "Y"]
    plausible = [year for year in years if year <= now.year + _BEFORE]
    past = sum(year <= now.year - _BEFORE for year in plausible)
    todays = sum(letters.count(letter) for _, letters in cut for letter in _DEICTIC)
    return past >= _HISTORY_YEARS and past >= _HISTORY_SHARE * len(plausible) and todays <= _TODAYS * past


def _expression(text: str, tokens: Sequence[Token], item: _Found) -> TimeExpression:
    start, end = tokens[item.first].start, tokens[item.stop - 1].end
    when = item.meaning.when
    if when is not None:
        from_signal = tokens[item.first - 1].start if item.signal else start
        when = days.named(when, text[from_signal:end], item.rule)
    return TimeExpression(start, end, item.meaning.type, item.meaning.value, when, item.rule)


def _scan(tokens: Sequence[Token], letters: str, clock: "_Clock") -> Iterator[_Found]:
    index = 0
    while index < len(letters):
        found = None if letters[index] == OTHER else _best(tokens, letters, index, clock)
        if found is None:
            index += 1
            continue
        yield found
        clock.pass_by(found.meaning)
        index = found.stop


def _best(tokens: Sequence[Token], letters: str, index: int, clock: "_Clock") -> _Found | None:
    """Read the longest expression that begins at a token."""
    best: _Found | None = None
    for rule in _BY_START.get(letters[index], ()):
        match = rule.pattern.match(letters, index)
        if match is None or match.end() == index or (best and match.end() <= best.stop):
            continue
        prefix = edges.PARTS.search(letters, max(index - 3, 0), index)
        first = prefix.start() if prefix else index
        signal = letters[first - 1] if first > 0 and letters[first - 1] in edges.SIGNALS else ""
        hit = clock.hit(tokens, match, signal)
        meaning = rule.reader(hit)
        if meaning is None:
            continue
        if prefix and meaning.type == "DATE":
            word = tokens[prefix.start("noun") if prefix["noun"] else prefix.start("adjective")].norm
            meaning = replace(meaning, when=edges.part(meaning.when, word) if meaning.when else None)
        else:
            first = index
        best = _Found(first, match.end(), meaning, rule.name, signal, hit)
    return _bounded(letters, best) if best else None


def _bounded(letters: str, found: _Found) -> _Found:
    """Open the interval where a signal stands before the expression and the expression is not another's epithet."""
    when = found.meaning.when
    is_epithet = letters[found.stop : found.stop + 1] == "'"
    if not found.signal or found.meaning.type not in {"DATE", "TIME"} or when is None or is_epithet:
        return replace(found, signal="")
    return replace(found, meaning=replace(found.meaning, when=edges.bound(when, found.signal)))


def _ranges(letters: str, found: Sequence[_Found]) -> Iterator[_Found]:
    """Join the two ends of "from June until the end of 2009" and "between May and July": each gets the whole."""
    index = 0
    while index < len(found):
        one = found[index]
        two = found[index + 1] if index + 1 < len(found) else None
        if two is not None and _is_range(letters, one, two):
            yield from _whole(one, two)
            index += 2
        else:
            yield one
            index += 1


def _is_range(letters: str, one: _Found, two: _Found) -> bool:
    between = letters[one.stop : two.first]
    before = letters[one.first - 1] if one.first else ""
    return (before == "F" and between in {"T", "u"}) or (before == "E" and between == "&")


def _whole(one: _Found, two: _Found) -> Iterator[_Found]:
    end = two.meaning.when
    if end is None or end.last is None or one.meaning.when is None:
        yield from (one, two)
        return
    start = one.meaning.when
    if start.first is None or start.first > end.last:
        again = next(r for r in RULES if r.name == one.rule).reader(replace(one.hit, now=end.last, lean=-1))
        start = again.when if again and again.when else start
    if start.first is None or start.first > end.last:
        yield from (one, two)
        return
    whole = days.span(start.first, end.last)
    for item in (one, two):
        yield replace(item, meaning=replace(item.meaning, when=whole))
