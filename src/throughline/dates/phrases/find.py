"""Time expressions in running or Penn Treebank text.

In: a text with its tokens and sentences, and the interval in which it was published. Out: expressions in text
order, never overlapping, each with its TIMEX3 type and value, its days as far as the anchor allows, and the name of
the rule that read it. Of the rules that match at a place the longest match wins, then the earlier rule.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from throughline.dates import days
from throughline.dates.expression import TimeExpression
from throughline.dates.phrases import edges
from throughline.dates.phrases.anchored import join_anchors
from throughline.dates.phrases.clock import Clock
from throughline.dates.phrases.cues import IDLE, may_tell
from throughline.dates.phrases.cuts import cut
from throughline.dates.phrases.entries import entry_days
from throughline.dates.phrases.found import Found
from throughline.dates.phrases.history import tells_history
from throughline.dates.phrases.moments import join_moments
from throughline.dates.phrases.openings import open_intervals
from throughline.dates.phrases.ranges import join_ranges
from throughline.dates.phrases.reading import Rule
from throughline.dates.phrases.running import days_on
from throughline.dates.phrases.stamps import without_stamps
from throughline.dates.phrases.symbols import OTHER, symbols
from throughline.dates.rules.periods import has_figures
from throughline.dates.rules.portions import join_portions
from throughline.dates.rules.table import RULES
from throughline.model import Grain, Sentence, Token, When
from throughline.text.sentences import split
from throughline.text.tokens import tokenise

_BY_START: dict[str, tuple[Rule, ...]] = {
    letter: tuple(rule for rule in RULES if letter in rule.starts)
    for letter in {letter for rule in RULES for letter in rule.starts}
}
_WIDEST_ANCHOR = 366  # days: a publication date vaguer than a year anchors nothing worth saying


def times_of(text: str, anchor: When) -> Iterator[TimeExpression]:
    """Find the time expressions of a text that nobody has cut into tokens and sentences yet."""
    tokens = list(tokenise(text))
    sentences = [Sentence(a, b, tokens[a].start, tokens[b - 1].end, 0) for a, b in split(text, tokens)]
    return find_times(text, tokens, sentences, anchor)


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
    lines = without_stamps([_written(tokens[s.first : s.last]) for s in sentences])
    clock = Clock(
        now,
        is_story=now is not None and tells_history(lines, now),
        days_on=days_on(lines, now) if now else 0,
    )
    entries = entry_days(lines, now)
    for index, (sentence, (own, letters)) in enumerate(zip(sentences, lines, strict=True)):
        if not letters.strip(IDLE):
            continue
        has_grammar = own[0].xpos != "" and len(own) == sentence.last - sentence.first
        offset = sentence.first if has_grammar else -1
        clock.enter(own, offset, entries.get(index, ()))
        parts = join_portions(own, letters, list(_scan(own, letters, clock)))
        opened = open_intervals(own, join_moments(letters, parts))
        joined = join_ranges(letters, list(opened))
        for item in join_anchors(own, list(joined), offset):
            yield _expression(text, own, item)


def _written(tokens: Sequence[Token]) -> tuple[Sequence[Token], str]:
    """Write the letters of a sentence, none where it can hold no time."""
    if not may_tell(tokens):
        return tokens, ""
    own = cut(tokens)
    return own, symbols(own)


def _expression(text: str, tokens: Sequence[Token], item: Found) -> TimeExpression:
    start, end = tokens[item.first].start, tokens[item.stop - 1].end
    when = item.meaning.when
    if when is not None:
        from_signal = tokens[item.first - 1].start if item.signal else start
        when = days.named(when, text[from_signal:end], item.rule.name)
    anchor = (tokens[item.anchor[0]].start, tokens[item.anchor[1] - 1].end) if item.anchor else None
    rule = item.way or item.rule.name
    return TimeExpression(start, end, item.meaning.type, item.meaning.value, when, rule, item.meaning.mod, anchor)


def _scan(tokens: Sequence[Token], letters: str, clock: Clock) -> Iterator[Found]:
    index = floor = 0
    while index < len(letters):
        found = None if letters[index] == OTHER else _best(tokens, letters, index, floor, clock)
        if found is None:
            index += 1
            continue
        yield found
        clock.pass_by(letters, found)
        index = floor = found.stop


def _best(tokens: Sequence[Token], letters: str, index: int, floor: int, clock: Clock) -> Found | None:
    """Read the longest expression that begins at a token; the words before it begin at `floor` or later."""
    best: Found | None = None
    for rule in _BY_START.get(letters[index], ()):
        match = rule.pattern.match(letters, index)
        if match is None or match.end() == index or (best and match.end() <= best.stop):
            continue
        edge = edges.before(tokens, letters, index, floor)
        signal = _signal(letters, edge.first)
        hit = clock.hit(tokens, match, signal)
        meaning = rule.reader(hit)
        if meaning is None:
            continue
        meaning = clock.placed(meaning)
        wide = edges.widen(edge, meaning) if edge.first < index else None
        first = index if wide is None else edge.first
        whole = wide or meaning
        best = Found(first, match.end(), whole, rule, _signal(letters, first), hit, whole.when)
    return _bounded(letters, best) if best else None


def _signal(letters: str, first: int) -> str:
    return letters[first - 1] if first > 0 and letters[first - 1] in edges.SIGNALS else ""


def _bounded(letters: str, found: Found) -> Found:
    """Open the interval where a signal stands before the expression and the expression is not another's epithet."""
    when = found.meaning.when
    is_epithet = letters[found.stop : found.stop + 1] == "'" or "/" in found.meaning.value  # both ends are said
    is_compared = found.signal == "F" and has_figures(found.hit)  # "up 4% from last year" says no beginning
    if not found.signal or found.meaning.type not in {"DATE", "TIME"} or when is None or is_epithet or is_compared:
        return replace(found, signal="")
    return replace(found, meaning=replace(found.meaning, when=edges.bound(when, found.signal)))
