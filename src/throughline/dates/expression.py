"""A time expression as found in a text."""

from dataclasses import dataclass

from throughline.model import When


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Where it stands, its TIMEX3 type (DATE, TIME, DURATION, SET) and value, its days if any, and its rule."""

    start: int
    end: int
    type: str
    value: str
    when: When | None
    rule: str
