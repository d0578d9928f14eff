"""A denial, and what another says of the same deed: that it happened or is going on.

In: a gathered view. Out: `Dispute`s about status, or about stance where both sides are statements of people.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, timedelta

from throughline.chronicle.disputes.sides import Sources, dispute, evidence
from throughline.chronicle.happenings import Reading
from throughline.chronicle.places import Places
from throughline.chronicle.tellings import Telling
from throughline.model import Dispute, Status
from throughline.text.gist import stems

_FAR = timedelta(days=7)  # farther apart, they are two deeds of a kind
_SHARED, _PLAIN = 3, 2  # stems that a denial shares with what it denies, the verb's among them; of these, not of names
_DENIED = 0.25  # and this share of the shorter sentence's
_YES = frozenset({Status.HAPPENED, Status.ONGOING})
_NO = frozenset({Status.DENIED, Status.NOT_HAPPENED})
_STEM = 6
# Nouns of what lasts: "the war is not over" and "there will be no war" do not deny each other.
_CONDITIONS = frozenset("war violence unrest conflict crisis fighting protest protests tension tensions".split())
# What denies no deed: of oneself, for some hours, too little of it, or nobody knows.
_UNSURE = re.compile(
    r"\b(?:I|unclear|whether|will|would|lack|enough|not only|for at least|so far|since"
    r"|(?:for|in) the (?:last|past))\b"
)
_RUMOUR = re.compile(r"\b(?:claims?|allegations?|rumou?rs?|reports?|suggestions?) (?:that|of|made|in)\b", re.IGNORECASE)
_NEGATION = re.compile(r"n't\b|n’t\b|\b(?:no|not|never|none|nor|without|den(?:y|ies|ied))\b", re.IGNORECASE)


def of_status(read: Reading) -> Iterator[Dispute]:
    """A denial, and what another says of the same deed within a week: that it happened or is going on."""
    tellings = [telling for telling in read.told.tellings if telling.event and telling.days]
    by_verb: dict[str, list[Telling]] = {}
    for telling in sorted((t for t in tellings if t.status in _YES), key=_day):
        by_verb.setdefault(telling.trigger[:_STEM], []).append(telling)
    sources = Sources(read, (telling.statement for telling in tellings))
    before = {(t.article, t.place): t.stems for t in tellings}
    met: list[tuple[Telling, list[tuple[float, Telling]]]] = []
    for no in (t for t in tellings if t.status in _NO and t.trigger not in _CONDITIONS):
        if _UNSURE.search(read.told.sentence(no)):
            continue
        near = before.get((no.article, no.place - 1), frozenset())
        told = by_verb.get(no.trigger[:_STEM], [])
        within = told[bisect_left(told, _day(no) - _FAR, key=_day) : bisect_right(told, _day(no) + _FAR, key=_day)]
        rated = [(share, yes) for yes in within if (share := _denied(no, near, yes)) and sources.are_two(no, yes)]
        if rated:
            met.append((no, rated))
    places = Places(read.view, {one.article for no, rated in met for one in (no, *(yes for _, yes in rated))})
    shown = set[str]()  # what is denied twice is one dispute
    for no, found in met:
        near = before.get((no.article, no.place - 1), frozenset())
        rated = [one for one in found if _may_be_one_place(places.within(no), places.within(one[1]))]
        rated = [one for one in rated if _is_affirmed(read.told.sentence(one[1]), one[1], no, near)]
        yes = max(rated, key=lambda pair: pair[0])[1] if rated else None
        if yes is not None and yes.id not in shown:
            shown.add(yes.id)
            sides = sorted((yes, no), key=lambda t: (read.origins.age(t.article), t.start))
            about = "stance" if yes.statement and no.statement else "status"
            said = [(evidence(read, telling), sources.speaker(telling)) for telling in sides]
            because = f"one says “{yes.trigger}” of what the other says did not happen"
            yield dispute(read, about, said, because)


def _may_be_one_place(left: frozenset[str], right: frozenset[str]) -> bool:
    return not left or not right or bool(left & right)


def _day(telling: Telling) -> date:
    days = telling.days
    return (days.last or days.first if days else None) or date.max


def _denied(no: Telling, near: frozenset[str], yes: Telling) -> float:
    """How much a denial, with the sentence before it, shares with what may be what it denies; 0: too little."""
    if no.type is None or no.type is not yes.type or (no.article, no.start) == (yes.article, yes.start):
        return 0.0
    if no.recipients and yes.recipients and not no.recipients & yes.recipients:
        return 0.0
    if no.actors and yes.actors and not no.actors & yes.actors:
        return 0.0
    shared = (no.stems | near) & yes.stems
    share = len(shared) / max(1, min(len(no.stems | near), len(yes.stems)))
    return share if len(shared) >= _SHARED and share >= _DENIED else 0.0


def _is_affirmed(words: str, yes: Telling, no: Telling, near: frozenset[str]) -> bool:
    """Whether what is shared is more than names, and the verb stands there without a negation around it."""
    if _RUMOUR.search(words):
        return False
    tokens = words.split()
    names = stems(" ".join(token for token in tokens[1:] if token[:1].isupper()))
    if len(((no.stems | near) & yes.stems) - names) < _PLAIN:
        return False
    places = [number for number, token in enumerate(tokens) if yes.trigger[:_STEM] in token.casefold()]
    return any(not _NEGATION.search(" ".join(tokens[max(0, place - 4) : place + 3])) for place in places)
