"""Our time expressions as TIMEX2 marks them, for scoring beside its annotations.

In: a text and its expressions. Out: places and values by the TIDES 2005 standard for the annotation of temporal
expressions (Ferro et al.), which differs from TIMEX3 where a phrase ends: each end of a range is an expression, and
an expression is a whole noun phrase, with what it is counted from ("two days after the battle") or a length of
("two months of heavy fighting"). What is counted from a dated event has the value of its day.
"""

import re
from collections.abc import Iterator

from throughline.dates.expression import TimeExpression
from throughline.dates.phrases.reading import value_of

# The end of a noun phrase after "of": a mark, a verb's auxiliary, or a word that begins another phrase.
_PHRASE = re.compile(
    r" of (?!(?:the )?\d)(?:(?!(?:in|on|at|by|for|from|to|with|before|after|when|which|that|who|and|the|was|were|is|are"
    r"|had|has|as|but|over|under|between|during)\b)[\w'’-]+ ?){1,5}"
)
# Words before a length that are of its phrase, and words after it.
_BEFORE = re.compile(r"\b(?:only|just|another|a mere|some|barely|exactly|fully|close to)\s$", re.IGNORECASE)
_AFTER = re.compile(r" (?:old|of age|long)\b")
# "The" of what an expression only describes: "the Spring Offensive", "the Seven Years War".
_EPITHET = re.compile(r"[Tt]he (?=[^.,;]+$)")
_NAMED = re.compile(r" [A-Z][a-z]")
_DASH = re.compile(r"\s*(?:[-–—]|\bto\b|\bthrough\b|\band\b|&)\s*")
_MEASURE = 10  # characters that such words take


def marked(text: str, time: TimeExpression) -> Iterator[tuple[int, int, str]]:
    """Yield the places and values that TIMEX2 has for one expression of ours: two for a range, else one."""
    first, slash, last = time.value.partition("/")
    joints = list(_DASH.finditer(text, time.start, time.end))
    if slash and joints:
        joint = joints[len(joints) // 2]
        yield time.start, joint.start(), first
        yield joint.end(), time.end, last
        return
    value, start, end = time.value, time.start, time.end
    if time.anchor is not None:
        end = max(end, time.anchor[1])
        if time.when is not None and time.when.is_day:
            value = value_of(time.when)
    elif time.type == "DURATION":
        phrase = _AFTER.match(text, time.end) or _PHRASE.match(text, time.end)
        end = len(text[: phrase.end()].rstrip()) if phrase else end
    yield _start(text, time, start, end), end, value


def _start(text: str, time: TimeExpression, start: int, end: int) -> int:
    """Where a phrase begins: with what measures it, without the article of what it only describes."""
    measure = _BEFORE.search(text, max(start - _MEASURE, 0), start)
    if measure and (time.type == "DURATION" or text[:end].endswith(("later", "earlier"))):
        return measure.start()
    epithet = _EPITHET.match(text, start, end)
    return epithet.end() if epithet and _NAMED.match(text, end) and not time.anchor else start
