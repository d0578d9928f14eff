"""What one article tells, as accounts: of what opens it, and of what its words give a day.

In: a parse with states, and what was found. Out: a `Tale`, or None where no judge fits the reader. Sentences count that
open the article or hold a time expression, whatever day that turns out to be: so one tale serves, to whatever day the
article is anchored. They are told by their events; one without by the word that tells nearest to the top of its
grammar, those left out by which somebody says something. No account is taken of what else a report brings as
background: it is half of all events, only its print would date it, and pairing it took two thirds of the time.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final, NamedTuple

from throughline.model import Findings, Parse
from throughline.resolve.happenings import judge, telling
from throughline.resolve.happenings.accounts import Account, Outline, account, outline

_DEEPEST: Final = 100  # of a word below its root that is looked into
OPENING: Final = 3  # sentences that count as an article's news, day or none
MOST: Final = 100  # accounts of one article: four times those of a long report; pairs within it grow by the square


class Place(NamedTuple):
    """Where a telling stands: where its trigger starts, or its sentence, if no event was found in it."""

    start: int
    is_sentence: bool


@dataclass(frozen=True, slots=True, eq=False)
class Tale:
    """The accounts of an article, by place, in order. Their states are narrowed by the judge of that number."""

    outline: Outline
    accounts: Mapping[Place, Account]
    judge: int


def tale(article: str, parse: Parse, found: Findings) -> Tale | None:
    """Take down what an article tells."""
    net, teller = judge.load(), telling.load()
    if net is None or teller is None or parse.states is None or not parse.reader == net.reader == teller.reader:
        return None
    own = outline(article, parse)
    heads = dict(sorted([*_of_events(parse, found), *_of_sentences(parse, found, set(teller.words(parse)))])[:MOST])
    accounts = {place: net.narrowed(account(own, parse, *head)) for place, head in heads.items()}
    return Tale(own, accounts, net.number)


_Head = tuple[int, Sequence[int]]


def _of_events(parse: Parse, found: Findings) -> Iterator[tuple[Place, _Head]]:
    starts, counted = [token.start for token in parse.tokens], _counted(parse, found)
    for event in found.events:
        if not (event.when or event.due or _sentence(parse, event.trigger.start) in counted):
            continue
        first, last = bisect_right(starts, event.trigger.start) - 1, bisect_right(starts, event.trigger.end - 1)
        within = range(max(first, 0), last)
        head = next((index for index in within if parse.tokens[index].head not in within), None)
        if head is not None:
            yield Place(event.trigger.start, is_sentence=False), (head, within)


def _of_sentences(parse: Parse, found: Findings, telling: AbstractSet[int]) -> Iterator[tuple[Place, _Head]]:
    full = {_sentence(parse, event.trigger.start) for event in found.events}
    words: dict[int, list[int]] = {}
    firsts = [sentence.first for sentence in parse.sentences]
    for index in telling - _cues(parse):
        words.setdefault(bisect_right(firsts, index) - 1, []).append(index)
    for number in sorted(_counted(parse, found) & words.keys() - full):
        head = min(words[number], key=lambda index: (_depth(parse, index), index))
        yield Place(parse.sentences[number].start, is_sentence=True), (head, ())


def _counted(parse: Parse, found: Findings) -> set[int]:
    """The numbers of the sentences that open the article or hold a time expression."""
    return {*range(OPENING), *(_sentence(parse, time.evidence.start) for time in found.times)}


def _sentence(parse: Parse, start: int) -> int:
    """The number of the sentence that holds a place."""
    return bisect_right(parse.sentences, start, key=lambda each: each.start) - 1


def _cues(parse: Parse) -> set[int]:
    """The words by which somebody says something: what is said tells, not they."""
    starts = [token.start for token in parse.tokens]
    cues = (each.cue for each in parse.attributions)
    return {index for cue in cues for index in range(bisect_left(starts, cue.start), bisect_left(starts, cue.end))}


def _depth(parse: Parse, index: int) -> int:
    """How many words a word hangs below its sentence's root; no deeper than the sentence is long."""
    depth = 0
    while parse.tokens[index].head >= 0 and depth < _DEEPEST:
        index, depth = parse.tokens[index].head, depth + 1
    return depth
