"""Records in words for people: what a listing, a page in the browser, a report and a chat all say the same way.

In: parts of records. Out: text on one line, for whatever surface; nothing in it can steer a terminal. Invariant: the
same record is worded alike wherever it is shown.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from throughline.export.values import number, tame
from throughline.ledger.rows import Head
from throughline.ledger.rulings import ACCEPT, DATE, NOT_SAME, NOTE, REJECT, SAME, SPEAKER
from throughline.model import (
    ActorRole,
    Amount,
    Mode,
    Point,
    Ruling,
    Saying,
    Side,
    Standing,
    State,
    Statement,
    Status,
    Turn,
    When,
)

ROLES = 6  # of one actor that are told at once; `why` lists all
_DIGITS = 8  # 32 bits: in a story of 10,000 happenings the chance that any two look alike is about 1 in 100
_SENTENCE = 400  # characters of a sentence that are shown; `why` shows all of it
_MARKS = '"“”„«»'
_QUIET = timedelta(days=14)  # after so long without a report, a state of play says so first
_DIFFER = {
    "figure": "They differ about a figure",
    "date": "They differ about a date",
    "status": "They differ about what happened",
    "stance": "They differ about what is wanted",
}
_RULED = {
    DATE: "published {}",
    SAME: "these are one",
    NOT_SAME: "these are two",
    REJECT: "wrong, and left out of the record",
    ACCEPT: "right as it stands",
    SPEAKER: "somebody else said it",
    NOTE: "note: “{}”",
}
_ACCEPTED = {"article": "its day is left open", "problem": "looked after"}
_WHOSE = {
    Mode.DIRECT: "in the speaker’s words",
    Mode.INDIRECT: "in the page’s words",
    Mode.MIXED: "in the page’s words and the speaker’s",
}
_PUBLISHED, _WEEKDAY = "published", "weekday"  # rules of days: the page's own; the name of a weekday
# Parts of a year by their EDTF numbers.
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_QUARTERS = {"33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4"}


def short(record: str) -> str:
    """An id cut to what a person can paste; `why` takes any unique beginning."""
    kind, hyphen, digits = record.rpartition("-")
    return kind + hyphen + digits[:_DIGITS]


def called(head: Head) -> str:
    """What to call an article's source: its outlet, else its title, else the file."""
    if head.outlet or head.title:
        return tame(head.outlet or f"“{head.title}”")
    file, mark, record = head.source.partition("#")  # a record of a file is known by both: "1786" alone tells nothing
    return tame(file.rpartition("/")[2] + mark + record)


def sentence(words: str) -> str:
    """Words on one line as a sentence begins; what follows its first letter stays.

    >>> sentence("a senior official said so")
    'A senior official said so'
    """
    words = tame(words)
    return words[:1].upper() + words[1:]


def count(number_of: int, noun: str) -> str:
    """A number and its noun."""
    return f"{number_of:,} {noun}{'' if number_of == 1 else 's'}"


def quoted(words: str) -> str:
    """Words of an article in quotation marks, on one line; as they stand where they have such marks themselves.

    A sentence out of the middle of a quotation has a mark that opens and none that closes: that mark is left out.

    >>> quoted('"There are no talks. ')
    '“There are no talks.”'
    >>> quoted('"We came," she said.')
    '"We came," she said.'
    """
    words = tame(words).strip()
    if len(words) > _SENTENCE:
        words = words[:_SENTENCE].rsplit(" ", 1)[0] + " …"
    marks = sum(map(words.count, _MARKS))
    if marks % 2 and (words[0] in _MARKS or words[-1] in _MARKS):
        words = words[1:] if words[0] in _MARKS else words[:-1]
        marks -= 1
    return words if marks and not marks % 2 else f"“{words}”"


def days(when: When | None) -> str:
    """Days for a person: EDTF with a readable interval, "undated" where nobody knows.

    >>> days(None)
    'undated'
    """
    if when is None or (when.first is None and when.last is None):
        return "undated"
    first, slash, last = when.edtf.replace("~", "").partition("/")
    about = "about " * when.approximate
    if not slash:
        return about + _named(first)
    return about + (f"until {last}" if first == ".." else f"from {first}" if last == ".." else f"{first} to {last}")


def is_one_of(when: When | None) -> bool:
    """Whether it is one day, and nobody knows which of these: that of a report, or "Friday" told by an undated one.

    Of a weekday that may be of several weeks both ends are that weekday; "Monday to Friday" has two.
    """
    if when is None or when.first is None or when.last is None or when.first == when.last:
        return False
    return when.rule == _PUBLISHED or (when.rule == _WEEKDAY and when.first.weekday() == when.last.weekday())


def dated(when: When | None) -> str:
    """The days of something that was on one of them, or on all.

    >>> from throughline.model import Grain
    >>> dated(When(date(2011, 12, 2), date(2011, 12, 4), Grain.INTERVAL, rule="published"))
    'one day of 2011-12-02 to 2011-12-04'
    """
    return f"one day of {days(when)}" if is_one_of(when) else days(when)


def _named(edtf: str) -> str:
    """A part of a year by its name, a decade as people write it; anything else as it is."""
    year, _, part = edtf.partition("-")
    if part in _SEASONS:
        return f"{_SEASONS[part]} {year}{f'/{(int(year) + 1) % 100:02}' * (part == '24')}"
    if part in _QUARTERS:
        return f"{_QUARTERS[part]} {year}"
    return f"{year[:3]}0s" if year.endswith("X") and year[2] != "X" else edtf


def due(when: When | None) -> str:
    """A deadline for a person: "due by 2012-12-31", "due 2012-12"; without a day, that it hangs on a condition."""
    if when is None:
        return "on a condition"
    return "due by " + days(when).removeprefix("until ") if when.first is None else f"due {days(when)}"


def known(day: date | None) -> str:
    """Since when something was known."""
    return f"known since {day.isoformat()}" if day else "day of publication unknown"


def published(when: When) -> str:
    """When a page was published: on which day, or that it was on one of several.

    >>> from throughline.model import Grain
    >>> published(When(date(2011, 12, 1), date(2011, 12, 31), Grain.MONTH))
    'published some day of 2011-12'
    """
    if when.first is None and when.last is None:
        return "day of publication unknown"
    words = days(when)
    if when.first == when.last:
        return f"published {words}"
    opening = "" if when.first is None or when.last is None else "from " if " to " in words else "of "
    return f"published some day {opening}{words}"


def told(outlets: Sequence[str], reports: int, origins: int) -> str:
    """Who told it, and from how many independent origins."""
    names = ", ".join(map(tame, outlets[:4])) + (f" and {len(outlets) - 4} more" if len(outlets) > 4 else "")
    numbers = f"{count(reports, 'report')}, {count(origins, 'independent origin')}"
    return f"{names}: {numbers}" if names else numbers


def past(history: Sequence[Turn]) -> list[Turn]:
    """The turns of a history but the last of its own, which gives the status."""
    own = [turn for turn in history if turn.happening is None]
    return [turn for turn in history if turn is not own[-1]] if own else list(history)


def turn(of: Turn, tense: str = "was") -> str:
    """An earlier status, or that of what it hangs on, and since when it was known; or the latest ("now")."""
    status, since = of.status.words, known(of.known)
    if of.since and of.known:
        since = f"known since some day from {of.since.isoformat()} to {of.known.isoformat()}"
    if of.happening is None:
        return f"{tense} {status} ({since})"
    return f"hangs on {f'{of.type} ' if of.type else ''}{status} ({since})"


def ruled(one: Ruling) -> str:
    """What a person decided, in words that follow those of what it is about."""
    kind = one.target.partition("-")[0]
    words = _ACCEPTED.get(kind) if one.verdict == ACCEPT else None
    return (words or _RULED.get(one.verdict, one.verdict)).replace("{}", tame(one.value))


def differ(about: str) -> str:
    """What the sides of a dispute differ about."""
    return _DIFFER.get(about, f"They differ about a {about}")


def stands(one: Standing) -> str:
    """What to say before a line of a state of play: when it is due or was told, that it is decided or denied."""
    happening, set_for = one.entry.happening, one.entry.due
    if one.is_decided:
        return "decided"
    if set_for is not None:
        return due(set_for)
    when = happening.when
    told_day = days(when) if when is not None and when.rule == "told" and when.last is not None else ""
    return f"{told_day} denied".strip() if happening.status is Status.DENIED else told_day


def quiet(found: State) -> str:
    """That no report is known of a long time before the day asked about; nothing where there are some."""
    last = found.news.last if found.news else None
    if not last or not found.as_of or found.as_of - last <= _QUIET:
        return ""
    return f"No report of the {length(found.as_of - last)} since is known: what follows is how things stood then."


def length(time: timedelta) -> str:
    """How long something took, in the largest part of the calendar of which it is two or more; "day" for none."""
    for size, name in ((365.25, "year"), (30.4, "month"), (1, "day")):
        number_of = int(time.days / size)
        if number_of >= 2 or (name == "day" and number_of):
            return f"{number_of} {name}s" if number_of > 1 else f"{number_of} {name}"
    return "day"


def manner(statement: Statement) -> str:
    """How something was said, and whose the words are: of indirect speech they are the page's, not the speaker's."""
    cue = f"{quoted(statement.cue.words)}, " if statement.cue else ""
    return f"{cue}{_WHOSE[statement.mode]}"


def speaker(saying: Saying) -> str:
    """Who said it, and through whom it came."""
    source = saying.statement.source
    name = saying.speaker.name if saying.speaker else tame(source.evidence.words) if source else "nobody named"
    chain = ", ".join(f"via {tame(relay.name)}" for relay in saying.statement.chain)
    return f"{name} ({chain})" if chain else name


def amount(point: Point | Amount) -> str:
    """How many, as exactly as the words say."""
    low, high = number(point.low), number(point.high)
    about = "about " if point.approximate else ""
    if low is not None and high is not None:
        return f"{about}{low:,}" if low == high else f"{about}{low:,} to {high:,}"
    if low is not None:
        return f"{about}{low:,} or more"
    return f"{about}{high:,} or fewer" if high is not None else "unknown"


def claim(side: Side) -> tuple[str, str]:
    """What a side of a dispute says, in short, and the sentence that says so: the same, where nothing is shorter."""
    point, sentence = sorted((tame(side.words), tame(side.evidence.words)), key=len)
    return point, sentence


def role(given: ActorRole) -> str:
    """A role, the days of the office where the table knows it, and on which days pages give it."""
    reported = " to ".join(dict.fromkeys(day.isoformat() for day in (given.first, given.last) if day))
    office = f"in office {given.since} to {given.until}" if given.until else f"in office since {given.since}"
    parts = (tame(given.words), office if given.since else "", f"reported {reported}" if reported else "")
    return ", ".join(part for part in parts if part)


def told_roles(roles: Sequence[ActorRole]) -> list[ActorRole]:
    """Roles to read: those of one office under its fullest name, and none that a fuller one says as well.

    So "NATO chief" goes with "NATO Secretary-General", and "Minister" with the "Defence Minister" of those days.
    """
    offices = {(one.since, one.until): one for one in sorted(roles, key=lambda one: len(one.words)) if one.since}
    told = []
    for one in roles:
        if not one.since:
            if not any(_says(fuller, one) for fuller in roles):
                told.append(one)
        elif offices[one.since, one.until] is one:
            days_of = [day for other in roles if other.since == one.since for day in (other.first, other.last) if day]
            told.append(replace(one, first=min(days_of), last=max(days_of)) if days_of else one)
    return told


def lasting(roles: Sequence[ActorRole]) -> list[ActorRole]:
    """Of many roles, those told best: of a known office, then given over a long time; in the order that they have."""
    best = sorted(roles, key=_lasts, reverse=True)[:ROLES]
    return [role for role in roles if role in best]


def _lasts(role: ActorRole) -> tuple[bool, timedelta]:
    return role.since is not None, role.last - role.first if role.first and role.last else timedelta()


def _says(fuller: ActorRole, role: ActorRole) -> bool:
    """Whether one role ends in the other, on all of the other's days."""
    if not tame(fuller.words).casefold().endswith(" " + tame(role.words).casefold()):
        return False
    if not (fuller.first and fuller.last and role.first and role.last):
        return True
    return fuller.first <= role.first and role.last <= fuller.last
