"""What each actor has said on a matter, in time order, and where it changed.

In: a view, a speaker's name, words. Out: `Position`s, those with most stances first. A matter is one that words stand
for and against (`tables.stances`: to stay or to leave, to be agreed to or refused), of one somebody or something. A
stance is what a speaker wants, refuses, backs or opposes, or means to do: what he expects of others, what is said of
him in passing, and what is only possible is none. His name stands in the sentence as who says it, the will is his own,
and what it is about is a name or a public matter: who leaves a room or drops an argument takes no position. A change
is shown where two stances exclude each other by the same test as two people's do (`disputes.opposed`), all before
stand on the one side and all after on the other: who seems to go to and fro has more likely been misread.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from throughline.annotate.claims import Claim
from throughline.annotate.claims.terms import FORCES, NOBODY, names, stem
from throughline.annotate.wordclasses import PRONOUNS
from throughline.chronicle.actors import actors_of, bearers
from throughline.chronicle.disputes.claimed import claimed
from throughline.chronicle.disputes.opposed import opposed
from throughline.chronicle.disputes.voices import Voice, Voices
from throughline.chronicle.essays import Essays
from throughline.chronicle.happenings import Reading
from throughline.chronicle.origins import origins
from throughline.chronicle.outlook import is_transcript
from throughline.chronicle.recent import gathered
from throughline.chronicle.subject import ABOUT, Subject
from throughline.chronicle.worded import holds, is_of_place, thing
from throughline.ledger.view import View
from throughline.model import Actor, Evidence, Mode, Position, Stance, Statement, content_id
from throughline.tables.stances import Force
from throughline.text.gist import stems

READ = 100  # of the latest reports, that are read where nobody is asked for by name: two seconds
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
_TURNED = 2  # stances that stay with a change, where no words of the speaker's own are quoted
_SLIP = 3  # stances on the other side, from which a single one is left out as misread
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
class _Said:
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


def positions(view: View, by: str | Actor | None = None, about: str | None = None) -> tuple[Position, ...]:
    """Positions of a speaker, an actor or by any name of theirs, and on matters whose sentences hold some words.

    Where neither is given, those of the latest reports on what the story is about.
    """
    articles = _asked_for(view, by, about)
    read = gathered(view, origins(view), articles)
    found = positions_of(read, articles, by=bearers(view, by) if by else None)
    if by and not about:
        return found
    wanted = stems(about or "")
    subject = Subject(view)
    return tuple(one for one in found if any(_is_on(stance, wanted, subject) for stance in one.stances))


def _is_on(stance: Stance, wanted: frozenset[str], subject: Subject) -> bool:
    """Whether a stance's sentence holds the words asked for; if none are, whether it is of the story."""
    words = stance.evidence.words
    return wanted <= stems(words) if wanted else subject.share(words) >= ABOUT


def positions_of(read: Reading, articles: Collection[str], by: Collection[str] | None = None) -> tuple[Position, ...]:
    """The positions that some articles tell; `by`: keys of the speakers asked for."""
    wanted = None if by is None else {read.who.key(key) for key in by}
    found = _positions(read, _matters(one for one in _said(read, articles) if wanted is None or one.speaker in wanted))
    return tuple(sorted(found, key=lambda one: (not one.has_changed, -len(one.stances), one.actor.name, one.id)))


def _positions(read: Reading, matters: Sequence[list[_Said]]) -> list[Position]:
    """The positions of some matters, as far as they are read well."""
    texts = read.view.texts({one.claim.article for matter in matters for one in matter})
    speakers = {matter[0].speaker for matter in matters}
    names = read.view.names_of(speakers | {key for key, own in read.who.same.items() if own in speakers})
    known_as = {actor.id: actor for actor in actors_of(read.view, names, read.who, speakers)}
    return [
        _position(read, matter, texts, known_as[actor])
        for matter in matters
        if (actor := read.who.id(matter[0].speaker)) in known_as and _read_well(matter)
    ]


def position(view: View, record: str) -> Position | None:
    """The position of an id: of the latest reports, else of all. Listed by other articles, it may begin elsewhere."""
    every = set(view.heads())
    for articles in (_asked_for(view, None, None), every):
        read = gathered(view, origins(view), articles)
        for matter in _matters(_said(read, articles)):
            if any(record == _id(one) for one in matter):
                return next(iter(_positions(read, [matter])), None)
    return None


def _id(first: _Said) -> str:
    """The id of a position that begins with a stance."""
    return content_id("position", first.speaker, first.matter, first.claim.article, first.claim.at)


def _asked_for(view: View, by: str | Actor | None, about: str | None) -> set[str]:
    """The articles in which somebody's statements stand, or statements with some words; else the latest.

    A pile that is read in two seconds is read whole for somebody: what he wants may be told by others.
    """
    dated = [head for head in view.heads().values() if head.known]
    if by is None and about is None:
        dated.sort(key=lambda head: (head.known or date.min, head.id))
        return {head.id for head in dated[-READ:]}
    if by and len(dated) <= READ:
        articles = {head.id for head in dated}
    else:
        rows = view.statements_by(bearers(view, by)) if by else view.statements_holding(about or "")
        articles = {row.article for row in rows}
    if by and about:
        articles &= {row.article for row in view.statements_holding(about)}
    return articles


def _said(read: Reading, articles: Collection[str]) -> Iterator[_Said]:
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
            yield _Said(claim, matter, pole, voice.key, voice.statement, known)


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
        is_of_himself = speaker in _whom(claim) and (claim.told.is_own or is_of_place(claim) or matter == "office")
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
    whom = _whom(claim)
    if is_of_place(claim):
        return FORCES in whom
    told = {stem(word.removesuffix("ies") + "y" if word.endswith("ies") else word) for word in claim.told.said.split()}
    if FORCES in whom or told & _PUBLIC or (":" in claim.told.said and claim.told.said != speaker):
        return True
    if matter == "office":
        return bool(whom)
    return matter in _OWN and speaker in whom and bool(claim.told.place and names(claim.told.terms) - {speaker})


def _whom(claim: Claim) -> frozenset[str]:
    """Who stays or leaves, or what goes on."""
    return claim.told.agents if is_of_place(claim) else claim.told.theme


def _matters(found: Iterable[_Said]) -> list[list[_Said]]:
    """Stances of one speaker on one matter of one somebody or something, each list in order of known."""
    lists: dict[tuple[str, str], list[list[_Said]]] = {}
    for one in sorted(found, key=lambda one: one.order):
        held = lists.setdefault((one.speaker, one.matter), [])
        own = next((matter for matter in held if _is_one(matter[0].claim, one.claim)), None)
        if own is None:
            held.append([one])
        else:
            own.append(one)
    return [matter for held in lists.values() for matter in held]


def _is_one(left: Claim, right: Claim) -> bool:
    """Whether two claims are about the same, as far as their words tell."""
    if left.told.names and right.told.names and not left.told.names & right.told.names:
        return False
    return bool(_whom(left) & _whom(right))


def _position(read: Reading, said: Sequence[_Said], texts: Mapping[str, str], actor: Actor) -> Position:
    """One speaker's stances on one matter; what several articles print of one day is one."""
    printed: dict[tuple[date, int, Force], list[_Said]] = {}
    for one in _read_well(said):
        printed.setdefault((one.known, one.pole, one.claim.force), []).append(one)
    first = [(group[0], len({one.claim.article for one in group})) for group in printed.values()]
    turns = _turns([one for one, _ in first])
    about = tuple(
        sorted({read.who.name(key) for one in said for key in one.claim.told.names if key in one.claim.told.theme})
    )
    stances = tuple(
        Stance(
            holds(one.claim, one.matter, one.pole, read.who),
            _sentence(one.claim, texts),
            one.statement.id,
            one.known,
            read.origins.heads[one.claim.article].outlet,
            reports,
            _sentence(first[turns[number]][0].claim, texts) if number in turns else None,
        )
        for number, (one, reports) in enumerate(first)
    )
    return Position(_id(said[0]), actor, MATTERS[said[0].matter], about, stances)


def _sentence(claim: Claim, texts: Mapping[str, str]) -> Evidence:
    return Evidence(claim.article, claim.start, claim.end, texts[claim.article][claim.start : claim.end])


def _read_well(said: Sequence[_Said]) -> list[_Said]:
    """Stances without those that are likely misread: both sides on one day, and a single one against many."""
    sides: dict[date, set[int]] = {}
    for one in said:
        sides.setdefault(one.known, set()).add(one.pole)
    counts = Counter(one.pole for one in said)
    return [
        one for one in said if len(sides[one.known]) == 1 and not (counts[one.pole] == 1 and counts[-one.pole] >= _SLIP)
    ]


def _turns(said: Sequence[_Said]) -> dict[int, int]:
    """Where a stance excludes the one before it: its number, and that one's; nowhere, where there are two such."""
    turns = [number for number in range(1, len(said)) if said[number].pole != said[number - 1].pole]
    if len(turns) != 1:
        return {}
    (number,) = turns
    earlier, later = said[number - 1], said[number]
    is_sure = len(said) - number >= _TURNED or later.statement.mode is not Mode.INDIRECT
    is_turn = is_sure and opposed(earlier.claim, later.claim) is not None
    return {number: number - 1} if is_turn else {}
