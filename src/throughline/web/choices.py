"""What a person can rule about a record, by its kind, and what each ruling asks for.

In: a record's id. Out: `Choice`s, in the order in which a form offers them; none for what nobody can rule on.
Invariant: `Story.rule` knows every verdict, and takes it for a record of that kind.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from throughline.ledger.rulings import ACCEPT, DATE, NOT_SAME, NOTE, REJECT, SAME, SPEAKER


@dataclass(frozen=True, slots=True)
class Choice:
    """A verdict, in a person's words; `asks` is the label of its value, or nothing where it takes none."""

    verdict: str
    words: str
    asks: str = ""


_NOTE = Choice(NOTE, "Keep a note on it", "The note")
_WRONG = Choice(REJECT, "It is wrong: leave it out of the record")
_RIGHT = Choice(ACCEPT, "It is right as it stands")
_FOUND = (_WRONG, _RIGHT, _NOTE)
_ONENESS = (
    Choice(SAME, "It is the same as another", "The other: its id"),
    Choice(NOT_SAME, "Something is counted to it that is another", "That event: its id"),
)
_KINDS: Mapping[str, tuple[Choice, ...]] = MappingProxyType(
    {
        "article": (
            Choice(DATE, "It was published on another day", "Published: a day, a month, a year, or EDTF"),
            Choice(ACCEPT, "Its date is as good as it gets"),
            _NOTE,
        ),
        "actor": (
            Choice(SAME, "It is the same as another", "The other: a name, or an id"),
            Choice(NOT_SAME, "One of its names is somebody else's", "That name, or its id"),
            _NOTE,
        ),
        "happening": (*_ONENESS, *_FOUND),
        "event": (*_ONENESS, *_FOUND),
        "statement": (Choice(SPEAKER, "Somebody else said it", "Who: a name, or an id"), *_FOUND),
        "figure": _FOUND,
        "deadline": _FOUND,
        "dispute": _FOUND,
        "mention": _FOUND,
        "link": _FOUND,
        "series": (_NOTE,),
        "time": (_NOTE,),
        "position": (_NOTE,),
        "problem": (Choice(ACCEPT, "It is looked after"), _NOTE),
    }
)


def choices(record: str) -> tuple[Choice, ...]:
    """What can be ruled about a record."""
    return _KINDS.get(record.partition("-")[0], ())
