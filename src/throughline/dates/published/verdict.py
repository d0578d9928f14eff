"""The readings of one numeric date, and the verdict between them, in words for a person.

Out: `Verdict`s, as the rules of `order` and `nearness` give them, and what they say of a reading.
"""

import re
from dataclasses import dataclass

from throughline.model import Evidence, When


@dataclass(frozen=True, slots=True)
class Verdict:
    """The reading that stands, why, and the words that decide."""

    when: When
    reason: str
    evidence: tuple[Evidence, ...] = ()
    rule: str = "agreement"

    @property
    def is_habit(self) -> bool:
        """Whether no more than a habit that papers break speaks for it: enough for a guess."""
        return self.rule == "usage"


def begins_with_day(reading: When) -> bool:
    """Tell whether the first number of the words is the day of this reading."""
    number = re.search(r"\d{1,2}(?=[-/])", reading.words)
    return number is not None and reading.first is not None and int(number.group()) == reading.first.day


def long(when: When) -> str:
    """Say a day as people do: 5 March 2018."""
    return f"{when.first.day} {when.first:%B %Y}" if when.first else when.edtf
