"""What kind of thing some bytes are: their first bytes and a file name in, a media type or a reason against in out.

Content speaks before the name: a picture named .html is a picture. The name only decides where bytes can't
(JSON lines or one JSON document, prose or Markdown).
"""

import re
from dataclasses import dataclass
from typing import Final

# What a Page can be.
HTML: Final = "text/html"
TEXT: Final = "text/plain"
MHTML: Final = "multipart/related"
JSON: Final = "application/json"
RSS: Final = "application/rss+xml"
ATOM: Final = "application/atom+xml"

# What pages come in.
GZIP: Final = "application/gzip"
ZIP: Final = "application/zip"
WARC: Final = "application/warc"
JSON_LINES: Final = "application/x-ndjson"
XML: Final = "application/xml"

# What a page whose bytes are kept but can't be read is called.
UNKNOWN: Final = "application/octet-stream"

HEAD_BYTES: Final = 4096  # what `sniff` needs to see: prologs and comments before <html> stay well below it

HTML_NAMES: Final = (".html", ".htm", ".xhtml", ".shtml")
MHTML_NAMES: Final = (".mhtml", ".mht")
TEXT_NAMES: Final = (".txt", ".text", ".md", ".markdown")
PAGE_NAMES: Final = HTML_NAMES + MHTML_NAMES + TEXT_NAMES
LINE_NAMES: Final = (".jsonl", ".ndjson")
FEED_NAMES: Final = (".xml", ".rss", ".atom", ".rdf")

# What lies beside pages in folders and archives and never is one: passed over there, and counted.
FURNITURE_NAMES: Final = tuple(
    ".png .jpg .jpeg .gif .webp .svg .ico .bmp .tif .tiff .avif .heic .css .js .mjs .map .woff .woff2 .ttf .otf .eot "
    ".mp3 .mp4 .m4a .m4v .webm .ogg .wav .avi .mov .swf .cdx .cdxj .sha1 .sha256 .md5 .log .tmp .bak .lnk .url "
    ".story .story-wal .story-shm .story-journal .story-lock".split()
)

# Tables, programs and settings: beside pages passed over as well; by itself, none is taken for prose.
DATA_NAMES: Final = tuple(
    ".csv .tsv .tab .xls .xlsx .ods .parquet .feather .npy .npz .pkl .db .sqlite .sqlite3 .py .pyc .ipynb .r .rda .rds "
    ".sql .sh .bat .yaml .yml .toml .ini .cfg .conf .xsd .xsl .xslt .dtd .conll .conllu".split()
)

_CONVERT = "save it as HTML or plain text and add that"
_UNPACK = "unpack it and add what is inside"
_MAGIC: Final = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", _CONVERT),
    (b"\xff\xd8\xff", "a JPEG picture", _CONVERT),
    (b"GIF8", "a GIF picture", _CONVERT),
    (b"RIFF", "a picture, sound or film (RIFF)", _CONVERT),
    (b"%PDF-", "a PDF document", "turn it into text first (pdftotext, or copy the text) and add that"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", _CONVERT),
    (b"{\\rtf", "an RTF document", _CONVERT),
    (b"SQLite format 3\0", "a database", "add the pages, not a database; a story is opened by name, not added"),
    (b"\x7fELF", "a program", "leave it out"),
    (b"MZ\x90", "a program", "leave it out"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\xfd7zXZ\0", "an xz archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", _UNPACK),
    (b"bplist00", "a binary property list (a .webarchive?)", "save the page as HTML or MHTML and add that"),
)
_TAR_AT, _TAR = 257, b"ustar"

# Text has almost no control bytes, compressed or random bytes have one in ten; NUL is counted apart, for text
# with stray NULs is text, and NUL-padded binary formats have far more.
_MOST_CONTROLS = 0.02
_MOST_NULS = 0.3
_CONTROLS = bytes(set(range(1, 32)) - {7, 8, 9, 10, 12, 13, 26, 27}) + b"\x7f"

# UTF-16 without its mark: in Western text one byte of each pair is NUL, and it is always the same one.
_WIDE_SHARE = 0.4

_OPENING = re.compile(
    r"(?:\s+|<\?[^>]{0,500}>|<!--.{0,3000}?-->"
    r"|<!DOCTYPE\s(?!html)[^\[>]{0,500}(?:\[[^\]]{0,2000}\]\s*)?>)",
    re.DOTALL | re.IGNORECASE,
)
_ROOT = re.compile(r"<!doctype\s+html|<([a-z][a-z0-9.-]*:)?([a-z][a-z0-9.-]*)", re.IGNORECASE)
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_TAG = re.compile(rb"<[a-zA-Z!/]")
_MHTML_HEAD = re.compile(r"^(?:mime-version|content-type|from|subject|date|snapshot-content-location):", re.IGNORECASE)
_JSON_OBJECT = re.compile(r'\s*(?:\[\s*)?\{\s*(?:"|\})')
_FEED_ROOTS = {"rss", "feed", "rdf"}
_PAGE_ROOTS = {"html", "head", "body"}


@dataclass(frozen=True, slots=True)
class NoPage:
    """Bytes that hold no page: what they are, and what to do."""

    what: str
    advice: str


def sniff(head: bytes, name: str = "") -> str | NoPage:
    """Tell what begins with `head` (up to HEAD_BYTES of it); `name` is the file's, for where bytes can't tell."""
    if head.startswith(b"\x1f\x8b"):
        return GZIP
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return ZIP
    if head.startswith(b"WARC/"):
        return WARC
    for magic, what, advice in _MAGIC:
        if head.startswith(magic):
            return NoPage(what, advice)
    if head[_TAR_AT : _TAR_AT + len(_TAR)] == _TAR:
        return NoPage("a tar archive", _UNPACK)
    wide = wide_encoding(head)
    if wide is None and _is_binary(head):
        return NoPage("binary data", _CONVERT)
    text = head.decode(wide or "latin-1", "replace").lstrip("\ufeff").removeprefix("ï»¿").lower()
    return _sniff_text(text, name.lower())


def wide_encoding(data: bytes) -> str | None:
    """The UTF-16 or UTF-32 that these bytes are in, by their mark or by where their NULs are; None for others."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    head = data[:HEAD_BYTES]
    pairs = len(head) // 2
    if pairs < 2 or b"\0" not in head:
        return None
    even, odd = head[0 : pairs * 2 : 2].count(0), head[1 : pairs * 2 : 2].count(0)
    if odd >= pairs * _WIDE_SHARE and even * 10 < odd:
        return "utf-16-le"
    if even >= pairs * _WIDE_SHARE and odd * 10 < even:
        return "utf-16-be"
    return None


def essence(media_type: str) -> str:
    """The type without its parameters: "text/html" of "text/html;charset=gbk"."""
    return media_type.partition(";")[0].strip().lower()


def charset(media_type: str) -> str | None:
    """The charset parameter of a media type, for `decode`; None where there is none."""
    found = _CHARSET.search(media_type)
    return found.group(1) if found else None


def extension(name: str, *endings: str) -> bool:
    """Whether a file name ends so, packed with gzip or not."""
    return name.lower().removesuffix(".gz").endswith(endings)


def _is_binary(head: bytes) -> bool:
    if not head:
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > len(head) * _MOST_CONTROLS or head.count(0) > len(head) * _MOST_NULS


def _sniff_text(text: str, name: str) -> str | NoPage:
    if extension(name, *MHTML_NAMES) or (_MHTML_HEAD.match(text) and "multipart/related" in text):
        return MHTML if _MHTML_HEAD.match(text.lstrip()) else _by_markup(text, name)
    if _JSON_OBJECT.match(text):
        return JSON if extension(name, ".json") else JSON_LINES
    if extension(name, *LINE_NAMES):
        return JSON_LINES
    return _by_markup(text, name)


def _by_markup(text: str, name: str) -> str | NoPage:
    at = 0
    while skipped := _OPENING.match(text, at):
        at = skipped.end()
    root = _ROOT.match(text, at)
    local = root.group(2) if root else None
    if root and (local is None or local in _PAGE_ROOTS):
        return HTML
    if local in _FEED_ROOTS or (root and text.lstrip().startswith("<?xml")) or extension(name, *FEED_NAMES):
        return XML
    if extension(name, *TEXT_NAMES):
        return TEXT
    if extension(name, ".json"):
        return JSON
    if not root and extension(name, *FURNITURE_NAMES, *DATA_NAMES):
        return NoPage("data or a program", "leave it out; if it is prose after all, name it .txt")
    return HTML if root or extension(name, *HTML_NAMES) else TEXT


def has_markup(data: bytes) -> bool:
    """Whether there is anything like a tag; a file named .html without one is plain text."""
    return _TAG.search(data.replace(b"\0", b"")) is not None  # without the NULs of UTF-16
