"""What a time is counted from, where it is something told: "a day after the strike", "within hours of the attack".

In: the tokens of a sentence and its expressions. Out: the same, where a length, "the week" or "the eve"
has the words after it that it is counted from. Whether a text says when that was is for those who have its grammar;
`count_from` then says which day or days are meant, never finer than the length is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from throughline.dates import days
from throughline.dates.phrases.found import Found
from throughline.dates.phrases.reading import DAY_PARTS, Hit, Meaning, Rule, rule
from throughline.dates.rules.told import UNKNOWN, step_from
from throughline.dates.words import UNITS
from throughline.model import Grain, Token, When

_LONGEST = 10  # tokens: what is counted from is named shortly
_MARKS = frozenset(', . ; : ( ) [ ] " -- ! ?'.split())
# Words that begin another phrase or clause; "of" goes on with the same.
_BREAKS = frozenset(
    """and or but while when where as which who whom that because although though if whether than in on at by
    for from to with into over under near against amid despite during through between before after until
    since was were is are had has have will would did said says""".split()
)
_LINKS = frozenset(
    "and or but while when where as which who whom that because although though if until whether".split()
)
_DEPTH = 4  # words from one that hangs on an event to the event's own word
_SUBJECTS = frozenset("he she it they we i you there".split())
_POINTERS = frozenset("this that these those then now".split())  # they name no event: "two days before that"
_DETERMINERS = frozenset("the a an his her its their our this that another".split())
_VERBS = ("VB", "MD")  # beginnings of Penn tags
_LENGTH = re.compile(r"P(\d+)([DWMY])")
_HOURS = re.compile(r"PT(?:(\d{1,4})|X)([HMS])")
_MOST = 10_000  # units
_UNITS = {"D": Grain.DAY, "W": Grain.WEEK, "M": Grain.MONTH, "Y": Grain.YEAR}

_POINTS = {value: grain for grain, value in UNKNOWN.items()} | {"XXXX": Grain.YEAR}

BEFORE, AFTER, WITHIN = "before an event", "after an event", "from an event on"
EVE, ON = "eve", "at an event"
_BACK = frozenset({BEFORE, EVE})
_WAYS = {"after": AFTER, "following": AFTER, "before": BEFORE, "since": WITHIN}


def join_anchors(tokens: Sequence[Token], found: Sequence[Found], offset: int) -> Iterator[Found]:
    """Give each expression that is counted from something told the tokens of it.

    `offset` is the place of the first token among those that `head` counts, -1 where nobody knows the grammar.
    """
    for index, item in enumerate(found):
        limit = found[index + 1].first if index + 1 < len(found) else len(tokens)
        whole = _anchored(tokens, item, limit, offset) if item.stop < limit - 1 else item
        if whole.anchor is not None or item.rule not in RULES:
            yield whole


def _anchored(tokens: Sequence[Token], item: Found, limit: int, offset: int) -> Found:
    way = _way(tokens, item)
    if not way or item.meaning.when is not None or (item.meaning.type != "DURATION" and item.rule not in RULES):
        return item
    first, limit = item.stop + 1, min(limit, item.stop + 1 + _LONGEST)
    if not tokens[first].norm[0].isalnum():
        return item
    head = tokens[item.stop].head - offset if offset >= 0 else -1
    stop = _reach(tokens, head, limit, offset) if first <= head < limit else _end(tokens, first, limit)
    return replace(item, anchor=(first, stop), way=way) if stop > first else item


def _way(tokens: Sequence[Token], item: Found) -> str:
    """Tell how an expression is counted from what follows; "" where it is not."""
    word = tokens[item.stop].norm
    if item.rule.name in {EVE, ON}:
        return item.rule.name
    if word in _WAYS:
        return _WAYS[word]
    before = tokens[item.first - 1].norm if item.first else ""
    return WITHIN if word == "of" and before == "within" else ""


def _reach(tokens: Sequence[Token], head: int, limit: int, offset: int) -> int:
    """Find where the words that hang on an event's own word end: "the raid on Larno", "he was arrested in Velm"."""
    stop = head + 1
    while stop < limit and tokens[stop].norm not in _MARKS and tokens[stop].norm not in _LINKS:
        at = stop
        for _ in range(_DEPTH):
            at = tokens[at].head - offset
            if at == head or not 0 <= at < limit:
                break
        if at != head:
            break
        stop += 1
    while stop > head + 1 and tokens[stop - 1].norm in _BREAKS:
        stop -= 1
    return stop


def _end(tokens: Sequence[Token], first: int, limit: int) -> int:
    """Find where the words that name an event end; `first` itself where none begin."""
    follows = tokens[first + 1].norm if first + 1 < limit else "."
    if first >= limit or (tokens[first].norm in _POINTERS | _SUBJECTS and (follows in _MARKS or follows in _BREAKS)):
        return first
    index = first
    while index < limit:
        token = tokens[index]
        if token.norm in _MARKS or token.norm in _BREAKS or (index > first and token.norm in _SUBJECTS):
            break
        if index > first and token.xpos.startswith(_VERBS) and token.xpos != "VBG":
            break
        if index > first and _is_another(tokens, index):
            break
        index += 1
    while index > first and tokens[index - 1].norm in _DETERMINERS | {"of", "'s", "'"}:
        index -= 1
    return index


def _is_another(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a word begins another phrase: "after the battle Larno fell", "after the raid the mayor fled"."""
    token, before = tokens[index], tokens[index - 1]
    if before.norm in _DETERMINERS or before.norm.endswith(("of", "ing")) or before.xpos.startswith(_VERBS):
        return False
    is_name = token.text[:1].isupper() and before.text[:1].islower() and token.xpos != "NNP"
    return is_name or token.norm in _DETERMINERS


def count_from(value: str, way: str, base: When) -> When | None:
    """Count a TIMEX3 length from the days of an event: the days meant, None where the length is vague.

    A day counted in weeks is known to the week, one counted in years to the year. What lies "within" a length of an
    event may be any day from it on, and hours are no finer than the days that they may reach.
    """
    if base.first is None or base.last is None:
        return None
    hours = _HOURS.fullmatch(value)
    if hours:
        reach = int(hours[1] or 1) // 24 + 1 if hours[2] == "H" else 1
        back, ahead = (reach, 0) if way in _BACK else (0, reach)
        return days.span(days.shift_days(base.first, -back), days.shift_days(base.last, ahead))
    length = _LENGTH.fullmatch(value)
    if value in _POINTS:
        grain, count = _POINTS[value], 1
    elif "T" in value:
        grain, count = Grain.DAY, 1  # "the morning after"
    elif length is None or int(length[1]) > _MOST:
        return None
    else:
        grain, count = _UNITS[length[2]], int(length[1])
    if way == WITHIN:
        return days.span(base.first, days.step(base.last, grain, count))
    meaning = step_from(base, grain, 0 if way == ON else -count if way in _BACK else count)
    return meaning.when if meaning else None


def _unit(hit: Hit) -> Meaning | None:
    """Read "the day", "the morning" before "after the strike"."""
    if hit.has("part"):
        code = DAY_PARTS.get(hit.word("part"))
        return Meaning("TIME", f"XXXX-XX-XXT{code}") if code else None
    unit = hit.word("unit")
    return Meaning("DATE", UNKNOWN.get(UNITS[unit], "XXXX")) if unit in UNITS and not unit.endswith("s") else None


def _eve(hit: Hit) -> Meaning | None:
    """Read "the eve" of what follows; "Christmas Eve" is a holiday."""
    return Meaning("DATE", "XXXX-XX-XX") if hit.tokens[hit.match.end() - 1].text == "eve" else None


_SPAN = r"(?<![If])t(?:(?P<unit>U)|(?P<part>P))"
RULES: tuple[Rule, ...] = (
    rule(AFTER, "t", rf"{_SPAN}(?=A)", _unit, "They left [the day] after the raid ."),
    rule(BEFORE, "t", rf"{_SPAN}(?=b)", _unit, "They left [the week] before the raid ."),
    rule(ON, "t", rf"{_SPAN}(?=f[ta]?_)", _unit, "They met on [the day] of the raid ."),
    rule(EVE, "tη", r"t?η(?=f)", _eve, "They met on [the eve] of the summit ."),
)
