"""Authors who stand in no byline: introduced below the article, or owners of the site it stands on.

In: a draft, the outlet's name and its host. Out: people's full names, likeliest first; nothing is yielded that does not
look like one.
"""

import re
from collections.abc import Iterator

from throughline.extract.draft import Draft
from throughline.extract.masthead import titles
from throughline.extract.masthead.people import is_full_name, people
from throughline.model import Role
from throughline.tables import names as table
from throughline.text.fold import fold_name

_LONGEST = 200  # characters of a notice of rights
_LONGEST_BIO = 700
_SHORT = 60  # characters of a heading
_UP, _DOWN = 1, 8  # blocks around the article's last words in which its author is introduced
_EDGE = 3  # readable blocks at either end in which the article may say who wrote it
_SHORTEST_SPELT = 5  # characters of a name that a host spells
_FULL = 2  # words
_NEVER_ROLES = frozenset({Role.COMMENT, Role.RELATED, Role.TITLE, Role.CAPTION})
_POSSESSIVE = re.compile(r"[’']s?\s(?:blog|site|website|page|homepage|weblog|newsletter)\b.*$", re.IGNORECASE)
_RIGHTS = re.compile(r"(?:©|\(c\)|\bcopyright)[\s\d,–-]*(?:by )?(?P<name>[^\W\d][^.,|()©\d]{3,40})", re.IGNORECASE)
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
_BIO_VERB = re.compile(
    r"\s(?:is|was|has|works|writes|covers|reports|joined|loves|lives|ist|arbeitet|schreibt|war|hat|est|es|è)\s"
)
_WRITTEN = re.compile(
    r"\b(?:post|article|story|piece|blog|guide|report|column|text|beitrag|artikel) (?:was |is |has been |wurde )?"
    r"(?:written|contributed|authored|verfasst|geschrieben)?\s?(?:by|von) (?P<name>[^,.:;()]{5,40})",
    re.IGNORECASE,
)


def below(draft: Draft, first: int) -> Iterator[str]:
    """Yield who is introduced from the article's first block on, "About the author" before what bios say."""
    blocks = draft.blocks
    for index in range(first, len(blocks) - 1):
        if blocks[index].role in _NEVER_ROLES or blocks[index].end - blocks[index].start > _SHORT:
            continue
        words, following = draft.words(index).strip(" :?!"), draft.words(index + 1)[:_LONGEST_BIO]
        if _ABOUT.fullmatch(words):
            bio = _BIO_VERB.search(following)
            yield from (name for name in (following, following[: bio.start()] if bio else "") if is_full_name(name))
        elif following.startswith(words.partition(" ")[0]) and is_full_name(words):
            bio = _BIO_VERB.match(following, len(words)) or _BIO_VERB.match(following, words.find(" "))
            yield from [words] if bio else []
    yield from _said(draft, first)


def _said(draft: Draft, first: int) -> Iterator[str]:
    """Yield whom the article's edges say wrote it: "This post was written by ...", "Ana Ruiz is a reporter ..."."""
    blocks = draft.blocks
    readable = [k for k, block in enumerate(blocks) if block.is_readable]
    for index in (*readable[:_EDGE], *readable[-_EDGE:]):
        written = _WRITTEN.search(draft.words(index)[:_LONGEST_BIO])
        if written and "written" in written.group().lower():
            yield from people([written["name"]], None, declared=False)
    last = readable[-1] if readable else 0
    for index in range(max(first + 1, last - _UP), min(len(blocks), last + _DOWN)):
        bio = _BIO.match(draft.words(index)[:_LONGEST_BIO]) if blocks[index].role not in _NEVER_ROLES else None
        if bio and is_full_name(bio["name"].strip()):
            yield bio["name"].strip()


def owners(draft: Draft, outlet: str | None, host: str | None) -> Iterator[str]:
    """Yield who the site belongs to, by its name, its titles, its notice of rights: a person's site is theirs."""
    spelt = titles.run_together(host or "")
    sites = (outlet or "", *(part for title in draft.clues.titles for part in titles.parts(title)[1:]))
    rights = (
        found["name"].strip()
        for block in draft.blocks
        if block.role is Role.BOILERPLATE and block.end - block.start <= _LONGEST
        for found in _RIGHTS.finditer(draft.text, block.start, block.end)
    )
    is_english = (draft.clues.language or "").startswith("en")
    for site in (*sites, *rights):
        for name in people([_POSSESSIVE.sub("", site)], None, declared=False):
            if is_full_name(name) or (is_english and _is_spelt(name, spelt)):
                yield name


def _is_spelt(name: str, host: str) -> bool:
    """Tell a name of two words, neither of which means anything in English, that the host spells."""
    words = fold_name(name).split()
    if len(words) != len(name.split()) or len(words) != _FULL or any(word.isupper() for word in name.split()):
        return False
    if any(table.is_small(word) or table.lookup(word) is not None for word in words):
        return False
    return "".join(words) in host or (len(words[0]) >= _SHORTEST_SPELT and host.startswith(words[0]))
