"""What a word says of the event in its complement: `data/complements.tsv`, compiled.

"plan to withdraw" makes the withdrawal planned, "fail to agree" makes the agreement one that did not happen,
"deny that" denied; "unknown" words ("try to", "believe that") say nothing that a record could keep. The classes
are those of the literature on implicative and factive predicates (Karttunen 1971; Sauri and Pustejovsky 2009).
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from throughline.model import Status
from throughline.tables.verbs import forms


class Complement(NamedTuple):
    """What a form lends to its complement; `status` None: nothing can be said. `features` is "" for non-verbs."""

    word: str
    features: str
    status: Status | None


@cache
def complements(kind: str) -> Mapping[tuple[str, str], Complement]:
    """Return what words say of a complement of a kind ("to", "that", "ing", "object"), by part of speech and form."""
    found: dict[tuple[str, str], Complement] = {}
    text = files("throughline.tables").joinpath("data/complements.tsv").read_text("utf-8")
    for line in text.splitlines()[1:]:
        part, word, complement, status = line.split("\t")
        if complement == kind:
            lent = None if status == "unknown" else Status(status)
            for form, features in (forms(word) if part == "verb" else {word: ""}).items():
                found.setdefault((part, form), Complement(word, features, lent))
    return found
