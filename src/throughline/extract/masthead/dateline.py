"""The dateline that opens a report: "BRUSSELS -- ", "ERBIL, Kurdistan Region – ", "BAGHDAD (Reuters) - ", "(CNN) -- ".

In: a text and where a block of it begins. Out: a `Dateline` with its place in the text, the place name and the
agency, or None. The form is a closed one: capitals or a date or an agency, then a dash.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from throughline.model import Block, MentionType, Role
from throughline.tables import names as table
from throughline.text.fold import fold_name

_CITY = r"[A-ZÀ-Þ][A-ZÀ-Þ'’./\\]+(?:[ -](?:[A-ZÀ-Þ][A-ZÀ-Þ'’./\\]*|de|la|el|al|of)){0,4}"
_TITLE_CITY = r"[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){0,3}"
_REGION = r"(?:,? ?, [A-Z][\w.'’ -]{1,30}?){0,2}"
_DAY = r"(?:,? ?, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? ?,? \d{4})?)"
_AGENCY_DAY = _DAY.replace("(?:,? ?, (?:", "(?:,? ?,? (?:", 1)  # before an agency the comma may be missing
_AGENCY = r"(?: ?,? ?(?:\(|-LRB-) ?(?P<%s>[A-Z][\w./ &-]{1,30}?) ?(?:\)|-RRB-))"
_DASH = r" ?(?:--|—|–|-|―) "
_FORMS = (
    re.compile(rf"(?P<place>{_CITY}{_REGION}){_AGENCY_DAY}?{_AGENCY % 'a0'}{_DASH}"),
    re.compile(rf"(?P<place>{_CITY}{_REGION}){_DAY}?{_AGENCY % 'a1'}?{_DASH}"),
    re.compile(rf"(?P<place>{_TITLE_CITY}{_REGION}){_DAY}{_AGENCY % 'a2'}?{_DASH}"),
    re.compile(rf"(?P<place>{_TITLE_CITY}{_REGION}){_DAY}?{_AGENCY % 'a3'}{_DASH}"),
    re.compile(rf"{_AGENCY % 'a4'}{_DASH}"),
)
_LONGEST = 90  # characters; the longest real ones name city, region, day and agency


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where it stands (the dash is in, white space after it is not), the place and the agency it names."""

    start: int
    end: int
    place: str | None
    agency: tuple[int, int] | None


def at_start(text: str, start: int, end: int) -> Dateline | None:
    """Read the dateline that the block `text[start:end]` opens with."""
    window = min(end, start + _LONGEST)
    for form in _FORMS:
        match = form.match(text, start, window)
        if match and match.end() < end:
            found = _read(text, match)
            if found is not None:
                return found
    return None


# A picture's caption glued to the report that follows: words, the agency in brackets, then a dateline in capitals.
_GLUED = re.compile(rf"(?P<credit>\([A-Z][\w/ .&-]{{1,40}}\)) (?P<place>{_CITY}{_REGION}){_DAY}?{_DASH}(?=[A-Z“\"])")
_CAPTION_REACH = 400  # characters within which such a caption ends


def after_caption(text: str, start: int, end: int) -> Dateline | None:
    """Read a dateline that follows a glued caption; the caption is what stands before it."""
    match = _GLUED.search(text, start, min(end, start + _CAPTION_REACH))
    if match is None or match.start() == start:
        return None
    return Dateline(match.start("place"), _trim(text, match.end()), _clean(match["place"]), None)


# A dateline after a headline, caption or masthead on one line. No place begins with a clock's zone or a credit.
_NO_PLACE = r"(?!(?:[ECMP][SD]T|[ECMP]T|GMT|BST|IST|CES?T|UTC|AP|AFP|EPA|BP|UPDATE)\b)"
_INSIDE = re.compile(
    rf"(?<=\s){_NO_PLACE}(?:{_CITY}|{_TITLE_CITY}){_REGION}{_AGENCY_DAY}?{_AGENCY % 'a1'}{_DASH}(?=\S)"
    rf"|(?<=\s){_NO_PLACE}(?=[A-Z]{{4}}|[A-Z.]+ [A-Z]{{3}}){_CITY}{_REGION}{_DAY}? ?(?:--|—|–) (?=[A-Z“\"`])"
)


def inside(text: str, start: int, end: int) -> int | None:
    """Find where a dateline stands within `text[start:end]`, at its start or after other things."""
    if at_start(text, start, end) is not None:
        return start
    match = _INSIDE.search(text, start, end)
    return match.start() if match else None


def _read(text: str, match: re.Match[str]) -> Dateline | None:
    groups = match.groupdict()
    name = next((key for key in ("a0", "a1", "a2", "a3", "a4") if groups.get(key)), None)
    place, agency = groups.get("place"), match.span(name) if name else None
    if place is None and name and _is_known_place(groups[name]):
        place, agency = groups[name], None  # "(Leipzig) - " names where, not who
    if place and not agency and _is_mere_word(place):
        return None
    return Dateline(match.start(), _trim(text, match.end()), _clean(place) if place else None, agency)


def _is_known_place(words: str) -> bool:
    known = table.lookup(fold_name(words))
    return known is not None and known.type in {MentionType.PLACE, MentionType.STATE}


def _is_mere_word(place: str) -> bool:
    """Tell a kicker in capitals ("MIGRATION - ") from a town: a word that is written small, and no place's name."""
    words = fold_name(place.partition(",")[0])
    return all(table.is_small(word) for word in words.split()) and table.lookup(words) is None


def _trim(text: str, end: int) -> int:
    while text[end - 1].isspace():
        end -= 1
    return end


def _clean(place: str) -> str:
    return " ".join(place.replace(" ,", ",").split()).strip(" ,")


_OPENINGS = 3  # paragraphs that may open with the dateline: a summary or a kicker may stand above it


def part(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Part the dateline, and a caption glued before it, from the article's first paragraphs."""
    found = list(blocks)
    openings = [index for index, block in enumerate(blocks) if block.role is Role.BODY][:_OPENINGS]
    for index in openings:
        cut = carve(text, blocks[index].start, blocks[index].end)
        if len(cut) > 1:
            found[index : index + 1] = cut
            break
    return tuple(found)


def carve(text: str, start: int, end: int) -> list[Block]:
    """Cut an article's first paragraph into blocks: a glued caption, the dateline, and what it opens."""
    found = after_caption(text, start, end)
    blocks = [Block(Role.CAPTION, start, start + len(text[start : found.start].rstrip()))] if found else []
    found = found or at_start(text, start, end)
    if found is None:
        return [Block(Role.BODY, start, end)]
    rest = found.end
    while rest < end and text[rest].isspace():
        rest += 1
    blocks.append(Block(Role.DATELINE, found.start, found.end))
    if rest < end:
        blocks.append(Block(Role.BODY, rest, end))
    return blocks
