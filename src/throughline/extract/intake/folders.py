"""A path to the files under it, in the order of their names: hidden ones skipped, links followed once, no loops.

What lies beside pages (pictures, styles, data, a browser's "page_files" folder) is passed over and counted.
"""

import os
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final

from throughline.extract.intake.found import Found, never_a_page, passed_over, trouble
from throughline.extract.media import HTML_NAMES
from throughline.model import Declared, Problem, Severity

# What browsers and Windows call the folder beside a page saved "complete", in its languages (Windows shell,
# "connected files").
_COMPANIONS: Final = tuple(
    "_files .files _file -dateien _dateien _fichiers _archivos _ficheiros _arquivos _bestanden -filer _tiedostot "
    "_pliki _soubory _elemei _dosyalar _datoteke _fitxers _fitxategiak _failid _fails _bylos _fajlovi".split()
)


def files(path: Path, declared: Declared) -> Iterator[Found | Problem]:
    """Yield the file, or all files under the folder."""
    try:
        state = path.stat()
    except (OSError, ValueError) as error:  # ValueError: a name with NUL in it
        yield _unseen(path, error)
        return
    if stat.S_ISDIR(state.st_mode):
        passed: Counter[str] = Counter()
        yield from _Walk(declared, {(state.st_dev, state.st_ino)}, passed).files(path)
        yield from passed_over(str(path), passed)
    elif stat.S_ISREG(state.st_mode):
        yield found(path, declared)
    elif stat.S_ISFIFO(state.st_mode):
        yield replace(found(path, declared), beside=None)
    else:
        yield trouble(str(path), "not a file but a device or a socket", "give a file or a folder")


def found(path: Path, declared: Declared) -> Found:
    """The file as a thing to be read."""

    def opened() -> BinaryIO:
        return path.open("rb")

    def beside(name: str, size: int) -> bytes | None:
        try:
            other = path.with_name(name)
            if not other.is_file():
                return None
            with other.open("rb") as stream:
                return stream.read(size)
        except (OSError, ValueError):
            return None

    return Found(str(path), path.name, opened, declared, beside=beside)


@dataclass(slots=True)
class _Walk:
    """One walk: the folders entered so far (a link back to one is a loop), and what was passed over."""

    declared: Declared
    seen: set[tuple[int, int]]
    passed: Counter[str]

    def files(self, folder: Path) -> Iterator[Found | Problem]:
        pending = [folder]
        while pending:
            here = pending.pop()
            inner: list[Path] = []
            for thing in self._entries(here):
                if isinstance(thing, Path):
                    inner.append(thing)
                else:
                    yield thing
            pending.extend(reversed(inner))

    def _entries(self, folder: Path) -> Iterator[Found | Problem | Path]:
        """What lies in one folder, in order; a path is a folder to enter."""
        try:
            with os.scandir(folder) as entries:
                names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
        except OSError as error:
            yield _unseen(folder, error)
            return
        companions = _companions(names)
        for name in names:
            path = folder / name
            try:
                state = path.stat()
            except OSError as error:
                yield _unseen(path, error)
                continue
            if stat.S_ISDIR(state.st_mode):
                yield from self._folder(path, state, is_companion=name.lower() in companions)
            elif not stat.S_ISREG(state.st_mode):
                yield trouble(str(path), "not a file but a pipe, device or socket", "leave it out")
            elif kind := never_a_page(name):
                self.passed[kind] += 1
            else:
                yield replace(found(path, self.declared), passed=self.passed)

    def _folder(self, path: Path, state: os.stat_result, *, is_companion: bool) -> Iterator[Problem | Path]:
        key = (state.st_dev, state.st_ino)
        if is_companion:
            self.passed["folders that browsers keep beside a page"] += 1
        elif key not in self.seen:
            self.seen.add(key)
            yield path
        elif path.is_symlink():
            advice = "take the link away; the folder is read once"
            yield trouble(str(path), "a link back to a folder that is read already", advice, Severity.WARNING)


def _companions(names: list[str]) -> set[str]:
    pages = [name.lower().rpartition(".")[0] for name in names if name.lower().endswith(HTML_NAMES)]
    return {page + ending for page in pages for ending in _COMPANIONS}


def _unseen(path: Path, error: OSError | ValueError) -> Problem:
    if path.is_symlink():
        return trouble(str(path), "a link that leads nowhere or back to itself", "take the link away, or mend it")
    reasons: dict[type[Exception], tuple[str, str]] = {
        FileNotFoundError: ("there is no such file", "check the name"),
        PermissionError: ("it may not be read", "change its permissions, or leave it out"),
    }
    what, advice = reasons.get(type(error), (f"it can't be read: {error}", "check the path"))
    return trouble(str(path), what, advice)
