"""What a reporting clause reports where no quotation stands beside it: the clause after it, or before it.

In: a `Ground`, a sentence, its reporting clauses, those already taken by quotations. Out: `Draft`s. Of nested statements the outermost is kept.
"""

from collections.abc import Iterator, Sequence

from throughline.annotate import relays
from throughline.annotate.circumstances import is_clause
from throughline.annotate.clauses import Clause
from throughline.annotate.drafts import Content, Draft
from throughline.annotate.sources import Ground, Source
from throughline.model import MentionType, Sentence

_CLOSING = frozenset({".", "!", "?", "...", "…", ",", ";", ":", "--", ")"})
_JOINTS = frozenset({"and", "but", "while", "although", "though", "whereas", ";", "--", "or"})
_SAYING = frozenset("say tell insist argue maintain claim think believe warn".split())
_SHORTEST = 3  # tokens of a reported clause before ", officials said"
_AFTER_ASIDE = frozenset("in on at during after when as through via by from earlier late early last this who".split())
_TURNS = frozenset("and but while which who although though whereas after before when as citing".split())
_NAMING = frozenset({"describe", "call", "brand", "dub", "label", "characterize", "characterise", "portray", "denounce",
                     "criticize", "criticise", "dismiss", "condemn", "praise", "hail", "blame", "accuse"})  # fmt: skip


def find(g: Ground, number: int, reported: Sequence[Clause], used: set[tuple[int, int]]) -> Iterator[Draft]:
    """Yield what the clauses of a sentence (by its number) report, but for those in `used`."""
    sentence = g.parse.sentences[number]
    reach = sentence.first
    told = False
    for at, clause in enumerate(reported):
        if clause.first < reach or (told and relays.is_relay(g, clause)):
            continue
        following = reported[at + 1 :]
        if clause.negated:
            reach = max(reach, _end(g, sentence, clause.right, following))
            continue
        if (clause.first, clause.last) in used:
            reach, told = max(reach, clause.last), True
            continue
        found = _content(g, sentence, clause, following, reach)
        if found is None:
            continue
        content, rule = found
        told = True
        yield Draft(content, clause.source, clause, relays.beside(g, clause, reported), rule, number)
        reach = max(reach, content[-1][1], clause.last)


def _content(
    g: Ground, sentence: Sentence, clause: Clause, following: Sequence[Clause], reach: int
) -> tuple[Content, str] | None:
    if clause.cue is None:
        return _according(g, sentence, clause, following, reach)
    if clause.source is None:
        return _passive(g, sentence, clause, following)
    right = _right(g, sentence, clause, following)
    if right is not None:
        return (right,), "clause after"
    return _left(g, sentence, clause, following, reach)


def _end(g: Ground, sentence: Sentence, start: int, following: Sequence[Clause]) -> int:
    """Where content that begins at `start` ends: at the sentence's end, or before a further reporting clause."""
    end = sentence.last
    for clause in following:
        first = clause.first
        if clause.source is not None and start < clause.source.first < first:
            first = clause.source.first
        if first <= start:
            continue
        before = g.tokens[first - 1].norm
        if before in _JOINTS or (
            before == "," and (clause.cue is None or not clause.cue.is_finite or first < clause.first)
        ):
            end = first
            break
        if before == "," and clause.cue is not None and clause.cue.is_finite:
            end = first
            break
    while end > start and (g.tokens[end - 1].norm in _CLOSING | _JOINTS) and end - 1 not in g.quoted:
        end -= 1
    return end


def _right(g: Ground, sentence: Sentence, clause: Clause, following: Sequence[Clause]) -> tuple[int, int] | None:
    """Content after the cue."""
    assert clause.cue is not None  # noqa: S101  # for the type checker: the caller has looked
    start = clause.right
    if clause.source is not None and clause.source.first >= clause.last:
        return None  # "said X": what X said stands before
    if start < sentence.last and g.tokens[start].norm == ":":
        start += 1
    if start >= sentence.last:
        return None
    end = _end(g, sentence, start, following)
    if end - start < 2:
        return None
    if g.tokens[start].norm in {"that", "whether", "how", "why", "if"} and end - start > 2:
        return start, end
    if g.tokens[start].norm == "not" and g.tokens[start + 1].norm == "to":
        return None  # "asked not to be named"
    asks = clause.cue.asks and any(t.norm == "to" for t in g.tokens[start : min(end, start + 12)])
    named = clause.cue.base in _NAMING and any(i in g.quoted for i in range(start, end))
    speaks = clause.source is not None and (clause.source.mention is not None or _is_pronoun(g, clause.source))
    intends = clause.cue.intends and g.tokens[start].norm == "to"
    called = clause.cue.base == "call" and g.tokens[start].norm in {"for", "on", "upon"}
    if named or (speaks and (asks or intends or called)):
        return start, end
    if clause.cue.takes_object and speaks and clause.cue.is_finite and _is_thing(g, start):
        return start, end
    plain = clause.cue.follows.value == "clause" and not clause.cue.is_thought
    thought = clause.cue.is_thought and clause.cue.follows.value == "clause"
    if (plain or thought) and is_clause(g, start, end, strict=clause.cue.base not in _SAYING):
        return start, end
    return None


def _is_pronoun(g: Ground, source: Source) -> bool:
    return source.last - source.first == 1 and g.tokens[source.first].norm in {"he", "she", "they", "it"}


def _is_thing(g: Ground, start: int) -> bool:
    """Tell whether an object begins here that is no person: one announces plans, and welcomes guests without a word."""
    token = g.tokens[start]
    if not token.text[0].isalnum() or token.norm in {
        "in",
        "on",
        "at",
        "to",
        "by",
        "for",
        "him",
        "her",
        "them",
        "me",
        "us",
    }:
        return False
    placed = g.starting.get(start)
    return placed is None or placed.mention.type is not MentionType.PERSON


def _left(
    g: Ground, sentence: Sentence, clause: Clause, following: Sequence[Clause], reach: int
) -> tuple[Content, str] | None:
    """Content before ", officials said" or ", said the officials", and after it where the clause goes on."""
    assert clause.cue is not None and clause.source is not None  # noqa: S101, PT018
    if clause.cue.follows.value == "quotation" or not clause.cue.is_finite:
        return None
    first = clause.start
    if first - 1 < sentence.first:
        return None
    before = g.tokens[first - 1].norm
    if before in {"which", "who", "that"} and clause.last < sentence.last:
        end = _end(g, sentence, clause.last, ())
        return (((clause.last, end),), "clause around") if is_relative(g, clause.last, end) else None
    if before == "as":
        return _as(g, sentence, clause, first - 1, following, reach)
    if before not in {",", "--"}:
        return None
    if first - 1 - reach < _SHORTEST:  # "Still, he said, officials ..."
        start = clause.stop + 1
        if start + _SHORTEST > sentence.last or g.tokens[start - 1].norm != ",":
            return None
        end = _end(g, sentence, start, following)
        return (((start, end),), "clause around") if is_clause(g, start, end, strict=False) else None
    left = (reach, first - 1)
    while left[0] < left[1] and g.tokens[left[0]].norm in _CLOSING | {"and", "but"}:
        left = (left[0] + 1, left[1])
    if left[1] - left[0] < _SHORTEST or not _stands_alone(g, sentence, clause):
        return None
    after = clause.stop
    if after + _SHORTEST < sentence.last and g.tokens[after].norm == "," and g.tokens[after + 1].norm not in _TURNS:
        turn = g.tokens[after + 1].norm
        end = _end(g, sentence, after + 1, following)
        if not turn.endswith("ing") and end - after > _SHORTEST:
            return (left, (after + 1, end)), "clause around"
    return (left,), "clause before"


def _as(
    g: Ground, sentence: Sentence, clause: Clause, at: int, following: Sequence[Clause], reach: int
) -> tuple[Content, str] | None:
    """ "As X noted, ..." and "..., as X noted"."""
    if clause.last >= sentence.last or g.tokens[clause.last].norm[0].isalnum():
        return None
    if at - reach >= _SHORTEST:
        return (((reach, at - 1 if g.tokens[at - 1].norm == "," else at),), "as somebody says")
    if g.tokens[clause.last].norm != ",":
        return None
    end = _end(g, sentence, clause.last + 1, following)
    return (((clause.last + 1, end),), "as somebody says") if end - clause.last > _SHORTEST else None


def _stands_alone(g: Ground, sentence: Sentence, clause: Clause) -> bool:
    """Tell whether ", officials said" takes no object of its own."""
    at = max(clause.right, clause.stop)
    if at >= sentence.last or at in g.times or at in g.quoted:
        return True
    word = g.tokens[at].norm
    return not word[0].isalnum() or word in _AFTER_ASIDE


def is_relative(g: Ground, first: int, last: int) -> bool:
    """Tell whether what follows "which officials said" is the relative clause's verb."""
    if last - first < 2:
        return False
    word = g.tokens[first].norm
    return (
        word
        in {"is", "are", "was", "were", "has", "have", "had", "would", "will", "could", "can", "may", "might", "should"}
        or word.endswith("ed")
        or word.endswith("s")
    )


def _according(
    g: Ground, sentence: Sentence, clause: Clause, following: Sequence[Clause], reach: int
) -> tuple[Content, str] | None:
    """ "According to X, ..." and "..., according to X"."""
    assert clause.source is not None  # noqa: S101
    if clause.first - reach < _SHORTEST:
        start = clause.source.last
        while start < sentence.last and g.tokens[start].norm != ",":
            start += 1
        start += 1
        end = _end(g, sentence, start, following) if start < sentence.last else start
        return (((start, end),), "according to") if end - start >= _SHORTEST else None
    start, end = reach, clause.first
    while start < end and g.tokens[start].norm in _CLOSING | {"and", "but"}:
        start += 1
    while end > start and g.tokens[end - 1].norm in {",", "--"}:
        end -= 1
    return (((start, end),), "according to") if end - start >= _SHORTEST else None


def _passive(g: Ground, sentence: Sentence, clause: Clause, following: Sequence[Clause]) -> tuple[Content, str] | None:
    """ "Troops were said to remain": the subject and what is said of it."""
    end = _end(g, sentence, clause.right, following)
    if end - clause.right < 2:
        return None
    if g.tokens[clause.right].norm != "to":
        return ((clause.right, end),), "passive"
    start = clause.first
    while start > sentence.first and g.tokens[start - 1].norm not in {",", ";", "--", "that", "and", "but", "which"}:
        start -= 1
    if start == clause.first:
        return ((clause.right, end),), "passive"
    return ((start, clause.first), (clause.right, end)), "passive"
