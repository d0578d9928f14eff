"""What needs a person's eye: derived when it is asked for, gone once it is ruled on."""

from dataclasses import dataclass
from datetime import date

from throughline.model.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Proposal:
    """A ruling that would settle a matter: about what, the verdict, its value, and what it says in a person's words."""

    target: str
    verdict: str
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Party:
    """One of the records that a matter is about: what to call it, what is told of it, and the words that it rests on.

    `evidence` is None where the words are found by the name alone.
    """

    record: str
    words: str
    note: str = ""
    evidence: Evidence | None = None
    known: date | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that a person should decide, why it is doubtful, and what may be ruled.

    `queue` is undated, ambiguous, names, happenings, speakers, findings, rulings or unread. `accept` is what is
    proposed, None where nothing is; `decline` rules that the proposal is wrong, or that all stays as it is; `others`
    are other answers.
    """

    id: str
    queue: str
    about: str
    parties: tuple[Party, ...]
    reasons: tuple[str, ...]
    accept: Proposal | None
    decline: Proposal | None
    others: tuple[Proposal, ...] = ()
