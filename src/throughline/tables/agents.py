"""Nouns for those who act: offices, persons, peoples, bodies, and the words that stand inside such phrases.

In: a token's folded form. Out: its `Agent` bits, 0 for none. The table is compiled by training/names.py.
"""

from functools import cache
from importlib.resources import files
from typing import Final


class Agent:
    """What a noun can be, as bits of an int (an enum.Flag costs ten times as much, and this is asked of every token).

    `OFFICE` stands before a name ("President"); `PEOPLE` is plural in form or sense; `BODIES` is a body's plural.
    """

    NONE: Final = 0
    HONORIFIC: Final = 1
    OFFICE: Final = 2
    PERSON: Final = 4
    PEOPLE: Final = 8
    BODY: Final = 16
    BODIES: Final = 32
    MODIFIER: Final = 64


_KINDS: Final = {
    "honorific": Agent.HONORIFIC,
    "office": Agent.OFFICE,
    "person": Agent.PERSON,
    "people": Agent.PEOPLE,
    "body": Agent.BODY,
    "bodies": Agent.BODIES,
    "modifier": Agent.MODIFIER,
}


def agent(norm: str) -> int:
    """What a folded word can be here; a final full stop ("gen.") changes nothing."""
    return _agents().get(norm, Agent.NONE)


@cache
def _agents() -> dict[str, int]:
    found: dict[str, int] = {}
    text = files("throughline.tables").joinpath("data", "agents.tsv").read_text("utf-8")
    for line in text.splitlines():
        word, kinds = line.split("\t")
        flag = 0
        for kind in kinds.split():
            flag |= _KINDS[kind]
        found[word] = flag
        if flag & (Agent.HONORIFIC | Agent.OFFICE):
            found.setdefault(f"{word}.", flag)
    return found
