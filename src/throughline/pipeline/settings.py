"""A user's files of outlets and sites, read.

In: `Setting`s. Out: `Sites`, for the steps. Their names are those that messages give, whatever the files were called: a
story tells the same of its pages on every machine.
"""

from collections.abc import Iterable
from typing import Final

from throughline.extract.overrides import outletfile, sitefile
from throughline.extract.overrides.sites import Sites
from throughline.model import Setting

OUTLETS: Final = "outlets.tsv"
SITES: Final = "sites.toml"


def read(settings: Iterable[Setting]) -> Sites:
    """Read the files.

    Raises:
        SettingError: one of them can't be followed; the message says where and what to do.
    """
    content = {one.name: one.content for one in settings}
    return Sites(outletfile.read(content.get(OUTLETS, ""), OUTLETS), sitefile.read(content.get(SITES, ""), SITES))
