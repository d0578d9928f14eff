"""The status of a verb's event: happened, ongoing, planned, requested, conditional, denied, not happened, or none.

In: a clause's verb group and the sentence round it. Out: a `Status`, or None where the words do not tell: habits,
questions, hypotheses and opinions are no events. Tense and auxiliaries give a first answer; the words that the
verb hangs on ("plan to", "refused to", "denied that") overrule it, each lending its own (`tables.complements`).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from throughline.annotate import verbgroups
from throughline.annotate.events import denials
from throughline.annotate.verbgroups import Tense, VerbGroup
from throughline.annotate.wordclasses import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    FUTURE,
    MAYBE,
    NEGATIONS,
    STOPS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    WOULD,
    is_adverb,
)
from throughline.model import Plover, Status, Token
from throughline.tables.complements import Complement, complements


class Judgement(NamedTuple):
    """A status (None: no event) and the word that lent it: the index of "urged" in "urged NATO to expand", or -1."""

    status: Status | None
    governor: int = -1


_NONE = Judgement(None)
_FARTHEST = 12  # tokens between a governor and its "to": "urged NATO countries in Brussels on Monday to expand"
_DEEPEST = 3  # governors over governors: "agreed to ask Iraq to sign"
# Verbs whose present tense does the thing it names: saying "we condemn" condemns.
_SPEECH_ACTS = frozenset({Plover.REQUEST, Plover.ACCUSE, Plover.REJECT, Plover.THREATEN, Plover.SUPPORT})
_HYPOTHESIS = frozenset("if unless whether lest".split())
_CLAUSE_ENDS = frozenset({";", ":", "--", '"', "but"})
# Past tenses that report what was said: with them "would" is the future of a plan.
_REPORTED = frozenset(
    """said told announced added warned promised vowed pledged confirmed explained insisted declared reported stated
    predicted signalled signaled agreed decided noted indicated revealed hinted informed guaranteed assured denied
    dismissed rejected refuted disputed claimed argued maintained suggested acknowledged admitted conceded disclosed
    cautioned reiterated reaffirmed stressed emphasised emphasized replied answered wrote swore testified ruled
    understood learned learnt heard forecast estimated""".split()
)
_UNFINISHED = frozenset("until till once before when after".split())
# "The aim is to withdraw" says what the aim is; "NATO is to withdraw" tells a plan.
_AIMS = frozenset(
    """aim aims goal goals purpose challenge task idea job point objective way solution strategy mission role key answer
    problem hope need priority step thing policy question intent trick alternative option difficulty secret""".split()
)
_NEAR_AIM = 8
_NEAR_THAT = 4  # "dismissed on Monday reports that"
_NO_SUBJECT_BEFORE = frozenset({"", "and", "or", '"', ":", "please"})
_HABIT = frozenset(
    """always often usually sometimes typically normally generally regularly rarely routinely allegedly nearly almost
    supposedly possibly potentially hypothetically""".split()
)


def judge(tokens: Sequence[Token], group: VerbGroup, bounds: tuple[int, int], kind: Plover | None = None) -> Judgement:
    """Judge the event of a verb group in the sentence `tokens[bounds[0]:bounds[1]]`."""
    if any(tokens[place].norm in _HABIT for place in range(max(bounds[0], group.first - 1), group.main)):
        return _NONE
    if group.is_finite and not group.is_negated and denials.lacks_subject(tokens, group, bounds[0]):
        group = replace(group, is_negated=True)
    own = _own(tokens, group, bounds)
    if group.tense is Tense.PRESENT and kind in _SPEECH_ACTS and _is_simple(group) and not group.is_negated:
        if any(tokens[place].norm == "if" for place in range(*bounds)):
            return _NONE
        own = Judgement(Status.HAPPENED)
    if own.status is None:
        return _NONE
    return _within(tokens, group, bounds, own)


def _is_simple(group: VerbGroup) -> bool:
    return not (group.is_passive or group.is_progressive or group.is_perfect)


def _own(tokens: Sequence[Token], group: VerbGroup, bounds: tuple[int, int]) -> Judgement:
    """Judge by tense; an infinitive or a gerund by its governor."""
    if group.tense is Tense.INFINITIVE:
        return _of_infinitive(tokens, group, bounds, 0)
    if group.tense is Tense.GERUND:
        return _of_gerund(tokens, group, bounds)
    status = tense_status(group)
    if group.tense is Tense.WOULD and (group.is_perfect or not _is_reported(tokens, group, bounds)):
        status = None  # "would" tells a plan only in what somebody said: "said it would withdraw"
    return Judgement(status)


def _is_reported(tokens: Sequence[Token], group: VerbGroup, bounds: tuple[int, int]) -> bool:
    """Tell "said it would withdraw"; "troops that would replace them" tells of no plan."""
    opener = tokens[group.first - 1].norm if group.first > bounds[0] else ""
    if opener in {"who", "which"} or (opener == "that" and tokens[group.first - 2].norm not in _REPORTED):
        return False
    return any(tokens[place].norm in _REPORTED for place in range(*bounds))


def tense_status(group: VerbGroup) -> Status | None:
    """Return what the tense of a finite group (or a lone participle) says."""
    if group.tense is Tense.MAYBE:
        return None
    if group.is_negated:
        plain_present = group.tense is Tense.PRESENT and _is_simple(group)
        return None if plain_present else Status.NOT_HAPPENED
    if group.tense in {Tense.FUTURE, Tense.WOULD}:
        return Status.PLANNED
    if group.is_progressive:
        return Status.ONGOING
    if group.tense in {Tense.PAST, Tense.PARTICIPLE} or group.is_perfect:
        return Status.HAPPENED
    return None


def _of_infinitive(tokens: Sequence[Token], group: VerbGroup, bounds: tuple[int, int], depth: int) -> Judgement:
    """Find the word that governs "to", and take what it lends, in the light of its own status."""
    found = governor(tokens, group.first, bounds[0])
    if found is None or depth > _DEEPEST:
        return _NONE
    place, complement = found
    if tokens[place].norm in BE:
        if any(tokens[back].norm in _AIMS for back in range(max(bounds[0], place - _NEAR_AIM), place)):
            return _NONE
        return Judgement(Status.PLANNED if tokens[place].norm in {"is", "are", "'s", "'re"} else None, place)
    lent = complement.status
    if complement.word == "have" and not FUTURE.isdisjoint(
        token.norm for token in tokens[max(bounds[0], place - 2) : place]
    ):
        return Judgement(Status.NOT_HAPPENED if group.is_negated else Status.PLANNED, place)  # "will have to leave"
    if lent is not None and group.is_negated:
        lent = Status.NOT_HAPPENED if lent in {Status.PLANNED, Status.HAPPENED, Status.ONGOING} else None
    if lent is None:
        return _NONE
    actual = _actual(tokens, place, complement, bounds, depth)
    return Judgement(combine(actual, lent), place)


def governor(tokens: Sequence[Token], to: int, first: int) -> tuple[int, Complement] | None:
    """Find the word that takes the infinitive at `to`: the word before, or one that has its object between."""
    table = complements("to")
    place = to - 1
    while place >= first and is_adverb(tokens[place].norm) and tokens[place].norm not in table:
        place -= 1
    if place < first:
        return None
    norm = tokens[place].norm
    if norm in {"and", "or", ","}:  # "urged NATO to expand its effort and to donate equipment"
        earlier = next(
            (back for back in range(place, max(first, place - _FARTHEST), -1) if tokens[back].norm == "to"), -1
        )
        return governor(tokens, earlier, first) if earlier > first else None
    if norm in BE:
        return place, Complement("be", "", Status.PLANNED)
    if norm in table:
        return place, table[norm]
    for back in range(place - 1, max(first, to - _FARTHEST) - 1, -1):
        norm = tokens[back].norm
        if norm in STOPS - {'"'} or norm in SUBORDINATORS - {"as", "after", "since", "who"} or norm == "to":
            return None
        if norm in table and _takes_object(table[norm]):
            return back, table[norm]
    return None


def _takes_object(complement: Complement) -> bool:
    """Tell whether a noun may stand between the word and "to": "urged NATO to", "calls for troops to"."""
    return complement.word in _OBJECT_CONTROL


_OBJECT_CONTROL = frozenset(
    """urge ask request demand order tell call calls beg implore press pressure lobby petition instruct command direct
    require advise encourage recommend invite warn challenge force compel cause lead get help push drive prompt want
    need allow permit enable expect oblige schedule appeal appeals demands plan plans decision decisions agreement
    offer proposal efforts effort attempt attempts request requests order orders deal pressure bid promise threat
    threats vote remind authorise authorize exhort believe ban forbid choose set""".split()
)


def _actual(
    tokens: Sequence[Token], place: int, complement: Complement, bounds: tuple[int, int], depth: int
) -> Status | None:
    """Return the status of the governor itself; nouns and adjectives stand as they are, unless negated."""
    if not complement.features:
        before = [token.norm for token in tokens[max(bounds[0], place - 3) : place]]
        if not NEGATIONS.isdisjoint(before) or "no" in before[-2:]:
            return Status.NOT_HAPPENED
        return None if not (FUTURE | MAYBE | WOULD).isdisjoint(before) else Status.HAPPENED
    group = verbgroups.read(tokens, place, bounds, complement.features)
    if group is None:
        leader = tokens[place - 1].norm if place > bounds[0] else ""
        is_bare = complement.features in {"B", "BDN", "BN"} and leader in _NO_SUBJECT_BEFORE
        return None if is_bare else Status.HAPPENED  # "start cleaning", "might sell it and get you to drive"
    if group.tense is Tense.INFINITIVE:
        return _of_infinitive(tokens, group, bounds, depth + 1).status
    return actual_status(group)


def actual_status(group: VerbGroup) -> Status | None:
    """Return what the tense of a governor says: its present tense holds ("plans to"), unlike that of an event."""
    if group.tense is Tense.GERUND:
        return Status.HAPPENED
    if group.tense is Tense.PRESENT:
        return Status.NOT_HAPPENED if group.is_negated else Status.HAPPENED
    if group.tense is Tense.WOULD and group.is_perfect:
        return None
    return tense_status(group)


def combine(actual: Status | None, lent: Status) -> Status | None:
    """Combine a governor's own status with the one it lends."""
    if actual is None or actual is Status.DENIED:
        return actual
    if actual is Status.NOT_HAPPENED:
        return Status.NOT_HAPPENED if lent in {Status.PLANNED, Status.HAPPENED, Status.ONGOING} else None
    if actual in {Status.HAPPENED, Status.ONGOING}:
        return lent
    if lent in {Status.HAPPENED, Status.ONGOING, Status.PLANNED}:
        return actual
    return lent if lent is Status.REQUESTED else None


def _of_gerund(tokens: Sequence[Token], group: VerbGroup, bounds: tuple[int, int]) -> Judgement:
    """Judge "-ing": after a preposition of time, after a verb that takes it, or as the result after a comma."""
    place = group.first - 1
    while place >= bounds[0] and is_adverb(tokens[place].norm):
        place -= 1
    if place < bounds[0]:
        return _NONE
    norm = tokens[place].norm
    if norm in {"after", "since", "following", "upon"}:
        opening = {token.norm for token in tokens[bounds[0] : place]}
        is_open = not (FUTURE | WOULD | MAYBE | _HYPOTHESIS).isdisjoint(opening)
        return _NONE if is_open or group.is_negated else Judgement(Status.HAPPENED, place)
    if norm == "out":  # "ruled out sending"
        place, norm = place - 1, tokens[place - 1].norm
    if norm == "from":
        place = next((back for back in range(place - 1, max(bounds[0], place - 8) - 1, -1) if _bars(tokens[back])), -1)
        norm = tokens[place].norm if place >= 0 else ""
    if norm == ",":
        return Judgement(_result(tokens, place, bounds))
    found = complements("ing").get(norm)
    if found is None or found.status is None or place < 0:
        return _NONE
    return Judgement(combine(_actual(tokens, place, found, bounds, 0), found.status), place)


def _result(tokens: Sequence[Token], comma: int, bounds: tuple[int, int]) -> Status | None:
    """Judge the result of what was told before the comma: "the rig exploded, killing 11"."""
    earlier = [group for group in verbgroups.find(tokens, bounds[0], comma) if group.is_finite]
    is_fact = bool(earlier) and all(tense_status(group) is Status.HAPPENED for group in earlier[-1:])
    opening = {token.norm for token in tokens[bounds[0] : comma]}
    return Status.HAPPENED if is_fact and opening.isdisjoint(_HYPOTHESIS) else None


def _bars(token: Token) -> bool:
    found = complements("ing").get(token.norm)
    return found is not None and found.status is Status.NOT_HAPPENED


def _within(tokens: Sequence[Token], group: VerbGroup, bounds: tuple[int, int], own: Judgement) -> Judgement:
    """Apply what the clause hangs on: "if", "whether", "denied that", "fears that".

    An "if" before a comma is another clause's: the event hangs on it, which `deadlines.condition` tells.
    """
    start = own.governor if own.governor >= 0 else group.first
    commas, first = 0, bounds[0]
    for place in range(start - 1, first - 1, -1):
        norm = tokens[place].norm
        if norm in _CLAUSE_ENDS:
            break
        commas += norm == ","
        if norm in _HYPOTHESIS and not commas:
            return _NONE
        if norm in _UNFINISHED and not commas and (group.tense is Tense.PRESENT or _is_open(tokens, group, bounds)):
            return _NONE
        matrix = _matrix(tokens, place, first, _verb_of(tokens, group, own)) if not commas else None
        if matrix is not None:
            if matrix.status is Status.DENIED and _is_negated(tokens, place, bounds, matrix):
                return _NONE  # "did not deny that"
            is_subjunctive = group.tense is Tense.PRESENT and _is_simple(group)  # "demanded that NATO leave"
            return Judgement(_under(matrix.status, Status.PLANNED if is_subjunctive else own.status), place)
    return own


def _verb_of(tokens: Sequence[Token], group: VerbGroup, own: Judgement) -> int:
    """Return where the finite verb of a group's clause begins, its governor's for an infinitive; -1: there is none."""
    if group.is_finite:
        return group.first
    verb = own.governor
    while verb > 0 and tokens[verb - 1].norm in AUXILIARIES:
        verb -= 1
    return verb


def _is_negated(tokens: Sequence[Token], place: int, bounds: tuple[int, int], word: Complement) -> bool:
    """Tell a verb of denial that is itself denied or only possible: "could not rule out that"."""
    table = complements("that")
    verb = next((back for back in range(place, place - _NEAR_THAT - 1, -1) if table.get(tokens[back].norm) == word), -1)
    group = verbgroups.read(tokens, verb, bounds, word.features) if word.features and verb >= bounds[0] else None
    return group is not None and (group.is_negated or group.tense is Tense.MAYBE)


def _is_open(tokens: Sequence[Token], group: VerbGroup, bounds: tuple[int, int]) -> bool:
    """Tell whether the sentence speaks of a time to come, so that "until he resigns" has not happened either."""
    outside = (*range(bounds[0], group.first), *range(group.main + 1, bounds[1]))
    return any(tokens[place].norm in FUTURE or tokens[place].norm in WOULD for place in outside)


def _matrix(tokens: Sequence[Token], place: int, first: int, verb: int) -> Complement | None:
    """Return the word that the clause opening at `place` hangs on, if that word says how far it is true."""
    table = complements("that")
    norm = tokens[place].norm
    if norm == "that":
        for back in range(place - 1, max(first, place - _NEAR_THAT) - 1, -1):
            word = tokens[back].norm
            if word in STOPS:
                return None
            if word in table:
                is_relative = tokens[place + 1].norm in AUXILIARIES
                is_far = back < place - 1 and table[word].status is not Status.DENIED
                return None if is_relative or is_far else table[word]
        return None
    if norm in table and table[norm].features and table[norm].status in {None, Status.DENIED}:
        following = tokens[place + 1]
        is_clause = following.norm in SUBJECT_PRONOUNS | {"there"}
        if table[norm].status is Status.DENIED:
            is_clause = denials.opens_denied(tokens, place, verb)
        if is_clause or (
            table[norm].status is None and (following.norm in DETERMINERS or following.text[:1].isupper())
        ):
            return table[norm]  # "feared the talks had collapsed"; "denied a report" has no clause
    return None


def _under(lent: Status | None, own: Status | None) -> Status | None:
    """Combine a clause's own status with what the word over it lends."""
    if lent is Status.REQUESTED:
        return Status.REQUESTED if own is Status.PLANNED else own
    if lent is Status.DENIED:
        return Status.DENIED if own in {Status.HAPPENED, Status.ONGOING, Status.PLANNED} else None
    return own if lent is Status.PLANNED else None
