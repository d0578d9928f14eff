"""Which words can tell that what was promised with other words is done, or has failed.

In: a telling, or words. Out: the families of deeds that they are of. "Withdraw by June" is fulfilled by trainers who
"left", "in the country by June" by those who "arrived". Field knowledge: what news says was due, and the words by
which it is done.
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from throughline.chronicle.tellings import Telling
from throughline.text.gist import stems

# A line a family.
_FAMILIES = """
    leave leaves left leaving depart departed withdraw withdrew withdrawn withdrawal pull pulled exit quit vacate \
    vacated evacuate evacuated return returned home
    arrive arrived arrival come came reach reached enter entered land landed deploy deployed send sent dispatch
    finish finished complete completed completion build built construct ready done inaugurate inaugurated unveil \
    conclude concluded roof
    deliver delivered delivery supply supplied ship shipped hand handed donate donated provide provided
    repay repaid settle settled compensate compensated payment paid
    agree agreed agreement deal accord treaty sign signed ratify ratified ratification approve approved approval \
    pass passed adopt adopted accept accepted endorse endorsed
    answer answered reply replied respond responded response
    publish published publication release released issue issued present presented submit submitted report reported
    vote voted ballot elect elected election elections hold held
    cease ceased ceasefire halt halted suspend suspended suspension close closed closure shut stop stopped end ended
    start started begin began begun launch launched resume resumed open opened
    extend extended extension prolong prolonged renew renewed renewal
    resign resigned resignation step stepped retire retired
    disarm disarmed surrender surrendered destroy destroyed dismantle dismantled
    increase increased raise raised rise rose
    reduce reduced reduction lower lowered slash slashed
    plug plugged seal sealed contain contained capped
"""
_FAMILY: dict[str, int] = {
    stem: number for number, words in enumerate(_FAMILIES.strip().splitlines()) for stem in stems(words)
}  # short words ("pay", "cut") have no stem
# Words by which only a part is told of: what they stand with fulfils nothing yet.
_PARTLY = stems("first some part partly half several begun began begin start started starting another second")
_STEM = 6  # letters by which two forms of one verb meet
_TALKS = stems("negotiation negotiations negotiate negotiating talks")  # what leads to an agreement, or fails to
_AGREE = _FAMILY["agree"]
# How news says that something came to nothing, whatever it was.
_FAILED = re.compile(
    r"\b(?:(?:did|does|has|have|had|could|was|were|is|are)\s?(?:not|n['’]?t)\s+(?:\w+\s+){0,2}possible"
    r"|impossible|fail(?:ed|s|ure)?|founder(?:ed|s)?|collaps(?:ed|es|e)|broke(?:n)? down|break(?:s)? down"
    r"|breakdown|f(?:ell|allen|alls?) (?:through|apart)|came to nothing|without (?:an? )?(?:deal|agreement|result)"
    r"|no (?:deal|agreement) (?:was|had been|has been|could be))\b",
    re.IGNORECASE,
)


def families(telling: Telling) -> frozenset[int]:
    """The families of a telling's trigger."""
    return families_in(stems(telling.trigger))


def deed_of(telling: Telling) -> frozenset[int]:
    """The families of a telling's trigger; who talks, seeks to agree."""
    return families(telling) | (frozenset((_AGREE,)) if telling.stems & _TALKS else frozenset())


def families_in(held: Iterable[str]) -> frozenset[int]:
    """The families of some stems."""
    return frozenset(_FAMILY[stem] for stem in held if stem in _FAMILY)


def is_one_verb(left: str, right: str) -> bool:
    """Whether two triggers are forms of one verb, as far as their beginnings tell."""
    return bool(left) and left[:_STEM] == right[:_STEM]


def has_failed(words: str, deed: AbstractSet[int], held: AbstractSet[str]) -> int:
    """Whether a sentence with a deed of one of the families says that it came to nothing: 2; with talks to it: 1."""
    is_told = bool(deed & families_in(held))
    is_talks = _AGREE in deed and not _TALKS.isdisjoint(held)
    return is_told + 1 if (is_told or is_talks) and _FAILED.search(words) else 0


def matter(telling: Telling) -> frozenset[str]:
    """What a telling's sentence is about, apart from the deed and from numbers of days."""
    return frozenset([stem for stem in telling.stems - _DEEDS_AND_DAYS if not stem.isdigit()])


def named_in(keys: Iterable[str]) -> frozenset[str]:
    """Stems of the names of some who take part: "name:all nato trainers" tells that it is trainers."""
    return stems(" ".join(key.removeprefix("name:") for key in keys if key.startswith("name:")))


def timeless(held: AbstractSet[str]) -> frozenset[str]:
    """Stems apart from numbers and the words of the calendar."""
    return frozenset([stem for stem in held - _CALENDAR if not stem.isdigit()])


def is_partial(telling: Telling) -> bool:
    """Whether it tells only of a beginning or of a part."""
    return bool(telling.stems & _PARTLY)


_CALENDAR = stems(
    "january february march april may june july august september october november december"
    " monday tuesday wednesday thursday friday saturday sunday year years month months week weeks"
)
_DEEDS_AND_DAYS = frozenset(_FAMILY) | _CALENDAR
