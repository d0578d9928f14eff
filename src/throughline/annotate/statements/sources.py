"""Who speaks: the noun phrase that stands as the source of a reporting verb, before it or after it.

In: a `Ground` (an article's tokens with its mentions laid over them) and a position. Out: a `Source`, or None where
the words do not plainly show one. Prepositional phrases lead on to their head ("a spokesman for the ministry in
Baghdad"), appositions and clauses between commas are stepped over ("Daalder, the ambassador, said").
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from throughline.annotate.mentions.names import is_capital
from throughline.annotate.wordclasses import is_adverb
from throughline.model import Article, Mention, MentionForm, MentionType, Parse, Time, Token
from throughline.tables.agents import Agent, agent

_PREPOSITIONS = frozenset("of for in at from with within to on near by inside outside across around among who".split())
_ARTICLES = frozenset(
    "a an the this that these those his her its their our my another one some several many most".split()
)
_FUNCTION = frozenset(
    """and or but nor so if when while as because since although though whereas that which who whom whose what where
    how why than then of in on at to for from with by about into over under after before between through during
    without within against among is are was were be been being am has have had do does did will would can could may
    might must shall should not n't also i you we me us him them there here it he she they""".split()
)
_COUNTS = frozenset("percent two three four five six seven eight nine ten half third quarter majority".split())
_PRONOMINAL = frozenset(
    {"others", "another", "some", "many", "most", "both", "everyone", "nobody", "someone", "several"}
)
_POSSESSIVES = frozenset({"his", "her", "their", "him", "them", "himself", "herself", "themselves"})
_SUBJECT_PRONOUNS = frozenset({"he", "she", "they", "it"})
_SPEAKERS = frozenset({MentionType.PERSON, MentionType.GROUP, MentionType.ORGANISATION})
_TIME_PREPOSITIONS = frozenset({"on", "in", "at", "during", "by", "since", "until", "before", "after"})
_TIME = 6  # tokens of a time expression between a source and its verb
_TO_LEFT = 30  # tokens that an apposition or clause between commas may take
_NOUN_PHRASE = 5  # tokens of a noun phrase without a mention
_PREPOSITIONAL = 8  # tokens that a prepositional phrase after the head may take


class Source(NamedTuple):
    """Tokens `first` to `last` of the phrase; the mention at its head, if one was found there."""

    first: int
    last: int
    mention: Mention | None


class Placed(NamedTuple):
    """A mention with its tokens; `start` takes in the role words before it."""

    first: int
    last: int
    start: int
    mention: Mention


@dataclass(frozen=True, slots=True)
class Ground:
    """An article's tokens, with the mentions and times that lie on them."""

    article: Article
    parse: Parse
    ending: Mapping[int, Placed]
    starting: Mapping[int, Placed]
    times: Mapping[int, tuple[int, Time]]
    quoted: Mapping[int, int]

    @property
    def tokens(self) -> Sequence[Token]:
        """All tokens of the parse."""
        return self.parse.tokens


def ground(
    article: Article, parse: Parse, mentions: Iterable[Mention], times: Iterable[Time], quoted: Mapping[int, int]
) -> Ground:
    """Lay mentions and times over tokens; the widest of those that end, or start, at one token counts."""
    starts = {t.start: i for i, t in enumerate(parse.tokens)}
    ends = {t.end: i + 1 for i, t in enumerate(parse.tokens)}
    ending: dict[int, Placed] = {}
    starting: dict[int, Placed] = {}
    for mention in mentions:
        first, last = starts.get(mention.evidence.start), ends.get(mention.evidence.end)
        if first is None or last is None:
            continue
        role = mention.role
        start = starts.get(role.start, first) if role is not None and role.end <= mention.evidence.start else first
        placed = Placed(first, last, start, mention)
        if last not in ending or ending[last].start > start:
            ending[last] = placed
        for at in {first, start}:
            if at not in starting or starting[at].last < last:
                starting[at] = placed
    clock = {}
    for time in times:
        first, last = starts.get(time.evidence.start), ends.get(time.evidence.end)
        if first is not None and last is not None:
            clock[first] = (last, time)
    return Ground(article, parse, ending, starting, clock, quoted)


def before(g: Ground, stop: int, floor: int) -> Source | None:
    """Find the source whose phrase ends at token `stop` (not included), at or after token `floor`."""
    at = stop - 1
    if at < floor:
        return None
    token = g.tokens[at]
    if token.norm in {",", ")", "--", "-"}:
        return _over(g, at, floor)
    if token.norm in {"who", "which", "that"}:
        return _antecedent(g, at, floor)
    if (trimmed := _without_circumstance(g, stop, floor)) < stop:
        return before(g, trimmed, floor)
    if (passed := _passed(g, stop, floor)) is not None:
        return passed
    placed = g.ending.get(stop)
    if placed is not None and token.norm in _POSSESSIVES:
        return None
    if placed is not None:
        return _climb(g, _with_article(g, placed.start, floor), stop, placed.mention, floor)
    if token.norm in _SUBJECT_PRONOUNS or (token.norm in _PRONOMINAL and _opens(g, at, floor)):
        return Source(at, stop, None)
    return _phrase_before(g, stop, floor)


def _without_circumstance(g: Ground, stop: int, floor: int) -> int:
    """Step back over when and how: "Adrel [on Monday] denied", "Lee [repeatedly] said", "she [then] added"."""
    for first in range(stop - 1, max(floor, stop - _TIME) - 1, -1):
        if first in g.times and g.times[first][0] == stop and first > floor:
            return first - 1 if g.tokens[first - 1].norm in _TIME_PREPOSITIONS and first - 1 > floor else first
    last = g.tokens[stop - 1]
    return stop - 1 if is_adverb(last.norm) and last.text.islower() and stop - 1 > floor else stop


def _passed(g: Ground, stop: int, floor: int) -> Source | None:
    """Step over a participle's phrase: "an official [cited by Reuters]", "officials [traveling with him]"."""
    for at in range(stop - 2, max(floor, stop - _PREPOSITIONAL) - 1, -1):
        word = g.tokens[at].norm
        if not word[0].isalnum() or word in {"and", "but", "that", "who", "which"}:
            return None
        if at in g.ending and word.endswith(("ing", "ed")) and g.tokens[at + 1].norm in _PREPOSITIONS:
            placed = g.ending[at]
            if placed.mention.type in _SPEAKERS and placed.mention.form is not MentionForm.PRONOUN:
                found = _climb(g, _with_article(g, placed.start, floor), at, placed.mention, floor)
                return Source(found.first, stop, found.mention) if found is not None else None
    return None


def _with_article(g: Ground, first: int, floor: int) -> int:
    """Take in the form of address and the article before a name: "Mr. Lee", "the U.S."."""
    while first > floor and agent(g.tokens[first - 1].norm) & Agent.HONORIFIC:
        first -= 1
    if first > floor and g.tokens[first - 1].norm in {"the", "a", "an"}:
        return first - 1
    return first


def _climb(g: Ground, first: int, last: int, mention: Mention | None, floor: int) -> Source | None:
    """Lead from a prepositional phrase to its head; what hangs on a preposition with no head is no source."""
    if first - 1 >= floor and g.tokens[first - 1].norm in _PREPOSITIONS - {"who"}:
        if first - 1 == floor:
            return None
        outer = before(g, first - 1, floor)
        if outer is None or last - outer.first > 3 * _PREPOSITIONAL:
            return None
        return Source(outer.first, last, outer.mention)
    if mention is not None and first - 1 >= floor and g.tokens[first - 1].norm == "'s":
        owner = g.ending.get(first - 1)
        return Source(owner.start, last, mention) if owner is not None else Source(first, last, mention)
    return Source(first, last, mention) if mention is None or _can_speak(mention, g, last) else None


def _can_speak(mention: Mention, g: Ground, last: int) -> bool:
    """A demonym speaks only as a plural ("Americans say")."""
    if mention.type is MentionType.NATIONALITY:
        word = g.tokens[last - 1].norm
        return word.endswith(("s", "ese", "sh"))
    return True


def _over(g: Ground, comma: int, floor: int) -> Source | None:
    """Step over what stands between two commas, brackets or dashes, to the phrase before them."""
    named = g.ending.get(comma)
    if named is not None and named.mention.type is MentionType.PERSON and _is_mark(g, named.start - 1, floor):
        lead = before(g, named.start - 1, floor)  # "the company's chief executive, Ann Lee,"
        if lead is not None and (lead.mention is None or lead.mention.form is MentionForm.NOMINAL):
            return Source(lead.first, comma, named.mention)
    mark = g.tokens[comma].norm
    opening = "(" if mark == ")" else mark
    for at in range(comma - 1, max(floor, comma - _TO_LEFT), -1):
        if g.tokens[at].norm == '"':
            return None
        if g.tokens[at].norm != opening:
            continue
        end = at
        if g.tokens[at - 1].norm == ")":  # "Ann Lee (D-Ohio), who ..., said"
            end = next((i for i in range(at - 1, floor, -1) if g.tokens[i].norm == "("), at)
        placed = g.ending.get(end)
        if placed is not None and placed.mention.form is not MentionForm.PRONOUN and placed.mention.type in _SPEAKERS:
            found = _climb(g, _with_article(g, placed.start, floor), end, placed.mention, floor)
            if found is not None and (mark != "," or _is_aside(g, at + 1, comma)):
                return found
        if mark != ",":
            return before(g, at, floor) if placed is None else None
    return None


def _is_mark(g: Ground, at: int, floor: int) -> bool:
    return at > floor and g.tokens[at].norm == ","


def _is_aside(g: Ground, first: int, last: int) -> bool:
    """Tell whether the words between commas describe what stands before: an apposition, a clause, an age, a place."""
    word = g.tokens[first]
    if word.norm in _ARTICLES | {
        "who",
        "whose",
        "which",
        "speaking",
        "in",
        "head",
        "now",
        "also",
        "then",
        "himself",
        "herself",
    }:
        return True
    if word.norm.isdigit() or word.norm.endswith("ing") or (word.norm.endswith("ed") and last - first > 1):
        return True
    placed = g.starting.get(first)
    if placed is not None and placed.mention.type is (MentionType.PLACE if placed.last == last else MentionType.PERSON):
        return True
    return any(agent(t.norm) & (Agent.OFFICE | Agent.PERSON) for t in g.tokens[first : min(last, first + 8)])


def _antecedent(g: Ground, at: int, floor: int) -> Source | None:
    """The one who a relative pronoun stands for."""
    stop = at - 1 if at - 1 >= floor and g.tokens[at - 1].norm == "," else at
    placed = g.ending.get(stop)
    if placed is None or placed.mention.type not in _SPEAKERS:
        return None
    if g.tokens[at].norm == "that" and placed.mention.type is MentionType.PERSON:
        return None
    return Source(_with_article(g, placed.start, floor), stop, placed.mention)


def _phrase_before(g: Ground, stop: int, floor: int) -> Source | None:
    """Take a noun phrase without a mention at its end: "critics", "the report", "a new study"."""
    first = stop
    while first > floor and stop - first < _NOUN_PHRASE:
        word = g.tokens[first - 1]
        if not word.text[0].isalnum() or word.norm in _FUNCTION or word.norm in _ARTICLES:
            break
        first -= 1
    if first == stop:
        return None
    determiner = g.tokens[first - 1].norm if first > floor else ""
    if determiner in _ARTICLES and first > floor:
        first -= 1
    elif determiner == "'s" and (owner := g.ending.get(first - 1)) is not None:
        first = owner.start
    elif not _is_bare_plural(g, first, stop, floor):
        return None
    return _climb(g, first, stop, None, floor)


def _opens(g: Ground, first: int, floor: int) -> bool:
    """Tell whether a phrase opens its clause."""
    return first <= floor or not g.tokens[first - 1].text[0].isalpha() or g.tokens[first - 1].norm in _FUNCTION


def _is_bare_plural(g: Ground, first: int, stop: int, floor: int) -> bool:
    """A phrase without an article is a subject only as a plural that opens its clause."""
    word = g.tokens[stop - 1].norm
    counted = g.tokens[stop - 1].text[0].isdigit() or word in _COUNTS or is_capital(g.tokens[stop - 1])
    return _opens(g, first, floor) and (
        counted or (word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3)
    )


def after(g: Ground, start: int, ceiling: int, *, loose: bool = False) -> Source | None:
    """Find the source whose phrase begins at token `start`, before token `ceiling`.

    `loose` takes any noun phrase, as "according to" does; else one without an article must be a plural.
    """
    if start >= ceiling:
        return None
    placed = next((g.starting[i] for i in range(start, min(start + 3, ceiling)) if i in g.starting), None)
    lead = g.tokens[start : placed.first] if placed is not None else ()
    if placed is not None and placed.last < ceiling and g.tokens[placed.last].norm == "'s":
        owned = after(g, placed.last + 1, ceiling, loose=True)  # "the nation's news agency"
        return Source(start, owned.last, owned.mention) if owned is not None else None
    if placed is not None and (placed.start == start or all(t.norm in _ARTICLES or _is_modifier(t) for t in lead)):
        mention = placed.mention
        inner = g.starting.get(placed.last)
        if mention.type is MentionType.NATIONALITY and inner is not None and inner.mention.type is MentionType.PERSON:
            placed, mention = inner, inner.mention
        return (
            Source(start, _prepositional(g, placed.last, ceiling), mention)
            if _can_speak(mention, g, placed.last)
            else None
        )
    if g.tokens[start].norm in _SUBJECT_PRONOUNS:
        return Source(start, start + 1, None)
    return _phrase_after(g, start, ceiling, loose=loose)


def _is_modifier(token: Token) -> bool:
    return bool(agent(token.norm) & Agent.MODIFIER)


def _phrase_after(g: Ground, start: int, ceiling: int, *, loose: bool) -> Source | None:
    at = start
    if g.tokens[at].norm in _ARTICLES:
        at += 1
    while at < ceiling and at - start <= _NOUN_PHRASE:
        word = g.tokens[at]
        if not word.text[0].isalnum() or word.norm in _FUNCTION or word.norm in _ARTICLES:
            break
        if at > start and word.norm.endswith("ing") and word.text.islower():
            break
        at += 1
    has_article = g.tokens[start].norm in _ARTICLES
    if at == start or (at == start + 1 and has_article):
        return None
    if not (has_article or loose or g.tokens[at - 1].norm.endswith("s") or is_capital(g.tokens[at - 1])):
        return None
    return Source(start, _prepositional(g, at, ceiling), None)


def _prepositional(g: Ground, at: int, ceiling: int) -> int:
    """Where the phrase ends, with "of", "for", "from" or "in" and their mention or pronoun's noun."""
    if at + 1 >= ceiling or g.tokens[at].norm not in {"of", "for", "from", "in", "at", "with"}:
        return at
    if at + 1 in g.times:
        return at
    stops = range(min(ceiling, at + 1 + _PREPOSITIONAL), at + 1, -1)
    return next((s for s in stops if s in g.ending and g.ending[s].start <= at + 2), at)
