"""Ids are hashes of content: the same content has the same id on every machine and every day."""

import hashlib

_LENGTH = 16  # 64 bits: at ten million records the chance that any two ids collide is about 3 in a million


def content_id(kind: str, *parts: object) -> str:
    """Return the id of a record: its kind's letter, a hyphen, 16 hex digits.

    Parts are joined with their lengths, so that ("ab", "c") and ("a", "bc") differ. Bytes are hashed as they
    are, everything else as the text that `str` gives.
    """
    digest = hashlib.sha256()
    for part in (kind, *parts):
        data = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return f"{kind}-{digest.hexdigest()[:_LENGTH]}"
