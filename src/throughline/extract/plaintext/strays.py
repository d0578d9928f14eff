r"""How far a sentence is from its article: a site's notice, a reader's comment, news of something else.

In: the sentences of a capture in order, plain. Out: a `Stray` for each; with odds above zero it is rather one. They
rest on who speaks and who is spoken to outside quotation marks, on shouting, on what pages say of themselves, on
clocks and addresses, and on how much of the sentence the article's beginning speaks of too. An author's own "I" is no
sign of a reader: what counts is how far a sentence departs from the way the article begins.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from throughline.extract.plaintext.paragraphs import is_finished

_OPENING = 30  # sentences by which the rest is known as the article's
_USUAL = 12  # of these, the first ones show how the article speaks
_LONGEST = 600  # characters of a sentence that are looked at
_STEM = 5  # letters by which words are one
_CONTENT = 4  # letters from which on a word says what a sentence is about
_FEW = 4  # such words: fewer say nothing
_STRANGE, _USUAL_DISTANCE = 1.2, 0.4  # for a sentence that shares nothing with the opening; off for every sentence
_STRANGE_LINE = 2.0  # for one that is no whole sentence

_SPOKEN = 6  # sentences over which a quotation may run; one that stays open longer was never closed
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_FIRST = frozenset("i me my mine myself ich mir mich mein je moi yo".split())
_TOGETHER = frozenset("we us our ours wir uns unser nous notre nosotros".split())  # columnists speak so, too
_SECOND = frozenset("you your yours yourself ya please thank thanks ihr euch dir dich vous votre usted".split())
_CHAT = frozenset(
    """lol omg wtf imo imho btw haha hahaha yeah yep nope gonna wanna gotta dont doesnt didnt isnt arent wasnt wont cant
    couldnt wouldnt shouldnt thats whats im ive youre theyre ur pls plz thx hey wow duh ok ya hi hello dear""".split()
)
# What pages tell their visitors to do; as the first word of a sentence that speaks to somebody.
_ORDERS = frozenset(
    """read see view click follow sign get find learn join watch subscribe check share send explore tell visit download
    contact submit listen browse search discover try register enter add comment like track help use""".split()
)
_SAID = frozenset("said says say told added according asked announced reported argued noted wrote explained".split())
_SITE = re.compile(
    r"\b(?:(?:views?|opinions?) expressed|(?:this|the|our) (?:discussion|thread|forum|site|website|page|clip|blog"
    r"|newsletter|podcast) (?:is|are|was|has|have)|privacy policy|terms of (?:service|use)|follow-up comments|news tips"
    r"|(?:in|to) your inbox|mobile device|sign up|e-?mail (?:address|alerts|us)|feeds?\b.{0,20}\bsubscri|subscribe"
    r"|all rights reserved|not be displayed|(?:a|this) version (?:of this|appeared)|first (?:published|broadcast)"
    r"|rss|is published as part|(?:follow|find) .{1,60} on (?:twitter|facebook)|follow (?:us|me)|our readers"
    r"|can be (?:reached|contacted|followed) (?:at|by|on)|this discussion|we welcome (?:your|comments))\b",
    re.IGNORECASE,
)
_LINKED = re.compile(
    r"https?:|www\.|\b\w+ ?\.(?:com|org|net|ly|gl)\b|\S@\S+\.\w|(?:^|\s)[#@]\w{2,}|\bRETWEET\b|\| ?[A-Z][a-z]+"
)
# A whole date with the clock, as under a post: "January 28, 2011 at 12:44 pm", "09.39 GMT on Tuesday 9 November 2010".
_CLOCK = r"(?:\d{1,2}:\d\d|\d{1,2}[.]\d\d ?(?:[ap]\.?m|[A-Z]{2,4}\b))"
_STAMP = re.compile(
    rf"\b(?:19|20)\d\d\b(?: ?[,;|–-]| at| um)?(?: \d\d:\d\d[ap]m at)? {_CLOCK}|\b{_CLOCK}.{{0,24}}?\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_THREAD = re.compile(
    r"\| (?:Reply|Report|Flag|Permalink|Recommend)|\bReport (?:abuse|as)|\bPosted (?:by|at)\b|\bwrote ?:"
    r"|\bRecommend(?:ed)? \(|\bthis comment (?:was|has been)\b|\bReply to\b"
)
_BIOGRAPHY = re.compile(
    r"(?:[-—–*]+ ?)?(?:[A-Z][\w.'’-]+ ){2,4}(?:\([^)]{1,60}\) )?(?:is|was|works as|teaches|writes|covers) "
    r".{0,90}?\b(?:columnist|author|professor|fellow|editor|director|writer|analyst|contributor|correspondent|manager"
    r"|founder|chairman|president|reporter|lecturer|expert|journalist|blogger|strategist)\b"
)
_SECTION = re.compile(
    r"\b(?:discussion|comments?|thread) (?:is|are) (?:now |not )?(?:closed|open|pre-?screened|moderated|welcome)"
    r"|\bwelcomes? (?:a lively|comments?\b|your comments?)|\bexpressed in (?:the|these) comments\b|\bpost a comment\b"
    r"|\b(?:leave|add) (?:a|your) comment\b|\bfollow-up comments\b",
    re.IGNORECASE,
)
# Ministers' comments are rejected, too: only with the words of those who keep order is a sentence about readers'.
_COMMENTS = re.compile(r"\b(?:comments|commenters?|commenting)\b", re.IGNORECASE)
_ORDERLY = re.compile(
    r"\b(?:moderat(?:ed|ion|ors?|es)|commenters?|guidelines|house rules|not necessarily|profanity|netiquette|off-topic"
    r"|spam|personal attacks?|terms of (?:use|service)|may be (?:edited|published)"
    r"|will be (?:published|removed|deleted))\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"[“”\"]")
_PILED = re.compile(r"[!?]{2,}|\.{4,}|(?:\. ?){4,}")


@dataclass(frozen=True, slots=True)
class Stray:
    """How far one sentence is a stray, log odds so to say, set by hand.

    `manner` is how it speaks, beside the article's own way; `calls` whether to somebody; `matter` what it speaks of;
    `distance` how far that is from what the article's beginning tells.
    """

    manner: float
    matter: float
    distance: float
    calls: bool

    @property
    def odds(self) -> float:
        """All of it."""
        return max(-1.0, self.manner) + self.matter + self.distance

    @property
    def is_foreign(self) -> bool:
        """Whether it shares nothing with the article's beginning."""
        return self.distance >= _STRANGE - _USUAL_DISTANCE


def measure(sentences: Sequence[str]) -> list[Stray]:
    """Measure sentences that follow one another. Quotation marks are typographic or straight ones."""
    bare = list(_unquoted(sentences))
    words = [_WORD.findall(sentence) for sentence in bare]
    told = _told(words)
    manner = [_manner(sentence, found) for sentence, found in zip(bare, words, strict=True)]
    usual = max(0.0, median(manner[:_USUAL] or [0.0]))
    return [
        Stray(
            how - usual,
            _matter(sentence),
            _distance(index, found, told, is_finished(sentence)),
            _calls(sentence, found),
        )
        for index, (sentence, how, found) in enumerate(zip(bare, manner, words, strict=True))
    ]


def is_post(sentence: str) -> bool:
    """Tell whether a sentence holds what stands at a reader's post: its day and hour, or the links below it."""
    return _THREAD.search(sentence) is not None or _STAMP.search(sentence) is not None


def is_rule(sentence: str) -> bool:
    """Tell what only a comment section says of itself: it is closed, welcomes comments, is not moderated."""
    return _SECTION.search(sentence) is not None or (
        _COMMENTS.search(sentence) is not None and _ORDERLY.search(sentence) is not None
    )


def _unquoted(sentences: Sequence[str]) -> Iterator[str]:
    """Take quotations out, those that run over several sentences too; “” is left where they stood."""
    is_open, since = False, 0
    for index, sentence in enumerate(sentences):
        kept: list[str] = ["“” "] if is_open else []
        at = 0
        line = sentence[:_LONGEST]
        for mark in _MARK.finditer(line):
            if not is_open:
                kept.append(line[at : mark.start()] + " “” ")
            at = mark.end()
            is_open = mark.group() == "“" or (mark.group() == '"' and not is_open)
            since = index
        if not is_open:
            kept.append(line[at:])
        elif index - since >= _SPOKEN:
            is_open = False
        yield "".join(kept)


def _calls(sentence: str, words: Sequence[str]) -> bool:
    lowered = [word.lower() for word in words]
    return not _SECOND.isdisjoint(lowered) or (lowered[:1] != [] and lowered[0] in _ORDERS) or "?" in sentence


def _manner(sentence: str, words: Sequence[str]) -> float:
    """How somebody speaks who does not report: in the first person, to somebody, loudly, carelessly."""
    lowered = [word.lower().replace("’", "'").partition("'")[0] for word in words]
    found = 0.7 * min(2, sum(word in _FIRST for word in lowered)) + 0.3 * (not _TOGETHER.isdisjoint(lowered))
    found += 0.9 * min(2, sum(word in _SECOND for word in lowered))
    found += 1.5 * min(2, sum(word in _CHAT for word in lowered))
    found += 0.9 * min(2, sentence.count("!")) + (0.6 if "?" in sentence else 0.0) + (0.4 if "..." in sentence else 0.0)
    found += 1.5 if _PILED.search(sentence) else 0.0
    found += 1.2 if sum(len(word) > 3 and word.isupper() for word in words) >= 3 else 0.0
    found += 1.0 if sentence[:1].islower() else 0.0
    found += 0.8 if lowered and lowered[0] in _ORDERS else 0.0
    found -= 1.3 if "“”" in sentence else 0.0
    return found - (1.0 if not _SAID.isdisjoint(lowered) else 0.0)


def _matter(sentence: str) -> float:
    """What is of the page, and of no report: rules, threads, clocks, addresses, lives of authors."""
    found = 3.0 if is_rule(sentence) else 0.0
    found += 2.0 * min(2, len(_SITE.findall(sentence)))
    found += 1.5 if _LINKED.search(sentence) else 0.0
    found += 2.5 if _THREAD.search(sentence) else 0.0
    found += 2.0 if _STAMP.search(sentence) else 0.0
    found += 2.0 if _BIOGRAPHY.match(sentence) else 0.0
    return found


def _told(words: Sequence[Sequence[str]]) -> dict[str, int]:
    """Count for each stem the opening's sentences that hold it."""
    told: dict[str, int] = {}
    for sentence in words[:_OPENING]:
        for stem in _stems(sentence):
            told[stem] = told.get(stem, 0) + 1
    return told


def _stems(words: Sequence[str]) -> set[str]:
    return {word[:_STEM].lower() for word in words if len(word) >= _CONTENT}


def _distance(index: int, words: Sequence[str], told: dict[str, int], ends: bool) -> float:  # noqa: FBT001
    """How far a sentence is from what the article's beginning tells of."""
    stems = _stems(words)
    if len(stems) < _FEW:
        return 0.0
    own = 1 if index < _OPENING else 0
    shared = sum(told.get(stem, 0) > own for stem in stems)
    strange = _STRANGE if ends else _STRANGE_LINE
    return strange * (1 - min(1.0, 4 * shared / len(stems))) - _USUAL_DISTANCE
