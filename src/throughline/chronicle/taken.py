"""Which claims are somebody's stance: what a speaker wants, refuses, backs or opposes, or means to do.

In: claims of articles, in their sentences. Out: `Taken`, a claim with the matter, the side, the speaker and his
statement. What he expects of others, what is said of him in passing, and what is only possible is none. Invariants: his
name stands in the sentence as who says it, the will is his own, and what it is about is a name or a public matter: who
leaves a room or drops an argument takes no position.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from throughline.annotate.claims import Claim
from throughline.annotate.claims.terms import FORCES, NOBODY, names, stem
from throughline.annotate.wordclasses import PRONOUNS
from throughline.chronicle.disputes.claimed import claimed
from throughline.chronicle.disputes.voices import Voice, Voices
from throughline.chronicle.essays import Essays
from throughline.chronicle.happenings import Reading
from throughline.chronicle.outlook import is_transcript
from throughline.chronicle.worded import is_of_place, thing
from throughline.model import Statement
from throughline.tables.stances import Force

# The matters of `tables.stances` that somebody takes a position on.
MATTERS = {
    "presence": "staying or leaving",
    "office": "staying in office",
    "course": "going on or ending",
    "opening": "opening or closing",
    "leave": "allowing or barring",
    "consent": "agreeing or refusing",
    "amount": "more or less of it",
    "measures": "keeping or lifting measures",
    "owning": "keeping or selling",
    "payment": "paying",
    "joining": "taking part",
    "talks": "talking",
    "vote": "voting",
}
_BACKED = "consent"  # the matter in which a plain fact ("backs", "rejects") is a stance
_SUPPOSED = re.compile(
    r"\b(?:if|should \w+ (?:\w+ )?agree|whether|unless|suppose|would have|expect(?:s|ed)?|likely"
    r"|(?:no|any) (?:sign|hint|indication)|before the|until then"
    r"|(?:what|how|why)\b[^,.]{0,40}\b(?:needs?|has|have) to"
    r"|(?:dismiss|reject|rebuff|ignor|resist|defi|brush|approv|grant|accept|receiv)\w*\b[^,.]{0,30}\b(?:calls?|demands?|appeals?|requests?|pressure)"
    r"|(?:announcement|report|view|call|demand|statement) (?:\w+ )?that)\b",
    re.IGNORECASE,
)
# Words with other senses than that of the matter: to raise a question, keep in mind, leave a room, cut through.
_VAGUE = {
    "amount": frozenset("raise lower lift cut put_up curb trim weaken enlarge rise".split()),
    "opening": frozenset({"open", "shutdown"}),
    "owning": frozenset({"keep"}),
    "joining": frozenset({"leave", "quit", "withdraw", "stay"}),
}
_OWN = frozenset({"presence", "office", "joining"})  # matters in which one acts for oneself
# What positions are taken on in public, where no name is in it.
_PUBLIC = frozenset(
    map(
        stem,
        """violence bloodshed hostility fighting war ceasefire cease-fire truce bombing bombardment strike airstrike
    attack mission operation campaign intervention invasion drilling exploration moratorium aid
    negotiation talks protest demonstration rally election vote referendum trial hearing inquiry
    investigation screening sanction deal agreement treaty pact accord law legislation bill reform budget
    tax tariff subsidy dividend compensation claim asset embargo curfew blockade ban resolution emergency
    programme program policy training travel spending zone siege port border school airport export import production
    project merger strike withdrawal regime rule proposal plan amendment repression crackdown citizen
    national""".split(),
    )
)
_POSSESSED = re.compile(r"['’]s?\s+[a-z]")  # "Jackson's sister"
_SMALL = frozenset("of the for and on in al el bin ibn de van von du da la".split())  # within names
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Taken:
    """A claim with who makes it, and since when it is known."""

    claim: Claim
    matter: str
    pole: int
    speaker: str
    statement: Statement
    known: date

    @property
    def order(self) -> tuple[date, str, int]:
        """Sort key: in order of known."""
        return (self.known, self.claim.article, self.claim.at)


def taken(read: Reading, articles: Collection[str]) -> Iterator[Taken]:
    """The claims that are somebody's stance."""
    voices = Voices(read, set(articles))
    essays = Essays(read.view)
    texts = read.view.texts(articles)
    for claim in claimed(read, articles, spoken=True):
        sides = [(matter, pole) for matter, pole in sorted(claim.poles, key=_rank) if _is_clear(claim, matter)]
        known = read.origins.heads[claim.article].known
        if not sides or known is None or claim.is_aside or claim.told.is_loose:
            continue
        text = texts[claim.article]
        voice = _wanter(read, claim, voices.of(claim), text)
        if voice.statement is None or not (voice.name and _is_proper(voice.name)):
            continue
        matter, pole = sides[0]
        is_meant = not _SUPPOSED.search(text, claim.start, claim.end)
        is_told = is_meant and _is_stance(claim, voice.key, matter) and _is_public(claim, voice.key, matter)
        is_told = is_told and _is_proper(thing(claim, read.who), is_key=":" in claim.told.said)
        if is_told and not is_transcript(text[claim.start : claim.end]) and not essays.hold(claim.article):
            yield Taken(claim, matter, pole, voice.key, voice.statement, known)


def _wanter(read: Reading, claim: Claim, voice: Voice, text: str) -> Voice:
    """Who takes the stance: whoever the speaker says wants or refuses it, by name, else the speaker himself."""
    if claim.force in {Force.WISH, Force.REFUSAL} and claim.told.whose not in {"", NOBODY, voice.key}:
        name = read.who.name(claim.told.whose) if read.who.knows(claim.told.whose) else ""
        held = {word.casefold() for word in _WORD.findall(text, claim.start, claim.end)}
        is_there = bool(held & {word.casefold() for word in _WORD.findall(name) if len(word) > 2})
        return Voice(claim.told.whose, name if is_there else None, voice.statement)
    return voice if _is_named(claim, voice) else Voice(voice.key, None, None)


def _is_named(claim: Claim, voice: Voice) -> bool:
    """Whether the sentence itself names the speaker: of "he said" and quotes between others', many are misread."""
    source = voice.statement.source if voice.statement else None
    if source is None or voice.name is None or voice.key.startswith(claim.article):
        return False
    words, at = source.evidence.words, source.evidence.start
    parts = {part.casefold() for part in _WORD.findall(voice.name) if part[:1].isupper()}
    is_name = any(part[:1].isupper() and (part.casefold() in parts or part.isupper()) for part in _WORD.findall(words))
    return is_name and claim.start <= at < claim.end and not _POSSESSED.search(words)


def _is_proper(name: str, *, is_key: bool = True) -> bool:
    """Whether it is a name, not words for somebody: "Opposition activists"; words that stand for no key may be so."""
    if not is_key:
        return bool(name)
    return all(word[:1].isupper() or word.partition("-")[0] in _SMALL for word in name.split()) and name[:1].isupper()


def _rank(side: tuple[str, int]) -> tuple[int, int]:
    """Which of its matters a word is taken to be of first."""
    order = list(MATTERS)
    return (order.index(side[0]) if side[0] in MATTERS else len(order), side[1])


def _is_clear(claim: Claim, matter: str) -> bool:
    return matter in MATTERS and claim.word not in _VAGUE.get(matter, ())


def _is_stance(claim: Claim, speaker: str, matter: str) -> bool:
    """Whether a claim is what the speaker himself wants, refuses, backs or means to do."""
    if claim.force is Force.WISH:
        is_of_himself = speaker in whom(claim) and (claim.told.is_own or is_of_place(claim) or matter == "office")
        return claim.told.whose in {"", speaker} and not is_of_himself
    if claim.told.whose != speaker:
        return False
    if claim.force is Force.FACT:
        return matter == _BACKED and claim.tense in {"present", ""}
    return (
        claim.force is Force.REFUSAL
        or matter not in _OWN
        or speaker in claim.told.theme | claim.told.agents | claim.told.holders
    )


def _is_public(claim: Claim, speaker: str, matter: str) -> bool:
    """Whether what a claim is about can be told in words, and is a name or what positions are taken on."""
    if (
        not claim.told.said
        or claim.told.said == NOBODY
        or (claim.told.said.casefold() in PRONOUNS and ":" not in claim.told.said)
    ):
        return False
    parties = whom(claim)
    if is_of_place(claim):
        return FORCES in parties
    told = {stem(word.removesuffix("ies") + "y" if word.endswith("ies") else word) for word in claim.told.said.split()}
    if FORCES in parties or told & _PUBLIC or (":" in claim.told.said and claim.told.said != speaker):
        return True
    if matter == "office":
        return bool(parties)
    return matter in _OWN and speaker in parties and bool(claim.told.place and names(claim.told.terms) - {speaker})


def whom(claim: Claim) -> frozenset[str]:
    """Who stays or leaves, or what goes on."""
    return claim.told.agents if is_of_place(claim) else claim.told.theme
