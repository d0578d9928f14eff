"""What speaks for two tellings being of one happening: the words and names that they share, and the judge.

In: two tellings. Out: how likely they are one, 0 where their days, what they share or who takes part speaks against
it. The pair alone decides, so that no third telling changes it (law 2).

The judge (`resolve/happenings`) learned on news of many topics and knows no days. Within one story, where all articles
are of one topic, two sentences with "killed" are likely one to it whoever was killed; so its word counts only where
the sentences share content words too, and nobody who takes part is another.
"""

from collections.abc import Sequence
from datetime import timedelta
from functools import cache, lru_cache
from threading import Lock
from typing import NamedTuple

from throughline.chronicle.tellings import Telling
from throughline.ledger.rows import Days
from throughline.model import Plover
from throughline.text.gist import stems

# Shares of the smaller sentence's stems that the other must hold, by what else agrees. A telling of one event in other
# words shares about a third of its content words with another; two events of one day, type and actor share fewer.
SAME_WORDS = 0.75  # whatever else differs; a short sentence may be but a part of what a long one tells, so that
OF_ALL = 0.5  # of the longer one's stems the shorter must hold so many, too
SAME_TRIGGER = 0.3  # one verb, one actor
SAME_TYPE = 0.4  # one type, one actor
NO_ACTOR = 0.45  # one verb or type; one of them names no actor
# One verb, and one day as words give it ("since the rig exploded on 20 April"). Of 20 groups so joined, 17 were one.
NAMED_DAY = 0.15
NAMED_DAY_NO_ACTOR = 0.25  # one of them names nobody
NO_EVENT = 0.5  # one of them is a dated sentence without an event that a finder knew
# And where the judge holds them for one. Of pairs so joined in a story of 377 articles, 11 of 14 read were one (share
# from .3, days known), 9 of 14 from .2, 5 of 14 below; without known days 10 of 14 from .3.
JUDGED = 0.6
SAME_DAYS, SAME_TIME = 0.3, 0.4  # days within a week of one another; days that nobody tells
DIFFERENT = -0.5  # others take part: a third telling that names nobody does not make the two one
PERHAPS = 0.3  # one verb on one day, in sentences on other things: no reason to join two, and none to part a group
LEAST, LEAST_EVENTLESS = 2, 3  # stems that two tellings share at least; a sentence without an event is often a scrap
WEEK = timedelta(days=7)
_KEPT = 1_000_000  # weighed pairs that are kept: some 150 MB
_TRIGGER_STEM = 6
_ROOT = 5  # "exploded" and "explosion" meet
# Days are compared as days: that two sentences both have "on Monday" or "today" says nothing more.
_CALENDAR = stems(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december today yesterday tomorrow tonight morning afternoon evening night week weeks weekend "
    "month months year years last next earlier later"
)
_SMALL = frozenset("the a an of in on at its his her their our this that".split())
_NAMED = frozenset({"name", "person", "body", "people"})  # tables whose keys are made of names


class Traits(NamedTuple):
    """What of a telling tells whether it is one with another. `place`: its article, and where its sentence starts.

    `words`: the stems of its sentence, without those that only say when; `named`: the one day that words give an event;
    `is_dated`: its days are known to a week.
    """

    place: tuple[str, int]
    words: frozenset[str]
    verb: str
    root: str
    type: Plover | None
    is_event: bool
    named: Days | None
    is_dated: bool
    actors: frozenset[str]
    recipients: frozenset[str]


def traits_of(telling: Telling) -> Traits:
    """The traits of a telling."""
    days, is_event = telling.days, telling.event is not None
    is_named = is_event and telling.is_sure and days is not None and days.first == days.last
    return Traits(
        (telling.article, telling.start),
        _lasting(telling.stems),
        verb(telling),
        telling.trigger[:_ROOT],
        telling.type,
        is_event,
        days if is_named else None,
        bool(days and days.first and days.last and days.last - days.first <= WEEK),
        telling.actors,
        telling.recipients,
    )


def weight(left: Telling, right: Telling, judged: float = 0.0) -> float:
    """How likely two tellings are of one happening, if their days can be one; below 0 where they are likely two.

    `judged` is what the judge says.
    """
    return weighed(traits_of(left), traits_of(right), judged)


def weighed(left: Traits, right: Traits, judged: float = 0.0) -> float:
    """The same by their traits."""
    if left.place == right.place:
        return 0.0  # two events of one sentence are two
    mine, others = left.words, right.words
    common = len(mine & others)
    if common < (LEAST if left.is_event and right.is_event else LEAST_EVENTLESS):
        return 0.0
    share, of_all = common / min(len(mine), len(others)), common / max(len(mine), len(others))
    are_two = _apart(left.actors, right.actors) or _apart(left.recipients, right.recipients)
    needed = _needed(left, right, are_two=are_two)
    if share >= needed and (needed < SAME_WORDS or of_all >= OF_ALL):
        return max(judged, (1 + share) / 2)
    if are_two:
        return DIFFERENT
    if judged < JUDGED:
        return PERHAPS if _is_of_named_day(left, right) else 0.0
    if left.is_dated and right.is_dated:
        return judged if share >= SAME_DAYS else 0.0
    is_kin = left.verb == right.verb or (left.type is not None and left.type is right.type)
    return judged if is_kin and share >= SAME_TIME else 0.0


class Weighed:
    """How likely pairs are one by their words, each weighed once: `traits` of tellings by numbers that stay theirs.

    A pair's traits alone decide, so what was weighed as of one day holds as of all.
    """

    def __init__(self) -> None:
        self.traits: list[Traits] = []
        self._numbers: dict[Traits, int] = {}
        self._values: dict[tuple[int, int], float] = {}
        self._lock = Lock()

    def numbers(self, tellings: Sequence[Telling]) -> list[int]:
        """The numbers of the traits of tellings."""
        with self._lock:
            return [self._number(traits_of(telling)) for telling in tellings]

    def _number(self, traits: Traits) -> int:
        number = self._numbers.setdefault(traits, len(self.traits))
        if number == len(self.traits):
            self.traits.append(traits)
        return number

    def value(self, left: int, right: int) -> float:
        """What `weighed` says of two, the earlier first."""
        value = self._values.get((left, right))
        if value is None:
            value = weighed(self.traits[left], self.traits[right])
            if len(self._values) < _KEPT:
                self._values[left, right] = value
        return value


def may_be_one(left: Traits, right: Traits, common: int) -> bool:
    """Whether so many stems in common may make two tellings likely one by their words; the quick answer for most."""
    if not (left.is_event and right.is_event):
        return common >= NO_EVENT * min(len(left.words), len(right.words))
    if left.root == right.root or (left.type is not None and left.type is right.type):
        return True
    return common >= SAME_WORDS * min(len(left.words), len(right.words))


def shared(left: Telling, right: Telling) -> float:
    """Share of the smaller sentence's stems that the other holds, words of the calendar left out."""
    mine, others = _lasting(left.stems), _lasting(right.stems)
    smaller = min(len(mine), len(others))
    return len(mine & others) / smaller if smaller else 0.0


def differ(left: Telling, right: Telling) -> bool:
    """Whether others do it in the one than in the other, or it is done to others."""
    return _apart(left.actors, right.actors) or _apart(left.recipients, right.recipients)


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not meet(one, other)


def verb(telling: Telling) -> str:
    """The stem of the word that tells it."""
    return stem_of(telling.trigger)


def stem_of(trigger: str) -> str:
    """How a verb begins: its forms meet."""
    return trigger[:_TRIGGER_STEM]


@lru_cache(maxsize=1 << 16)
def _lasting(held: frozenset[str]) -> frozenset[str]:
    """Stems that say more than when."""
    return held - _CALENDAR


@lru_cache(maxsize=1 << 16)
def meet(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether one who takes part in both tellings is named, by one name or by more words of it.

    Whoever has fewer words must be the last of them too: "Mubarak" is "Hosni Mubarak" and not "Mubarak's cabinet". A
    body is in what is its own: "NATO trainers" are NATO.
    """
    names, others = ([_name(key) for key in keys] for keys in (left, right))
    return any(
        _is_one(one, two) if len(one.words) <= len(two.words) else _is_one(two, one) for one in names for two in others
    )


class _Name(NamedTuple):
    """The words of a name, small ones left out, and the last of them."""

    words: frozenset[str]
    last: str
    is_body: bool


def _is_one(short: _Name, long: _Name) -> bool:
    return short.words <= long.words and (short.last == long.last or short.is_body)


@cache
def _name(key: str) -> _Name:
    """The name that a key stands for; of a table's code ("state:IRQ"), the key."""
    table, _, name = key.partition(":")
    words = [word for word in name.replace("-", " ").split() if word not in _SMALL] if table in _NAMED else []
    return _Name(frozenset(words or [key]), words[-1] if words else key, table == "body")


def _needed(left: Traits, right: Traits, *, are_two: bool) -> float:
    if not (left.is_event and right.is_event):
        return NO_EVENT
    same_trigger, is_named = left.verb == right.verb, _is_of_named_day(left, right)
    if not same_trigger and not is_named and (left.type is None or left.type is not right.type):
        return SAME_WORDS
    if are_two:
        return SAME_WORDS
    if left.actors and right.actors:
        return NAMED_DAY if is_named else SAME_TRIGGER if same_trigger else SAME_TYPE
    if is_named:
        is_of_one = meet(left.actors | left.recipients, right.actors | right.recipients)
        return NAMED_DAY if is_of_one else NAMED_DAY_NO_ACTOR
    return NO_ACTOR


def _is_of_named_day(left: Traits, right: Traits) -> bool:
    """Whether words tell both with one verb, of one day."""
    return left.named is not None and left.root == right.root and left.named == right.named
