"""An expression as read in its sentence, before it is placed in the text."""

from dataclasses import dataclass

from throughline.dates.phrases.reading import Hit, Meaning, Rule
from throughline.model import When


@dataclass(frozen=True, slots=True)
class Found:
    """An expression in tokens of its sentence: where, what it means, and the signal letter before it.

    `hit` is what its rule read, so that a range can have it read again from another day; `span` are the days that
    it names itself, also where a signal before it opens the interval ("by the end of April"). `anchor` are the tokens
    that tell the event it is counted from, and `way` how.
    """

    first: int
    stop: int
    meaning: Meaning
    rule: Rule
    signal: str
    hit: Hit
    span: When | None = None
    anchor: tuple[int, int] | None = None
    way: str = ""
