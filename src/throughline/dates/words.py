"""Closed classes of the calendar: the names of months, weekdays and seasons. Data only.

Keys are folded: lower case, no accents, no full stop. These are English, for running text; `foreign` has the names
of other languages.
"""

from throughline.model import Grain

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sep sept", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}

SEASONS: dict[str, int] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

SEASON_VALUES: dict[int, str] = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}  # of TIMEX3

ERAS: frozenset[str] = frozenset("bc b.c. b.c bce b.c.e. ad a.d. a.d ce c.e.".split())

UNITS: dict[str, Grain] = {
    name: grain
    for names, grain in (
        ("day days", Grain.DAY),
        ("week weeks", Grain.WEEK),
        ("month months", Grain.MONTH),
        ("quarter quarters", Grain.QUARTER),
        ("year years", Grain.YEAR),
        ("decade decades", Grain.DECADE),
        ("century centuries", Grain.CENTURY),
    )
    for name in names.split()
}
