"""Names that stand for somebody else: "Baghdad" for Iraq's government, "the Kremlin" for Russia's leaders.

In: an actor's key. Out: whom it may stand for, with the reason. Nothing is merged: who says "Baghdad refused" says no
more than that, and a bomb in Baghdad is no bomb in the government.
"""

from functools import cache

from throughline.model import Joint
from throughline.tables.names import capital_of, usual_name

# Seats and what sits there. Closed: the seats of heads of state and government, and of ministries, that papers write
# for those who sit in them.
_SEATS = {
    "body:white-house": ("state:USA", "the seat of its president"),
    "body:pentagon": ("state:USA", "the seat of its department of defence"),
    "body:capitol": ("body:us-congress", "its seat"),
    "body:kremlin": ("state:RUS", "the seat of its president"),
    "body:downing-street": ("state:GBR", "the seat of its prime minister"),
    "body:foreign-office": ("state:GBR", "its foreign ministry"),
    "body:us-state-department": ("state:USA", "its foreign ministry"),
    "body:elysee": ("state:FRA", "the seat of its president"),
    "body:quai-d-orsay": ("state:FRA", "the seat of its foreign ministry"),
}
_CAPITAL = "its capital: papers write it for the government"


@cache
def stands_for(key: str) -> tuple[Joint, ...]:
    """Whom a name may stand for.

    >>> [joint.name for joint in stands_for("place:baghdad.IRQ")], stands_for("place:basra.IRQ")
    (['Iraq'], ())
    """
    if key in _SEATS:
        meant, reason = _SEATS[key]
        return (Joint(meant, usual_name(meant) or meant, reason),)
    if key == "place:washington.USA":
        return (Joint("state:USA", "United States", _CAPITAL),)
    state = capital_of(key)
    return (Joint(state, usual_name(state) or state, _CAPITAL),) if state else ()
