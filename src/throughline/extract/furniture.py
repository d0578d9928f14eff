"""What a line that is no article is for: byline, day, caption, a link to another story, a rule for readers.

In: one line of text. Out: yes or no to each kind. Each rests on a form that holds on any site: who is addressed,
what is asked of them, how a credit or a label is written. No pattern nests a repeat in a repeat, and each looks at
a bounded stretch of the line.
"""

import re

from throughline.dates.written import read_day

_LONGEST = 1500  # characters of a line that are looked at


def _any_of(*forms: str) -> str:
    return f"(?:{'|'.join(forms)})"


_BYLINE = re.compile(
    _any_of(
        r"(?:(?:written |reported |posted |story |words |text )?by|von|par|por|di|door|af|autor(?:in)?|author|reporter)"
        r"\b:?\s+(?:(?:the|our|staff)\s+)?(?-i:[A-ZÀ-Þ])",
        r"special (?:to|for)\s+\S",
        r"(?:.{3,40}\s)?staff (?:writer|reporter)s?$",
    ),
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"\W{0,3}(?:(?:first |last )?(?:posted|published|updated|modified|created)|veröffentlicht|aktualisiert|erstellt"
    r"|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|geplaatst|bijgewerkt"
    r"|publicerad|uppdaterad|publisert|oppdatert)\b(?:[^.!?]*\d|\s+by\b)",
    re.IGNORECASE,
)
_MOST_STAMP_WORDS = 20
_MOST_BYLINE_WORDS = 14
_MOST_DAY_WORDS = 10
_FEWEST_BARS = 2

_PICTURE = r"(?:(?:file )?photo(?:graph)?s?|images?|pictures?|foto|bild|illustration|photo credit|credit|graphic)"
_CREDIT = re.compile(
    _any_of(
        r"(?-i:(?:/\s?[A-Z][\w .'’-]{1,40}){2,}\s*\)?$)",  # /Ana Ruiz/AFP/Getty Images
        r"/\s?(?:AP|AFP|EPA|dpa|Reuters|Getty Images)\)?$",
        r"\bGetty Images\)?$",
        rf"^\(?{_PICTURE}\s?(?:by\b|:|/|©)",
        rf"\({_PICTURE}\b[^)]{{0,80}}\)$",
        r"^©\s?\S+(?:\s\S+){0,6}$",
    ),
    re.IGNORECASE,
)
_MOST_CAPTION_WORDS = 70

_LINK_LABEL = re.compile(
    _any_of(
        "also read", "read also", "read more", "read next", "read", "see also", "more", "watch", "listen", "don't miss",
        r"related(?: (?:stor(?:y|ies)|articles?|news|links?|topics?))?", "recommended", "you may also like", "up next",
        r"next", r"previous(?:ly)?", r"more on this(?: story)?", "in pictures", "opinion", "analysis", "explainer",
        "lesen sie auch", "lies auch", "mehr zum thema", "siehe auch", "(?:à |a )?lire aussi", "voir aussi",
        "(?:vea|lea|ver|leer) también", "te puede interesar", "leggi anche", "lees ook", "leia (?:também|mais)",
        "läs (?:också|även|mer)", "les også", "læs også", "lue myös", "czytaj (?:też|także|więcej)",
    )
    + r"\s?(?P<mark>[:|»>-]|\u00a0)?\s?",
    re.IGNORECASE,
)  # fmt: skip
_RELATED_HEADING = re.compile(
    _any_of(
        r"related(?: (?:stor(?:y|ies)|articles?|news|links?|posts?|topics?|content|coverage))?",
        r"more (?:from|on|in|about|stories|news)\b.{0,40}",
        r"you (?:may|might) (?:also )?(?:like|be interested in).{0,20}",
        r"recommended(?: for you)?", r"most (?:read|popular|viewed|shared)", r"trending(?: now)?",
        r"latest(?: (?:news|stories|articles))?", r"read (?:more|next)", "see also", "also on.{0,30}", "top stories",
        r"editor'?s picks?", r"(?:popular|recent) (?:posts|articles|stories)", "mehr zum thema", "meistgelesen",
        r"das könnte (?:sie|dich) auch interessieren.{0,5}", r"(?:weitere|ähnliche|verwandte) \w+",
        r"mehr (?:aus|von|über)\b.{0,40}", r"(?:articles|sujets) (?:liés|similaires|associés)", r"sur le même sujet",
        r"(?:noticias|artículos|temas) relacionad[oa]s", "articoli correlati",
        r"gerelateerde \w+", r"meer over\b.{0,40}",
    )
    + r"\s*:?",
    re.IGNORECASE,
)  # fmt: skip
_TAGS = re.compile(
    r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|schlagw[oö]rter|themen|etiquetas)\s?:", re.IGNORECASE
)
_SOURCE = re.compile(
    r"(?:source|via|quelle|fuente|original source|(?:first|originally) published (?:by|in|on|at))\s?:?\s+"
    r"(?P<name>(?-i:[A-ZÀ-Þ(])[^.!?]{1,60})\.?$",
    re.IGNORECASE,
)
_MOST_SOURCE_WORDS = 10

# What the site asks of its readers or grants itself.
_ASKS = re.compile(
    r"\b"
    + _any_of(
        r"click", r"subscrib\w+", r"sign (?:up|in)", r"log(?:ged)? in", r"login", r"register", r"download",
        r"share (?:this|on|via)", r"sharing", r"commenting", r"liking", r"follow us", r"like us", r"donate",
        r"support (?:us|our)", r"e-?mail (?:us|this|address)", r"newsletter", r"contact(?:ing)? us", r"cookies?",
        r"privacy policy", r"terms of (?:use|service)", r"copyright", r"all rights reserved", r"membership",
        r"become a member", r"unlimited access", r"ad(?:-| )?block\w*", r"advertisement",
        r"our (?:content|website|site|journalism|app)", r"(?:post|leave|add) a (?:comment|reply)",
        r"(?:an|ein)(?:zu)?melden", r"registrier\w+", r"abonn\w+", r"klicken sie", r"teilen sie", r"datenschutz\w*",
        r"einwilligung", r"alle rechte vorbehalten", r"unser(?:e[nmrs]?)? (?:newsletter|website|seite|app|angebot)",
        r"cliquez", r"partage[rz]", r"s'inscrire|inscri(?:vez|ption)", r"tous droits réservés", r"haga clic|pincha",
        r"suscr[ií]b\w+", r"compart(?:ir|e|a)", r"todos los derechos", r"clicca", r"iscriviti|iscrizione", r"condividi",
        r"klik hier", r"meld je aan", r"inscreva-se", r"assin(?:e|ar|atura)",
    )
    + r"\b",
    re.IGNORECASE,
)  # fmt: skip
# One of these stands in whatever `_ASKS` finds: looked for first, as most lines have none.
_ASK_STEMS = (
    *("click", "subscrib", "sign up", "sign in", "log in", "logged in", "login", "register", "registrier", "download"),
    *("share this", "share on", "share via", "sharing", "commenting", "a comment", "a reply", "liking", "follow us"),
    *("like us", "donate", "support us", "support our", "mail us", "mail this", "mail address", "newsletter"),
    *("contact us", "contacting us", "cookie", "privacy policy", "terms of", "copyright", "rights reserved", "member"),
    *("unlimited access", "block", "advertisement", "our content", "our website", "our site", "our journalism"),
    *("our app", "melden", "abonn", "klicken", "teilen sie", "datenschutz", "einwilligung", "alle rechte", "unser"),
    *("cliquez", "partage", "inscr", "tous droits", "haga clic", "pincha", "suscr", "compart", "todos los derechos"),
    *("clicca", "iscri", "condividi", "klik hier", "meld je", "assin"),
)
_READER = re.compile(
    r"\b(?:you|your|yours|(?-i:Sie|Ihre[nmrs]?)|dich|dein\w*|vous|votre|vos|usted|tus?|je|jouw|você)\b", re.IGNORECASE
)
_ADVERT = re.compile(
    r"[-–—*\[( ]{0,3}(?:"
    r"advertise?ments?|advertising|advert|sponsored(?: content| post)?|promoted|anzeigen?|werbung|publicité|publicidad"
    r"|pubblicità|advertentie|reclame|reklam[ae]?|annonse?|mainos|publicidade|реклама"
    r"|(?:advertise?ment\W{0,4})?(?:(?:article|story) continues|continue reading|scroll to continue)\b.{0,40}"
    r"|(?:der )?artikel wird nach der werbung fortgesetzt"
    r")[-–—*\]) .:]{0,3}",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“][^\"”]{0,600}[\"”]")
_LONGEST_ADVERT = 80  # characters
_SHORT_NOTICE, _CURT_NOTICE = 30, 12  # words up to which one such thing makes a line a notice: with "you", without


def is_byline(line: str) -> bool:
    """Tell "By Ana Ruiz", "Special to The Herald", "Harbour Post staff writer"."""
    return line[-1] not in ".!?" and len(line.split()) <= _MOST_BYLINE_WORDS and _BYLINE.match(line) is not None


def is_stamp(line: str) -> bool:
    """Tell who posted a page, or when: "Posted by admin on June 3", "Published 2 hours ago"."""
    return len(line.split()) <= _MOST_STAMP_WORDS and _STAMP.match(line) is not None


def is_menu(line: str) -> bool:
    """Tell a row of links: "Local | Harbour | Sport"."""
    if not ("|" in line or "·" in line or "•" in line or ">" in line):
        return False
    return sum(line.count(mark) for mark in (" | ", " · ", " • ", " > ")) >= _FEWEST_BARS


def is_day(line: str) -> bool:
    """Tell whether a line is a day and little else: "November 22, 2016 · Ana Ruiz"."""
    return len(line.split()) <= _MOST_DAY_WORDS and any(map(str.isdigit, line)) and bool(read_day(line))


def is_caption(line: str) -> bool:
    """Tell a line that carries a picture's credit."""
    return len(line.split()) <= _MOST_CAPTION_WORDS and _CREDIT.search(line[-_LONGEST:]) is not None


def is_link(line: str) -> bool:
    """Tell a label and the title of another story: "ALSO READ ...", "Related: ...", "Analysis: ..."; no sentence."""
    match = _LINK_LABEL.match(line)
    if match is None or match.end() == len(line) or line.rstrip("\"'”’)")[-1:] in {".", "!", "…"}:
        return False
    label = line[: match.end()].rstrip()
    return bool(match["mark"]) or (label.isupper() and len(label) > 3)


def is_related_heading(line: str) -> bool:
    """Tell the heading of a list of other stories."""
    return _RELATED_HEADING.fullmatch(line) is not None


def is_advert(line: str) -> bool:
    """Tell the label over an advertisement: "Anzeige", "Article continues below"."""
    return len(line) <= _LONGEST_ADVERT and _ADVERT.fullmatch(line) is not None


def is_tags(line: str) -> bool:
    """Tell a line of subject tags."""
    return _TAGS.match(line) is not None


def source_name(line: str) -> tuple[int, int] | None:
    """Find the name in "Source: NAME": its place in the line."""
    match = _SOURCE.match(line)
    return match.span("name") if match and len(line.split()) <= _MOST_SOURCE_WORDS else None


def asks(line: str) -> int:
    """Count the things of the site's own (sharing, signing in, its rights) that the line speaks of."""
    start = line[:_LONGEST]
    lowered = start.lower()
    for stem in _ASK_STEMS:
        if stem in lowered:
            return len(_ASKS.findall(start))
    return 0


def is_notice(line: str) -> bool:
    """Tell a line in which the site speaks to its reader about itself, outside quotation marks."""
    if not asks(line):
        return False
    plain = _QUOTED.sub(" ", line[:_LONGEST])
    found = asks(plain)
    enough = _SHORT_NOTICE if _READER.search(plain) else _CURT_NOTICE
    return found >= 2 or (found == 1 and len(plain.split()) <= enough)
