"""Who wrote the article: what the markup declares, what the page's elements mark, what its lines say.

In: a draft and the outlet's name. Out: people's names, or the one body that signs where no person is named. A full
name goes over a single word whoever says it: publishing systems fill in nicknames where the page shows the name.
"""

import re
from collections.abc import Iterator, Sequence

from throughline.extract.draft import Draft
from throughline.extract.masthead import bodies, introduced
from throughline.extract.masthead.people import is_full_name, is_group, people
from throughline.model import Role
from throughline.tables import names as table
from throughline.text.fold import fold_name

_REACH = 14  # blocks before the article's first words, and ...
_BELOW = 6  # ... after them, in which its byline stands
_NEAR = 5  # blocks after the title in which a name alone is a byline
_LONGEST = 200  # characters of a byline
_LONE_WORDS = 2
_SIGNATURES = 2  # last readable blocks, one of which may be a name alone
_MOST_BYLINE_WORDS = 18  # of a line inside the article that begins as a byline
_VERBS = (
    r"written|reported|posted|published|story|words|text|veröffentlicht|eingestellt|geschrieben|verfasst|eingetragen"
)
_BY = re.compile(
    rf"(?:^|[|•●·–—-]\s*|\d{{4}},?\s+|\b(?:{_VERBS})\s+)"
    r"(?:by|von|vom|par|por|di|da|door|af|av|authors?|autor(?:in|en)?)\b:?\s+"
    rf"|^(?:{_VERBS})\s?:\s*|\b(?:authors?|autor(?:in|en)?)\s?:\s*|^by(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_ONLY_BY = re.compile(r"(?:written |posted |words |text )?(?:by|von|vom|par|por|di|da|door|af|av):?", re.IGNORECASE)
_PARTICLE = r"(?:von|van|de|da|del|della|der|den|di|al|bin|ben|el|la|le|du|dos|zu)"
_NAME = re.compile(rf"[A-ZÀ-Þ][\w.'’-]+(?: (?:[A-ZÀ-Þ][\w.'’-]*|{_PARTICLE})){{1,4}}")
# What follows the names: a mark, a day, the clock, a job after a comma is left to `names.people`.
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
_MONTH += r"|Nov(?:ember)?|Dec(?:ember)?)\b\.? \d"
_REST = re.compile(
    rf"\s*(?:[|•●·\t]|\s[–—-]\s|\b(?:on|am|um|at|in|updated|published|posted|last)\b\s|\b(?:le|el|il) \d|\d|\b{_MONTH}"
    r"|\b(?:quelle|source|fotos?|photos?|datum|tags)\s?:|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)",
    re.IGNORECASE,
)
_NO_NAME = frozenset(
    "the a an last you your read more how why what when this that all our new by no get best top".split()
)
_HEAD_ROLES = frozenset({Role.BYLINE, Role.DATELINE, Role.BOILERPLATE})
_NEVER_ROLES = frozenset({Role.COMMENT, Role.RELATED, Role.TITLE})


def authors(draft: Draft, outlet: str | None, host: str | None = None) -> tuple[str, ...]:
    """Name the authors: declared, else marked by an element, else in a byline; else whose name the site bears."""
    clues = draft.clues
    declared = people(clues.authors, outlet)
    marked = next((found for words in clues.bylines if (found := people([words], outlet))), ())
    lines = tuple(read(draft))
    lined = next((found for line, sure in lines if (found := people([line], outlet, declared=sure))), ())
    told = (declared, marked, lined)
    chosen = next((names for names in told if any(" " in name for name in names)), next(filter(None, told), ()))
    known = [name for names in (marked, lined) for name in names]
    if chosen:
        return tuple(dict.fromkeys(_as_shown(name, known) for name in chosen))
    owner = next(introduced.owners(draft, outlet, host), None)
    shown = (*clues.bylines, *(line for line, _ in lines))
    name = owner or bodies.find((*clues.bodies, *clues.authors), shown, outlet, host)
    return (name,) if name else ()


def _as_shown(name: str, shown: Sequence[str]) -> str:
    """Give a name as the page shows it: "Ilse" is "Ilse Marrow", "Ilse Marrow Gardener" is "Ilse Marrow"."""
    for other in shown:
        short, long = sorted((name, other), key=len)
        if short != long and long.startswith(f"{short} "):
            return short if " " in short else long
    return name


def read(draft: Draft) -> Iterator[tuple[str, bool]]:
    """Yield the words of each byline, those above the article first, then of what is said below about its author.

    With each goes whether it can only be a name, so that a single word may be one.
    """
    blocks = draft.blocks
    first = next((k for k, block in enumerate(blocks) if block.is_readable), len(blocks))
    titles = [k for k, block in enumerate(blocks[: first + _BELOW]) if block.role is Role.TITLE]
    start = titles[-1] if titles else first
    near = range(start, min(len(blocks), start + _NEAR))
    head = {*range(max(0, first - _REACH), min(len(blocks), first + _BELOW)), *near}
    signed = [k for k, block in enumerate(blocks) if block.role is Role.BYLINE]
    for index in (*sorted(head), *signed):
        block = blocks[index]
        if block.end - block.start > _LONGEST or block.role in _NEVER_ROLES:
            continue
        line = draft.words(index)
        if index + 1 < len(blocks) and _ONLY_BY.fullmatch(line):
            yield draft.words(index + 1)[:_LONGEST], False
        named = _named(line, block.role, is_near=index in near)
        if named == line and (block.is_readable or block.role is Role.CAPTION) and _is_told_of(draft, named):
            continue
        if named:
            yield named, index in near and _is_lone(line)
        elif index in near and " " not in line and _is_dated(draft, index):
            yield from [(line, True)] if table.gender(fold_name(line)) is not None else []
    yield from ((name, True) for name in introduced.below(draft, first))
    yield from ((name, False) for name in _signed_below(draft))


def _signed_below(draft: Draft) -> Iterator[str]:
    """Yield a name that stands alone below the last words, as newspapers sign: "Ilse Marrow", "Text: Ilse Marrow"."""
    readable = [k for k, block in enumerate(draft.blocks) if block.is_readable]
    for index in readable[-_SIGNATURES:][::-1] if len(readable) > _SIGNATURES else ():
        line = draft.words(index) if draft.blocks[index].end - draft.blocks[index].start <= _LONGEST else ""
        match = _BY.match(line)
        name = line[match.end() :] if match else line
        if is_full_name(name) and (match or not _is_told_of(draft, name)):
            yield name


def _is_told_of(draft: Draft, name: str) -> bool:
    """Tell a name that the article itself speaks of: who stands alone on a line then is its subject."""
    return any(
        b.end - b.start > 2 * len(name) and name in draft.text[b.start : b.end]
        for b in draft.blocks
        if b.is_readable or b.role is Role.TITLE
    )


def _is_lone(line: str) -> bool:
    """Tell "by ilse" and nothing else on the line."""
    return len(line.split()) == _LONE_WORDS and _BY.match(line) is not None


def _is_dated(draft: Draft, index: int) -> bool:
    """Tell whether the day stands right before or after a block."""
    around = (*draft.blocks[max(0, index - 1) : index], *draft.blocks[index + 1 : index + 2])
    return any(block.role is Role.DATELINE for block in around)


def _named(line: str, role: Role, *, is_near: bool) -> str | None:
    """Cut the names out of a line: what follows "by", or a name that a byline block or a day beside it shows."""
    match = _BY.search(line)
    if match and role not in _HEAD_ROLES and (len(line.split()) > _MOST_BYLINE_WORDS or line[-1] in ".!?"):
        return None
    rest = line[match.end() :] if match else line
    cut = _REST.search(rest, 1)
    names = rest[: cut.start()].strip(" ,.;") if cut else rest.strip(" ,.;")
    if match:
        return names if names[:1].isalpha() else None
    if is_near and (is_full_name(line) or _is_list_of_names(line) or _is_affiliated(line)):
        return line
    is_known = role is Role.BYLINE or (
        role in _HEAD_ROLES and cut is not None and any(char.isdigit() for char in rest[cut.start() :])
    )
    return names if is_known and _is_full_name(names.partition(",")[0]) else None


def _is_list_of_names(line: str) -> bool:
    parts = [part.strip() for part in line.split(",")]
    return len(parts) > 1 and all(_is_full_name(part) for part in parts) and any(map(is_full_name, parts))


def _is_affiliated(line: str) -> bool:
    """Tell "Ana Ruiz, University of the North": a name, and where its bearer works."""
    name, comma, rest = line.partition(",")
    return bool(comma) and len(line.split()) <= _MOST_BYLINE_WORDS and _is_full_name(name) and is_group(rest)


def _is_full_name(words: str) -> bool:
    parts = words.split()
    return _NAME.fullmatch(words) is not None and parts[0].lower() not in _NO_NAME and len(parts[-1]) > 1
