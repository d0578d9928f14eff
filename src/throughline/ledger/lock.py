"""One writer at a time: a lock beside the story file, held while it is written to.

In: the story's path. Out: a held `Lock`, or StoryBusy. The operating system lets go of it when the process ends,
however it ends; the empty file "NAME-lock" is removed on release and may stay after a kill, without harm.
"""

import os
import sys
import time
from pathlib import Path
from typing import Final

from throughline.errors import StorageError, StoryBusy

PATIENCE: Final = 2.0  # seconds: longer than a writer takes to close, short enough to answer a person
_PAUSE: Final = 0.05

if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class Lock:
    """A held lock; `release` once."""

    def __init__(self, place: Path, handle: int) -> None:
        self._place = place
        self._handle = handle

    def release(self) -> None:
        """Let the next writer in."""
        if sys.platform == "win32":  # an open file can't be removed there
            os.close(self._handle)
            self._place.unlink(missing_ok=True)
        else:  # removed while held: whoever waits on it sees that it is gone and starts anew
            self._place.unlink(missing_ok=True)
            os.close(self._handle)


def acquire(story: Path, patience: float = PATIENCE) -> Lock:
    """Take the writer's lock, waiting up to `patience` seconds; StoryBusy where another process keeps it."""
    place = story.with_name(story.name + "-lock")
    until = time.monotonic() + patience
    while True:
        try:
            handle = os.open(place, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            advice = "check that the folder exists and may be written to"
            raise StorageError(f"{place.parent} can't be written to ({error.strerror}): {advice}") from error
        if _try(handle):
            if _is_current(place, handle):
                return Lock(place, handle)
            os.close(handle)
            continue
        os.close(handle)
        if time.monotonic() >= until:
            raise StoryBusy(f"another process is adding to {story}: wait for it to end, then try again")
        time.sleep(_PAUSE)


def _is_current(place: Path, handle: int) -> bool:
    """Tell whether the locked file is still the one at that path: the writer before may have removed it."""
    try:
        return place.stat().st_ino == os.fstat(handle).st_ino
    except FileNotFoundError:
        return False
