"""Rules for lengths of time, what repeats, and times of the clock: they have a value, and mostly no day."""

from throughline.dates import days
from throughline.dates.reading import Hit, Meaning, Rule, length_of, rule
from throughline.dates.words import UNITS, WEEKDAYS
from throughline.text.numbers import word_value

_SETS = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y",
    "annually": "P1Y", "annual": "P1Y", "hourly": "PT1H",
}  # fmt: skip
_CLOCK_UNITS = frozenset("hour minute second".split())
_LONGEST = 10_000  # units: what is longer is a figure of something else


def _duration(hit: Hit) -> Meaning | None:
    count = hit.amount("count")
    if count is not None and count > _LONGEST:
        return None
    return Meaning("DURATION", length_of(count, hit.word("unit")))


def _many(hit: Hit) -> Meaning | None:
    """Read "for years": a plural without a number."""
    return Meaning("DURATION", length_of(None, hit.word("unit"))) if hit.word("unit").endswith("s") else None


def _hyphened(hit: Hit) -> Meaning | None:
    """Read "three-year", "10-day", "year-long"."""
    count, _, unit = hit.word("whole").removesuffix("-long").partition("-")
    if not unit:
        return Meaning("DURATION", length_of(1, count.removesuffix("long")))
    if count.removesuffix("s") in UNITS:
        return Meaning("DURATION", length_of(1, count))
    value = word_value(count)
    if "and-a-half-" in unit:
        value, unit = (value + 0.5 if value is not None else None), unit.removeprefix("and-a-half-")
    return Meaning("DURATION", length_of(value, unit)) if unit in UNITS or unit in _CLOCK_UNITS else None


def _up_to_now(hit: Hit) -> Meaning | None:
    """Read "the last seven years", "the next two months": a length that ends or begins at the day of writing."""
    count, unit = hit.amount("count"), hit.word("unit")
    value = length_of(count, unit)
    grain = UNITS.get(unit)
    if hit.now is None or grain is None or count is None or count % 1 or count > _LONGEST:
        return Meaning("DURATION", value)
    if hit.match["lead"] == "L":
        when = days.span(days.step(hit.now, grain, -int(count)), hit.now)
    else:
        when = days.span(hit.now, days.step(hit.now, grain, int(count)))
    return Meaning("DURATION", value, when)


def _set(hit: Hit) -> Meaning | None:
    if hit.has("often"):
        if hit.token("often").text[0].isupper() and hit.match.start() > 0:
            return None  # a newspaper's name
        return Meaning("SET", _SETS[hit.word("often")])
    if hit.has("weekday"):
        number = WEEKDAYS.get(hit.word("weekday").removesuffix("s"), 0)
        return Meaning("SET", f"XXXX-WXX-{number + 1}")
    return Meaning("SET", length_of(hit.amount("count"), hit.word("unit")))


def _clock(hit: Hit) -> Meaning | None:
    """Read "10:30 a.m.", "5 p.m.", "09.28 BST"."""
    word = hit.word("clock")
    if ":" not in word and not hit.has("half") and not hit.has("zone") and not word.endswith("m"):
        return None  # "10.30" is as likely a price
    half = word[-2:] if word[-2:] in {"am", "pm"} else hit.word("half").replace(".", "")
    hour, _, minute = word.removesuffix("am").removesuffix("pm").replace(".", ":").partition(":")
    if not hour.isdecimal() or int(hour) > (12 if half else 24):
        return None
    hours = int(hour) % 12 + (12 if half == "pm" else 0) if half else int(hour)
    clock = f"T{hours:02}:{minute[:2] or '00'}"
    return Meaning("TIME", f"{hit.now.isoformat() if hit.now else 'XXXX-XX-XX'}{clock}")


_COUNT = r"(?P<count>[nd]{1,6}(?:&ah)?|ah|a|v|av|an{1,3}|ha|hn{1,3})"
RULES: tuple[Rule, ...] = (
    rule("duration", "ndavh", rf"{_COUNT}(?P<unit>[UGH])", _duration, "It took [two years] ."),
    rule("bare plural", "UH", r"(?<=[VI])(?P<unit>[UH])", _many, "It went on for [decades] ."),
    rule("hyphened", "J", r"(?P<whole>J)", _hyphened, "After a [three-year] war they met ."),
    rule(
        "up to now",
        "tLX",
        rf"t?(?P<lead>[LX]){_COUNT}(?P<unit>[UGH])",
        _up_to_now,
        "It grew over [the last seven years] .",
    ),
    rule(
        "set",
        "qQ",
        r"q(?P<count>[nd])?(?:(?P<unit>[UGH])|(?P<weekday>W))|(?P<often>Q)",
        _set,
        "They meet [every two weeks] .",
    ),
    rule("clock", "C", r"(?P<clock>C)(?P<half>m)?(?P<zone>z)?", _clock, "They met at [10:30 a.m. EST] ."),
    rule("hour", "d", r"(?P<clock>d)(?P<half>m)(?P<zone>z)?", _clock, "They met at [5 p.m.] ."),
)
