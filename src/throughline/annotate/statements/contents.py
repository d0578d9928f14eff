"""What a reporting clause reports where no quotation stands beside it: the clause after it, or before it.

In: a `Ground`, a sentence, its reporting clauses, those already taken by quotations. Out: `Draft`s. Of nested
statements the outermost is kept.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from throughline.annotate.statements import relays
from throughline.annotate.statements.circumstances import THAT, holds_verb, is_clause, is_described, is_stranded
from throughline.annotate.statements.clauses import Clause
from throughline.annotate.statements.cues import Cue, Follows
from throughline.annotate.statements.drafts import Content, Draft
from throughline.annotate.statements.sources import Ground, Source
from throughline.model import MentionType, Sentence

_CLOSING = frozenset({".", "!", "?", "...", "…", ",", ";", ":", "--", ")"})
_JOINTS = frozenset({"and", "but", "while", "although", "though", "whereas", ";", "--", "or"})
_LEADING = _CLOSING | {"and", "but"}
# After these a clause needs no auxiliary to show that it is one.
_SAYING = frozenset("say tell insist argue maintain claim think believe warn".split())
_AFTER_ASIDE = frozenset("in on at during after when as through via by from earlier late early last this who".split())
_TURNS = frozenset("and but while which who although though whereas after before when as citing".split())
# With these the object and a quoted word are the content: 'called it "a success"'.
_NAMING = frozenset(
    """describe call brand dub label characterize characterise portray denounce criticize criticise dismiss condemn
    praise hail blame accuse""".split()
)
_NO_OBJECTS = frozenset("in on at to by for him her them me us".split())
_AUXILIARIES = frozenset("is are was were has have had would will could can may might should".split())
_SHORTEST = 3  # tokens of a reported clause before ", officials said"
_ASKED_WITHIN = 12  # tokens between "urged" and its "to": "urged the members of the council to"

_Found = tuple[Content, str]  # content and the rule that found it


@dataclass(frozen=True, slots=True)
class _Place:
    """A clause in its sentence, the clauses that follow it, and how far the text has been claimed."""

    g: Ground
    sentence: Sentence
    clause: Clause
    following: Sequence[Clause]
    reach: int

    def word(self, index: int) -> str:
        return self.g.tokens[index].norm if index < self.sentence.last else ""


def find(g: Ground, number: int, reported: Sequence[Clause], used: set[tuple[int, int]]) -> Iterator[Draft]:
    """Yield what the clauses of a sentence (by its number) report, but for those in `used`."""
    sentence = g.parse.sentences[number]
    reach = sentence.first
    told = False
    for at, clause in enumerate(reported):
        if clause.first < reach or (told and relays.is_relay(g, clause)):
            continue
        place = _Place(g, sentence, clause, reported[at + 1 :], reach)
        if clause.negated:
            reach = max(reach, _end(place, clause.right))
            continue
        if (clause.first, clause.last) in used:
            reach, told = max(reach, clause.last), True
            continue
        found = _content(place)
        if found is None:
            continue
        content, rule = found
        told = True
        yield Draft(content, clause.source, clause, relays.beside(g, clause, reported), rule, number)
        reach = max(reach, content[-1][1], clause.last)


def _content(place: _Place) -> _Found | None:
    clause = place.clause
    if clause.source is None:
        return _passive(place) if clause.cue is not None else None
    if clause.cue is None:
        return _according(place, clause.source)
    right = _right(place, clause.cue, clause.source)
    return ((right,), "clause after") if right is not None else _left(place, clause.cue)


def _end(place: _Place, start: int) -> int:
    """Where content that begins at `start` ends: at the sentence's end, or before a further reporting clause."""
    tokens, end = place.g.tokens, place.sentence.last
    for clause in place.following:
        first = clause.first
        if clause.source is not None and start < clause.source.first < first:
            first = clause.source.first
        if first > start and tokens[first - 1].norm in _JOINTS | {","}:
            end = first
            break
    while end > start and tokens[end - 1].norm in _CLOSING | _JOINTS and end - 1 not in place.g.quoted:
        end -= 1
    return end


def _right(place: _Place, cue: Cue, source: Source) -> tuple[int, int] | None:
    """Content after the cue."""
    if source.first >= place.clause.last:
        return None  # "said X": what X said stands before
    start = place.clause.right
    start += place.word(start) == ":"
    end = _end(place, start) if start < place.sentence.last else start
    if end - start < 2 or (place.word(start) == "not" and place.word(start + 1) == "to"):
        return None  # "asked not to be named"
    if is_stranded(place.g, start, end):
        return None
    if place.word(start) in THAT and end - start > 2:
        return (start, end) if _says_something(place.g, start + 1, end) else None
    if _is_asked(place, cue, source, start, end):
        return start, end
    clause_follows = cue.follows is Follows.CLAUSE
    if not cue.is_finite and is_described(place.g, start, end):
        return None  # "..., answering a request that ..."
    if clause_follows and is_clause(place.g, start, end, strict=cue.base not in _SAYING):
        return start, end
    return None


def _says_something(g: Ground, first: int, last: int) -> bool:
    """Tell whether a verb or a quotation stands there: "asked how many" says nothing."""
    return holds_verb(g, first, last) or any(i in g.quoted for i in range(first, last))


def _is_asked(place: _Place, cue: Cue, source: Source, start: int, end: int) -> bool:
    """Tell whether an object, an infinitive or a quoted name is the content: only where it is plain who speaks."""
    if cue.base in _NAMING and any(i in place.g.quoted for i in range(start, end)):
        return True
    if source.mention is None and not _is_pronoun(place.g, source):
        return False
    word = place.word(start)
    if cue.asks and any(place.word(i) == "to" for i in range(start, min(end, start + _ASKED_WITHIN))):
        return True
    if (cue.intends and word == "to") or (cue.base == "call" and word in {"for", "on", "upon"}):
        return True
    return cue.takes_object and cue.is_finite and _is_thing(place.g, start)


def _is_pronoun(g: Ground, source: Source) -> bool:
    return source.last - source.first == 1 and g.tokens[source.first].norm in {"he", "she", "they", "it"}


def _is_thing(g: Ground, start: int) -> bool:
    """Tell whether an object begins here that is no person: one announces plans, and welcomes guests without a word."""
    token = g.tokens[start]
    if not token.text[0].isalnum() or token.norm in _NO_OBJECTS:
        return False
    placed = g.starting.get(start)
    return placed is None or placed.mention.type is not MentionType.PERSON


def _left(place: _Place, cue: Cue) -> _Found | None:
    """Content before ", officials said" or ", said the officials", and after it where the clause goes on."""
    first = place.clause.start
    if cue.follows is Follows.QUOTATION or not cue.is_finite or first <= place.sentence.first:
        return None
    before = place.word(first - 1)
    if before in {"which", "who", "that"}:
        return _relative(place)
    if before == "as":
        return _as(place, first - 1)
    if before not in {",", "--"}:
        return None
    if first - 1 - place.reach < _SHORTEST:
        return _around(place)
    start = place.reach
    while start < first - 1 and place.word(start) in _LEADING:
        start += 1
    if first - 1 - start < _SHORTEST or not _stands_alone(place):
        return None
    left = (start, first - 1)
    rest = _rest(place)
    return ((left, rest), "clause around") if rest is not None else ((left,), "clause before")


def _relative(place: _Place) -> _Found | None:
    """Content of "which officials said foundered on ...": the relative clause's verb and what follows."""
    start = place.clause.last
    word = place.word(start)
    if word not in _AUXILIARIES and not word.endswith(("ed", "s")):
        return None
    end = _end(place, start)
    return (((start, end),), "clause around") if end - start >= 2 else None


def _around(place: _Place) -> _Found | None:
    """Content of "Still, he said, officials have to decide": what follows the aside."""
    start = place.clause.stop + 1
    if start + _SHORTEST > place.sentence.last or place.word(start - 1) != ",":
        return None
    end = _end(place, start)
    return (((start, end),), "clause around") if is_clause(place.g, start, end, strict=False) else None


def _rest(place: _Place) -> tuple[int, int] | None:
    """What goes on after an aside: "The talks, officials said, were over"."""
    after = place.clause.stop
    turn = place.word(after + 1)
    if place.word(after) != "," or turn in _TURNS or turn.endswith("ing"):
        return None
    source = place.clause.source
    if source is not None and source.first >= place.clause.last and turn in {"a", "an", "the"}:
        return None  # "..., said Ann Lee, a lawyer for the union"
    end = _end(place, after + 1)
    return (after + 1, end) if end - after > _SHORTEST else None


def _as(place: _Place, at: int) -> _Found | None:
    """Content of "As X noted, ..." and "..., as X noted"."""
    after = place.clause.last
    if place.word(after)[:1].isalnum() or after >= place.sentence.last:
        return None
    if at - place.reach >= _SHORTEST:
        return (((place.reach, at - (place.word(at - 1) == ",")),), "as somebody says")
    end = _end(place, after + 1) if place.word(after) == "," else after
    return (((after + 1, end),), "as somebody says") if end - after > _SHORTEST else None


def _stands_alone(place: _Place) -> bool:
    """Tell whether ", officials said" takes no object of its own."""
    at = max(place.clause.right, place.clause.stop)
    if at >= place.sentence.last or at in place.g.times or at in place.g.quoted:
        return True
    word = place.word(at)
    return not word[0].isalnum() or word in _AFTER_ASIDE


def _according(place: _Place, source: Source) -> _Found | None:
    """Content of "According to X, ..." and "..., according to X"."""
    if place.clause.first - place.reach < _SHORTEST:
        start = source.last
        while start < place.sentence.last and place.word(start) != ",":
            start += 1
        end = _end(place, start + 1) if start + 1 < place.sentence.last else start
        return (((start + 1, end),), "according to") if end - start > _SHORTEST else None
    start, end = place.reach, place.clause.first
    while start < end and place.word(start) in _LEADING:
        start += 1
    while end > start and place.word(end - 1) in {",", "--"}:
        end -= 1
    return (((start, end),), "according to") if end - start >= _SHORTEST else None


def _passive(place: _Place) -> _Found | None:
    """Content of "troops were said to remain": the subject and what is said of it."""
    clause = place.clause
    end = _end(place, clause.right)
    if end - clause.right < 2:
        return None
    start = clause.first
    if place.word(clause.right) == "to":
        while start > place.sentence.first and place.word(start - 1) not in _CLOSING | _JOINTS | {"that", "which"}:
            start -= 1
    subject = ((start, clause.first),) if start < clause.first else ()
    return (*subject, (clause.right, end)), "passive"
