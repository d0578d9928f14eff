"""What stands between a reporting verb and the words it reports: the one spoken to, when and where.

In: a `Ground` and token positions. Out: the token where content can begin; whether words can be a clause.
"""

from functools import cache

from throughline.annotate.statements import cues, sources
from throughline.annotate.statements.cues import Cue
from throughline.annotate.statements.sources import Ground
from throughline.model import Sentence, Token
from throughline.tables.agents import Agent, agent
from throughline.tables.verbs import irregular

THAT = frozenset({"that", "how", "whether", "if", "why"})
PREPOSITIONS = frozenset(
    """in on at to during after before through via by from for with of about late early last this next ahead
    following inside outside near as amid over between despite against among""".split()
)
NOMINAL_START = frozenset(
    """the a an this these those his her its their our my he she it they there i we you no some many most all each
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
_LOOSE = frozenset({",", "as", "when", "while", "however", "though", "too", "then", "again", "instead"})
_OBJECTS = frozenset({"him", "her", "them", "us", "me", "you", "it"})
_HEARD_FIRST = frozenset({"tell", "remind", "warn", "ask", "advise"})
_RELATIVES = frozenset({"that", "which", "who", "whom"})
GAP = 16  # tokens between a cue and its "that", quotation or colon: "told reporters traveling with Biden on Wednesday"
_PHRASE = 5  # tokens of "in a televised news conference"


def beginning(g: Ground, sentence: Sentence, index: int, cue: Cue) -> int:
    """Step over the one spoken to and over when and where: to "that", a colon, a quotation, or the clause itself."""
    at = index + 1
    last = sentence.last
    if (cue.addresses and not cue.asks) or cue.base in _HEARD_FIRST:
        heard = _addressee(g, at, last)
        follow = g.tokens[heard].norm if heard < last else ""
        if heard > at and (not cue.asks or follow != "to"):
            at = heard
    over = _over_circumstances(g, at, last)
    for stop in range(at, min(last, at + GAP)):
        word = g.tokens[stop].norm
        if word in THAT or word == ":" or stop in g.quoted:
            return stop if _only_circumstances(g, at, stop) else over
        if stop > at and (word in _FINITE or cues.is_cue(word)):
            break
    return over


def _addressee(g: Ground, at: int, last: int) -> int:
    if at < last and g.tokens[at].norm in THAT:
        return at
    if at < last and g.tokens[at].norm in _OBJECTS:
        return at + 1
    found = sources.after(g, at, last)
    if found is None and at < last and agent(g.tokens[at].norm) & (Agent.BODY | Agent.PEOPLE):
        return at + 1  # "told parliament"
    return found.last if found is not None else at


def _only_circumstances(g: Ground, first: int, last: int) -> bool:
    """Tell whether what stands between a cue and "that" only says when, where and to whom."""
    at = first
    while at < last:
        word = g.tokens[at]
        if at in g.times and g.times[at][0] <= last:
            at = g.times[at][0]
        elif word.norm in _LOOSE or word.norm.endswith(("ing", "ly")):
            at += 1
        elif word.norm in PREPOSITIONS:
            following = g.tokens[at + 1]
            if word.norm == "to" and not (at + 1 in g.starting or following.norm in NOMINAL_START):
                return False
            at += 2
            while (
                at < last and g.tokens[at].norm not in PREPOSITIONS and g.tokens[at].norm != "," and at not in g.times
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
        elif g.tokens[at].norm in PREPOSITIONS and at + 1 < last:
            if at + 1 in g.times:
                at = g.times[at + 1][0]
            else:
                stop = at + 1
                while stop < min(last, at + _PHRASE) and g.tokens[stop].norm not in _DOCUMENTS:
                    stop += 1
                if stop < min(last, at + _PHRASE):
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
    if token.norm in THAT:
        return True
    if token.norm in _NO_SUBJECT or not (token.text[0].isalnum() or token.norm in {'"', "$"}):
        return False
    if any(_holds_verb(t) for t in g.tokens[first + 1 : last]):
        return True
    return not strict and any(t.norm.endswith("s") and t.text.islower() for t in g.tokens[first + 1 : last - 1])


def holds_verb(g: Ground, first: int, last: int) -> bool:
    """Tell whether a verb, finite or after "to", or any word in -s that may be one, stands among the tokens."""
    return any(t.norm == "to" or t.norm.endswith("s") or _holds_verb(t) for t in g.tokens[first:last])


def is_described(g: Ground, first: int, last: int) -> bool:
    """Tell whether every verb there is a relative clause's: "a request that the council made"."""
    verbs = sum(_holds_verb(t) for t in g.tokens[first:last])
    relatives = sum(t.norm in _RELATIVES for t in g.tokens[first + 1 : last])
    return g.tokens[first].norm in {"a", "an", "the"} and verbs <= relatives


def is_stranded(g: Ground, at: int, last: int) -> bool:
    """Tell whether a preposition has lost its noun to the front: "the help they asked [for in May]"."""
    if at >= last or g.tokens[at].norm not in PREPOSITIONS:
        return False
    following = g.tokens[at + 1].norm if at + 1 < last else "."
    return at + 1 in g.times or following in PREPOSITIONS or not following[0].isalnum()


def _holds_verb(token: Token) -> bool:
    """A capital tells "May" from "may"."""
    return _is_finite(token.norm) and (token.norm != "may" or token.text.islower())


def _is_finite(word: str) -> bool:
    return word in _FINITE or word in _pasts() or (word.endswith("ed") and len(word) > 3)


@cache
def _pasts() -> frozenset[str]:
    return frozenset(form for past, _ in irregular().values() for form in past)
