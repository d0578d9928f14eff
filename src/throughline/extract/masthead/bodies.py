"""Authors who are no people: a named body that the page itself gives as its author, "Harbour Works Team".

In: what the markup and the page's bylines give as author, the outlet's name and its host. Out: one body's name as it
is printed, or None. "Staff", a desk or a job says nothing about who wrote it, nor does the name of the newspaper or
station that the reader is reading, and agencies are origins: none of them is given.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from throughline.extract.masthead import names
from throughline.extract.masthead.people import credited, is_group
from throughline.tables import outlets
from throughline.text.fold import fold_name

_MOST_WORDS = 8
_LONGEST = 70  # characters
_SHORTEST = 3  # characters of a name that a site's name holds
_MOST_LINES = 4  # of what one element shows
_MARK = re.compile(r"\s[|•·–—-]\s")
# Words for those who write somewhere, and for what they do there: a name is what remains without them.
_GENERIC = frozenset(
    """no super uncategorized to
    letters letter a an the our your their this by of for and in at from staff staffs team teams crew
    desk newsdesk newsroom news editor editors editorial editorially writer writers author authors contributor
    contributors contributing contributed reporter reporters correspondent correspondents journalist journalists
    columnist blogger bloggers admin admins administrator administration webmaster web website site online digital
    content marketing communications comms pr media press office public relations social community user users member
    members guest guests post posts blog customer support service services success product sales research experts
    expert specialist clinician clinicians doctor director manager management president chief head officer founder
    ceo owner company group agency agencies sponsored partner partners advertorial special anonymous unknown none
    null default test demo home contact info various multiple senior junior assistant associate executive deputy
    managing chair board professional professor redaktion redakteur redakteurin redaktor redaktorin onlineredaktion
    autor autorin autoren gast gastautor gastautorin gastbeitrag verfasser pressestelle presse pressemitteilung
    verwaltung mitarbeiter von vom der die das und redaction auteur equipe la le les de du redaccion autores equipo
    el los redazione autore redactie redactor redaktionen redakcja toimitus""".split()
)
_NOISE = re.compile(  # of addresses, days, numbers and pictures; a comma stands before "Inc." alone
    r", (?!inc|llc|ltd|co|gmbh|ag|pc|plc)|https?:|www\.|@|[<>{}=#?!%…\n]|\.\.\."
    r"|\d{1,2}[./:]\d{1,2}|\b(?:19|20)\d\d\b|\d{5}|\.(?:jpe?g|png)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]{2}")


def find(declared: Iterable[str], lines: Iterable[str], outlet: str | None, host: str | None) -> str | None:
    """Choose the first body named: by a place for authors alone, then by a line, in words that a body's name has."""
    for name in _names(declared):
        if is_body(name, outlet, host):
            return name
    for name in _names(lines):
        if is_body(name, outlet, host) and (_is_capital(name) or _is_ours(_own(name), outlet, host)):
            return name
    return None


def _names(said: Iterable[str]) -> Iterator[str]:
    for line in chain.from_iterable(words.split("\n")[:_MOST_LINES] for words in said):
        yield credited(_MARK.split(line, maxsplit=1)[0]).removeprefix("the ")


def _is_capital(name: str) -> bool:
    """Tell a name with a word for a body in it, each of whose words is large: no heading, "Personal finance"."""
    return is_group(name) and all(w[0].isupper() or fold_name(w) in _GENERIC for w in name.split())


def is_body(name: str, outlet: str | None, host: str | None) -> bool:
    """Tell a body's name: more than words for a job, neither an agency's nor a news outlet's."""
    words = name.split()
    if not 1 <= len(words) <= _MOST_WORDS or len(name) > _LONGEST or _NOISE.search(name) or not _LETTERS.search(name):
        return False
    own = _own(name)
    is_ours = _is_ours(own, outlet, host)
    if not own or not (is_ours or own[0].isupper() or own[0].isdigit()):
        return False
    if is_ours and _is_news(outlet, host):
        return False
    return not any(_is_outlet(form) for form in (name, own))


def _own(name: str) -> str:
    """What of a name is no job or desk: "Camden" of "The Camden Editorial Team"."""
    return " ".join(word for word in name.split() if not _GENERIC.issuperset(fold_name(word).split()))


def _is_outlet(name: str) -> bool:
    known = outlets.by_name(fold_name(name)) or outlets.by_host(name.lower())
    return (known is not None and known.is_news) or names.AGENCY.fullmatch(name) is not None or names.is_outlet(name)


def _is_news(outlet: str | None, host: str | None) -> bool:
    """Tell whether the page stands in a newspaper, a magazine, or on a station's site."""
    known = outlets.by_host(host) or outlets.by_name(fold_name(outlet or ""))
    return (known is not None and known.is_news) or names.is_outlet(outlet or "")


def _is_ours(name: str, outlet: str | None, host: str | None) -> bool:
    """Tell the name of the page's own site, as it calls itself or as its address spells it."""
    ours, site = _run(name), _run(outlet or "")
    if len(ours) < _SHORTEST:
        return False
    return ours in site or (len(site) >= _SHORTEST and site in ours) or ours in _run(host or "")


def _run(name: str) -> str:
    return fold_name(name).replace(" ", "")
