"""Nouns for those who act: offices, persons, peoples, bodies, and the words that stand inside such phrases.

In: a token's folded form. Out: its `Agent` kind and number, or None. The table is compiled by training/names.py.
"""

from enum import Flag, auto
from functools import cache
from importlib.resources import files


class Agent(Flag):
    """What a noun can be. `OFFICE` stands before a name ("President"); `PEOPLE` is plural in form or sense."""

    NONE = 0
    HONORIFIC = auto()
    OFFICE = auto()
    PERSON = auto()
    PEOPLE = auto()
    BODY = auto()
    BODIES = auto()
    MODIFIER = auto()


def agent(norm: str) -> Agent:
    """What a folded word can be here; a final full stop ("gen.") changes nothing."""
    return _agents().get(norm, Agent.NONE)


@cache
def _agents() -> dict[str, Agent]:
    found: dict[str, Agent] = {}
    text = files("throughline.tables").joinpath("data", "agents.tsv").read_text("utf-8")
    for line in text.splitlines():
        word, kinds = line.split("\t")
        flag = Agent.NONE
        for kind in kinds.split():
            flag |= Agent[kind.upper()]
        found[word] = flag
        if flag & (Agent.HONORIFIC | Agent.OFFICE):
            found.setdefault(f"{word}.", flag)
    return found
