"""Persons of an article that the office table knows, and the titles that mean one of them.

In: a person's name, or title words with a state or body. Out: the person's key, or whether the title fits. The table
only names who is meant among those that the article names; it never brings anybody in.
"""

from datetime import date

from throughline.tables.offices import Term, holders_named, offices_named
from throughline.text.fold import fold_name

_LEADER = frozenset({"leader", "chief", "head", "boss", "ruler"})
_LEADING = frozenset(
    {"president", "prime minister", "chancellor", "king", "secretary general", "director general",
     "commission president", "council president"}
)  # fmt: skip


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
    return f"person:{fold_name(held[0].person).replace(' ', '-')}" if held else None


def holds(held: tuple[Term, ...], title: str, body: str, day: date | None) -> bool:
    """Tell whether one of the terms is what folded title words name, in a state or body, on a day (None: ever).

    "chief" and "leader" mean the office that leads.
    """
    offices = _LEADING if title in _LEADER else {title, *offices_named(title)}
    return any(t.body == body and t.office in offices and (day is None or t.covers(day)) for t in held)
