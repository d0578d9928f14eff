"""Titles, outlets and people as markup and mastheads write them, made plain.

In: strings as found. Out: the title without the site's name, authors as people's names, an outlet's readable name.
"""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from throughline.text.fold import fold_name

_PARTS = re.compile(r"\s+(?:[|–—»·•]|::?|-{1,2}|//)\s+|\s+[|»]\s*")
_SHARED = 0.5  # share of the shorter one's words that heading and declared title must have in common
_SHORTEST_SHARE = 0.35  # a heading that makes up less of the declared title is a kicker or the site's name
_MOST_SITE_WORDS = 5
# The news agencies that other outlets credit by name; a closed set in practice.
AGENCY = re.compile(
    r"\b(?:Associated Press|AP|AFP|Agence France-Presse|Reuters|Thomson Reuters|UPI|dpa|DPA|EFE|ANSA|Xinhua|TASS"
    r"|Interfax|Bloomberg|Sputnik|Anadolu(?: Agency)?|PTI|IANS|ANI|Kyodo(?: News)?|Yonhap|PA Media|Press Association"
    r"|AAP|APA|SDA|Belga|ANP)\b"
)
_ADDRESS_NOISE = frozenset("www www2 m mobile amp edition news en de blog blogs web online".split())
_SECOND_LEVEL = frozenset("co com org net gov ac edu gob gouv or ne".split())


def title(declared: Sequence[str], headings: Sequence[str], outlet: str | None) -> str | None:
    """Choose the article's title: the heading on the page that the markup's title holds, else that title made bare."""
    for words in declared:
        for heading in headings:
            if _says_the_same(fold_name(heading), fold_name(words)) and not _is_name(fold_name(heading), outlet):
                return heading
    for words in declared:
        bare = without_site(words, outlet)
        if bare and not _is_name(fold_name(bare), outlet):
            return bare
    return next((heading for heading in headings if not _is_name(fold_name(heading), outlet)), None)


def _says_the_same(heading: str, declared: str) -> bool:
    if not heading or len(heading) < _SHORTEST_SHARE * len(declared):
        return False
    ours, theirs = set(heading.split()), set(declared.split())
    return heading in declared or len(ours & theirs) >= max(2, _SHARED * min(len(ours), len(theirs)))


def _is_name(folded: str, outlet: str | None) -> bool:
    return outlet is not None and folded == fold_name(outlet)


def without_site(words: str, outlet: str | None) -> str:
    """Take the site's name off a title: "Talks resume | The Harbour Post" is "Talks resume"."""
    parts = [part for part in _PARTS.split(words) if part]
    if len(parts) < 2:
        return words.strip()
    name = _run_together(outlet or "")
    for drop in (-1, 0):
        part = _run_together(parts[drop])
        if name and (part in name or name in part):
            cut = words.rfind(parts[-1]) if drop else words.find(parts[1])
            kept = words[:cut] if drop else words[cut:]
            return kept.strip(" |–—»·•:-/")
    last = words.rfind(parts[-1])
    if any(mark in words[max(0, last - 4) : last] for mark in "|»") and len(parts[-1].split()) <= _MOST_SITE_WORDS:
        return words[:last].strip(" |–—»·•:-/")
    return words.strip()


def _run_together(name: str) -> str:
    """Fold a name as addresses write it: "Harbour Post" is the "harbourpost" of harbourpost.example."""
    return fold_name(name).replace(" ", "")


def outlet_in_title(titles: Iterable[str], address: str | None) -> str | None:
    """Find the part of a title that the address spells: "Talks resume :: Harbour Post" at harbourpost.example."""
    host = _run_together((address or "").rpartition(".")[0])
    for title in titles:
        for part in _PARTS.split(title)[1:]:
            if part and len(_run_together(part)) >= _SHORTEST_SPELT and _run_together(part) in host:
                return part.strip()
    return None


_SHORTEST_SPELT = 4  # characters
_SPLIT = re.compile(r"\s*(?:,|;|\||/| and | und | et | y | & )\s*")
_BY = re.compile(r"^(?:by|von|par|por|di|door|autor(?:in)?|author|written by|text)\b:?\s+", re.IGNORECASE)
_NOBODY = re.compile(
    r"https?:|www\.|@|\.(?:com|org|net|de)\b|\d{3}"
    r"|^(?:(?:super ?)?(?:admin(?:istrator)?|user)|webmaster|editor|staff|team|redaktion|newsroom|guest"
    r"|(?:no |by )?author|root|anonymous|unknown|none|null"
    r"|undefined|default|editorial|more posts|view all.*|posted|published|read more)$"
    # letters after a name
    r"|^(?:ph\.?d|m\.?d|m\.?s|m\.?a|b\.?a|mba|rd|rdn|rn|ldn|lcsw|cpa|cfp|cfa|esq|jr|sr|ii|iii|facs|faclm|fand|dds|dvm"
    r"|psyd|jd|llm|msc|bsc|mph|cscs|np|do|pharmd|dr|prof)\.?$",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\b(?:staff|editors?|team|desk|correspondents?|writers?|reporters?|newsroom|redaktion|agenc(?:y|ies)|news"
    r"|special to|director|head|manager|officer|founder|president|professor|lecturer|educators?|specialist|columnist"
    r"|analyst|expert|contributors?|university|institute|college|department|chief|producer|photographer|consultant|author"
    r"|horticultur\w+|journalist(?:in)?|redakteur(?:in)?|gast\w*)\b",
    re.IGNORECASE,
)
_MOST_AUTHORS = 12
_MOST_NAME_WORDS = 6


def people(found: Iterable[str], outlet: str | None) -> tuple[str, ...]:
    """Make authors people: split lists, drop "By", addresses, agencies, desks and the outlet itself."""
    names: dict[str, str] = {}
    for line in found:
        for part in _SPLIT.split(_BY.sub("", line.strip())[:300]):
            name = _BY.sub("", part).strip(" .,-–—")
            folded = fold_name(name)
            if not folded or len(name.split()) > _MOST_NAME_WORDS or _NOBODY.search(name) or _STAFF.search(name):
                continue
            if AGENCY.fullmatch(name) or _is_name(folded, outlet) or not any(char.isupper() for char in name):
                continue
            names.setdefault(folded, name)
    return tuple(names.values())[:_MOST_AUTHORS]


# What news outlets call themselves, as the last word of their name (or the first, with "Radio"); section headings
# that use the same words alone ("News", "Press") are no names.
_OUTLET = re.compile(
    r"(?:The )?(?:[A-ZÀ-Þ][\w'’&.-]*,? ){1,4}(?:Times|Post|Echo|Courier|Herald|Gazette|Tribune|Journal|Chronicle"
    r"|Mail|Mirror|Guardian|Observer|Telegraph|Express|Examiner|Inquirer|Enquirer|Independent|Register|Dispatch|Sentinel|Standard"
    r"|Bulletin|Monitor|Argus|Advertiser|Mercury|Globe|Star|Sun|Bee|Wire|News|Daily|Weekly|Broadcasting|Television|Radio"
    r"|Zeitung|Anzeiger|Rundschau|Nachrichten|Tagblatt|Kurier|Allgemeine|Blatt|Dagblad|Tidende|Correio|Diario|Giornale)"
    r"|Radio (?:[A-ZÀ-Þ][\w'’&.-]* ?){1,3}"
)
_SECTION = re.compile(
    r"(?:latest|breaking|top|world|local|more|related|other|business|sports?|all|your|international|national|uk|us|home"
    r"|morning|today|contact|about|listen|watch|live|market|entertainment|politics|health|tech(?:nology)?)\b",
    re.IGNORECASE,
)


def is_outlet(line: str) -> bool:
    """Tell whether a line is the name of a newspaper, wire or station: "The Vale Courier", "Radio North"."""
    return _OUTLET.fullmatch(line) is not None and not is_section(line)


def is_section(line: str) -> bool:
    """Tell whether a line begins as the names of a site's sections and buttons do."""
    return _SECTION.match(line) is not None


def bare_outlet(name: str) -> str:
    """Make an outlet's name plain: without a domain's ending and stray marks."""
    return re.sub(r"\.(?:com|org|net|co\.uk|de|fr|info|news)$", "", name.strip(" .,:"), flags=re.IGNORECASE)


def outlet_of_address(url: str | None) -> str | None:
    """Name an outlet by its address: "https://www.harbour-post.co.uk/a" is "harbour-post.co.uk"."""
    try:
        host = (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return None
    parts = [part for part in host.split(".") if part]
    while len(parts) > 2 and parts[0] in _ADDRESS_NOISE and not (len(parts) == 3 and parts[1] in _SECOND_LEVEL):
        parts = parts[1:]
    return ".".join(parts) or None
