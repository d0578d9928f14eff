"""What each actor has said on a matter, in time order, and where it changed.

In: a view, a speaker's name, words. Out: `Position`s, those with most stances first. A matter is one that words stand
for and against (`tables.stances`: to stay or to leave, to be agreed to or refused), of one somebody or something. What
counts as a stance is told in `taken`. Invariant: a change is shown where two stances exclude each other by the same
test as two people's do (`disputes.opposed`), all before stand on the one side and all after on the other: who seems to
go to and fro has more likely been misread.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from throughline.annotate.claims import Claim
from throughline.chronicle.actors import actors_of, bearers
from throughline.chronicle.disputes.opposed import opposed
from throughline.chronicle.happenings import Reading
from throughline.chronicle.origins import origins
from throughline.chronicle.recent import gathered
from throughline.chronicle.subject import ABOUT, Subject
from throughline.chronicle.taken import MATTERS, Taken, taken, whom
from throughline.chronicle.worded import holds
from throughline.ledger.view import View
from throughline.model import Actor, Evidence, Mode, Position, Stance, content_id
from throughline.tables.stances import Force
from throughline.text.gist import stems

READ = 100  # of the latest reports, that are read where nobody is asked for by name: two seconds
_TURNED = 2  # stances that stay with a change, where no words of the speaker's own are quoted
_SLIP = 3  # stances on the other side, from which a single one is left out as misread


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
    found = _positions(read, _matters(one for one in taken(read, articles) if wanted is None or one.speaker in wanted))
    return tuple(sorted(found, key=lambda one: (not one.has_changed, -len(one.stances), one.actor.name, one.id)))


def _positions(read: Reading, matters: Sequence[list[Taken]]) -> list[Position]:
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
        for matter in _matters(taken(read, articles)):
            if any(record == _id(one) for one in matter):
                return next(iter(_positions(read, [matter])), None)
    return None


def _id(first: Taken) -> str:
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


def _matters(found: Iterable[Taken]) -> list[list[Taken]]:
    """Stances of one speaker on one matter of one somebody or something, each list in order of known."""
    lists: dict[tuple[str, str], list[list[Taken]]] = {}
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
    return bool(whom(left) & whom(right))


def _position(read: Reading, said: Sequence[Taken], texts: Mapping[str, str], actor: Actor) -> Position:
    """One speaker's stances on one matter; what several articles print of one day is one."""
    printed: dict[tuple[date, int, Force], list[Taken]] = {}
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


def _read_well(said: Sequence[Taken]) -> list[Taken]:
    """Stances without those that are likely misread: both sides on one day, and a single one against many."""
    sides: dict[date, set[int]] = {}
    for one in said:
        sides.setdefault(one.known, set()).add(one.pole)
    counts = Counter(one.pole for one in said)
    return [
        one for one in said if len(sides[one.known]) == 1 and not (counts[one.pole] == 1 and counts[-one.pole] >= _SLIP)
    ]


def _turns(said: Sequence[Taken]) -> dict[int, int]:
    """Where a stance excludes the one before it: its number, and that one's; nowhere, where there are two such."""
    turns = [number for number in range(1, len(said)) if said[number].pole != said[number - 1].pole]
    if len(turns) != 1:
        return {}
    (number,) = turns
    earlier, later = said[number - 1], said[number]
    is_sure = len(said) - number >= _TURNED or later.statement.mode is not Mode.INDIRECT
    is_turn = is_sure and opposed(earlier.claim, later.claim) is not None
    return {number: number - 1} if is_turn else {}
