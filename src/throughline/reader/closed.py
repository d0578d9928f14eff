"""Words of the closed classes whose part of speech never changes, and endings that no verb form has otherwise.

The network reads every word by its context, and once in some hundreds takes even "the" for something else where a text
is unlike what it learned from. These words leave no choice, but for IN ("of" before a clause is SCONJ): 99 of a hundred
in the treebanks, and more.
"""

from collections.abc import Mapping

_CLOSED: Mapping[str, tuple[tuple[str, ...], str]] = {
    **dict.fromkeys(["the", "an"], (("DET",), "DT")),
    **dict.fromkeys(["of", "from", "with", "during", "into", "among", "between"], (("ADP", "SCONJ"), "IN")),
    **dict.fromkeys(["and", "or", "nor"], (("CCONJ",), "CC")),
    **dict.fromkeys(["he", "she", "they", "we", "him", "them", "us"], (("PRON",), "PRP")),
    **dict.fromkeys(["their", "our", "your", "my", "its"], (("PRON",), "PRP$")),
    **dict.fromkeys(["would", "could", "should", "might", "must"], (("AUX",), "MD")),
    **dict.fromkeys([".", "?", "!"], (("PUNCT",), ".")),
    ",": (("PUNCT",), ","),
}

# A tag, what a word so tagged ends in, and whether it must or must not.
_ENDINGS: Mapping[str, tuple[tuple[str, ...], bool]] = {
    "VBZ": (("s", "z"), True),
    "VBG": (("g", "in", "in'", "in’"), True),
    "VBD": (("ing",), False),
    "VBN": (("ing",), False),
}


def may_be(text: str, tag: str) -> bool:
    """Tell whether a word may have a Treebank tag, by its ending: "visited" is never VBZ."""
    endings, wanted = _ENDINGS.get(tag, ((), False))
    return text.lower().endswith(endings) is wanted


def settled(text: str, tag: str) -> tuple[str, str] | None:
    """Return the universal and the Treebank tag of a word that leaves no choice; "US" and "OR" may be names."""
    known = _CLOSED.get(text.lower())
    if known is None or (len(text) > 1 and text.isupper()):
        return None
    universal, fine = known
    return tag if tag in universal else universal[0], fine
