"""What a status is to people and tools that know facts alone: a plan must never pass for a fact.

In: a status, or what became of a deadline. Out: words, and the tone in which they may be shown. Invariants: only what
happened or goes on is told bare; anything else carries its status in front, where no tool can drop it. A tone repeats
the word that it is shown with.
"""

from throughline.model import Status

FACTS = frozenset({Status.HAPPENED, Status.ONGOING})
_UNDONE = frozenset({Status.DENIED, Status.NOT_HAPPENED})


def claimed(words: str, status: Status) -> str:
    """Words as a fact, or with the status in front that keeps them from being one.

    >>> claimed("NATO leaves Iraq", Status.PLANNED), claimed("NATO left Iraq", Status.HAPPENED)
    ('Planned: NATO leaves Iraq', 'NATO left Iraq')
    """
    return words if status in FACTS else f"{status.words.capitalize()}: {words}"


def tone(status: Status) -> str:
    """How a status looks beside its word: "good", "bad" or "open"."""
    return "good" if status in FACTS else "bad" if status in _UNDONE else "open"


def outcome_tone(outcome: str) -> str:
    """The same of what became of a deadline."""
    return "good" if outcome == "met" else "bad" if outcome in {"missed", "dropped"} else "open"
