"""Who signs a reader's post, and when, in one line: "Ana Ruiz says:", "von Ana am 5. Mai 2019 um 12:13 Uhr".

In: a line of a comment section. Out: a `Signature`, where the line is one: the place of the name in the line, and the
words that tell the day. A line that says more than name, day and clock is none: it is what somebody wrote.
"""

import re
from typing import NamedTuple

from throughline.dates import read_day
from throughline.extract import ages, posts

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
    r"\d{1,2}(?:[:.]\d\d(?:[:.]\d\d)?|\s?h\s?\d\d(?:\s?min)?)(?:\.\d{3}Z?)?(?:\s?[ap]\.?m\.?)?"
    r"(?:\s?(?:Uhr|hrs?|(?-i:[A-Z]{2,4})\b))?"
)
_AT = r"(?:um|at|à|alle|om|kl\.?|a las|às|o godz\.?|o|ob|в|@|T)"
_STAMP = re.compile(
    rf"(?:{_CLOCK}(?:\s(?:on|am|le|el|il))?{_GAP})?(?P<day>{_DATES})(?:{_GAP}(?:{_AT}\s?)?{_CLOCK})?", re.IGNORECASE
)
_LEAD = re.compile(
    r"(?:(?:kommentar|comment|commentaire|comentario|commento|antwort|geschrieben|verfasst|posted|written|submitted|"
    r"publié|rédigé|escrito|enviado|publicado|scritto|geplaatst|reply|added)\s(?:#?\d+\s)?)?"
    r"(?:von|by|par|por|di|da|door|av|af|od|from)\s?:?\s+",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:#|no\.?|nr\.?)?\s?\d{1,4}[.):]?\s+", re.IGNORECASE)  # "12. Ana Ruiz"
_TRAIL = re.compile(
    rf"(?:{posts.SAYS}|[\s,:|·•–—(@-]+|\s\([^()]{{0,40}}\)?"
    r"|\s(?:on|am|vom|den|le|el|il|op|dnia|the|at|um|zu|в|posted|wrote|said|says|sagt|schrieb|schreibt|meinte?))$",
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
    rf"(?<!\d)(?:\d{{1,2}}[./]\d{{1,2}}\.?|\d{{1,2}}\.?\s{_MONTH}|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?)"
    rf"{_GAP}(?:{_AT}\s?)?{_CLOCK}",
    re.IGNORECASE,
)
_SAYS = re.compile(posts.SAYS, re.IGNORECASE)
_ENDS = ".!?…"


class Signature(NamedTuple):
    """Place of the name in the line (None where it names nobody), and the words that tell the day ("" for none)."""

    name: tuple[int, int] | None
    day: str


def read(line: str) -> Signature | None:
    """Read a line that is a signature; None where it is something else."""
    if len(line) > _LONGEST:
        return None
    says = _SAYS.search(line)
    if says and says.end() >= len(line.rstrip()):
        stamp = _stamp(line)
        end = min(says.start(), stamp[0]) if stamp else says.start()
        name = name_in(line, 0, end)
        return Signature(name, stamp[2] if stamp else "") if name else None
    stamp = _stamp(line)
    return _signed(line, *stamp) if stamp else None


def _stamp(line: str) -> tuple[int, int, str] | None:
    """Find the day or the age in a line: its place, and the words."""
    match = _STAMP.search(line)
    if match and read_day(match["day"]):
        return match.start(), match.end(), match["day"]
    age = ages.find(line)
    if age:
        return age.start(), age.end(), age.group()
    match = _YEARLESS.search(line)
    return (match.start(), match.end(), "") if match else None


def _signed(line: str, start: int, end: int, day: str) -> Signature | None:
    """Read a line with a day in it: a name may stand before the day, or behind it."""
    rest = line[end:].strip(_MARKS)
    is_sentence = bool(rest) and line.rstrip()[-1] in _ENDS
    if is_sentence or len(rest.split()) > _MOST_REST_WORDS:
        return None
    limit = _before_weekday(line, start)
    name = name_in(line, 0, limit)
    if name is None:
        if len(_trimmed(line, 0, limit).strip(_MARKS)) > 0:
            return None  # there are words, and they are no name
        name = _behind(line, end)
    has_clock = any(char.isdigit() for char in line[start:end].replace(day, "", 1))
    is_name = has_clock or name is None or _looks_named(line[name[0] : name[1]]) or ages.find(day) is not None
    return Signature(name, day) if is_name else None


def _behind(line: str, end: int) -> tuple[int, int] | None:
    """Find the name behind a day: "von Ana Ruiz", or one or two words that are no link to answer."""
    lead = _LEAD.search(line, end)
    if lead:
        return name_in(line, lead.start(), len(line))
    words = line[end:].strip(_MARKS).split()
    if not 1 <= len(words) <= _MOST_NAME_BEHIND or any(posts.is_sign(word) for word in (*words, " ".join(words))):
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
    """Tell whether words are written as names are: one word, or each with a capital."""
    parts = words.split()
    return len(parts) == 1 or all(not part[0].islower() or part in _PARTICLES for part in parts)


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
