"""How the press of a country writes a day in numbers: 05-03-2018 is the fifth of March, or May the third.

In: an ISO 3166-1 alpha-2 country code, or a host. Out: "dmy", "mdy", "ymd", or None where usage is mixed or nothing is
known. Compiled from general knowledge of national usage and of the Unicode CLDR's short date patterns; day-month-year
is what all others write.
"""

from typing import Final

_MDY: Final = frozenset("AS FM GU MH MP PH PR PW US VI".split())
_YMD: Final = frozenset("BT CN HU IR JP KP KR LT MN NP SE TW".split())
# Canada writes all three, by language and by paper; Belize, Liberia and Panama two; South Africa its standard
# (year first) and the older habit.
_MIXED: Final = frozenset("BZ CA LR PA ZA".split())
_CODES: Final = frozenset(
    """AD AE AF AG AI AL AM AO AR AS AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI
    CK CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL
    GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA
    LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO
    NP NR NZ OM PA PE PF PG PH PK PL PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SX
    SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WS XK YE YT ZA ZM ZW""".split()
)
# Country codes that the whole world registers names under: they tell nothing of who writes there.
_SOLD: Final = frozenset(
    "ag ai am as bz cc cd co fm gg im io je la li ly me mn ms mu nr nu pw sc sh so st tk to tv vc vg ws".split()
)
_OTHERWISE: Final = {"uk": "GB", "su": "RU", "gov": "US", "mil": "US", "edu": "US"}


def usual(country: str) -> str | None:
    """The order usual in a country (in capitals), None where it is mixed or the code is no country's."""
    if country in _MIXED or country not in _CODES:
        return None
    return "mdy" if country in _MDY else "ymd" if country in _YMD else "dmy"


def is_country(code: str) -> bool:
    """Tell whether a code, in capitals, is a country's or territory's."""
    return code in _CODES


def of_domain(host: str) -> str | None:
    """The order usual where a host is registered, by its last label: "news.example.de" is "dmy"."""
    label = host.rstrip(".").rpartition(".")[2].lower()
    return None if label in _SOLD else usual(_OTHERWISE.get(label, label.upper()))
