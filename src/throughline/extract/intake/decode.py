"""Bytes of a page to text, whatever it says of itself: never an error, never a lone surrogate, linear time.

The order: a byte order mark; UTF-16 by its NULs; UTF-8 if all of it is valid (text in another encoding hardly
ever is); what was declared by the container, then by the page; where UTF-8 and something else are mixed, UTF-8
with the other bytes read one by one; else a guess from the bytes themselves, else windows-1252.
"""

import codecs
import re
from itertools import islice
from typing import Final

from charset_normalizer import CharsetMatch, from_bytes

from throughline.extract.media import wide_encoding

_SAMPLE_BYTES: Final = 16_000  # a guess needs some hundred letters; more only takes time
_GUESS_BYTES: Final = 1_000_000
_LEAST_TO_GUESS: Final = 12  # below, guesses are worse than windows-1252, which is right for most of the web's rest
_GUESSED: Final = (  # the legacy encodings that browsers detect (WHATWG Encoding Standard, the usual defaults)
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 iso8859_2 koi8_r cp874 cp932 euc_jp cp949 gb18030 big5"
).split()
# How much worse windows-1252 may look and still be taken. Of 444 Western pages stripped of their charset, 427 come
# out right to the letter with these and 357 with none; of 32 in Latin-2, 25 and 26.
_CHAOS: Final = 0.01
_COHERENCE: Final = 0.05
_HIGH_BYTES: Final = bytes(range(0x80, 0x100))
_META_BYTES: Final = 4096  # browsers look at 1,024; pages with long comments before <head> need more
_META = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
# Labels that stand for a larger set in practice (WHATWG Encoding Standard, "names and labels").
_LARGER: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
}
_ESCAPING: Final = {"iso2022_jp", "iso2022_kr", "hz"}  # all their bytes are ASCII, so they pass for UTF-8
_FALLBACK: Final = "cp1252"
_SINGLE: Final = frozenset(
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866 cp874 koi8-r koi8-u mac-roman mac-cyrillic "
    "iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 "
    "iso8859-15 iso8859-16".split()
)
_NEVER: Final = ("utf", "unicode", "raw", "idna", "punycode", "undefined", "mbcs", "oem")
_MARK: Final = "\ufeff"
# Bytes that are no UTF-8 beside this share of lines that are: the text is a mixture. In GBK one two-letter line
# in thirty passes for UTF-8 by chance, long lines never do.
_MIXED_LINES: Final = 0.1
_WORTH_SAYING: Final = 100  # a character cut in two by a crawler's limit is no second encoding; one byte in 100 is
_STRAY = re.compile("[\udc80-\udcff]")
_FOREIGN = re.compile(rb"[\x80-\xff][^\n]{0,500}")
_BEFORE: Final = 40  # bytes before the first foreign one: a word or two, as context


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text; `declared` is the charset that the container gives (an HTTP header, say), if any."""
    wide = wide_encoding(data)
    if wide:
        return data.decode(wide, "replace").removeprefix(_MARK)
    if (b"\x1b" in data or b"~{" in data) and (escaping := _said(data, declared)) in _ESCAPING:
        return data.decode(escaping or "", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        said = _said(data, declared)
    if _strays(data, said):
        return _decode_mixed(data, said).removeprefix(_MARK)
    codec = said or _guess(data)
    return data.decode(codec, "replace") if codec else _decode_mixed(data, None)


def doubt(data: bytes, declared: str | None = None) -> str | None:
    """Say what makes the reading of these bytes uncertain, in words for a person; None where nothing does."""
    wide = wide_encoding(data)
    if wide:
        return f"text in {wide[:6].upper()}, read as such"
    if b"\0" in data:
        return f"{data.count(0):,} NUL bytes in the text, left out"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        said = _said(data, declared)
        strays = _strays(data, said)
        if strays * _WORTH_SAYING > len(data) - len(data.translate(None, _HIGH_BYTES)):
            return f"two encodings in one text: UTF-8, and {strays:,} bytes that are none, read as {said or _FALLBACK}"
    return None


def _said(data: bytes, declared: str | None) -> str | None:
    """The codec that container or page name, where it is none of UTF-8 and fits the bytes at all."""
    found = _META.search(data[:_META_BYTES])
    in_page = (found.group(1) or found.group(2)).decode("ascii", "replace") if found else None
    for label in (declared, in_page):
        name = _codec(label)
        if name is None or name in _ESCAPING:
            if name and (b"\x1b" in data or b"~{" in data):
                return name
            continue
        try:
            data.decode(name)
        except UnicodeDecodeError:
            if name not in _SINGLE:
                continue
        return name
    return None


def _codec(label: str | None) -> str | None:
    """Python's name for a charset label, or for the larger set it stands for; None for UTF-8 and for none at all."""
    if not label:
        return None
    try:
        info = codecs.lookup(label.strip())
    except (LookupError, ValueError):
        return None
    name = info.name
    # UTF-16 named by a page whose name could be read as ASCII is a mistake (HTML Standard, 13.2.3.2).
    is_text = getattr(info, "_is_text_encoding", True)
    return None if not is_text or name.startswith(_NEVER) else _LARGER.get(name, name)


def _strays(data: bytes, said: str | None) -> int:
    """How many bytes are no UTF-8 in a text that is UTF-8 otherwise; 0 where it is not."""
    if said and said not in _SINGLE:
        return 0
    text, sound_text = data.decode("utf-8", "surrogateescape"), data.decode("utf-8", "ignore")
    strays = len(text) - len(sound_text)
    letters = len(sound_text) - len(sound_text.encode("ascii", "ignore"))
    if letters >= strays:
        return strays
    foreign = [line for line in text.splitlines() if not line.isascii()]
    sound = sum(1 for line in foreign if not _STRAY.search(line))
    return strays if sound >= len(foreign) * _MIXED_LINES else 0


def _decode_mixed(data: bytes, said: str | None) -> str:
    """UTF-8 where it is valid, every other byte by itself in a one-byte set."""
    table = bytes(range(256)).decode(said or _FALLBACK, "replace")
    return _STRAY.sub(lambda byte: table[ord(byte.group()) - 0xDC00], data.decode("utf-8", "surrogateescape"))


def _guess(data: bytes) -> str | None:
    """The likeliest codec of bytes that nobody names, judged by the lines beyond ASCII; None for windows-1252."""
    head = data[:_GUESS_BYTES]
    runs = (head[max(run.start() - _BEFORE, 0) : run.end()] for run in _FOREIGN.finditer(head))
    sample = b"\n".join(islice(runs, _SAMPLE_BYTES // _BEFORE))[:_SAMPLE_BYTES]
    if len(sample) - len(sample.translate(None, _HIGH_BYTES)) < _LEAST_TO_GUESS:
        return None
    matches = list(from_bytes(sample, cp_isolation=list(_GUESSED), enable_fallback=False))
    if not matches or any(_as_good(match, matches[0]) for match in matches):
        return None
    return _codec(matches[0].encoding)


def _as_good(match: CharsetMatch, best: CharsetMatch) -> bool:
    """Whether a match gives windows-1252 and is as good as the best: Western sets differ in few letters."""
    is_western = "cp1252" in match.could_be_from_charset
    return is_western and match.chaos <= best.chaos + _CHAOS and match.coherence >= best.coherence - _COHERENCE
