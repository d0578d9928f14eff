"""What the words before a date say of it: that it is the day of publication, of a change, or of something else.

In: a line, and where a date stands in it. Out: a `Label`. The words are a closed class, of the languages that
`foreign.MONTHS` reads; the one nearest the date counts, the one after it where none is before.
"""

import re
import unicodedata
from enum import StrEnum

_REACH = 48  # characters before a date in which its label stands: "Dieser Artikel wurde veröffentlicht am "
_AFTER = 24  # and after it, where a design puts it there and no other date follows: "5 March 2018 (updated)"


class Label(StrEnum):
    """What a date is said to be."""

    PUBLISHED = "published"
    CHANGED = "changed"
    OTHER = "other"
    NONE = "none"


# Stems, with whatever ending.
_CHANGED = (
    "updat|up-dat|modif|revis|review|edited|aktualis|geander|bearbeit|zuletzt|uberarbeit|actualiz|aggiorn|atualiz"
    "|bijgewerkt|gewijzigd|uppdater|oppdater|opdater|andrad|endret|aendret|zmodyfik|zaktualiz|guncell|frissit|paivit|muokat"
    "|обновл|изменен|оновлен|актуализ|ενημερωσ|تحديث|עודכן"
)
_PUBLISHED = (
    "publi|pubbl|posted|releas|issued|created|written|uploaded|veroffent|erschien|gepostet|erstellt|eingestellt"
    "|geschrieben|verfasst|paru|redige|escrito|scritto|inserito|geplaatst|gepubliceerd|udgivet|offentlig|opublikowan"
    "|dodan|zverejn|vydan|uverejn|objavljen|kozzetet|megjelen|julkais|yayin|yayım|postat|diterbitkan"
    "|опубликов|размещ|опублік|публик|δημοσι|αναρτ|نشر|פורסם"
)
_OTHER = (
    "access|retriev|abgeruf|consult|visited|copyright|expire|gultig|deadline|geboren|receiv|eingegangen|accept"
    "|veranstaltung|joined|registr|mitglied|member|effective|gedruckt"
)
# Whole words.
_CHANGED_WORDS = "stand|maj|a jour"
_PUBLISHED_WORDS = "datum|date|dated|fecha|data|en ligne|first|pressemitteilung|vom"
_OTHER_WORDS = r"born|nato|ne|until|bis|since|seit|depuis|valid|between|before|after"
_LETTER = "a-zıα-ωа-џґא-תء-ي"
_LABELS = re.compile(
    rf"(?<![{_LETTER}])(?:(?:(?P<changed>{_CHANGED})|(?P<published>{_PUBLISHED})|(?P<other>{_OTHER}))[{_LETTER}]*"
    rf"|(?:(?P<changed2>{_CHANGED_WORDS})|(?P<published2>{_PUBLISHED_WORDS})|(?P<other2>{_OTHER_WORDS}))(?![{_LETTER}]))"
    r"|(?P<other3>©|\(c\))",
)
_LAST_PUBLISHED = re.compile(r"last (?:publish|post)")  # a page has one first publication, and the last is a change


def label(line: str, start: int, end: int) -> Label:
    """Say what the date at `line[start:end]` is.

    >>> label("Posted 5 March 2018, updated 7 March 2018", 29, 41)
    <Label.CHANGED: 'changed'>
    """
    before = fold(line[max(0, start - _REACH) : start])
    found = next(reversed(list(_LABELS.finditer(before))), None)
    if found is None:
        after = fold(line[end : end + _AFTER]).lstrip(" ,(-|·")
        found = None if any(map(str.isdecimal, after)) else _LABELS.match(after)
        before = ""
    if found is None or found.lastgroup is None:
        return Label.NONE
    if _LAST_PUBLISHED.search(before):
        return Label.CHANGED
    return Label(found.lastgroup.rstrip("23"))


def fold(words: str) -> str:
    """Take accents off and capitals down, character by character, so that places stay where they are."""
    if words.isascii():
        return words.lower()
    return "".join(c.lower() if c.isascii() else unicodedata.normalize("NFKD", c)[0].lower()[0] for c in words)
