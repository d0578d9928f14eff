"""Names and passages folded so that spellings that mean the same compare equal."""

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^\w]+")


def squeeze(text: str) -> str:
    """Make every run of white space (hard wraps too) one space: how evidence is shown to people."""
    return _SPACE.sub(" ", text).strip()


def fold_name(name: str) -> str:
    """Fold a name: accents, case, marks and a possessive dropped. "Nouri al-Maliki’s" is "nouri al maliki"."""
    plain = name.replace("’", "'")
    if not plain.isascii():
        plain = "".join([c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c)])
    plain = plain.casefold()
    plain = re.sub(r"'s?(?=\s|$)", "", plain)
    return _NOT_WORD.sub(" ", plain).strip()
