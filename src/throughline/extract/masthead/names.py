"""Outlets and agencies by name and by address.

In: strings as found. Out: an outlet's readable name, the host it is at home on, and who is an agency.
"""

import re
from urllib.parse import urlsplit

# The news agencies that other outlets credit by name; a closed set in practice.
AGENCY = re.compile(
    r"\b(?:Associated Press|AP|AFP|Agence France-Presse|Reuters|Thomson Reuters|UPI|dpa|DPA|EFE|ANSA|Xinhua|TASS"
    r"|Interfax|Bloomberg|Sputnik|Anadolu(?: Agency)?|PTI|IANS|ANI|Kyodo(?: News)?|Yonhap|PA Media|Press Association"
    r"|AAP|APA|SDA|sda|Belga|ANP|epd|KNA|kna|SID|NTB|TT|Ritzau|PAP|CTK|MTI|Lusa|LUSA|Europa Press)\b"
)
_ADDRESS_NOISE = frozenset("www www2 m mobile amp edition news en de blog blogs web online".split())
_SECOND_LEVEL = frozenset("co com org net gov ac edu gob gouv or ne".split())


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


def bare_host(name: str) -> str:
    """Take "www." off a name that is an address: "www.harbour-post.example" is "harbour-post.example"."""
    return name.removeprefix("www.").removeprefix("WWW.")
