"""Our time expressions as TIMEX2 marks them, for scoring beside its annotations.

In: a text and its expressions. Out: places and values by the TIDES 2005 standard for the annotation of temporal
expressions (Ferro et al.), which differs from TIMEX3 where a phrase ends: each end of a range is an expression, and
an expression is a whole noun phrase, with what it is counted from ("two days after the battle") or a length of
("two months of heavy fighting"). What is counted from a dated event has the value of its day.
"""

import re
from collections.abc import Iterator

from throughline.dates import TimeExpression
from throughline.dates.reading import value_of

# The end of a noun phrase after "of": a mark, a verb's auxiliary, or a word that begins another phrase.
_PHRASE = re.compile(
    r" of (?!(?:the )?\d)(?:(?!(?:in|on|at|by|for|from|to|with|before|after|when|which|that|who|and|the|was|were|is|are"
    r"|had|has|as|but|over|under|between|during)\b)[\w'’-]+ ?){1,5}"
)
_DASH = re.compile(r"\s*(?:[-–—]|\bto\b|\bthrough\b|\band\b|&)\s*")


def marked(text: str, time: TimeExpression) -> Iterator[tuple[int, int, str]]:
    """Yield the places and values that TIMEX2 has for one expression of ours: two for a range, else one."""
    first, slash, last = time.value.partition("/")
    joints = list(_DASH.finditer(text, time.start, time.end))
    if slash and joints:
        joint = joints[len(joints) // 2]
        yield time.start, joint.start(), first
        yield joint.end(), time.end, last
        return
    value = time.value
    end = time.end
    if time.anchor is not None:
        end = max(end, time.anchor[1])
        if time.when is not None and time.when.is_day:
            value = value_of(time.when)
    elif time.type == "DURATION":
        phrase = _PHRASE.match(text, time.end)
        end = len(text[: phrase.end()].rstrip()) if phrase else end
    yield time.start, end, value
