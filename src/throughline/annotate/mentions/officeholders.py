"""Persons whom the office table knows: those that an article names, and those that a title means on its day.

In: a person's name, or title words with a state or body, and the days that an article may be of. Out: the person's key,
whether the title fits, or the one person who held the office on all of those days. Where the day leaves two holders
open, nobody is meant.
"""

from collections.abc import Iterable
from datetime import date

from throughline.tables.offices import Term, holders_named, holders_of, offices_named
from throughline.text.fold import fold_name

_LEADER = frozenset({"leader", "chief", "head", "boss", "ruler"})
_LEADING = frozenset(
    {"president", "prime minister", "chancellor", "king", "secretary general", "director general",
     "commission president", "council president"}
)  # fmt: skip
# How much of what an article says of states is of one, for a bare "the prime minister" to be that state's; and how
# many times that one is named. Less is a story of two countries.
_ONE_LAND, _NAMED_OFTEN = 0.7, 3
# Words before a title that mean somebody else than who holds the office on the day.
PAST_OR_AHEAD = frozenset(
    """former ex late ousted deposed toppled overthrown onetime erstwhile retired previous past next future incoming
    would-be aspiring first then deputy acting interim rival self-styled self-proclaimed fake""".split()
)
_HEADS = frozenset({"president", "prime minister", "premier", "king", "queen", "emir", "sultan", "pope"})


def terms(name: str, *, titled: bool) -> tuple[Term, ...]:
    """Find a person's terms of office by name; () where the name may be several people's.

    A surname alone counts only with a title beside it (`titled`): "President Obama".
    """
    folded = fold_name(name)
    if " " not in folded and not titled:
        return ()
    found = holders_named(folded) or holders_named(" ".join(word for word in folded.split() if len(word) > 1))
    return found if len({t.person for t in found}) == 1 else ()


def key(held: tuple[Term, ...]) -> str | None:
    """Give the person's key, "person:jens-stoltenberg"."""
    return held[0].key if held else None


def holds(held: tuple[Term, ...], title: str, body: str, day: date | None) -> bool:
    """Tell whether one of the terms is what folded title words name, in a state or body, on a day (None: ever).

    "chief" and "leader" mean the office that leads.
    """
    offices = _LEADING if title in _LEADER else {title, *offices_named(title)}
    return any(t.body == body and t.office in offices and (day is None or t.covers(day)) for t in held)


def holder(title: str, body: str, first: date, last: date) -> Term | None:
    """The term of the one who held the office that a folded title names, from the first day to the last; or None.

    An acting holder does not count beside the one stood in for.
    """
    if not offices_named(title):
        return None
    both = {term.person: term for day in (last, first) for term in _held(title, body, day)}
    (term,) = both.values() if len(both) == 1 else (None,)
    return term if term and term.covers(first) and term.covers(last) else None


def _held(title: str, body: str, day: date) -> list[Term]:
    """Terms of the office on a day: the one that is called so itself goes before those that may be, too."""
    found = [term for term in holders_of(title, body, day) if not term.acting] or list(holders_of(title, body, day))
    return [term for term in found if term.office == title] or found


def land(named: Iterable[str]) -> str | None:
    """The state that an article is about, by the keys of all that it names: None for a story of several."""
    counts: dict[str, int] = {}
    for key in named:
        state = f"state:{key.rpartition('.')[2]}" if key.startswith("place:") else key
        if state.startswith("state:"):
            counts[state] = counts.get(state, 0) + 1
    most = max(counts, key=lambda state: (counts[state], state), default=None)
    if most is None or counts[most] < _NAMED_OFTEN or counts[most] < _ONE_LAND * sum(counts.values()):
        return None
    return most


def is_head(title: str) -> bool:
    """Tell whether a bare folded title means the head of the state that an article is about."""
    return title in _HEADS
