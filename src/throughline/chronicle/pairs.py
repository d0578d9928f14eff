"""What speaks for two tellings being of one happening: the words and names that they share, and the judge.

In: two tellings. Out: how likely they are one, 0 where their days, what they share or who takes part speaks against
it. The pair alone decides, so that no third telling changes it (law 2).

The judge (`resolve/happenings`) learned on news of many topics and knows no days. Within one story, where all articles
are of one topic, two sentences with "killed" are likely one to it whoever was killed; so its word counts only where
the sentences share content words too, and nobody who takes part is another.
"""

from datetime import timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from throughline.chronicle.tellings import Telling
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


def weight(left: Telling, right: Telling, judged: float = 0.0) -> float:
    """How likely two tellings are of one happening, if their days can be one; below 0 where they are likely two.

    `judged` is what the judge says.
    """
    if left.article == right.article and left.start == right.start:
        return 0.0  # two events of one sentence are two
    mine, others = _lasting(left.stems), _lasting(right.stems)
    common = len(mine & others)
    if common < (LEAST if left.event and right.event else LEAST_EVENTLESS):
        return 0.0
    share, of_all = common / min(len(mine), len(others)), common / max(len(mine), len(others))
    needed = _needed(left, right)
    if share >= needed and (needed < SAME_WORDS or of_all >= OF_ALL):
        return max(judged, (1 + share) / 2)
    if differ(left, right):
        return DIFFERENT
    if judged < JUDGED:
        return PERHAPS if _is_of_named_day(left, right) else 0.0
    if _is_dated(left) and _is_dated(right):
        return judged if share >= SAME_DAYS else 0.0
    is_kin = verb(left) == verb(right) or (left.type is not None and left.type is right.type)
    return judged if is_kin and share >= SAME_TIME else 0.0


class Traits(NamedTuple):
    """What decides how many words a telling must share with another at least: see `may_be_one`."""

    words: int
    root: str
    type: Plover | None
    is_event: bool


def traits_of(telling: Telling) -> Traits:
    """The traits of a telling."""
    return Traits(len(_lasting(telling.stems)), telling.trigger[:_ROOT], telling.type, telling.event is not None)


def may_be_one(left: Traits, right: Traits, common: int) -> bool:
    """Whether so many stems in common may make two tellings likely one by their words; the quick answer for most."""
    if not (left.is_event and right.is_event):
        return common >= NO_EVENT * min(left.words, right.words)
    if left.root == right.root or (left.type is not None and left.type is right.type):
        return True
    return common >= SAME_WORDS * min(left.words, right.words)


def shared(left: Telling, right: Telling) -> float:
    """Share of the smaller sentence's stems that the other holds, words of the calendar left out."""
    mine, others = _lasting(left.stems), _lasting(right.stems)
    smaller = min(len(mine), len(others))
    return len(mine & others) / smaller if smaller else 0.0


def differ(left: Telling, right: Telling) -> bool:
    """Whether others do it in the one than in the other, or it is done to others."""
    sides = ((left.actors, right.actors), (left.recipients, right.recipients))
    return any(one and other and not meet(one, other) for one, other in sides)


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


def _needed(left: Telling, right: Telling) -> float:
    if left.event is None or right.event is None:
        return NO_EVENT
    same_trigger = verb(left) == verb(right)
    is_named = _is_of_named_day(left, right)
    if not same_trigger and not is_named and (left.type is None or left.type is not right.type):
        return SAME_WORDS
    if differ(left, right):
        return SAME_WORDS
    if left.actors and right.actors:
        return NAMED_DAY if is_named else SAME_TRIGGER if same_trigger else SAME_TYPE
    if is_named:
        is_of_one = meet(left.actors | left.recipients, right.actors | right.recipients)
        return NAMED_DAY if is_of_one else NAMED_DAY_NO_ACTOR
    return NO_ACTOR


def _is_of_named_day(left: Telling, right: Telling) -> bool:
    """Whether words tell both with one verb, of one day."""
    if not (left.event and right.event and left.is_sure and right.is_sure and left.days == right.days and left.days):
        return False
    return left.days.first == left.days.last and left.trigger[:_ROOT] == right.trigger[:_ROOT]


def _is_dated(telling: Telling) -> bool:
    days = telling.days
    return bool(days and days.first and days.last and days.last - days.first <= WEEK)
