"""Rules for times of the clock and parts of the day: "10:30 a.m. EST", "half past nine", "noon", "from 5 to 6 pm".

The value has the day that they are read from, and no days are given: which day it was is not said, unless a day
stands beside them (`dates/phrases/moments.py`). A bare number ("at 5", "between 3 and 8") is an hour only there: its
type is HOUR until it has a day.
"""

import re

from throughline.dates.phrases.clockface import Time, in_halves, in_part, in_words, on_day, read_clock
from throughline.dates.phrases.reading import DAY_PARTS, Hit, Meaning, Rule, rule
from throughline.dates.words import WEEKDAYS
from throughline.text.numbers import word_value

HOUR = "HOUR"
_PLURALS = {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"}
_NAMED = {"noon": 12, "midday": 12, "midnight": 24}
_BEFORE_HOURS = frozenset("at around about by before after until till from since".split())
_AFTER_HOURS = frozenset("on this last next today tomorrow yesterday tonight and or".split()) | frozenset(WEEKDAYS)
_TWO_CLOCKS = re.compile(r"([\d:.]+)([ap]m)?-([\d:.]+)([ap]m)?", re.ASCII)


def _meaning(hit: Hit, *times: Time, is_sure: bool = True) -> Meaning:
    day = hit.now.isoformat() if hit.now else "XXXX-XX-XX"
    return Meaning("TIME" if is_sure else HOUR, on_day(day, *times))


def _half(hit: Hit, group: str = "half") -> str:
    """Read the "a" of "a.m.", the "p" of "p.m."; nothing for "o'clock" and where none was said."""
    word = hit.word(group)
    return word[0] if word[:1] in {"a", "p"} else ""


def _clock(hit: Hit) -> Meaning | None:
    """Read "10:30 a.m.", "5 p.m.", "09.28 BST", "1600 GMT", "8 o'clock", "at 5 in the afternoon"."""
    if hit.has("hours") and (hit.word("hours") != "hrs" or len(hit.word("clock2")) != 4):
        return None
    word = hit.word("clock") or hit.word("clock2")
    time = read_clock(word, _half(hit))
    if time is None:
        return None
    part = DAY_PARTS.get(hit.word("part")) if hit.has("part") else None
    if hit.has("part") and part is None:
        return None
    if part:
        time = in_part(time, part)
    is_sure = (
        ":" in word
        or word.endswith(("m", "ish"))
        or any(hit.has(g) for g in ("half", "zone", "zone2", "part", "hours"))
    )
    if not is_sure and ("." in word or word[-1] in "ap") and not _is_at(hit):
        return None  # "10.30" is as likely a price, "7p" too
    if not is_sure and len(word) == 4 and "." not in word:
        return None
    return _meaning(hit, time, is_sure=is_sure or "." in word or word[-1] in "ap")


def _said(hit: Hit, group: str) -> str:
    """The words of an end: "10:30", or "three thirty" as "three-thirty"."""
    first, stop = hit.match.span(group)
    return "-".join(token.norm.rstrip(".") for token in hit.tokens[first:stop])


def _follows(hit: Hit, word: str) -> bool:
    start = hit.match.start()
    return start > 0 and hit.tokens[start - 1].norm == word


def _is_at(hit: Hit) -> bool:
    after = hit.tokens[hit.match.end()].norm if hit.match.end() < len(hit.tokens) else "."
    return _follows(hit, "at") and not after[0].isalpha()


def _hour(hit: Hit) -> Meaning | None:
    """Read "5 p.m.", "eight o'clock", "0730 GMT"; a bare "5" after "at", "around", "from" may be an hour."""
    if any(hit.has(group) for group in ("half", "zone", "zone2", "part")):
        return _clock(hit)
    start = hit.match.start()
    before = hit.tokens[start - 1].norm if start else ""
    return _clock(hit) if before in _BEFORE_HOURS and _ends_there(hit) else None


def _ends_there(hit: Hit) -> bool:
    """Whether no noun follows, that a number would count: "at 5 on Friday", not "about 5 people"."""
    stop = hit.match.end()
    after = hit.tokens[stop].norm if stop < len(hit.tokens) else "."
    return after in _AFTER_HOURS or after in ".,;:!?)-"


def _words(hit: Hit) -> Meaning | None:
    """Read "seven thirty", "three forty five": an hour and its minutes in words."""
    first, stop = hit.match.start(), hit.match.end() - hit.has("half")
    time = in_words([token.norm for token in hit.tokens[first:stop]], _half(hit))
    return _meaning(hit, time, is_sure=hit.has("half")) if time else None


def _past(hit: Hit) -> Meaning | None:
    """Read "half past nine", "a quarter to five", "20 minutes past eight in the evening"."""
    way = hit.word("way")
    word = hit.word("minutes") or hit.word("quarter") or hit.word("few")
    if way not in {"past", "to", "after"}:
        return None
    count = 30 if word == "half" else 15 if word == "quarter" else word_value(word)
    time = read_clock(hit.word("clock"), _half(hit))
    if count is None or time is None or not 0 < count < 60 or time.minute >= 0:
        return None
    if hit.has("part"):
        time = in_part(time, DAY_PARTS.get(hit.word("part"), ""))
    minutes = time.hour * 60 + (-int(count) if way == "to" else int(count))
    return _meaning(hit, Time(minutes // 60 % 24, minutes % 60))


def _noon(hit: Hit) -> Meaning | None:
    if hit.has("twelve") and word_value(hit.word("twelve")) != 12:
        return None
    is_name = hit.token("name").text[0].isupper() and hit.match.start() > 0  # "Midnight" of a film or a bed
    hour = None if is_name or _follows(hit, "high") else _NAMED.get(hit.word("name"))
    return _meaning(hit, Time(hour)) if hour else None


def _part_first(hit: Hit) -> Meaning | None:
    """Read "in the morning at 7"."""
    clock = hit.word("clock") or hit.word("clock2") or hit.word("clock3")
    part, time = DAY_PARTS.get(hit.word("part") or hit.word("part2")), read_clock(clock, _half(hit))
    return _meaning(hit, in_part(time, part)) if part and time else None


def _part(hit: Hit) -> Meaning | None:
    """Read "in the afternoon", "late evening"."""
    part = DAY_PARTS.get(hit.word("part"))
    day = hit.now.isoformat() if hit.now else "XXXX-XX-XX"
    if hit.word("part") in _PLURALS:
        return Meaning("SET", f"XXXX-XX-XXT{_PLURALS[hit.word('part')]}")
    return Meaning("TIME", f"{day}T{part}") if part else None


def _between(hit: Hit) -> Meaning | None:
    """Read "from 5 to 6 pm", "9pm-11pm", "between 3 and 8"; two bare numbers are hours only beside a day."""
    one, two = _ends(hit)
    if one is None or two is None:
        return None
    part = DAY_PARTS.get(hit.word("part"))
    if part:
        return _meaning(hit, in_part(one, part), in_part(two, part))
    is_bare = two.minute < 0 and not two.half and not hit.has("zone")
    if is_bare and not _ends_there(hit):
        return None  # "6:45 pm - One of the suspects"
    is_framed = _ends_there(hit) and (_follows(hit, "from") or _follows(hit, "between"))
    is_sure = bool(one.half or two.half) or one.minute >= 0 or two.minute >= 0 or hit.has("zone")
    if not is_sure and not is_framed:
        return None
    return _meaning(hit, *in_halves(one, two), is_sure=is_sure)


def _ends(hit: Hit) -> tuple[Time | None, Time | None]:
    """The two times as they are said, in one token or in several."""
    if hit.has("both"):
        match = _TWO_CLOCKS.fullmatch(hit.word("both"))
        if "." in hit.word("both") and match and not (match[2] or match[4] or hit.has("half2") or hit.has("zone")):
            return None, None  # "1.21-1.24" are versions
        halves = ((match[2] or "")[:1], (match[4] or "")[:1] or _half(hit, "half2")) if match else ("", "")
        return (read_clock(match[1], halves[0]), read_clock(match[3], halves[1])) if match else (None, None)
    if hit.match["joint"] == "&" and not _follows(hit, "between"):
        return None, None
    if len(_said(hit, "two")) == 4 and _said(hit, "two").isdecimal():
        return None, None  # "13:07:39 -0500": a zone
    one, two = read_clock(_said(hit, "one"), _half(hit, "half1")), read_clock(_said(hit, "two"), _half(hit, "half2"))
    if any("." in _said(hit, end) for end in ("one", "two")) and not (hit.has("half1") or hit.has("half2")):
        return None, None  # "2.30 to 3.40" are as likely prices
    return one, two


_PART = "(?:It?(?P<part>P))?"
_END = r"(?:[Cd]|n{1,3})"
RULES: tuple[Rule, ...] = (
    rule(
        "clock",
        "CYn",
        rf"(?P<clock>C|[Y](?=[mz]))(?P<half>[m#])?(?P<zone>z)?{_PART}|(?P<clock2>[Yn])(?P<hours>H)",
        _clock,
        "They met at [10:30 a.m. EST] .",
    ),
    rule(
        "hour",
        "dn",
        rf"(?P<clock>[dn])(?:(?P<half>[m#])(?P<zone>z)?|(?P<zone2>z))?{_PART}",
        _hour,
        "They met at [5 p.m.] .",
    ),
    rule(
        "hour in words",
        "nd",
        r"(?P<hour>n)(?P<minute>n)(?P<more>n)?(?P<half>m)?",
        _words,
        "They met at [seven thirty p.m.] .",
    ),
    rule(
        "past the hour",
        "hadnG",
        rf"(?:(?P<minutes>h|[dn]{{1,2}}(?=H))|a?(?P<quarter>G)|(?P<few>[dn])(?=L[dn][#mI]))H?(?P<way>[LTA])"
        rf"(?P<clock>[dnC])(?![UGHdn])(?P<half>[m#])?{_PART}",
        _past,
        "They met at [half past nine] .",
    ),
    rule("noon", "Pdn", r"(?P<twelve>[dn])?(?P<name>P)", _noon, "They met at [noon] ."),
    rule(
        "part and hour",
        "tP",
        r"(?:(?<=I)t?(?P<part>P)[@x]?(?P<clock>[dnC])|(?P<part2>P)(?:@x?(?P<clock2>[dnC])|(?P<clock3>C)))(?P<half>[m#])?",
        _part_first,
        "They met in [the morning at 7] .",
    ),
    rule(
        "part of the day",
        "tP",
        r"(?:(?<=I)|(?<=It)|(?<=e)|(?<=[Ie]t))t?(?P<part>P)",
        _part,
        "They met in [the afternoon] .",
    ),
    rule(
        "between hours",
        "Cdn",
        rf"(?:(?P<one>{_END})(?P<half1>m)?(?P<joint>[Tu&])(?P<two>{_END})(?P<half2>[m#])?)(?P<zone>z)?{_PART}",
        _between,
        "They met from [5 to 6 p.m.] .",
    ),
    rule("hours", ">R", r"(?P<both>[>R])(?P<half2>m)?(?P<zone>z)?", _between, "They met from [3-8pm] ."),
)
