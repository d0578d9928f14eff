"""Whether two claims can both stand.

In: two `Claim`s, days apart. Out: the matter that they take opposite sides in, and how much they share; or nothing.
Two claims oppose each other where words of one matter stand on opposite sides, of the same somebody or something, held
in ways that exclude each other: what one says will be and another says won't, what one wants and another rules out,
what one asked for and then refused, what happened and did not.
"""

from typing import NamedTuple

from throughline.annotate.claims import Claim
from throughline.annotate.claims.terms import FORCES, GENERIC, names
from throughline.tables.stances import Force

_HOLDER = 0.5  # what a pair gains where both tell whose will it is, and it is the same one's
OWN = "do:"  # a verb as its own matter: "will send" and "will not send"
_SHARED = 0.5  # share of the terms of the claim with fewer that the other must hold
_OWN_SHARED = 0.6  # the same where the verb alone is the matter
# Matters of what somebody does to something: that two tell of the same doer is not enough.
_AGENTIVE = frozenset({"consent", "leave", "amount", "measures", "payment", "owning"})
_LASTING = frozenset({"consent"})  # matters in which the present tense tells a stance, not a deed


class Opposition(NamedTuple):
    """The matter, how much is shared, and whether both are deeds, told as done or not."""

    matter: str
    shared: float
    is_deed: bool


def opposed(left: Claim, right: Claim, *, is_joined: bool = False) -> Opposition | None:
    """Tell whether two claims exclude each other; `is_joined`: their text says that they do."""
    matter = _matter(left, right)
    if matter is None or left.told.is_part or right.told.is_part:
        return None
    is_deed = Force.FACT in (left.force, right.force)
    if is_deed and not _are_deeds(left, right, matter):
        is_stance = matter in _LASTING and {left.tense, right.tense} <= {"present", ""}
        if not is_stance:
            return None
        is_deed = False
    if left.force is right.force is Force.REFUSAL:
        return None
    if (
        left.told.agents
        and right.told.agents
        and not left.told.agents & right.told.agents
        and Force.WISH not in (left.force, right.force)
    ):
        return None  # one backs it, another does not
    if Force.REFUSAL in (left.force, right.force) and not left.told.names & right.told.names:
        return None
    shared = _shared(left, right, matter, is_joined=is_joined)
    if shared is None:
        return None
    return Opposition(matter, shared + _HOLDER * bool(left.told.holders & right.told.holders), is_deed)


def _matter(left: Claim, right: Claim) -> str | None:
    """The matter of opposite sides; a word's own one last."""
    found = [matter for matter, pole in left.poles if (matter, -pole) in right.poles]
    return min(found, key=lambda matter: (matter.startswith(OWN), matter), default=None)


def _are_deeds(left: Claim, right: Claim, matter: str) -> bool:
    """Both told as having happened or not; words of two matters may both have: it opened, and closed again."""
    is_same_word = left.word == right.word or matter.startswith(OWN)
    return left.force is right.force is Force.FACT and left.tense == right.tense and is_same_word


def _shared(left: Claim, right: Claim, matter: str, *, is_joined: bool) -> float | None:
    """The share of terms that both have; None where they are of two things.

    Each naming somebody whom the other does not name, they are of two countries, towns or people.
    """
    wishers = (left.told.holders - left.told.theme) | (right.told.holders - right.told.theme)
    own, other = left.told.names - right.told.names - wishers, right.told.names - left.told.names - wishers
    if (own and other) or (left.told.names and right.told.names and not left.told.names & right.told.names):
        return None
    if matter in _AGENTIVE:
        wishers |= left.told.holders | right.told.holders
    theme = (left.told.theme & right.told.theme) - wishers
    if left.told.is_loose != right.told.is_loose:
        theme = (
            left.told.theme & right.told.terms if left.told.is_loose else right.told.theme & left.told.terms
        ) - wishers
    common = (left.told.terms & right.told.terms) - wishers
    if is_joined and common & (left.told.theme | right.told.theme):
        return 1.0
    special = common - GENERIC
    if not theme or not special or theme <= GENERIC - {FORCES}:
        return None
    if len(common) == 1 and not names(common) and (left.told.terms ^ right.told.terms) - GENERIC - wishers:
        return None  # one word in common, and others besides: two borders, two missions
    if matter == "joining" and len(special) < 2:
        return None
    share = len(common) / max(1, min(len(left.told.terms - wishers), len(right.told.terms - wishers)))
    needed = _OWN_SHARED if matter.startswith(OWN) else _SHARED
    is_all = left.told.is_own and right.told.is_own and left.told.terms - GENERIC == right.told.terms - GENERIC
    if share < needed or (matter.startswith(OWN) and len(common) < 2 and not is_all):
        return None
    return share
