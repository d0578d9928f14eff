"""Rules that hold in a history alone: there "summer" and "September" are the story's, whatever stands before them.

In news a bare season or month is as often a name or a habit ("the Spring Offensive", "in summer people leave"); a
history that has got to a year means that year's.
"""

from throughline.dates import days
from throughline.dates.nearest import near, years_around
from throughline.dates.phrases.reading import Hit, Meaning, Rule, dated, rule, value_of
from throughline.dates.rules.absolute import is_collapse, month_near
from throughline.dates.words import MONTHS, SEASON_VALUES, SEASONS

_OTHER_WORDS = frozenset("may march spring fall".split())  # a verb or a place as well: they need "the", "in" or "early"
_PLACES = frozenset("at by during from around throughout since until till of in for before after about to".split())


def _season(hit: Hit) -> Meaning | None:
    word = hit.word("season")
    is_clear = word not in _OTHER_WORDS or not hit.has("bare")
    if not hit.is_told or not is_clear or is_collapse(hit):
        return None
    if hit.now is None:
        return Meaning("DATE", f"XXXX-{SEASON_VALUES[SEASONS[word]]}")
    return dated(near(hit, (days.season(year, SEASONS[word]) for year in years_around(hit.now))))


def _month(hit: Hit) -> Meaning | None:
    word = hit.word("month")
    if not hit.is_told or word in _OTHER_WORDS:
        return None
    return dated(month_near(hit, MONTHS[word])) if hit.now else Meaning("DATE", f"XXXX-{MONTHS[word]:02}")


def _then(hit: Hit) -> Meaning | None:
    """Read "by this time", "during that period": the days that the story has reached."""
    first = hit.match.start()
    before = hit.tokens[first - 1].norm if first else ""
    if not hit.is_told or before not in _PLACES:
        return None
    when = hit.previous
    return Meaning("DATE", value_of(when) if when else "PRESENT_REF", when)


_HISTORY = "In 1934 they met . In 1935 they met . In 1936 they fought . In 1937 they lost . "
RULES: tuple[Rule, ...] = (
    rule(
        "season of a story",
        "tS",
        r"(?:t|(?<=[IVuse&B])|(?P<bare>))(?P<season>S)",
        _season,
        _HISTORY + "They hid until [summer] came .",
    ),
    rule("month of a story", "M", r"(?P<month>M)(?![do])", _month, _HISTORY + "[September] saw them return ."),
    rule("then", "tKZ", r"(?:tK|K|Z)[σπ]", _then, _HISTORY + "By [this time] they were few ."),
)
