"""What was ruled just now, as the frame of the next page tells it.

In: the id of a ruling, from the address that a change led to. Out: the ruling in words and whether it holds; None for
an id that no ruling has, so that an old address shows the page alone. What a ruling changed is `Story.moved`, worked
out only when it is asked for: on a large story that takes seconds.
"""

import getpass
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from throughline.export import wording
from throughline.ledger.rulings import NOT_SAME, SAME, UNDO, named, settled
from throughline.model import Ruling
from throughline.web.desk import Desk

PARAMETER = "ruled"  # never part of a permanent address
_OWN = re.compile(r"/[A-Za-z0-9%._~-][A-Za-z0-9%/._~-]*")  # never "//elsewhere" or "/\\elsewhere"


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruling in words, what it is about in the record's own words, and whether it holds or was taken back.

    `record` is that record's id, `at` the id of the matter under which the review desk has it.
    """

    ruling: Ruling
    words: str
    about: str
    record: str
    at: str
    holds: bool


def ruled(desk: Desk, made: str | None) -> Ruled | None:
    """Tell of a ruling by its id."""
    return next((one for one in log(desk) if one.ruling.id == made), None) if made else None


def log(desk: Desk) -> tuple[Ruled, ...]:
    """Every ruling, the newest first."""

    def worked_out() -> tuple[Ruled, ...]:
        made = desk.story.rulings()
        holding = {one.id for one in desk.story.rulings(standing=True)}
        called = desk.story.called(made)
        told = []
        for one in reversed(made):
            first = settled(one, made)
            words = wording.ruled(first)
            if one.verdict == UNDO:
                words += ", which holds again" if first.id in holding else ", which holds no longer"
            told.append(Ruled(one, words, called.get(first.id, ""), first.target, _matter(first), one.id in holding))
        return tuple(told)

    return desk.answer(("rulings",), worked_out)


def _matter(one: Ruling) -> str:
    """The id of the matter that a ruling settled, if it was one of the review desk's."""
    return "~".join(named(one)) if one.verdict in {SAME, NOT_SAME} else one.target


def me() -> str:
    """Who rules unless the form says otherwise: the login name, where the machine has one."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def onward(form: Mapping[str, str], made: str | None = None) -> str:
    """Where a form leads to: its `next` where that is an address of the desk, and of nowhere else; else the review.

    `made`: the ruling that the page there tells of.
    """
    address = form.get("next", "")
    path, _, query = address.partition("?")
    if not _OWN.fullmatch(path):
        path, query = "/review", ""
    kept = [(name, value) for name, value in parse_qsl(query) if name != PARAMETER]
    asked = urlencode([*kept, (PARAMETER, made)] if made else kept)
    return f"{path}?{asked}" if asked else path
