"""What a ruling or a problem says, for those who meet its id.

In: a view and an id. Out: an `Explanation`.
"""

from dataclasses import replace

from throughline.chronicle.labels import about
from throughline.chronicle.why.blank import blank, one
from throughline.ledger.rulings import in_force
from throughline.ledger.view import View
from throughline.model import Explanation, Part


def ruling(view: View, record: str) -> Explanation:
    """Explain a ruling: what it is about, and whether it holds."""
    made = view.rulings()
    found = one(made, record)
    holds = record in {each.id for each in in_force(made)}
    undone = [each for each in in_force(made) if each.target == record]
    parts = [Part("verdict", found.verdict), Part("about", about(view, [found])[record], found.target)]
    parts += [Part("value", found.value), Part("reason", found.reason)]
    parts += [Part("by", f"{found.author}, {found.made:%Y-%m-%d %H:%M} UTC")]
    reasons = ("it holds: nobody took it back",) if holds else tuple(f"{each.id} took it back" for each in undone)
    return replace(
        blank(view, record, "ruling", ()), parts=tuple(part for part in parts if part.words or part.id),
        reasons=reasons, would_change=(f"what it changed: throughline diff STORY --ruling {record}",),
    )  # fmt: skip


def problem(view: View, record: str) -> Explanation:
    """Explain a problem: where, how bad, and what to do."""
    found = one(view.problems(), record)
    parts = (Part("where", found.where), Part("severity", found.severity), Part("what to do", found.advice))
    return replace(
        blank(view, record, "problem", ()), parts=parts, reasons=(found.what,),
        would_change=(f"a ruling that it is looked after: throughline rule accept STORY {record}",),
    )  # fmt: skip
