"""A zip file to the files in it, each as if it lay in a folder, without ever writing one out.

Names that climb (`../`, absolute, drive letters) are problems, so are bombs, links and locked members; the rest
goes in. A web archive (.wacz) is the WARC files in it.
"""

import io
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO, Final, cast

from throughline.extract.intake.found import Found, never_a_page, passed_over, trouble
from throughline.extract.intake.limits import Limits
from throughline.extract.intake.streams import Bomb, Refusal, bomb
from throughline.model import Problem

# What zipfile raises on broken, locked or unheard-of archives.
UNREADABLE: Final = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    IndexError,
    OSError,
    EOFError,
    zlib.error,
)
_DOCUMENTS: Final = {
    "[Content_Types].xml": "an Office document",
    "META-INF/container.xml": "an e-book",
    "META-INF/manifest.xml": "an OpenDocument file",
}
_ENCRYPTED: Final = 0x1


def members(found: Found, stream: BinaryIO, limits: Limits) -> Iterator[Found | Problem]:
    """Yield what is in the archive, in the order of names; each is only opened when somebody reads it.

    Raises `Refusal` where none of it can or should be read.
    """
    try:
        archive = zipfile.ZipFile(stream)
        infos = sorted(archive.infolist(), key=lambda info: info.filename)
    except UNREADABLE as error:
        raise Refusal(f"the archive can't be read: {_said(error)}", "copy or pack it again") from error
    names = {info.filename for info in infos}
    _judge(infos, names, stream, limits)
    if "datapackage.json" in names and any(name.startswith("archive/") for name in names):
        infos = [info for info in infos if info.filename.startswith("archive/")]
    passed: Counter[str] = Counter()
    for info in infos:
        if info.is_dir() or _is_hidden(info.filename):
            continue
        if kind := never_a_page(info.filename):
            passed[kind] += 1
            continue
        member = _member(found, archive, info, limits)
        yield replace(member, passed=passed) if isinstance(member, Found) else member
    yield from passed_over(found.source, passed)


def _member(found: Found, archive: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits) -> Found | Problem:
    where = f"{found.source}!{_shown(info.filename)}"
    wrong = _wrong(info, limits)
    if wrong:
        return trouble(where, *wrong)

    def beside(name: str, size: int) -> bytes | None:
        try:
            with archive.open(str(PurePosixPath(info.filename).with_name(name))) as other:
                return other.read(size)
        except (KeyError, *UNREADABLE):
            return None

    return Found(
        source=where,
        name=PurePosixPath(info.filename).name,
        open=lambda: cast("BinaryIO", archive.open(info)),
        declared=found.declared,
        beside=beside,
        zips=found.zips + 1,
    )


def _wrong(info: zipfile.ZipInfo, limits: Limits) -> tuple[str, str] | None:
    """What forbids to read a member, and what to do; None where nothing does."""
    name = info.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
        return "its name leads out of the archive", "don't trust this archive; unpack it with care and look"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "a link, not a file", "pack the file that it points to"
    if info.flag_bits & _ENCRYPTED:
        return "locked with a password", "unpack it and add the folder"
    reason = bomb(info.file_size, info.compress_size, limits)
    return (f"a bomb: {reason}", "leave it out") if reason else None


def _judge(infos: list[zipfile.ZipInfo], names: set[str], stream: BinaryIO, limits: Limits) -> None:
    """Raise where nothing of the archive is to be read."""
    document = next((what for name, what in _DOCUMENTS.items() if name in names), None)
    if document:
        raise Refusal(f"not an archive of pages but {document}", "save it as HTML or plain text and add that")
    if len(infos) > limits.members:
        raise Refusal(f"more than {limits.members:,} files in it", "unpack it and add the folder in parts")
    if sum(info.file_size for info in infos) > limits.unpacked_bytes:
        raise Bomb(f"it unpacks to more than {limits.unpacked_bytes:,} bytes")
    if sum(info.compress_size for info in infos) > stream.seek(0, io.SEEK_END):
        raise Bomb("its files overlap")


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) and part != ".." for part in name.split("/"))


def _shown(name: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in name[:300])


def _said(error: Exception) -> str:
    return str(error)[:200] or type(error).__name__
