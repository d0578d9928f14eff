"""How long ago a post says it was written: "2 hours ago", "vor 3 Tagen", "il y a un mois", "3h".

In: the words of a line. Out: where such an age stands, and the days it can mean, counted from a day of capture. Who
says "3 days" has rounded, so an age is the stretch of days that round to it or are cut down to it.
"""

import re
from datetime import date, timedelta

from throughline.model import Grain, When

# The units by which comment systems count, with the beginnings of their names: most of the languages inflect them.
_UNITS: tuple[tuple[float, str], ...] = (
    (1 / 86_400, r"sec\w*|sek\w*|segundo\w*|секунд\w*|ثانية|秒"),
    (1 / 1_440, r"min\w*|perc\w*|минут\w*|dakika|分"),
    (1 / 24, r"hours?|hrs?|stunden?|std|heures?|horas?|or[ae]|uur|uren|godzin\w*|timm\w*|timer?|час\w*|saat|hodin\w*"),
    (1, r"days?|tag(?:en?)?|jours?|d[ií]as?|giorn[oi]|dag(?:en|ar|e)?|dni|dzień|dn[ía]|дн\w*|день|gün"),
    (7, r"weeks?|wks?|wochen?|semaines?|semanas?|settiman[ae]|weken|tygodni\w*|tydzień|veck\w*|uker?|недел\w*|hafta"),
    (30.4, r"months?|monat(?:en?)?|mois|mes(?:es)?|m[eê]s|mes[ei]|maand(?:en)?|miesi\w*|månad\w*|måned\w*|месяц\w*|ay"),
    (365.25, r"years?|yrs?|jahr(?:en?)?|ann?(?:s|ées?)?|años?|anos?|ann[oi]|jaar|rok\w*|lata?|år|год\w*|лет|yıl"),
)
_UNIT = "|".join(f"(?P<u{index}>{names})" for index, (_, names) in enumerate(_UNITS))
_COUNT = r"(?P<count>\d{1,3}|an?|one|ein(?:e[rmn]?)?|une?|un[ao]?|uma?|een|en|ett?)"
_AGE = re.compile(
    rf"\b(?:{_COUNT}\s?(?:{_UNIT})\.?,?\s(?:ago|fa|geleden|temu|назад|önce|atrás|zpět|siden)\b"
    rf"|(?:vor|il y a|hace|há|för|před)\s(?:(?:etwa|ca\.|über|environ|unos|cerca de)\s)?"
    rf"{_COUNT.replace('<count>', '<number>')}\s(?:{re.sub(r'<u', '<v', _UNIT)})\b(?:\ssedan)?)",
    re.IGNORECASE,
)
_MARKERS = frozenset("ago fa geleden temu назад önce atrás zpět siden vor il hace há för před".split())
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = re.compile(
    r"(?P<count>\d{1,3})\s?(?:(?P<u1>m|min)|(?P<u2>h|std)|(?P<u3>d|t)|(?P<u4>w)|(?P<u5>mo)|(?P<u6>y))\.?"
)
_LONGEST_SHORT = 10  # characters of "12 min."
_LONGEST = 200  # characters of a line that are looked at
_HALF = 0.5  # of a unit, by which an age that was rounded up exceeds the truth


def find(words: str) -> re.Match[str] | None:
    """Find an age in a line; short forms ("3h") count where they are the whole line."""
    words = words[:_LONGEST]
    if _MARKERS.isdisjoint(_WORD.findall(words.casefold())):
        return _SHORT.fullmatch(words.strip()) if len(words) <= _LONGEST_SHORT else None
    return _AGE.search(words)


def when(age: re.Match[str], captured: date) -> When:
    """The days that an age can mean on a page that was captured on a day."""
    groups = age.groupdict()
    unit = next(int(name[1]) for name, held in groups.items() if held and name[0] in "uv")
    said = groups.get("count") or groups.get("number") or ""
    count = int(said) if said.isdigit() else 1
    days = _UNITS[unit][0]
    last = captured - timedelta(days=max(0, int((count - _HALF) * days)))
    first = captured - timedelta(days=-int(-(count + 1) * days // 1))
    grain = Grain.DAY if first == last else Grain.INTERVAL
    return When(first, last, grain, " ".join(age.group().split()), "age", approximate=True)
