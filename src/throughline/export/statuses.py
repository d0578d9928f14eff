"""What a status is to people and tools that know facts alone: a plan must never pass for a fact.

In: a status. Out: words. Invariant: only what happened or goes on is told bare; anything else carries its status in
front, where no tool can drop it.
"""

from throughline.model import Status

FACTS = frozenset({Status.HAPPENED, Status.ONGOING})


def named(status: Status) -> str:
    """Say a status in words: "not happened"."""
    return str(status).replace("_", " ")


def claimed(words: str, status: Status) -> str:
    """Words as a fact, or with the status in front that keeps them from being one.

    >>> claimed("NATO leaves Iraq", Status.PLANNED), claimed("NATO left Iraq", Status.HAPPENED)
    ('Planned: NATO leaves Iraq', 'NATO left Iraq')
    """
    return words if status in FACTS else f"{named(status).capitalize()}: {words}"
