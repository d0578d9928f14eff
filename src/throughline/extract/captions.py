"""What marks a line as belonging to a picture: a credit, a licence, a figure's number.

In: one block's text. Out: yes or no. The forms are those of picture desks in the larger European languages: a label
before a name, an agency after a stroke, a licence; where a sentence merely ends on an agency's sign it is none.
"""

import re

from throughline.extract import furniture
from throughline.text.stems import holds

_LABEL = (
    r"(?:(?:file|symbol|titel|artikel|beitrags|vorschau|archiv|agentur|rubriklisten|press?e?)?(?:photo|foto"
    r"|bild)(?:graph(?:s|ie|y)?"
    r"|graf(?:ie|ía|ia|in)?|os?|s|er|rechte|nachweis|quelle|credits?|montage|graphe)?|images?|pictures?"
    r"|picture credits?|illustrations?"
    r"|infogra(?:phic|fik|fía)|grafi[ck]|imagen|immagine|imagem|crédit(?:s)?(?: photo)?|credits?|quelle foto"
    r"|kuva|zdjęcie|fot\.)"
)
_CREDIT = re.compile(
    rf"(?:^|[.!?…)\]|–—-]\s|\s[(\[|–—-]\s?|\()\s?{_LABEL}\s?(?:by|von|par|de|di|via|:|©|\(c\)|/)\s?:?\s?\S.{{0,80}}$"
    r"|\s[(|–—-]\s?©\s?(?!(?:19|20)\d\d)\S.{0,60}$",
    re.IGNORECASE,
)
_LICENCE = re.compile(
    r"\bcc[ -]by(?:[ -](?:sa|nc|nd)){0,2}\b|\bcc0\b|\bpublic domain$|\bvia wikimedia commons\b", re.IGNORECASE
)
_NUMBER = re.compile(
    r"(?:figure|fig\.?|abb(?:ildung|\.)|tab(?:le|elle|\.)|chart|grafik|figura|bild)\s?\d{1,3}[a-z]?[.:]?", re.IGNORECASE
)
_BARE = re.compile(
    r"(?:photos?|fotos?|images?|pictures?|bild(?:er)?|credits?|caption|image credits?|bildquelle|fotocredit)\s?[:©]?",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"(?:©|copyright)\s*(?:©\s*)?(?:\(c\)\s*)?(?:19|20)\d\d\b|all rights reserved|alle rechte vorbehalten",
    re.IGNORECASE,
)
# One of these stands in whatever the forms tell: looked for first, as most lines have none and a form costs more.
_STEMS = (
    *("/", "©", "phot", "foto", "bild", "imag", "imma", "pict", "credit", "crédit", "illustr", "grafi", "graphic"),
    *("quelle foto", "kuva", "zdj", "fot.", "fig", "abb", "tab", "chart", "cc", "domain", "wikimedia", "caption"),
)
_MOST_WORDS = 60  # of a caption; longer ones tell a story of their own
_MOST_BARE_WORDS = 3  # of a label or a number alone
_MOST_LICENCE_WORDS = 25
_LONGEST_NOTICE = 500  # characters that are looked at
_TAIL = 140  # characters at the end of a line in which a credit stands


def is_caption(line: str) -> bool:
    """Tell a line that carries a picture's credit, a licence or a figure's number and little else."""
    words = line.count(" ") + 1
    if words > _MOST_WORDS:
        return False
    tail = line[-_TAIL:]
    lowered = tail.lower()
    if words > _MOST_BARE_WORDS and not _has_mark(lowered):
        return False
    if not holds(lowered, _STEMS):
        return False
    if _NUMBER.fullmatch(line) or _BARE.fullmatch(line) or (words <= _MOST_LICENCE_WORDS and _LICENCE.search(tail)):
        return True
    is_credited = furniture.is_caption(tail) or _CREDIT.search(tail) is not None
    return is_credited and not is_owner(line) and _SIGNED.search(tail) is None


def _has_mark(lowered: str) -> bool:
    """Tell whether a line holds a sign or word by which a credit is joined to its name (most lines hold none)."""
    return (
        ":" in lowered
        or "/" in lowered
        or "©" in lowered
        or "(" in lowered
        or "cc" in lowered
        or " by " in lowered
        or " von " in lowered
        or " par " in lowered
        or " de " in lowered
        or " di " in lowered
        or " via " in lowered
        or "getty" in lowered
        or "domain" in lowered
    )


def is_owner(line: str) -> bool:
    """Tell a site's own notice of copyright, which looks like a credit: "© 2019 The Strand Courier"."""
    line = line[:_LONGEST_NOTICE]
    is_likely = "©" in line or "opyright" in line or "eserved" in line or "OPYRIGHT" in line or "orbehalten" in line
    return is_likely and _OWNED.search(line) is not None


# A paragraph that ends on its agency's sign is no caption: "..., sagte er. (ana/dpa)".
_SIGNED = re.compile(r"[.!?…][\"“”»’']?\s?\([^()]{1,30}\)$")
