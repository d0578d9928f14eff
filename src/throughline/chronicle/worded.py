"""A stance in words: what is wanted, refused or meant, with whom or what it is about.

In: a claim, its matter and side, and the names of actors. Out: words such as "wants: 12 advisers staying in Tolmar".
"""

import re

from throughline.annotate.claims import Claim
from throughline.annotate.claims.terms import FORCES
from throughline.chronicle.actors import Naming
from throughline.tables.stances import Force

# A matter in words, for those who are for it and those who are against it.
_WORDED = {
    "presence": ("{} staying{}", "{} leaving{}"),
    "office": ("{} staying in office", "{} leaving office"),
    "course": ("{} going on", "an end to {}"),
    "opening": ("opening of {}", "closing of {}"),
    "leave": ("{} allowed", "{} barred"),
    "consent": ("acceptance of {}", "rejection of {}"),
    "amount": ("{} raised", "{} reduced"),
    "measures": ("{} in force", "{} lifted"),
    "owning": ("{} kept", "{} sold"),
    "payment": ("{} paid", "{} not paid"),
    "joining": ("{} taking part{}", "{} not taking part{}"),
    "talks": ("talks with {}", "no talks with {}"),
    "vote": ("{} held", "{} not held"),
}
_SENT = {"send": "{} sent{}", "deploy": "{} sent{}", "return": "{} returning{}", "come_back": "{} returning{}"}
_HALTED = dict.fromkeys("postpone put_off defer delay postponement".split(), "a delay of {}") | dict.fromkeys(
    "halt suspend pause interrupt suspension cancel call_off drop scrap".split(), "no {}"
)
_LEAVING = frozenset({"leave", "exit"})  # verbs whose object may be a place that no table knows
_QUOTES = re.compile(r"``|''|[\"“”]")
_OPENING = re.compile(r"^(?:its|his|her|their|our|my|your) ", re.IGNORECASE)
_OWNER = re.compile(r" (['’]s)\b")  # a claim's words are its tokens
_WHEN = re.compile(r" (?:over|until|by|during|within) .*", re.DOTALL)


def is_of_place(claim: Claim) -> bool:
    """Whether the object is where, not who: of "troops must leave Brezk" no table knows the town."""
    return claim.word in _LEAVING and bool(claim.told.agents) and FORCES not in claim.told.theme


def holds(claim: Claim, matter: str, pole: int, who: Naming) -> str:
    """A stance, for people: "wants: 12 advisers staying in Tolmar"."""
    if claim.force is Force.FACT:
        return f"{'backs' if pole > 0 else 'opposes'}: {thing(claim, who)}"
    if claim.force is Force.REFUSAL:
        return f"refuses: {_worded(claim, matter, -pole, who)}"
    return f"{'wants' if claim.force is Force.WISH else 'will'}: {_worded(claim, matter, pole, who)}"


def _worded(claim: Claim, matter: str, pole: int, who: Naming) -> str:
    """One side of a matter."""
    if is_of_place(claim):
        return _WORDED[matter][pole < 0].format("forces", f" {thing(claim, who)}")
    place = f" {claim.told.place}" if matter == "presence" and claim.told.place else ""
    phrase = _WORDED[matter][pole < 0]
    if place and phrase == _WORDED["presence"][0]:
        place = f" in{place}"
    if pole > 0 and matter == "presence" and claim.word in _SENT:
        phrase, place = _SENT[claim.word], place and f" to {claim.told.place}"
    if pole < 0 and matter == "course":
        phrase = _HALTED.get(claim.word, phrase)
    what = thing(claim, who)
    if what == claim.told.place and FORCES in claim.told.theme:  # who leaves a place is not the place
        what = "forces"
    return phrase.format(what, place)


def thing(claim: Claim, who: Naming) -> str:
    """What a claim is about, by name where it has one."""
    if ":" in claim.told.said and who.knows(claim.told.said):
        return who.name(claim.told.said)
    words = _OPENING.sub("", _WHEN.sub("", _QUOTES.sub("", claim.told.said)))
    return _OWNER.sub(r"\1", " ".join(words.split()))
