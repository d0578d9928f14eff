"""Vectors in few bits, to be kept by the thousand.

In: unit vectors, a row each. Out: bytes; and back. Half a byte a number: a cosine comes back within .01 in two cases of
three, and always within .04. A byte a number: narrowed states, whose numbers differ in size, by the largest of a row.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

from throughline.resolve.happenings.accounts import Floats

_STEP: Final = 0.35  # of the spread of a unit vector's numbers: 16 steps reach 2.6 spreads to either side
_LEVELS: Final = 15
_MOST: Final = 127

Bytes = npt.NDArray[np.uint8]


def halved(vectors: Floats) -> bytes:
    """Write unit vectors of an even length, half a byte a number."""
    scaled = vectors * np.float32(vectors.shape[1] ** 0.5 / _STEP) + np.float32(_LEVELS / 2)
    levels: Bytes = np.clip(np.rint(scaled), 0, _LEVELS).astype(np.uint8)
    pairs: Bytes = np.bitwise_or(np.left_shift(levels[:, 0::2], 4), levels[:, 1::2]).astype(np.uint8)
    return pairs.tobytes()


def unhalved(data: bytes, count: int) -> Floats:
    """Read `count` unit vectors."""
    pairs = np.frombuffer(data, dtype=np.uint8).reshape(count, -1)
    levels = np.empty((count, 2 * pairs.shape[1]), dtype=np.float32)
    levels[:, 0::2], levels[:, 1::2] = pairs >> 4, pairs & _LEVELS
    centred = levels - np.float32(_LEVELS / 2)
    return np.asarray(centred / np.linalg.norm(centred, axis=1, keepdims=True), dtype=np.float32)


def rounded(vectors: Floats) -> bytes:
    """Write vectors of any size: a row's scale, then a byte a number."""
    scales = np.maximum(np.abs(vectors).max(axis=1, keepdims=True) / _MOST, np.finfo(np.float16).tiny).astype("<f2")
    levels = np.clip(np.rint(vectors / scales.astype(np.float32)), -_MOST, _MOST).astype(np.int8)
    return bytes(scales.tobytes() + levels.tobytes())


def unrounded(data: bytes, count: int) -> Floats:
    """Read `count` vectors."""
    scales = np.frombuffer(data, dtype="<f2", count=count).astype(np.float32)
    levels = np.frombuffer(data, dtype=np.int8, offset=2 * count).reshape(count, -1 if count else 0)
    return np.asarray(levels * scales[:, None], dtype=np.float32)
