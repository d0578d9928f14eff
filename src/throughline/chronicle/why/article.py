"""Why an article is of its day.

In: a view and an article's id. Out: an `Explanation`.
"""

from dataclasses import replace

from throughline.chronicle.why.blank import blank
from throughline.ledger.view import View
from throughline.model import Explanation, Part, Relation

_EARLIER = "its note of change says so, or it was captured then, and an earlier version is in the story"


def article(view: View, record: str) -> Explanation:
    """Explain the date of an article."""
    found = view.article(record)
    card = found.published
    parts = [Part("title", found.title or ""), Part("outlet", found.outlet or ""), Part("source", found.source)]
    head = view.heads()[record]
    reasons = card.reasons
    if head.is_later:
        reasons += (f"it is a later version, known since {head.known}: {_EARLIER}",)
        parts += [Part("version of", "", link.right) for link in view.links(Relation.UPDATES) if link.left == record]
    copies = [link for link in view.links(Relation.COPY_OF) if link.left == record]
    copied = max(copies, key=lambda link: link.weight, default=None)
    parts += [Part("copy of", "; ".join(copied.reasons), copied.right)] if copied else []
    if found.origin:
        parts.append(Part("origin", found.origin.name))
    if card.guess is not None and not card.when.is_day:
        parts.append(Part("likeliest", f"{card.guess.edtf.replace('/', ' to ')}?"))
    parts += [Part("time of day", card.moment)] if card.moment else []
    change = tuple(f"{rival.when.edtf}, if this did not hold: {rival.reason}" for rival in card.rivals)
    if not card.when.is_day:
        change += ("a date in the page's markup, or a dated copy, would settle the day",)
    if copied is not None:
        change += (f"a ruling that it is no copy: throughline rule reject STORY {copied.id}",)
    change += (f"a person's ruling: throughline rule date STORY {record} D",)
    return replace(
        blank(view, record, "article", card.evidence), rule=card.when.rule, when=card.when, reasons=reasons,
        rivals=card.rivals, parts=tuple(part for part in parts if part.words or part.id), would_change=change,
    )  # fmt: skip
