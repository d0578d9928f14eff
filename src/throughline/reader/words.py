"""Tokens to the words that the model reads, and their shapes.

The model was trained on treebanks, which part "re-elected" and "U.S.-led" at their hyphens; our tokens keep them
whole. So the model reads words, each a token or a part of one, and the parse is folded back to tokens afterwards.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from throughline.model import Token

_JOINT = re.compile(r"(?<=\w)[-‐–/](?=\w)|(?<=\w\.)[-‐–/](?=\w)")
_ADDRESS = re.compile(r"://|@|^www\.", re.IGNORECASE)
_PLAIN = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
_MARKS = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‐": "-"}
)

SHAPES = ("none", "lower", "title", "upper", "digit", "mixed", "capital", "mark")


class Word(NamedTuple):
    """A word as the model reads it: its place, its text, and the index of the token that it is (part of)."""

    start: int
    end: int
    text: str
    token: int


def words(tokens: Iterable[Token], first: int = 0) -> list[Word]:
    """Part tokens, numbered from `first`, at their inner hyphens and slashes; addresses stay whole."""
    found: list[Word] = []
    for index, token in enumerate(tokens, first):
        text = token.text
        if len(text) < 3 or text.isalpha() or not _JOINT.search(text) or _ADDRESS.search(text):
            found.append(Word(token.start, token.end, text, index))
            continue
        at = 0
        for joint in _JOINT.finditer(text):
            for first_at, last_at in ((at, joint.start()), (joint.start(), joint.end())):
                place = token.start + first_at
                found.append(Word(place, token.start + last_at, text[first_at:last_at], index))
            at = joint.end()
        found.append(Word(token.start + at, token.end, text[at:], index))
    return found


def plain(text: str) -> str:
    """A word as the model was taught it: straight quotes, and brackets instead of Treebank names; case kept."""
    return _PLAIN.get(text) or text.translate(_MARKS)


def shape(text: str) -> int:
    """What the letters of a word look like, as an index of `SHAPES`: the model's pieces are all lower case."""
    if text.islower():
        return 1
    if text.isupper():
        return 6 if len(text) == 1 else 3
    if text.istitle():
        return 2
    if any(map(str.isdigit, text)):
        return 4
    return 5 if any(map(str.isalpha, text)) else 7
