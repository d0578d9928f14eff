"""Holidays by their names, and the rules for them: "Christmas", "last Easter", "Eid al-Fitr", "Labor Day weekend".

`FEASTS` is a closed class: feasts of the large religions, days kept in many countries, and those of English-speaking
ones, whose names are no other word. Each name has one day a year; "9/11" alone is the name of a day.
"""

from collections.abc import Sequence
from datetime import date

from throughline.dates import days
from throughline.dates.feasts import (
    Feast,
    chinese_new_year,
    diwali,
    easter,
    election_day,
    fixed,
    hebrew,
    islamic,
    nth,
    orthodox_easter,
)
from throughline.dates.nearest import near, years_around
from throughline.dates.phrases.reading import Hit, Meaning, Rule, dated, rule
from throughline.model import Token, When

_NINE_ELEVEN = days.day(date(2001, 9, 11))


def _nine_eleven(_: int) -> When | None:
    return _NINE_ELEVEN


_MON, _THU, _FRI, _SUN = 0, 3, 4, 6
FEASTS: dict[str, Feast] = {
    name.strip(): feast
    for names, feast in (
        ("new year's day, new years day, new year 's, new year", fixed(1, 1)),
        ("new year's eve, new years eve", fixed(12, 31)),
        ("feast of the epiphany, three kings day, twelfth night", fixed(1, 6)),
        ("orthodox christmas", fixed(1, 7)),
        ("groundhog day", fixed(2, 2)),
        ("candlemas", fixed(2, 2)),
        ("valentine's day, valentines day, st. valentine's day, saint valentine's day", fixed(2, 14)),
        ("st. patrick's day, st patrick's day, saint patrick's day, saint patrick", fixed(3, 17)),
        ("international women's day", fixed(3, 8)),
        ("april fools' day, april fool's day, april fools day, april fools, all fools' day", fixed(4, 1)),
        ("earth day", fixed(4, 22)),
        ("st. george's day", fixed(4, 23)),
        ("anzac day", fixed(4, 25)),
        ("may day, international workers' day, international workers day", fixed(5, 1)),
        ("cinco de mayo", fixed(5, 5)),
        ("v-e day, ve day", fixed(5, 8)),
        ("juneteenth", fixed(6, 19)),
        ("canada day", fixed(7, 1)),
        ("bastille day", fixed(7, 14)),
        ("v-j day, vj day", fixed(8, 15)),
        ("guy fawkes day, guy fawkes night, bonfire night", fixed(11, 5)),
        ("armistice day, remembrance day, veterans day, veterans' day, veteran's day", fixed(11, 11)),
        ("australia day", fixed(1, 26)),
        ("halloween, hallowe'en, all hallows' eve", fixed(10, 31)),
        ("all saints' day, all saints day", fixed(11, 1)),
        ("all souls' day, all souls day", fixed(11, 2)),
        ("christmas eve, xmas eve", fixed(12, 24)),
        ("christmas, christmas day, xmas, xmas day", fixed(12, 25)),
        ("boxing day, st. stephen's day", fixed(12, 26)),
        ("kwanzaa", fixed(12, 26, 7)),
        ("nowruz, norooz, norouz", fixed(3, 20, 2)),
        ("martin luther king day, martin luther king jr. day, mlk day", nth(3, _MON, 1)),
        ("presidents day, presidents' day, president's day, washington's birthday", nth(3, _MON, 2)),
        ("mother's day, mothers' day, mothers day", nth(2, _SUN, 5)),
        ("memorial day", nth(-1, _MON, 5)),
        ("father's day, fathers' day, fathers day", nth(3, _SUN, 6)),
        ("labor day", nth(1, _MON, 9)),
        ("columbus day, indigenous peoples' day, indigenous peoples day", nth(2, _MON, 10)),
        ("thanksgiving, thanksgiving day", nth(4, _THU, 11)),
        ("black friday", nth(4, _THU, 11, 1)),
        ("cyber monday", nth(4, _THU, 11, 4)),
        ("election day", election_day),
        ("mardi gras, shrove tuesday", easter(-47)),
        ("ash wednesday", easter(-46)),
        ("lent", easter(-46, 46)),
        ("palm sunday", easter(-7)),
        ("holy week", easter(-7, 7)),
        ("maundy thursday, holy thursday", easter(-3)),
        ("good friday", easter(-2)),
        ("holy saturday", easter(-1)),
        ("easter, easter sunday, easter day", easter()),
        ("easter monday", easter(1)),
        ("easter weekend", easter(-2, 4)),
        ("ascension day", easter(39)),
        ("pentecost, whit sunday, whitsun", easter(49)),
        ("whit monday, pentecost monday", easter(50)),
        ("corpus christi day, feast of corpus christi", easter(60)),
        ("orthodox easter", orthodox_easter),
        ("ramadan, ramazan", islamic(9, 1, 30)),
        ("eid al-fitr, eid al fitr, eid ul-fitr, eid-al-fitr, eid ul fitr, id al-fitr", islamic(10, 1)),
        ("eid al-adha, eid al adha, eid ul-adha, eid-al-adha, eid ul adha, id al-adha", islamic(12, 10)),
        ("islamic new year", islamic(1, 1)),
        ("ashura, ashoura, day of ashura", islamic(1, 10)),
        ("mawlid, mawlid al-nabi", islamic(3, 12)),
        ("rosh hashanah, rosh hashana, jewish new year", hebrew(0, 2)),
        ("yom kippur, day of atonement", hebrew(9)),
        ("sukkot, sukkoth", hebrew(14, 7)),
        ("simchat torah", hebrew(22)),
        ("hanukkah, chanukah, hannukah", hebrew(83, 8)),
        ("purim", hebrew(-193)),
        ("passover, pesach", hebrew(-163, 8)),
        ("shavuot, shavuoth", hebrew(-113, 2)),
        ("chinese new year, lunar new year, spring festival", chinese_new_year),
        ("diwali, deepavali", diwali),
        ("9/11", _nine_eleven),
    )
    for name in names.split(",")
}  # fmt: skip
# Names that are other words, or part of other names, unless capitalised.
_CAPITALISED = frozenset({"lent", "may day", "earth day", "holy week", "spring festival", "new year 's", "new year"})
_LONGEST_NAME = 6  # tokens


def _key(name: str) -> str:
    """A name as its tokens say it: "new year's eve" is "new year 's eve"."""
    return name.replace("'s", " 's").replace("s'", "s '").replace("  ", " ")


_BY_TOKENS: dict[str, Feast] = {_key(name): feast for name, feast in FEASTS.items()}
FIRST_WORDS: frozenset[str] = frozenset(name.split()[0] for name in _BY_TOKENS)


def holiday_at(tokens: Sequence[Token], index: int) -> int:
    """Return how many tokens from `index` are the name of a holiday: the longest name, or 0."""
    end = min(index + _LONGEST_NAME, len(tokens))
    for stop in range(end, index, -1):
        name = " ".join(token.norm for token in tokens[index:stop])
        if name in _BY_TOKENS:
            is_named = tokens[index].text[0].isupper() or name not in _CAPITALISED
            return stop - index if is_named else 0
    return 0


def _holiday(hit: Hit) -> Meaning | None:
    first, stop = hit.match.span("name")
    feast = _BY_TOKENS.get(" ".join(token.norm for token in hit.tokens[first:stop]))
    if feast is None:
        return None
    if feast is _nine_eleven:
        return dated(_NINE_ELEVEN)
    if hit.has("year") or hit.has("year2"):
        when = _in_year(feast, int(hit.word("year" if hit.has("year") else "year2")))
    else:
        when = _around(hit, feast) if hit.now else None
        if when is None:
            return Meaning("DATE", "XXXX")
    if when is not None and hit.has("weekend"):
        when = _weekend(when)
    return dated(when)


def _in_year(feast: Feast, year: int) -> When | None:
    try:
        return feast(year)
    except (ValueError, OverflowError):  # at the ends of the calendar
        return None


def _around(hit: Hit, feast: Feast) -> When | None:
    """Choose the year that the sentence means."""
    if hit.now is None:
        return None
    lead = hit.word("lead")
    spans = [when for year in years_around(hit.now) if (when := _in_year(feast, year))]
    if lead in {"this", "current"}:
        return next((s for s in spans if s.first and s.first.year == hit.now.year), None)
    if lead:
        ahead = lead in {"next", "coming", "upcoming", "following"}
        beside = [s for s in spans if s.first and s.last and (s.first > hit.now if ahead else s.last < hit.now)]
        return (beside[0] if ahead else beside[-1]) if beside else None
    return near(hit, spans)


def _weekend(when: When) -> When | None:
    """The days off around a feast: with a Monday, Thursday or Friday; else the Saturday and Sunday nearest."""
    if when.first is None:
        return None
    weekday = when.first.weekday()
    saturday = days.shift_days(when.first, (5 - weekday + 3) % 7 - 3)
    sunday = days.shift_days(saturday, 1)
    if weekday == _MON:
        return days.span(saturday, when.first)
    return days.span(when.first, sunday) if weekday in {_THU, _FRI} else days.span(saturday, sunday)


RULES: tuple[Rule, ...] = (
    rule(
        "holiday",
        "tLXZ!",
        r"t?(?P<lead>[LXZ])?(?P<name>!+)(?:[,fI]?(?P<year>Y))?(?P<weekend>w)?(?:(?<=w)f?(?P<year2>Y))?",
        _holiday,
        "They met on [Christmas Eve] .",
    ),
)
