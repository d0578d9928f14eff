"""The part of the outlet an article ran in, in the outlet's own word: "World", "Wirtschaft".

In: what the markup declares and the trail from the front page shows, and the address. Out: a section, or None. The
address is asked last: its first folder often is a section's name.
"""

import re
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from throughline.text.fold import fold_name

_LONGEST = 50  # characters
_MOST_WORDS = 6
_FRONT = re.compile(
    r"(?:home(?:page)?|start(?:seite)?|inicio|portada|accueil|you are here|sie sind hier|back|zurück|main|all"
    r"|uncategorized|allgemein|unkategorisiert|sin categoría|non classé|articles?|artikel|post|posts"
    r"|strona główna|página inicial|principal|hjem|hem|etusivu|главная|.*\?"
    r"|skip (?:to|navigation).*"
    r"|(?:zum|direkt zum) inhalt.*|[\W\d_]*)",
    re.IGNORECASE,
)
# Folders that say what kind of thing lies there, in what language or form, not what it is about.
_NO_SECTION = re.compile(
    r"(?:[a-z]|[a-z]{2}(?:[-_][a-z]{2})?|\d.*|articles?|artikel|story|stories|posts?|blogs?|content|index.*|amp"
    r"|archives?|archiv"
    r"|news|nachrichten|noticias?|detail|node|pages?|web|www|www-.*|wp-content|id|permalink|tag|category|date|site|sites|default"
    r"|show|view|read|meldung(?:en)?|beitrag|beitraege|aktuelles?|home|public|cms|print)(?:\.\w+)?",
    re.IGNORECASE,
)
_FEWEST_FOLDERS = 2
_MOST_FOLDER_LETTERS = 20


def choose(said: Sequence[str], url: str | None, title: str | None, outlet: str | None) -> str | None:
    """Choose the section."""
    taken = {fold_name(words) for words in (title, outlet) if words}
    for words in said:
        if _can_be_section(words) and fold_name(words) not in taken and not _begins(title, words):
            return words
    return _of_address(url)


def _can_be_section(words: str) -> bool:
    is_short = len(words) <= _LONGEST and len(words.split()) <= _MOST_WORDS
    return (
        is_short and not words.startswith(("http:", "https:")) and _FRONT.fullmatch(words) is None and "|" not in words
    )


def _begins(title: str | None, words: str) -> bool:
    """Tell a title that the trail cuts short."""
    return title is not None and len(words.split()) > 2 and fold_name(title).startswith(fold_name(words.rstrip("….")))


def _of_address(url: str | None) -> str | None:
    try:
        folders = [unquote(folder) for folder in urlsplit(url or "").path.split("/") if folder]
    except ValueError:
        return None
    if len(folders) < _FEWEST_FOLDERS:
        return None
    first = folders[0]
    is_word = first.replace("-", "").isalpha() and len(first) <= _MOST_FOLDER_LETTERS
    return first if is_word and _NO_SECTION.fullmatch(first) is None else None
