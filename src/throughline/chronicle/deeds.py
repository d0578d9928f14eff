"""Which verbs can tell that what was promised with another verb is done.

In: a telling. Out: the families of deeds that it is of. "Withdraw by June" is fulfilled by trainers who "left", "in the
country by June" by those who "arrived". Field knowledge: what news says was due, and the words by which it is done.
"""

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
    agree agreed agreement sign signed ratify ratified ratification approve approved approval pass passed adopt \
    adopted accept accepted endorse endorsed
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


def families(telling: Telling) -> frozenset[int]:
    """The families of a telling's trigger; those of its whole sentence where the trigger is of none."""
    return of_trigger(telling) or in_sentence(telling)


def of_trigger(telling: Telling) -> frozenset[int]:
    """The families of a telling's trigger alone."""
    return frozenset(_FAMILY[stem] for stem in stems(telling.trigger) if stem in _FAMILY)


def in_sentence(telling: Telling) -> frozenset[int]:
    """The families of all words of a telling's sentence."""
    return frozenset(_FAMILY[stem] for stem in telling.stems if stem in _FAMILY)


def matter(telling: Telling) -> frozenset[str]:
    """What a telling's sentence is about, apart from the deed and from numbers of days."""
    return frozenset(stem for stem in timeless(telling.stems) if stem not in _FAMILY)


def timeless(held: AbstractSet[str]) -> frozenset[str]:
    """Stems apart from numbers and the words of the calendar."""
    return frozenset(stem for stem in held if not stem.isdigit() and stem not in _MONTHS and stem not in _DAYS)


def is_partial(telling: Telling) -> bool:
    """Whether it tells only of a beginning or of a part."""
    return bool(telling.stems & _PARTLY)


_MONTHS = stems("january february march april june july august september october november december")
_DAYS = stems("monday tuesday wednesday thursday friday saturday sunday year years month months week weeks")
