"""The user's files of outlets and sites: named on the command line, or in the user's own folder of settings.

In: --outlets, --sites, and the environment. Out: `Setting`s. A file that was named must be there; those in the folder,
$THROUGHLINE_CONFIG or throughline in $XDG_CONFIG_HOME (~/.config), may be, and are taken for a new story only: later
its own hold, so that it does not depend on where it is added to.
"""

import os
from pathlib import Path
from typing import Final

from throughline.errors import SettingError
from throughline.model import Setting

NAMES: Final = ("outlets.tsv", "sites.toml")
_MOST_BYTES: Final = 10_000_000  # of a file; a thousand sites are 1 MB


def folder() -> Path:
    """The user's folder of settings, whether it is there or not."""
    named = os.environ.get("THROUGHLINE_CONFIG")
    if named:
        return Path(named)
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "throughline"


def settings(outlets: Path | None, sites: Path | None, *, is_new: bool) -> tuple[Setting, ...]:
    """Read what was named, and for a new story what lies in the folder.

    Raises:
        SettingError: a file can't be read.
    """
    found = []
    for name, path in zip(NAMES, (outlets, sites), strict=True):
        usual = folder() / name
        if path is not None:
            found.append(Setting(name, _text(path)))
        elif is_new and usual.is_file():
            found.append(Setting(name, _text(usual)))
    return tuple(found)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise SettingError(f"{path}: more than {_MOST_BYTES:,} bytes: part it")
        return data.decode("utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(f"{path} can't be read ({error}): check the path; it is to be text in UTF-8") from error
