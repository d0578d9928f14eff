"""Rules for what repeats: "every two weeks", "twice a year", "Mondays", "annual". The value is one of the repeats."""

from throughline.dates.phrases.reading import DAY_PARTS, Hit, Meaning, Rule, length_of, rule
from throughline.dates.words import WEEKDAYS
from throughline.text.numbers import read_ordinal

_KINDS = frozenset(
    "everyday quarterly annual yearly semiannual semi-annual biannual".split()
)  # of figures: "quarterly results"
_OFTEN = {
    "daily": "P1D", "nightly": "P1D", "everyday": "P1D", "weekly": "P1W", "biweekly": "P2W", "bi-weekly": "P2W",
    "fortnightly": "P2W", "monthly": "P1M", "bimonthly": "P2M", "bi-monthly": "P2M", "quarterly": "P1Q",
    "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y", "biannual": "P6M", "biannually": "P6M",
    "semiannual": "P6M", "semiannually": "P6M", "semi-annual": "P6M", "semi-annually": "P6M", "biennial": "P2Y",
    "hourly": "PT1H",
}  # fmt: skip


def _is_adjective(hit: Hit) -> bool:
    after = hit.tokens[hit.match.end()] if hit.match.end() < len(hit.tokens) else None
    return after is not None and after.text[0].isalpha() and hit.match.string[hit.match.end()] == "_"


def _often(hit: Hit) -> Meaning | None:
    if hit.token("often").text[0].isupper() and hit.match.start() > 0:
        return None  # a newspaper's name
    if hit.word("often") in _KINDS and _is_adjective(hit):
        return None
    return Meaning("SET", _OFTEN[hit.word("often")])


def _every(hit: Hit) -> Meaning | None:
    if hit.has("weekday"):
        number = WEEKDAYS.get(hit.word("weekday").removesuffix("s"), 0)
        part = DAY_PARTS.get(hit.word("part").removesuffix("s")) if hit.has("part") else None
        return Meaning("SET", f"XXXX-WXX-{number + 1}" + (f"T{part}" if part else ""))
    if hit.has("part"):
        part = DAY_PARTS.get(hit.word("part").removesuffix("s"))
        return Meaning("SET", f"XXXX-XX-XXT{part}") if part else None
    count = 2.0 if hit.has("other") else float(_ordinal(hit)) if hit.has("ordinal") else hit.amount("count")
    return Meaning("SET", length_of(count, hit.word("unit")))


def _ordinal(hit: Hit) -> int:
    found = read_ordinal(hit.tokens, hit.match.start("ordinal"))
    return found[0] if found else 1


def _so_often(hit: Hit) -> Meaning | None:
    """Read "twice a week", "three times a year"."""
    return Meaning("SET", length_of(1, hit.word("unit")))


def _mornings(hit: Hit) -> Meaning | None:
    """Read "Friday mornings"."""
    word = hit.word("part")
    number, part = WEEKDAYS.get(hit.word("weekday")), DAY_PARTS.get(word.removesuffix("s"))
    return (
        Meaning("SET", f"XXXX-WXX-{number + 1}T{part}") if word.endswith("s") and part and number is not None else None
    )


def _every_month(hit: Hit) -> Meaning | None:
    """Read "the 19th of every month"."""
    number = read_ordinal(hit.tokens, hit.match.start("day"))
    if number is None or hit.word("unit") != "month" or not 1 <= number[0] <= 31:
        return None
    return Meaning("SET", f"XXXX-XX-{number[0]:02}")


def _all(hit: Hit) -> Meaning | None:
    """Read "all weekends"."""
    unit = hit.word("unit")
    return Meaning("SET", length_of(1, unit)) if unit.endswith("s") else None


RULES: tuple[Rule, ...] = (
    rule("often", "Q", r"(?P<often>Q)", _often, "They meet [annually] ."),
    rule(
        "set",
        "q",
        r"q(?:(?P<count>[nd])|(?P<ordinal>o)|(?P<other>[?]))?(?:(?P<unit>[UGHw=])|(?P<weekday>W)(?P<part>P)?)",
        _every,
        "They meet [every two weeks] .",
    ),
    rule("every part", "q", r"q(?P<part>P)", _every, "They meet [every evening] ."),
    rule("so often", "$nd", r"(?:[$]|[nd][*])(?:a|q)(?P<unit>U)", _so_often, "They meet [twice a year] ."),
    rule("mornings", "W", r"(?P<weekday>W)(?P<part>P)", _mornings, "They meet on [Friday mornings] ."),
    rule(
        "day of every month",
        "to",
        r"t?(?P<day>o)fq(?P<unit>U)",
        _every_month,
        "It is paid on [the 19th of every month] .",
    ),
    rule("all of them", "%", r"%(?P<unit>w)", _all, "They work [all weekends] ."),
)
