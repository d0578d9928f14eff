"""Who wrote the article: what the markup declares, what the page's elements mark, what its lines say.

In: a draft and the outlet's name. Out: people's names; none where nobody is named. A full name goes over a single
word whoever says it: publishing systems fill in nicknames where the page shows the name.
"""

import re
from collections.abc import Iterator, Sequence

from throughline.extract.draft import Draft
from throughline.extract.people import is_full_name, people
from throughline.model import Role

_REACH = 14  # blocks before the article's first words, and ...
_BELOW = 6  # ... after them, in which its byline stands
_NEAR = 5  # blocks after the title in which a name alone is a byline
_LONGEST = 200  # characters of a byline
_LONGEST_BIO = 700
_SHORT = 60  # characters of a heading
_BIO_UP, _BIO_DOWN = 1, 8  # blocks around the article's last words in which its author is introduced
_MOST_BYLINE_WORDS = 18  # of a line inside the article that begins as a byline
_VERBS = (
    r"written|reported|posted|published|story|words|text|veröffentlicht|eingestellt|geschrieben|verfasst|eingetragen"
)
_BY = re.compile(
    rf"(?:^|[|•●·–—-]\s*|\d{{4}},?\s+|\b(?:{_VERBS})\s+)"
    r"(?:by|von|vom|par|por|di|da|door|af|av|authors?|autor(?:in|en)?)\b:?\s+"
    rf"|^(?:{_VERBS}|authors?|autor(?:in|en)?)\s?:\s*",
    re.IGNORECASE,
)
_PARTICLE = r"(?:von|van|de|da|del|della|der|den|di|al|bin|ben|el|la|le|du|dos|zu)"
_NAME = re.compile(rf"[A-ZÀ-Þ][\w.'’-]+(?: (?:[A-ZÀ-Þ][\w.'’-]*|{_PARTICLE})){{1,4}}")
# What follows the names: a mark, a day, the clock, a job after a comma is left to `names.people`.
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
_MONTH += r"|Nov(?:ember)?|Dec(?:ember)?)\b\.? \d"
_REST = re.compile(
    rf"\s*(?:[|•●·\t]|\s[–—-]\s|\b(?:on|am|um|at|in|updated|published|posted|last)\b\s|\b(?:le|el|il) \d|\d|\b{_MONTH}"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)",
    re.IGNORECASE,
)
_NO_NAME = frozenset(
    "the a an last you your read more how why what when this that all our new by no get best top".split()
)
_HEAD_ROLES = frozenset({Role.BYLINE, Role.DATELINE, Role.BOILERPLATE})
_NEVER_ROLES = frozenset({Role.COMMENT, Role.RELATED, Role.TITLE})
_ABOUT = re.compile(
    r"(?:about|meet|written by) the (?:author|writer)s?|about (?:our|this) (?:author|contributor)"
    r"|(?:the |article )?author"
    r"|über (?:den autor|die autorin|die autoren)|(?:zum|zur) (?:autor|autorin)|(?:der autor|die autorin)|autorenprofil"
    r"|(?:sobre|acerca d)el? (?:el )?autora?|à propos de l[’']auteure?|sull[’']autore|l[’']autore|over de auteur"
    r"|sobre o autor",
    re.IGNORECASE,
)
_BIO = re.compile(
    r"(?P<name>[^,.:;()]{5,40}?)(?:, [^,]{2,60},)?"
    r"\s(?:is|was|has been|works|writes|covers|reports|ist|arbeitet|schreibt|berichtet"
    r"|est|es|è)\s(?=.{0,160}\b(?:writer|journalist\w*|reporter\w*|author|editor|correspondent\w*|columnist|contributor"
    r"|blogger\w*|autor\w*|redakteur\w*|redaktor\w*|kolumnist\w*|korrespondent\w*|journaliste|rédact\w*|periodista"
    r"|redactor\w*|giornalista|freelance\w*|writes|writing)\b)",
    re.IGNORECASE | re.DOTALL,
)


def authors(draft: Draft, outlet: str | None) -> tuple[str, ...]:
    """Name the authors: declared, else marked by an element, else in a byline; else whose name the site bears."""
    clues = draft.clues
    declared = people(clues.authors, outlet)
    marked = next((found for words in clues.bylines if (found := people([words], outlet))), ())
    lined = next((found for line in read(draft) if (found := people([line], outlet, declared=False))), ())
    told = (declared, marked, lined)
    chosen = next((names for names in told if any(" " in name for name in names)), next(filter(None, told), ()))
    known = [name for names in (marked, lined) for name in names]
    if chosen:
        return tuple(dict.fromkeys(_as_shown(name, known) for name in chosen))
    return (outlet,) if outlet and is_full_name(outlet) else ()


def _as_shown(name: str, shown: Sequence[str]) -> str:
    """Give a name as the page shows it: "Ilse" is "Ilse Marrow", "Ilse Marrow Gardener" is "Ilse Marrow"."""
    for other in shown:
        short, long = sorted((name, other), key=len)
        if short != long and long.startswith(f"{short} "):
            return short if " " in short else long
    return name


def read(draft: Draft) -> Iterator[str]:
    """Yield the words of each byline, those above the article first, then of what is said below about its author."""
    blocks = draft.blocks
    first = next((k for k, block in enumerate(blocks) if block.is_readable), len(blocks))
    titles = [k for k, block in enumerate(blocks[: first + _BELOW]) if block.role is Role.TITLE]
    start = titles[-1] if titles else first
    head = {
        *range(max(0, first - _REACH), min(len(blocks), first + _BELOW)),
        *range(start, min(len(blocks), start + _NEAR)),
    }
    for index in sorted(head):
        block = blocks[index]
        if block.end - block.start <= _LONGEST and block.role not in _NEVER_ROLES:
            named = _named(_words(draft, index), block.role, is_near=start <= index < start + _NEAR)
            if named:
                yield named
    for index, block in enumerate(blocks):
        if block.role is Role.BYLINE and block.end - block.start <= _LONGEST:
            named = _named(_words(draft, index), block.role, is_near=False)
            if named:
                yield named
    yield from _below(draft, first)


def _words(draft: Draft, index: int) -> str:
    return " ".join(draft.text[draft.blocks[index].start : draft.blocks[index].end].split())


def _below(draft: Draft, first: int) -> Iterator[str]:
    """Yield who is introduced below the article: under "About the author", or as "Ana Ruiz is a reporter ..."."""
    blocks = draft.blocks
    for index in range(first, len(blocks) - 1):
        is_short = blocks[index].role not in _NEVER_ROLES and blocks[index].end - blocks[index].start <= _SHORT
        if is_short and _ABOUT.fullmatch(_words(draft, index).strip(" :?!")):
            for words in (_words(draft, k)[:_LONGEST_BIO] for k in range(index + 1, min(len(blocks), index + 3))):
                bio = _BIO.match(words)
                yield from (name for name in (words, bio["name"] if bio else "") if is_full_name(name))
    last = max((k for k in range(len(blocks)) if blocks[k].is_readable), default=0)
    for index in range(max(first + 1, last - _BIO_UP), min(len(blocks), last + _BIO_DOWN)):
        bio = _BIO.match(_words(draft, index)[:_LONGEST_BIO]) if blocks[index].role not in _NEVER_ROLES else None
        if bio and is_full_name(bio["name"].strip()):
            yield bio["name"].strip()


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
    if is_near and is_full_name(line):
        return line
    is_known = role is Role.BYLINE or (
        role in _HEAD_ROLES and cut is not None and any(char.isdigit() for char in rest[cut.start() :])
    )
    return names if is_known and _is_full_name(names.partition(",")[0]) else None


def _is_full_name(words: str) -> bool:
    parts = words.split()
    return _NAME.fullmatch(words) is not None and parts[0].lower() not in _NO_NAME and len(parts[-1]) > 1
