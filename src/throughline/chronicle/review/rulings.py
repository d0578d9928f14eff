"""Rulings whose evidence is gone (law 9): about what is not in the story, or not any more.

In: a view. Out: `Matter`s. To take the ruling back is proposed; to decline is to keep it, for when its page comes.
"""

from throughline.chronicle.labels import about
from throughline.ledger.rulings import ACCEPT, UNDO, orphans
from throughline.ledger.view import View
from throughline.model import Matter, Party, Proposal


def orphaned(view: View) -> tuple[Matter, ...]:
    """Rulings that hold, and that something they name is missing from."""
    ours = orphans(view.rulings())
    accepted = view.decided().accepted
    found = [one for one in view.problems() if one.id in ours and one.id not in accepted]
    called = about(view, [ours[one.id] for one in found])
    return tuple(
        Matter(
            problem.id,
            "rulings",
            called[made.id] or problem.where,
            (
                Party(
                    made.id, called[made.id] or problem.where, f"{made.verdict} by {made.author}, {made.made:%Y-%m-%d}"
                ),
            ),
            tuple(filter(None, (problem.what, made.reason and f"the reason given: {made.reason}"))),
            Proposal(made.id, UNDO, "", "Take the ruling back"),
            Proposal(problem.id, ACCEPT, "", "Keep it, for when its page comes"),
        )
        for problem in found
        for made in (ours[problem.id],)
    )
