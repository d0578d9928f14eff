"""Readers between a file and whoever parses it: one counts, one unpacks and refuses bombs. Memory stays constant."""

import gzip
import io
import lzma
import zlib
from collections.abc import Callable
from typing import BinaryIO

from throughline.extract.intake.limits import Limits

# What reading a broken file raises; `OSError` covers gzip.BadGzipFile and Bomb too.
BROKEN = (OSError, EOFError, zlib.error, lzma.LZMAError)

_CHUNK = 65536

Stream = io.BufferedReader


class Refusal(OSError):  # noqa: N818 - reads as what it says; an OSError, so that stream users need no new branch
    """Something that is not read; the message says why, `advice` what to do."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(what)
        self.advice = advice


class Bomb(Refusal):
    """Unpacking gives far too much: such bytes are not even kept."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"a bomb: {reason}", "leave it out; if you trust it, unpack it by hand and add it in parts")


class Meter(io.RawIOBase):
    """A stream that tells how many bytes were read from it, for progress and for ratios."""

    def __init__(self, stream: BinaryIO, progress: Callable[[int], None] | None = None, *, closes: bool = True) -> None:
        super().__init__()
        self._stream = stream
        self._progress = progress
        self._closes = closes
        self.total = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override] # narrower than typeshed's
        """Read what fits, and count it."""
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.total += len(data)
        if self._progress is not None:
            self._progress(len(data))
        return len(data)

    def close(self) -> None:
        """Close the file below as well, where it is ours."""
        if self._closes and not self.closed:
            self._stream.close()
        super().close()


class Unpacked(io.RawIOBase):
    """What a gzip stream holds (all its members); reading raises `Bomb` past the limits."""

    def __init__(self, packed: BinaryIO, limits: Limits) -> None:
        super().__init__()
        self._meter = Meter(packed)
        self._inner = gzip.GzipFile(fileobj=self._meter, mode="rb")
        self._limits = limits
        self._given = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override] # narrower than typeshed's
        """Unpack what fits, and judge the ratio so far."""
        data = self._inner.read1(len(buffer))
        buffer[: len(data)] = data
        self._given += len(data)
        reason = bomb(self._given, self._meter.total, self._limits)
        if reason:
            raise Bomb(reason)
        return len(data)

    def close(self) -> None:
        """Close the packed stream as well."""
        if not self.closed:
            self._inner.close()
            self._meter.close()
        super().close()


def bomb(unpacked: int, packed: int, limits: Limits) -> str | None:
    """Why so much out of so little can only be a bomb; None where it need not be."""
    if unpacked > limits.unpacked_bytes:
        return f"it unpacks to more than {limits.unpacked_bytes:,} bytes"
    if unpacked > limits.ratio_from and unpacked > packed * limits.ratio:
        return f"it unpacks to more than {limits.ratio} times its size"
    return None


def buffered(raw: io.RawIOBase) -> Stream:
    """A reader with `peek` and `readline` over a plain one."""
    return io.BufferedReader(raw, _CHUNK)


def unpack(packed: BinaryIO, limits: Limits) -> Stream:
    """A buffered reader of what a gzip stream holds."""
    return buffered(Unpacked(packed, limits))
