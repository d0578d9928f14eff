r"""Penn Treebank text: tokens apart, a sentence a line, layout lost. How corpora of news keep their articles.

In: such a text and its pieces. Out: the pieces cut where several things stand on one line (a caption, its credit and
the report; the reporters' credits and the site's own words), and a role for each. The text stays as it is.
"""

import re
from collections.abc import Iterator, Sequence

from throughline.extract import furniture
from throughline.extract.masthead import dateline
from throughline.extract.plaintext import running
from throughline.extract.plaintext.paragraphs import Piece
from throughline.model import READABLE, Role

_SAMPLE = 20_000  # characters by which the form is known
_HEAD = 6  # pieces in which captions and the dateline stand
_HEAD_REACH = 600  # characters of such a piece that are looked at

_TOKENS = re.compile(
    r" ?(?:-RRB-|-RSB-)|(?:-LRB-|-LSB-) ?|`` ?| ?''|\\([/*])| (?=[.,:;!?%]|'s\b|n't\b|'(?:re|ve|ll|d|m)\b)"
)
_PLAIN = {"-RRB-": ")", "-RSB-": "]", "-LRB-": "(", "-LSB-": "[", "``": "“", "''": "”"}
_AGENCIES = r"(?:AP|AFP|EPA|REUTERS|Reuters|Getty Images|Associated Press)"
_PHOTOGRAPH = re.compile(
    r"(?:Photo(?:graph|s)?|Picture|Image|Video) : "
    r"(?:(?:AP|AFP|EPA|PA|Reuters|Corbis|Alamy|Rex Features|Getty Images)(?= |$)"
    r"|(?:[A-Z][\w.'’-]* ){0,4}?[A-Z][\w.'’-]*(?:\\?/ ?[A-Z]\w*)+"
    r"(?: (?:Images|Pictures|Features|Press))?(?= |$))"
    r"|-LRB- (?:By )?[^()]{0,80}?(?: -- |\\?/|\bPhotos?\b|\bImages\b|\b(?:AP|AFP|Reuters|Bloomberg)\b)[^()]{0,60}?"
    r"-RRB-(?! ?-)"
)
_AGENCY_ALONE = re.compile(rf"{_AGENCIES}(?= [A-Z])")
# A masthead's day and hour on one line with what follows: "LONDON | Thu Apr 29 , 2010 11:29 am EDT ...".
_MASTHEAD = re.compile(
    r"(?:[^|.]{1,60}\| )?(?:[A-Z][a-z]{2,8} ,? ?)?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}) ,? ?\d{4}"
    r" ?[;,|-]? ?(?:\d{1,2}[:.]\d\d(?: ?[apAP]\.?[mM]\.?)?(?: (?:[A-Z]{2,4}\b))?(?: \|)?|(?<=\| ))"
)
_BYLINE = re.compile(
    r"By (?:the [A-Z]{2,5} (?:Wires? )?Staff|(?:[A-Z][\w.'’-]+ ){2,4}(?:and (?:[A-Z][\w.'’-]+ ){2,4})?, "
    r"(?:Special to )?[A-Z]{2,5})(?= [A-Z])"
)
_DAY_COLON = re.compile(r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?: , \d{4})?|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?) : [A-Z]")
_CREDITED = re.compile(
    r"-LRB- (?:Additional |Main )?(?:[Rr]eport|[Ww]rit|[Ee]dit|[Cc]ompil)\w+ (?:[Bb]y|and) .{2,400}?-RRB-"
)


def is_treebank(text: str) -> bool:
    """Tell whether the text is Penn Treebank tokens: every sentence mark stands alone, as nobody types it."""
    sample = text[:_SAMPLE]
    apart = sample.count(" . ") + sample.count(" .\n") + sample.count(" , ")
    close = sum(sample.count(mark) for mark in (". ", ".\n", ", ")) - apart
    return apart >= 3 and apart > close


def plain(words: str) -> str:
    """Write tokens as people do, for those who judge by form.

    >>> plain("`` They left , '' he said -LRB- again -RRB- .")
    '“They left,” he said (again).'
    """
    return _TOKENS.sub(lambda token: _PLAIN.get(token.group().strip(), token.group(1) or ""), words)


def read(text: str, pieces: Sequence[Piece]) -> tuple[list[Piece], list[Role]]:
    """Cut the pieces and name them."""
    opening = _opening(text, pieces[:_HEAD])
    units: list[Piece] = []
    named: dict[int, Role] = {}  # by where a unit starts
    for index, piece in enumerate(pieces):
        starts = [piece.start, *_ends(_CREDITED, text, piece)]
        if opening is not None and piece.start < opening < piece.end:
            starts.append(opening)
        if index < _HEAD:
            for start, end, role in _fronts(text, piece, units):
                named[start] = role
                starts.append(end)
                if role is Role.CAPTION and units:
                    named.setdefault(units[-1].start, role)
        units.extend(_cut(text, piece, sorted(set(starts))))
    lines = [plain(" ".join(text[unit.start : unit.end].split())) for unit in units]
    first = next((k for k, unit in enumerate(units) if opening is not None and unit.start >= opening), 0)
    roles = [Role.CAPTION if furniture.is_caption(line) else Role.BOILERPLATE for line in lines[:first]]
    roles += running.roles(lines[first:], opened=opening is not None)
    roles = [named.get(unit.start, role) for unit, role in zip(units, roles, strict=True)]
    return units, roles if any(role in READABLE for role in roles) else [Role.BODY] * len(units)


def _ends(pattern: re.Pattern[str], text: str, piece: Piece) -> Iterator[int]:
    """Find the places within a piece where something that the pattern knows ends."""
    for match in pattern.finditer(text, piece.start, piece.end):
        if match.end() < piece.end:
            yield match.end()


def _fronts(text: str, piece: Piece, before: Sequence[Piece]) -> Iterator[tuple[int, int, Role]]:
    """Find what stands before the report on one line with it: the day, the byline, a picture's credit."""
    at = piece.start
    for pattern, role in ((_MASTHEAD, Role.DATELINE), (_BYLINE, Role.BYLINE), (_PHOTOGRAPH, Role.CAPTION)):
        match = pattern.match(text, at, piece.end)
        if match is None and role is Role.CAPTION and before and _is_dated_caption(text, before[-1]):
            match = _AGENCY_ALONE.match(text, at, piece.end)
        if match is not None and match.end() < piece.end:
            yield at, match.end(), role
            at = match.end() + 1


def _is_dated_caption(text: str, piece: Piece) -> bool:
    """Tell "June 4 : Oil is seen gushing around the cap ."; its credit begins the next line."""
    return _DAY_COLON.match(text, piece.start, piece.end) is not None


def _opening(text: str, head: Sequence[Piece]) -> int | None:
    """Find where the report's dateline stands in the first pieces: what is before it is no report."""
    for piece in head:
        at = dateline.inside(text, piece.start, min(piece.end, piece.start + _HEAD_REACH))
        if at is not None:
            return at
    return None


def _cut(text: str, piece: Piece, starts: Sequence[int]) -> Iterator[Piece]:
    """Cut a piece before each start; white space between the parts belongs to none."""
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else piece.end
        part = text[start:end]
        size = len(part.rstrip())
        lead = len(part) - len(part.lstrip())
        if size > lead:
            yield Piece(start + lead, start + size, piece.gap if index == 0 else 1)
