"""The date card of an article that a person has dated.

In: the card that it has without the ruling, and the ruling. Out: a card that says who ruled, when and why, and keeps
what was there before as a rival.
"""

from dataclasses import replace

from throughline.dates import days
from throughline.dates.edtf import moment, parse_edtf
from throughline.model import DateCard, Rival, Ruling

RULE = "ruling"


def card(before: DateCard, ruling: Ruling) -> DateCard:
    """Date an article by a ruling, whose value is EDTF; one that can't be read changes nothing, and is named."""
    try:
        when = days.named(parse_edtf(ruling.value), ruling.value, RULE)
    except ValueError:
        broken = f"{ruling.id} gives no date that can be read: {ruling.value}"
        return replace(before, reasons=(*before.reasons, broken))
    why = f": {ruling.reason}" if ruling.reason else ""
    rivals = before.rivals
    if (before.when.first, before.when.last) != (when.first, when.last):
        said = before.reasons[0] if before.reasons else "the page itself does not say"
        rivals = (Rival(before.when, f"set aside by the ruling; without it: {said}"), *rivals)
    at = moment(ruling.value)
    if at is None and before.moment and before.when.is_day and before.when.last == when.last and when.is_day:
        at = before.moment
    reason = f"{ruling.author} ruled on {ruling.made:%Y-%m-%d} that it was published {ruling.value} ({ruling.id}){why}"
    return DateCard(when, (), (reason,), rivals, None, at)
