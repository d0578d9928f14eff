"""Closed classes of the calendar: the names of months, weekdays and seasons. Data only.

Keys are folded: lower case, no accents, no full stop. English stands alone for running text; the others are read
only inside a whole date ("5. März 2018"), where a month's name cannot be another word.
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

# German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Danish and Norwegian, by month.
FOREIGN_MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "januar janner jan janvier janv enero ene gennaio gen janeiro januari stycznia styczen",
            "februar feb feber fevrier fevr fev febrero febbraio fevereiro februari lutego luty",
            "marz maerz mrz mars marzo marco mar maart mrt marca marzec marts",
            "april apr avril avr abril abr aprile kwietnia kwiecien",
            "mai mayo maggio mag maio mei maja maj",
            "juni jun juin junio giugno giu junho czerwca czerwiec",
            "juli jul juillet juil julio luglio lug julho lipca lipiec",
            "august aug aout agosto ago augustus augusti sierpnia sierpien",
            "september sep sept septembre septiembre setiembre settembre set setembro wrzesnia wrzesien",
            "oktober okt octobre oct octubre ottobre ott outubro out pazdziernika pazdziernik",
            "november nov novembre noviembre novembro listopada listopad",
            "dezember dez decembre dec diciembre dic dicembre dezembro december grudnia grudzien desember des",
        ),
        start=1,
    )
    for name in names.split()
}

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

# German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Danish and Norwegian.
FOREIGN_WEEKDAYS: frozenset[str] = frozenset(
    """montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi
    dimanche lunes martes miercoles jueves viernes sabado domingo lunedi martedi mercoledi giovedi venerdi sabato
    domenica segunda terca quarta quinta sexta maandag dinsdag woensdag donderdag vrijdag zaterdag zondag poniedzialek
    wtorek sroda czwartek piatek sobota niedziela mandag tisdag tirsdag onsdag torsdag fredag lordag sondag""".split()
)

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
