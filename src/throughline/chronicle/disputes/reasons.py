"""Words for people: what each side of a stance makes of the matter.

In: a claim, who makes it, the matter, what it is about. Out: "Ivo Daalder: NATO should stay"; no verdict, no grammar.
"""

import re

from throughline.annotate.claims import Claim
from throughline.annotate.claims.terms import FORCES, stem
from throughline.chronicle.actors import Naming
from throughline.chronicle.disputes.opposed import OWN
from throughline.tables.stances import Force

# What a matter's two poles are, after "should" and "will".
_DEEDS = {
    "presence": ("stay or come", "leave or stay away"),
    "office": ("stay in office", "go"),
    "course": ("go on", "end or wait"),
    "opening": ("be open", "be closed"),
    "leave": ("be allowed", "be barred"),
    "consent": ("be agreed to", "be refused"),
    "amount": ("grow", "shrink"),
    "custody": ("be held", "be free"),
    "measures": ("hold", "be lifted"),
    "ground": ("be taken", "be given up"),
    "owning": ("be kept", "be sold"),
    "payment": ("be paid", "not be paid"),
    "joining": ("take part", "stay away"),
    "talks": ("be negotiated", "not be negotiated"),
    "vote": ("be held", "be put off"),
}
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def side(claim: Claim, who: str | None, wanter: str, matter: str, about: str) -> str:
    """What one side makes of the matter; `wanter`: whoever wants or refuses it, where `who` only says so."""
    is_for = next(pole for own, pole in claim.poles if own == matter) > 0
    speaker = who or "the report"
    if matter not in _DEEDS or claim.force is Force.FACT:
        own = next((pole > 0 for mine, pole in claim.poles if mine.startswith(OWN)), is_for)
        return f"{speaker}: “{claim.word}” {_told(claim.force, is_for=own)}"
    about_for, about_against = _DEEDS[matter]
    if claim.force is Force.REFUSAL:
        refused = about_against if is_for else about_for
        by = f"{wanter} refused" if wanter and wanter != who else "refused"
        return f"{speaker}: {by} that {about} {refused} (“{claim.word}”)"
    deed = about_for if is_for else about_against
    if claim.told.wanter and wanter and wanter != who:
        return f"{speaker}: {wanter} wanted {about} to {deed} (“{claim.word}”)"
    return f"{speaker}: {about} {'should' if claim.force is Force.WISH else 'will'} {deed} (“{claim.word}”)"


def _told(force: Force, *, is_for: bool) -> str:
    if force is Force.FACT:
        return "is so" if is_for else "is not so"
    if force is Force.WISH:
        return "should be" if is_for else "should not be"
    return "will be" if is_for else "will not be"


def called(term: str, words: str, who: Naming) -> str:
    """What to call a term of a claim before people: an actor's name, else the word of the sentence."""
    if ":" in term:
        return who.name(term)
    if term == FORCES:
        return "the forces"
    found = next((word for word in _WORD.findall(words) if stem(word) == term), None)
    return f"the {found}" if found else "it"
