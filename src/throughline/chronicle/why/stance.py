"""Why a position says what it says: every stance in its words, and what makes a change of them.

In: a view and a position's id. Out: an `Explanation`.
"""

from dataclasses import replace

from throughline.chronicle import positions
from throughline.chronicle.why.blank import blank, count, printed, unknown
from throughline.ledger.view import View
from throughline.model import Explanation, Part, Position, Stance

_RULE = "what a speaker wants, refuses, backs or means to do, on one matter of one somebody or something"


def position(view: View, record: str) -> Explanation:
    """Explain where an actor stands."""
    found = positions.position(view, record)
    if found is None:
        raise unknown(record)
    evidence = tuple(stance.evidence for stance in found.stances)
    actor = Part("actor", found.actor.name, found.actor.id)
    about = tuple(Part("about", name) for name in found.about)
    return replace(
        blank(view, record, "position", evidence), rule=f"{_RULE}: {found.matter}",
        parts=(actor, *about, *map(_part, found.stances), printed(view, evidence[-1])),
        reasons=tuple(_changes(found)),
        would_change=(
            "a later stance of the same speaker on the other side",
            f"a ruling on who says it: throughline rule speaker STORY {found.stances[-1].statement} ACTOR",
            f"a ruling that a statement is wrong: throughline rule reject STORY {found.stances[-1].statement}",
        ),
    )  # fmt: skip


def _part(stance: Stance) -> Part:
    told = ", ".join(filter(None, (stance.outlet, count(stance.reports, "report"), str(stance.known or ""))))
    return Part(stance.holds, f"{stance.evidence.words} ({told})", stance.statement)


def _changes(found: Position) -> list[str]:
    return [
        f"since {stance.known}, “{stance.evidence.words}” excludes what was said before: “{stance.was.words}”"
        for stance in found.stances
        if stance.was is not None
    ]
