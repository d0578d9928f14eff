"""Who signs a reader's post, and when, in one line: "Ana Ruiz says:", "von Ana am 5. Mai 2019 um 12:13 Uhr".

In: a line of a comment section. Out: a `Signature`, where the line is one: the place of the name in the line, and the
words that tell the day. A line that says more than name, day and clock is none: it is what somebody wrote.
"""

import re
from typing import NamedTuple

from throughline.dates.written import read_day
from throughline.extract.comments import ages, posts

_LONGEST = 120  # characters of a line that can be a signature
_MOST_NAME = 50  # characters of a name; screen names are shorter
_MOST_NAME_WORDS = 6
_MOST_NAME_BEHIND = 2
_MOST_REST_WORDS = 4  # behind the day: "| Permalink", "zu", "Reply to this"
_GAP = r"[\s,.|·•–—-]{0,4}"
_MONTH = r"[^\W\d_]{3,12}\.?"
_DATES = (
    r"(?<![\d/])(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}"
    r"|(?<!\d)\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d\d)\b"
    rf"|(?<!\d)\d{{1,2}}(?:\.|st|nd|rd|th|er|º|ª)?\s(?:(?:de|of)\s)?{_MONTH},?\s(?:del?\s)?(?:(?:19|20)\d\d|'?\d\d(?![:.\d]))"
    rf"|\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d\b"
)
_CLOCK = (
    r"\d{1,2}(?:[:.]\d\d(?::\d\d(?:\.\d{1,9}Z?)?)?(?!\.?\d)|\s?h\s?\d\d(?:\s?min)?)(?:\s?[ap]\.?m\.?)?"
    r"(?:\s?(?:Uhr|hrs?|(?-i:[A-Z]{2,4})\b))?"
)
_AT = r"(?:um|at|à|alle|om|kl\.?|a las|às|o godz\.?|o|ob|в|@|T)"
_STAMP = re.compile(
    rf"(?:{_CLOCK}(?:\s(?:on|am|le|el|il))?{_GAP})?(?P<day>{_DATES})(?:{_GAP}(?:{_AT}\s?)?{_CLOCK})?", re.IGNORECASE
)
_LEAD = re.compile(
    r"(?:(?:kommentare?|comments?|commentaires?|comentarios?|commenti|commento|antwort|geschrieben|verfasst|posted|written|submitted|"
    r"publié|rédigé|escrito|enviado|publicado|scritto|geplaatst|reply|added)\s(?:#?\d+\s)?)?"
    r"(?:von|by|par|por|di|da|door|av|af|od|from)\s?:?\s+",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:#|no\.?|nr\.?)?\s?\d{1,4}[.):]?\s+", re.IGNORECASE)  # "12. Ana Ruiz"
_TRAIL = re.compile(
    rf"(?:{posts.SAYS}|[\s,:|·•–—(@-]+|\s\([^()]{{0,40}}\)?"
    r"|(?:^|\s)(?:on|am|vom|den|le|el|il|op|dnia|the|at|um|zu|в|posted|wrote|said|says|sagt|schrieb|schreibt|meinte?))$",
    re.IGNORECASE,
)
_MOST_TRAILS = 5  # such words behind one name: "wrote on the"
# Weekdays before a day are no names. Short ones that are names as well ("Sam", "Mar") carry a mark when they are days.
_WEEKDAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo. di. mi. do. fr. sa. so. mo, di, mi, do,
    fr, sa, so, lundi mardi mercredi jeudi vendredi samedi dimanche lun. mar. mer. jeu. ven. sam. dim.
    lunes martes miércoles jueves viernes sábado domingo lun, mar, mié, jue, vie, sáb, dom,
    lunedì martedì mercoledì giovedì venerdì sabato domenica lun mer gio ven sab dom
    segunda-feira terça-feira quarta-feira quinta-feira sexta-feira
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag mandag tirsdag onsdag torsdag fredag lørdag søndag
    måndag tisdag lördag söndag poniedziałek wtorek środa czwartek piątek sobota niedziela
    pondělí úterý středa čtvrtek pátek neděle понедельник вторник среда четверг пятница суббота воскресенье""".split()
)
# A day without its year, which only the clock beside it shows to be one: "Jun 20th at 2:41 am", "12/02 à 11:30".
_YEARLESS = re.compile(
    rf"(?P<day>(?<!\d)(?:\d{{1,2}}[./]\d{{1,2}}\.?|\d{{1,2}}\.?\s{_MONTH}|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?))"
    rf"[\s,.|·•–—-]{{1,4}}(?:{_AT}\s?)?{_CLOCK}",
    re.IGNORECASE,
)
_LEAP_YEAR = 2000  # a year that has every day
_TO_WORDS = re.compile(r"[\s,.|·•):–—-]*(?:(?:reply|antworten|répondre|responder|rispondi)\b[\s:]*)?", re.IGNORECASE)
_BARE_CLOCK = re.compile(rf"(?:{_AT}\s?)?{_CLOCK}", re.IGNORECASE)
_SAYS = re.compile(posts.SAYS, re.IGNORECASE)
_ENDS = ".!?…"


class Signature(NamedTuple):
    """Place of the name in the line (None where it names nobody), and the words that tell the day ("" for none).

    `is_exact`: whether the clock stands beside the day, or an age in its place.
    """

    name: tuple[int, int] | None
    day: str = ""
    is_exact: bool = False


def read(line: str) -> Signature | None:
    """Read a line that is a signature; None where it is something else."""
    if len(line) > _LONGEST:
        return None
    stamp = _stamp(line)
    says = _SAYS.search(line) if line.rstrip().endswith(":") else None
    if says and says.start() == 0 and says.end() == len(line):
        return Signature(None, is_exact=True)  # the name stands in the line above
    if says and says.end() >= len(line.rstrip()):
        end = min(says.start(), stamp[0]) if stamp else says.start()
        name = name_in(line, 0, end)
        is_name = name is not None and _looks_named(line[name[0] : name[1]])
        return Signature(name, stamp[2] if stamp else "", is_exact=True) if is_name else None
    return _signed(line, *stamp) if stamp else None


def leading(line: str) -> tuple[Signature, int] | None:
    """Read a line that a signature with day and clock opens, and find where what was written begins in it."""
    match = _STAMP.search(line, 0, _LONGEST)
    if match is None or not _has_clock(match) or not read_day(match["day"]):
        return None
    limit = _before_weekday(line, match.start())
    name = name_in(line, 0, limit)
    if name is None and _trimmed(line, 0, limit).strip(_MARKS):
        return None
    if name and not _looks_named(line[name[0] : name[1]]):
        return None
    rest = _TO_WORDS.match(line, match.end())
    return Signature(name, match["day"], is_exact=True), rest.end() if rest else match.end()


def _has_clock(stamp: re.Match[str]) -> bool:
    return _DIGIT.search(stamp.group().replace(stamp["day"], "", 1)) is not None


def is_clock(line: str) -> bool:
    """Tell the clock that was cut off its day: "12:44", "um 12:44 Uhr"."""
    return _BARE_CLOCK.fullmatch(line) is not None


def _stamp(line: str) -> tuple[int, int, str] | None:
    """Find the day or the age in a line: its place, and the words."""
    has_digits = _DIGIT.search(line) is not None
    match = _STAMP.search(line) if has_digits else None
    if match and read_day(match["day"]):
        return match.start(), match.end(), match["day"]
    age = ages.find(line)
    if age:
        return age.start(), age.end(), age.group()
    match = _YEARLESS.search(line) if has_digits else None
    if match and read_day(_with_year(match["day"])):
        return match.start(), match.end(), ""
    return None


def _with_year(day: str) -> str:
    """Complete a day without its year: "12/02" to "12/02/2000", "Jun 20th" to "Jun 20th 2000"."""
    mark = "/" if "/" in day else "." if day.replace(".", "").isdigit() else " "
    return f"{day.rstrip('.')}{mark}{_LEAP_YEAR}"


def _signed(line: str, start: int, end: int, day: str) -> Signature | None:
    """Read a line with a day in it: a name may stand before the day, or behind it."""
    rest = line[end:].strip(_MARKS)
    is_sentence = bool(rest) and line.rstrip()[-1] in _ENDS
    if is_sentence or _YEAR.search(rest) or len(rest.split()) > _MOST_REST_WORDS:
        return None
    limit = _before_weekday(line, start)
    name = name_in(line, 0, limit)
    if name is None:
        if len(_trimmed(line, 0, limit).strip(_MARKS)) > 0:
            return None  # there are words, and they are no name
        name = _behind(line, end)
    has_clock = any(char.isdigit() for char in line[start:end].replace(day, "", 1))
    is_name = has_clock or name is None or _looks_named(line[name[0] : name[1]])
    return Signature(name, day, is_exact=has_clock or ages.find(day) is not None) if is_name else None


def _behind(line: str, end: int) -> tuple[int, int] | None:
    """Find the name behind a day: "von Ana Ruiz", or one or two words that are no link to answer."""
    lead = _LEAD.search(line, end)
    if lead:
        return name_in(line, lead.start(), len(line))
    words = line[end:].strip(_MARKS).split()
    if (
        not 1 <= len(words) <= _MOST_NAME_BEHIND
        or ":" in line[end:]
        or any(posts.is_sign(word) for word in (*words, " ".join(words)))
    ):
        return None
    return name_in(line, end, len(line))


def _before_weekday(line: str, start: int) -> int:
    """Where a line ends before the weekday that leads to its day."""
    words = line[:start].rstrip(" (|·•–—-")
    last = words.split()[-1:]
    token = last[0].casefold() if last else ""
    forms = (token, token.rstrip(","), token.rstrip(",."), f"{token}," if words[: -len(token)].endswith(", ") else "")
    return len(words) - len(last[0]) if not _WEEKDAYS.isdisjoint(forms) else start


def _looks_named(words: str) -> bool:
    """Tell whether words are written as names are: one word or two, or each with a capital; and no pronoun."""
    parts = words.split()
    if len(parts) <= _SCREEN_NAME:
        return words.casefold() not in _PRONOUNS
    return all(not part[0].islower() or part in _PARTICLES for part in parts)


_SCREEN_NAME = 2  # words of a name in small letters ("angry reader")
_PRONOUNS = frozenset(
    """he she they it i we you who er sie es ich wir ihr man il elle on ils elles él ella ellos lui lei loro
    hij zij""".split()
)
_YEAR = re.compile(r"\d{4}")
_DIGIT = re.compile(r"\d")
_PARTICLES = frozenset("von van de der den del della di da dos du la le el al bin ibn".split())
_MARKS = " \t,.|·•–—-()[]:#"


def name_in(line: str, start: int, end: int) -> tuple[int, int] | None:
    """Find the name in a stretch of a line: without the words that introduce it ("by"), and those that follow."""
    while start < end and line[start] in " \t,|·•–—-([#@*>»":
        start += 1
    number = _NUMBER.match(line, start, end)
    start = number.end() if number else start
    lead = _LEAD.match(line, start, end)
    start = lead.end() if lead else start
    name = _trimmed(line, start, end).partition(" | ")[0]
    end = start + len(name)
    if not name or len(name) > _MOST_NAME or len(name.split()) > _MOST_NAME_WORDS or name[-1] in "!?…" or "//" in name:
        return None
    return (start, end) if any(char.isalpha() for char in name) else None


def _trimmed(line: str, start: int, end: int) -> str:
    """Cut off what leads from a name to its day: "wrote on"."""
    words = line[start:end]
    for _ in range(_MOST_TRAILS):
        trail = _TRAIL.search(words)
        if trail is None:
            break
        words = words[: trail.start()]
    return words
