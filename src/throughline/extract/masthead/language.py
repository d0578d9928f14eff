"""A cheap guess at a text's language by its commonest function words; None when nothing stands out.

In: pieces of text. Out: an ISO 639-1 code or None. Closed classes only; enough to tell the languages of Western
newsrooms apart, and honest about others.
"""

import re
from collections.abc import Iterable

_WORDS = {
    "en": "the and of to in that is was for with on as by it from has he at not were have be which this are",
    "de": "der die und den das von mit ist im dem nicht ein eine sich auf für des auch wird bei sind dass hat",
    "fr": "le les des et la une est dans que qui pour du sur pas au plus par avec sont ce il ne se",
    "es": "el los las y del que en una por con para es se su al lo como más pero fue",
    "it": "il di che la e gli della per un una con non sono del è nel si alla dei le",
    "nl": "het een van en de dat niet zijn op te voor met die aan er ook bij naar door wordt",
    "sv": "och att det som en på är av för med den till inte om ett har var de jag men",
    "da": "og at det er en til på som for med af den ikke der de har et var jeg men",
    "no": "og det er på som en for med av å til ikke den de har at om jeg et men",
    "pl": "w i na się nie że do z jest o to jak po co ale od przez dla są był",
    "pt": "o os as de que e do da em um uma para com não por mais dos no na foi",
}
_TABLE = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_MOST_WORDS = 400
_LEAST_SHARE = 0.12  # of the words; the right language of running text has 0.25 and more
_WORD = re.compile(r"[^\W\d_]+")


_CLEAR = 0.2  # share from which the text decides over what is declared ...
_TIMES = 1.5  # ... if it is so much more than the declared language's own share


def decide(declared: str | None, pieces: Iterable[str]) -> str | None:
    """Say the language: as declared, unless the text is clearly in another (pages of one template all say "en")."""
    shares = _shares(pieces)
    best = max(shares, key=lambda language: shares[language], default=None)
    if best is None or declared == best:
        return declared
    if declared is None:
        return best if shares[best] >= _LEAST_SHARE else None
    is_clear = declared in shares and shares[best] >= max(_CLEAR, _TIMES * shares[declared])
    return best if is_clear else declared


def _shares(pieces: Iterable[str]) -> dict[str, float]:
    """Find each language's share of the words; nothing where there are none."""
    words: list[str] = []
    for piece in pieces:
        words.extend(_WORD.findall(piece.lower()))
        if len(words) >= _MOST_WORDS:
            break
    if not words:
        return {}
    return {language: sum(map(table.__contains__, words)) / len(words) for language, table in _TABLE.items()}
