"""The part of the outlet an article ran in, in the outlet's own word: "World", "Wirtschaft".

In: what the markup declares and the trail from the front page shows, and the address. Out: a section, or None. The
address is asked last: its first folder counts where newspapers call a section so. In doubt there is none.
"""

import re
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from throughline.extract.masthead.names import outlet_of_address
from throughline.extract.masthead.titles import run_together
from throughline.text.fold import fold_name

_LONGEST = 50  # characters
_MOST_WORDS = 6
_FRONT = re.compile(
    r"(?:home(?:page)?|start(?:seite)?|inicio|portada|accueil|you are here|sie sind hier|back|zurück|main|all"
    r"|uncategorized|allgemein|unkategorisiert|sin categoría|non classé|articles?|artikel|post|posts"
    r"|current page|(?:all|latest|alle|todos) (?:posts|articles|stories|artikel|beiträge)|breadcrumbs?|brotkrumen"
    r"|(?:main |haupt)?navigation|(?:foren-?)?übersicht|overview|über uns|about(?: us)?|início|blogs?|detail"
    r"|strona główna|página inicial|principal|hjem|hem|etusivu|главная|.*\?"
    r"|skip (?:to|navigation).*"
    r"|(?:zum|direkt zum) inhalt.*|[\W\d_]*)",
    re.IGNORECASE,
)
# What newspapers call their sections; a first folder by another name may be anything ("guides", "doi").
_USUAL = frozenset(
    """world politics business sport sports opinion comment culture arts science technology tech health local national
    international economy markets money finance entertainment lifestyle life style travel education environment climate
    crime society religion books film music food property media obituaries europe africa asia americas uk us usa
    politik wirtschaft kultur wissen wissenschaft gesundheit panorama lokales lokal regional region inland ausland
    meinung feuilleton digital netzwelt reise reisen auto karriere finanzen geld medien gesellschaft unterhaltung
    bildung umwelt technik vermischtes leben stil
    politique economie sante sciences monde societe planete environnement
    politica economia deportes internacional sociedad cultura ciencia tecnologia salud opinion nacional mundo nacionales
    esteri cronaca salute scienza esportes saude ciencia sociedade
    politiek economie buitenland binnenland wetenschap gezondheid polityka gospodarka kultura swiat kraj
    nauka""".split()
)
_TRAIL = re.compile(r"\s[>»›]\s")  # "Home > World": the way to a section, its last step the nearest
_LIST = re.compile(r",(?! )|,.*,")  # several at once
_FEWEST_FOLDERS = 2
_SHORTEST_SITE = 3  # characters of a site's name that begins another name of it


def choose(said: Sequence[str], url: str | None, title: str | None, outlet: str | None) -> str | None:
    """Choose the section."""
    taken = {fold_name(words) for words in (title, outlet) if words}
    site = run_together((outlet_of_address(url) or "").partition(".")[0])
    for words in (part.strip(" ,;") for trail in said for part in reversed(_TRAIL.split(trail))):
        is_site = len(site) >= _SHORTEST_SITE and run_together(words).startswith(site)
        if _can_be_section(words) and fold_name(words) not in taken and not is_site and not _begins(title, words):
            return words
    return _of_address(url)


def _can_be_section(words: str) -> bool:
    is_short = len(words) <= _LONGEST and len(words.split()) <= _MOST_WORDS
    if not words or words[-1] == ":" or _LIST.search(words):
        return False
    return (
        is_short and not words.startswith(("http:", "https:")) and _FRONT.fullmatch(words) is None and "|" not in words
    )


def _begins(title: str | None, words: str) -> bool:
    """Tell a title that the trail cuts short."""
    return title is not None and len(words.split()) > 2 and fold_name(title).startswith(fold_name(words.rstrip("….")))


def _of_address(url: str | None) -> str | None:
    try:
        folders = [unquote(folder) for folder in urlsplit(url or "").path.split("/") if folder]
    except ValueError:
        return None
    if len(folders) < _FEWEST_FOLDERS:
        return None
    return folders[0] if folders[0].lower() in _USUAL else None
