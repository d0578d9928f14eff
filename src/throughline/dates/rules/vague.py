"""Rules for times that name no day: "now", "recently", "in recent weeks", "the future", "the weeks ahead", "the year".

Their value is TIMEX3's PAST_REF, PRESENT_REF or FUTURE_REF, or a length of so many unknown units, and they have no
days. "The year" and "the week" of a report are those of writing.
"""

from throughline.dates import days
from throughline.dates.phrases.reading import Hit, Meaning, Rule, dated, length_of, rule
from throughline.dates.words import UNITS
from throughline.model import When

_REFERENCES = {"recently": "PAST_REF", "lately": "PAST_REF"}  # all others: PRESENT_REF
_DISTANCES = frozenset("near foreseeable immediate distant not-too-distant".split())
_END = 14  # days: how long the end of a month or a year is
_FOLLOWED = frozenset("that when since following to before after until".split())  # "in the year that followed"


def _reference(hit: Hit) -> Meaning | None:
    word = hit.word("word")
    if hit.has("degree") and word != "recently":
        return None
    return Meaning("DATE", _REFERENCES.get(word, "PRESENT_REF"))


def _past(hit: Hit) -> Meaning | None:
    """Read "in the past", "in recent weeks", "their recent victories"; "the recent sale" only says which sale."""
    before = hit.match.string[hit.match.start() - 1] if hit.match.start() else ""
    if hit.has("bare") and before in {"t", "a"} and not hit.is_told:
        return None
    return Meaning("DATE", "PAST_REF") if hit.word("lead") in {"past", "recent"} else None


def _future(hit: Hit) -> Meaning | None:
    """Read "in the near future", "future quarters"."""
    if hit.has("how") and hit.word("how") not in _DISTANCES:
        return None
    return Meaning("DATE", "FUTURE_REF")


def _these_days(hit: Hit) -> Meaning | None:
    is_these_days = hit.match.start() < hit.match.end() and hit.tokens[hit.match.start()].norm == "these"
    return Meaning("DATE", "PRESENT_REF") if is_these_days and hit.word("unit") == "days" else None


def _unknown_many(hit: Hit) -> Meaning | None:
    """Read "the coming years", "the weeks ahead", "past years": nobody says how many."""
    unit = hit.word("unit")
    if not unit.endswith("s"):
        return None
    if hit.has("lead") and hit.match["lead"] == "L":
        return Meaning("DATE", "PAST_REF")
    return Meaning("DURATION", length_of(None, unit))


def _long_ago(hit: Hit) -> Meaning | None:
    """Read "long ago", "a long time ago"; "not that long ago" is of late."""
    before = hit.tokens[hit.match.start() - 1].norm if hit.match.start() else ""
    return Meaning("DATE", "PAST_REF") if before not in {"that", "so", "how", "not", "too"} else None


def _many_ago(hit: Hit) -> Meaning | None:
    """Read "weeks ago", "hours later", "years from now": nobody says how many."""
    last = hit.tokens[hit.match.end() - 1].norm
    if not hit.word("unit").endswith("s"):
        return None
    return Meaning("DATE", "PAST_REF" if last in {"ago", "earlier"} else "FUTURE_REF")


def _other_day(hit: Hit) -> Meaning | None:
    return Meaning("DATE", "PAST_REF") if hit.word("unit") == "day" else None


def _past_one(hit: Hit) -> Meaning | None:
    """Read "the past year", "over the next decade": a length that ends or begins now, unlike "last year"."""
    unit, lead, first = hit.word("unit"), hit.word("lead"), hit.match.start()
    is_length = hit.match.group()[0] == "t" and first > 0 and hit.tokens[first - 1].norm == "over"
    if lead != "past" and not (is_length and lead in {"last", "next", "coming"}):
        return None
    if unit.endswith("s") or hit.now is None or hit.is_told:
        return None
    other = days.step(hit.now, UNITS[unit], 1 if hit.match["lead"] == "X" else -1)
    return Meaning("DURATION", length_of(1, unit), days.span(min(other, hit.now), max(other, hit.now)))


def _current(hit: Hit) -> When | None:
    unit = UNITS.get(hit.word("unit"))
    return days.around(hit.now, unit) if hit.now and unit else None


def _whole(hit: Hit) -> Meaning | None:
    """Read "for the year", "the end of the month": the one of writing."""
    after = hit.tokens[hit.match.end()].norm if hit.match.end() < len(hit.tokens) else ""
    start = hit.match.start()
    is_idiom = hit.word("unit") == "day" and hit.match.string[max(start - 1, 0) : start] in {"f", "B"}  # "by the day"
    if hit.word("unit").endswith("s") or after in _FOLLOWED or is_idiom:
        return None
    if after in {"ended", "ending"}:
        return Meaning("DURATION", length_of(1, hit.word("unit")))
    return dated(_current(hit))


def _unit_end(hit: Hit) -> Meaning | None:
    """Read "year-end", "month's end"."""
    unit = hit.word("unit").partition("-")[0]
    when = days.around(hit.now, UNITS[unit]) if hit.now and unit in UNITS else None
    meaning = dated(when)
    if meaning is None or when is None or when.last is None:
        return None
    return Meaning("DATE", meaning.value, days.span(days.shift_days(when.last, -_END), when.last), "END")


_SPAN_OF = r"(?:(?<=[VIBu])|(?<=[NUG]f)|(?<=[oL][UWwh]f))"
RULES: tuple[Rule, ...] = (
    rule("reference", "rk", r"(?P<degree>k)?(?P<word>r)", _reference, "They are [now] at war ."),
    rule("recent", "ν", r"(?P<lead>ν)(?:U(?:&U)?|G|(?P<bare>(?=_)))", _past, "They met in [recent weeks] ."),
    rule("the past", "t", r"(?<=I)t(?P<lead>L)(?![UGHndavwWMSPhoJ])", _past, "They met in [the past] ."),
    rule(
        "future",
        "tφ",
        r"t(?P<how>_)?φ(?!f)|φ[UG]|(?<=I)φ(?!_)",
        _future,
        "They will meet in [the near future] .",
    ),
    rule("these days", "τ", r"τ(?P<unit>U)", _these_days, "They meet often [these days] ."),
    rule(
        "unknown many",
        "tLX",
        r"t?(?:(?P<lead>[LX])(?P<unit>[UG]))",
        _unknown_many,
        "They will meet in [the coming weeks] .",
    ),
    rule("long ago", "aλ", r"(?:aλσ|λ)g", _long_ago, "They met [a long time ago] ."),
    rule("some ago", "UHG", r"(?P<unit>[UHG])g", _many_ago, "They met [weeks ago] ."),
    rule("some later", "H", r"(?P<unit>H)l", _many_ago, "They left [hours later] ."),
    rule("from now on", "UHG", r"(?P<unit>[UHG])Fr", _many_ago, "They will leave [years from now] ."),
    rule("the other day", "t", r"t[?](?P<unit>U)", _other_day, "They left [the other day] ."),
    rule("ahead", "t", r"t(?P<unit>[UG])χ", _unknown_many, "They will meet in [the weeks ahead] ."),
    rule("the past one", "tLXZ", r"[tZ]?(?P<lead>[LX])(?P<unit>[UG])", _past_one, "It grew over [the past year] ."),
    rule("whole unit", "t", rf"{_SPAN_OF}t(?P<unit>U)(?!f)", _whole, "It ends at [the end of the year] ."),
    rule("end of a unit", "ω", r"(?P<unit>ω)", _unit_end, "It ends by [year-end] ."),
    rule("a unit's end", "tU", r"t?(?P<unit>U)'N(?!f)", _unit_end, "It ends by [the year's end] ."),
)
