"""Authors as people: the names in a byline, without jobs, degrees, desks, agencies and the outlet.

In: strings as markup or a page's lines show them. Out: people's names, once each, in order. A name is judged by its
form and by tables of first names and of words that English writes small; none is made up, and what is no person's
name is left out, so an article by "Staff" has no authors.
"""

import re
from collections.abc import Iterable, Iterator

from throughline.extract.masthead.names import AGENCY
from throughline.tables import names as table
from throughline.tables import outlets
from throughline.text.fold import fold_name

_LONGEST = 400  # characters of a line that are looked at
_MOST = 12  # authors
_MOST_WORDS = 6  # of a name
_BY = re.compile(
    r"^\W*(?:(?:written|posted|story|words|text|published|interview|submitted|veröffentlicht|geschrieben|verfasst)\s+)?"
    r"(?:by|von|vom|par|por|di|da|door|af|av|authors?|autor(?:in|en)?|written by|text|interview|scritto da"
    r"|escrito por|écrit par|geschreven door)(?:\b:?\s+|\s*:\s*)",
    re.IGNORECASE,
)
# Others who had a hand in it, and links to more of the same: who they name did not write it.
_OTHERS = re.compile(
    r"^\W*(?:(?:medically |clinically |fact[- ]?|expert |legally )?(?:reviewed|checked|edited"
    r"|photograph(?:y|ed|s)?|photos?"
    r"|fotos?|illustrat\w+|translated|übersetzt|updated|verified|approved|recommended|presented|produced|hosted)\b"
    r"(?! by staff)|(?:reviewer|editor|photographer|fotograf(?:in)?|quelle|source|foto|photo|bild)\s*:)",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"^(?:(?:view|see|read|show|browse)?\s*(?:all|more|other)?\s*(?:posts?|articles?|stories|content|beiträge|artikel)"
    r"\s+(?:by|from|von)|(?:more )?about|über|meet|contact|follow|picture of|image of|photo of)\b:?\s*",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<=[a-zà-ÿ])(?:Follow(?:ing)?|Folgen|Seguir|Suivre)$|^By(?=[A-Z][\w.]+ [A-Z])")
_ADDRESS = re.compile(r"\S*(?:https?:|www\.|@)\S*")
_INNER_BY = re.compile(r"\s(?:by|von|vom|por|par|di)\s(?P<name>\S.*)$")
_PAREN = re.compile(r"\s*[(\[][^()\[\]]{0,80}[)\]]\s*$")
_PARTS = re.compile(
    r"\s*(?:\n|,|;|\||/|•|·|●|⋅|\\|\s[–—-]\s|\s(?:and|und|et|y|e|og|och|en|with|mit|con|avec)\s|\s?&\s?|\s\+\s)\s*"
)
_AFTER = re.compile(  # what follows a name without a mark: a day, a place, a desk
    r"\s(?:on|am|um|at|in|im|from|für|for|le|el|il|aus|under|unter|veröffentlicht|published|posted|updated|last|contributes"
    r"|is|was|ist)\s.*$|\s(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*$"
    r"|\s(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d.*$|\s\d.*$",
    re.IGNORECASE,
)
_HONORIFIC = re.compile(
    r"^(?:dr|prof|professor|mr|mrs|ms|mag|dipl|ing|dipl\.?-?\s?[a-z]+|rev|sir|dame|herr|frau|rechtsanwalt|rechtsanwältin"
    r"|ra|pd|priv\.?-?doz|phil|med|h\.?c|rer|nat|m\.?sc|b\.?sc|m\.?a|b\.?a)\.?\s+(?=\S)",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"(?:ph\.?\s?d|m\.?\s?d|m\.?s|m\.?a|b\.?a|b\.?s|mba|rdn?|rn|ldn|lcsw|lmft|cpa|cfp|cfa|esq|jr|sr|ii|iii|iv|facs|faclm"
    r"|fand|dds|dmd|dvm|psyd|jd|llm|msc|bsc|mph|cscs|np|fnp|do|pharmd|dr|prof|ed\.?d|m\.?ed|m\.?phil|dphil|obe|mbe|cbe"
    r"|pt|dpt|ot|pa-c|cpt|mpa|msn|bsn|aprn|med|mfa|mlis|csp|pmp|sphr|cscp|cissp)\.?",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"https?:|www\.|@|\.(?:com|org|net|de|at|ch|co|io|dev|tv|fr|es|it|eu|info)\b|\d{3}|[<>{}=©#?!:%…]|\.\.\."
)
_NOBODY = re.compile(
    r"(?:super ?)?(?:admin\w*|user)|webmaster|editor|staff|team|redaktion|newsroom|guest|gast|by|and|und|the|online"
    r"|(?:no |by )?author|root|anonym(?:ous|e)?|unknown|unbekannt|none|null|undefined|default|editorial|https?"
    r"|v[oa]n|vom|par|por|di|da|door|af|av|publiziert|veröffentlicht|text|words|story|more posts|view all.*|posted"
    r"|published|written|read more|share|follow|autor(?:in|en)?|author|profile|profil|home|n/?a|de|en",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(?:staff|editors?|editorial|team|desk|correspondents?|writers?|reporters?|newsroom|newsdesk|redaktion\w*"
    r"|agenc(?:y|ies)|agentur(?:en)?|news|special to|director|head|manager|officer|founder|president|professor|lecturer"
    r"|educators?|specialist|columnist|analyst|expert|contributors?|university|universität|institute?|college|department"
    r"|chief|producer|photographer|consultant|author|autor(?:in)?|horticultur\w+|journalist(?:in)?|redakteur(?:in)?|gast\w*"
    r"|inc|llc|ltd|gmbh|ag|e\.?v|corp(?:oration)?|compan(?:y|ies)|group|gruppe|bank|insurance|services?|magazine?|magazin|blog"
    r"|studios?|store|shop|media|medien|foundation|stiftung|verein|verband|verlag|zeitung|press|presse\w*|radio|tv"
    r"|fernsehen|cent(?:er|re)|zentrum|clinic|klinik|school|schule|consulting|solutions|club|cup|partei|community|network"
    r"|association|society|council|committee|ministry|ministerium|ministerio|church|kirche|hospital|dental|software"
    r"|technolog(?:y|ies)|marketing|finance|financial|support|customer|website|online|admin|board|office|client|guest|podcast"
    r"|rédaction|redacción|redazione|redactie|redaksjon\w*|redakcja|equipo|equipe)\b",
    re.IGNORECASE,
)
_PARTICLE = frozenset(
    "von van de da del della der den di al bin ben el la le du dos das zu zur vom y e ter ten st".split()
)
_SHORTEST_FULL = 2  # words
_NO_BEGINNING = frozenset(
    "zur zum das die der the in im am on at to for für mit alle all le la les los las il lo".split()
)
_LETTER = re.compile(r"[^\W\d_]")
_CALENDAR = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|january|february|march|april|june"
    r"|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|januar|februar|märz|mai"
    r"|juni|juli|oktober|dezember|today|yesterday|heute|gestern)\.?",
    re.IGNORECASE,
)


def people(found: Iterable[str], outlet: str | None, *, declared: bool = True) -> tuple[str, ...]:
    """Name the people in lines that name authors.

    With `declared`, the lines come from a place that holds authors alone (markup for it): a single word, or a name in
    small letters, may then be one. Otherwise a name must look like one.
    """
    names: dict[str, str] = {}
    for line in found:
        for name in _of_line(line[:_LONGEST].replace("\u00ad", ""), outlet, declared=declared):
            names.setdefault(fold_name(name), name)
    return tuple(names.values())[:_MOST]


def is_full_name(name: str) -> bool:
    """Tell a person's name from a site's: two to four words with a known first name in front."""
    words = name.split()
    if not 2 <= len(words) <= 4 or _GROUP.search(name) or _NO_NAME.search(name):
        return False
    if table.gender(fold_name(words[0])) is None:
        return False
    last = words[-1].lower()
    return all(_is_name_word(word) for word in words) and (not table.is_small(last) or len(words) == 2)


def is_group(words: str) -> bool:
    """Tell words with a job, a desk or an organisation among them."""
    return _GROUP.search(words) is not None


def credited(words: str) -> str:
    """Take off what says that an author follows: "By", "Written by", "More posts by"."""
    return _MORE.sub("", _BY.sub("", words)).strip(" ,:;\"'“”*_\u200b")


def _of_line(line: str, outlet: str | None, *, declared: bool) -> Iterator[str]:
    parts = [part for part in _PARTS.split(_turned(_ADDRESS.sub(" ", line).strip())) if part]
    names: list[str] = []
    others = False
    for part in parts:
        if _OTHERS.match(part):
            others = True
            continue
        is_credit = _BY.match(part) is not None
        others = others and not is_credit
        name = _bare(part)
        if others or not _is_person(name, outlet, declared=declared):
            continue
        names.append(name)
    full = [name for name in names if " " in name]
    yield from full or names[:1]


def _turned(line: str) -> str:
    """Turn "Ruiz, Ana" round; a list of names, and a name with a degree behind it, stay."""
    last, comma, first = line.partition(",")
    first = first.strip()
    if not comma or len(last.split()) != 1 or not 1 <= len(first.split()) <= 2 or "," in first:
        return line
    given = fold_name(first.split()[0])
    return f"{first} {last}" if table.gender(given) is not None and not _DEGREE.fullmatch(first) else line


def _bare(part: str) -> str:
    """Take off what stands around a name: "By", honorifics, degrees, brackets, a day."""
    part = _PAREN.sub("", _GLUED.sub("", credited(part)))
    inner = _INNER_BY.search(part)
    if inner and is_full_name(inner["name"].strip(" .:")):
        part = inner["name"]
    part = _AFTER.sub("", f"{part} ").strip(" .,-–—:\"'“”*_\u200b")
    for _ in range(4):
        part = _HONORIFIC.sub("", part)
    words = part.split()
    while len(words) > 2 and _DEGREE.fullmatch(words[-1]):
        words.pop()
    return " ".join(words)


def _is_person(name: str, outlet: str | None, *, declared: bool) -> bool:
    words = name.split()
    if (
        not 1 <= len(words) <= _MOST_WORDS
        or len(name) < 2
        or _NO_NAME.search(name)
        or _NOBODY.fullmatch(name)
        or _DEGREE.fullmatch(name)
    ):
        return False
    if not all(_LETTER.match(word) for word in words):
        return False
    if words[-1] in _PARTICLE or words[0].lower() in _NO_BEGINNING or "+" in name:
        return False
    if not is_full_name(name) and _is_something_known(name, outlet):
        return False
    if AGENCY.fullmatch(name) or (_GROUP.search(name) and not _is_odd_surname(words)):
        return False
    first = fold_name(words[0])
    is_known = table.gender(first) is not None
    if len(words) == 1:
        return declared and _CALENDAR.fullmatch(name) is None and (is_known or not table.is_small(name.lower()))
    if not all(_is_name_word(word) for word in words):
        return declared and is_known and len(words) <= 3 and name == name.lower()
    small = sum(table.is_small(word.lower().strip(".")) and word.lower() not in _PARTICLE for word in words)
    if is_known:
        return small < len(words) - 1 or len(words) == 2
    first_is_small = table.is_small(words[0].lower())
    return small == 0 or (declared and small < len(words)) or (len(words) == _SHORTEST_FULL and not first_is_small)


def _is_something_known(name: str, outlet: str | None) -> bool:
    """Tell an outlet (this one's name cut short, too), a place, a state, a body from a person."""
    folded = fold_name(name)
    if table.gender(folded.partition(" ")[0]) is not None:
        return False
    is_outlet = outlets.by_name(folded, anywhere=" " in folded) is not None
    is_ours = outlet is not None and (
        _run(outlet) == _run(name) or (" " in folded and _run(outlet).startswith(_run(name)))
    )
    return is_ours or is_outlet or table.lookup(folded) is not None


def _run(name: str) -> str:
    return fold_name(name).replace(" ", "")


def _is_odd_surname(words: list[str]) -> bool:
    """Tell people whose surname is a word for a job or a group: "Jörg Staff", "Ana Bank"."""
    return len(words) == 2 and words[0][:1].isupper() and table.gender(fold_name(words[0])) is not None


def _is_name_word(word: str) -> bool:
    return word[:1].isupper() or word.lower().strip("'’") in _PARTICLE or not word[:1].islower()
