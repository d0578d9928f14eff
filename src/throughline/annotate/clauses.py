"""Reporting clauses: a verb that reports, with its auxiliaries, its source, and where the reported words stand.

In: a `Ground` and a sentence. Out: `Clause`s in text order: cue, source, the place where its content can begin on the
right. A negated one ("did not say whether") reports nothing: it is kept so that
nothing in its clause is taken for reported either. "Deny" reports.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from throughline.annotate import cues, sources
from throughline.annotate.cues import Cue, Follows
from throughline.annotate.sources import Ground, Source
from throughline.model import MentionForm, Sentence
from throughline.tables.agents import agent
from throughline.tables.verbs import irregular

_AUXILIARIES = frozenset(
    """has have had 's 've 'd did do does will 'll would could can may might must should was were is are been be being
    also later then now already repeatedly still once even earlier again just soon often always previously recently
    publicly privately subsequently reportedly first further himself herself itself themselves both all himself""".split()
)
_HAVE = frozenset({"has", "have", "had", "'s", "'ve", "'d"})
_BE = frozenset({"was", "were", "is", "are", "been", "be", "being", "'s", "'re"})
_LY_NOUNS = frozenset("family italy july supply reply assembly rally bully ally anomaly monopoly folly".split())
_LINKS = frozenset({"and", "but", "or", "while", "then", "also"})
_THAT = frozenset({"that", "how", "whether", "if", "why"})
_PREPOSITIONS = frozenset(
    """in on at to during after before through via by from for with of about late early last this next ahead
    following inside outside near as amid over between despite against among""".split()
)
_NOMINAL_START = frozenset(
    """the a an this these those his her its their our my he she they it there i we you no some many most all each
    every any such both several another more fewer less about nearly almost what whoever if when although while
    because since only neither either half one two three four five six seven eight nine ten""".split()
)
_NO_SUBJECT = frozenset(
    """to by about of so goodbye hello yes and or but nothing little more much anything something up out off away back
    over down again""".split()
)
_FINITE = frozenset(
    """is are was were be been has have had do does did will would can could may might must shall should 's 're 've
    'd 'll wo ca""".split()
)
_DOCUMENTS = frozenset(
    """statement news interview briefing press conference speech report letter release remarks email e-mail
    message post tweet blog article address telephone phone hearing testimony reporters television radio twitter
    facebook comments parliament congress lawmakers meeting ceremony rally visit""".split()
)
_PASSING = frozenset({"quote", "cite", "report"})
_CLOSES = frozenset({",", ".", ";", "--", ")", "?", "!"})
_GAP = 16  # tokens between a cue and its "that", quotation or colon: "told reporters traveling with Biden on Wednesday"


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
    tokens = g.tokens
    word = tokens[index].norm
    if word == "according" and index + 2 < sentence.last and tokens[index + 1].norm == "to":
        source = sources.after(g, index + 2, sentence.last, loose=True)
        return Clause(index, index + 2, None, source, source.last) if source is not None else None
    cue = cues.cue(word)
    if cue is not None and cue.base == "make" and not cues.makes_clear(tokens[index + 1 : index + 3]):
        return None
    if cue is not None and "N" in cue.features and index + 1 < sentence.last and tokens[index + 1].norm == "by":
        passive = tokens[index - 1].norm in _BE if index > sentence.first else False
        if not (passive and cue.base in _PASSING):
            return None
    if cue is None or (index in g.starting and g.starting[index].last > index + 1):
        return None
    first, negated, passive, infinitive = _group(g, sentence, index)
    if not cue.is_finite and "G" in cue.features and any(t.norm in _BE for t in tokens[first:index]):
        cue = cue._replace(features=cue.features + "D")  # "were demanding"
    elif not cue.is_finite and "N" in cue.features:
        if not any(t.norm in _HAVE for t in tokens[first:index]):
            return None
        cue = cue._replace(features=cue.features + "D")
    if infinitive:
        return None
    if passive and not cue.is_finite:
        return None
    if passive:
        return _passive(g, sentence, index, first, cue)
    source = _source(g, sentence, first, index, cue, subject)
    if source is None:
        return None
    if cue.base in _PASSING and (passed := _as_saying(g, sentence, index)) is not None:
        spoken = sources.after(g, index + 1, passed, loose=True)
        if spoken is not None:
            return Clause(passed, passed + 1, cues.cue(g.tokens[passed].norm), spoken, passed + 1, negated, source)
    right = _right(g, sentence, index, cue)
    return Clause(first, index + 1, cue, source, right, negated and cue.base != "deny")


def _group(g: Ground, sentence: Sentence, index: int) -> tuple[int, bool, bool, bool]:
    """Walk left over auxiliaries and adverbs: where the verb group begins; negated? passive? an infinitive?"""
    first, negated, passive = index, False, False
    while first > sentence.first and first - 1 not in g.quoted:
        word = g.tokens[first - 1].norm
        if word in cues.NEGATIONS:
            negated = True
        elif word in _BE:
            passive = passive or ((word != "'s" or first - 1 == index) and not g.tokens[index].norm.endswith("ing"))
        elif word not in _AUXILIARIES and not _is_adverb(word):
            break
        if word == "'s" and first - 1 not in {index - 1}:
            break
        first -= 1
    while first < index and g.tokens[first].norm in {"both", "all", "'s"} and g.tokens[first].norm != "'s":
        first += 1
    if g.tokens[first].norm == "'s" and first < index and not g.tokens[first + 1].norm == "n't":
        follows = g.tokens[first - 1].norm if first > sentence.first else ""
        if follows not in {"he", "she", "it", "who"}:
            first += 1
    word = g.tokens[first - 1].norm if first > sentence.first else ""
    refused = word in cues.REFUSALS or (
        word == "to" and first - 2 >= sentence.first and g.tokens[first - 2].norm in cues.REFUSALS
    )
    return first, negated or refused, passive, word == "to"


def _citing(g: Ground, sentence: Sentence, clause: Clause) -> Clause:
    """ "AFP reported, citing a military source": the source speaks, through AFP."""
    if clause.source is None or clause.cue is None or clause.negated:
        return clause
    at = max(clause.last, clause.source.last)
    if at + 2 >= sentence.last or g.tokens[at].norm != "," or g.tokens[at + 1].norm not in {"citing", "quoting"}:
        return clause
    cited = sources.after(g, at + 2, sentence.last)
    return clause if cited is None else clause._replace(source=cited, via=clause.source)


def _as_saying(g: Ground, sentence: Sentence, index: int) -> int | None:
    """The "saying" of "quoted the minister as saying"; None where there is none."""
    for at in range(index + 1, min(sentence.last - 1, index + _GAP)):
        if g.tokens[at].norm == "as" and g.tokens[at + 1].norm in {"saying", "telling"}:
            return at + 1
    return None


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > 4 and word not in _LY_NOUNS and not agent(word)


def _passive(g: Ground, sentence: Sentence, index: int, first: int, cue: Cue) -> Clause | None:
    """ "Troops were said to remain", "it was reported that": the one who says so is not named, or stands after "by"."""
    if "N" not in cue.features or cue.is_thought or index + 1 >= sentence.last:
        return None
    following = g.tokens[index + 1].norm
    if cue.base in _PASSING and (passed := _as_saying(g, sentence, index)) is not None:
        source = sources.before(g, first, _floor(g, sentence, first))
        via = sources.after(g, index + 2, passed) if following == "by" else None
        return (
            Clause(passed, passed + 1, cues.cue(g.tokens[passed].norm), source, passed + 1, via=via) if source else None
        )
    if following == "to" and cue.base in {"say", "report", "allege", "claim", "rumour", "rumor", "state"}:
        return Clause(first, index + 1, cue, None, index + 1)
    if following in {"that", "as"} and g.tokens[first - 1].norm == "it" and cue.follows is Follows.CLAUSE:
        return Clause(first, index + 1, cue, None, index + 1)
    return None


def _source(g: Ground, sentence: Sentence, first: int, index: int, cue: Cue, subject: Source | None) -> Source | None:
    tokens = g.tokens
    before = tokens[first - 1].norm if first > sentence.first else ""
    if not cue.is_finite and (cue.is_thought or "G" not in cue.features):
        return None
    if not cue.is_finite:  # "..., adding that": whoever the sentence is about
        opens = before in {",", "while", "by", "and", "--", "", '"'} or _next(g, sentence, index) in _THAT
        return (subject or _main_subject(g, sentence, index)) if opens else None
    if before in _LINKS or (before == "," and subject is not None and first == index and index - 1 > sentence.first):
        shared = subject if before in _LINKS and subject is not None else None
        if shared is not None or before in _LINKS:
            return shared
    if before in {"and", "but"}:
        return subject
    floor = _floor(g, sentence, first)
    found = sources.before(g, first, floor)
    if found is not None and found.first > floor and tokens[found.first - 1].norm in {"what", "whatever", "than"}:
        return None
    if found is not None and _is_noun(g, found, first, index, cue):
        return None
    if found is None and first == index and (before in {'"', ",", ""}):
        found = sources.after(g, index + 1, sentence.last)  # '"...," said Daalder'
        if found is not None and before == "":
            return None
        if found is not None and before == "," and not _after_quotation(g, index - 1):
            closes = found.last >= sentence.last or g.tokens[found.last].norm in _CLOSES
            return found if closes and cue.base in {"say", "write", "add"} else None
    return found


def _is_noun(g: Ground, found: Source, first: int, index: int, cue: Cue) -> bool:
    """ "The government claims" or "government reports": without an auxiliary a base or -s form may be a noun."""
    if first < index or set("DN") & set(cue.features):
        return False
    if cue.base in {"say", "believe", "think", "know", "insist", "argue", "admit", "add", "maintain", "describe"}:
        return False
    following = g.tokens[index + 1].norm if index + 1 < len(g.tokens) else ""
    plural = g.tokens[found.last - 1].norm.endswith("s")
    agrees = plural != ("Z" in cue.features)
    return not (agrees and (following in _THAT or following in _NOMINAL_START))


def _after_quotation(g: Ground, at: int) -> bool:
    return at in g.quoted or at - 1 in g.quoted


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
        if placed is None or index in g.quoted or placed.mention.type.value in {"nationality", "place"}:
            continue
        before = g.tokens[index - 1].norm if index > sentence.first else ""
        if before in _PREPOSITIONS or (
            before == "the" and g.tokens[index - 2].norm in _PREPOSITIONS and index - 1 > sentence.first
        ):
            continue
        if placed.last < limit and g.tokens[placed.last].norm == "'s":
            continue
        if placed.mention.form is MentionForm.PRONOUN and g.tokens[index].norm in {"his", "her"}:
            continue
        return Source(placed.start, placed.last, placed.mention)
    return None


def _right(g: Ground, sentence: Sentence, index: int, cue: Cue) -> int:
    """Step over the one spoken to and over when and where: to "that", a colon, a quotation, or the clause itself."""
    at = index + 1
    last = sentence.last
    if (cue.addresses and not cue.asks) or cue.base in {"tell", "remind", "warn", "ask", "advise"}:
        heard = _addressee(g, at, last)
        follow = g.tokens[heard].norm if heard < last else ""
        if heard > at and (not cue.asks or follow != "to"):
            at = heard
    over = _over_circumstances(g, at, last)
    for stop in range(at, min(last, at + _GAP)):
        word = g.tokens[stop].norm
        if word in _THAT or word == ":" or stop in g.quoted:
            return stop if _only_circumstances(g, at, stop) else over
        if stop > at and (word in _FINITE or cues.is_cue(word)):
            break
    return over


def _next(g: Ground, sentence: Sentence, index: int) -> str:
    return g.tokens[index + 1].norm if index + 1 < sentence.last else ""


def _addressee(g: Ground, at: int, last: int) -> int:
    if at < last and g.tokens[at].norm in _THAT:
        return at
    if at < last and g.tokens[at].norm in {"him", "her", "them", "us", "me", "you", "it"}:
        return at + 1
    found = sources.after(g, at, last)
    return found.last if found is not None else at


def _only_circumstances(g: Ground, first: int, last: int) -> bool:
    """Tell whether what stands between a cue and "that" only says when, where and to whom."""
    at = first
    while at < last:
        word = g.tokens[at]
        if at in g.times and g.times[at][0] <= last:
            at = g.times[at][0]
        elif word.norm in {
            ",",
            "as",
            "when",
            "while",
            "however",
            "though",
            "too",
            "then",
            "again",
            "instead",
            "yesterday",
        } or word.norm.endswith(("ing", "ly")):
            at += 1
        elif word.norm in _PREPOSITIONS:
            following = g.tokens[at + 1]
            if word.norm == "to" and not (at + 1 in g.starting or following.norm in _NOMINAL_START):
                return False
            at += 2
            while (
                at < last and g.tokens[at].norm not in _PREPOSITIONS and g.tokens[at].norm != "," and at not in g.times
            ):
                at += 1
        else:
            return False
    return True


def _over_circumstances(g: Ground, at: int, last: int) -> int:
    """Step over "on Monday", "in a statement", "to reporters in Brussels" where the clause follows without "that"."""
    while at < last:
        start = at
        if at in g.times:
            at = g.times[at][0]
        elif g.tokens[at].norm in _PREPOSITIONS and at + 1 < last:
            if at + 1 in g.times:
                at = g.times[at + 1][0]
            else:
                stop = at + 1
                while stop < min(last, at + 5) and g.tokens[stop].norm not in _DOCUMENTS:
                    stop += 1
                if stop < min(last, at + 5):
                    at = stop + 1
        if at == start:
            return at
    return at


def is_clause(g: Ground, first: int, last: int, *, strict: bool) -> bool:
    """Tell whether words can be a clause of their own: they open like one and hold a finite verb.

    Unless `strict`, any word in -s that is not the first may be that verb ("officials say the army plans ...").
    """
    if last - first < 2:
        return False
    token = g.tokens[first]
    if token.norm in _THAT:
        return True
    if token.norm in _NO_SUBJECT or not (token.text[0].isalnum() or token.norm in {'"', "$"}):
        return False
    past = _pasts()
    return any(
        t.norm in _FINITE or t.norm in past or (t.norm.endswith("ed") and len(t.norm) > 3)
        for t in g.tokens[first + 1 : last]
    ) or (
        not strict
        and last - first >= 4
        and any(t.norm.endswith("s") and t.text.islower() for t in g.tokens[first + 1 : last - 1])
    )


@cache
def _pasts() -> frozenset[str]:
    return frozenset(form for past, _ in irregular().values() for form in past)
