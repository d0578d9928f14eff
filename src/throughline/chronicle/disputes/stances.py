"""Stances and expectations that contradict: what one says will be, or wants, and another rules out.

In: a gathered view. Out: `Dispute`s about stance, one for two voices and a matter. Who speaks decides: the speaker of
the statement that the claim stands in, else who wants or refuses, else the outlet. One voice's change of mind is no
dispute; what a page that argues or chats says is nobody's news. A word of contradiction between two statements ("that
contradicts what she said") lets them meet although the second names less; it makes no dispute by itself.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from throughline.annotate.claims import Claim
from throughline.chronicle.disputes import reasons
from throughline.chronicle.disputes.claimed import claimed
from throughline.chronicle.disputes.opposed import OWN, Opposition, opposed
from throughline.chronicle.disputes.sides import dispute
from throughline.chronicle.disputes.voices import Voice, Voices
from throughline.chronicle.essays import Essays
from throughline.chronicle.happenings import Reading
from throughline.model import Dispute, Evidence
from throughline.tables.stances import Force
from throughline.text.gist import overlap, stems

_WINDOW = timedelta(days=14)  # a wish or refusal later than this is of something else, or a change of mind
_EXPECTED = timedelta(days=4)  # the same of what two say will be: what is expected changes with the news
_AT_ONCE = timedelta(days=1)  # and deeds told farther apart than this are two deeds
_CLUE = re.compile(
    r"\b(?:contradict\w*|contrary to|at odds with|conflict(?:s|ed|ing) with|in contrast to)\b", re.IGNORECASE
)
_REPEATED = 0.9  # share of stems from which a sentence stands within another
_NOT = re.compile(r"n['’]t\b|\b(?:no|not|never|den(?:y|ies|ied)|refus\w+|reject\w*)\b", re.IGNORECASE)
_CLUE_REACH = 600  # code points between two statements over which such a word joins them


class Pair(NamedTuple):
    """Two claims that can't both stand, the earlier first."""

    left: Claim
    right: Claim
    how: Opposition


def of_stances(read: Reading, articles: Collection[str] | None = None) -> Iterator[Dispute]:
    """Disputes of stance, and of status where two tell a deed as done and as not done; `articles`: among these."""
    texts: dict[str, str] = {}
    for pair, left, right in pairs(read, articles):
        missing = {pair.left.article, pair.right.article} - texts.keys()
        texts |= read.view.texts(missing) if missing else {}
        said = []
        for claim, voice in sorted(((pair.left, left), (pair.right, right)), key=lambda one: _age(read, one[0])):
            words = texts[claim.article][claim.start : claim.end]
            said.append((Evidence(claim.article, claim.start, claim.end, words), voice.name))
        is_status = pair.how.is_deed and not (left.name and right.name)
        yield dispute(read, "status" if is_status else "stance", said, _because(read, texts, pair, (left, right)))


def _because(read: Reading, texts: Mapping[str, str], pair: Pair, voices: tuple[Voice, Voice]) -> str:
    """Why the two can't both be so, for people."""
    left, right = pair.left, pair.right
    theme = sorted(
        (left.told.theme & right.told.theme)
        or (left.told.theme & right.told.terms)
        or (right.told.theme & left.told.terms)
    )
    told = []
    for claim, voice in zip((left, right), voices, strict=True):
        words = texts[claim.article][claim.start : claim.end]
        name = reasons.called(theme[0], words, read.who) if theme else "it"
        wanter = read.who.name(claim.told.wanter) if ":" in claim.told.wanter else claim.told.wanter
        told.append(reasons.side(claim, voice.name, wanter, pair.how.matter, name))
    return "; ".join(told)


def _age(read: Reading, claim: Claim) -> tuple[object, ...]:
    return (*read.origins.age(claim.article), claim.start)


def pairs(read: Reading, articles: Collection[str] | None = None) -> Iterator[tuple[Pair, Voice, Voice]]:
    """Find pairs of opposed claims of two voices, closest first, one for each two voices and matter."""
    found = list(_pairs(read, articles))
    voices = Voices(read, {claim.article for pair in found for claim in (pair.left, pair.right)})
    shown: set[tuple[object, ...]] = set()
    voiced = ((pair, voices.of(pair.left), voices.of(pair.right)) for pair in found)
    essays = Essays(read.view)
    for pair, left, right in sorted((one for one in voiced if _are_two(read, *one)), key=_clearest_first):
        marks: set[tuple[object, ...]] = {(claim.article, claim.start) for claim in (pair.left, pair.right)}
        weeks = {(theme, week) for theme in pair.left.told.theme & pair.right.told.theme for week in _weeks(read, pair)}
        if marks & shown or weeks & shown or _is_repeated(read, pair):
            continue
        if essays.hold(pair.left.article) or essays.hold(pair.right.article):
            continue
        shown |= marks | weeks
        yield pair, left, right


def _clearest_first(voiced: tuple[Pair, Voice, Voice]) -> tuple[object, ...]:
    """Pairs whose two speakers are known by name in front, then those that share most."""
    pair, left, right = voiced
    is_unnamed = left.name is None or right.name is None
    return (is_unnamed, -pair.how.shared, pair.left.article, pair.left.at, pair.right.article, pair.right.at)


def _is_repeated(read: Reading, pair: Pair) -> bool:
    """Tell one sentence that stands within the other, denial and all: grammar read one of them wrong."""
    texts = read.view.texts({pair.left.article, pair.right.article})
    left, right = (texts[claim.article][claim.start : claim.end] for claim in (pair.left, pair.right))
    return overlap(stems(left), stems(right)) >= _REPEATED and bool(_NOT.search(left)) == bool(_NOT.search(right))


def _weeks(read: Reading, pair: Pair) -> Iterator[int]:
    """The weeks around a pair, numbered from the calendar's first: what is said again in them is one dispute."""
    for claim in (pair.left, pair.right):
        day = read.origins.heads[claim.article].about.last
        if day is not None:
            yield from (day.toordinal() // 7 + step for step in (0, 1))


class _Dated(NamedTuple):
    """A claim with the days that it is of. In order of their first days, then of where they stand."""

    first: date
    article: str
    at: int
    last: date
    claim: Claim


def _pairs(read: Reading, articles: Collection[str] | None) -> Iterator[Pair]:
    """All pairs of opposed claims that were known within the window of each other."""
    texts = read.view.texts(articles)
    seen = set[tuple[str, int, str, int]]()
    for pros, cons in _by_matter(read, articles):
        for left, right in (*_near(pros, cons), *_near(cons, pros)):
            mark = (left.article, left.at, right.article, right.at)
            if mark in seen:
                continue
            how = opposed(left.claim, right.claim, is_joined=_is_joined(texts, left.claim, right.claim))
            if how is not None and right.first <= left.last + _reach(how, left.claim, right.claim):
                seen.add(mark)
                yield Pair(left.claim, right.claim, how)


def _by_matter(read: Reading, articles: Collection[str] | None) -> Iterator[tuple[list[_Dated], list[_Dated]]]:
    """The claims for and against each matter, in order."""
    sides: dict[tuple[str, int], list[_Dated]] = {}
    for claim in claimed(read, articles):
        about = read.origins.heads[claim.article].about
        if about.first is not None and about.last is not None:
            dated = _Dated(about.first, claim.article, claim.at, about.last, claim)
            for side in claim.poles:
                sides.setdefault(side, []).append(dated)
    for held in sides.values():
        held.sort(key=_order)
    yield from ((pros, sides.get((matter, -pole), [])) for (matter, pole), pros in sorted(sides.items()) if pole > 0)


def _near(ours: Sequence[_Dated], theirs: Sequence[_Dated]) -> Iterator[tuple[_Dated, _Dated]]:
    """Pairs of a claim and a later one of the other side with a word in common, within the window."""
    for left in ours:
        end, terms = left.last + _WINDOW, left.claim.told.terms
        for right in theirs[bisect_right(theirs, _order(left), key=_order) :]:
            if right.first > end:
                break
            if not terms.isdisjoint(right.claim.told.terms):
                yield left, right


def _order(one: _Dated) -> tuple[date, str, int]:
    return one[:3]


def _reach(how: Opposition, left: Claim, right: Claim) -> timedelta:
    """How far apart two claims may be known."""
    if how.is_deed:
        return _AT_ONCE
    return _EXPECTED if left.force is right.force is Force.WILL else _WINDOW


def _is_joined(texts: Mapping[str, str], left: Claim, right: Claim) -> bool:
    """Tell two sentences of one text with a word of contradiction in the second, or between them."""
    if left.article != right.article or left.start == right.start:
        return False
    start, end = min(left.end, right.end), max(left.end, right.end)
    near = max(left.start, right.start) - start <= _CLUE_REACH
    return near and _CLUE.search(texts[left.article], start, end) is not None


def _are_two(read: Reading, pair: Pair, left: Voice, right: Voice) -> bool:
    """Whether two voices make two claims; in one article both must be somebody's, else it disputes itself."""
    if left.key == right.key or (pair.left.article, pair.left.start) == (pair.right.article, pair.right.start):
        return False
    is_any_verb = pair.how.matter.startswith(OWN) and not pair.how.is_deed
    if pair.left.article == pair.right.article or is_any_verb:
        return left.name is not None and right.name is not None
    return all(_is_known(read, voice, claim) for voice, claim in ((left, pair.left), (right, pair.right)))


def _is_known(read: Reading, voice: Voice, claim: Claim) -> bool:
    """Whether somebody with a name stands behind a claim: a speaker, or an outlet that makes it its own news."""
    head = read.origins.heads[claim.article]
    return voice.name is not None or (bool(head.outlet or head.origin) and not claim.is_aside)
