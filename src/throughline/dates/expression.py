"""A time expression as found in a text."""

from dataclasses import dataclass

from throughline.model import When


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Where it stands, its TIMEX3 type (DATE, TIME, DURATION, SET) and value, its days if any, and its rule.

    `mod` is TIMEX3's (BEFORE, START, APPROX, MORE_THAN ...), or nothing. `anchor` is the place of the words that it
    is counted from: "the strike" in "a day after the strike".
    """

    start: int
    end: int
    type: str
    value: str
    when: When | None
    rule: str
    mod: str = ""
    anchor: tuple[int, int] | None = None
