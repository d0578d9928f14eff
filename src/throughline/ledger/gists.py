"""The gists of an article: what its telling sentences are about, worked out once, when the article is kept.

In: an article, its sentences, what was found in them. Out: a `Gist` for every sentence that holds an event or names
days, in order. It depends on the article alone, so when and in which order articles are added changes nothing.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from throughline.model import Findings, Grain, Mode, Span, Time, When
from throughline.text.gist import is_whole, letters, print_of, stems

# Grains that place an event, finest first; a decade or a century places none.
_FINE = {grain: rank for rank, grain in enumerate((
    Grain.DAY, Grain.WEEK, Grain.INTERVAL, Grain.MONTH, Grain.QUARTER, Grain.SEASON, Grain.YEAR))}  # fmt: skip


class Gist(NamedTuple):
    """A telling sentence. `place` counts the article's readable sentences from 0; `when`: the finest days it names.

    `stems` are those of its content words, in alphabetical order; `print` is a number that it shares with the same
    words printed elsewhere; `length` counts its words.
    """

    place: int
    start: int
    end: int
    when: When | None
    stems: tuple[str, ...]
    print: int
    length: int


def gists(text: str, sentences: Iterable[Span], found: Findings) -> tuple[Gist, ...]:
    """Give the gist of every sentence that tells something."""
    ordered = sorted(sentences)
    starts = [sentence.start for sentence in ordered]
    named = _days_named(found.times, starts)
    telling = {_sentence_at(starts, event.evidence.start) for event in found.events}
    told = _days_named(_unquoted(found), starts)
    telling |= {place for place in told if place >= 0 and is_whole(text[slice(*ordered[place])])}  # no bylines
    return tuple(_gist(text, ordered[place], place, named.get(place)) for place in sorted(telling) if place >= 0)


def _unquoted(found: Findings) -> Iterable[Time]:
    """Times that the article tells itself: a day in a quotation alone ("it was better in 2010") tells no happening."""
    quoted = [piece.span for one in found.statements if one.mode is Mode.DIRECT for piece in one.content]
    return (
        time
        for time in found.times
        if not any(start <= time.evidence.start and time.evidence.end <= end for start, end in quoted)
    )


def _gist(text: str, sentence: Span, place: int, when: When | None) -> Gist:
    words = text[sentence.start : sentence.end]
    length = letters(words).count(" ") + 1
    return Gist(place, *sentence, when, tuple(sorted(stems(words))), print_of(words), length)


def _sentence_at(starts: Sequence[int], place: int) -> int:
    return bisect_right(starts, place) - 1


def _days_named(times: Iterable[Time], starts: Sequence[int]) -> dict[int, When]:
    """The days that each sentence names: its finest, the first of equals. By the sentence's place."""
    named: dict[int, When] = {}
    for time in times:
        when = time.when
        if when is None or when.grain not in _FINE or when.first is None or when.last is None:
            continue
        place = _sentence_at(starts, time.evidence.start)
        if place not in named or _FINE[when.grain] < _FINE[named[place].grain]:
            named[place] = when
    return named
