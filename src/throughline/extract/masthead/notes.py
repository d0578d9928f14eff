"""What a newsroom says of its own article: that it was updated or corrected, and when, if it says.

In: a draft, the id of its article, and the day it was published, if anyone knows. Out: `Note`s with their words, in
order. The forms are closed: a label at a line's beginning ("Correction:", "Aktualisiert am 3. Mai"), or a sentence
about "this article" or "an earlier version" of it. Comments and links to other stories say nothing of the article.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from throughline.dates.written import read_day
from throughline.extract.draft import Draft
from throughline.model import Evidence, Note, NoteKind, Role, When
from throughline.text.stems import holds

_LONGEST = 4000  # characters of a block that are looked at
_LONGEST_DAY = 60  # characters of a block that is the day of a label before it
_WHOLE = 500  # characters up to which a block that begins as a note is one
_FEWEST_WORDS = 6  # of a note that names no day
_MOST = 20  # notes of an article; live blogs have many
_ELSEWHERE = frozenset({Role.COMMENT, Role.RELATED, Role.CAPTION, Role.TITLE})

_PIECE = r"(?:article|story|report|piece|post|page|column|headline|review|item|guide)"
_DAYS = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b"
)
_LEAD = r"[\W_]{0,4}"
_UPDATE = re.compile(
    rf"{_LEAD}(?:(?:article |story |last )?updated(?= ?[:|(–—-]| (?:at|on|by)\b| \d| (?:{_DAYS}))"
    r"|last update(?: ?:|d?(?: on\b| \d))|last (?:modified|edited)\b(?=.{0,12}\d)"
    rf"|this {_PIECE} (?:was|has been) (?:last |most recently )?updated\b"
    r"|(?:zuletzt |letztmals )?aktualisiert(?: am\b|:|\s\d)|(?:letzte )?aktualisierung(?: vom)?\s?[:\d]"
    r"|(?:mise? à jour|mis à jour|actualisé)(?: le\b|\s?:|\s\d)|(?:actualizado|actualización)"
    r"(?: el\b|\s?:|\s\d|\sa las)"
    r"|aggiornat[oa](?: il\b| alle\b|\s?:|\s\d)|aggiornamento\s?:|atualizad[oa](?: em\b|\s?:|\s\d)"
    r"|(?:bijgewerkt|gewijzigd)(?: op\b|\s?:|\s\d)|(?:oppdatert|uppdaterad|opdateret)(?: den\b|\s?:|\s\d))",
    re.IGNORECASE,
)
_ADDED = re.compile(
    rf"{_LEAD}update(?: \d+)?(?: ?[:–—]| \(| ?\[|,? (?:\d|{_DAYS}))",
    re.IGNORECASE,  # and then what is new
)
_CORRECTION = re.compile(
    rf"{_LEAD}(?:(?:editor[’']?s? note|update)\s?[:–—-]\s?)?(?:(?:correction|clarification|corrigendum|erratum"
    r"|korrektur|berichtigung|richtigstellung|rectificatif|rectificación|corrección|correzione|rectificatie|correctie"
    r"|korrigering|rättelse|rettelse)s?(?: (?:made|appended|added|vom|am|of|on)\b[^:]{0,40})?"
    r"(?:,? [^:.]{3,30})?\s?[:–—]"
    r"|fe de erratas?\s?:|errata corrige\s?:)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    rf"\b(?:(?:an|the|a) (?:earlier|previous|original) version of (?:this|the|our) {_PIECE}"
    rf"|this {_PIECE}(?:[’']s headline)? (?:was|has been) (?:subsequently )?"
    r"(?:amended|corrected|clarified|revised|edited|updated|changed)\b(?! by\b)"
    r"|in einer (?:früheren|ersten|vorherigen|ursprünglichen|älteren) (?:version|fassung)"
    r" (?:dieses|des|unseres|haben|hieß|hatten|stand|war|wurde)\b"
    r"|version (?:précédente |antérieure |initiale )?de (?:cet|cette) (?:article|dépêche)"
    r"|versión (?:anterior|previa) de (?:este|esta) (?:artículo|nota|noticia|historia)"
    r"|versione precedente di questo articolo|eerdere versie van dit (?:artikel|bericht)"
    r"|versão anterior d(?:este|esta) (?:artigo|reportagem|matéria))",
    re.IGNORECASE,
)
_STEMS = (  # one of these stands in every sentence of that kind; looked for first, for speed
    "ersion", "assung", "ersión", "ersão", "ersie", "mended", "orrected", "larified", "evised", "dited", "pdated",
    "hanged",
)  # fmt: skip
_EDITORS = re.compile(
    rf"{_LEAD}(?:editor[’']?s?[’']? note|anm(?:erkung|\.) d(?:er|\.) red(?:aktion|\.)|hinweis der redaktion|ndlr"
    r"|nota del editor)",
    re.IGNORECASE,
)
_MENDED = re.compile(
    r"\b(?:correct|clarif|misspel|misstat|misidentif|mischaracter|misattribut|mistaken|error|incorrect|wrong|inaccura"
    r"|amended|erroneous|apologi[sz]e|retract|korrigi|berichtig|fehler|falsch|irrtümlich|versehentlich|richtiggestellt"
    r"|erreur|erroné|corrig|rectifi|erróne|equivoca|errat|sbagliat|fout|onjuist|(?:earlier|previous|original) version"
    r"|(?:früheren|ersten|vorherigen|ursprünglichen|älteren) (?:version|fassung))",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:updated?|aktualisiert|ergänzt|actualis|actualiz|aggiorn|atualiz|bijgewerkt)", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[A-ZÀ-Þ\"“„])")
_NO_YEAR = re.compile(r"\b(?:\d{1,2}(?:st|nd|rd|th)?\.? [A-Za-zäû]{3,10}|[A-Z][a-zäû]{2,9}\.? \d{1,2})\b")


_SOME_DAY = date(2000, 1, 1)  # of a leap year: whether words name a day does not hang on when they were published


def find(draft: Draft, article: str, published: date | None) -> tuple[Note, ...]:
    """Find the notes."""
    found: list[Note] = []
    for index, block in enumerate(draft.blocks):
        if block.role in _ELSEWHERE or len(found) >= _MOST:
            continue
        text = draft.text[block.start : min(block.end, block.start + _LONGEST)]
        for start, end, kind in _of_block(text, is_read=block.is_readable):
            stop = _end_of_label(draft, index) if text.rstrip().endswith(":") else block.start + end
            words = draft.text[block.start + start : stop]
            when = _when(words, published)
            is_dated = _when(words, published or _SOME_DAY) is not None
            if is_dated or (stop == block.start + end and len(words.split()) >= _FEWEST_WORDS):
                found.append(Note(kind, Evidence(article, block.start + start, stop, words), when))
    return tuple(found)


def dated(found: Sequence[Note], published: date | None) -> tuple[Note, ...]:
    """Read the days of notes again, for an article that was published on another day."""
    return tuple(replace(note, when=_when(note.evidence.words, published)) for note in found)


def _end_of_label(draft: Draft, index: int) -> int:
    """Find where "Last updated:" ends whose day is the next block."""
    following = draft.blocks[index + 1 : index + 2]
    return next((block.end for block in following if block.end - block.start <= _LONGEST_DAY), draft.blocks[index].end)


def _of_block(text: str, *, is_read: bool) -> Iterator[tuple[int, int, NoteKind]]:
    """Yield the notes in one block: all of it where it begins as one, else the sentences that are one."""
    kind = _label(text, is_read=is_read)
    if kind is not None:
        end = len(text) if len(text) <= _WHOLE else _sentence(text, 0)[1]
        yield 0, end, kind
        return
    about = _ABOUT.search(text) if holds(text, _STEMS) else None
    if about is not None:
        start, end = _sentence(text, about.start())
        yield start, end, _kind(text[start:end])


def _label(text: str, *, is_read: bool) -> NoteKind | None:
    """Say what kind of note a block begins as. What is new stands in the article, not in the site's own notices."""
    if _CORRECTION.match(text):
        return NoteKind.CORRECTION
    if _EDITORS.match(text) and (_MENDED.search(text) or _CHANGED.search(text)):
        return _kind(text)
    if _UPDATE.match(text) or (is_read and _ADDED.match(text)):
        return NoteKind.CORRECTION if _ABOUT.search(text) and _MENDED.search(text) else NoteKind.UPDATE
    return None


def _kind(words: str) -> NoteKind:
    return NoteKind.CORRECTION if _MENDED.search(words) else NoteKind.UPDATE


def _sentence(text: str, at: int) -> tuple[int, int]:
    """Find the sentence around a place."""
    start = 0
    for mark in _SENTENCE_END.finditer(text):
        if mark.end() > at:
            return start, mark.start()
        start = mark.end()
    return start, len(text)


def _when(words: str, published: date | None) -> When | None:
    """Read the day of a note; one without a year is of the year the article was published in."""
    readings = read_day(words)
    if readings:
        return readings[0] if len(readings) == 1 else None
    bare = _NO_YEAR.search(words)
    if bare is None or published is None:
        return None
    readings = read_day(f"{bare.group()} {published.year}")
    return readings[0] if len(readings) == 1 else None
