"""Reporting clauses: a verb that reports, its source, and where the reported words stand.

In: a `Ground` and a sentence. Out: `Clause`s in text order. A negated one ("did not say whether") reports nothing:
it is kept so that nothing in its clause is taken for reported either. "Deny" reports.
"""

from collections.abc import Iterator
from typing import NamedTuple

from throughline.annotate.statements import circumstances, cuegroups, cues, sources
from throughline.annotate.statements.circumstances import GAP, NOMINAL_START, PREPOSITIONS, THAT
from throughline.annotate.statements.cuegroups import Group
from throughline.annotate.statements.cues import Cue, Follows
from throughline.annotate.statements.sources import Ground, Source
from throughline.model import MentionForm, MentionType, Sentence

_LINKS = frozenset({"and", "but", "or", "while", "then", "also"})
_OPENS_PARTICIPLE = frozenset({",", "while", "by", "and", "--", "", '"'})
_FREE_RELATIVES = frozenset({"what", "whatever", "than"})
_CLOSES = frozenset({",", ".", ";", "--", ")", "?", "!"})
_PASSING = frozenset({"quote", "cite", "report"})
_HEARSAY = frozenset({"say", "report", "allege", "claim", "state"})
# Verbs whose base and -s forms are no common nouns.
_NO_NOUN = frozenset("say believe think know insist argue admit add maintain describe tell".split())
_SETTINGS = frozenset({MentionType.NATIONALITY, MentionType.PLACE})  # no sentence's subject by themselves
_INVERTED = frozenset({"say", "write", "add"})  # these may stand before their subject without a quotation


class Clause(NamedTuple):
    """A reporting clause. `first` to `last` is the cue with its auxiliaries; `right` is where content may begin."""

    first: int
    last: int
    cue: Cue | None
    source: Source | None
    right: int
    negated: bool = False
    via: Source | None = None

    @property
    def start(self) -> int:
        """The first token of cue, source and the one between."""
        return min(self.first, *(p.first for p in (self.source, self.via) if p is not None), self.last)

    @property
    def stop(self) -> int:
        """One past the last token of cue, source and the one between."""
        return max(self.last, *(p.last for p in (self.source, self.via) if p is not None), self.first)


def find(g: Ground, sentence: Sentence) -> Iterator[Clause]:
    """Yield the reporting clauses of a sentence that stand outside its quotations."""
    subject: Source | None = None
    index = sentence.first
    while index < sentence.last:
        if index in g.quoted:
            index += 1
            continue
        clause = _at(g, sentence, index, subject)
        if clause is not None:
            clause = _citing(g, sentence, clause)
            yield clause
            subject = clause.source or subject
            index = max(index + 1, clause.last)
        else:
            index += 1


def _at(g: Ground, sentence: Sentence, index: int, subject: Source | None) -> Clause | None:
    """Read the clause whose cue is the token at `index`; `subject` spoke last in this sentence."""
    tokens = g.tokens
    if tokens[index].norm == "according" and index + 2 < sentence.last and tokens[index + 1].norm == "to":
        source = sources.after(g, index + 2, sentence.last, loose=True)
        return Clause(index, index + 2, None, source, source.last) if source is not None else None
    group = cuegroups.find(g, sentence, index)
    if group is None:
        return None
    if group.passive:
        return _passive(g, sentence, group)
    source = _source(g, sentence, group, subject)
    if source is None:
        return None
    if group.cue.base in _PASSING and (saying := _as_saying(g, sentence, index)) is not None:
        spoken = sources.after(g, index + 1, saying, loose=True)
        if spoken is not None:
            return _saying(g, saying, spoken, source, negated=group.negated)
    right = circumstances.beginning(g, sentence, index, group.cue)
    return Clause(group.first, index + 1, group.cue, source, right, group.negated)


def _saying(g: Ground, at: int, source: Source, via: Source | None, *, negated: bool = False) -> Clause:
    return Clause(at, at + 1, cues.cue(g.tokens[at].norm), source, at + 1, negated, via)


def _citing(g: Ground, sentence: Sentence, clause: Clause) -> Clause:
    """Let the cited source speak, through the outlet: "AFP reported, citing a military source"."""
    if clause.source is None or clause.cue is None or clause.negated:
        return clause
    at = max(clause.last, clause.source.last)
    if at + 2 >= sentence.last or g.tokens[at].norm != "," or g.tokens[at + 1].norm not in {"citing", "quoting"}:
        return clause
    cited = sources.after(g, at + 2, sentence.last)
    return clause if cited is None else clause._replace(source=cited, via=clause.source)


def _as_saying(g: Ground, sentence: Sentence, index: int) -> int | None:
    """The "saying" of "quoted the minister as saying"; None where there is none."""
    for at in range(index + 1, min(sentence.last - 1, index + GAP)):
        if g.tokens[at].norm == "as" and g.tokens[at + 1].norm in {"saying", "telling"}:
            return at + 1
    return None


def _passive(g: Ground, sentence: Sentence, group: Group) -> Clause | None:
    """Read "troops were said to remain", "it was reported that", "the minister was quoted by Tass as saying"."""
    cue, after = group.cue, group.verb + 1
    if "N" not in cue.features or cue.is_thought or group.negated or after >= sentence.last:
        return None
    following = g.tokens[after].norm
    if cue.base in _PASSING and (saying := _as_saying(g, sentence, group.verb)) is not None:
        source = sources.before(g, group.first, _floor(g, sentence, group.first))
        via = sources.after(g, after + 1, saying) if following == "by" else None
        return _saying(g, saying, source, via) if source is not None else None
    impersonal = following == "that" and group.first > sentence.first and g.tokens[group.first - 1].norm == "it"
    if (following == "to" and cue.base in _HEARSAY) or (impersonal and cue.follows is Follows.CLAUSE):
        return Clause(group.first, after, cue, None, after)
    return None


def _source(g: Ground, sentence: Sentence, group: Group, subject: Source | None) -> Source | None:
    """Find who speaks: the subject before the group, one shared with the clause before, or one after the verb."""
    first = group.first
    before = g.tokens[first - 1].norm if first > sentence.first else ""
    if not group.cue.is_finite:  # "..., adding that": whoever the sentence is about
        opens = before in _OPENS_PARTICIPLE or _next(g, sentence, group.verb) in THAT
        return (subject or _main_subject(g, sentence, first)) if opens and not group.cue.is_thought else None
    if before in _LINKS:
        return subject
    floor = _floor(g, sentence, first)
    found = sources.before(g, first, floor)
    if found is None:
        return _inverted(g, sentence, group, before)
    if found.first > floor and g.tokens[found.first - 1].norm in _FREE_RELATIVES:
        return None
    return None if _is_noun(g, found, group) else found


def _inverted(g: Ground, sentence: Sentence, group: Group, before: str) -> Source | None:
    """Find the subject after the verb: '"...," said Daalder', ", said the officials."."""
    if group.first != group.verb or before not in {'"', ","}:
        return None
    found = sources.after(g, group.verb + 1, sentence.last)
    if found is None or group.first - 1 in g.quoted or group.first - 2 in g.quoted:
        return found
    closes = found.last >= sentence.last or g.tokens[found.last].norm in _CLOSES
    return found if closes and group.cue.base in _INVERTED else None


def _is_noun(g: Ground, found: Source, group: Group) -> bool:
    """Tell "the government claims" (a noun) from a verb: a base or -s form must agree and open a clause."""
    cue = group.cue
    if group.first < group.verb or set("DN") & set(cue.features) or cue.base in _NO_NOUN:
        return False
    following = g.tokens[group.verb + 1].norm if group.verb + 1 < len(g.tokens) else ""
    plural = g.tokens[found.last - 1].norm.endswith("s")
    agrees = plural != ("Z" in cue.features)
    return not (agrees and (following in THAT or following in NOMINAL_START))


def _next(g: Ground, sentence: Sentence, index: int) -> str:
    return g.tokens[index + 1].norm if index + 1 < sentence.last else ""


def _floor(g: Ground, sentence: Sentence, at: int) -> int:
    """The token after the last quotation before this one: a source never stands across it."""
    for index in range(at - 1, sentence.first - 1, -1):
        if index in g.quoted:
            return index + 1
    return sentence.first


def _main_subject(g: Ground, sentence: Sentence, limit: int) -> Source | None:
    """The first phrase of the sentence that can speak and follows no preposition."""
    for index in range(sentence.first, limit):
        placed = g.starting.get(index)
        if placed is None or index in g.quoted or placed.mention.type in _SETTINGS:
            continue
        before = g.tokens[index - 1].norm if index > sentence.first else ""
        if before in PREPOSITIONS or (
            before == "the" and g.tokens[index - 2].norm in PREPOSITIONS and index - 1 > sentence.first
        ):
            continue
        if placed.last < limit and g.tokens[placed.last].norm == "'s":
            continue
        if placed.mention.form is MentionForm.PRONOUN and g.tokens[index].norm in {"his", "her"}:
            continue
        return Source(placed.start, placed.last, placed.mention)
    return None
