"""Whom a page credits for its report: an agency or an outlet that told it first.

In: a draft, its dateline, and the outlet. Out: an `Origin` with its place in the text, or None. A line that names the
source goes first, then the dateline's agency, then a sentence that says where the report appeared first or whose
material is in it, then an agency's sign after the byline, the notice of rights, or the last words. Agencies are known
by the table of outlets.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from throughline.extract import furniture
from throughline.extract.draft import Draft
from throughline.extract.masthead.dateline import Dateline
from throughline.extract.masthead.names import AGENCY, bare_outlet
from throughline.extract.masthead.people import is_full_name
from throughline.model import Evidence, Origin, Role
from throughline.tables import outlets
from throughline.text.fold import fold_name
from throughline.text.stems import holds

_LONGEST_LINE = 200  # characters of a line that names its source
_LAST = 4  # readable blocks, from the end, in which a sign may stand, and ...
_BELOW = 8  # ... blocks after them
_LONGEST = 1500  # characters of a block that are looked at
_NAME = (
    r"(?P<name>(?:the )?(?-i:[A-ZÀ-Þ])[\w&’'-]*(?:\.\w+)?"
    r"(?: (?:(?-i:[A-ZÀ-Þ0-9])[\w&’'-]*(?:\.\w+)?|of|the|and|de|der|del)){0,5})"
)
_FIRST_TOLD = re.compile(
    r"(?:\b(?:this|the) (?:article|story|piece|post|report|essay|interview|column|content)\b"
    r".{0,25}?\b(?:originally|first)\b"
    r".{0,25}?\b(?:appeared|published|ran|posted|produced)|\b(?:appeared|published|posted) (?:originally|first)"
    r"|^\W*(?:originally|first) (?:appeared|published|posted)"
    r"|\b(?:republished|reprinted)(?: here)?(?: with permission)?"
    r"|\bzuerst (?:erschienen|veröffentlicht)|\berschien zuerst|\bpubliée? (?:initialement|à l[’']origine)"
    r"|\bpublicad[oa] originalmente|\bpubblicato originariamente)"
    r"\s(?:on|in|by|at|from|bei|auf|im|sur|dans|par|en|por|su|da)\s(?:der |den |dem |le |la )?" + _NAME,
    re.IGNORECASE,
)
_FIRST_STEMS = (  # one of these stands in all that says so; looked for first, for speed
    "riginal", "irst", "epublished", "eprinted", "uerst", "nitialement", "origine",
)  # fmt: skip
_LONGEST_SIGN = 60  # characters
_MATERIAL = re.compile(
    r"(?:\b(?:with|contains|includes) (?:material|information|(?:additional )?reporting|files|input|content)"
    r" (?:from|by)|\bmit (?:material|informationen|inhalten)(?: (?:von|der|des))?|\bavec"
    r"|\bcon (?:información|material) de|\bcon informazioni di|\bmet informatie van)\s(?:der |den )?" + _NAME,
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    rf"(?:^|[.]\s){_NAME} (?:also )?contributed (?:reporting )?to this (?:report|story|article)", re.IGNORECASE
)
_SIGN = re.compile(r"[(\[](?P<name>[\w./ ,-]{2,40})[)\]]\W*$")  # "(dpa)", "(AFP/Reuters)" at a block's end
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,]*(?:by |the )?(?P<name>[^.,|()]{2,40})",
    re.IGNORECASE,
)
_CODES = re.compile(  # "Quelle: dpa/AFP", or the codes alone
    r"(?:quellen?|sources?|fuentes?|bron|agenturen?)\s?:\s?(?P<name>.{2,40})"
    r"|(?P<bare>[\w.-]{2,12}(?:\s?/\s?[\w.-]{2,12}){0,4})",
    re.IGNORECASE,
)
_CALL_SIGN = re.compile(r"[(\[]?[KW][A-Z]{2,3}(?:[- ]?(?:TV|AM|FM|DT|LD))?[)\]]?")
_PICTURED = re.compile(
    r"\W*(?:fotos?|photos?|photograph\w*|pictures?|images?|bild(?:er)?|imagen|imágenes|immagin[ei]|zdjęci[ae])\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")  # "originally published in March 2022" names nobody
_VIA = re.compile(r"via\b", re.IGNORECASE)
_NOT_ARTICLE = frozenset({Role.COMMENT, Role.RELATED, Role.CAPTION, Role.TITLE})


class _Piece(NamedTuple):
    """A block's last words, where they begin in the text, and whether it stands near the article's end."""

    text: str
    at: int
    role: Role
    is_readable: bool
    is_near: bool


def find(draft: Draft, article: str, dateline: Dateline | None, outlet: str | None) -> Origin | None:
    """Find the credit; an outlet's credit to itself is none."""
    text, pieces = draft.text, _pieces(draft)
    agency = (
        [dateline.agency] if dateline and dateline.agency and not _is_station(text[slice(*dateline.agency)]) else []
    )
    for place in chain(
        _places(pieces, _sourced), agency, *(_places(pieces, one) for one in (_told_first, _of_byline, _signed))
    ):
        if not _is_own(text[slice(*place)], outlet):
            return _credit(text, article, *place)
    return None


def _pieces(draft: Draft) -> list[_Piece]:
    readable = [k for k, block in enumerate(draft.blocks) if block.is_readable]
    near = range(readable[-_LAST:][0], readable[-1] + 1 + _BELOW) if readable else range(0)
    pieces = []
    for index, block in enumerate(draft.blocks):
        if block.role not in _NOT_ARTICLE:
            at = max(block.start, block.end - _LONGEST)
            pieces.append(_Piece(draft.text[at : block.end], at, block.role, block.is_readable, index in near))
    return pieces


def _places(pieces: Iterable[_Piece], reader: Callable[[_Piece], tuple[int, int] | None]) -> Iterator[tuple[int, int]]:
    """Yield what a reader finds, as places in the whole text."""
    for piece in pieces:
        place = reader(piece)
        if place:
            yield piece.at + place[0], piece.at + place[1]


def _is_own(words: str, outlet: str | None) -> bool:
    """Tell the outlet's own name: whole, in part, by its initials, or another name that the table knows it by."""
    own, name = fold_name(bare_outlet(outlet or "")).split(), fold_name(words).split()
    if not own or not name:
        return False
    bare = set(own) - {"the"} or set(own)
    if bare <= set(name) or set(name) <= set(own) or name == ["".join(word[0] for word in own)]:
        return True
    known = outlets.by_name(" ".join(name))
    return known is not None and known == outlets.by_name(fold_name(outlet or ""))


def _is_station(words: str) -> bool:
    """Tell the call sign of an American station, which its own site puts into datelines: "(KXYZ)"."""
    return _CALL_SIGN.fullmatch(words) is not None and not _is_agency(words)


def _sourced(piece: _Piece) -> tuple[int, int] | None:
    """Read "Source: NAME" above or below the article; elsewhere, and after "via", NAME must be an outlet's."""
    text = piece.text
    if piece.is_readable or len(text) >= _LONGEST_LINE:
        return None
    place = furniture.source_name(text)
    if place is None or _YEAR.search(text, *place):
        return None
    is_known = outlets.by_name(fold_name(text[slice(*place)])) is not None
    return place if is_known or (piece.is_near and _VIA.match(text) is None) else None


def _told_first(piece: _Piece) -> tuple[int, int] | None:
    """Read "This article originally appeared on X", "with material from X"."""
    match = _FIRST_TOLD.search(piece.text) if holds(piece.text, _FIRST_STEMS) else None
    if match and not is_full_name(match["name"]) and _YEAR.search(match["name"]) is None:
        return match.span("name")
    for pattern in (_MATERIAL, _CONTRIBUTED) if piece.is_near else ():
        match = pattern.search(piece.text)
        if match and _is_agency(match["name"]):
            return match.span("name")
    return None


def _of_byline(piece: _Piece) -> tuple[int, int] | None:
    """Read an agency in a byline that credits no picture."""
    if piece.role is not Role.BYLINE or _PICTURED.match(piece.text):
        return None
    match = AGENCY.search(piece.text)
    return match.span() if match else None


def _signed(piece: _Piece) -> tuple[int, int] | None:
    """Read an agency's sign: in brackets after the last words, in a notice of rights, on a line of its own."""
    if not piece.is_near:
        return None
    text = piece.text
    match = _SIGN.search(text, max(0, len(text) - _LONGEST_SIGN))
    if match is None and not piece.is_readable and len(text) < _LONGEST_LINE:
        match = _RIGHTS.search(text)
    if match is not None:
        return match.span("name") if _is_agency(match["name"]) else None
    codes = _CODES.fullmatch(text.strip()) if len(text) < _LONGEST_LINE else None
    if codes is None:
        return None
    name = "name" if codes["name"] else "bare"
    lead = len(text) - len(text.lstrip())
    is_one = _is_agency(codes[name]) if name == "name" else AGENCY.search(codes[name]) is not None
    return (codes.start(name) + lead, codes.end(name) + lead) if is_one else None


def _is_agency(words: str) -> bool:
    """Tell whether one of the names between strokes or commas is an agency's."""
    for part in re.split(r"[/,]| (?:and|und|et) ", words):
        known = outlets.by_name(fold_name(part))
        if AGENCY.fullmatch(part.strip()) or (known is not None and known.kind is outlets.Kind.AGENCY):
            return True
    return False


def _credit(text: str, article: str, start: int, end: int) -> Origin:
    words = text[start:end].rstrip(". ")
    return Origin(words.strip("()"), Evidence(article, start, start + len(words), words))
